"""The papers of a meeting on paper: every row and sum is there, and blanks have room to write."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from ledger.rules.collection import PAGE_ROWS, CollectionSheet, PrintedRow
from ledger.rules.decisions import Decision, Subject
from ledger.rules.loan_events import PlannedPart, Rescheduled
from ledger.rules.meeting_values import Attendance, CashCount, Column, Sheet
from ledger.rules.people import MemberId
from ledger.rules.permits import Act
from ledger.rules.transfers import Kind, MeetingId
from ledger.statements.collection_sheet import CollectionPaper, page_sums
from ledger.statements.meeting_papers import (
    AttendancePaper,
    AttendanceRow,
    CashCountPaper,
    MinutesPaper,
    MoneyRow,
    WallPaper,
    WallRow,
    note_rows,
)
from ledger.statements.meeting_sheet import MeetingSheet
from ledger.statements.minutes import Rest, RestKind, minutes_of
from ledger.statements.minutes_acts import acts_of_decisions
from ledger.statements.trail import Watched, asked_of_loans, called
from reports.attendance import print_attendance
from reports.cash_count import print_cash_count
from reports.collection_sheet import print_collection_sheet
from reports.minutes import print_minutes
from reports.wall_list import print_wall_list
from tests.reports.papers import LONG_NAME, MOST
from tests.reports.pdfs import (
    has_private_letters,
    needs_poppler,
    pages_of,
    raw_lines,
    text_of,
    words_of,
)
from tests.villages import GROUP, KHAM, MEMBERS, OFFICERS, RUNNING
from translations import LANGUAGES, open_words
from translations.money import NO_BREAK
from ui.papers.forms import FORMS, NO_BOOK, print_all_forms

pytestmark = needs_poppler
DAY = date(2026, 4, 5)
PRINTED = date(2026, 4, 6)
LAO = open_words("lo")


def collection(count: int, kip: int = 20_000) -> CollectionPaper:
    rows = tuple(
        PrintedRow(
            MemberId(n),
            f"{n:04d}",
            LONG_NAME if n % 3 == 0 else f"ນາງ ບຸນມີ {n}",
            (kip, 0, 1_000, kip, n, 0, 0),
        )
        for n in range(1, count + 1)
    )
    sheet = CollectionSheet(7, DAY, tuple(Column), rows)
    return CollectionPaper(GROUP, sheet, MOST, OFFICERS, PRINTED)


class TestCollectionSheet:
    @pytest.mark.parametrize("count", [1, PAGE_ROWS, PAGE_ROWS + 1, 163])
    def test_the_pages_hold_the_rows_that_the_book_remembers(
        self, tmp_path: Path, count: int
    ) -> None:
        paper, out = collection(count), tmp_path / "x.pdf"
        print_collection_sheet(paper, LAO, out)
        pages = pages_of(out, "-layout")
        for page, rows in zip(page_sums(paper.sheet), paper.sheet.pages, strict=True):
            text = pages[page.page - 1]
            assert all(row.number in text for row in rows)
            assert f"{page.due_in_all:,}" in text
        assert paper.sheet.code in pages[0]
        total = sum(row.due_in_all for row in paper.sheet.rows)
        # The sum of a single page is the whole: it is not printed twice.
        assert f"{total:,}" in "".join(pages)
        later = "".join(pages[len(paper.sheet.pages) :])
        assert (f"{total:,}" in later) == (len(paper.sheet.pages) > 1)
        assert f"{MOST:,}" in pages[-1]

    def test_a_list_of_pages_over_pages_adds_up_from_one_to_the_next(self, tmp_path: Path) -> None:
        paper, out = collection(30 * PAGE_ROWS), tmp_path / "x.pdf"
        print_collection_sheet(paper, LAO, out)
        first, last = pages_of(out, "-layout")[30:32]
        sums = [page.due_in_all for page in page_sums(paper.sheet)]
        listed = sum(f"{kip:,}" in first for kip in sums)
        upto, total = f"{sum(sums[:listed]):,}", f"{sum(sums):,}"
        # The sum of its first page is that of all up to it.
        (only,) = [row for row in first.splitlines() if LAO.say("Total of this page") in row]
        assert upto in only
        assert LAO.say("Total up to here") not in first
        (brought,) = [row for row in last.splitlines() if LAO.say("Brought forward") in row]
        assert upto in brought
        assert any(total in row for row in last.splitlines())
        assert total not in first
        heading = LAO.say("All pages together")
        again = LAO.say("{heading} (continued)", heading=heading)
        assert again not in first
        assert [row.strip() for row in last.splitlines() if heading in row] == [again]

    def test_a_loose_sheet_says_of_which_day_it_is_and_whose_rows_it_holds(
        self, tmp_path: Path
    ) -> None:
        paper, out = collection(1_010), tmp_path / "x.pdf"
        print_collection_sheet(paper, LAO, out)
        pages = pages_of(out, "-layout")
        name = f"{LAO.say('Collection sheet')} · {LAO.long_day(DAY)} · {paper.sheet.code}"
        assert all(name in page for page in pages[1:])
        assert f"{name} · {LAO.say('No. {first} to {last}', first='0016', last='0030')}" in pages[1]
        numbers = LAO.say("No. {first} to {last}", first="1006", last="1010")
        assert f"{name} · {numbers}" in pages[67]
        # Pages without members name none.
        assert name in pages[68].splitlines()[0]
        assert f"{name} ·" not in pages[68]
        assert re.search(r"^ *1010 +1010 ", pages[67], re.MULTILINE)
        assert any("1006–1010" in page for page in pages[68:])

    def test_the_largest_amounts_stay_in_their_columns(self, tmp_path: Path) -> None:
        out = tmp_path / "x.pdf"
        print_collection_sheet(collection(3, kip=MOST), LAO, out)
        found = [word for word in words_of(out) if word.text == f"{MOST:,}" and word.page == 1]
        assert len(found) == 6
        columns = sorted({round(word.right) for word in found})
        assert len(columns) == 2
        assert all(word.right - word.left < 61 for word in found)

    def test_the_names_of_a_page_have_one_size(self, tmp_path: Path) -> None:
        """A long name makes them all smaller, one that is too long only itself."""
        names, heights = ("ນາງ ບຸນມີ ກ", "ພອນສະຫວັນທິບ ແກ້ວມະນີລາດສະພັກ", LONG_NAME), []
        for count in (1, 2, 3):
            rows = tuple(
                PrintedRow(MemberId(n), f"{n:03d}", name, (20_000,) * 7)
                for n, name in enumerate(names[:count], start=1)
            )
            paper, out = collection(1), tmp_path / "x.pdf"
            given = replace(paper, sheet=replace(paper.sheet, rows=rows))
            print_collection_sheet(given, LAO, out)
            found = {w.text: round(w.bottom - w.top, 1) for w in words_of(out)}
            heights.append([found.get(text) for text in (names[0], *names[1].split())])
            last = found.get(LONG_NAME.split()[0])
        (usual, *_), two, three = heights
        assert usual is not None
        assert len(set(two)) == len(set(three)) == 1
        assert usual > two[0] > three[0] > last  # type: ignore[operator]

    def test_the_box_is_added_up_to_its_difference_on_the_page_of_the_other_money(
        self, tmp_path: Path
    ) -> None:
        out = tmp_path / "x.pdf"
        print_collection_sheet(collection(3), open_words("en"), out)
        text = pages_of(out)[-1]
        for said in ("Other money at this meeting", "Difference", "Reason", "Counted after"):
            assert said in text
        assert "Amounts in kip" in pages_of(out)[0]

    def test_a_sheet_of_nobody_is_still_a_paper(self, tmp_path: Path) -> None:
        assert print_collection_sheet(collection(0), LAO, tmp_path / "x.pdf") >= 2

    def test_it_can_be_stopped_and_leaves_nothing(self, tmp_path: Path) -> None:
        out, told = tmp_path / "x.pdf", []
        drawn = print_collection_sheet(
            collection(100),
            LAO,
            out,
            progress=lambda part, parts: told.append((part, parts)),
            cancelled=lambda: len(told) > 2,
        )
        assert drawn == 0
        assert told == [(1, 8), (2, 8), (3, 8)]
        assert not out.exists()


def test_everybody_has_a_place_to_sign(tmp_path: Path) -> None:
    rows = tuple(
        AttendanceRow(f"{n:03d}", LONG_NAME, Attendance.PRESENT if n == 2 else None)
        for n in range(1, 41)
    )
    out = tmp_path / "x.pdf"
    print_attendance(AttendancePaper(GROUP, DAY, rows, PRINTED), LAO, out)
    tops = [w.top for w in words_of(out) if w.page == 1 and w.text.isdigit() and len(w.text) == 3]
    assert min(b - a for a, b in pairwise(tops)) > 30
    assert all(row.number in text_of(out) for row in rows)
    assert print_attendance(AttendancePaper(GROUP, DAY, (), PRINTED), LAO, out) == 1


@pytest.mark.parametrize("count", [1, 2, *range(12, 20), *range(31, 37), 80])
def test_each_page_of_the_attendance_is_counted_on_its_own(tmp_path: Path, count: int) -> None:
    english = open_words("en")
    rows = tuple(AttendanceRow(f"{n:03d}", "ນາງ ຄຳ") for n in range(1, count + 1))
    out = tmp_path / "x.pdf"
    made = print_attendance(AttendancePaper(GROUP, DAY, rows, PRINTED), english, out)
    pages = pages_of(out, "-layout")
    counts = [page.count("Total of this page") for page in pages]
    assert counts == ([1] * made if made > 1 else [0])
    assert [page.count("Absent") for page in pages] == [*([1] * (made - 1)), 2 if made > 1 else 1]
    # The sums do not stand alone on a page.
    assert all(row.number in pages[-1] for row in rows[-2:])
    assert ("All pages together" in pages[-1]) == (made > 1)
    for page in pages[1:]:
        shown = [row.number for row in rows if re.search(rf"^ *{row.number} ", page, re.MULTILINE)]
        assert f"No. {shown[0]} to {shown[-1]}" in page.splitlines()[0]


@pytest.mark.parametrize("counted", [True, False])
def test_a_count_says_what_each_note_comes_to(tmp_path: Path, counted: bool) -> None:
    opening = CashCount(((50_000, 3), (500, 7)))
    given = CashCountPaper(
        group=GROUP,
        day=DAY,
        notes=note_rows((500, 50_000), opening, opening if counted else None),
        before=153_500,
        opening=opening.total,
        expected=154_000,
        closing=opening.total if counted else None,
        reason="ນັບຜິດ" if counted else "",
        officers=OFFICERS,
        printed=PRINTED,
        came=20_500,
        went=20_000,
    )
    out = tmp_path / "x.pdf"
    assert print_cash_count(given, open_words("en"), out) == 1
    text = text_of(out, "-layout")
    steps = " ".join(text.split())
    assert ("+ came in, total 20,500 – went out, total 20,000 = should" in steps) is counted
    assert "Cash before the meeting, by the book 153,500" in steps
    assert "150,000" in text
    assert "3,500" in text
    assert ("154,000" in text) is counted
    assert ("-500" in text) is counted
    assert ("ນັບຜິດ" in text) is counted


def minutes(**changes: object) -> MinutesPaper:
    sheet = Sheet(
        MeetingId(1),
        4,
        DAY,
        closing=CashCount(((1_000, 99),)),
        difference_reason="ເງິນທອນຜິດ",
        signed_by=("ຈັນທາ", "ມະນີ"),
    )
    grid = MeetingSheet(
        sheet=sheet,
        rows=(),
        totals=(),
        cash_before=50_000,
        received=60_000,
        paid_out=10_000,
        expected=100_000,
        counted=99_000,
    )
    given = MinutesPaper(
        group=GROUP,
        grid=grid,
        there=(
            AttendanceRow("001", "ນາງ ຄຳ", Attendance.PRESENT),
            AttendanceRow("002", "ນາງ ນ້ອຍ", Attendance.ABSENT),
            AttendanceRow("003", "ນາງ ແກ້ວ"),
        ),
        decisions=(
            Decision("4/2026", DAY, Subject.FUND, "ຊື້ຫີບໃໝ່ " * 40, votes_for=9, votes_against=2),
            Decision("5/2026", DAY, Subject.OTHER, "ແກ້ມະຕິເກົ່າ", corrects="2/2026"),
        ),
        money=(MoneyRow(Kind.DEPOSIT, 60_000, 0), MoneyRow(Kind.EXPENSE, 0, 10_000)),
        officers=OFFICERS,
        printed=PRINTED,
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def test_the_minutes_say_who_was_there_what_was_decided_and_what_the_box_held(
    tmp_path: Path,
) -> None:
    out = tmp_path / "x.pdf"
    print_minutes(minutes(), open_words("en"), out)
    text = " ".join(text_of(out).split())
    for said in (
        "Minutes of meeting 4",
        "001 ນາງ ຄຳ",
        "003 ນາງ ແກ້ວ",
        "4/2026",
        "9 for it, 2 against 5/2026 · Other decision",
        "ແກ້ມະຕິເກົ່າ Decided without counting votes",
        "Takes the place of 2/2026.",
        "60,000",
        "–10,000",
        "100,000",
        "99,000",
        "–1,000",
        "ເງິນທອນຜິດ",
        "Signed by ຈັນທາ, ມະນີ.",
    ):
        assert said in text


def test_the_minutes_name_the_loan_and_the_member_of_a_decision(tmp_path: Path) -> None:
    """As on the trail: the number of the loan, and the member's number, title and name."""
    rest = Rest("1/2026", RestKind.LOAN, RUNNING.number)
    new = Rest("2/2026", RestKind.ACT, "9", act=Act.RESCHEDULE_LOAN, facts={"number": "2026-001"})
    decisions = (
        Decision("1/2026", DAY, Subject.LOAN, "ໃຫ້ກູ້ເງິນ"),
        Decision("2/2026", DAY, Subject.OTHER, "ວັນໃໝ່"),
    )
    members = {member.id: member for member in MEMBERS}
    given = minutes(
        decisions=decisions,
        acts=acts_of_decisions(minutes_of(decisions, [rest, new]).lines, [RUNNING], []),
        loans=asked_of_loans([RUNNING], members),
    )
    assert [act.facts["number"] for act in given.acts["2/2026"]] == ["2026-001"]
    out = tmp_path / "x.pdf"
    print_minutes(given, open_words("en"), out)
    text = " ".join(text_of(out).replace(NO_BREAK, " ").split())
    assert f"Loan 2026-001 approved: {called(KHAM)}, 2,000,000 kip 2 for it, 0 against" in text
    assert "2/2026 · Other decision" in text
    assert text.count("Decided without counting votes") == 1
    lines = [line.split() for line in text_of(out, "-layout").splitlines()]
    assert ["The", "cash", "box", "Amount"] in lines


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (1, "The new due day: Tuesday, 5 January 2027, 50,000 kip."),
        (
            3,
            "3 new due days: the first on Tuesday, 5 January 2027, the last on Friday, 5 March "
            "2027; 150,000 kip altogether.",
        ),
    ],
)
def test_the_minutes_say_when_a_loan_is_due_after_a_decision(
    tmp_path: Path, parts: int, told: str
) -> None:
    """Who was not at the meeting learns from them when something is to be paid."""
    plan = tuple(PlannedPart(date(2027, month, 5), 50_000) for month in range(1, parts + 1))
    lent = replace(RUNNING, events=(*RUNNING.events, Rescheduled(DAY, "2/2026", plan)))
    facts = {"number": lent.number, "decision": "2/2026"}
    new = Rest("2/2026", RestKind.ACT, "9", act=Act.RESCHEDULE_LOAN, facts=facts)
    decisions = (Decision("2/2026", DAY, Subject.OTHER, "ວັນໃໝ່"),)
    given = minutes(
        decisions=decisions,
        acts=acts_of_decisions(minutes_of(decisions, [new]).lines, [lent], []),
    )
    print_minutes(given, open_words("en"), tmp_path / "x.pdf")
    text = " ".join(text_of(tmp_path / "x.pdf").replace(NO_BREAK, " ").split())
    assert f"got new due days: decision 2/2026. {told}" in text


