"""What lies on the committee's desk, by hand: who waits, who stands for whom, the bank's ticks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.life.hand import Hand

USUAL = ("illness", "emergency", "agriculture", "trade", "other")
"""In which order purposes are served where the group's paper says nothing."""


@dataclass
class Asked:
    """A request: what for, how much, since when, who stands for it, and what became of it."""

    member: int
    kip: int
    day: date
    purpose: str
    guarantors: tuple[int, ...]
    decided: bool = False
    refused: bool = False
    put_off: list[tuple[date, date | None]] = field(default_factory=list)


@dataclass
class Desk:
    """The requests by number, those taken ahead in their order, and the bank lines ticked."""

    hand: Hand
    asked: dict[int, Asked] = field(default_factory=dict)
    ahead: list[int] = field(default_factory=list)
    ticked: dict[int, Counter[tuple[date, int]]] = field(default_factory=dict)
    statements: dict[int, tuple[date, int, int]] = field(default_factory=dict)

    def standing(self, number: int) -> bool:
        """Whether its money waits: neither refused nor ever handed over, not even in part."""
        return not self.asked[number].refused and number not in self.hand.handed

    def stake(self, number: int) -> int:
        """What is owed on a loan, or would be when it is handed over, in kip."""
        page = self.hand.loans.get(number)
        if number in self.hand.handed or (page is not None and number not in self.asked):
            assert page is not None
            return max(0, page.lent(date.max) - page.gone(date.max))
        asked = self.asked[number]
        return 0 if asked.refused else asked.kip

    def stands_for(self, number: int) -> tuple[int, ...]:
        """Who stands guarantee for it now."""
        page = self.hand.loans.get(number)
        return self.asked[number].guarantors if page is None else page.guarantors

    def guaranteed(self, member: int) -> int:
        """What one person answers for beside her own loans, in kip."""
        numbers = self.asked.keys() | self.hand.loans.keys()
        return sum(self.stake(n) for n in numbers if member in self.stands_for(n))

    def finished(self, number: int) -> bool:
        """Whether nothing is owed on it any more: lists of guarantors leave it out."""
        page = self.hand.loans.get(number)
        if page is None or not page.parts:
            return number in self.asked and self.asked[number].refused
        # What was written off may still come back, and whoever stood for it still does.
        return not page.written_off and not page.owed(page.last_told(date.max)).kip

    def may_stand(
        self, new: Sequence[int], *, borrower: int, terms: Mapping[str, Any], kip: int, but: int = 0
    ) -> bool:
        """Whether these people may stand for a loan of so much kip; `but` is the loan itself."""
        if borrower in new or len(set(new)) < len(new) or len(new) < terms.get("guarantors", 0):
            return False
        running = [n for n in self.asked.keys() | self.hand.loans.keys() if n != but]
        running = [n for n in running if not self.finished(n)]
        for one in new:
            hers = [n for n in running if one in self.stands_for(n)]
            if one in self.hand.gone | self.hand.away:
                return False
            if len(hers) >= terms.get("guarantees_max", 99):
                return False
            most = self.hand.sums["savings", one] * terms.get("guarantee_times", 0) // 100
            together = sum(map(self.stake, hers)) + kip
            if terms.get("guarantee_times", 0) and together > most:
                return False
        return True

    def free(self, day: date) -> int:
        """What may be lent on a day: the cash that no later line needs, less what is kept."""
        kept: int = self.hand.paper(day).get("loans", {}).get("cash_kept", 0)
        return max(0, self.hand.cash_free(day) - kept)

    def order(self, day: date) -> list[int]:
        """Whose turn it is on a day: those taken ahead, then by purpose, then by their day."""
        here = [n for n, asked in self.asked.items() if self.standing(n) and asked.day <= day]
        turns = [n for n in self.ahead if n in here]
        rest = [n for n in here if n not in turns]
        rest.sort(key=lambda n: (self._rank(self.asked[n].purpose, day), self.asked[n].day, n))
        return turns + rest

    def _rank(self, purpose: str, day: date) -> int:
        loans: dict[str, Any] = self.hand.paper(day).get("loans", {})
        served = list(loans.get("priority", USUAL))
        names = {purpose} | {
            p.get("key") for p in loans.get("purposes", ()) if p["code"] == purpose
        }
        places = [served.index(name) for name in names if name and name in served]
        if places:
            return min(places)
        return served.index("other") if "other" in served else len(served)

    # --- the bank's own book ------------------------------------------------------------------

    def open_lines(self, bank: int) -> Counter[tuple[date, int]]:
        """The lines of a bank that its book has not shown yet, as days and kip."""
        lines: Counter[tuple[date, int]] = Counter()
        for line in self.hand.lines:
            kip = sum(k for key, k in line.moves if key == ("bank", bank))
            if kip:
                lines[line.day, kip] += 1
        return lines - self.ticked.get(bank, Counter())

    def shown(self, bank: int) -> int:
        """What the ticked lines come to, in kip."""
        ticked = self.ticked.get(bank, Counter())
        return sum(kip * times for (_, kip), times in ticked.items())
