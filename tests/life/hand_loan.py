"""One loan as a careful treasurer keeps it on a page of its own: what was lent, what came back.

Nothing is remembered but facts with their days. What is owed on a day is worked out anew each time
it is asked: period after period from the pay-out, with the plainest sums there are.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeVar

from tests.life.almanac import ONE_DAY, days_between, later, month_end, month_ends, rounded

T = TypeVar("T")
PRODUCT: dict[str, Any] = {
    "method": "outstanding",
    "count": "started",
    "schedule": "bullet",
    "months": 12,
    "season_end": None,
    "fee": 0,
    "late": "none",
    "late_points": 0,
    "late_kip": 0,
    "grace_days": 0,
    "rounding": "nearest",
    "fund": None,
    "loan_class": "ordinary",
    "at_once": 1,
    "guarantors": 0,
}
"""What a kind of loan is where the group's paper says nothing."""

Parts = list[tuple[date, int]]


@dataclass
class Owed:
    """What a loan stands at on a day, in kip."""

    principal: int = 0
    interest: int = 0
    interest_asked: int = 0
    fine: int = 0
    principal_due: int = 0
    overdue: int = 0

    @property
    def kip(self) -> int:
        return self.principal + self.interest + self.fine


@dataclass
class Agreement:
    """Due days with the principal and, for a season, the interest of each; since when they hold."""

    rows: list[tuple[date, int, int]]
    since: date | None = None
    principal_before: int = 0
    interest_before: int = 0


@dataclass
class Due:
    """What had to be paid altogether by the end of a day."""

    day: date
    interest: int
    principal: int


