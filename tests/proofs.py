"""Invented years whose members save at random, for the proof of a closing in every rule set."""

from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Any

from ledger.rules.closing import plan_close
from ledger.rules.closing_values import MemberYear, SavingsMonth, YearFacts
from ledger.rules.days import FiscalYear, month_of, numbered_year
from ledger.rules.people import MemberId
from ledger.rules.rulebook import Rulebook
from ledger.statements.proof import Proof, proof_of
from tests.rules.years import facts, member
from tests.villages import GROUP

Moved = dict[MemberId, list[tuple[date, int]]]


def random_moves(chance: Random, opening: int, year: FiscalYear) -> list[tuple[date, int]]:
    """Deposits at most months' meetings, some twice or late, and a withdrawal now and then."""
    moved: Counter[date] = Counter()
    stands = opening
    for month in year.months:
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            day = max(
                year.first, min(year.last, month.first + timedelta(chance.choice((4, 4, 20))))
            )
            moved[day] += (kip := chance.randint(1, 60) * 1_000)
            stands += kip
        if stands > 100_000 and chance.random() < 0.15:
            day = max(year.first, min(year.last, month.first + timedelta(24)))
            moved[day] -= (kip := chance.randint(1, stands))
            stands -= kip
    return sorted(moved.items())


def random_member(
    number: int, chance: Random, year: FiscalYear, cut_off: int, **more: Any
) -> tuple[MemberYear, list[tuple[date, int]]]:
    """A member, and what she moved day by day."""
    opening = chance.choice((0, 50_000, 123_456, 4_000_000))
    moves = random_moves(chance, opening, year)
    months, stands = [], opening
    for month in year.months:
        here = [(day, kip) for day, kip in moves if month_of(day) == month]
        into = sum(kip for _, kip in here if kip > 0)
        out_of = -sum(kip for _, kip in here if kip < 0)
        late = sum(kip for day, kip in here if kip > 0 and day.day > cut_off)
        months.append(SavingsMonth(stands, into, out_of, late))
        stands += into - out_of
    day_sum = opening * year.days + sum(kip * ((year.last - day).days + 1) for day, kip in moves)
    given = {"interest_paid": chance.choice((0, 7_000, 90_001)), **more}
    her = MemberYear(
        member=member(number, title="ນາງ"), months=tuple(months), day_sum=day_sum, **given
    )
    return her, moves


def random_year(
    rulebook: Rulebook, *, members: int = 14, seed: int = 1, earned: int = 41_235_679
) -> tuple[YearFacts, Moved]:
    """A year of so many members under these rules; the third of them is overdue with a loan."""
    chance = Random(seed)
    year = numbered_year(2025, last_month=rulebook.fiscal_year_end)
    people, moved = [], {}
    for number in range(1, members + 1):
        her, moves = random_member(
            number,
            chance,
            year,
            rulebook.profit.cut_off_day,
            overdue=9 if number == 3 else 0,
        )
        people.append(her)
        moved[her.member.id] = moves
    last = year.last + timedelta(days=9)
    return facts(rulebook, earned=earned, members=people, year=year, today=last), moved


def random_proof(rulebook: Rulebook, **more: Any) -> Proof:
    """The proof of closing such a year."""
    year, moved = random_year(rulebook, **more)
    return proof_of(
        year,
        plan_close(year),
        group=GROUP,
        printed=date(2026, 1, 10),
        proposed=False,
        moves=moved,
    )
