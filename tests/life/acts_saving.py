"""Members bring money and take it out: both kinds of savings, notices, interest, welfare, fees."""

from typing import Any

from ledger.actions.record import record_day
from ledger.actions.saving import credit_interest, give_notice, take_back_interest
from ledger.actions.welfare import ask_claim, decide_claim, pay_claim, pay_pensions
from ledger.rules.claims import Claim, ClaimDecision, ClaimRequest, units_between
from ledger.rules.days import Month, month_of
from ledger.rules.lines import (
    Deposit,
    Fee,
    FeePaid,
    Line,
    SavingsInterest,
    WelfarePaid,
    Withdrawal,
)
from ledger.rules.lines_saving import VoluntaryDeposit, VoluntaryWithdrawal
from ledger.rules.people import Actor, MemberId
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import InterestPlan, plan_interest
from tests.life import hand_interest
from tests.life.almanac import later
from tests.life.diary import Diary
from tests.life.hand import Key


class SavingActs(Diary):
    """The acts of members with their own money."""

    def line(self, kind: str, line: Line, told: Any, *, loans: tuple[int, ...] = ()) -> bool:
        """One line of a day; `told` says by hand what it is, for the day it is given."""
        day = self.earlier() if kind in _BACKDATED else self.day

        def act() -> Any:
            return record_day(self.book, self.actor, day=day, lines=[line], today=self.day)

        def say(change: Any) -> None:
            self.lines.append((change.entries[0], told(day)))

        return self.both(kind, act, say, loans=loans, facts=f"{day} {line}")

    def somebody(self) -> MemberId:
        return self.random.choice(self.members())

    def saved_amount(self) -> int:
        """What the group's paper lets one save at once, or near it."""
        saving = self.hand.paper(self.day).get("saving", {})
        mode = saving.get("mode", "free")
        if mode == "shares":
            most = saving.get("shares_max", 20)
            return int(saving["share_value"]) * self.random.randint(1, most)
        least = int(saving.get("minimum", 0))
        if mode == "promise":
            return least
        most = saving.get("maximum") or max(least * 4, 40_000)
        return max(least, self.amount(most))

    def deposit(self) -> bool:
        member, kip = self.somebody(), self.saved_amount()
        month = None
        if self.often(15):
            # For a month that was missed, or for one to come.
            month = month_of(self.day).plus(self.random.choice((-2, -1, 1)))
        line = Deposit(member, kip, month)
        key = ("savings", member)
        return self.line("deposit", line, lambda day: self.hand.cash_in(day, key, kip))

    def voluntary(self) -> bool:
        member, kip = self.somebody(), self.amount(60_000)
        key = ("voluntary", member)
        line = VoluntaryDeposit(member, kip)
        return self.line("voluntary", line, lambda day: self.hand.cash_in(day, key, kip))

    def withdraw(self) -> bool:
        member = self.somebody()
        kip = self.amount(self.hand.sums["savings", member] + self.random.choice((0, 0, 1)))
        key = ("savings", member)
        line = Withdrawal(member, kip)
        return self.line("withdrawal", line, lambda day: self.hand.cash_out(day, key, kip))

    def withdraw_voluntary(self) -> bool:
        member = self.somebody()
        kip = self.amount(self.hand.sums["voluntary", member])
        key = ("voluntary", member)
        line = VoluntaryWithdrawal(member, kip)
        told = lambda day: self.hand.cash_out(day, key, kip)  # noqa: E731
        return self.line("voluntary withdrawal", line, told)

    def notice(self) -> bool:
        member = self.somebody()
        product = self.random.choice(list(SavingsProduct))
        key = "savings" if product is SavingsProduct.COMPULSORY else "voluntary"
        kip = self.amount(self.hand.sums[key, member])

        def act() -> Any:
            return give_notice(
                self.book,
                self.actor,
                member=member,
                product=product,
                kip=kip,
                day=self.day,
                today=self.day,
            )

        return self.both("notice", act, lambda _: None, facts=f"{member} {kip}")

    def withdraw_noticed(self) -> bool:
        """What somebody gave notice of, when its day has come."""
        ready = [
            n
            for notices in self.book.notices().values()
            for n in notices
            if n.left and n.ready <= self.day
        ]
        if not ready:
            return False
        notice = self.random.choice(ready)
        member, kip = notice.member, self.amount(notice.left)
        if notice.product is SavingsProduct.COMPULSORY:
            key, line = ("savings", member), Withdrawal(member, kip)
            return self.line("noticed", line, lambda d: self.hand.cash_out(d, key, kip))
        vkey, vline = ("voluntary", member), VoluntaryWithdrawal(member, kip)
        return self.line("noticed", vline, lambda d: self.hand.cash_out(d, vkey, kip))

    def interest_by_hand(self) -> bool:
        member, kip = self.somebody(), self.amount(500)
        moves = (("savings", member), kip), (("cost", "savings_interest"), kip)
        line = SavingsInterest(member, kip)
        return self.line("interest by hand", line, lambda day: self.hand.write(day, *moves))

    def credit(self) -> bool:
        """The oldest months whose interest on savings is due."""
        due = self.book.interest_due(self.day)
        if not due:
            return False
        span = due[0]
        first, last = span.first.first, span.last.last
        plan = plan_interest(self.book.interest_facts(span))
        planned: dict[Key, int] = {
            (
                "savings" if r.product is SavingsProduct.COMPULSORY else "voluntary",
                int(r.member.id),
            ): r.kip
            for r in plan.rows
            if r.kip
        }
        if planned != (reckoned := hand_interest.interest(self.hand, first, last)):
            keys = [
                k for k in planned.keys() | reckoned.keys() if planned.get(k) != reckoned.get(k)
            ]
            wrong = [f"interest {k}: {planned.get(k)}, by hand {reckoned.get(k)}" for k in keys]
            raise self.different([f"interest {first} to {last}", *wrong])
        self.compared += len(planned)

        # In a month on hold one alone cannot credit what anybody gets.
        held = bool(reckoned) and self.hand.firm_until < last <= self.hand.held_until
        if held and self._credit(plan, None):
            raise self.different(["interest was credited by one in a month on hold"])
        return self._credit(plan, self.second if held else None)

    def _credit(self, plan: InterestPlan, second: Actor | None) -> bool:
        first, last = plan.span.first.first, plan.span.last.last
        why = "ມາຊ້າ" if second else ""

        def act() -> Any:
            return credit_interest(
                self.book, self.actor, plan=plan, today=self.day, second=second, reason=why
            )

        return self.both(
            "interest credited by two" if second else "interest credited",
            act,
            lambda _: hand_interest.credit(self.hand, first, last),
            facts=f"{first} {last}",
        )

    def take_interest_back(self) -> bool:
        posted = [p for p in self.book.interest_posted() if p.entry is not None]
        if not posted:
            return False
        last = posted[-1]
        span = last.span.first.first, last.span.last.last

        def act() -> Any:
            return take_back_interest(
                self.book, self.actor, posted=last, reason="ຜິດ", today=self.day
            )

        def told(_: Any) -> None:
            self.hand.take_back(self.hand.credited[span], self.day)

        return self.both("interest taken back", act, told, facts=f"{span}")

    # --- welfare and fees ---------------------------------------------------------------------

    def welfare_fund(self) -> int | None:
        fund = self.hand.paper(self.day).get("welfare", {}).get("fund")
        return None if fund is None else int(fund)

    def welfare(self) -> bool:
        fund = self.welfare_fund() or 3001
        member, kip = self.somebody(), self.random.choice((500, 1_000, 1_000, 2_000))
        line = WelfarePaid(member, kip)
        return self.line("welfare", line, lambda d: self.hand.cash_in(d, ("fund", fund), kip))

    def fee(self) -> bool:
        saving = self.hand.paper(self.day).get("saving", {})
        which = self.random.choice((Fee.ENTRY, Fee.PASSBOOK, Fee.MISSED))
        names = {Fee.ENTRY: "entry_fees", Fee.PASSBOOK: "passbooks", Fee.MISSED: "missed"}
        rules = {Fee.ENTRY: "entry_fee", Fee.PASSBOOK: "passbook_fee", Fee.MISSED: "missed_fine"}
        kip = int(saving.get(rules[which]) or 1_000)
        line = FeePaid(self.somebody(), which, kip)
        return self.line("fee", line, lambda d: self.hand.income(d, names[which], kip))

    def claim(self) -> bool:
        """A member claims a benefit; it is decided on, and what was approved is paid."""
        benefits = self.book.rulebook(self.day).welfare.benefits
        fund = self.welfare_fund()
        if not benefits or fund is None:
            return False
        benefit = self.random.choice(benefits)
        last = self.day
        first = max(self.hand.begin, last.fromordinal(last.toordinal() - self.random.randint(0, 9)))
        units = units_between(benefit.unit, first, last)
        request = ClaimRequest(
            self.somebody(), self.day, benefit, first, last, max(1, units), evidence="ໃບຢັ້ງຢືນ"
        )

        def ask() -> Any:
            return ask_claim(self.book, self.actor, request=request)

        if not self.both("claim", ask, lambda _: None, facts=f"{request.member} {benefit.code}"):
            return False
        return self._decide(self.book.claims()[-1], fund)

    def _decide(self, found: Claim, fund: int) -> bool:
        """The claim is decided on, and paid where it was approved."""
        confirmers = tuple(o.name for o in self.book.officers() if o.serves(self.day))[:3]
        approved = self.often(85)
        decision = ClaimDecision(
            self.day, self.decision(), approved, confirmers if approved else (), "ຫຼັກຖານ"
        )

        def decide() -> Any:
            return decide_claim(self.book, self.actor, claim=found.id, decision=decision)

        if not self.both("claim decided", decide, lambda _: None) or not approved:
            return False
        wanted = _benefit(self.hand.paper(self.day)["welfare"]["benefits"], found.request)
        if wanted is not None and wanted < found.kip:
            raise self.different([f"claim {found}: by hand at most {wanted}"])

        def pay() -> Any:
            return pay_claim(self.book, self.actor, claim=found.id, today=self.day)

        def told(change: Any) -> None:
            key = ("fund", fund)
            self.lines.append((change.entries[0], self.hand.cash_out(self.day, key, found.kip)))

        return self.both("claim paid", pay, told, facts=f"{found.kip}")

    def pensions(self) -> bool:
        fund = self.welfare_fund()
        if fund is None or not any(
            b.is_pension for b in self.book.rulebook(self.day).welfare.benefits
        ):
            return False
        month = Month(self.day.year, self.day.month)
        confirmers = tuple(o.name for o in self.book.officers() if o.serves(self.day))[:3]
        decision = ClaimDecision(self.day, self.decision(), True, confirmers)
        before = len(self.book.claims())

        def act() -> Any:
            return pay_pensions(
                self.book,
                self.actor,
                month=month,
                members=frozenset(self.members()),
                decision=decision,
                evidence="x",
                today=self.day,
            )

        def told(_: Any) -> None:
            benefits = self.hand.paper(self.day)["welfare"]["benefits"]
            born = {m.id: m.born for m in self.book.members()}
            whole = 0
            for claim in self.book.claims()[before:]:
                day = born[claim.request.member]
                assert day is not None
                ladder = next(b for b in benefits if b["code"] == claim.request.benefit.code)
                # A pension by age: the highest step that she has reached on the first of the month.
                years = [s for s in ladder["steps"] if later(day, 12 * s["years"]) <= month.first]
                kip = years[-1]["kip"]
                if kip != claim.kip:
                    raise self.different([f"pension {claim}: by hand {kip}"])
                whole += kip
            self.hand.cash_out(self.day, ("fund", fund), whole)

        return self.both("pensions", act, told)


_BACKDATED = {"deposit", "voluntary", "welfare", "cost", "income", "gift"}


def _benefit(benefits: list[dict[str, Any]], request: ClaimRequest) -> int | None:
    """The most that one claim may come to, by the group's own table; nothing for a ladder."""
    row = next(b for b in benefits if b["code"] == request.benefit.code)
    if row.get("ladder", "nothing") != "nothing":
        return None
    units = min(request.units, row.get("units_most") or request.units)
    kip = units * int(row.get("kip", 0))
    limits = [row[name] for name in ("event_most", "year_most") if row.get(name)]
    return min([kip, *map(int, limits)])
