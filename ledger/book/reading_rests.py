"""Everything that names a decision: loans, rulebooks, entries, and acts in the trail."""

import json
from collections.abc import Iterator

from ledger.book.plain import day_of
from ledger.book.shelf import Shelf
from ledger.rules.permits import Act
from ledger.statements.minutes import Rest, RestKind

_LOANS = (
    "SELECT d.number, l.number, d.day FROM loan_decision AS d JOIN loan AS l ON l.id = d.loan"
    # A loan that ran before the books began has no decision in them.
    " WHERE trim(d.number) NOT IN ('', '0') ORDER BY d.loan"
)
_RULES = (
    "SELECT resolution, max(id), valid_from FROM rulebook WHERE trim(resolution) <> ''"
    # Where one is valid from the same day already, the newer one counts.
    " GROUP BY resolution, valid_from ORDER BY 2"
)
_ENTRIES = (
    "SELECT d.number, d.entry, e.day FROM entry_decision AS d JOIN entry AS e ON e.number = d.entry"
    " ORDER BY d.entry, d.number"
)
_TABLES = ((RestKind.LOAN, _LOANS), (RestKind.RULES, _RULES), (RestKind.ENTRY, _ENTRIES))
_ACTS = (
    "SELECT seq, act, facts FROM event WHERE facts LIKE '%\"decision\":%'"
    " AND act NOT IN (?, ?) ORDER BY seq"
)
_NAMED_ELSEWHERE = (Act.WRITE_DECISION.value, Act.DECIDE_LOAN.value)
"""The minutes name themselves, and a decided loan stands among the loans already."""


def read_rests(shelf: Shelf) -> Iterator[Rest]:
    """All that names a decision, kind by kind in the book's order."""
    for kind, sql in _TABLES:
        for decision, number, day in shelf.rows(sql):
            yield Rest(decision.strip(), kind, str(number), day=day_of(day))
    for seq, act, text in shelf.rows(_ACTS, _NAMED_ELSEWHERE):
        facts = json.loads(text)
        named = facts.get("decision", "")
        # An act may rest on several decisions.
        for decision in named if isinstance(named, list) else [named]:
            if isinstance(decision, str) and decision.strip():
                yield Rest(decision.strip(), RestKind.ACT, str(seq), act=act, facts=facts)
