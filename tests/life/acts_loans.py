"""The committee lends: parts, repayments, guarantors, new due days, pauses, waivers, losses."""

from datetime import timedelta
from typing import Any

from ledger.actions.loan_life import pass_loan_on, write_event, write_off_loan
from ledger.actions.loan_money import guarantor_pays, hand_over, recover, repay
from ledger.actions.loans import decide_loan, request_loan
from ledger.rules.lending import (
    GuarantorForHerself,
    GuarantorNotActive,
    GuarantorOverSavings,
    GuarantorOverstretched,
    GuarantorTwice,
    TooFewGuarantors,
)
from ledger.rules.lines import DividendTaken, DividendWay, RepaidAs
from ledger.rules.loan_events import InterestPaused, PlannedPart, Rescheduled, Waived
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.people import MemberId
from ledger.rules.transfers import LoanId
from tests.life.acts_saving import SavingActs
from tests.life.almanac import later
from tests.life.hand_desk import Asked

GUARANTORS = (
    *(GuarantorForHerself, GuarantorNotActive, GuarantorOverSavings),
    *(GuarantorOverstretched, GuarantorTwice, TooFewGuarantors),
)
"""What the program says of people who may not stand for a loan."""


class LoanActs(SavingActs):
    """The acts about loans."""

    def running_loan(self, *, late: bool = False) -> int | None:
        """A loan that is out; one that is late where there is any, if that is wanted."""
        open_ = [n for n, p in self.hand.loans.items() if p.parts and not p.lost]
        self.random.shuffle(open_)
        found = None
        for number in open_[:40]:
            owed = self.hand.loans[number].owed(self.day)
            if owed.kip and (owed.overdue or not late):
                return number
            found = number if owed.kip else found
        return found

    def lend(self) -> bool:
        """Somebody asks, the committee agrees; the money is handed over later."""
        number = self.request()
        return number is not None and self.decide_on(number, agrees=True)

    def request(self) -> int | None:
        """Somebody asks for a loan; its number, where the rules let her ask."""
        products = self.book.rulebook(self.day).loans.products
        if not products:
            return None
        product = self.random.choice(products)
        member = self.somebody()
        saved = self.hand.sums["savings", member] + self.hand.sums["voluntary", member]
        kip = self.amount(max(20_000, min(3 * saved, 2_000_000)))
        purposes = [p.code for p in self.book.rulebook(self.day).loans.purposes]
        guarantors = self.some_to_stand(product.guarantors + self.often(40), member)
        request = LoanRequest(
            member=member,
            day=self.day,
            kip=kip,
            purpose=self.random.choice(purposes) if purposes else "",
            product=product,
            months=self.random.randint(max(1, product.months - 8), product.months),
            guarantors=guarantors,
        )
        right = self.desk.may_stand(
            tuple(map(int, guarantors)),
            borrower=int(member),
            terms=self.hand.product(product.key, self.day),
            kip=kip,
        )
        numbers: list[int] = []

        def told(change: Any) -> None:
            numbers.extend(map(int, change.loans))
            self.desk.asked[numbers[0]] = Asked(
                int(member), kip, self.day, request.purpose, tuple(map(int, request.guarantors))
            )

        def ask() -> Any:
            return request_loan(self.book, self.actor, request=request)

        facts = f"{member} {kip} {product.key} {request.months}"
        done = self.both("loan asked", ask, told, facts=f"{facts} {guarantors}")
        if right is not done and (done or isinstance(self.said, GUARANTORS)):
            raise self.different([f"{guarantors} for {facts}: {self.said}, by hand {right}"])
        return numbers[0] if numbers else None

    def some_to_stand(self, count: int, borrower: MemberId) -> tuple[MemberId, ...]:
        """People who are to stand for a loan: often the same few, and at times nobody may."""
        others = [m for m in self.members() if m != borrower or self.often(2)]
        if self.often(50):
            others = others[: count + 4]
        return tuple(self.random.sample(others, min(len(others), count)))

    def decide_on(self, number: int, *, agrees: bool = False) -> bool:
        """The committee agrees, mostly to all of it; at times it refuses."""
        asked = self.desk.asked[number]
        agrees = agrees or self.often(85)
        agreed = self.amount(asked.kip) if self.often(20) else asked.kip
        names = (self.actor.name, self.second.name) if agrees else ()
        reason = "" if agrees else "ເງິນບໍ່ພໍ"
        decision = LoanDecision(
            self.day, self.decision(), agrees, agreed if agrees else 0, names, reason=reason
        )
        request = self.book.loan(LoanId(number)).request

        def decide() -> Any:
            return decide_loan(self.book, self.actor, loan=LoanId(number), decision=decision)

        def told(_: Any) -> None:
            asked.decided, asked.refused = True, not agrees
            if not agrees:
                return
            asked.kip = agreed
            self.hand.agree(
                number,
                member=asked.member,
                terms=self.hand.product(request.product.key, asked.day),
                months=request.months,
                kip=agreed,
                guarantors=asked.guarantors,
            )

        kind = "loan agreed" if agrees else "loan refused"
        return self.both(kind, decide, told, loans=[LoanId(number)])

    def waiting(self) -> list[int]:
        """Loans of which something is still to be handed over."""
        return [
            n for n, p in self.hand.loans.items() if self.hand.still_to_hand_over(n) and not p.lost
        ]

    def pay_out(self) -> bool:
        waiting = self.waiting()
        if not waiting:
            return False
        number = self.random.choice(waiting[-12:])
        whole = self.hand.still_to_hand_over(number)
        kip = whole if self.often(60) else self.amount(whole)

        def act() -> Any:
            today = self.day
            return hand_over(self.book, self.actor, loan=LoanId(number), kip=kip, today=today)

        def told(change: Any) -> None:
            self.lines.append((change.entries[0], self.hand.hand_over(number, kip, self.day)))

        return self.both("pay-out", act, told, loans=[number], facts=f"loan {number} {kip}")

    def repay(self) -> bool:
        """Something is paid, by the borrower or by one who stands for her."""
        number = self.running_loan(late=self.often(60))
        if number is None:
            return False
        page = self.hand.loans[number]
        owed = page.owed(self.day)
        kip = owed.kip if self.often(25) else self.amount(owed.kip + self.random.choice((0, 0, 1)))
        parts = page.split(kip, self.day, self.hand.order(self.day))
        who = self.random.choice(page.guarantors) if page.guarantors and self.often(15) else None
        loan = LoanId(number)

        def act() -> Any:
            if who is None:
                return repay(self.book, self.actor, loan=loan, kip=kip, today=self.day)
            return guarantor_pays(
                self.book,
                self.actor,
                loan=loan,
                guarantor=MemberId(who),
                kip=kip,
                today=self.day,
            )

        def told(change: Any) -> None:
            if parts is None:
                raise self.different([f"loan {number}: {kip} taken, by hand {owed} owed"])
            self.lines.append((change.entries[0], self.hand.repay(number, parts, self.day)))

        kind = "repayment" if who is None else "guarantor pays"
        facts = f"loan {number} {kip} {parts}"
        if not self.both(kind, act, told, loans=[number], facts=facts) and parts is not None:
            raise self.different([f"loan {number}: {kip} refused, by hand {owed} owed"])
        return True

    def repay_as(self) -> bool:
        """The three parts as they were agreed at the table."""
        number = self.running_loan()
        if number is None:
            return False
        owed = self.hand.loans[number].owed(self.day)
        parts = {
            "fine": self.amount(owed.fine) if owed.fine else 0,
            "interest": self.amount(owed.interest) if owed.interest else 0,
            "principal": self.amount(owed.principal) if owed.principal else 0,
        }
        line = RepaidAs(LoanId(number), **parts)
        told = lambda day: self.hand.repay(number, parts, day)  # noqa: E731
        return self.line("repayment in parts", line, told, loans=(number,))

    def counted(self, number: int | None) -> tuple[int, Any] | None:
        return None if number is None else (number, self.hand.loans[number].owed(self.day))

    def reschedule(self) -> bool:
        number = self.running_loan(late=True)
        if number is None:
            return False
        owed = self.hand.loans[number].owed(self.day)
        count = self.random.randint(1, 8)
        if owed.principal < count:
            return False
        each = owed.principal // count
        kips = [each] * (count - 1) + [owed.principal - each * (count - 1)]
        first = self.day + timedelta(days=self.random.randint(1, 40))
        plan = [(later(first, k), kip) for k, kip in enumerate(kips)]
        event = Rescheduled(self.day, self.decision(), tuple(PlannedPart(d, k) for d, k in plan))

        def told(_: Any) -> None:
            self.hand.loans[number].plans.append((self.day, plan))

        return self._event("reschedule", number, event, told)

    def pause(self) -> bool:
        number = self.running_loan()
        if number is None:
            return False
        first = self.day + timedelta(days=self.random.randint(0, 20))
        last = first + timedelta(days=self.random.randint(0, 120))
        event = InterestPaused(self.day, self.decision(), first, last)

        def told(_: Any) -> None:
            self.hand.loans[number].pauses.append((self.day, first, last))

        return self._event("pause", number, event, told)

    def waive(self) -> bool:
        number = self.running_loan(late=True)
        if number is None:
            return False
        owed = self.hand.loans[number].owed(self.day)
        interest = self.amount(owed.interest) if owed.interest and self.often(70) else 0
        fine = self.amount(owed.fine) if owed.fine else 0
        event = Waived(self.day, self.decision(), interest=interest, fine=fine)

        def told(_: Any) -> None:
            self.hand.loans[number].waived.append((self.day, interest, fine))

        return self._event("waiver", number, event, told)

    def _event(self, kind: str, number: int, event: Any, told: Any) -> bool:
        def act() -> Any:
            loan = LoanId(number)
            return write_event(self.book, self.actor, loan=loan, event=event, today=self.day)

        return self.both(kind, act, told, loans=[number], facts=f"loan {number} {event}")

    def write_off(self) -> bool:
        number = self.running_loan(late=True)
        if number is None:
            return False

        def act() -> Any:
            return write_off_loan(
                self.book,
                self.actor,
                second=self.second if self.often(90) else None,
                loan=LoanId(number),
                decision=self.decision(),
                day=self.day,
                today=self.day,
            )

        def told(change: Any) -> None:
            self.lines.append((change.entries[0], self.hand.write_off(number, self.day)))

        return self.both("write-off", act, told, loans=[number], facts=f"loan {number}")

    def recover(self) -> bool:
        lost = [n for n, p in self.hand.loans.items() if p.written_off > p.recovered]
        if not lost:
            return False
        number = self.random.choice(lost)
        page = self.hand.loans[number]
        kip = self.amount(page.written_off - page.recovered)

        def act() -> Any:
            loan = LoanId(number)
            return recover(self.book, self.actor, loan=loan, kip=kip, today=self.day)

        def told(change: Any) -> None:
            self.lines.append((change.entries[0], self.hand.recover(number, kip, self.day)))

        return self.both("recovery", act, told, loans=[number], facts=f"loan {number} {kip}")

    def pass_on(self) -> bool:
        number = self.running_loan(late=True)
        if number is None or not self.hand.loans[number].guarantors:
            return False
        who = self.random.choice(self.hand.loans[number].guarantors)
        months = self.random.randint(1, 18)

        def act() -> Any:
            return pass_loan_on(
                self.book,
                self.actor,
                loan=LoanId(number),
                guarantor=MemberId(who),
                decision=self.decision(),
                months=months,
                day=self.day,
                today=self.day,
            )

        def told(change: Any) -> None:
            (new,) = [int(loan) for loan in change.loans if int(loan) != number]
            self.hand.pass_on(number, new, who, months, self.day)

        return self.both("take-over", act, told, loans=[number], facts=f"loan {number} to {who}")

    # --- dividends ----------------------------------------------------------------------------

    def dividend(self) -> bool:
        """Somebody takes her dividend: in cash, into her savings, or off what she owes."""
        owed = [m for (kind, m), kip in self.hand.sums.items() if kind == "dividend" and kip > 0]
        if not owed:
            return False
        return self.take_dividend(MemberId(int(self.random.choice(owed))))

    def take_dividend(self, member: MemberId) -> bool:
        kip = self.amount(self.hand.sums["dividend", member])
        loans = self.hand.running(int(member), self.day)
        if loans and self.often(60):
            number = loans[0]
            parts = self.hand.loans[number].split(kip, self.day, self.hand.order(self.day))
            if parts is None:
                return False
            line = DividendTaken(member, kip, DividendWay.OFFSET, LoanId(number))
            place = ("dividend", int(member))
            return self.line(
                "dividend off a loan",
                line,
                lambda day: self.hand.repay(number, parts, day, place),
                loans=(number,),
            )
        if self.often(50):
            line = DividendTaken(member, kip, DividendWay.SAVINGS)
            return self.line(
                "dividend saved",
                line,
                lambda day: self.hand.dividend_saved(day, int(member), kip),
            )
        key = ("dividend", int(member))
        line = DividendTaken(member, kip, DividendWay.CASH)
        return self.line("dividend in cash", line, lambda day: self.hand.cash_out(day, key, kip))
