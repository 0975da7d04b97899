"""The list for the wall: numbers first, no empty column, figures that are read from afar."""

import re
from pathlib import Path

import pytest

from ledger.statements.meeting_papers import WallPaper, WallRow
from reports.style import MM
from reports.wall_list import print_wall_list
from tests.reports.pdfs import needs_poppler, pages_of, words_of
from tests.villages import DAY, GROUP, TODAY
from translations import LANGUAGES, open_words

pytestmark = needs_poppler
ROWS = tuple(WallRow(f"{n:03d}", "ນາງ ຄຳ ວົງ", 20_000, 0, 1_000, 4_321) for n in range(1, 60))


def wall(*, names: bool, voluntary: bool = False) -> WallPaper:
    return WallPaper(GROUP, DAY, ROWS, voluntary, True, True, names, TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_names_the_numbers_stand_at_the_margin_and_the_money_fills_the_sheet(
    tmp_path: Path, language: str
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    print_wall_list(wall(names=False), words, out)
    found = words_of(out)
    lefts = {round(w.left) for w in found if w.text in {"001", "002", "030"}}
    total = words.say("Total of this page").split()[0]
    head = words.say("No.")
    # The running head of a later page has numbers too.
    beside = {round(w.left) for w in found if w.text in {total, head} and w.top > 20 * MM}
    assert lefts == beside == {round(16 * MM + 1.4 * MM)}
    right = max(w.right for w in found if w.text == "4,321")
    assert 194 * MM - right < 2 * MM


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_head_of_a_page_says_whose_rows_it_holds(tmp_path: Path, language: str) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    print_wall_list(wall(names=True), words, out)
    _, *later = pages_of(out, "-layout")
    assert len(later) == 2
    for page in later:
        held = [row.number for row in ROWS if re.search(rf"^ *{row.number} ", page, re.MULTILINE)]
        said = words.say("No. {first} to {last}", first=held[0], last=held[-1])
        assert page.splitlines()[0].endswith(f"{words.long_day(DAY)} · {said}")


@pytest.mark.parametrize("voluntary", [True, False])
def test_figures_are_larger_than_in_a_list_for_the_hand(tmp_path: Path, voluntary: bool) -> None:
    out = tmp_path / "x.pdf"
    print_wall_list(wall(names=True, voluntary=voluntary), open_words("lo"), out)
    heights = {round(w.bottom - w.top) for w in words_of(out) if w.text == "20,000"}
    assert min(heights) >= 15


def test_welfare_is_called_what_the_receipts_call_it(tmp_path: Path) -> None:
    words, out = open_words("lo"), tmp_path / "x.pdf"
    print_wall_list(wall(names=True), words, out)
    assert any("ສົມທົບສະຫວັດດີການ" in w.text for w in words_of(out))