def test_a_name_in_the_minutes_is_parted_at_its_spaces_only(tmp_path: Path) -> None:
    there = tuple(
        AttendanceRow(f"{n:03}", f"ນາງ ສຸກສະຫວັນພອນ ເພຍປັນຍາ {n}", Attendance.BY_NEIGHBOUR)
        for n in range(1, 164)
    )
    print_minutes(minutes(there=there), LAO, tmp_path / "x.pdf")
    ends = {line.split()[-1] for line in raw_lines(tmp_path / "x.pdf") if "ນາງ" in line}
    whole = {word for row in there for word in row.name.split()}
    assert ends <= whole
    assert len(ends) > 3


@pytest.mark.parametrize("decided", range(0, 14))
def test_no_short_table_of_the_minutes_is_parted_and_nobody_signs_alone(
    tmp_path: Path, decided: int
) -> None:
    """However much was decided: the tables are whole, and who did not come stands with who sign."""
    there = tuple(AttendanceRow(f"{n:03}", "ນາງ ຄຳ", list(Attendance)[n % 3]) for n in range(1, 40))
    given = minutes(
        there=there,
        decisions=tuple(Decision(f"{n}/2026", DAY, Subject.LOAN, "x") for n in range(decided)),
        money=tuple(MoneyRow(kind, 1_000, 0) for kind in list(Kind)[:10]),
        watched=Watched((), 0, 0, 5),
    )
    out = tmp_path / "x.pdf"
    print_minutes(given, open_words("en"), out)
    pages = pages_of(out, "-layout")
    heads = [page for page in pages if "Amounts in kip" in page]
    assert len(heads) == 1
    assert heads[0].count("1,000") >= 10
    assert "60,000" in heads[0]
    signed = next(page for page in pages if "These minutes were read out" in page)
    assert all(said in signed for said in ("Absent: 13", "038", "Who wrote", "Signed by"))


