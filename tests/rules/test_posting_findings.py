"""Later findings: a closed year stays closed, the difference is booked against fund or person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, CLAIMS_ON_MEMBERS, OWED_TO_MEMBERS, Account
from ledger.rules.balances import balances
from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month
from ledger.rules.lines import Line
from ledger.rules.lines_findings import FindingPaidIn, FindingPaidOut, LaterFinding
from ledger.rules.people import MemberId
from ledger.rules.posting import entries_of
from ledger.rules.posting_findings import (
    AgainstNobody,
    BankInVain,
    FindingOpen,
    FindingShort,
    YearNotClosed,
    check_nothing_found,
)
from ledger.rules.posting_funds import AccountNotOurs, BankShort, FundShort
from ledger.rules.refusals import AmountOutOfRange, CashShort, MemberUnknown, NameMissing, Refusal
from ledger.rules.taking_back import WouldGoBelowZero, check_counter
from ledger.rules.transfers import EntryNumber, Kind, PostedEntry, counter_entry
from tests.rules.posting_makers import NOBODY, moved, one, refusal_of
from tests.villages import BANK, DALA, DAY, KHAM, NETWORK, RESERVE, WELFARE, day_facts


def facts_with(**changed: Any) -> DayFacts:
    """The village in April 2026, after the year 2025 was closed."""
    closed = {2025: Month(2025, 12)}
    return replace(day_facts(closed_years=closed, first_day=date(2026, 1, 1)), **changed)


def finding(*, more: bool = False, kip: int = 7_000, year: int = 2025, **said: Any) -> LaterFinding:
    return LaterFinding(year, kip, more, said.pop("decision", "9/2026"), **said)


SIDES = [
    (False, RESERVE, None, None, Kind.LATER_FINDING, RESERVE, CASH),
    (True, RESERVE, None, None, Kind.LATER_FINDING, CASH, RESERVE),
    (False, RESERVE, None, BANK, Kind.LATER_FINDING, RESERVE, BANK),
    (False, None, KHAM.id, None, Kind.FOUND_OWED_BY_HER, CLAIMS_ON_MEMBERS, CASH),
    (True, None, KHAM.id, None, Kind.FOUND_OWED_TO_HER, CASH, OWED_TO_MEMBERS),
    (True, None, KHAM.id, BANK, Kind.FOUND_OWED_TO_HER, BANK, OWED_TO_MEMBERS),
    (False, RESERVE, KHAM.id, None, Kind.FOUND_OWED_TO_HER, RESERVE, OWED_TO_MEMBERS),
    (True, RESERVE, KHAM.id, None, Kind.FOUND_OWED_BY_HER, CLAIMS_ON_MEMBERS, RESERVE),
]


@pytest.mark.parametrize(("more", "fund", "member", "bank", "kind", "debit", "credit"), SIDES)
def test_it_is_booked_against_the_fund_or_the_person_named(
    *,
    more: bool,
    fund: Account | None,
    member: MemberId | None,
    bank: Account | None,
    kind: Kind,
    debit: Account,
    credit: Account,
) -> None:
    line = finding(more=more, fund=fund, member=member, bank=bank, note="ໃບບິນ")
    assert one(line, facts=facts_with()) == (kind, debit, credit, member, None)
    (entry,) = entries_of([line], facts_with())
    # It stands in the year that runs, says which closed year it is about, and by which decision.
    assert (entry.day, entry.month) == (DAY, Month(2025, 12))
    assert (entry.note, entry.decisions) == ("ໃບບິນ", ("9/2026",))


class TestRefused:
    def test_a_year_that_is_not_closed(self) -> None:
        open_year = finding(year=2026, fund=RESERVE)
        assert refusal_of(open_year, facts=facts_with()) == YearNotClosed(year=2026)
        assert refusal_of(finding(fund=RESERVE)) == YearNotClosed(year=2025)

    def test_without_a_decision_or_against_nobody(self) -> None:
        facts = facts_with()
        unsaid = finding(fund=RESERVE, decision=" ")
        assert refusal_of(unsaid, facts=facts) == NameMissing(what="decision")
        assert refusal_of(finding(), facts=facts) == AgainstNobody()
        assert refusal_of(finding(member=NOBODY), facts=facts) == MemberUnknown(member=NOBODY)
        assert isinstance(refusal_of(finding(fund=NETWORK), facts=facts), AccountNotOurs)

    def test_no_money_of_a_bank_between_a_fund_and_a_member(self) -> None:
        line = finding(fund=RESERVE, member=KHAM.id, bank=BANK)
        assert refusal_of(line, facts=facts_with()) == BankInVain()

    def test_never_more_than_fund_box_or_bank_can_give(self) -> None:
        facts = facts_with()
        much = finding(kip=200_001, fund=RESERVE)
        assert refusal_of(much, facts=facts) == FundShort(RESERVE, 200_000, 200_001)
        hers = finding(kip=200_001, fund=RESERVE, member=KHAM.id)
        assert refusal_of(hers, facts=facts) == FundShort(RESERVE, 200_000, 200_001)
        assert isinstance(
            refusal_of(finding(kip=1_500_001, member=KHAM.id), facts=facts), CashShort
        )
        banked = finding(kip=500_001, member=KHAM.id, bank=BANK)
        assert refusal_of(banked, facts=facts) == BankShort(BANK, 500_000, 500_001)
        assert isinstance(refusal_of(finding(kip=0, fund=RESERVE), facts=facts), AmountOutOfRange)


class TestSettled:
    def test_what_she_owes_is_paid_part_by_part(self) -> None:
        owed, part = finding(member=KHAM.id), FindingPaidIn(KHAM.id, 4_000)
        transfers = moved(owed, part, FindingPaidIn(KHAM.id, 3_000, BANK), facts=facts_with())
        assert balances(transfers).get(CLAIMS_ON_MEMBERS, 0) == 0
        assert [(t.debit, t.kip) for t in transfers[1:]] == [(CASH, 4_000), (BANK, 3_000)]
        assert refusal_of(owed, part, part, facts=facts_with()) == FindingShort(3_000, 4_000, True)

    def test_only_her_own_finding_keeps_her_from_being_settled_with(self) -> None:
        open_now = facts_with(
            findings={(CLAIMS_ON_MEMBERS, KHAM.id): 4_000, (OWED_TO_MEMBERS, KHAM.id): 3_000}
        )
        with pytest.raises(FindingOpen) as refused:
            check_nothing_found(open_now, KHAM)
        assert vars(refused.value) == {"member": KHAM.told, "kip": 7_000}
        check_nothing_found(open_now, DALA)
        check_nothing_found(facts_with(findings={(OWED_TO_MEMBERS, KHAM.id): 0}), KHAM)

    def test_what_she_is_owed_is_paid_to_her_alone(self) -> None:
        owed, paid = finding(fund=RESERVE, member=KHAM.id), FindingPaidOut(KHAM.id, 7_000)
        transfers = moved(owed, paid, facts=facts_with())
        assert balances(transfers) == {CASH: -7_000, OWED_TO_MEMBERS: 0, RESERVE: -7_000}
        other = FindingPaidOut(DALA.id, 1)
        assert refusal_of(owed, other, facts=facts_with()) == FindingShort(0, 1, False)

    def test_a_finding_stays_while_something_was_paid_of_it(self) -> None:
        (entry,) = entries_of([finding(member=KHAM.id)], facts_with())
        back = counter_entry(PostedEntry(EntryNumber(1), entry, ""), day=DAY, reason="ຜິດ")
        open_now = {(CLAIMS_ON_MEMBERS, KHAM.id): 7_000}
        check_counter(back, facts_with(findings=open_now))
        paid = {(CLAIMS_ON_MEMBERS, KHAM.id): 3_000}
        with pytest.raises(WouldGoBelowZero) as refused:
            check_counter(back, facts_with(findings=paid))
        assert refused.value == WouldGoBelowZero(CLAIMS_ON_MEMBERS, KHAM.id, -4_000)

    def test_so_does_one_that_the_group_owes_her(self) -> None:
        (entry,) = entries_of([finding(fund=RESERVE, member=KHAM.id)], facts_with())
        back = counter_entry(PostedEntry(EntryNumber(1), entry, ""), day=DAY, reason="ຜິດ")
        check_counter(back, facts_with(findings={(OWED_TO_MEMBERS, KHAM.id): 7_000}))
        with pytest.raises(WouldGoBelowZero) as refused:
            check_counter(back, facts_with(findings={(OWED_TO_MEMBERS, KHAM.id): 3_000}))
        assert refused.value == WouldGoBelowZero(OWED_TO_MEMBERS, KHAM.id, -4_000)


_KIPS = st.integers(1, 300_000)
_HERS = st.sampled_from([None, KHAM.id, DALA.id])
_LINES: st.SearchStrategy[Line] = st.one_of(
    st.builds(
        LaterFinding,
        st.sampled_from([2024, 2025]),
        _KIPS,
        st.booleans(),
        st.just("9/2026"),
        st.sampled_from([None, RESERVE, WELFARE]),
        _HERS,
        st.sampled_from([None, BANK]),
    ),
    st.builds(FindingPaidIn, st.sampled_from([KHAM.id, DALA.id]), _KIPS),
    st.builds(FindingPaidOut, st.sampled_from([KHAM.id, DALA.id]), _KIPS),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=10))
def test_every_kip_is_accounted_for_whatever_is_tried(lines: Sequence[Line]) -> None:
    facts, kept = facts_with(), list[Line]()
    for line in lines:
        try:
            entries_of([*kept, line], facts)
        except Refusal:
            continue
        kept.append(line)
    transfers = moved(*kept, facts=facts)
    after = balances(transfers)
    for account in (CASH, BANK, RESERVE, WELFARE):
        assert facts.balances[account] + after.get(account, 0) >= 0
    for member in (KHAM.id, DALA.id):
        hers = balances([t for t in transfers if t.member == member])
        assert hers.get(CLAIMS_ON_MEMBERS, 0) >= 0
        assert hers.get(OWED_TO_MEMBERS, 0) >= 0
    # What the group has, less what it owes, is what its funds came to.
    has = sum(after.get(a, 0) for a in (CASH, BANK, CLAIMS_ON_MEMBERS))
    assert has - after.get(OWED_TO_MEMBERS, 0) == after.get(RESERVE, 0) + after.get(WELFARE, 0)
