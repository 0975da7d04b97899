"""Everything that names a decision: loans, claims, members, rulebooks, entries, acts."""

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
_CLAIMS = (
    "SELECT d.number, c.number, d.day FROM claim_decision AS d JOIN claim AS c ON c.id = d.claim"
    " ORDER BY d.claim"
)
_TAKEN_IN = (
    "SELECT l.decision, m.number, l.day FROM member_life AS l"
    " JOIN member_version AS m ON m.member = l.member AND m.version ="
    " (SELECT max(version) FROM member_version WHERE member = l.member)"
    " JOIN event AS v ON v.seq = l.event"
    # Whom the meeting took in after she had asked is named by that act.
    " WHERE l.kind = 'admitted' AND trim(l.decision) <> '' AND v.act <> 'decide_member'"
    " ORDER BY l.id"
)
_TABLES = (
    (RestKind.LOAN, _LOANS),
    (RestKind.CLAIM, _CLAIMS),
    (RestKind.MEMBER, _TAKEN_IN),
    (RestKind.RULES, _RULES),
    (RestKind.ENTRY, _ENTRIES),
)
_ACTS = (
    "SELECT seq, act, facts FROM event WHERE facts LIKE '%\"decision\":%'"
    " AND act NOT IN (?, ?, ?, ?, ?) ORDER BY seq"
)
_NAMED_ELSEWHERE = (
    Act.WRITE_DECISION.value,
    Act.DECIDE_LOAN.value,
    Act.DECIDE_CLAIM.value,
    Act.PAY_PENSIONS.value,
    Act.ADD_MEMBER.value,
)
"""The minutes name themselves; what was decided on loans and the like is read where it stands."""


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
