"""Who lives in the practice village: 163 invented members in 98 households, and their rules."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from random import Random
from typing import Any

from ledger.rules.accounts import SEED_MONEY, Named, named_account
from ledger.rules.codec import from_plain
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import CashCount
from ledger.rules.people import Actor, Member, MemberId, Officer, OfficerId, Role, Sex
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.set_up import SetUp
from resources import path

MEMBERS = 163
NEWCOMERS = 13
"""So many of them join after the books begin, one every third month."""
HOUSEHOLDS = 98
BEGIN = date(2023, 1, 5)


@dataclass
class SettableClock:
    """The clock on the practice village's wall: eight in the morning of whatever day it is."""

    day: date

    def __call__(self) -> datetime:
        """The time it shows."""
        return datetime.combine(self.day, time(8, 0), tzinfo=UTC)


@dataclass(frozen=True)
class PracticeFacts:
    """Everything that is known before the first meeting; `habit` is what each saves (kip)."""

    set_up: SetUp
    second_rules: Rulebook
    newcomers: tuple[Member, ...]
    habit: dict[MemberId, Kip]
    cost: str
    benefit: str
    reason: str
    minutes: dict[str, str]

    def actor(self, role: str) -> Actor:
        """The officer of that role, as the one who acts."""
        officer = next(o for o in self.set_up.officers if o.role == role)
        return Actor(id=officer.id, name=officer.name, role=officer.role)


def practice_facts() -> PracticeFacts:
    """The invented village, the same every time."""
    names: dict[str, Any] = json.loads(path("practice/names.json").read_text(encoding="utf-8"))
    chance = Random(1998)
    everybody = tuple(_members(names, chance))
    members = everybody[: MEMBERS - NEWCOMERS]
    first, second = (_rules(n) for n in (1, 2))
    officers = tuple(
        Officer(id=OfficerId(n), name=name, role=Role(role))
        for n, (role, name) in enumerate(names["officers"].items(), start=1)
    )
    savings = tuple((m.id, chance.randint(2, 12) * 10_000) for m in members)
    accounts = (
        (named_account(Named.FUND, 1), 3_000_000),
        (named_account(Named.FUND, 2), 8_000_000),
        (SEED_MONEY, 20_000_000),
    )
    cash = sum(kip for _, kip in savings) + sum(kip for _, kip in accounts)
    group = Group(**names["group"], founded=date(2002, 10, 12), books_begin=BEGIN, practice=True)
    set_up = SetUp(
        group=group,
        begin=BEGIN,
        rulebook=first,
        officers=officers,
        members=members,
        savings=savings,
        accounts=accounts,
        count=CashCount(notes=((10_000, cash // 10_000),)),
    )
    # Most save the least that the rules allow, some save more, a few much more.
    amounts = (10_000,) * 12 + (15_000,) * 3 + (20_000,) * 2 + (30_000, 50_000)
    habit = {m.id: chance.choice(amounts) for m in everybody}
    newcomers = everybody[MEMBERS - NEWCOMERS :]
    said = (names[key] for key in ("cost", "benefit", "reason", "minutes"))
    return PracticeFacts(set_up, second, newcomers, habit, *said)


def _rules(number: int) -> Rulebook:
    text = path(f"practice/rules_{number}.json").read_text(encoding="utf-8")
    return from_plain(Rulebook, json.loads(text))


def _members(names: dict[str, Any], chance: Random) -> Iterator[Member]:
    """Every household has one member, and the rest fall to households by chance."""
    houses = [*range(HOUSEHOLDS), *(chance.randrange(HOUSEHOLDS) for _ in range(MEMBERS))]
    family = [chance.choice(names["family"]) for _ in range(HOUSEHOLDS)]
    seen: set[str] = set()
    for n, house in enumerate(sorted(houses[:MEMBERS]), start=1):
        woman = chance.random() < 0.8
        name = _name(names["female" if woman else "male"], family[house], seen, chance)
        yield Member(
            id=MemberId(n),
            number=f"{n:03d}",
            name=name,
            title="ນາງ" if woman else "ທ້າວ",
            joined=_joined(n),
            sex=Sex.FEMALE if woman else Sex.MALE,
            household=f"{house + 1:02d}",
            village_unit=names["units"][house % len(names["units"])],
            phone=f"020 5500 {n:04d}" if chance.random() < 0.6 else "",
            # One member in four is in the welfare fund, as in the network in 2008.
            welfare_since=BEGIN if chance.random() < 0.26 else None,
            # Whoever was in the group before the books began has long paid her fees.
            fee_free=n <= MEMBERS - NEWCOMERS,
        )


def _joined(number: int) -> date:
    """The meeting at which somebody joined: what is saved before the books began was saved then.

    The group was founded in the last months of 2002; a newcomer's day is set when she joins.
    """
    return date(2003 + number * 7 % 20, 1 + number * 5 % 12, BEGIN.day)


def joining(newcomer: Member, day: date) -> Member:
    """A newcomer who joins on a day, and nothing of her group is older."""
    since = None if newcomer.welfare_since is None else day
    return replace(newcomer, joined=day, welfare_since=since)


def _name(given: list[str], family: str, seen: set[str], chance: Random) -> str:
    """A name that nobody in the village has yet, though two were left alike for practice."""
    for _ in range(len(given) * 3):
        name = f"{chance.choice(given)} {family}"
        if name not in seen or len(seen) == 100:
            break
    seen.add(name)
    return name
