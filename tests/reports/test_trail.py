"""The trail on paper: every word of it, and names that are not parted where there is room."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.rules.days import numbered_year
from ledger.rules.meeting_values import Sheet
from ledger.rules.people import OfficerId, Role
from ledger.rules.permits import Act
from ledger.rules.transfers import MeetingId
from ledger.statements.history import HistoryRow
from ledger.statements.trail import (
    Asked,
    TrailPaper,
    Watched,
    called,
    names_with_titles,
    with_signers,
)
from reports.style import MM
from reports.trail import print_trail
from tests.reports.papers import LONG_NAME, REASON
from tests.reports.pdfs import needs_poppler, pages_of, text_of, words_of
from tests.villages import GROUP, KHAM, NOY
from translations import LANGUAGES, open_words
from translations.money import NO_BREAK

pytestmark = needs_poppler
NAME, SECOND = "ນາງ ດາວ ແກ້ວມະນີ", "ນາງ ວຽງຄຳ ສີວິໄລສະຫວັນ ໄຊຍະວົງ"


def act(number: int, name: str = NAME, second: str = "", reason: str = REASON) -> HistoryRow:
    facts = {"number": f"2026-{number:03d}", "reason": reason}
    at = "2026-04-14T09:30:00+07:00"
    return HistoryRow(
        number, at, OfficerId(1), name, Role.ACCOUNTANT, second, Act.PUT_OFF_LOAN, facts, ""
    )


def trail(*rows: HistoryRow) -> TrailPaper:
    year = numbered_year(2026, last_month=12)
    return TrailPaper(GROUP, year, rows, Watched((), 0, 0, 3), date(2026, 12, 31))


def bare(text: str) -> str:
    return "".join(text.replace(NO_BREAK, " ").split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_that_fit_are_not_parted(language: str, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    acts = (act(n, name="ດາວ", second=SECOND) for n in range(1, 9))
    print_trail(trail(*acts), open_words(language), out)
    # A name on one line is one piece of text.
    names = [w for w in words_of(out) if w.text.replace(NO_BREAK, " ") == SECOND]
    assert len(names) == 8


def test_long_names_get_a_wider_column_and_short_ones_do_not(tmp_path: Path) -> None:
    lefts = []
    for name in (NAME, LONG_NAME):
        print_trail(trail(act(1, name=name)), open_words("en"), tmp_path / "x.pdf")
        found = words_of(tmp_path / "x.pdf")
        lefts.append(max(w.left for w in found if w.text == "Who"))
    assert lefts[1] < lefts[0] - 20
    # The name stands on two lines, not on one for each of its parts.
    lines = {round(w.bottom) for w in found if w.text != "Who" and abs(w.left - lefts[1]) < 2}
    assert len(lines) == 2


def test_what_the_names_do_not_need_is_left_to_what_was_done(tmp_path: Path) -> None:
    print_trail(trail(act(1, name="ດາວ")), open_words("en"), tmp_path / "x.pdf")
    found = words_of(tmp_path / "x.pdf")
    left = next(word.left for word in found if word.text == "Who")
    edge = max(word.right for word in found)
    role = max(word.right for word in found if word.left >= left - 1 and word.text.endswith(")"))
    assert edge - role < 8 * MM


def test_no_word_of_a_long_reason_is_left_out(tmp_path: Path) -> None:
    reason = f"{REASON}. " * 9
    print_trail(trail(act(1, reason=reason.strip())), open_words("lo"), tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf", "-raw")
    assert bare(text).count(bare(REASON)) == 9
    assert "…" not in text
    assert len(pages_of(tmp_path / "x.pdf")) == 1


def told(place: int, done: Act, **facts: object) -> HistoryRow:
    return replace(act(place), act=done, facts={"number": "2026-001", **facts})


def full_trail(*rows: HistoryRow) -> TrailPaper:
    asked = Asked(KHAM, 2_000_000, 1_500_000)
    return replace(
        trail(*rows),
        loans={"2026-001": asked},
        claims={"2026-001": Asked(NOY, 300_000, 300_000)},
        names=names_with_titles([KHAM]),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_loan_is_told_with_whose_it_is_and_how_much(language: str, tmp_path: Path) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    rows = (
        told(1, Act.REQUEST_LOAN),
        told(2, Act.DECIDE_LOAN, approved=True),
        told(3, Act.DECIDE_LOAN, approved=False),
        told(4, Act.ASK_CLAIM),
        told(5, Act.DECIDE_CLAIM, approved=True),
        told(6, Act.SIGN_CONTRACT),
        told(7, Act.REQUEST_LOAN, number="2019-001"),
        told(8, Act.NEW_BOOKLET, number=1, names=f"{KHAM.number} {KHAM.name}"),
        told(9, Act.ADD_MEMBER, names=[f"{KHAM.number} {KHAM.name}", "777 ບົວ"]),
    )
    print_trail(full_trail(*rows), words, out)
    text = bare(text_of(out, "-raw"))
    assert text.count(bare(words.money(2_000_000))) == 2
    assert text.count(bare(words.money(1_500_000))) == 1
    assert text.count(bare(words.money(300_000))) == 2
    assert text.count(bare(called(KHAM))) == 6
    assert text.count(bare(called(NOY))) == 2
    assert bare(words.say("Loan {number} was asked for.", number="2019-001")) in text
    assert "777ບົວ" in text


def test_all_whose_names_stand_on_a_sheet_are_said_to_have_signed_it(tmp_path: Path) -> None:
    signing = replace(act(1), act=Act.SIGN_SHEET, facts={"day": "2026-04-05"})
    sheet = Sheet(MeetingId(1), 1, date(2026, 4, 5), signed_by=(NAME, SECOND, KHAM.name))
    out = tmp_path / "x.pdf"
    print_trail(trail(*with_signers([signing], [sheet])), open_words("en"), out)
    assert bare(f"{NAME} (Accountant), with {SECOND}, {KHAM.name}") in bare(text_of(out, "-raw"))


def test_of_two_sheets_of_a_day_with_other_names_nobody_is_added() -> None:
    day = date(2026, 4, 5)
    signing = replace(act(1), act=Act.SIGN_SHEET, facts={"day": day.isoformat()})
    both = [
        Sheet(MeetingId(n), n, day, signed_by=(NAME, name))
        for n, name in enumerate((SECOND, KHAM.name))
    ]
    other = act(2)
    assert with_signers([signing, other], both) == (signing, other)
    assert with_signers([signing], [*both[:1], replace(both[1], signed_by=())])[0].second == SECOND


def test_the_days_are_said_and_whether_the_year_is_closed(tmp_path: Path) -> None:
    words, out = open_words("en"), tmp_path / "x.pdf"
    print_trail(trail(act(1)), words, out)
    text = text_of(out)
    assert "14/04/2026 – 31/12/2026 · the year is not closed yet" in text
    assert "What was done, in order" in text
    closing = replace(act(2), at="2027-01-10T09:30:00+07:00", act=Act.CLOSE_YEAR)
    print_trail(trail(act(1), closing), words, out)
    assert "14/04/2026 – 10/01/2027\n" in text_of(out)
    assert trail().span == (date(2026, 1, 1), date(2026, 12, 31))


def test_the_last_page_has_more_than_two_lines(tmp_path: Path) -> None:
    fewest = []
    for count in range(30, 80):
        print_trail(
            trail(*(act(n, reason="") for n in range(count))), open_words("en"), tmp_path / "x.pdf"
        )
        last = pages_of(tmp_path / "x.pdf", "-layout")[-1]
        fewest.append(last.count("14/04/2026"))
    assert min(fewest) >= 6