@pytest.mark.parametrize("rows", range(1, 6))
def test_no_short_decision_of_the_minutes_is_parted(tmp_path: Path, rows: int) -> None:
    """Its votes, and whose place it takes, stand on the page of its head."""
    decisions = (
        Decision("0/2026", DAY, Subject.LOAN, "first" + "\nrow" * rows),
        *(
            Decision(f"{n}/2026", DAY, Subject.LOAN, f"x{n}", corrects=f"{n}/2025")
            for n in range(1, 16)
        ),
    )
    print_minutes(minutes(decisions=decisions), open_words("en"), tmp_path / "x.pdf")
    pages = [" ".join(page.split()) for page in pages_of(tmp_path / "x.pdf")]
    for one in decisions[1:]:
        said = f"{one.text} Decided without counting votes Takes the place of {one.corrects}."
        assert any(f"{one.number} · A loan {said}" in page for page in pages)


def test_a_long_decision_of_the_minutes_goes_on_overleaf(tmp_path: Path) -> None:
    """It begins where there is room, and no page is left half empty before it."""
    text = " ".join(f"word{n}" for n in range(400))
    long = Decision("7/2026", DAY, Subject.OTHER, text)
    short = [Decision(f"{n}/2026", DAY, Subject.LOAN, "x") for n in range(1, 7)]
    print_minutes(minutes(decisions=(*short, long)), open_words("en"), tmp_path / "x.pdf")
    first, second, *_ = pages_of(tmp_path / "x.pdf")
    assert "7/2026" in first
    assert "word0 word1 word2" in first
    assert "word399" in second


