"""What a check found is said in words and sums, and never as the file has it."""

import pytest

from ledger.statements.findings import Fault, Finding
from translations import LANGUAGES, open_words
from ui.messages.findings import finding_sentence

PLACES = {
    Fault.MONTH_TOTAL: (1000, 202610),
    Fault.LOAN_TOTAL: (3,),
    Fault.YEAR_OPENING: (2026, 44),
    Fault.CLOSED_YEAR: (2025, 77),
    Fault.OLDER_FILE: (5, 2, 9, 4),
    Fault.OTHER_HISTORY: (5, 2, 9, 4),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fault", Fault)
def test_every_finding_is_a_sentence_with_its_place(fault: Fault, language: str) -> None:
    words = open_words(language)
    said = finding_sentence(words, Finding(fault, PLACES.get(fault, (7,)), "1", "2", off_by=90_000))
    assert said
    assert not set("{}[]") & set(said)


def test_a_month_is_named_and_two_sums_are_so_far_apart() -> None:
    words = open_words("en")
    said = finding_sentence(words, Finding(Fault.MONTH_TOTAL, (1000, 202610), off_by=90_000))
    assert "account 1000 in October 2026" in said
    assert said.endswith("are 90,000\N{NO-BREAK SPACE}kip apart.")


@pytest.mark.parametrize("month", [0, -1, 202613, 202600, 99999912, 9**18])
def test_a_month_that_is_none_is_said_as_it_stands(month: int) -> None:
    said = finding_sentence(open_words("en"), Finding(Fault.MONTH_TOTAL, (1000, month), off_by=1))
    assert f"in {month} " in said
