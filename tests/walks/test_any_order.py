"""Whatever a committee does, in whatever order, the book agrees with a hand ledger kept beside it.

The hand ledger knows nothing of the program: it adds and takes away with plain sums. After every
act cash, bank, each member's savings, each loan and each fund must be the same in both; an act that
is refused must leave the book as it was.
"""

import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ledger.actions.counter import reverse_entry
from ledger.actions.loans import decide_loan, request_loan
from ledger.actions.meeting import count_cash, open_sheet, pencil_cell, sign_sheet
from ledger.actions.record import record_day
from ledger.actions.set_up import start_books
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.accounts import CASH
from ledger.rules.closing import YearAlreadyClosed, plan_close
from ledger.rules.lines import (
    Deposit,
    FromBank,
    FundGift,
    FundSpent,
    Line,
    LoanPaidOut,
    Received,
    RepaidAs,
    Spent,
    ToBank,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import CashCount, Column, SheetKind
from ledger.rules.people import Actor, MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import LoanProduct, LoanRules, Purpose, SavingRules, WithdrawalRule
from ledger.rules.set_up import SetUp
from ledger.rules.transfers import EntryNumber, LoanId
from tests.villages import BANK, COSTS, GROUP, MEMBERS, OFFICERS, RENT, RESERVE, RULES, WELFARE

FREE = LoanProduct(key="free", name="ສຸກເສີນ", rate=0, months=12, at_once=9)
DEAR = LoanProduct(key="dear", name="ຄ້າຂາຍ", rate=300, months=12, at_once=9, loan_class="trade")
VILLAGE = replace(
    RULES,
    saving=SavingRules(minimum=1_000, withdrawal=WithdrawalRule.ANY_TIME),
    loans=LoanRules(products=(FREE, DEAR), purposes=(Purpose("any", "ທົ່ວໄປ", "free"),)),
)
BEGIN = date(2026, 1, 1)
AMOUNTS = st.integers(1, 300) | st.integers(0, 300).map(lambda n: n * 1_000)
PEOPLE = st.sampled_from([m.id for m in MEMBERS])
FUNDS = st.sampled_from([WELFARE, RESERVE])


class Committee(RuleBasedStateMachine):
    """A committee that may do anything at any time, and its hand ledger."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.day = BEGIN
        self.hand: Counter[Any] = Counter()
        self.loans: list[LoanId] = []
        self.waiting: list[tuple[LoanId, int]] = []
        self.written: list[tuple[EntryNumber, dict[Any, int]]] = []
        self.closed: set[int] = set()

    @initialize()
    def begin(self) -> None:
        self.book = Book.create(
            Path(self.folder.name) / "any.book",
            group=GROUP,
            rulebook=VILLAGE,
            clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
        )
        self.actor, self.second = (Actor(o.id, o.name, o.role) for o in OFFICERS[:2])
        members = tuple(replace(m, fee_free=True) for m in MEMBERS)
        set_up = SetUp(
            group=GROUP, begin=BEGIN, rulebook=VILLAGE, officers=OFFICERS, members=members
        )
        start_books(self.book, self.actor, set_up=set_up)

    def teardown(self) -> None:
        if hasattr(self, "book"):
            assert self.book.check() == ()
            self.book.close()
        self.folder.cleanup()

    # --- acts ------------------------------------------------------------------------------

    def do(self, line: Line, **moves: int) -> None:
        """Write one line; the hand ledger moves only when the book did not refuse."""
        before = self.standing()
        try:
            change = record_day(self.book, self.actor, day=self.day, lines=[line], today=self.day)
        except Refusal:
            assert self.standing() == before
            return
        self.kept(change, {_key(name): kip for name, kip in moves.items()})

    def kept(self, change: Change, moves: dict[Any, int]) -> None:
        for key, kip in moves.items():
            self.hand[key] += kip
        self.written += [(number, moves) for number in change.entries[:1]]

    @rule(days=st.integers(1, 40))
    def days_go_by(self, days: int) -> None:
        self.day = min(self.day + timedelta(days=days), date(2027, 12, 31))

    @rule(member=PEOPLE, kip=AMOUNTS)
    def deposit(self, member: MemberId, kip: int) -> None:
        self.do(Deposit(member, kip), cash=kip, **{f"savings_{member}": kip})

    @rule(member=PEOPLE, kip=AMOUNTS)
    def withdraw(self, member: MemberId, kip: int) -> None:
        self.do(Withdrawal(member, kip), cash=-kip, **{f"savings_{member}": -kip})

    @rule(member=PEOPLE)
    def welfare(self, member: MemberId) -> None:
        self.do(WelfarePaid(member, 1_000), cash=1_000, **{f"fund_{WELFARE}": 1_000})

    @rule(fund=FUNDS, kip=AMOUNTS)
    def gift(self, fund: int, kip: int) -> None:
        self.do(
            FundGift(WELFARE if fund == WELFARE else RESERVE, kip),
            cash=kip,
            **{f"fund_{fund}": kip},
        )

    @rule(fund=FUNDS, kip=AMOUNTS)
    def spend(self, fund: int, kip: int) -> None:
        wanted = WELFARE if fund == WELFARE else RESERVE
        self.do(FundSpent(wanted, kip, "ງານບຸນ"), cash=-kip, **{f"fund_{fund}": -kip})

    @rule(kip=AMOUNTS)
    def cost(self, kip: int) -> None:
        self.do(Spent(COSTS, kip, "ນ້ຳຊາ"), cash=-kip)

    @rule(kip=AMOUNTS)
    def rent(self, kip: int) -> None:
        self.do(Received(RENT, kip, "ໂຕະ"), cash=kip)

    @rule(kip=AMOUNTS, there=st.booleans())
    def bank(self, kip: int, there: bool) -> None:
        sign = 1 if there else -1
        line = ToBank(BANK, kip) if there else FromBank(BANK, kip)
        self.do(line, cash=-sign * kip, bank=sign * kip)

    @rule(member=PEOPLE, kip=AMOUNTS, product=st.sampled_from([FREE, DEAR]))
    def ask(self, member: MemberId, kip: int, product: LoanProduct) -> None:
        request = LoanRequest(member, self.day, kip, "any", product, 12)
        with suppress(Refusal):
            (loan,) = request_loan(self.book, self.actor, request=request).loans
            names = (self.actor.name, self.second.name)
            decision = LoanDecision(self.day, "7", approved=True, kip=kip, approvers=names)
            decide_loan(self.book, self.actor, loan=loan, decision=decision)
            self.waiting.append((loan, kip))

    @precondition(lambda self: self.waiting)
    @rule()
    def pay_out(self) -> None:
        loan, kip = self.waiting[0]
        self.do(LoanPaidOut(loan), cash=-kip, **{f"loan_{loan}": kip})
        if self.hand[_key(f"loan_{loan}")]:
            self.waiting.pop(0)
            self.loans.append(loan)

    @precondition(lambda self: self.loans)
    @rule(place=st.integers(0, 9), principal=AMOUNTS, interest=AMOUNTS)
    def repay(self, place: int, principal: int, interest: int) -> None:
        loan = self.loans[place % len(self.loans)]
        line = RepaidAs(loan, interest=interest, principal=principal)
        self.do(line, cash=principal + interest, **{f"loan_{loan}": -principal})

    @precondition(lambda self: self.written)
    @rule(place=st.integers(0, 99))
    def take_back(self, place: int) -> None:
        number, moves = self.written[place % len(self.written)]
        before = self.standing()
        try:
            reverse_entry(self.book, self.actor, number=number, reason="ຜິດ", today=self.day)
        except Refusal:
            assert self.standing() == before
            return
        for key, kip in moves.items():
            self.hand[key] -= kip
        self.loans = [loan for loan in self.loans if self.hand[_key(f"loan_{loan}")] > 0]

    @rule(member=PEOPLE, kip=st.integers(1, 50).map(lambda n: n * 1_000), short=st.booleans())
    def meet(self, member: MemberId, kip: int, short: bool) -> None:
        """A whole meeting: one deposit, counted, perhaps a note short, signed."""
        try:
            open_sheet(
                self.book,
                self.actor,
                day=self.day,
                kind=SheetKind.MEETING,
                opening=None,
                today=self.day,
            )
        except Refusal:
            return
        sheet = self.book.open_sheet()
        assert sheet is not None
        moves: dict[Any, int] = {}
        with suppress(Refusal):
            pencil_cell(
                self.book,
                self.actor,
                sheet=sheet.id,
                member=member,
                column=Column.SAVINGS,
                kip=kip,
            )
            moves = {_key("cash"): kip, _key(f"savings_{member}"): kip}
        expected = self.book.meeting_sheet(sheet.id).expected
        missing = 1 if short and expected else 0
        moves[_key("cash")] = moves.get(_key("cash"), 0) - missing
        count = CashCount(((1, expected - missing),) if expected - missing else ())
        count_cash(
            self.book, self.actor, sheet=sheet.id, when="closing", count=count, reason="ທອນຜິດ"
        )
        sign_sheet(
            self.book, self.actor, sheet=sheet.id, signers=(self.second.name,), today=self.day
        )
        for key, moved in moves.items():
            self.hand[key] += moved

    @precondition(lambda self: self.day.year == 2027)
    @rule()
    def close(self) -> None:
        """The old year is closed once; funds and what is owed may grow by it, cash does not."""
        before = self.standing()
        try:
            plan = plan_close(self.book.year_facts(2026, self.day))
        except YearAlreadyClosed:
            assert 2026 in self.closed
            return
        except Refusal:
            assert self.standing() == before
            return
        assert 2026 not in self.closed
        close_year(self.book, self.actor, plan=plan, signers=(self.second,), today=self.day)
        self.closed.add(2026)
        for share in plan.lines:
            if share.line.account in {WELFARE, RESERVE}:
                self.hand[_key(f"fund_{share.line.account}")] += share.kip - share.odd
        if plan.remainder_fund is not None:
            self.hand[_key(f"fund_{plan.remainder_fund}")] += plan.odd

    # --- what must hold --------------------------------------------------------------------

    def standing(self) -> dict[Any, int]:
        """Cash, bank, funds, savings and loans as the book has them."""
        balances = self.book.balances()
        found: dict[Any, int] = {
            ("cash",): balances.get(CASH, 0),
            ("bank",): balances.get(BANK, 0),
        }
        found |= {("fund", str(fund)): balances.get(fund, 0) for fund in (WELFARE, RESERVE)}
        found |= {("savings", str(m)): kip for m, kip in self.book.savings().items()}
        for row in self.book.loan_rows(date(2099, 1, 1), open_only=False):
            found["loan", str(row.loan.id)] = row.state.principal if row.loan.moves else 0
        return {key: kip for key, kip in found.items() if kip}

    @invariant()
    def the_book_agrees_with_the_hand_ledger(self) -> None:
        if hasattr(self, "book"):
            assert self.standing() == {key: kip for key, kip in self.hand.items() if kip}


def _key(name: str) -> tuple[str, ...]:
    return tuple(name.split("_"))


Committee.TestCase.settings = settings(max_examples=12, stateful_step_count=40, deadline=None)
TestAnyOrder = Committee.TestCase
