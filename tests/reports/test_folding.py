"""Pages laid out for folding stand in the right order when the pile is folded."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.folding import filled, sides_of
from reports.page import A5
from reports.passbooks import print_passbooks
from tests.reports.papers import deposits, passbook
from tests.reports.pdfs import needs_poppler, pages_of, words_of
from translations import open_words


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, [(4, 1), (2, 3)]),
        (4, [(4, 1), (2, 3)]),
        (5, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (8, [(8, 1), (2, 7), (6, 3), (4, 5)]),
    ],
)
def test_the_sides_of_the_sheets(pages: int, sides: list[tuple[int, int]]) -> None:
    assert list(sides_of(pages)) == sides


@given(st.integers(1, 200))
def test_a_folded_pile_is_read_from_the_first_page_to_the_last(pages: int) -> None:
    """Turning its leaves shows every page once, and those that face each other are neighbours."""
    sides = list(sides_of(pages))
    assert filled(pages) % 4 == 0
    assert 0 <= filled(pages) - pages < 4
    assert sorted(page for side in sides for page in side) == list(range(1, filled(pages) + 1))
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # Turned over the short edge, what is behind the right half is the left half of the back.
        assert front[1] + 1 == back[0]
        assert back[1] + 1 == front[0]


@needs_poppler
def test_a_passbook_is_folded_from_one_sheet(tmp_path: Path) -> None:
    words, out = open_words("lo"), tmp_path / "folded.pdf"
    assert print_passbooks([passbook(deposits(3))] * 2, words, out, folded=True) == 4
    front, back, *_ = pages_of(out)
    assert words.say("Passbook") in front
    assert words.say("Our rules in short") in back
    cover = [w for w in words_of(out) if w.page == 1]
    assert all(w.left > A5[0] for w in cover)
    rules = [w for w in words_of(out) if w.page == 2 and w.text == "100"]
    assert all(w.left > A5[0] for w in rules)
