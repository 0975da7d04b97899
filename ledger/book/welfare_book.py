"""The questions about the welfare fund: its claims, its members, its report, how far it reaches."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from ledger.book.change import Topic
from ledger.book.facts import Facts
from ledger.book.reading_welfare import claims_where, other_benefits
from ledger.rules.claim_checks import ClaimFacts
from ledger.rules.claims import Claim, ClaimRequest, Reckoning
from ledger.rules.days import FiscalYear, Month
from ledger.rules.kip import Kip
from ledger.rules.pensions import pensions_due
from ledger.rules.people import MemberId
from ledger.rules.transfers import ClaimId
from ledger.rules.welfare_dues import welfare_since, welfare_standing
from ledger.statements.welfare import (
    Coverage,
    WelfareMember,
    WelfareReport,
    benefits_by_member,
    coverage_of,
    report_of,
    welfare_members,
)


class WelfareBook(Facts):
    """The part of the reading door that is about the welfare fund."""

    def claims(self) -> tuple[Claim, ...]:
        """All claims in the book's order."""
        return self._keep(Topic.ENTRIES, "claims", lambda: claims_where(self.shelf))

    def claim(self, claim: ClaimId) -> Claim:
        """One claim. Raises KeyError where there is none of that id."""
        found = claims_where(self.shelf, "c.id = ?", (claim,))
        if not found:
            raise KeyError(claim)
        return found[0]

    def claims_of(self, member: MemberId) -> tuple[Claim, ...]:
        """The claims of one member, the oldest first."""
        return claims_where(self.shelf, "c.member = ?", (member,))

    def claim_facts(self, member: MemberId, day: date) -> ClaimFacts:
        """What must be known before a claim of a member is checked. Raises KeyError for nobody."""
        return ClaimFacts(self.rulebook(day), self.member(member), self.claims_of(member))

    def pensions(
        self, month: Month, day: date, *, evidence: str = ""
    ) -> tuple[tuple[ClaimRequest, Reckoning], ...]:
        """The pensions of a month that nobody has asked for yet, as of a day."""
        hers: defaultdict[MemberId, list[Claim]] = defaultdict(list)
        for claim in self.claims():
            hers[claim.request.member].append(claim)
        return pensions_due(
            self.rulebook(day), self.members(), hers, month=month, day=day, evidence=evidence
        )

    def welfare_members(self, day: date) -> tuple[WelfareMember, ...]:
        """Everybody in the fund on a day, with what she gave, what is missing, and her benefits."""
        rulebook, facts = self.rulebook(day), self.day_facts(day, day)
        benefits = benefits_by_member(self.claims(), other_benefits(self.shelf))
        rows = []
        for member in welfare_members(rulebook, self.members(), day):
            standing = welfare_standing(facts, member)
            since = welfare_since(rulebook, member) or member.joined
            rows.append(
                WelfareMember(
                    member=member,
                    since=since,
                    until=member.welfare_until,
                    first=since + timedelta(days=rulebook.welfare.waiting_days),
                    paid=standing.paid,
                    due=standing.due,
                    benefits=benefits.get(member.id, 0),
                )
            )
        return tuple(rows)

    def welfare_report(self, year: FiscalYear, until: date) -> WelfareReport:
        """What the fund paid for by event, up to a day."""
        return report_of(self.claims(), other_benefits(self.shelf), year=year, until=until)

    def welfare_coverage(self, day: date) -> Coverage | None:
        """How far the fund reaches; nothing where the rules have no table of benefits."""
        rulebook = self.rulebook(day)
        fund = rulebook.welfare.fund
        if fund is None or not rulebook.welfare.benefits:
            return None
        return coverage_of(
            rulebook,
            self.members(),
            self.claims(),
            fund=self.balances(day).get(fund, 0),
            day=day,
        )

    def benefits_paid(self) -> Mapping[MemberId, Kip]:
        """What each member was ever paid out of the welfare fund, in kip."""
        return benefits_by_member(self.claims(), other_benefits(self.shelf))
