"""The list of numbers leaves none out: each says what it is, and what made it void."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import DIVIDENDS_PAYABLE, SAVINGS
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry, Transfer, counter_entry
from ledger.statements.slip_numbers import NumbersPaper, between, number_rows, runs_of
from ledger.statements.slips import SlipKind, Tied
from tests.statements.test_slips import FACTS, FEE, LENT, SAVED
from tests.villages import BEGIN, DAY, GROUP, KHAM, RULES, TODAY

KEPT = Transfer(Kind.DIVIDEND_SAVED, DIVIDENDS_PAYABLE, SAVINGS, 9_000, member=KHAM.id)
SAVES = PostedEntry(EntryNumber(1), Entry(DAY, (SAVED,)), "")
LENDS = PostedEntry(EntryNumber(2), Entry(DAY, (LENT, FEE)), "")
KEEPS = PostedEntry(EntryNumber(3), Entry(DAY, (KEPT,), note="ຕາມຄຳຂໍ"), "")
BACK = PostedEntry(EntryNumber(4), counter_entry(SAVES, day=DAY, reason="ຜິດ"), "")
ENTRIES = (SAVES, LENDS, KEEPS, BACK)
VOID = {SAVES.number: Tied(BACK.number, DAY)}


def paper(*, void_only: bool = False) -> NumbersPaper:
    rows = number_rows(ENTRIES, FACTS, VOID)
    return NumbersPaper(GROUP, RULES, BEGIN, DAY, rows, (), (), TODAY, void_only=void_only)


def test_every_entry_has_its_row() -> None:
    saves, lends, keeps, back = paper().rows
    assert (saves.kind, saves.came, saves.went) == (SlipKind.RECEIPT, 20_000, 0)
    assert saves.taken_back == Tied(BACK.number, DAY)
    assert (lends.kind, lends.came, lends.went) == (SlipKind.VOUCHER, 5_000, 2_000_000)
    assert lends.kinds == (Kind.PAY_OUT, Kind.LOAN_FEE)
    assert (keeps.kind, keeps.came, keeps.went, keeps.note) == (None, 0, 0, "ຕາມຄຳຂໍ")
    assert (back.kind, back.went, back.takes_back) == (SlipKind.CORRECTION, 20_000, SAVES.number)
    assert (saves.member, saves.party) == (KHAM, "ນາງ ຄຳຫຼ້າ ທອງສະຫວັນ")


def test_the_counts_are_of_all_rows_whatever_is_shown() -> None:
    whole, only = paper(), paper(void_only=True)
    assert whole.shown == whole.rows
    assert [row.number for row in only.shown] == [SAVES.number, BACK.number]
    for one in (whole, only):
        assert [one.count(kind) for kind in (*SlipKind, None)] == [1, 1, 1, 1]
        assert one.void == 1


def test_who_belongs_to_several_is_nobodys() -> None:
    both = Entry(DAY, (SAVED, replace(SAVED, member=None)))
    (row,) = number_rows([PostedEntry(EntryNumber(9), both, "")], FACTS, {})
    assert (row.member, row.party) == (None, "")


def test_numbers_of_other_days_are_not_missing() -> None:
    assert between([3, 4, 8], [3, 4, 5, 6, 8]) == (((5, 6),), ((7, 7),))
    assert between([], []) == ((), ())
    assert between([5], [5]) == ((), ())


@given(st.sets(st.integers(1, 60)))
def test_runs_have_every_number_once(numbers: set[int]) -> None:
    runs = runs_of(sorted(numbers))
    assert [n for first, last in runs for n in range(first, last + 1)] == sorted(numbers)
    assert all(left[1] + 1 < right[0] for left, right in pairwise(runs))
