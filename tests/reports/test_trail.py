"""The trail on paper: every word of it, and names that are not parted where there is room."""

from datetime import date
from pathlib import Path

import pytest

from ledger.rules.days import numbered_year
from ledger.rules.people import OfficerId, Role
from ledger.rules.permits import Act
from ledger.statements.history import HistoryRow
from ledger.statements.trail import TrailPaper, Watched
from reports.trail import print_trail
from tests.reports.papers import LONG_NAME, REASON
from tests.reports.pdfs import needs_poppler, pages_of, text_of, words_of
from tests.villages import GROUP
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


def test_no_word_of_a_long_reason_is_left_out(tmp_path: Path) -> None:
    reason = f"{REASON}. " * 9
    print_trail(trail(act(1, reason=reason.strip())), open_words("lo"), tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf", "-raw")
    assert bare(text).count(bare(REASON)) == 9
    assert "…" not in text
    assert len(pages_of(tmp_path / "x.pdf")) == 1
