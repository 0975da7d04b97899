"""The fund of Pakhon from its first day to the end of October, with the figures it reported."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.walks.commands import Commands, write_days
from tests.walks.test_real_groups import OFFICERS, spread

AUGUST, SEPTEMBER, OCTOBER = "2018-08-12", "2018-09-12", "2018-10-12"
Rows = Iterator[dict[str, object]]


def join(day: str, first: int, last: int) -> Rows:
    for number in range(first, last + 1):
        yield {"day": day, "what": "member", "member": number, "name": f"ຄຳ ທີ {number}"}


def save(day: str, members: int, total: int) -> Rows:
    for number, kip in enumerate(spread(total, members, 1), start=1):
        yield {"day": day, "what": "deposit", "member": number, "amount": kip}


def take_a_passbook(day: str, first: int, last: int) -> Rows:
    for number in range(first, last + 1):
        yield {"day": day, "what": "passbook_fee", "member": number, "amount": 10_000}


def borrow_in_need(day: str) -> Rows:
    """Six members in three and a half months, for transport, treatment and food."""
    loan = {"what": "loan", "product": "emergency_loan", "purpose": "emergency", "decision": "1"}
    for number in range(1, 7):
        yield {"day": day, "member": number, "amount": 100_000, **loan}


def pakhon() -> Rows:
    """65 sign up and 63 come; 12 more join in September."""
    yield from join(AUGUST, 1, 65)
    yield from save(AUGUST, 63, 960_000)
    yield from take_a_passbook(AUGUST, 1, 63)
    yield from join(SEPTEMBER, 66, 77)
    yield from save(SEPTEMBER, 77, 1_220_000)
    yield from take_a_passbook(SEPTEMBER, 64, 77)
    yield from save(OCTOBER, 77, 1_220_000)
    yield from borrow_in_need(OCTOBER)


def test_pakhon_by_the_end_of_october(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    commands = Commands(capsys)
    book = tmp_path / "pakhon.book"
    commands.run(
        *("new", book, "--rules", "a01_pakhon", "--name", "ກອງທຶນປາກຄອນ"),
        *("--begin", AUGUST, *OFFICERS),
    )
    days = write_days(tmp_path / "days.csv", pakhon())
    commands.run("record", book, days, "--today", "2018-10-31")

    august = commands.figures(book, "trial-balance", "--day", "2018-08-31")
    standing = {row["account"]: row for row in august}
    assert standing[2000]["credit"] == 960_000
    assert standing[4004]["credit"] == 630_000
    assert standing[1000]["debit"] == 1_590_000

    members = commands.figures(book, "members", "--day", "2018-10-31")
    assert len(members) == 77
    assert sum(row["savings"] for row in members) == 3_400_000
    loans = commands.figures(book, "loans", "--day", "2019-03-01")
    assert [row["principal"] for row in loans] == [100_000] * 6
    assert sum(row["interest_due"] for row in loans) == 0
    assert commands.run("check", book).startswith("The book is whole.")
