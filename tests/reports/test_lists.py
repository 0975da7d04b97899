"""Lists for spreadsheets and for other programs."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, SAVINGS
from ledger.rules.loans import loan_state
from ledger.rules.transfers import EntryNumber, Kind
from ledger.statements.lists import (
    CashBookRow,
    LoanRow,
    MemberBalance,
    TrialBalance,
    TrialBalanceRow,
)
from reports.lists import (
    Listing,
    cash_book_list,
    dividends_list,
    funds_list,
    loans_list,
    members_list,
    passbook_list,
    safe_cell,
    trial_balance_list,
    write_csv,
)
from tests.reports.papers import every_kind, passbook, statement
from tests.villages import AGREED, DAY, KHAM, NOY, RULES, RUNNING, SOMPHONE, WELFARE
from translations import LANGUAGES, MoneyFormat, open_words

EN = open_words("en")
TRIAL = TrialBalance(
    day=DAY,
    rows=(
        TrialBalanceRow(CASH, 1_500_000, 0),
        TrialBalanceRow(SAVINGS, 0, 1_460_000),
        TrialBalanceRow(WELFARE, 0, 40_000),
    ),
    debit=1_500_000,
    credit=1_500_000,
)


def _read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def _every_list(language: str) -> list[Listing]:
    words = open_words(language)
    year = statement(6, refunds=True)
    rows = [
        LoanRow(loan, member, (NOY,), loan_state(loan, DAY))
        for loan, member in ((RUNNING, KHAM), (AGREED, SOMPHONE))
    ]
    waiting = replace(AGREED, decision=None)
    rows.append(LoanRow(waiting, SOMPHONE, (), loan_state(waiting, DAY)))
    cash = [
        CashBookRow(EntryNumber(1), DAY, (Kind.DEPOSIT, Kind.WELFARE), KHAM, "", 21_000, 0, 21_000),
        CashBookRow(EntryNumber(2), DAY, (Kind.EXPENSE,), None, "ປຶ້ມ", 0, 1_000, 20_000),
    ]
    return [
        trial_balance_list(TRIAL, RULES, words),
        members_list([MemberBalance(KHAM, 1, 2, 3)], words),
        loans_list(rows, words),
        cash_book_list(cash, words),
        passbook_list(passbook(every_kind()), words),
        dividends_list(year.dividends, words),
        funds_list(year.funds, year.rulebook, words),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_reads_back_as_it_is(language: str) -> None:
    for listing in _every_list(language):
        head, *rows = _read(listing.csv_text(open_words(language)))
        assert head == [field.head for field in listing.fields]
        assert len(set(head)) == len(head)
        assert len(rows) == len(listing.rows) > 0
        for row, values in zip(rows, listing.rows, strict=True):
            assert row == ["" if v is None else str(safe_cell(v)) for v in values]
        assert json.loads(json.dumps(listing.records())) == listing.records()


def test_accounts_are_named_as_the_group_names_them() -> None:
    records = trial_balance_list(TRIAL, RULES, open_words("th")).records()
    assert [r["name"] for r in records] == ["กล่องเงินสด", "เงินท้อนของสมาชิก", "กองทุนสวัสดิการ"]
    assert records[0] == {"account": 1000, "name": "กล่องเงินสด", "debit": 1_500_000, "credit": 0}


def test_days_are_written_year_first_in_every_language() -> None:
    listing = members_list([MemberBalance(KHAM, 1, 2, 3)], open_words("th"))
    assert listing.records()[0]["joined"] == date(2024, 1, 5).isoformat()


def test_satang_are_written_with_a_point() -> None:
    words = open_words("th", MoneyFormat(points=True, decimals=2, currency="THB"))
    listing = members_list([MemberBalance(KHAM, 369_250, -5, 0)], words)
    assert _read(listing.csv_text(words))[1][-4:] == ["3692.50", "0.00", "-0.05", "0.00"]
    assert listing.records()[0]["savings"] == 369_250


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "  @x", "＝1", '=cmd|"/c"!A0']
)
def test_a_text_that_begins_like_a_formula_gets_a_quote(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["ນາງ ຄຳ", "12/2025", "", "a=b", 5, -5, None])
def test_everything_else_stays_as_it_is(value: object) -> None:
    assert safe_cell(value) == value


@settings(deadline=None)
@given(st.text(max_size=12))
def test_no_name_becomes_a_formula(name: str) -> None:
    listing = members_list([MemberBalance(replace(KHAM, name=name), 1, 2, 3)], EN)
    cell = _read(listing.csv_text(EN))[1][2]
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_a_list_is_written_whole(tmp_path: Path) -> None:
    listing = _every_list("lo")[1]
    out = tmp_path / "ລາຍຊື່.csv"
    write_csv(listing, open_words("lo"), out)
    assert out.read_bytes() == listing.csv_text(open_words("lo")).encode("utf-8")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
