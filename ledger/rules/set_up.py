"""How a group's book begins: who is in it, what all have saved, and the cash that proves it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ledger.rules.accounts import (
    CARRIED_FORWARD,
    CASH,
    OPENING,
    SAVINGS,
    SEED_MONEY,
    VOLUNTARY_SAVINGS,
    Account,
    Side,
    loans_of,
    side,
)
from ledger.rules.borrowing import Borrowing, is_lent
from ledger.rules.contributions import VoluntaryNotKept
from ledger.rules.days import day_before, fiscal_year
from ledger.rules.kip import Kip
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import CashCount
from ledger.rules.opening_debts import OpeningDebt, borrowings_of, check_debts, with_debts
from ledger.rules.people import Member, MemberId, Officer, Role
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.rulebook_check import check_rulebook
from ledger.rules.transfers import Entry, Kind, LoanId, Transfer


@dataclass
class OpeningDiffers(Refusal):
    """The counted cash is not what the opening balances leave: `counted` less `expected` in kip."""

    expected: Kip
    counted: Kip


@dataclass
class MemberNumberTaken(Refusal):
    """Two members have been given one number."""

    number: str


@dataclass
class CommitteeTooSmall(Refusal):
    """Fewer officers than have to sign a closing."""

    given: int
    needed: int


@dataclass
class OpeningLoanUnknown(Refusal):
    """An opening loan of a product that the rules do not have, or of somebody not a member."""

    member: str
    product: str


NOTHING_COUNTED = CashCount()


@dataclass(frozen=True, slots=True)
class OpeningLoan:
    """A loan that was already running: what is still owed (kip) and how many months it has left."""

    member: MemberId
    product: str
    purpose: str
    kip: Kip
    months: int
    guarantors: tuple[MemberId, ...] = ()


@dataclass(frozen=True, slots=True)
class SetUp:
    """Everything that the first-run pages ask for. Amounts in kip.

    `savings` is what each member has saved, `voluntary` her voluntary savings, `accounts` what
    stands on funds, banks, deposits with others, seed money and the result carried forward; `debts`
    what the group itself has borrowed. `count` is the cash, note by note.
    """

    group: Group
    begin: date
    rulebook: Rulebook
    officers: tuple[Officer, ...] = ()
    members: tuple[Member, ...] = ()
    savings: tuple[tuple[MemberId, Kip], ...] = ()
    loans: tuple[OpeningLoan, ...] = ()
    accounts: tuple[tuple[Account, Kip], ...] = ()
    count: CashCount = NOTHING_COUNTED
    voluntary: tuple[tuple[MemberId, Kip], ...] = ()
    debts: tuple[OpeningDebt, ...] = ()


OPENING_ACCOUNTS = (SEED_MONEY, CARRIED_FORWARD)
"""The fixed accounts, beside the group's own, that may hold something when the books begin."""


def expected_cash(set_up: SetUp) -> Kip:
    """The cash (kip) that the openings leave: savings, funds and debts less loans and banks."""
    owed = sum(kip for _, kip in (*set_up.savings, *set_up.voluntary))
    owed += sum(-debt.kip if debt.lent else debt.kip for debt in set_up.debts)
    lent = sum(loan.kip for loan in set_up.loans)
    held = sum(kip if side(a) is Side.CREDIT else -kip for a, kip in set_up.accounts)
    return owed + held - lent


def opening_day(set_up: SetUp) -> date:
    """The day the opening balances carry: the eve of the month in which the books begin.

    So a kip that was there at the start weighs a whole year in the first dividend, and a running
    loan owes its first month at the first meeting.
    """
    last_month = set_up.rulebook.fiscal_year_end
    year = fiscal_year(set_up.begin, last_month=last_month, books_begin=set_up.begin)
    return day_before(year.first)


def check_set_up(set_up: SetUp) -> None:
    """Refuse a beginning that is not whole: names, rules, members, loans, and cash to the kip."""
    if not set_up.group.name.strip():
        raise NameMissing(what="group")
    check_rulebook(set_up.rulebook)
    # An adviser comes from outside, and signs no closing.
    committee = [o for o in set_up.officers if o.role is not Role.ADVISER]
    if len(committee) < set_up.rulebook.closing_signatures:
        raise CommitteeTooSmall(
            given=len(set_up.officers), needed=set_up.rulebook.closing_signatures
        )
    check_members(set_up.members)
    _check_loans(set_up)
    check_debts(set_up.debts, set_up.rulebook, last=opening_day(set_up))
    if any(kip for _, kip in set_up.voluntary) and not set_up.rulebook.voluntary.kept:
        raise VoluntaryNotKept
    expected = expected_cash(set_up)
    if set_up.count.total != expected:
        raise OpeningDiffers(expected=expected, counted=set_up.count.total)


