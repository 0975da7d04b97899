"""A committee that does everything at random, month after month, and tells the hand ledger so."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

from ledger.actions.set_up import start_books
from ledger.actions.welfare import write_birth_day
from ledger.book.book import Book
from ledger.rules.codec import from_plain
from ledger.rules.people import Actor, MemberId, Officer, OfficerId, Role
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.set_up import SetUp
from tests.life import hand_year
from tests.life.acts_desk import DeskActs, Seat
from tests.life.acts_people import person_of
from tests.life.almanac import month_end
from tests.life.hand import Hand
from tests.life.papers import BEGIN, village_paper

ROLES = (Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER, Role.MEMBER, Role.ADVISER)
CHANCES: dict[str, int] = {
    "deposit": 10,
    "voluntary": 6,
    "withdraw": 8,
    "withdraw_voluntary": 5,
    "notice": 5,
    "withdraw_noticed": 5,
    "interest_by_hand": 2,
    "credit": 6,
    "take_interest_back": 1,
    "welfare": 4,
    "fee": 3,
    "claim": 6,
    "pensions": 2,
    "lend": 18,
    "pay_out": 18,
    "repay": 22,
    "repay_as": 8,
    "reschedule": 5,
    "pause": 4,
    "waive": 4,
    "write_off": 2,
    "recover": 4,
    "pass_on": 3,
    "dividend": 8,
    "cost": 4,
    "income": 6,
    "gift": 4,
    "spend": 4,
    "move_fund": 2,
    "seed": 1,
    "bank": 8,
    "network": 3,
    "committee_paid": 3,
    "over_or_short": 2,
    "borrow": 2,
    "pay_lender": 4,
    "open_fund": 1,
    "close_fund": 1,
    "take_back": 6,
    "firm": 1,
    "join": 3,
    "leave": 2,
    "back": 2,
    "give_notice_to_leave": 1,
    "die": 1,
    "resigns": 2,
    "pay_settlement": 3,
    "come_back": 2,
    "write_in_closed": 1,
    "adopt": 1,
    "meet": 1,
    "ask": 6,
    "decide": 6,
    "put_off": 3,
    "other_guarantors": 3,
    "ahead": 3,
    "compare_with_bank": 3,
    "elect": 1,
}
"""How often each act is tried, against the others."""


class Committee(DeskActs):
    """Acts at random; days go by, meetings are held, years are closed."""

    def random_act(self) -> str:
        name = self.random.choices(list(CHANCES), weights=list(CHANCES.values()))[0]
        act: Callable[[], Any] = getattr(self, name)
        act()
        return name

    def go(self, day: date) -> None:
        """The calendar is turned to a day, and everything is looked at again."""
        self.day = max(self.day, day)
        self.compare()

    def month(self, acts: int) -> None:
        """One month: some acts before the meeting, the meeting, the rest after it."""
        first = self.day
        meets = max(first, first.replace(day=5))
        days = sorted(self.random.randint(first.day, month_end(first).day) for _ in range(acts))
        # At times nobody can come; at times, by chance, they meet twice.
        met = self.often(6)
        for number in days:
            if number >= meets.day and not met:
                met = True
                self.go(meets)
                self.meet()
            self.go(first.replace(day=number))
            self.random_act()
        if not met:
            self.go(meets)
            self.meet()
        self.go(date.fromordinal(month_end(first).toordinal() + 1))

    def year(self, acts: int, *, close: bool = True) -> None:
        """Twelve months, and the closing of the year that is over in the first days of the next."""
        _, last = self.open_year()
        while self.day <= last:
            self.month(acts)
        if close:
            self.end_year()

    def end_year(self) -> None:
        """Interest on savings is credited, and the year closed; its dividends are taken later."""
        _, last = self.open_year()
        while self.credit():
            pass
        for tries in range(1, 30):
            if self.close() or self.hand.closed_until == last:
                return
            self._bring_more(last, tries * 200_000)
        raise self.different([f"the year to {last} was not closed"])

    def _bring_more(self, last: date, kip: int) -> None:
        """Where the profit of the year does not reach, somebody gives income to its last day."""
        self.under = last
        try:
            self.income(self.random.randint(1, 9) * kip)
        finally:
            self.under = None


def plain_template(name: str) -> dict[str, Any]:
    """The words and figures of one of the rule sets of the cupboard."""
    file = Path(__file__).resolve().parents[2] / "resources" / "rules" / f"{name}.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def found_group(
    folder: Path,
    *,
    members: int,
    seed: int,
    paper: dict[str, Any] | None = None,
    begin: date = BEGIN,
    promise: int = 0,
) -> Committee:
    """A new group with its book, its hand ledger, and the committee that keeps both."""
    words = village_paper(Random(seed)) if paper is None else paper
    rulebook = from_plain(Rulebook, words)
    officers = tuple(
        Officer(
            OfficerId(k),
            f"ນາງ ຄຳ ທີ {k}",
            role,
            member=None if role is Role.ADVISER else MemberId(k),
            weight=4 - k % 3,
        )
        for k, role in enumerate(ROLES, start=1)
    )
    people = tuple(person_of(k, promise=promise) for k in range(1, members + 1))
    group = Group(name="ກຸ່ມທ້ອນເງິນ ບ້ານທົດລອງ")
    book = Book.create(
        folder / "life.book",
        group=group,
        rulebook=rulebook,
        clock=lambda: datetime(2026, 1, 1, tzinfo=UTC),
    )
    actor, second = (Actor(o.id, o.name, o.role) for o in officers[:2])
    set_up = SetUp(group=group, begin=begin, rulebook=rulebook, officers=officers, members=people)
    start_books(book, actor, set_up=set_up)
    for person in people:
        if person.born is not None and person.id % 4 == 0:
            # A birthday is written down by an act of its own, when somebody says it.
            write_birth_day(book, actor, member=person.id, born=person.born)
    committee = Committee(book, Hand(begin, words), (actor, second), seed)
    committee.seats = [Seat(int(o.id), o.name) for o in officers]
    committee.officers = [
        hand_year.Officer(
            None if o.member is None else int(o.member),
            adviser=o.role is Role.ADVISER,
            weight=o.weight,
        )
        for o in officers
    ]
    return committee
