"""A loan's later life by commands: contract, parts, new days, a pause, a loss, a recovery."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.set_up import start_books
from ledger.book.book import Book
from ledger.rules.accounts import LOANS, LOANS_RECOVERED, LOANS_WRITTEN_OFF
from ledger.rules.loan_values import LoanDecision, LoanRequest, LoanStage
from ledger.rules.loans import loan_state
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import SET_UP
from ledger.rules.set_up import SetUp
from ledger.rules.transfers import LoanId
from tests.villages import (
    BEGIN,
    BOUNMY,
    DALA,
    GROUP,
    MEMBERS,
    NOY,
    OFFICERS,
    RICE,
    RULES,
    actor,
)
from tests.walks.commands import Commands, write_days
from ui.commands import opening

NOON = datetime(2026, 12, 20, 12, tzinfo=timezone(timedelta(hours=7)))
LAST = date(2026, 12, 20)
ASKED = date(2026, 1, 10)
BY = ("--by", OFFICERS[1].name, "--today", "2026-12-20")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The village with a rice loan of 500,000 that is agreed and not handed over."""
    monkeypatch.setattr(opening, "now", lambda: NOON)
    path = tmp_path / "village.book"
    set_up = SetUp(
        group=replace(GROUP, books_begin=None),
        begin=BEGIN,
        rulebook=RULES,
        officers=OFFICERS,
        members=MEMBERS,
        savings=tuple((member.id, 500_000) for member in MEMBERS[:5]),
        count=CashCount(((50_000, 50),)),
    )
    made = Book.create(path, group=set_up.group, rulebook=RULES, clock=lambda: NOON)
    start_books(made, SET_UP, set_up=set_up)
    request = LoanRequest(DALA.id, ASKED, 500_000, "agriculture", RICE, 12, (BOUNMY.id, NOY.id))
    (loan,) = request_loan(made, actor(), request=request).loans
    names = tuple(officer.name for officer in OFFICERS[:2])
    decide_loan(
        made, actor(), loan=loan, decision=LoanDecision(ASKED, "1/2026", True, 500_000, names)
    )
    made.close()
    return path


def now(path: Path, number: int = 1, day: date = LAST) -> tuple[LoanStage, int]:
    book = Book.open(path, clock=lambda: NOON)
    state = loan_state(book.loan(LoanId(number)), day)
    assert book.check() == ()
    book.close()
    return state.stage, state.principal


def test_a_whole_life(book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = Commands(capsys)

    def do(act: str, *facts: str, second: str = "") -> None:
        agreeing = ("--second", second) if second else ()
        commands.run("do", book, act, "loan=2026-001", *facts, *BY, *agreeing)

    do("loan_contract", "day=2026-01-11", "number=7", "signers=ດາລາ; ບຸນມີ", "witnesses=ນາຍບ້ານ")
    rows: tuple[dict[str, object], ...] = (
        {"day": "2026-01-12", "what": "loan_part", "loan": "2026-001", "amount": "200000"},
        {"day": "2026-02-12", "what": "loan_part", "loan": "2026-001"},
        {
            "day": "2026-03-12",
            "what": "guarantor_repayment",
            "loan": "2026-001",
            "amount": "50000",
            "guarantors": "003",
        },
    )
    commands.run("record", book, write_days(tmp_path / "days.csv", rows), *BY[2:])
    stage, left = now(book)
    assert stage is LoanStage.PAID_OUT
    assert 450_000 <= left < 500_000
    do("reschedule_loan", "day=2026-04-01", "decision=5/2026", "months=6", "first=2026-05-01")
    plan = commands.figures(book, "schedules", "--today", "2026-04-02")
    assert {row["loan"] for row in plan} == {"2026-001"}
    new = [row for row in plan if not row["replaced"]]
    assert (len(new), new[0]["due"], sum(row["principal"] for row in new)) == (
        6,
        "2026-05-01",
        left,
    )
    assert any(row["replaced"] for row in plan)  # The old due days stay to be read.
    do("pause_interest", "day=2026-04-01", "decision=6/2026", "until=2026-06-30")
    do("waive_loan", "day=2026-12-20", "decision=7/2026", "interest=1000", "fine=5000")
    status, _, said = commands.try_to(
        "do", book, "write_off_loan", "loan=2026-001", "decision=8/2026", *BY
    )
    assert status
    assert said.strip()
    do("write_off_loan", "decision=8/2026", second=OFFICERS[0].name)
    assert now(book) == (LoanStage.WRITTEN_OFF, 0)
    back: dict[str, object] = {
        "day": "2026-12-20",
        "what": "loan_recovered",
        "loan": "2026-001",
        "amount": "40000",
    }
    commands.run("record", book, write_days(tmp_path / "back.csv", (back,)), *BY[2:])
    trial = {row["account"]: row for row in commands.figures(book, "trial-balance", *BY[2:])}
    assert trial[int(LOANS_WRITTEN_OFF)]["debit"] == left
    assert trial[int(LOANS_RECOVERED)]["credit"] == 40_000
    assert int(LOANS) not in trial


def test_a_guarantor_takes_over(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = Commands(capsys)
    part: dict[str, object] = {"day": "2026-01-12", "what": "loan_part", "loan": "2026-001"}
    commands.run("record", book, write_days(tmp_path / "days.csv", (part,)), *BY[2:])
    commands.run(
        "do",
        book,
        "pass_loan_on",
        "loan=2026-001",
        "guarantor=002",
        "decision=9/2026",
        "months=10",
        "day=2026-12-20",
        *BY,
    )
    assert now(book) == (LoanStage.PASSED_ON, 0)
    assert now(book, 2) == (LoanStage.PAID_OUT, 500_000)


def test_a_loan_that_is_paid_back_whole_gets_no_further_part(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """200,000 of 500,000 are handed over and repaid: the rest has ended with the loan."""
    commands = Commands(capsys)
    first: dict[str, object] = {"what": "loan_part", "loan": "2026-001", "amount": "200000"}
    back: dict[str, object] = {"what": "repayment", "loan": "2026-001", "amount": "204000"}
    rows = ({"day": "2026-01-12", **first}, {"day": "2026-02-01", **back})
    commands.run("record", book, write_days(tmp_path / "days.csv", rows), *BY[2:])
    assert now(book) == (LoanStage.REPAID, 0)
    more = ({"day": "2026-02-02", **first},)
    status, _, said = commands.try_to(
        "record", book, write_days(tmp_path / "more.csv", more), *BY[2:]
    )
    assert status
    assert "has ended" in said
    assert now(book) == (LoanStage.REPAID, 0)
