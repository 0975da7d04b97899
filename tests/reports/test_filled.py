"""Gaps for the pen: each says what belongs there, stays with its words, and fills its line."""

import re
from pathlib import Path

import pytest

from ledger.rules.paper_texts import BLOCKS, SLOTS, LoanText
from reports.filled import Filled, Gap, Given, Part, draw_filled, filled
from reports.flow import Flow
from reports.form_set import FormFacts, print_forms
from reports.loan_forms import loan_form
from reports.page import A4, Paper
from reports.style import BODY, HAIR, MM, thin
from tests.reports.pdfs import needs_poppler, pages_of, text_of, words_of
from tests.villages import GROUP
from translations import LANGUAGES, Words, open_words
from translations.naming import word
from translations.paper_words import standard_text
from ui.papers.forms import NO_BOOK

pytestmark = needs_poppler
_INDENT = 6 * MM


def laid(*parts: Part, by_hand: bool = True, language: str = "en") -> Filled:
    return filled(Flow(Paper(open_words(language), size=A4, title="x")), parts, by_hand=by_hand)


def rows_of(given: Filled) -> list[str]:
    """The lines of a paragraph, with an underscore for each gap."""
    return ["".join("_" if run.gap else run.text for run in row) for row in given.rows]


def width() -> float:
    return Flow(Paper(open_words("en"), size=A4, title="x")).width


@pytest.mark.parametrize("before", range(0, 60, 2))
def test_a_gap_is_never_parted_from_the_word_before_it(before: int) -> None:
    given = laid("so " * before + "the phone number ", Gap(100.0), " and so on")
    assert any("number _" in row for row in rows_of(given))


def test_words_too_long_to_go_along_stay_where_they_are() -> None:
    long = "ຂ້າພະເຈົ້າ" * 6
    given = laid(long, Gap(width() - thin(BODY).width(long)), language="lo")
    assert rows_of(given)[-1].endswith("_")
    assert rows_of(given)[-1] != "_"
    assert len(given.rows) == 1


def test_two_gaps_side_by_side_are_two_rules(tmp_path: Path) -> None:
    sheet = Paper(open_words("en"), size=A4, title="x")
    flow = Flow(sheet)
    draw_filled(flow, filled(flow, [Gap(90.0, "one"), Gap(120.0, "two")]))
    rules = [rule for rule in flow.page._rules if rule.startswith(f"{HAIR} w")]
    flow.finish(lambda _, __, ___: None)
    sheet.save(tmp_path / "x.pdf")
    assert len(rules) == 2
    first, second = words_of(tmp_path / "x.pdf")
    assert second.left - first.left > 90


@pytest.mark.parametrize("gap", [60.0, 150.0, 300.0])
def test_the_gaps_of_a_line_grow_until_it_is_full(gap: float) -> None:
    given = laid("of ", Gap(gap), ", and of ", Gap(gap), ", " + "more words " * 30)
    first = sum(run.width for run in given.rows[0])
    assert width() - 60 < first <= width() + thin(BODY).width(" ") + 0.01


def test_only_lines_for_the_pen_grow() -> None:
    parts = ("phone ", Gap(80.0), ", " + "more words " * 30)
    by_book, by_hand = laid(*parts, by_hand=False), laid(*parts)
    assert [run.gap for run in by_book.rows[0] if run.gap] == [80.0]
    assert max(run.gap for run in by_hand.rows[0]) > 80.0
    assert by_book.heights[0] < by_hand.heights[0]
    assert by_hand.heights[-1] == by_book.heights[-1]


@pytest.mark.parametrize("words", range(60))
def test_no_word_is_left_alone_on_the_last_line(words: int) -> None:
    """The gaps before it make room: as many words as it takes go with it."""
    given = laid("it is ", Gap(160.0), " " + "abc " * words + "end")
    rows = rows_of(given)
    assert "".join(rows) == "it is _ " + "abc " * words + "end"
    if len(rows) == 2:
        assert sum(run.width for run in given.rows[-1]) > width() * 0.2


