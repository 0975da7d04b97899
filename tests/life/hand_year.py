"""The year is closed by hand: what was earned, who had how much for how long, who gets what."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from tests.life.almanac import ONE_DAY, down, later, month_ends, rounded
from tests.life.hand import Hand, Key

PROFIT: dict[str, Any] = {
    "lines": [],
    "basis": "month_end",
    "cut_off_day": 0,
    "unit": 1000,
    "rounding": "down",
    "remainder_fund": None,
    "exclude_defaulters": False,
    "loss": "reserve",
    "loss_fund": None,
}


@dataclass
class Officer:
    """One of the committee, or an adviser, with the weight of her work."""

    member: int | None
    adviser: bool = False
    weight: int = 1
    since: date = date.min
    until: date = date.max


@dataclass
class YearByHand:
    """A year's end: the profit, each one's part, what each place gets, and the odd rest."""

    first: date
    last: date
    profit: int
    dividends: dict[int, int] = field(default_factory=dict)
    refunds: dict[int, int] = field(default_factory=dict)
    places: Counter[Key] = field(default_factory=Counter)
    odd: int = 0
    to: Key = ("carried", 0)


class NotReachedError(Exception):
    """A line asks for more than is left; the year cannot be closed by these rules."""


class ByHand:
    """One closing, step by step."""

    def __init__(
        self,
        hand: Hand,
        officers: list[Officer],
        first: date,
        last: date,
        *,
        until: date | None = None,
    ) -> None:
        self.hand, self.officers, self.first, self.last = hand, officers, first, last
        self.until = until or last
        paper = hand.paper(last)
        self.rules = {**PROFIT, **paper.get("profit", {})}
        self.kinds = {"savings"}
        if paper.get("voluntary", {}).get("dividend"):
            self.kinds.add("voluntary")
        self.stood = hand.as_of(last)

    def close(self) -> YearByHand:
        year = YearByHand(self.first, self.last, self.earned())
        if year.profit <= 0:
            year.odd = year.profit
            year.to = self._bearer(-year.profit)
            return year
        left_out = self._left_out()
        weights = {m: 0 if m in left_out else w for m, w in self.weights().items()}
        paid = {m: 0 if m in left_out else max(0, k) for m, k in self.interest_paid().items()}
        for line, size in zip(
            self.rules["lines"], self._sizes(year.profit, weights, paid), strict=True
        ):
            self._share(year, line, size, weights, paid)
        handed = sum(year.dividends.values()) + sum(year.refunds.values())
        year.odd = year.profit - handed - sum(year.places.values())
        fund = self.rules["remainder_fund"]
        year.to = ("fund", fund) if fund else ("carried", 0)
        if year.odd < 0 and -year.odd > self.stood[year.to] + year.places[year.to]:
            raise NotReachedError
        return year

    def earned(self) -> int:
        """Income less costs of the year's own lines: what came before it is another year's."""
        moved = Counter(self.stood)
        moved.subtract(self.hand.as_of(self.first - ONE_DAY))
        income = sum(kip for key, kip in moved.items() if key[0] == "income")
        return income - sum(kip for key, kip in moved.items() if key[0] == "cost")

    def _bearer(self, loss: int) -> Key:
        fund = self.rules["loss_fund"] if self.rules["loss"] == "reserve" else None
        if fund is None:
            return ("carried", 0)
        if loss > self.stood["fund", fund]:
            raise NotReachedError
        return ("fund", fund)

    # --- the lines ----------------------------------------------------------------------------

    def _sizes(self, profit: int, weights: dict[int, int], paid: dict[int, int]) -> list[int]:
        sizes, left = [], profit
        for line in self.rules["lines"]:
            size = 0
            if line["kind"] == "fixed":
                size = line["amount"]
            elif line["kind"] == "percent":
                of = left if line.get("base") == "remaining" else profit
                size = down(Fraction(of * line["amount"], 10_000))
            elif line["kind"] == "refund_rate":
                exact = Fraction(sum(paid.values()) * line["amount"], 10_000)
                size = rounded(exact, self.rules["rounding"])
            elif line["kind"] == "dividend_rate":
                exact = sum(weights.values()) * self._a_year(line)
                size = rounded(exact, self.rules["rounding"])
            if size > left:
                raise NotReachedError
            left -= size
            sizes.append(size)
        rest = [line["kind"] == "rest" for line in self.rules["lines"]]
        return [left if is_rest else size for is_rest, size in zip(rest, sizes, strict=True)]

    def _a_year(self, line: dict[str, Any]) -> Fraction:
        """What one kip that stood for one unit of the basis earns at so many percent a year."""
        parts = 1
        if self.rules["basis"] in {"month_end", "next_month"}:
            parts = 12
        if self.rules["basis"] == "daily":
            parts = (later(self.last + ONE_DAY, 0) - later(self.last + ONE_DAY, -12)).days
        return Fraction(line["amount"], 10_000 * parts)

    def _share(
        self,
        year: YearByHand,
        line: dict[str, Any],
        size: int,
        weights: dict[int, int],
        paid: dict[int, int],
    ) -> None:
        to = line["to"]
        if to in {"dividend", "refund"}:
            parts, gets = (weights, year.dividends) if to == "dividend" else (paid, year.refunds)
            for member, kip in self._to_members(line, size, parts).items():
                if kip:
                    gets[member] = gets.get(member, 0) + kip
        elif to in {"committee", "advisers"}:
            year.places[to, 0] += self._to_officers(line, size)
        else:
            key = ("carried", 0) if to == "carry_forward" else (to, line["account"])
            year.places[key] += size

    def _to_members(self, line: dict[str, Any], size: int, parts: dict[int, int]) -> dict[int, int]:
        if line["kind"] == "refund_rate":
            rate = Fraction(line["amount"], 10_000)
            return {m: self._unit(part * rate) for m, part in parts.items()}
        if line["kind"] == "dividend_rate":
            rate = self._a_year(line)
            return {m: self._unit(part * rate) for m, part in parts.items()}
        whole = sum(parts.values())
        if not whole:
            return {}
        return {m: self._unit(Fraction(size * part, whole)) for m, part in parts.items()}

    def _to_officers(self, line: dict[str, Any], size: int) -> int:
        """What reaches the committee, or the advisers, of their pool."""
        split = line.get("split", "equal")
        weights = []
        for officer in self.officers:
            here = officer.since <= self.last and officer.until >= self.first
            if here and officer.adviser == (line["to"] == "advisers"):
                met = sum(
                    1
                    for day, there in self.hand.meetings
                    if self.first <= day <= self.last and officer.member in there
                )
                weights.append({"equal": 1, "weight": officer.weight, "attendance": met}[split])
        whole = sum(weights)
        return sum(self._unit(Fraction(size * w, whole)) for w in weights) if whole else 0

    def _unit(self, exact: Fraction) -> int:
        return rounded(exact, self.rules["rounding"], self.rules["unit"])

    # --- what each one's savings weigh --------------------------------------------------------

    def _left_out(self) -> set[int]:
        """Who has no part: she went in the year and was paid then or not at all, or is late."""
        out: set[int] = set()
        for day, member in self.hand.settled:
            # The rule of the day on which she went holds for the whole year.
            people = self.hand.paper(day).get("people", {})
            paid = people.get("exit_dividend", "at_close") != "at_close"
            if paid and self.first <= day <= self.last:
                out.add(member)
        if self.rules["exclude_defaulters"]:
            for page in self.hand.loans.values():
                if page.owed(self.until).overdue > 0:
                    out.add(page.borrower)
        return out

    def interest_paid(self) -> dict[int, int]:
        """The interest on the group's own loans that each borrower paid in the year."""
        paid: dict[int, int] = defaultdict(int)
        for page in self.hand.loans.values():
            if not page.of("fund"):
                for day, what, kip in page.paid:
                    if what == "interest" and self.first <= day <= self.last:
                        paid[page.borrower] += kip
        return paid

    def weights(self) -> dict[int, int]:
        basis = self.rules["basis"]
        if basis == "next_month":
            return {m: max(0, w) for m, w in self._next_month().items()}
        stood = self._stood()
        found: dict[int, int] = {}
        for member, days in stood.items():
            ends = [days[(end - self.first).days + 1] for end in month_ends(self.first, self.until)]
            found[member] = {
                "closing": days[-1],
                "month_end": sum(ends),
                "minimum": min(days[0], *ends),
                "daily": sum(days[1 : (self.until - self.first).days + 2]),
            }[basis]
        return {m: max(0, w) for m, w in found.items()}

    def _stood(self) -> dict[int, list[int]]:
        """What each member had on the eve of the year and at the end of each of its days."""
        days = (self.last - self.first).days + 1
        stood: dict[int, list[int]] = defaultdict(lambda: [0] * (days + 1))
        for line in self.hand.lines:
            if line.day <= self.last:
                place = max(0, (line.day - self.first).days + 1)
                for (kind, member), kip in line.moves:
                    if kind in self.kinds:
                        stood[int(member)][place] += kip
        for sums in stood.values():
            for place in range(days):
                sums[place + 1] += sums[place]
        return stood

    def _next_month(self) -> dict[int, int]:
        """Month by month: what was there when it began, less what went out in it.

        With a cut-off day what came up to it counts with its own month. What was taken back in
        the month in which it was written had never come, or never gone.
        """
        cut = self.rules["cut_off_day"]
        weights: dict[int, int] = defaultdict(int)
        stood = self._stood()
        came: dict[tuple[int, date], int] = defaultdict(int)
        early: dict[tuple[int, date], int] = defaultdict(int)
        went: dict[tuple[int, date], int] = defaultdict(int)
        for line in self.hand.lines:
            if not self.first <= line.day <= self.last:
                continue
            month = line.day.replace(day=1)
            told = None if line.counters is None else self.hand.lines[line.counters]
            same = told is not None and told.day.replace(day=1) == month
            day = told.day if told is not None and same else line.day
            for (kind, member), kip in line.moves:
                if kind not in self.kinds:
                    continue
                if (kip > 0) != same:
                    came[int(member), month] += kip
                    early[int(member), month] += kip if day.day <= cut else 0
                else:
                    went[int(member), month] -= kip
        for member, days in stood.items():
            for end in month_ends(self.first, self.until):
                month = end.replace(day=1)
                opening = days[(month - self.first).days]
                weights[member] += opening - went[member, month]
                weights[member] += early[member, month] if cut else 0
        return weights


def write(hand: Hand, year: YearByHand) -> None:
    """The year's end is written under its last day, and the year is over."""
    stood = hand.as_of(year.last)
    moves = [(key, -kip) for key, kip in stood.items() if key[0] in {"income", "cost"}]
    moves += list(year.places.items())
    for gets in (year.dividends, year.refunds):
        moves += [(("dividend", member), kip) for member, kip in gets.items()]
    moves.append((year.to, year.odd))
    hand.write(year.last, *moves)
    hand.closed_until = year.last