def check_members(members: tuple[Member, ...]) -> None:
    """Refuse members without a name, and a number given twice."""
    for member in members:
        if not member.name.strip() or not member.number.strip():
            raise NameMissing(what="member")
    for number, times in Counter(m.number for m in members).items():
        if times > 1:
            raise MemberNumberTaken(number=number)


def _check_loans(set_up: SetUp) -> None:
    members = {m.id: m for m in set_up.members}
    for loan in set_up.loans:
        if loan.member not in members or set_up.rulebook.product(loan.product) is None:
            name = members[loan.member].told if loan.member in members else ""
            raise OpeningLoanUnknown(member=name, product=loan.product)


def opening_request(set_up: SetUp, loan: OpeningLoan) -> tuple[LoanRequest, LoanDecision]:
    """The running loan as a request and decision of the opening day, so that it goes on by rule."""
    product = set_up.rulebook.product(loan.product)
    if product is None:
        raise OpeningLoanUnknown(member="", product=loan.product)
    day = opening_day(set_up)
    request = LoanRequest(
        member=loan.member,
        day=day,
        kip=loan.kip,
        purpose=loan.purpose,
        product=product,
        months=loan.months,
        guarantors=loan.guarantors,
    )
    names = tuple(officer.name for officer in set_up.officers)
    decision = LoanDecision(day=day, number="0", approved=True, kip=loan.kip, approvers=names)
    return request, decision


def opening_borrowings(set_up: SetUp) -> tuple[Borrowing, ...]:
    """What the group owes as borrowings, which go on by their terms."""
    return borrowings_of(set_up.debts, set_up.rulebook)


def opening_rules(set_up: SetUp) -> Rulebook:
    """The rules with which the books begin: those that were chosen, and an account of each debt."""
    return with_debts(set_up.rulebook, opening_borrowings(set_up))


def _lent_on(set_up: SetUp, loan: OpeningLoan) -> Account:
    product = set_up.rulebook.product(loan.product)
    return loans_of(None if product is None else product.fund)


def opening_entries(set_up: SetUp, loan_ids: tuple[LoanId, ...]) -> tuple[Entry, ...]:
    """The entries that begin the book; `loan_ids` are the numbers of `set_up.loans`, in order."""
    day = opening_day(set_up)
    entries = [Entry(day=day, transfers=(t,)) for t in _of_members(set_up)]
    entries += [
        Entry(
            day=day,
            transfers=(
                Transfer(
                    Kind.OPENING,
                    _lent_on(set_up, loan),
                    OPENING,
                    loan.kip,
                    member=loan.member,
                    loan=number,
                ),
            ),
        )
        for loan, number in zip(set_up.loans, loan_ids, strict=True)
    ]
    rest = (*_of_group(set_up), *_of_lenders(set_up))
    if rest:
        entries.append(Entry(day=day, transfers=rest))
    return tuple(entries)


def _of_members(set_up: SetUp) -> Iterator[Transfer]:
    for account, saved in ((SAVINGS, set_up.savings), (VOLUNTARY_SAVINGS, set_up.voluntary)):
        for member, kip in saved:
            if kip:
                yield Transfer(Kind.OPENING, OPENING, account, kip, member=member)


def _of_group(set_up: SetUp) -> Iterator[Transfer]:
    cash = set_up.count.total
    if cash:
        yield Transfer(Kind.OPENING, CASH, OPENING, cash)
    for account, kip in set_up.accounts:
        if kip and side(account) is Side.DEBIT:
            yield Transfer(Kind.OPENING, account, OPENING, kip)
        elif kip:
            yield Transfer(Kind.OPENING, OPENING, account, kip)


def _of_lenders(set_up: SetUp) -> Iterator[Transfer]:
    for debt in opening_borrowings(set_up):
        sides = (debt.account, OPENING) if is_lent(debt) else (OPENING, debt.account)
        yield Transfer(Kind.OPENING, *sides, debt.kip)
