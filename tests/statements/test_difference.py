"""The sheet or the entries of a day, held to the rule that says where to look."""

from dataclasses import replace
from datetime import date

from ledger.rules.differences import Clue
from ledger.rules.lines import BankInterest, CashDiffers, Deposit, Spent, ToBank, WelfarePaid
from ledger.rules.meeting_values import Attendance, CashCount, Column, PencilCell, PencilLine, Sheet
from ledger.rules.posting import entries_of
from ledger.rules.transfers import Entry, EntryNumber, MeetingId, PostedEntry, counter_entry
from ledger.statements.difference import entry_suspects, sheet_suspects
from ledger.statements.meeting_sheet import MeetingSheet, sheet_of
from tests.villages import BANK, COSTS, DALA, DAY, KHAM, NOY, day_facts

FACTS = day_facts()
NOTES = FACTS.rulebook.denominations


def grid(*lines: object, off: int, **sheet: object) -> MeetingSheet:
    """A sheet whose count is off by so much (kip) from what its pencil makes of the box."""
    whole = Sheet(
        id=MeetingId(1),
        number=1,
        day=DAY,
        lines=tuple(PencilLine(n, line) for n, line in enumerate(lines, start=1)),  # type: ignore[arg-type]
        **sheet,  # type: ignore[arg-type]
    )
    expected = sheet_of(whole, FACTS).expected
    return sheet_of(replace(whole, closing=CashCount(((1, expected + off),))), FACTS)


def clues(of: MeetingSheet, **how: int) -> list[Clue]:
    return [s.clue for s in sheet_suspects(of, FACTS.loans, NOTES, **how)]


def test_nothing_is_suspected_before_the_box_was_counted_or_while_it_agrees() -> None:
    uncounted = sheet_of(Sheet(MeetingId(1), 1, DAY), FACTS)
    assert clues(uncounted) == []
    assert clues(grid(Spent(COSTS, 7_000), off=0)) == []


def test_cells_and_lines_are_looked_at_and_a_sum_may_take_the_place_of_the_count() -> None:
    cells = (PencilCell(KHAM.id, Column.SAVINGS, 33_000), PencilCell(KHAM.id, Column.FEE, 0))
    of = grid(Spent(COSTS, 7_700), off=0, cells=cells)
    assert clues(of, counted=of.expected - 33_000) == [Clue.WRITTEN]
    assert clues(of, counted=of.expected + 7_700) == [Clue.WRITTEN]
    assert clues(of, counted=of.expected + 15_400) == [Clue.WRONG_SIDE]


def test_a_cell_and_a_line_can_say_the_same() -> None:
    for column, line in ((Column.SAVINGS, Deposit), (Column.WELFARE, WelfarePaid)):
        cells = (PencilCell(KHAM.id, column, 33_000),)
        of = grid(line(KHAM.id, 33_000), off=-33_000, cells=cells)
        assert Clue.DOUBLED in clues(of)


def test_what_moves_no_cash_is_not_suspected() -> None:
    of = grid(BankInterest(BANK, 7_700), CashDiffers(7_700, "?"), off=7_700)
    assert clues(of) == []


def test_money_to_the_bank_and_the_first_count() -> None:
    of = grid(ToBank(BANK, 310_000), off=310_000)
    assert clues(of)[0] is Clue.BANK
    opened = sheet_of(replace(of.sheet, opening=CashCount(((1, of.cash_before - 700),))), FACTS)
    assert clues(opened, counted=of.expected - 700)[0] is Clue.OPENING


def test_somebody_present_whose_cells_are_empty() -> None:
    there = ((DALA.id, Attendance.PRESENT), (NOY.id, Attendance.ABSENT))
    of = grid(off=0, attendance=there)
    due = next(row.due for row in of.rows if row.member == DALA)
    every = sum(due.of(column) for column in Column)
    found = sheet_suspects(of, FACTS.loans, NOTES, counted=of.expected + every)
    assert (found[0].clue, found[0].meant) == (Clue.EMPTY, every)


# --- ink -----------------------------------------------------------------------------------------


def ink(*entries: Entry) -> list[PostedEntry]:
    return [PostedEntry(EntryNumber(n), entry, "") for n, entry in enumerate(entries, start=1)]


def of_day(*lines: object) -> list[Entry]:
    return list(entries_of(lines, FACTS))  # type: ignore[arg-type]


def test_entries_of_a_day_are_looked_at() -> None:
    day = ink(*of_day(Deposit(KHAM.id, 33_000), ToBank(BANK, 310_000), BankInterest(BANK, 500)))
    (found,) = entry_suspects(-33_000, day, ())
    assert (found.clue, found.at and found.at.entry) == (Clue.WRITTEN, 1)
    (found,) = entry_suspects(310_000, day, ())
    assert (found.clue, found.at and found.at.entry) == (Clue.BANK, 2)
    assert entry_suspects(500, day, ()) == ()


def test_the_same_entry_twice() -> None:
    line = Deposit(KHAM.id, 33_000)
    (found,) = entry_suspects(-33_000, ink(*of_day(line, line)), ())
    assert (found.clue, found.at and found.at.entry) == (Clue.DOUBLED, 1)


def test_a_whole_receipt_that_makes_the_difference() -> None:
    day = ink(*of_day(Deposit(KHAM.id, 33_000), WelfarePaid(KHAM.id, 700)))
    (found,) = entry_suspects(-33_700, day, ())
    assert (found.clue, found.at and found.at.kip) == (Clue.WRITTEN, 33_700)


def test_a_receipt_that_comes_to_nothing_is_passed_over() -> None:
    lines = of_day(Deposit(KHAM.id, 33_000), Spent(COSTS, 33_000))
    (come,), (go,) = (entry.transfers for entry in lines)
    (found,) = entry_suspects(-33_000, ink(Entry(DAY, (come, go))), ())
    assert found.at is not None
    assert found.at.kip == 33_000


def test_what_was_taken_back_is_suspected_no_more() -> None:
    (once,) = ink(*of_day(Deposit(KHAM.id, 33_000)))
    back = PostedEntry(EntryNumber(2), counter_entry(once, day=DAY, reason="?"), "")
    assert entry_suspects(-33_000, [once, back], ()) == ()
    assert entry_suspects(33_000, [once, back], ()) == ()


def test_a_difference_that_was_written_down_is_not_suspected() -> None:
    day = ink(*of_day(CashDiffers(-700, "?")))
    assert day[0].entry.day == date(2026, 4, 5)
    assert entry_suspects(700, day, ()) == ()
