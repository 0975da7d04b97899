"""A collection sheet is known again by its number and check sign, a row by its own or hers."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.collection import (
    PAGE_ROWS,
    CollectionSheet,
    CollectionSheetMisread,
    CollectionSheetUnknown,
    PrintedRow,
    PrintedRowUnclear,
    PrintedRowUnknown,
    row_named,
    sheet_named,
)
from ledger.rules.meeting_values import Column
from ledger.rules.people import MemberId

DAY = date(2026, 4, 5)


def sheet(*numbers: str, number: int = 14) -> CollectionSheet:
    rows = tuple(
        PrintedRow(MemberId(place), text, f"ນາງ {place}", (20_000, 1_000 * place))
        for place, text in enumerate(numbers, start=1)
    )
    return CollectionSheet(number, DAY, (Column.SAVINGS, Column.WELFARE), rows)


def test_a_sheet_is_found_by_its_code_however_it_is_parted() -> None:
    printed = sheet("001", "002")
    assert printed.code == f"14-{printed.sign}"
    for text in (printed.code, f" 14 {printed.sign} ", f"14 – {printed.sign}"):
        assert sheet_named((sheet("001", number=13), printed), text) is printed


@pytest.mark.parametrize("text", ["", "14", "14-", "14-82", "a-826", "14-8266", "1234567890-826"])
def test_what_is_no_code_is_misread(text: str) -> None:
    with pytest.raises(CollectionSheetMisread):
        sheet_named((sheet("001"),), text)


def test_a_wrong_sign_is_misread_and_a_strange_number_unknown() -> None:
    printed = sheet("001")
    other = f"{(int(printed.sign) + 1) % 1000:03d}"
    with pytest.raises(CollectionSheetMisread):
        sheet_named((printed,), f"14-{other}")
    with pytest.raises(CollectionSheetUnknown) as no:
        sheet_named((printed,), f"15-{printed.sign}")
    assert no.value.found == f"15-{printed.sign}"


def test_the_sign_covers_every_amount_and_the_order_of_the_rows() -> None:
    printed = sheet("001", "002")
    dearer = replace(printed.rows[0], due=(20_000, 2_000))
    signs = {
        printed.sign,
        replace(printed, rows=printed.rows[::-1]).sign,
        replace(printed, rows=(dearer, printed.rows[1])).sign,
        replace(printed, day=date(2026, 5, 5)).sign,
    }
    assert len(signs) == 4


def test_a_row_is_named_by_its_place_or_by_the_members_number() -> None:
    printed = sheet("007", "9", "12")
    assert row_named(printed, "007") == 1
    assert row_named(printed, "3") == 3
    assert row_named(printed, "9") == 2
    assert row_named(printed, "12") == 3
    assert printed.rows[2].told == "12 ນາງ 3"
    assert printed.rows[2].due_in_all == 23_000


def test_what_could_be_two_rows_is_asked_about() -> None:
    printed = sheet("3", "2", "1")
    assert row_named(printed, "2") == 2
    with pytest.raises(PrintedRowUnclear) as no:
        row_named(printed, "1")
    assert (no.value.in_row, no.value.of_number) == ("3 ນາງ 1", "1 ນາງ 3")
    assert row_named(printed, "row:1") == 1
    assert row_named(printed, "member:1") == 3


@pytest.mark.parametrize("text", ["", "4", "0", "row:4", "member:007", "row:x", "-1"])
def test_nobody_has_that_row(text: str) -> None:
    with pytest.raises(PrintedRowUnknown) as no:
        row_named(sheet("1", "2", "3"), text)
    assert no.value.rows == 3


@given(st.integers(0, 70))
def test_the_pages_hold_every_row_once(count: int) -> None:
    printed = sheet(*(f"{n:03d}" for n in range(count)))
    assert [row for page in printed.pages for row in page] == list(printed.rows)
    assert all(len(page) <= PAGE_ROWS for page in printed.pages)
