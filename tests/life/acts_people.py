"""Members join, go on leave, leave with their settlement, die, come back; committees change."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from ledger.actions.leaving import end_leave, give_leave, record_death, rejoin, resign, settle
from ledger.actions.members import add_member
from ledger.rules.lines_people import SettlementPaid
from ledger.rules.people import Beneficiary, Member, MemberId, Status
from ledger.rules.refusals import Refusal
from tests.life.acts_meeting import MeetingActs
from tests.life.almanac import down
from tests.life.hand import CASH
from tests.life.hand_year import ByHand, NotReachedError, Officer


class PeopleActs(MeetingActs):
    """The acts about memberships."""

    officers: list[Officer]
    """The committee as the hand ledger knows it."""

    def join(self) -> bool:
        number = len(self.book.members()) + 1
        person = replace(
            person_of(number), joined=self.day, welfare_since=self.day if self.often(70) else None
        )

        def act() -> Any:
            return add_member(self.book, self.actor, member=person, decision=self.decision())

        return self.both("joined", act, lambda _: None, facts=str(number))

    def leave(self) -> bool:
        member = self.somebody()
        last = None
        if self.often(70):
            last = self.day.fromordinal(self.day.toordinal() + self.random.randint(10, 200))

        def act() -> Any:
            return give_leave(
                self.book,
                self.actor,
                member=member,
                first=self.day,
                last=last,
                decision=self.decision(),
                today=self.day,
            )

        return self.both("on leave", act, lambda _: self.hand.away.add(int(member)))

    def back(self) -> bool:
        away = [m.id for m in self.book.members() if m.status is Status.ON_LEAVE]
        if not away:
            return False
        member = self.random.choice(away)
        return self.both(
            "back from leave",
            lambda: end_leave(self.book, self.actor, member=member, day=self.day, today=self.day),
            lambda _: self.hand.away.discard(int(member)),
        )

    def give_notice_to_leave(self) -> bool:
        member = self.somebody()
        return self.both(
            "will leave",
            lambda: resign(
                self.book, self.actor, member=member, day=self.day, note="", today=self.day
            ),
            lambda _: None,
        )

    def die(self) -> bool:
        """Somebody dies, and her family is settled with."""
        member = self.somebody()
        if any(o.member == member for o in self.officers):
            return False
        if not self.both(
            "died",
            lambda: record_death(
                self.book, self.actor, member=member, day=self.day, note="", today=self.day
            ),
            lambda _: self.hand.gone.add(int(member)),
        ):
            return False
        return self.settle(member)

    def resigns(self) -> bool:
        member = self.somebody()
        if any(o.member == member for o in self.officers):
            return False
        return self.settle(member)

    def settle(self, member: MemberId) -> bool:
        """Everything between her and the group, reckoned by hand before the program writes it."""
        kind = "settlement"
        try:
            shown = self.book.settlement(member, self.day, self.day)
        except Refusal as refusal:
            self.refused[kind] += 1
            self.why[f"{kind}: {type(refusal).__name__}"] += 1
            return False
        hand, key = self.hand, int(member)
        now = self._earned_so_far(key)
        parts = {what: hand.sums[what, key] for what in ("savings", "voluntary", "dividend")}
        has = sum(parts.values()) + now
        offs = self._set_off(key, has, death=shown.death)
        off = sum(sum(split.values()) for _, split in offs)
        told_by_program = (shown.has, shown.set_off, shown.dividend_now)
        if told_by_program != (has, off, now):
            raise self.different([f"settlement {shown}, by hand {has}, {off}, {now}"])
        pay_now = self.often(60) or off > has

        def act() -> Any:
            return settle(
                self.book,
                self.actor,
                shown=shown,
                decision=self.decision(),
                pay_now=pay_now,
                today=self.day,
            )

        def told(_: Any) -> None:
            self._settled(key, parts, now, offs)
            if pay_now and has > off:
                hand.cash_out(self.day, ("settlement", key), has - off)
            self._check_family(member, has - off, {p.name: p.kip for p in shown.payees})

        return self.both(kind, act, told, loans=[n for n, _ in offs], facts=f"{shown}")

    def _settled(
        self, key: int, parts: dict[str, int], now: int, offs: list[tuple[int, dict[str, int]]]
    ) -> None:
        hand, day, owed = self.hand, self.day, ("settlement", key)
        moves = [((what, key), -kip) for what, kip in parts.items()]
        hand.write(
            day, *moves, (("cost", "exit_dividends"), now), (owed, sum(parts.values()) + now)
        )
        missing = sum(sum(split.values()) for _, split in offs) - hand.sums[owed]
        if missing > 0:
            hand.write(day, (CASH, missing), (owed, missing))
        for number, split in offs:
            hand.repay(number, split, day, owed)
        hand.settled.append((day, key))
        hand.gone.add(key)

    def _set_off(self, key: int, has: int, *, death: bool) -> list[tuple[int, dict[str, int]]]:
        """What goes against each of her loans, the oldest first."""
        rules = self.hand.paper(self.day).get("people", {})
        if death and rules.get("death_loan", "offset") != "offset":
            has = 0
        offs = []
        for number in self.hand.running(key, self.day):
            page = self.hand.loans[number]
            kip = min(has, page.owed(self.day).kip) if death else page.owed(self.day).kip
            has -= kip
            split = page.split(kip, self.day, self.hand.order(self.day))
            if split is not None:
                offs.append((number, split))
        return offs

    def _earned_so_far(self, key: int) -> int:
        """Her part of the year that runs, where the group pays it to one who goes."""
        if self.hand.paper(self.day).get("people", {}).get("exit_dividend") != "pro_rata":
            return 0
        first, last = self.hand.year_of(self.day)
        try:
            year = ByHand(self.hand, self.officers, first, last, until=self.day).close()
        except NotReachedError:
            return 0
        return year.dividends.get(key, 0) + year.refunds.get(key, 0)

    def _check_family(self, member: MemberId, kip: int, paid: dict[str, int]) -> None:
        her = self.book.member(member)
        if her.status is not Status.DIED or kip <= 0:
            return
        parts = {one.name: down(Fraction(kip * one.part, 10_000)) for one in her.beneficiaries}
        first = her.beneficiaries[0].name
        parts[first] += kip - sum(parts.values())
        if parts != paid:
            raise self.different([f"family of {member}: {paid}, by hand {parts}"])

    def pay_settlement(self) -> bool:
        owed = [m for (kind, m), kip in self.hand.sums.items() if kind == "settlement" and kip > 0]
        if not owed:
            return False
        member = int(self.random.choice(owed))
        key = ("settlement", member)
        kip = self.amount(self.hand.sums[key] + self.random.choice((0, 0, 1)))
        line = SettlementPaid(MemberId(member), kip, name="ລູກສາວ")
        return self.line("settlement paid", line, lambda d: self.hand.cash_out(d, key, kip))

    def come_back(self) -> bool:
        left = [m.id for m in self.book.members() if m.status is Status.LEFT]
        if not left:
            return False
        member = self.random.choice(left)
        return self.both(
            "came back",
            lambda: rejoin(
                self.book,
                self.actor,
                member=member,
                day=self.day,
                decision=self.decision(),
                today=self.day,
            ),
            lambda _: self._is_back(int(member)),
        )

    def _is_back(self, member: int) -> None:
        self.hand.gone.discard(member)
        self.hand.away.discard(member)


def person_of(number: int, *, promise: int = 0) -> Member:
    """An invented person, with a family of two and a day on which she was born."""
    return Member(
        id=MemberId(number),
        number=f"{number:03d}",
        name=f"ນາງ ຄຳ ທີ {number}",
        joined=date(2020, 1, 5),
        welfare_since=date(2020, 1, 5) if number % 3 else None,
        promise=promise,
        born=date(1940 + number * 7 % 60, number % 12 + 1, number % 28 + 1),
        beneficiaries=(Beneficiary("ລູກສາວ", 3_333), Beneficiary("ຜົວ", 6_667)),
    )
