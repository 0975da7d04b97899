"""The welfare fund's section of the annual statement: there where claims were paid."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger.statements.welfare import BenefitRow, WelfareReport
from reports.annual import print_annual
from tests.reports.papers import statement
from tests.reports.pdfs import needs_poppler, raw_lines
from tests.rules.welfare_makers import TRAT
from translations import LANGUAGES, open_words
from translations.naming import key_word

BIRTH, NIGHTS, _ = TRAT.welfare.benefits
ROWS = (
    BenefitRow(BIRTH, 3, 151_111, 9, 452_222),
    BenefitRow(NIGHTS, 2, 73_333, 4, 94_444),
    BenefitRow(None, 0, 0, 1, 15_555),
)


def _print(tmp_path: Path, language: str, rows: tuple[BenefitRow, ...]) -> str:
    given = statement()
    out = tmp_path / f"{language}.pdf"
    report = WelfareReport(given.year, rows)
    print_annual(replace(given, welfare=report), open_words(language), out)
    return " ".join(raw_lines(out))


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_persons_and_amounts_by_event(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    text = _print(tmp_path, language, ROWS)
    amounts = [kip for row in ROWS for kip in (row.kip, row.kip_ever) if kip]
    assert {words.kip(kip) for kip in amounts} <= set(text.split())
    assert key_word(words, "birth")[:4] in text


@needs_poppler
def test_a_fund_that_paid_no_claim_has_no_section(tmp_path: Path) -> None:
    heading = "What the welfare fund paid for"
    assert heading not in _print(tmp_path, "en", ROWS[2:])
    assert heading in _print(tmp_path, "en", ROWS)
