"""The group's own money: costs, income, funds, gifts, banks, the network, lenders, corrections."""

from typing import Any

from ledger.actions.counter import reverse_entry
from ledger.actions.funds import NewAccount, agree_borrowing, close_account, open_account
from ledger.actions.months import close_month, hold_month, reopen_month
from ledger.actions.record import record_day
from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    COMMITTEE_PAYABLE,
    Account,
    Named,
    named_kind,
)
from ledger.rules.days import month_of
from ledger.rules.kip import Kip
from ledger.rules.lines import (
    BankInterest,
    CashDiffers,
    Deposit,
    FromBank,
    FundGift,
    FundSpent,
    PayablePaid,
    Received,
    SeedMoney,
    Spent,
    ToBank,
)
from ledger.rules.lines_funds import BankFee, Borrowed, FundMoved, LenderPaid, NetworkDue
from ledger.rules.loan_rules import LoanProduct, MonthCount, ScheduleKind
from tests.life.acts_loans import LoanActs
from tests.life.hand import CASH, Key
from tests.life.hand_loan import HandLoan


class GroupActs(LoanActs):
    """The acts with money that is nobody's own."""

    def own(self, kind: Named) -> Account | None:
        """One of the group's accounts of a kind that is not closed."""
        accounts = self.book.rulebooks[-1].accounts
        found = [a.account for a in accounts if named_kind(a.account) is kind and a.closed is None]
        return self.random.choice(found) if found else None

    def place(self, kip: Kip) -> tuple[Account | None, Key]:
        """The box, or at times a bank."""
        bank = self.own(Named.BANK)
        if bank is not None and self.hand.sums["bank", bank] >= kip and self.often(15):
            return bank, ("bank", int(bank))
        return None, CASH

    def cost(self) -> bool:
        account = self.own(Named.EXPENSE)
        if account is None:
            return False
        kip = self.amount(12_000)
        bank, place = self.place(kip)
        line = Spent(account, kip, "ນ້ຳຊາ", bank=bank)
        return self.line("cost", line, lambda d: self.hand.cost(d, int(account), kip, place))

    def income(self, kip: Kip | None = None) -> bool:
        account = self.own(Named.INCOME)
        if account is None:
            return False
        amount = self.amount(60_000) if kip is None else kip
        bank, place = self.place(amount)
        line = Received(account, amount, "ໂຕະ", bank=bank)
        return self.line("income", line, lambda d: self.hand.income(d, int(account), amount, place))

    def gift(self) -> bool:
        fund = self.own(Named.FUND)
        if fund is None:
            return False
        kip = self.amount(80_000)
        bank, place = self.place(kip)
        line = FundGift(fund, kip, giver="ທ່ານ ບຸນ", bank=bank)
        moves = (place, kip), (("fund", int(fund)), kip)
        return self.line("gift", line, lambda d: self.hand.write(d, *moves))

    def spend(self) -> bool:
        fund = self.own(Named.FUND)
        if fund is None:
            return False
        kip = self.amount(self.hand.free(fund) + self.random.choice((0, 0, 0, 1)))
        bank, place = self.place(kip)
        decision = self.decision() if self.often(80) else ""
        line = FundSpent(fund, kip, "ງານບຸນ", decision=decision, bank=bank)
        moves = (place, -kip), (("fund", int(fund)), -kip)
        return self.line("fund spent", line, lambda d: self.hand.write(d, *moves))

    def move_fund(self) -> bool:
        fund, to = self.own(Named.FUND), self.own(Named.FUND)
        if fund is None or to is None:
            return False
        kip = self.amount(self.hand.free(fund) // 2)
        line = FundMoved(fund, to, kip, self.decision())
        moves = (("fund", int(fund)), -kip), (("fund", int(to)), kip)
        return self.line("fund moved", line, lambda d: self.hand.write(d, *moves))

    def seed(self) -> bool:
        kip = self.amount(100_000)
        return self.line("seed", SeedMoney(kip), lambda d: self.hand.cash_in(d, ("seed", 0), kip))

    def bank(self) -> bool:
        """Cash goes to the bank or comes back, the bank gives interest or takes a fee."""
        bank = self.own(Named.BANK)
        if bank is None:
            return False
        key: Key = ("bank", int(bank))
        there = self.hand.sums[key]
        what = self.random.randrange(4)
        if what == 0 or not there:
            kip = self.amount(max(1, self.hand.sums[CASH] // 3))
            line = ToBank(bank, kip)
            moves = (CASH, -kip), (key, kip)
            return self.line("to bank", line, lambda d: self.hand.write(d, *moves))
        if what == 1:
            kip = self.amount(there + self.random.choice((0, 0, 1)))
            moves = (CASH, kip), (key, -kip)
            return self.line("from bank", FromBank(bank, kip), lambda d: self.hand.write(d, *moves))
        kip = self.amount(min(3_000, there))
        if what == 2:
            told = lambda d: self.hand.income(d, "bank", kip, key)  # noqa: E731
            return self.line("bank interest", BankInterest(bank, kip), told)
        told = lambda d: self.hand.cost(d, "bank", kip, key)  # noqa: E731
        return self.line("bank fee", BankFee(bank, kip), told)

    def network(self) -> bool:
        """A contribution falls due, or what is owed is paid."""
        account = self.own(Named.NETWORK)
        if account is None:
            return False
        key: Key = ("network", int(account))
        if self.often(50) or not self.hand.sums[key]:
            kip = self.amount(8_000)
            moves = (("cost", "network"), kip), (key, kip)
            line = NetworkDue(account, kip)
            return self.line("network due", line, lambda d: self.hand.write(d, *moves))
        return self.payable(account, key)

    def committee_paid(self) -> bool:
        if self.often(50):
            return self.payable(COMMITTEE_PAYABLE, ("committee", 0))
        return self.payable(ADVISERS_PAYABLE, ("advisers", 0))

    def payable(self, account: Account, key: Key) -> bool:
        kip = self.amount(self.hand.sums[key])
        bank, place = self.place(kip)
        moves = (place, -kip), (key, -kip)
        line = PayablePaid(account, kip, bank=bank)
        return self.line("payable paid", line, lambda d: self.hand.write(d, *moves))

    def over_or_short(self) -> bool:
        kip = self.random.randint(1, 900)
        if self.often(50):
            line = CashDiffers(kip, "ນັບຜິດ")
            return self.line("box over", line, lambda d: self.hand.income(d, "over", kip))
        line = CashDiffers(-kip, "ນັບຜິດ")
        return self.line("box short", line, lambda d: self.hand.cost(d, "short", kip))

    # --- lenders ------------------------------------------------------------------------------

    def borrow(self) -> bool:
        """The group agrees on a loan with the district or a bank, and the money comes."""
        if len([p for p in self.hand.lenders.values() if p.owed(self.day).kip]) > 3:
            return False
        terms = LoanProduct(
            key="lender",
            name="",
            rate=self.random.choice((0, 100, 150)),
            months=self.random.randint(3, 24),
            count=self.random.choice(list(MonthCount)),
            schedule=self.random.choice((ScheduleKind.BULLET, ScheduleKind.INTEREST_MONTHLY)),
        )
        kip = self.amount(400_000)

        def agree() -> Any:
            return agree_borrowing(
                self.book,
                self.actor,
                lender=f"ກອງທຶນເມືອງ {len(self.hand.lenders)}",
                kip=kip,
                terms=terms,
                day=self.day,
                decision=self.decision(),
                today=self.day,
            )

        def told(_: Any) -> None:
            account = max(self.book.borrowings())
            words = {"rate": terms.rate, "count": terms.count.value, "months": terms.months}
            words["schedule"] = terms.schedule.value
            self.hand.lenders[int(account)] = HandLoan(0, words, terms.months, kip)

        if not self.both("borrowing agreed", agree, told):
            return False
        account = max(self.book.borrowings())
        number = int(account)
        moves = (CASH, kip), (("lender", number), kip)
        return self.line(
            "borrowed",
            Borrowed(account, kip),
            lambda d: self.hand.write(d, *moves, loans=[(-number, "out", kip)]),
        )

    def pay_lender(self) -> bool:
        owing = [n for n, p in self.hand.lenders.items() if p.owed(self.day).kip]
        if not owing:
            return False
        number = self.random.choice(owing)
        whole = self.hand.lenders[number].owed(self.day).kip
        kip = whole if self.often(40) else self.amount(whole)
        bank, place = self.place(kip)
        line = LenderPaid(Account(number), kip, bank=bank)
        told = lambda d: self.hand.pay_lender(number, kip, d, place)  # noqa: E731
        return self.line("lender paid", line, told)

    # --- funds begin and end ------------------------------------------------------------------

    def open_fund(self) -> bool:
        kind = self.random.choice((Named.FUND, Named.FUND, Named.BANK, Named.EXPENSE))
        new = NewAccount(kind, f"ບັນຊີ {self.decisions}")

        def act() -> Any:
            return open_account(
                self.book,
                self.actor,
                new=new,
                day=self.day,
                decision=self.decision(),
                today=self.day,
            )

        return self.both("account opened", act, lambda _: None)

    def close_fund(self) -> bool:
        fund, to = self.own(Named.FUND), self.own(Named.FUND)
        if fund is None or to is None:
            return False
        kip = self.hand.sums["fund", fund]

        def act() -> Any:
            return close_account(
                self.book,
                self.actor,
                account=fund,
                to=to,
                day=self.day,
                decision=self.decision(),
                today=self.day,
            )

        def told(_: Any) -> None:
            self.hand.write(self.day, (("fund", int(fund)), -kip), (("fund", int(to)), kip))

        return self.both("fund closed", act, told, facts=f"{fund} to {to}")

    # --- corrections --------------------------------------------------------------------------

    def take_back(self) -> bool:
        """A line of lately, or of long ago, is taken back."""
        if not self.lines:
            return False
        number, line = self.random.choice(self.lines[-60:])
        if self.hand.lines[line].undone:
            line = -1
        loans = [] if line < 0 else [n for n, _, _ in self.hand.lines[line].loans if n > 0]

        def act() -> Any:
            return reverse_entry(
                self.book, self.actor, number=number, reason="ຂຽນຜິດ", today=self.day
            )

        def told(_: Any) -> None:
            if line < 0:
                raise self.different([f"entry {number} was taken back twice"])
            self.hand.take_back(line, self.day)

        return self.both("taken back", act, told, loans=loans, facts=f"entry {number}")

    def firm(self) -> bool:
        """The month before goes on hold, takes a late line by two, is opened again or closed."""
        month = month_of(self.day).plus(-1)
        day = month.last
        if not self.both(
            "month held",
            lambda: hold_month(self.book, self.actor, month=month, today=self.day),
            lambda _: setattr(self.hand, "held_until", day),
        ):
            return False
        member, kip = self.somebody(), self.saved_amount()
        key = ("savings", member)
        for second in (None, self.second):

            def act(second: Any = second) -> Any:
                return record_day(
                    self.book,
                    self.actor,
                    day=day,
                    lines=[Deposit(member, kip)],
                    today=self.day,
                    second=second,
                    reason="ມາຊ້າ" if second else "",
                )

            kind = "late line by two" if second else "late line by one"
            done = self.both(kind, act, lambda _: self.hand.cash_in(day, key, kip))
            if done and second is None:
                raise self.different(["a month on hold was written in by one"])
        if self.often(40):
            return self.both(
                "month opened again",
                lambda: reopen_month(
                    self.book,
                    self.actor,
                    month=month,
                    second=self.second,
                    reason="ຍັງບໍ່ແລ້ວ",
                    today=self.day,
                ),
                lambda _: setattr(self.hand, "held_until", month.plus(-1).last),
            )
        return self.both(
            "month closed",
            lambda: close_month(self.book, self.actor, month=month, today=self.day),
            lambda _: setattr(self.hand, "firm_until", day),
        )
