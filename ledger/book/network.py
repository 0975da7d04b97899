"""The group's sheet for the network, and the figures that it typed for it."""

import json
from collections.abc import Mapping
from datetime import date

from ledger.book.anchors import mark_of
from ledger.book.papers import Papers
from ledger.book.plain import number_of
from ledger.book.reading_entries import entries_touching, entries_where
from ledger.book.reading_loans import loans_where
from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.network import FIGURE_MAX, TYPED, Figure
from ledger.rules.transfers import Kind, PostedEntry
from ledger.statements.network_sheet import (
    NetworkFacts,
    OpenSheet,
    first_day_of_loans,
    network_sheet_of,
)

TYPED_FIGURES = "network_sheet"
"""The draft under which the typed figures are kept: pencil, typed over every year."""

_LENT = (
    "e.day > ? AND e.day <= ? AND EXISTS (SELECT 1 FROM transfer AS x"
    f" WHERE x.entry = e.number AND x.kind = '{Kind.PAY_OUT.value}')"
)


class NetworkPapers(Papers):
    """The part of the reading door that answers the network."""

    @property
    def mark(self) -> str:
        """What tells this book from every other: the beginning of its first seal."""
        return mark_of(self.shelf)

    def typed_figures(self) -> Mapping[Figure, int]:
        """What the group typed for its sheet; a figure that was not typed is missing."""
        plain = json.loads(self.draft(TYPED_FIGURES) or "{}")
        return {figure: plain[figure.value] for figure in TYPED if _sound(plain, figure)}

    def network_sheet(self, day: date) -> OpenSheet:
        """The sheet at the end of a day, with what stands behind each figure."""
        rulebooks = self.rulebooks
        balances = self.balances(day)
        named = (a.account for rules in rulebooks for a in rules.accounts)
        funds = {a for a in (*named, *balances) if named_kind(a) is Named.FUND}
        bounds = (number_of(first_day_of_loans(day)), number_of(day))
        return network_sheet_of(
            NetworkFacts(
                group=self.group,
                book=self.mark,
                day=day,
                rulebooks=rulebooks,
                rulebook=self.rulebook(day),
                members=self.members(),
                officers=self.officers(),
                balances=balances,
                savings=self.savings(day),
                loans={loan.id: loan for loan in loans_where(self.shelf, "1")},
                lent=entries_where(self.shelf, _LENT, bounds),
                funds=self._fund_entries(sorted(funds), day),
                typed=self.typed_figures(),
            )
        )

    def _fund_entries(self, funds: list[Account], day: date) -> tuple[PostedEntry, ...]:
        return entries_touching(self.shelf, funds, date.min, day) if funds else ()


def _sound(plain: object, figure: Figure) -> bool:
    found = plain.get(figure.value) if isinstance(plain, dict) else None
    return type(found) is int and 0 <= found <= FIGURE_MAX
