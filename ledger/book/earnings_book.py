"""The questions about what the group earns its members, and what its idle money costs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.facts import Facts
from ledger.book.sums import net_by_month, on_own_side
from ledger.rules.accounts import CASH, SAVINGS, Account
from ledger.rules.days import Month, day_before, fiscal_year, month_of
from ledger.rules.kip import Kip
from ledger.rules.people import Status
from ledger.rules.welfare_cash import welfare_cash

if TYPE_CHECKING:
    from ledger.statements.earnings import Earnings
    from ledger.statements.idle import Idle

_MONTHS = 12


class EarningsBook(Facts):
    """The part of the reading door that compares the group with others, and with itself."""

    def earnings(self, day: date) -> Earnings:
        """The group's year of a day, up to that day, against a moneylender."""
        rulebook = self.rulebook(day)
        end = rulebook.fiscal_year_end
        year = fiscal_year(day, last_month=end, books_begin=self.books_begin)
        members = {member.id: member for member in self.members()}
        rate = rulebook.loans.moneylender
        return parts.earnings.earnings_of(
            self.loans(), members, first=year.first, last=day, rate=rate
        )

    def idle(self, day: date) -> Idle:
        """The twelve months up to a day, and the twelve after it."""
        loans, this = self.loans(), month_of(day)
        begin = month_of(self.books_begin or day)
        first = max(this.plus(1 - _MONTHS), begin)
        since = max(first.first, self.books_begin or first.first)
        standing = dict(self.balances(day_before(first.first)))
        before = self._free(standing, day)
        moved = {
            month: on_own_side(net) for month, net in net_by_month(self.shelf, first, this).items()
        }
        free = list(self._month_ends(standing, moved, (first, this), day))
        rate = parts.idle.usual_rate(loans, since=since)
        coming, waiting = parts.idle.to_come(loans, day)
        now = max(free[-1][1], 0)
        # The month in which the books began brought what was saved before them.
        savings = [
            moved.get(month, {}).get(SAVINGS, 0) for month, _ in free if month not in {begin, this}
        ]
        return parts.idle.Idle(
            rate=rate,
            loan=parts.idle.usual_loan(loans, since=since),
            free=now,
            members=sum(1 for m in self.members() if m.status is Status.ACTIVE),
            months=parts.idle.idle_months(free, before=before, rate=rate),
            ahead=parts.idle.forecast(
                now, this=this, savings=savings, coming=coming, waiting=waiting
            ),
        )

    def _month_ends(
        self,
        standing: dict[Account, Kip],
        moved: Mapping[Month, Mapping[Account, Kip]],
        months: tuple[Month, Month],
        day: date,
    ) -> Iterator[tuple[Month, Kip]]:
        first, last = months
        for month in (first.plus(k) for k in range(last - first + 1)):
            for account, kip in moved.get(month, {}).items():
                standing[account] = standing.get(account, 0) + kip
            yield month, self._free(standing, day)

    def _free(self, standing: Mapping[Account, Kip], day: date) -> Kip:
        """What could be lent of the box: without what must stay and what is the welfare fund's."""
        rulebook = self.rulebook(day)
        kept = rulebook.loans.cash_kept
        return standing.get(CASH, 0) - kept - welfare_cash(rulebook.welfare, standing)