@dataclass
class HandLoan:
    """The page of one loan. `terms` are the group's words for this kind of loan."""

    borrower: int
    terms: dict[str, Any]
    months: int
    kip: int
    guarantors: tuple[int, ...] = ()
    parts: Parts = field(default_factory=list)
    taken_back: list[tuple[date, date, int]] = field(default_factory=list)
    paid: list[tuple[date, str, int]] = field(default_factory=list)
    waived: list[tuple[date, int, int]] = field(default_factory=list)
    pauses: list[tuple[date, date, date]] = field(default_factory=list)
    plans: list[tuple[date, Parts]] = field(default_factory=list)
    lost: Parts = field(default_factory=list)
    recovered: int = 0
    written_off: int = 0
    levels: dict[Any, Parts] = field(default_factory=dict)
    known: dict[Any, Any] = field(default_factory=dict)
    stamp: Any = None

    def written(self) -> tuple[object, ...]:
        """What tells a page from the same page after something was written on it."""
        lists: tuple[list[Any], ...] = (self.paid, self.waived, self.pauses, self.plans, self.lost)
        return (tuple(self.parts), len(self.taken_back), *(len(rows) for rows in lists))

    def _once(self, key: Any, reckon: Callable[[], T]) -> T:
        """Reckon, or take what was reckoned since anything was written on the page."""
        stamp = self.written()
        if stamp != self.stamp:
            self.stamp, self.known = stamp, {}
        if key not in self.known:
            self.known[key] = reckon()
        found: T = self.known[key]
        return found

    def of(self, what: str) -> Any:
        """One of the terms."""
        return self.terms.get(what, PRODUCT[what])

    # --- sums to the end of a day -------------------------------------------------------------

    def lent(self, day: date) -> int:
        return sum(kip for when, kip in self.parts if when <= day)

    def paid_of(self, what: str, day: date) -> int:
        return sum(kip for when, kind, kip in self.paid if kind == what and when <= day)

    def gone(self, day: date) -> int:
        """Principal that is not out any more: paid back, written off or passed on."""
        return self.paid_of("principal", day) + sum(k for when, k in self.lost if when <= day)

    def settled_interest(self, day: date) -> int:
        """Interest that was paid or is not asked for any more."""
        let_off = sum(interest for _, interest, _ in self.let_off(day))
        return self.paid_of("interest", day) + let_off

    def settled_fine(self, day: date) -> int:
        return self.paid_of("fine", day) + sum(fine for _, _, fine in self.let_off(day))

    def let_off(self, day: date) -> list[tuple[date, int, int]]:
        """What was waived since money was out that stayed out."""
        since = min((when for when, _ in self.parts), default=date.max)
        return [row for row in self.waived if since <= row[0] <= day]

    def paused(self, day: date, known: date) -> bool:
        return any(a <= day <= b for decided, a, b in self.pauses if decided <= known)

    # --- what the loan costs ------------------------------------------------------------------

    def charged(self, day: date, *, known: date | None = None) -> int:
        """All interest from the pay-out to the end of a day, by what was decided until `known`."""
        return self._once(("charged", day, known), lambda: self._charge(day, known))

    def _charge(self, day: date, known: date | None) -> int:
        out = [(when, kip) for when, kip in self.parts if when <= day]
        if not out:
            return 0
        until = day if known is None else known
        if self.of("method") == "season":
            return self._rate(sum(kip for _, kip in out))
        if self.of("count") == "days":
            return self._by_days(out, day, until)
        if self.of("count") == "calendar":
            return self._by_calendar(out, day, until)
        return self._by_own_months(out, day, until)

    def _rate(self, kip: int) -> int:
        rate: int = self.terms["rate"]
        whole, rest = divmod(kip * rate, 10_000)
        return whole + (rest >= 5_000 and self.of("rounding") == "nearest")

    def _bears(self, day: date) -> int:
        """On how much interest runs after the end of a day."""
        left = max(0, self.lent(day) - self.gone(day))
        if self.of("method") == "flat":
            return self.lent(day) if left else 0
        return left

    def _by_days(self, out: Parts, day: date, known: date) -> int:
        """Stretch by stretch between the days on which something moved."""
        marks = (
            {d for d, _ in self.parts} | {d for d, _, _ in self.paid} | {d for d, _ in self.lost}
        )
        stretches = sorted({out[0][0], day, *(d for d in marks if out[0][0] < d < day)})
        together = 0
        for eve, end in pairwise(stretches):
            free = 0
            if self.pauses:
                free = sum(self.paused(d, known) for d in days_between(eve + ONE_DAY, end))
            together += self._bears(eve) * ((end - eve).days - free)
        exact = Fraction(together * self.terms["rate"] * 12, 365 * 10_000)
        return rounded(exact, self.of("rounding"))

    def _by_calendar(self, out: Parts, day: date, known: date) -> int:
        together = 0
        for end in month_ends(out[0][0], day):
            if end < day and not self.paused(end + ONE_DAY, known):
                together += self._rate(self._bears(end))
        return together

    def _by_own_months(self, out: Parts, day: date, known: date) -> int:
        """Each part has months of her own; what comes back pays the oldest part first."""
        together, before = 0, 0
        for when, kip in out:
            k, begin = 0, when
            while begin < day:
                if not self.paused(begin + ONE_DAY, known):
                    together += self._rate(self._left_of(kip, before, begin))
                k += 1
                begin = later(when, k)
            before += kip
        return together

    def _left_of(self, kip: int, before: int, day: date) -> int:
        if self.of("method") == "flat":
            return kip if self.lent(day) > self.gone(day) else 0
        back = max(0, self.gone(day) - before)
        return max(0, kip - back)

    # --- when it is to come back --------------------------------------------------------------

    def due_days(self, start: date) -> list[date]:
        last = self.last_day(start)
        if self.of("schedule") in {"bullet", "free"}:
            return [last]
        days, k = [], 1
        while later(start, k) < last:
            days.append(later(start, k))
            k += 1
        return [*days, last]

    def last_day(self, start: date) -> date:
        season = self.of("season_end")
        if season is None:
            return later(start, self.months)
        number, number_day = season
        for year in (start.year, start.year + 1):
            end = month_end(date(year, number, 1))
            day = end.replace(day=min(number_day, end.day))
            if day > start:
                return day
        raise AssertionError("a season ends every year")

    def _spread(self, kip: int, start: date, dues: list[date]) -> list[tuple[date, int]]:
        """The principal to come back on each due day."""
        count = len(dues)
        if self.of("schedule") == "principal_parts":
            each = kip // count
            return [(d, each) for d in dues[:-1]] + [(dues[-1], kip - each * (count - 1))]
        if self.of("schedule") == "instalments":
            key = (kip, start, tuple(dues))
            if key not in self.levels:
                self.levels[key] = self._level(kip, start, dues)
            return list(self.levels[key])
        return [(d, 0) for d in dues[:-1]] + [(dues[-1], kip)]

    def _level(self, kip: int, start: date, dues: list[date]) -> list[tuple[date, int]]:
        """The smallest same amount each time that leaves no more than itself for the last one."""
        level, step = kip // len(dues), 1
        while not self._enough(level + step, kip, start, dues):
            step *= 2
        if self._enough(level, kip, start, dues):
            step = 0
        low = level
        high = level + step
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if self._enough(middle, kip, start, dues) else (middle, high)
        return self._pay_level(high, kip, start, dues)[0]

    def _enough(self, level: int, kip: int, start: date, dues: list[date]) -> bool:
        return self._pay_level(level, kip, start, dues)[1] <= level

    def _pay_level(
        self, level: int, kip: int, start: date, dues: list[date]
    ) -> tuple[list[tuple[date, int]], int]:
        trial = HandLoan(self.borrower, self.terms, self.months, kip, parts=[(start, kip)])
        rows, paid, left = [], 0, kip
        for due in dues[:-1]:
            interest = trial.charged(due) - paid
            principal = min(left, max(0, level - interest))
            paid += min(interest, level)
            left -= principal
            trial.paid.append((due, "principal", principal))
            rows.append((due, principal))
        last = trial.charged(dues[-1]) - paid
        return [*rows, (dues[-1], left)], left + last

    def agreements(self, day: date) -> list[Agreement]:
        """The agreement of the pay-out, and each new one that was made until a day."""
        since = self.parts[0][0]
        plans = [(when, plan) for when, plan in self.plans if since <= when <= day]
        ends = [when for when, _ in plans]
        found = [self._first(ends[0] if ends else day, day)]
        for k, (when, plan) in enumerate(plans):
            until = ends[k + 1] if k + 1 < len(ends) else day
            found.append(self._anew(when, plan, until, day))
        return found

    def _first(self, until: date, known: date) -> Agreement:
        parts = [part for part in self.parts if part[0] <= until]
        start, kip = parts[0]
        dues = self._spread(kip, start, self.due_days(start))
        dues = self._with_parts(dues, parts[1:])
        return Agreement(self._with_interest(dues, parts, None, known))

    def _anew(self, when: date, plan: Parts, until: date, known: date) -> Agreement:
        parts = [part for part in self.parts if part[0] <= until]
        dues = self._on_top(plan, [part for part in parts if part[0] > when])
        return Agreement(
            self._with_interest(dues, parts, when, known),
            since=when,
            principal_before=sum(kip for _, kip in parts) - sum(kip for _, kip in dues),
            interest_before=self.settled_interest(when),
        )

    def _with_parts(self, dues: Parts, parts: Parts) -> Parts:
        for when, kip in parts:
            past = [row for row in dues if row[0] <= when]
            to_come = [row for row in dues if row[0] > when]
            days = [d for d, _ in to_come] or [self.last_day(when)]
            dues = past + self._spread(kip + sum(k for _, k in to_come), when, days)
        return dues

    def _on_top(self, plan: Parts, parts: Parts) -> list[tuple[date, int]]:
        """What the committee has set stays; what is handed over later is owed beside it."""
        dues = list(plan)
        for when, kip in parts:
            days = [d for d, _ in dues if d > when] or [self.last_day(when)]
            more = self._spread(kip, when, days)
            every = sorted({d for d, _ in dues} | {d for d, _ in more})
            both = [*dues, *more]
            dues = [(day, sum(k for d, k in both if d == day)) for day in every]
        return dues

    def _with_interest(
        self, dues: Parts, parts: Parts, since: date | None, known: date
    ) -> list[tuple[date, int, int]]:
        """Each due day with the interest of the days before it, if all is paid as agreed.

        A day on which nothing falls due is no due day.
        """
        if self.of("method") != "season" and all(kip for _, kip in dues):
            # The interest of each day is reckoned when it has come.
            return [(due, kip, 0) for due, kip in dues]
        key = ("rows", since, tuple(parts), tuple(dues), known if self.pauses else None)
        return list(self._once(key, lambda: self._foreseen(dues, parts, since, known)))

    def _foreseen(
        self, dues: Parts, parts: Parts, since: date | None, known: date
    ) -> list[tuple[date, int, int]]:
        trial = HandLoan(self.borrower, self.terms, self.months, self.kip, parts=list(parts))
        trial.pauses = self.pauses
        before = 0
        if since is not None:
            trial.paid = [row for row in self.paid if row[0] <= since and row[1] == "principal"]
            trial.lost = [row for row in self.lost if row[0] <= since]
            before = self.settled_interest(since)
        trial.paid = [*trial.paid, *((due, "principal", kip) for due, kip in dues)]
        rows = []
        for due, kip in dues:
            interest = max(0, trial.charged(due, known=max(known, due)) - before)
            before += interest
            if kip or interest:
                rows.append((due, kip, interest))
        return rows

    # --- what is owed -------------------------------------------------------------------------

    def dues(self, agreed: Agreement, until: date) -> list[Due]:
        """What had to be there by each due day until a day; monthly after the last of them."""
        found = []
        interest, principal = agreed.interest_before, agreed.principal_before
        for due, kip, part in agreed.rows:
            interest += part
            principal += kip
            if due <= until:
                whole = interest if self.of("method") == "season" else self.charged(due)
                found.append(Due(due, whole, principal))
        last, k = agreed.rows[-1][0], 1
        while later(last, k) <= until:
            found.append(Due(later(last, k), self.charged(later(last, k)), principal))
            k += 1
        return found

    def missing(self, due: Due, day: date) -> int:
        """What is missing of it at the end of a day; one half never makes up for the other."""
        interest = max(0, due.interest - self.settled_interest(day))
        return interest + max(0, due.principal - self.gone(day))

    def fines(self, dues: list[Due], day: date) -> int:
        """The fines of all due days whose days of grace are over before a day."""
        if self.of("late") == "none":
            return 0
        grace = timedelta(days=self.of("grace_days"))
        together = 0
        for due in dues:
            if due.day + grace < day:
                late = self.missing(due, due.day + grace)
                if self.of("late") == "fixed":
                    together += self.of("late_kip") if late else 0
                else:
                    exact = Fraction(late * self.of("late_points"), 10_000)
                    together += rounded(exact, self.of("rounding"))
        return together

    def owed(self, day: date) -> Owed:
        """What is owed at the end of a day, by what had happened until then."""
        page = self._then(day)
        return page._once(("owed", day), lambda: page._owe(day))

    def _then(self, day: date) -> "HandLoan":
        """The page as it was read on a day: a part that was taken back later still stood on it."""
        stood = [(out, kip) for out, back, kip in self.taken_back if out <= day < back]
        return replace(self, parts=sorted([*self.parts, *stood])) if stood else self

    def _owe(self, day: date) -> Owed:
        if not self.lent(day):
            return Owed()
        principal = self.lent(day) - self.gone(day)
        if principal <= 0 and sum(kip for when, kip in self.lost if when <= day) > 0:
            return Owed()
        interest = max(0, self.charged(day) - self.settled_interest(day))
        until = day if principal > 0 or interest else self.last_told(day)
        agreements = self.agreements(day)
        dues = self.dues(agreements[-1], until)
        fines = self.fines(dues, day)
        for agreed, following in pairwise(agreements):
            assert following.since is not None
            end = min(until, following.since - ONE_DAY)
            fines += self.fines(self.dues(agreed, end), min(until, following.since))
        grace = timedelta(days=self.of("grace_days"))
        late = [due for due in dues if due.day + grace < day]
        return Owed(
            principal=principal,
            interest=interest,
            interest_asked=self._asked(agreements[-1], principal, interest, day),
            fine=max(0, fines - self.settled_fine(day)),
            principal_due=max(0, dues[-1].principal - self.gone(day)) if dues else 0,
            overdue=self.missing(late[-1], day) if any(self.missing(d, day) for d in late) else 0,
        )

    def _asked(self, agreed: Agreement, principal: int, interest: int, day: date) -> int:
        """Interest is asked for as it runs up, but by the contract where that names its days."""
        by_the_day = agreed.since is not None or self.of("schedule") == "bullet"
        if not by_the_day or principal <= 0 or day >= agreed.rows[-1][0]:
            return interest
        come = [agreed.interest_before, *(due.interest for due in self.dues(agreed, day))]
        return min(interest, max(0, come[-1] - self.settled_interest(day)))

    def last_told(self, day: date) -> date:
        """The newest day on the page that is not after a day."""
        rows: list[Any] = [*self.parts, *self.paid, *self.waived, *self.lost]
        told: list[date] = [row[0] for row in rows]
        return max(d for d in told if d <= day)

    def split(self, kip: int, day: date, order: list[str]) -> dict[str, int] | None:
        """How a payment is divided; nothing where it is more than is owed."""
        owed = self.owed(day)
        if not 0 < kip <= owed.kip:
            return None
        due = {
            "fine": owed.fine,
            "interest": owed.interest,
            "principal": min(owed.principal, owed.principal_due),
        }
        parts = {}
        for purse in order:
            parts[purse] = min(kip, due[purse])
            kip -= parts[purse]
        parts["principal"] += kip
        return parts
