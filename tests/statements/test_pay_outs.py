"""The pay-out list has everybody who is handed money, and what is kept back of it."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, SAVINGS
from ledger.rules.transfers import Entry, EntryNumber, Kind, Transfer
from ledger.statements.pay_outs import (
    PayOutPaper,
    PayOutRow,
    pay_out_rows,
    paying_officers,
)
from ledger.statements.slips import SlipLine, Tied
from tests.statements.test_slips import FACTS, FEE, LENT, SAVED
from tests.villages import (
    BANK,
    COSTS,
    DAY,
    GROUP,
    KHAM,
    OFFICERS,
    RULES,
    TODAY,
)

ONE, TWO = EntryNumber(1), EntryNumber(2)
SPENT = Transfer(Kind.EXPENSE, COSTS, CASH, 7_000)


def rows(*entries: Entry, **more: Any) -> tuple[PayOutRow, ...]:
    numbered = [(EntryNumber(n), entry) for n, entry in enumerate(entries, start=1)]
    return pay_out_rows(numbered, FACTS, more.get("back", {}))


def paper(*given: PayOutRow) -> PayOutPaper:
    return PayOutPaper(GROUP, RULES, DAY, given, OFFICERS[:2], TODAY)


def test_a_loan_is_handed_over_without_its_fee() -> None:
    (row,) = rows(Entry(DAY, (LENT, FEE)))
    assert (row.number, row.member) == (ONE, KHAM)
    assert (row.kip, row.kept, row.handed) == (2_000_000, 5_000, 1_995_000)
    assert row.lines == (SlipLine(Kind.PAY_OUT, 2_000_000, loan="2026-001"),)


def test_who_only_pays_in_is_not_on_the_list() -> None:
    assert rows(Entry(DAY, (SAVED,))) == ()


def test_what_goes_to_the_bank_has_its_number_and_is_handed_to_nobody() -> None:
    carried = Entry(DAY, (Transfer(Kind.BANK_IN, BANK, CASH, 5),))
    fetched = Entry(DAY, (Transfer(Kind.BANK_OUT, CASH, BANK, 9),))
    found = rows(carried, fetched, Entry(DAY, (SPENT,)))
    whole = paper(*found)
    assert [(row.number, row.kip) for row in whole.carried] == [(ONE, 5)]
    assert [row.number for row in whole.people] == [EntryNumber(3)]
    assert (whole.counted, whole.handed) == (whole.people, 7_000)


def test_what_is_kept_back_is_never_more_than_what_is_paid() -> None:
    taken = Transfer(Kind.WITHDRAWAL, SAVINGS, CASH, 15_000, member=KHAM.id)
    (row,) = rows(Entry(DAY, (SAVED, taken)))
    assert (row.kip, row.kept, row.handed) == (15_000, 15_000, 0)


def test_a_cost_says_what_was_bought_and_leaves_the_name_open() -> None:
    (row,) = rows(Entry(DAY, (SPENT,), note="ເຈ້ຍ"))
    assert (row.member, row.party, row.note) == (None, "", "ເຈ້ຍ")
    assert row.lines == (SlipLine(Kind.EXPENSE, 7_000, COSTS),)


def test_in_pencil_there_is_no_number() -> None:
    (row,) = pay_out_rows([(None, Entry(DAY, (SPENT,)))], FACTS, {})
    assert (row.number, row.taken_back) == (None, None)


def test_what_was_taken_back_stands_there_and_is_not_in_the_sum() -> None:
    tied = Tied(TWO, TODAY)
    found = rows(Entry(DAY, (SPENT,)), Entry(DAY, (LENT,)), back={ONE: tied})
    assert [row.taken_back for row in found] == [tied, None]
    whole = paper(*found)
    assert (whole.counted, whole.handed) == (found[1:], 2_000_000)


def test_as_many_officers_sign_as_on_a_voucher_beside_who_is_paid() -> None:
    president, accountant, treasurer, _ = OFFICERS
    assert paying_officers(FACTS) == (treasurer, president)
    more = replace(FACTS, rulebook=replace(RULES, voucher_signatures=6))
    assert paying_officers(more) == (treasurer, president, accountant)


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 10**9)), min_size=1, max_size=8))
def test_what_is_handed_and_what_is_kept_come_to_what_is_paid(
    moves: list[tuple[bool, int]],
) -> None:
    entry = Entry(
        DAY,
        tuple(
            Transfer(Kind.DEPOSIT, *((SAVINGS, CASH) if out else (CASH, SAVINGS)), kip, KHAM.id)
            for out, kip in moves
        ),
    )
    for row in rows(entry):
        assert 0 <= row.kept <= row.kip
        assert row.handed + row.kept == row.kip == sum(line.kip for line in row.lines)
