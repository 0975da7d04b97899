"""Both kinds of savings on the passbook, and at the beginning of the books."""

from dataclasses import replace

import pytest

from ledger.rules import makers
from ledger.rules.accounts import OPENING, VOLUNTARY_SAVINGS
from ledger.rules.contributions import VoluntaryNotKept
from ledger.rules.lines import SavingsInterest
from ledger.rules.meeting_values import CashCount
from ledger.rules.rulebook import Rulebook, VoluntaryRules
from ledger.rules.set_up import SetUp, check_set_up, opening_entries
from ledger.rules.transfers import Kind
from ledger.statements.passbook import Passbook, passbook_of
from tests.rules.posting_makers import one
from tests.statements.test_passbook import FIRST, LAST, posted
from tests.villages import BEGIN, GROUP, KHAM, OFFICERS, RULES, day_facts, with_saving

KEPT = replace(RULES, voluntary=VoluntaryRules(kept=True))


def book(rulebook: Rulebook, *kip: int, before: int = 0) -> Passbook:
    """Kham's passbook with voluntary deposits of these amounts."""
    entries = [posted(n, makers.voluntary_deposit(KHAM.id, k)) for n, k in enumerate(kip, start=1)]
    return passbook_of(
        entries,
        group=GROUP,
        rulebook=rulebook,
        member=KHAM,
        first=FIRST,
        last=LAST,
        voluntary_before=before,
    )


def test_voluntary_savings_run_in_a_balance_of_their_own() -> None:
    passbook = book(KEPT, 5_000, 7_000, before=1_000)
    assert [(line.savings, line.voluntary) for line in passbook.lines] == [(0, 6_000), (0, 13_000)]


def test_they_have_a_column_where_the_rules_have_them_or_she_has_some() -> None:
    assert not book(RULES).two_products
    assert book(KEPT).two_products
    assert book(RULES, before=1).two_products
    assert book(RULES, 5_000).two_products


def test_the_books_begin_with_both_kinds() -> None:
    begin = SetUp(
        group=GROUP,
        begin=BEGIN,
        rulebook=KEPT,
        officers=OFFICERS,
        members=(KHAM,),
        savings=((KHAM.id, 0),),
        voluntary=((KHAM.id, 50_000),),
        count=CashCount(((50_000, 1),)),
    )
    check_set_up(begin)
    hers = opening_entries(begin, ())[0].transfers[0]
    assert (hers.debit, hers.credit, hers.kip) == (OPENING, VOLUNTARY_SAVINGS, 50_000)
    with pytest.raises(VoluntaryNotKept):
        check_set_up(replace(begin, rulebook=RULES))


def test_interest_by_hand_goes_into_her_savings() -> None:
    facts = with_saving(day_facts(), interest=50)
    assert one(SavingsInterest(KHAM.id, 500), facts=facts)[0] is Kind.SAVINGS_INTEREST
