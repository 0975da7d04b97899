"""The short guide is two pages in every language, and calls buttons by the words that they bear."""

from pathlib import Path

import pytest

from ledger.rules.rulebook import Group
from reports.form_set import FormFacts, print_forms
from reports.guide import draw_guide
from tests.reports.pdfs import needs_poppler, pages_of, text_of
from translations import LANGUAGES, open_words

pytestmark = needs_poppler


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_two_pages_and_speaks_of_what_is_there(tmp_path: Path, language: str) -> None:
    words, out = open_words(language), tmp_path / "guide.pdf"
    group = Group(name="ກຸ່ມບ້ານນາ")
    assert print_forms([draw_guide], FormFacts(group), words, out) == 2
    said = "".join(text_of(out).split())
    assert "".join(words.say("From the paper…").split()) in said
    assert all(key in said for key in ("Space", "Enter", "Tab", "Esc", "F1", "Ctrl+F", "F3", "F9"))
    first, second = pages_of(out)
    assert "".join(words.say("At every meeting").split()) in "".join(first.split())
    assert "".join(words.say("What protects the money").split()) in "".join(second.split())