def test_a_page_that_goes_on_with_who_was_there_says_so(tmp_path: Path) -> None:
    marks = [Attendance.BY_NEIGHBOUR] * 60 + [Attendance.ABSENT] * 7
    there = tuple(AttendanceRow(f"{n:03}", "ນາງ ຄຳ", mark) for n, mark in enumerate(marks))
    found = 0
    for decided in range(24):
        decisions = tuple(Decision(f"{n}/2026", DAY, Subject.LOAN, "x") for n in range(decided))
        print_minutes(
            minutes(there=there, decisions=decisions), open_words("en"), tmp_path / "x.pdf"
        )
        pages = pages_of(tmp_path / "x.pdf", "-layout")
        (last,) = [page for page in pages if "Absent: 7" in page]
        assert "Attendance" in last
        assert last.index("Attendance") < last.index("Absent: 7") < last.index("066")
        found += "Attendance (continued)" in last
    assert found


@pytest.mark.parametrize("absent", range(1, 200, 7))
def test_no_page_of_the_minutes_has_only_the_heading_of_who_was_there(
    tmp_path: Path, absent: int
) -> None:
    there = tuple(AttendanceRow(f"{n:03}", "ນາງ ຄຳ", Attendance.ABSENT) for n in range(absent))
    print_minutes(minutes(there=there), open_words("en"), tmp_path / "x.pdf")
    for page in pages_of(tmp_path / "x.pdf"):
        if "Attendance" in page:
            assert "ນາງ ຄຳ" in page[page.index("Attendance") :]


