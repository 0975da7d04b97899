"""The year ends, is closed and stays so; the rules change by decision."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.year_end import close_year
from ledger.rules.closing import InterestNotCredited, plan_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.codec import from_plain, to_plain
from ledger.rules.lines import Received
from ledger.rules.people import Actor, Role
from ledger.rules.profit import profit_of
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Destination, Rulebook
from tests.life import hand_interest, hand_year
from tests.life.acts_people import PeopleActs
from tests.life.almanac import ONE_DAY
from tests.life.hand import Key
from tests.life.hand_year import ByHand, NotReachedError, YearByHand
from tests.life.papers import variation


class YearActs(PeopleActs):
    """The acts that end a year, and those that change what the group has agreed."""

    def open_year(self) -> tuple[date, date]:
        """The oldest year that is not closed."""
        after = max(self.hand.closed_until + ONE_DAY, self.hand.begin)
        return self.hand.year_of(after)

    def close(self) -> bool:
        """Plan the oldest open year by both books, compare every kip, and close it."""
        first, last = self.open_year()
        if last >= self.day:
            return False
        self._running_year_alone()
        try:
            by_hand = ByHand(self.hand, self.officers, first, last).close()
        except NotReachedError:
            by_hand = None
        plan = self._planned(first, last, by_hand)
        if plan is None:
            return False
        assert by_hand is not None
        self._same(plan, by_hand)

        def act() -> Any:
            signers = self.signers()
            return close_year(self.book, self.actor, plan=plan, signers=signers, today=self.day)

        done = self.both("year closed", act, lambda _: hand_year.write(self.hand, by_hand))
        self.compare(everything=True)
        return done

    def _running_year_alone(self) -> None:
        """The year that runs has earned its own lines only, while the one before is not closed."""
        first, last = self.hand.year_of(self.day)
        told = profit_of(self.book.year_facts(last.year, self.day).balances)
        by_hand = ByHand(self.hand, self.officers, first, last).earned()
        self.compared += 1
        if told != by_hand:
            raise self.different([f"{last.year} so far earned {told}, by hand {by_hand}"])

    def _planned(self, first: date, last: date, by_hand: YearByHand | None) -> ClosingPlan | None:
        """The program's plan; none where it refuses, and by hand the year cannot be closed too."""
        number = last.year
        due = hand_interest.still_due(self.hand, first, last)
        try:
            plan = plan_close(self.book.year_facts(number, self.day))
        except InterestNotCredited as lost:
            self.refused["year closed"] += 1
            self.why["year closed: InterestNotCredited"] += 1
            if (said := (lost.first.first, lost.last.last, lost.members, lost.kip)) != due:
                raise self.different([f"{number}: interest {said}, by hand {due}"]) from lost
            return None
        except Refusal as refusal:
            self.refused["year closed"] += 1
            self.why[f"year closed: {type(refusal).__name__}"] += 1
            if by_hand is not None:
                raise self.different(
                    [f"{number} refused: {refusal!r}, by hand {by_hand}"]
                ) from refusal
            return None
        if due is not None:
            raise self.different([f"{number} can be closed, by hand {due} would be lost"])
        if by_hand is None:
            raise self.different([f"{number} can be closed, by hand the profit does not reach"])
        return plan

    def signers(self) -> tuple[Actor, ...]:
        found = [o for o in self.book.officers() if o.serves(self.day) and o.id != self.actor.id]
        return tuple(Actor(o.id, o.name, o.role) for o in found if o.role is not Role.ADVISER)

    def _same(self, plan: ClosingPlan, by_hand: YearByHand) -> None:
        wrong = []
        if plan.profit != by_hand.profit:
            wrong.append(f"profit {plan.profit}, by hand {by_hand.profit}")
        for share in plan.shares:
            member = int(share.member)
            told = (by_hand.dividends.get(member, 0), by_hand.refunds.get(member, 0))
            if (share.dividend, share.refund) != told:
                wrong.append(f"member {share.member}: {share}, by hand {told}")
        known = {int(share.member) for share in plan.shares}
        for gets in (by_hand.dividends, by_hand.refunds):
            wrong += [f"member {m} has no part in the book" for m in gets if m not in known]
        wrong += self._pools(plan, by_hand)
        if plan.odd != by_hand.odd:
            wrong.append(f"odd {plan.odd}, by hand {by_hand.odd}")
        fund = plan.remainder_fund
        to: Key = ("carried", 0) if fund is None else ("fund", int(fund))
        if to != by_hand.to:
            wrong.append(f"the odd kip goes to {to}, by hand to {by_hand.to}")
        self.compared += 5 + 2 * len(plan.shares)
        if wrong:
            raise self.different([f"closing {plan.year.number}", *wrong])

    def _pools(self, plan: ClosingPlan, by_hand: YearByHand) -> list[str]:
        """What reaches the committee and the advisers, where the two books differ."""
        wrong = []
        for place in (Destination.COMMITTEE, Destination.ADVISERS):
            reached = sum(line.reached for line in plan.lines if line.line.to is place)
            told = by_hand.places[place.value, 0]
            if reached != told:
                wrong.append(f"{place}: {reached}, by hand {told}")
        return wrong

    def write_in_closed(self) -> bool:
        """A closed year never opens again: nobody writes a line in it, whatever is found."""
        if self.hand.closed_until < self.hand.begin:
            return False
        before, self.day = self.day, self.hand.closed_until
        try:
            kip = self.amount(5_000)
            account = next(a for a in self.book.rulebooks[-1].accounts if 4100 < a.account < 4200)

            def refused(_: Any) -> int:
                raise self.different(["a line was written in a closed year"])

            return self.line("line in a closed year", Received(account.account, kip), refused)
        finally:
            self.day = before

    def adopt(self) -> bool:
        """Other rules from a later day on, by decision: rates, lines of the profit, its basis."""
        newest = max(since for since, _ in self.hand.papers)
        since = max(self.day, newest, self.hand.begin) + ONE_DAY * self.random.randint(1, 40)
        paper = variation(deepcopy(self.hand.papers[-1][1]), self.random)
        paper["accounts"] = to_plain(self.book.rulebooks[-1])["accounts"]
        paper |= {"valid_from": since.isoformat(), "resolution": self.decision()}
        rulebook = from_plain(Rulebook, paper)
        both = replace(self.actor, beside=self.second)

        def told(_: Any) -> None:
            self.hand.papers.append((since, paper))

        return self.both(
            "rules changed",
            lambda: adopt_rulebook(self.book, both, rulebook=rulebook),
            told,
            facts=f"from {since}",
        )
