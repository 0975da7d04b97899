"""Receipts from the command line: paid in, printed, taken back, and printed again as void."""

from pathlib import Path

import pytest

from tests.reports.pdfs import facts_of, needs_poppler, text_of
from tests.walks.commands import Commands, write_days

pytestmark = needs_poppler
TODAY, LATER = ("--today", "2026-03-05"), ("--today", "2027-01-20")
PRESIDENT, ACCOUNTANT = "ນາງ ດາວ", "ນາງ ບົວ"


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def file(commands: Commands, tmp_path: Path) -> Path:
    """A young group: entry 1 is what the box held on the first day, then savings, rent, a cost."""
    file = tmp_path / "group.book"
    officers = [
        word
        for officer in (f"president:{PRESIDENT}", f"accountant:{ACCOUNTANT}")
        for word in ("--officer", officer)
    ]
    commands.run(
        *("new", file, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ"),
        *("--begin", "2026-01-05", "--opening", "reserve=500,000", "--cash", "500,000"),
        *officers,
    )
    day = {"day": "2026-01-05"}
    rows: list[dict[str, object]] = [
        {**day, "what": "member", "member": 1, "name": "ຄຳ ສີວິໄລ"},
        {**day, "what": "deposit", "member": 1, "amount": "40,000"},
        {**day, "what": "income", "account": "other_income", "amount": "90,000"},
        {**day, "what": "expense", "account": "general_costs", "amount": "17,000"},
    ]
    commands.run("record", file, write_days(tmp_path / "days.csv", rows), *TODAY)
    return file


def _entry(commands: Commands, file: Path, kind: str) -> int:
    rows = commands.figures(file, "entries", "--year", "2026", *TODAY)
    return int(next(row["number"] for row in rows if row["kind"] == kind))


def test_a_receipt_is_printed_taken_back_and_void(
    commands: Commands, file: Path, tmp_path: Path
) -> None:
    number = _entry(commands, file, "deposit")
    receipt = ("print", file, "receipt", "--entry", number, *TODAY)
    out = tmp_path / "x.pdf"
    commands.run(*receipt, "--out", out)
    text = text_of(out, "-raw")
    assert text.count(f"No. {number}") == 2
    assert text.count("forty thousand kip only") == 2
    assert "VOID" not in text
    assert text.count("Code of the book") == 2
    commands.run("do", file, "take_back", f"entry={number}", "reason=wrong name", *TODAY)
    commands.run(*receipt, "--out", out, "--option", "size=a5")
    assert facts_of(out)["Page size"].startswith("595.276 x 419.528")
    text = text_of(out)
    assert text.count("VOID – taken back by") == 2
    assert text.count("COPY 1 – the original was printed before") == 2
    back = _newest(commands, file)
    commands.run("print", file, "receipt", "--entry", back, "--out", out, *TODAY)
    text = text_of(out)
    assert text.count(f"No. {number} of") == 2
    assert text.count("wrong name") == 2


def _newest(commands: Commands, file: Path, *, year: str = "2026") -> int:
    rows = commands.figures(file, "entries", "--year", year, *LATER)
    return int(rows[-1]["number"])


def test_a_cost_has_a_voucher(commands: Commands, file: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    number = _entry(commands, file, "expense")
    commands.run("print", file, "receipt", "--entry", number, "--out", out, *TODAY)
    text = text_of(out)
    for said in ("Payment voucher", "Expense · ", "Witness", PRESIDENT, ACCOUNTANT):
        assert said in text


def test_where_no_money_changed_hands_it_is_said(
    commands: Commands, file: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    status, _, said = commands.try_to("print", file, "receipt", "--entry", 1, "--out", out, *TODAY)
    assert (status, out.exists()) == (1, False)
    assert "No money changed hands with entry 1" in said


def test_every_number_of_the_year_stands_on_the_list(
    commands: Commands, file: Path, tmp_path: Path
) -> None:
    number = _entry(commands, file, "deposit")
    commands.run("do", file, "take_back", f"entry={number}", "reason=wrong name", *TODAY)
    rows = commands.figures(file, "receipts", "--year", "2026", *TODAY)
    assert [row["number"] for row in rows] == list(range(1, 1 + len(rows)))
    void = next(row for row in rows if row["number"] == number)
    assert (void["paper"], void["came"], void["void_by"]) == (
        "receipt",
        40_000,
        _newest(commands, file),
    )
    out = tmp_path / "x.pdf"
    papers = ("print", file, "receipt-numbers", "--out", out, *TODAY)
    commands.run(*papers, "--year", "2026")
    text = text_of(out, "-layout")
    assert "No number is missing." in text
    assert f"VOID – No. {void['void_by']}" in text
    commands.run(*papers, "--year", "2026", "--option", "void-only")
    text = text_of(out)
    assert f"of No. {number}" in text
    assert "wrong name" in " ".join(text.split())


def test_the_numbers_are_the_books_own_whatever_day_they_are_of(
    commands: Commands, file: Path, tmp_path: Path
) -> None:
    """The year is closed with entries of its last day after one of the next year was written."""
    number = _entry(commands, file, "deposit")
    commands.run("do", file, "take_back", f"entry={number}", "reason=x", *LATER)
    back = _newest(commands, file, year="2027")
    signed = ("--signed-by", PRESIDENT, "--signed-by", ACCOUNTANT)
    commands.run("close", file, "2026", *signed, *LATER)
    out = tmp_path / "x.pdf"
    commands.run("print", file, "receipt-numbers", "--out", out, "--year", "2026", *LATER)
    text = text_of(out, "-layout")
    assert f"Numbers of entries dated otherwise: {back}" in text
    assert "No number is missing." in text


def test_the_receipts_of_a_whole_day_are_one_file_and_then_copies(
    commands: Commands, file: Path, tmp_path: Path
) -> None:
    """Savings and rent came in, and a cost went out, on the same day and on no sheet at all."""
    out = tmp_path / "x.pdf"
    day = ("print", file, "receipts-day", "--day", "2026-01-05", "--out", out, *TODAY)
    commands.run(*day, "--option", "came-in")
    text = text_of(out)
    assert text.count("For the group") == 2
    assert "Payment voucher" not in text
    assert "COPY" not in text
    commands.run(*day)
    text = text_of(out)
    assert text.count("For the group") == 3
    assert text.count("COPY 1 – the original was printed before") == 4
    assert text.count("Payment voucher") == 2
    status, _, err = commands.try_to(
        *("print", file, "receipts-day", "--day", "2026-01-06", "--out", out), *TODAY
    )
    assert status != 0
    assert "there is no receipt to print" in err