def test_who_was_there_stands_on_one_page_with_the_counts_of_nobody(tmp_path: Path) -> None:
    """However far the page is full, no head and no count of nobody stands apart from the names."""
    there = (AttendanceRow("001", "ນາງ ຄຳ", Attendance.PRESENT),)
    for decided in range(12):
        decisions = tuple(Decision(f"{n}/2026", DAY, Subject.LOAN, "x") for n in range(decided))
        print_minutes(
            minutes(there=there, decisions=decisions), open_words("en"), tmp_path / "x.pdf"
        )
        told = [page for page in pages_of(tmp_path / "x.pdf", "-raw") if "Attendance" in page]
        assert len(told) == 1
        assert "Present: 1" in told[0]
        assert "Paid through a neighbour: 0, Absent: 0" in " ".join(told[0].split())
    print_minutes(minutes(there=()), open_words("en"), tmp_path / "x.pdf")
    text = " ".join(text_of(tmp_path / "x.pdf").split())
    assert "Present: 0, Paid through a neighbour: 0, Absent: 0" in text


def test_of_many_members_the_minutes_name_only_those_who_did_not_come(tmp_path: Path) -> None:
    came = tuple(AttendanceRow(f"{n:03}", f"ນາງ ມາ{n}", Attendance.PRESENT) for n in range(1, 62))
    there = (*came, AttendanceRow("900", "ນາງ ນ້ອຍ", Attendance.ABSENT))
    print_minutes(minutes(there=there), open_words("en"), tmp_path / "many.pdf")
    many = " ".join(text_of(tmp_path / "many.pdf").split())
    assert "Their names are on the attendance sheet." in many
    assert ("ນາງ ມາ" in many, "900 ນາງ ນ້ອຍ" in many) == (False, True)
    print_minutes(minutes(there=there[1:]), open_words("en"), tmp_path / "few.pdf")
    few = " ".join(text_of(tmp_path / "few.pdf").split())
    assert "061 ນາງ ມາ61" in few
    assert few.index("4/2026") < few.index("Money at the meeting") < few.index("002 ນາງ ມາ2")


