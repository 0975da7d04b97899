"""Lines in, transfers or a refusal out: what the tests of posting ask again and again."""

from dataclasses import replace
from typing import Any

import pytest

from ledger.rules.accounts import (
    ADVISERS_PAYABLE,
    COMMITTEE_PAYABLE,
    DIVIDENDS_PAYABLE,
)
from ledger.rules.day_facts import DayFacts
from ledger.rules.lines import (
    Line,
)
from ledger.rules.people import MemberId
from ledger.rules.posting import entries_of
from ledger.rules.refusals import (
    Refusal,
)
from ledger.rules.transfers import Transfer
from tests.villages import (
    KHAM,
    NETWORK,
    PHET,
    day_facts,
)

NOBODY = MemberId(99)


def moved(*lines: Line, facts: DayFacts | None = None) -> list[Transfer]:
    return [t for e in entries_of(lines, facts or day_facts()) for t in e.transfers]


def one(*lines: Line, facts: DayFacts | None = None) -> tuple[Any, ...]:
    """The only transfer of some lines, without its amount: kind, debit, credit, member, loan."""
    (t,) = moved(*lines, facts=facts)
    return (t.kind, t.debit, t.credit, t.member, t.loan)


def refusal_of(*lines: Line, facts: DayFacts | None = None) -> Refusal:
    with pytest.raises(Refusal) as refused:
        entries_of(lines, facts or day_facts())
    return refused.value


def owing(**balances_: int) -> DayFacts:
    """The village with debts to members and officers that its closing has left."""
    facts = day_facts()
    debts = {
        DIVIDENDS_PAYABLE: 70_000,
        COMMITTEE_PAYABLE: 40_000,
        ADVISERS_PAYABLE: 10_000,
        NETWORK: 20_000,
    }
    return replace(
        facts,
        balances={**facts.balances, **debts},
        dividends={KHAM.id: 50_000, PHET.id: 20_000},
    )
