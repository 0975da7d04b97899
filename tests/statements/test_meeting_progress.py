"""How far a meeting has come."""

from dataclasses import replace

from ledger.rules.lines import Spent
from ledger.rules.meeting_values import (
    Attendance,
    CashCount,
    Column,
    PencilCell,
    PencilLine,
    Sheet,
    SheetKind,
)
from ledger.rules.people import Status
from ledger.rules.transfers import MeetingId
from ledger.statements.meeting_progress import (
    STEPS,
    Presence,
    Step,
    collected,
    due_total,
    dues_open,
    lines_written,
    presence_of,
    steps_done,
    total_of,
    unmarked,
)
from ledger.statements.meeting_sheet import MeetingSheet, sheet_of
from tests.villages import BOUNMY, COSTS, DALA, DAY, KEO, KHAM, MEMBERS, NOY, SOMPHONE, day_facts

FACTS = day_facts()
EMPTY = Sheet(MeetingId(1), 1, DAY)


def grid(sheet: Sheet = EMPTY) -> MeetingSheet:
    return sheet_of(sheet, FACTS)


def here(*members: int) -> Sheet:
    return replace(
        EMPTY,
        attendance=tuple((m.id, Attendance.PRESENT) for m in MEMBERS if m.id in members),
    )


def test_nothing_is_done_when_the_sheet_is_laid_on_the_table() -> None:
    assert steps_done(grid()) == frozenset()
    assert lines_written(grid()) == 0
    assert grid().opening_difference is None


def test_everybody_who_is_to_come_is_asked_for() -> None:
    sheet = replace(
        EMPTY,
        attendance=(
            (KHAM.id, Attendance.PRESENT),
            (NOY.id, Attendance.BY_NEIGHBOUR),
            (DALA.id, Attendance.ABSENT),
        ),
    )
    assert presence_of(grid(sheet)) == Presence(1, 1, 1, 3)
    assert unmarked(grid(sheet)) == (BOUNMY.id, SOMPHONE.id, KEO.id)
    assert Step.WHO not in steps_done(grid(sheet))
    everybody = here(*(m.id for m in MEMBERS))
    assert Step.WHO in steps_done(grid(everybody))


def test_one_on_leave_is_not_asked_for_and_may_pay() -> None:
    """She works in the city for a season, and her sister brings her loan's interest."""
    away = replace(KHAM, status=Status.ON_LEAVE)
    facts = replace(FACTS, members={**FACTS.members, KHAM.id: away})
    sheet = sheet_of(EMPTY, facts)
    assert KHAM.id not in unmarked(sheet)
    assert KHAM.id in {row.member.id for row in sheet.rows}


def test_what_is_due_is_offered_for_those_whose_money_is_there() -> None:
    assert dues_open(grid()) == ()
    cells = dues_open(grid(here(KHAM.id)))
    assert cells == (
        PencilCell(KHAM.id, Column.SAVINGS, 10_000),
        PencilCell(KHAM.id, Column.WELFARE, 1_000),
        PencilCell(KHAM.id, Column.INTEREST, 120_000),
    )
    assert total_of(cells) == 131_000
    assert dues_open(grid(here(KHAM.id)), (Column.WELFARE,)) == (cells[1],)
    typed = replace(here(KHAM.id), cells=(PencilCell(KHAM.id, Column.SAVINGS, 0),))
    assert dues_open(grid(typed)) == cells[1:]


def test_what_is_due_from_all_is_added_up() -> None:
    sheet = grid()
    assert due_total(sheet, Column.INTEREST) == 120_000
    assert due_total(sheet, Column.INTEREST, Column.WELFARE) == 121_000


def test_the_steps_are_ticked_one_after_the_other() -> None:
    sheet = replace(here(DALA.id), opening=CashCount(((50_000, 30),)))
    assert steps_done(grid(sheet)) == {Step.OPEN}
    assert grid(sheet).opening_difference == 0
    sheet = replace(sheet, cells=(PencilCell(DALA.id, Column.SAVINGS, 20_000),))
    assert steps_done(grid(sheet)) == {Step.OPEN, Step.COLLECT}
    assert collected(grid(sheet)) == 20_000
    sheet = replace(sheet, lines=(PencilLine(1, Spent(COSTS, 15_000, "ຊາ")),))
    assert steps_done(grid(sheet)) == {Step.OPEN, Step.COLLECT, Step.PAY}
    assert lines_written(grid(sheet)) == 2
    counted = replace(sheet, closing=CashCount(((1_000, 1_505),)))
    assert Step.COUNT in steps_done(grid(counted))
    assert Step.SIGN in steps_done(grid(replace(counted, signed_by=("ມະນີ",))))


def test_a_count_that_differs_is_done_when_the_reason_stands() -> None:
    sheet = replace(EMPTY, closing=CashCount(((1_000, 1_499),)))
    assert Step.COUNT not in steps_done(grid(sheet))
    assert Step.COUNT in steps_done(grid(replace(sheet, difference_reason="ເງິນທອນຜິດ")))


def test_a_box_that_was_counted_needs_no_payment_before() -> None:
    sheet = replace(EMPTY, closing=CashCount(((1_000, 1_500),)))
    assert steps_done(grid(sheet)) == {Step.PAY, Step.COUNT}


def test_a_day_sheet_calls_nobody_together() -> None:
    assert Step.WHO not in STEPS[SheetKind.DAY_SHEET]
    assert STEPS[SheetKind.MEETING] == tuple(Step)