def test_a_number_still_hangs_before_a_paragraph_with_gaps() -> None:
    given = laid("3. She pays by ", Gap(90.0), " and " + "so on " * 40)
    assert given.label == "3."
    for row in given.rows:
        assert sum(run.width for run in row) <= width() - _INDENT + thin(BODY).width(" ") + 0.01


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", LoanText)
def test_every_gap_of_a_groups_own_text_says_what_belongs_there(
    tmp_path: Path, which: LoanText, language: str
) -> None:
    out, words = tmp_path / "x.pdf", open_words(language)
    own = FormFacts(NO_BOOK.group, texts={which: {language: standard_text(words, which)}})
    print_forms([loan_form(which)], own, words, out)
    found = "".join(text_of(out, "-raw").split())
    for place in places_of(words, which):
        assert "".join(word(words, "slot", place).split()) in found, place


def places_of(words: Words, which: LoanText) -> set[str]:
    places = set(re.findall(r"\{([a-z_]+)\}", standard_text(words, which))) - BLOCKS - {"note"}
    assert places <= set(SLOTS[which])
    return places


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", LoanText)
def test_a_gap_of_the_standard_text_says_only_what_the_text_does_not(
    tmp_path: Path, which: LoanText, language: str
) -> None:
    """Nothing stands twice: a borrower's line is not told again that it is the borrower's."""
    out, words = tmp_path / "x.pdf", open_words(language)
    print_forms([loan_form(which)], NO_BOOK, words, out)
    found = "".join(text_of(out, "-raw").split())
    places = places_of(words, which)
    for place in places & {"group", "place", "interest", "fee", "late", "months"}:
        assert "".join(word(words, "slot", place).split()) in found, place
    for place in places & {"day", "to_pay_in_words", "left_in_words", "guarantor"}:
        assert "".join(word(words, "slot", place).split()) not in found, place


def test_a_gap_for_a_day_and_one_for_money_say_so_in_the_sentence(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    print_forms([loan_form(LoanText.REMINDER)], FormFacts(GROUP), open_words("lo"), out)
    text = "".join(text_of(out, "-raw").split())
    # As of which day, overdue since which day, and the day of the next meeting.
    assert "ນັບຮອດວັນທີ:" in text
    assert "ຄ້າງຊຳລະແຕ່ວັນທີລວມເປັນເງິນກີບ." in text
    assert "ກອງປະຊຸມເທື່ອໜ້າແມ່ນວັນທີ." in text


def test_a_form_has_a_place_for_its_day_once(tmp_path: Path) -> None:
    out, words = tmp_path / "x.pdf", open_words("en")
    for which in LoanText:
        print_forms([loan_form(which)], FormFacts(GROUP), words, out)
        above = bool(re.search(r"\bDay\b", text_of(out)))
        inside = "{day}" in standard_text(words, which)
        assert above or inside, which
        assert which is LoanText.APPLICATION or above is not inside, which


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_application_and_what_was_decided_are_on_one_page(tmp_path: Path, language: str) -> None:
    out = tmp_path / "x.pdf"
    print_forms([loan_form(LoanText.APPLICATION)], FormFacts(GROUP), open_words(language), out)
    assert len(pages_of(out)) == 1


def test_what_a_gap_is_for_stands_clear_of_the_list_below_it(tmp_path: Path) -> None:
    """So that nobody takes it for a head of a column."""
    out = tmp_path / "x.pdf"
    print_forms([loan_form(LoanText.REMINDER)], FormFacts(GROUP), open_words("en"), out)
    words = words_of(out)
    head = next(word for word in words if word.text == "Paid").top
    above = max(word.bottom for word in words if word.bottom < head)
    assert head - above > 7


@pytest.mark.parametrize("before", range(0, 60, 2))
def test_a_short_name_is_never_parted(before: int) -> None:
    given = laid("so " * before, Given("ນາງ ສາຍຝົນ ຂຸນຄຳ"), ", and so on", by_hand=False)
    assert any("ນາງ\u00a0ສາຍຝົນ\u00a0ຂຸນຄຳ" in row for row in rows_of(given))


def test_what_a_gap_is_for_never_hangs_over_the_paragraph_below_it() -> None:
    """A paragraph that ends with such a word leaves as much room as one that is all text."""
    told, plain = laid("fine: ", Gap(90.0, "fine")), laid("no gap")
    assert told.said_last
    assert told.below >= plain.below
