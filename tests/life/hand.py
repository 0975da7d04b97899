"""The hand ledger: what a patient woman with a ruled book would write beside the program.

It imports nothing of the program. Every act is told to it in its own words; it keeps sums under
plain names, the dated lines they come from, and a page for each loan. The group's rules are the
words of the group's own paper, dated, as plain dictionaries.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tests.life.almanac import ONE_DAY, later, month_end
from tests.life.hand_loan import HandLoan

Key = tuple[str, int | str]
Move = tuple[Key, int]

CASH: Key = ("cash", 0)
ORDER = ["fine", "interest", "principal"]
SAVED: dict[str, Any] = {
    "interest": 0,
    "interest_basis": "month_end",
    "interest_period": "year",
    "interest_unit": 1,
    "entry_fee": 0,
    "passbook_fee": 0,
}


@dataclass
class Line:
    """One line of the hand ledger: its day, what moved, and on which loans."""

    number: int
    day: date
    moves: list[Move]
    loans: list[tuple[int, str, int]] = field(default_factory=list)
    counters: int | None = None
    undone: bool = False


class Hand:
    """Everything the group has and owes, kept by hand."""

    def __init__(self, begin: date, paper: dict[str, Any]) -> None:
        self.begin = begin
        self.papers: list[tuple[date, dict[str, Any]]] = [(date.min, paper)]
        self.sums: Counter[Key] = Counter()
        self.cash_of_days: Counter[date] = Counter()
        self.lines: list[Line] = []
        self.loans: dict[int, HandLoan] = {}
        self.lenders: dict[int, HandLoan] = {}
        self.meetings: list[tuple[date, set[int]]] = []
        self.credited: dict[tuple[date, date], int] = {}
        self.taken: dict[int, tuple[date, date]] = {}
        self.settled: list[tuple[date, int]] = []
        self.gone: set[int] = set()
        self.away: set[int] = set()
        self.handed: set[int] = set()
        self.held_until = self.firm_until = begin - ONE_DAY
        self.closed_until = begin - ONE_DAY

    # --- the group's paper --------------------------------------------------------------------

    def paper(self, day: date) -> dict[str, Any]:
        """The rules that hold on a day."""
        return [paper for since, paper in self.papers if since <= day][-1]

    def order(self, day: date) -> list[str]:
        return list(self.paper(day).get("loans", {}).get("order", ORDER))

    def product(self, key: str, day: date) -> dict[str, Any]:
        products = self.paper(day)["loans"]["products"]
        return next(p for p in products if p["key"] == key)

    # --- writing ------------------------------------------------------------------------------

    def write(
        self,
        day: date,
        *moves: Move,
        loans: list[tuple[int, str, int]] | None = None,
        counters: int | None = None,
    ) -> int:
        """One line; its number."""
        line = Line(len(self.lines), day, [m for m in moves if m[1]], loans or [], counters)
        self.lines.append(line)
        for key, kip in line.moves:
            self.sums[key] += kip
            if key == CASH:
                self.cash_of_days[day] += kip
        for number, what, kip in line.loans:
            self._on_page(number, what, kip, day)
        return line.number

    def cash_free(self, day: date) -> int:
        """The least cash there is at the end of a day or of any later one that is written."""
        left = least = self.sums[CASH]
        for when in sorted((d for d in self.cash_of_days if d > day), reverse=True):
            left -= self.cash_of_days[when]
            least = min(least, left)
        return least

    def _on_page(self, number: int, what: str, kip: int, day: date) -> None:
        page = self.loans[number] if number > 0 else self.lenders[-number]
        if what == "out":
            page.parts.append((day, kip))
            page.parts.sort(key=lambda part: part[0])
        elif what == "not out":
            same = [k for k, part in enumerate(page.parts) if part[1] == kip]
            out, _ = page.parts.pop(same[-1])
            page.taken_back.append((out, day, kip))
        elif what == "recovered":
            page.recovered += kip
        elif what == "lost":
            page.lost.append((day, kip))
        elif what == "written off":
            page.lost.append((day, kip))
            page.written_off += kip
        else:
            page.paid.append((day, what, kip))

    def take_back(self, number: int, day: date) -> int:
        """The opposite of a line, on a later day."""
        line = self.lines[number]
        line.undone = True
        for span, credit in list(self.credited.items()):
            if credit == number:
                # The months are to be reckoned anew, as if nobody had written them before.
                self.taken[number] = span
                del self.credited[span]
        moves = [(key, -kip) for key, kip in line.moves]
        loans = [
            (loan, "not out", kip) if what == "out" else (loan, what, -kip)
            for loan, what, kip in line.loans
        ]
        return self.write(day, *moves, loans=loans, counters=number)

    def as_of(self, day: date) -> Counter[Key]:
        """What everything stood at, at the end of a day."""
        sums: Counter[Key] = Counter()
        for line in self.lines:
            if line.day <= day:
                for key, kip in line.moves:
                    sums[key] += kip
        return sums

    # --- members ------------------------------------------------------------------------------

    def cash_in(self, day: date, key: Key, kip: int) -> int:
        """Cash comes for something that grows by it."""
        return self.write(day, (CASH, kip), (key, kip))

    def cash_out(self, day: date, key: Key, kip: int) -> int:
        """Cash goes out of something that shrinks by it."""
        return self.write(day, (CASH, -kip), (key, -kip))

    def cost(self, day: date, name: int | str, kip: int, place: Key = CASH) -> int:
        return self.write(day, (place, -kip), (("cost", name), kip))

    def income(self, day: date, name: int | str, kip: int, place: Key = CASH) -> int:
        return self.write(day, (place, kip), (("income", name), kip))

    def dividend_saved(self, day: date, member: int, kip: int) -> int:
        return self.write(day, (("dividend", member), -kip), (("savings", member), kip))

    # --- loans --------------------------------------------------------------------------------

    def agree(
        self,
        number: int,
        *,
        member: int,
        terms: dict[str, Any],
        months: int,
        kip: int,
        guarantors: tuple[int, ...] = (),
    ) -> None:
        """A page is begun for a loan that was agreed; no money has moved."""
        self.loans[number] = HandLoan(member, terms, months, kip, guarantors)

    def still_to_hand_over(self, number: int) -> int:
        loan = self.loans[number]
        return loan.kip - sum(kip for _, kip in loan.parts)

    def hand_over(self, number: int, kip: int, day: date) -> int:
        """A part of a loan goes out, the fee comes in with the first one."""
        loan = self.loans[number]
        self.handed.add(number)
        fund = loan.of("fund")
        fee = loan.of("fee") if not loan.parts else 0
        where: Key = ("fund", fund) if fund else ("income", "loan_fees")
        moves: list[Move] = [(CASH, fee - kip), (("lent", fund or 0), kip), (where, fee)]
        return self.write(day, *moves, loans=[(number, "out", kip)])

    def repay(self, number: int, parts: dict[str, int], day: date, place: Key = CASH) -> int:
        """Something comes back; out of the box, or off what the group owes her."""
        loan = self.loans[number]
        fund = loan.of("fund")
        sign = 1 if place == CASH else -1
        moves: list[Move] = [(place, sign * sum(parts.values()))]
        moves.append((("fund", fund) if fund else ("income", "fines"), parts.get("fine", 0)))
        interest = parts.get("interest", 0)
        moves.append((("fund", fund) if fund else ("income", "interest"), interest))
        moves.append((("lent", fund or 0), -parts.get("principal", 0)))
        told = [(number, what, kip) for what, kip in parts.items() if kip]
        return self.write(day, *moves, loans=told)

    def write_off(self, number: int, day: date) -> int:
        """The rest of the principal is given up; a fund bears it, or the year."""
        loan = self.loans[number]
        kip = loan.lent(day) - loan.gone(day)
        fund = loan.of("fund") or self.paper(day)["loans"].get("write_off_fund")
        bears: Move = (("fund", fund), -kip) if fund else (("cost", "written_off"), kip)
        lent: Key = ("lent", loan.of("fund") or 0)
        return self.write(day, bears, (lent, -kip), loans=[(number, "written off", kip)])

    def recover(self, number: int, kip: int, day: date) -> int:
        loan = self.loans[number]
        fund = loan.of("fund") or self.paper(day)["loans"].get("write_off_fund")
        gets: Key = ("fund", fund) if fund else ("income", "recovered")
        return self.write(day, (CASH, kip), (gets, kip), loans=[(number, "recovered", kip)])

    def pass_on(self, number: int, new: int, guarantor: int, months: int, day: date) -> int:
        """A guarantor owes the rest from now on, with the interest and fine that are unpaid."""
        old = self.loans[number]
        owed = old.owed(day)
        others = tuple(g for g in old.guarantors if g != guarantor)
        page = HandLoan(guarantor, old.terms, months, owed.principal, others)
        page.waived.append((day, -owed.interest, -owed.fine))
        self.loans[new] = page
        told = [(number, "lost", owed.principal), (new, "out", owed.principal)]
        return self.write(day, loans=told)

    # --- lenders ------------------------------------------------------------------------------

    def pay_lender(self, lender: int, kip: int, day: date, place: Key = CASH) -> int:
        parts = self.lenders[lender].split(kip, day, ORDER)
        assert parts is not None
        moves: list[Move] = [(place, -kip), (("cost", "lender"), parts["interest"])]
        moves.append((("lender", lender), -parts["principal"]))
        told = [(-lender, what, part) for what, part in parts.items() if part]
        return self.write(day, *moves, loans=told)

    # --- looking ------------------------------------------------------------------------------

    def running(self, member: int, day: date) -> list[int]:
        """A member's loans that are out and not back, the oldest first."""
        hers = [n for n, page in self.loans.items() if page.borrower == member and page.parts]
        hers = [n for n in hers if self.loans[n].owed(day).kip > 0]
        return sorted(hers, key=lambda n: (self.loans[n].parts[0][0], n))

    def free(self, fund: int) -> int:
        """What a fund holds and has not lent."""
        return self.sums["fund", fund] - self.sums["lent", fund]

    def year_of(self, day: date) -> tuple[date, date]:
        """The group's year in which a day lies."""
        last_month = self.paper(day).get("fiscal_year_end") or 12
        end_year = day.year if day.month <= last_month else day.year + 1
        first = later(date(end_year, last_month, 1), -11)
        return max(first, self.begin.replace(day=1)), month_end(date(end_year, last_month, 1))