def test_minutes_without_decisions_say_so(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    given = minutes(decisions=(), there=())
    sheet = replace(given.grid.sheet, difference_reason="")
    grid = replace(given.grid, counted=None, sheet=sheet)
    print_minutes(replace(given, grid=grid), open_words("en"), out)
    assert "No decision was written down" in text_of(out)
    assert "Reason" not in text_of(out)


@pytest.mark.parametrize("names", [True, False])
@pytest.mark.parametrize("loans", [True, False])
def test_the_wall_hides_what_it_is_asked_to_hide(tmp_path: Path, names: bool, loans: bool) -> None:
    rows = tuple(WallRow(f"{n:03d}", "ນາງ ຄຳ", MOST, 7, 1_000, 4_321) for n in range(1, 60))
    given = WallPaper(
        group=GROUP,
        day=DAY,
        rows=rows,
        voluntary=True,
        welfare=True,
        loans=loans,
        names=names,
        printed=PRINTED,
    )
    out = tmp_path / "x.pdf"
    assert print_wall_list(given, open_words("en"), out) > 1
    text = text_of(out, "-layout")
    assert ("ນາງ ຄຳ" in text) is names
    assert ("4,321" in text) is loans
    assert f"{MOST * 59:,}" in text
    assert all(row.number in text for row in rows)
    bare = replace(given, voluntary=False, welfare=False)
    print_wall_list(bare, open_words("en"), out)
    assert "Voluntary" not in text_of(out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_set_of_forms_is_one_file_without_a_book(tmp_path: Path, language: str) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    pages = print_all_forms(NO_BOOK, words, out)
    texts = pages_of(out)
    assert len(texts) == pages >= 7
    whole = "".join(texts)
    assert not has_private_letters(whole)
    squeezed = "".join(whole.split())
    titles = {form.code: form.title(words) for form in FORMS}
    titles["wall"] = words.say("What everybody has")
    titles["passbook"] = words.say("Date and particulars")
    titles["proof"] = words.say("How the profit was shared, step by step")
    titles["member-year"] = words.say("Statement of the year {year}", year="")
    titles["receipt"] = words.say("Payment voucher")
    titles["minutes"] = words.say("Minutes of meeting {number}", number="")
    assert [code for code, said in titles.items() if "".join(said.split()) not in squeezed] == []
    assert "".join(words.say("Group").split()) in squeezed
    first = out.read_bytes()
    print_all_forms(NO_BOOK, words, out)
    assert out.read_bytes() == first
