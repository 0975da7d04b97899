"""What the funds lend, in the annual report: a section of its own, and each fund by its name."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.accounts import loans_of
from ledger.statements.annual import AmountRow
from ledger.statements.fund_loans import FundLoansRow
from ledger.statements.lists import trial_balance_of
from reports.annual import print_annual
from reports.lists import trial_balance_list
from tests.reports.papers import statement
from tests.reports.pdfs import needs_poppler, raw_lines
from tests.rules.years import RESERVE
from translations import LANGUAGES, open_words
from translations.naming import account_word, key_word

ROW = FundLoansRow(RESERVE, 1_200_000, 3_500_000, 1_900_000, 250_000)


def _print(tmp_path: Path, language: str, *rows: FundLoansRow) -> str:
    given = statement()
    assets = (*given.balance_sheet.assets, AmountRow(loans_of(RESERVE), ROW.closing))
    sheet = replace(given.balance_sheet, assets=assets)
    out = tmp_path / f"{language}.pdf"
    print_annual(replace(given, lent=rows, balance_sheet=sheet), open_words(language), out)
    return " ".join(raw_lines(out))


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_lent_repaid_and_lost(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    text = _print(tmp_path, language, ROW)
    amounts = (ROW.opening, ROW.lent, ROW.repaid, ROW.written_off, ROW.closing)
    assert {words.kip(kip) for kip in amounts} <= set(text.split())


@needs_poppler
def test_no_section_where_no_fund_lends_and_the_fund_is_named(tmp_path: Path) -> None:
    heading = "Loans to members from the funds"
    text = _print(tmp_path, "en")
    assert heading not in text
    assert "Lent from: Reserve fund" in text
    assert heading in _print(tmp_path, "en", ROW)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_trial_balance_names_the_fund(language: str) -> None:
    words, given = open_words(language), statement()
    lent = loans_of(RESERVE)
    trial = trial_balance_of(given.printed, {lent: 5})
    (row,) = trial_balance_list(trial, given.rulebook, words).rows
    name = account_word(words, lent, "", "reserve")
    assert name in row
    assert key_word(words, "reserve") in name
