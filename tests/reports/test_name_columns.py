"""Names in columns: all of them, in their order, parted at their spaces, with what comes below."""

from itertools import pairwise
from pathlib import Path

import pytest

from reports.flow import Flow
from reports.name_columns import NameColumns
from reports.page import Paper
from reports.style import A4, MM, thin
from tests.papers.looking import faults_of, written
from tests.reports.papers import LONG_NAME
from tests.reports.pdfs import needs_poppler, words_of
from translations import open_words

pytestmark = needs_poppler
BELOW = 80 * MM


def _drawn(
    out: Path, count: int, *, begun: float, name: str = "ນາງ ຄຳ", below: float = BELOW
) -> Flow:
    """So many names on a flow of which so much is used already, and the end of what is below."""
    flow = Flow(Paper(open_words("lo"), size=A4, title="x"))
    flow.y -= begun
    with written() as lines:
        names = NameColumns(flow, [(f"{n:03}", name) for n in range(1, count + 1)], thin(9))
        flow.need(names.least(below))
        names.draw(below)
        flow.need(below)
        flow.finish(lambda *_: None)
        flow.paper.save(out)
    assert [f for f in faults_of(out, lines, "lo") if f.what != "hardly anything"] == []
    return flow


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 12, 31, 60, 400])
@pytest.mark.parametrize("begun", [0, 60, 120, 160, 200, 240])
def test_all_names_are_there_and_some_of_them_with_what_is_below(
    tmp_path: Path, count: int, begun: int
) -> None:
    out = tmp_path / "x.pdf"
    flow = _drawn(out, count, begun=begun * MM)
    found = [word for word in words_of(out) if word.text.isdigit()]
    assert sorted(word.text for word in found) == [f"{n:03}" for n in range(1, count + 1)]
    # The page on which there is room for what is below is one with names.
    assert max(word.page for word in found) == len(flow.pages)


def test_the_numbers_go_down_column_after_column(tmp_path: Path) -> None:
    _drawn(tmp_path / "x.pdf", 14, begun=0)
    found = sorted(
        (word for word in words_of(tmp_path / "x.pdf") if word.text.isdigit()),
        key=lambda word: (round(word.left), word.top),
    )
    assert [word.text for word in found] == [f"{n:03}" for n in range(1, 15)]
    assert len({round(word.left) for word in found}) == 3


def test_one_counts_in_fives(tmp_path: Path) -> None:
    _drawn(tmp_path / "x.pdf", 30, begun=0)
    tops = sorted({word.top for word in words_of(tmp_path / "x.pdf") if word.text.isdigit()})
    steps = [round(b - a, 1) for a, b in pairwise(tops)]
    assert len(tops) == 10
    assert steps[4] > max(steps[:4] + steps[5:])


def test_a_long_name_is_parted_at_its_spaces_only(tmp_path: Path) -> None:
    _drawn(tmp_path / "x.pdf", 9, begun=0, name=LONG_NAME)
    whole = set(LONG_NAME.split())
    words = [word.text for word in words_of(tmp_path / "x.pdf") if not word.text.isdigit()]
    assert set(words) <= whole


def test_what_no_page_could_hold_below_moves_no_name(tmp_path: Path) -> None:
    flow = _drawn(tmp_path / "x.pdf", 3, begun=0, below=300 * MM)
    assert len(flow.pages) == 2
    assert {word.page for word in words_of(tmp_path / "x.pdf")} == {1}
