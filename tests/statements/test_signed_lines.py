"""A signed sheet's pay-outs are read as they were written, not as what is left of them now."""

from dataclasses import replace

from ledger.rules.accounts import CASH, LOANS
from ledger.rules.lines import LoanPaidOut
from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.rules.makers import deposit
from ledger.rules.transfers import Entry, Kind, Transfer
from ledger.statements.meeting_sheet import cash_of
from ledger.statements.signed_lines import loans_before
from tests.villages import AGREED, DAY, KHAM, RUNNING, SOMPHONE, TRADE


def paid(kip: int) -> LoanMove:
    return LoanMove(DAY, MoveKind.PAY_OUT, kip)


def handed(*amounts: int) -> Entry:
    pay_outs = [Transfer(Kind.PAY_OUT, LOANS, CASH, kip, SOMPHONE.id, AGREED.id) for kip in amounts]
    return Entry(day=DAY, transfers=(deposit(KHAM.id, 1), *pay_outs))


def test_what_the_sheet_handed_over_is_still_to_be_handed_over_before_it() -> None:
    loan = replace(AGREED, moves=(paid(500_000),))
    before = loans_before((loan, RUNNING), (handed(500_000),), DAY)
    assert before[AGREED.id].moves == ()
    assert before[RUNNING.id] == RUNNING
    assert cash_of(LoanPaidOut(AGREED.id), before) == (TRADE.fee, 500_000)
    assert cash_of(LoanPaidOut(AGREED.id), {loan.id: loan}) == (0, 0)


def test_an_earlier_part_of_the_same_day_stays() -> None:
    loan = replace(AGREED, moves=(paid(100_000), paid(150_000), paid(250_000)))
    before = loans_before((loan,), (handed(150_000, 250_000),), DAY)
    assert before[AGREED.id].moves == (paid(100_000),)
    assert cash_of(LoanPaidOut(AGREED.id), before) == (0, 400_000)
