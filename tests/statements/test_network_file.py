"""A sheet's file: one spelling, one code, and nothing that anybody wrote can harm the reader."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.network import FIGURE_MAX, Figure, NetworkSheet, Sender
from ledger.rules.refusals import Refusal
from ledger.statements.network_file import (
    BYTES_MAX,
    NotASheet,
    SheetChanged,
    SheetTooNew,
    file_of,
    read_file,
)
from ledger.statements.network_pile import (
    SheetDoubled,
    SheetOfOtherCurrency,
    SheetOfPractice,
    SheetOlder,
    SheetsDisagree,
    pile_of,
)
from tests.network_sheets import sheets_of
from tests.villages import MEMBERS

SHEET = sheets_of(2005)[3]
RAW, CODE = file_of(SHEET)


def plain() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(RAW)
    return found


def spelt(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def with_code(content: dict[str, Any]) -> bytes:
    """As somebody would forge it who knows how: with the right code for what stands there."""
    from ledger.rules.network_code import code_of  # noqa: PLC0415

    content.pop("code", None)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return spelt({**content, "code": code_of(text.encode())})


def refused(raw: bytes) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_file(raw)
    return caught.value


def test_what_goes_out_comes_in() -> None:
    found = read_file(RAW)
    assert (found.sheet, found.code) == (SHEET, CODE)
    assert file_of(found.sheet) == (RAW, CODE)


def test_no_member_stands_in_it() -> None:
    assert not [m for m in MEMBERS if m.name in RAW.decode()]
    assert set(plain()) == {
        "format",
        "version",
        "group",
        "day",
        "currency",
        "practice",
        "figures",
        "code",
    }


def test_white_space_and_order_do_not_matter() -> None:
    turned = dict(reversed(plain().items()))
    assert read_file(spelt(turned)).sheet == SHEET


@given(
    st.dictionaries(st.sampled_from(Figure), st.integers(-FIGURE_MAX, FIGURE_MAX)),
    st.text(min_size=1, max_size=200).filter(lambda t: t.isprintable() and bool(t.strip())),
)
def test_every_sheet_is_the_same_after_a_journey(figures: dict[Figure, int], name: str) -> None:
    sheet = NetworkSheet(Sender("b", name), date(2026, 12, 31), "LAK", True, figures)
    assert read_file(file_of(sheet)[0]).sheet == sheet


def test_a_changed_figure_is_found() -> None:
    content = plain()
    content["figures"]["members"] += 1
    no = refused(spelt(content))
    assert isinstance(no, SheetChanged)
    assert no.code == CODE
    assert no.found != CODE


@pytest.mark.parametrize("code", [None, 7, "\n", "x" * 99])
def test_a_code_that_is_none(code: object) -> None:
    assert isinstance(refused(spelt({**plain(), "code": code})), SheetChanged)


def test_something_added_is_found() -> None:
    assert isinstance(refused(with_code({**plain(), "more": 1})), SheetChanged)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b" " * (BYTES_MAX + 1), "too_large"),
        (b"", "unreadable"),
        (b"\xff\xfe\x00", "unreadable"),
        (RAW[:200], "unreadable"),
        (b"[" * 30_000, "unreadable"),
        (b'{"a":' * 6_000, "unreadable"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b"[" + b"9" * 30_000 + b"]", "number"),
        (b"[NaN]", "number"),
        (b"[-Infinity]", "number"),
        (b"[1.5]", "number"),
        (b"[1e999]", "number"),
        (b"[]", "foreign"),
        (b'"sheet"', "foreign"),
        (b"{}", "foreign"),
        (b'{"format": "thon-ngoen network sheet"}', "foreign"),
        (b'{"format": "thon-ngoen network sheet", "version": true}', "foreign"),
        (b'{"format": "thon-ngoen network sheet", "version": 0}', "foreign"),
        (b'{"format": "thon-ngoen network sheet", "version": 1}', "foreign"),
    ],
)
def test_what_is_no_sheet(raw: bytes, why: str) -> None:
    assert refused(raw) == NotASheet(why=why)


def _group(**facts: object) -> dict[str, object]:
    return {"group": {**plain()["group"], **facts}}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"figures": []}, "foreign"),
        ({"group": "g"}, "foreign"),
        ({"practice": 0}, "foreign"),
        ({"figures": {"unknown": 1}}, "figure"),
        ({"figures": {"members": True}}, "number"),
        ({"figures": {"members": "7"}}, "number"),
        ({"figures": {"members": None}}, "number"),
        ({"figures": {"members": FIGURE_MAX + 1}}, "number"),
        ({"day": "2026-02-30"}, "day"),
        ({"day": "1026-02-20"}, "day"),
        ({"day": 20260220}, "text"),
        ({"currency": "L\x00K"}, "text"),
        (_group(name="  "), "nameless"),
        (_group(book=""), "nameless"),
        (_group(name="x" * 201), "text"),
        (_group(province="a\nb"), "text"),
        (_group(zone="\ud800"), "text"),
        (_group(village=None), "text"),
    ],
)
def test_a_forged_sheet_is_refused_for_what_stands_in_it(
    changed: dict[str, object], why: str
) -> None:
    raw = json.dumps({**plain(), **changed}).encode()
    assert refused(raw) == NotASheet(why=why)


def test_a_newer_form() -> None:
    assert refused(spelt({**plain(), "version": 2})) == SheetTooNew(version=2)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_calmly(raw: bytes) -> None:
    assert isinstance(refused(raw), NotASheet)


class TestPile:
    def test_the_same_sheet_counts_once(self) -> None:
        file = read_file(RAW)
        pile = pile_of({"b.json": file, "a.json": file})
        assert [name for name, _ in pile.counted] == ["a.json"]
        assert [(one.name, one.why) for one in pile.aside] == [
            ("b.json", SheetDoubled(other="a.json"))
        ]
        assert pile.sheets == (SHEET,)

    def test_of_two_days_of_a_year_the_later_counts(self) -> None:
        early = read_file(file_of(replace(SHEET, day=date(2005, 6, 30)))[0])
        late = read_file(RAW)
        pile = pile_of({"a": early, "b": late})
        assert pile.sheets == (late.sheet,)
        assert [(one.name, one.why) for one in pile.aside] == [("a", SheetOlder(other="b"))]

    def test_two_that_differ_count_both_not(self) -> None:
        other = replace(SHEET, figures={**SHEET.figures, Figure.VILLAGES: 99})
        pile = pile_of({"a": read_file(RAW), "b": read_file(file_of(other)[0])})
        assert pile.sheets == ()
        assert [one.why for one in pile.aside] == [
            SheetsDisagree(other="b"),
            SheetsDisagree(other="a"),
        ]

    def test_another_year_of_the_same_group_counts_too(self) -> None:
        later = read_file(file_of(replace(SHEET, day=date(2006, 12, 31)))[0])
        assert len(pile_of({"a": read_file(RAW), "b": later}).counted) == 2

    def test_practice_other_money_and_what_could_not_be_read(self) -> None:
        practice = read_file(file_of(replace(SHEET, practice=True))[0])
        baht = read_file(file_of(replace(SHEET, currency="THB"))[0])
        bad = NotASheet(why="foreign")
        pile = pile_of({"c": bad, "b": baht, "a": practice})
        assert [one.why for one in pile.aside] == [
            SheetOfPractice(),
            SheetOfOtherCurrency(currency="THB"),
            bad,
        ]

    def test_what_cannot_be_true_is_counted_and_named(self) -> None:
        wrong = replace(SHEET, figures={**SHEET.figures, Figure.SAVINGS: 1})
        pile = pile_of({"a": read_file(file_of(wrong)[0])})
        assert len(pile.counted) == 1
        assert [one.name for one in pile.doubtful] == ["a"]
