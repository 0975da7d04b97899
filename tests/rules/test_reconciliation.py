"""The bank's book against ours, line by line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.kip import KIP_MAX
from ledger.rules.reconciliation import (
    BankDiffers,
    BankLine,
    BankStatement,
    NotOnTheWay,
    OpenLines,
    check_reconciliation,
    reconcile,
)
from ledger.rules.refusals import AmountOutOfRange, DayOutsideBooks
from ledger.rules.transfers import EntryNumber, Kind
from tests.villages import BANK

MARCH = date(2026, 3, 31)


def line(number: int, kip: int, day: date = MARCH) -> BankLine:
    return BankLine(EntryNumber(number), day, Kind.BANK_IN, kip)


BEFORE = OpenLines(
    BANK,
    ticked=100_000,
    lines=(line(7, 50_000), line(8, -20_000), line(9, 5_000, date(2026, 4, 1))),
    newest=BankStatement(1, BANK, date(2026, 2, 28), 100_000, 0),
)


def test_book_and_bank_agree_when_the_ticks_make_the_balance() -> None:
    found = reconcile(BEFORE, day=MARCH, kip=130_000, ticks=[EntryNumber(8), EntryNumber(7)])
    assert (found.book, found.difference, found.ticked) == (130_000, 0, (7, 8))
    assert found.on_the_way == ()
    check_reconciliation(found, reason="")


def test_what_the_bank_does_not_show_yet_is_on_the_way() -> None:
    found = reconcile(BEFORE, day=MARCH, kip=80_000, ticks=[EntryNumber(8)])
    assert (found.book, found.difference, found.waiting) == (130_000, 0, 50_000)
    assert found.on_the_way == (line(7, 50_000),)


def test_a_difference_needs_its_reason() -> None:
    found = reconcile(BEFORE, day=MARCH, kip=79_000, ticks=[EntryNumber(8)])
    with pytest.raises(BankDiffers) as refused:
        check_reconciliation(found, reason=" ")
    assert refused.value == BankDiffers(bank=BANK, difference=-1_000)
    check_reconciliation(found, reason="ຄ່າທຳນຽມ")


def test_only_open_lines_are_ticked_and_days_go_forward() -> None:
    with pytest.raises(NotOnTheWay) as refused:
        reconcile(BEFORE, day=MARCH, kip=0, ticks=[EntryNumber(9)])
    assert refused.value.number == 9
    with pytest.raises(DayOutsideBooks):
        reconcile(BEFORE, day=date(2026, 2, 27), kip=0, ticks=[])
    with pytest.raises(AmountOutOfRange):
        reconcile(BEFORE, day=MARCH, kip=-1, ticks=[])
    again = reconcile(BEFORE, day=date(2026, 2, 28), kip=KIP_MAX, ticks=[])
    assert again.difference == KIP_MAX - 100_000, "once more on the same day, with all that fits"
    fresh = OpenLines(BANK, 0, ())
    assert reconcile(fresh, day=date(2000, 1, 1), kip=0, ticks=[]).difference == 0


def test_a_statement_says_whether_it_agreed() -> None:
    assert BankStatement(1, BANK, MARCH, 5, 0).agrees
    assert not BankStatement(1, BANK, MARCH, 5, 1, "ຄ່າທຳນຽມ").agrees


@given(st.lists(st.integers(1, 10**9)), st.data(), st.integers(0, 10**10))
def test_every_kip_is_ticked_waiting_or_different(
    kips: list[int], data: st.DataObject, balance: int
) -> None:
    lines = tuple(line(number, kip) for number, kip in enumerate(kips, 1))
    numbers = [one.number for one in lines]
    ticks = data.draw(st.sets(st.sampled_from(numbers))) if numbers else set()
    found = reconcile(OpenLines(BANK, 0, lines), day=MARCH, kip=balance, ticks=ticks)
    assert found.book == balance - found.difference + found.waiting
