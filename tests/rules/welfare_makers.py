"""A welfare fund with the table of Trat, and what its tests ask again and again."""

from dataclasses import replace
from datetime import date
from typing import Any

from ledger.rules.claim_checks import ClaimFacts
from ledger.rules.claims import (
    Claim,
    ClaimDecision,
    ClaimRequest,
    Reckoning,
    ReckonRow,
    ReckonStep,
    units_between,
)
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import ClaimId
from tests.rules.years import template
from tests.villages import OFFICERS

BAHT = 100
"""The book of Trat is kept in satang."""

TRAT = template("a06_trat_welfare")
SAP_ANAN = template("a06_sap_anan")
DAY = date(2026, 8, 5)
DAO = Member(MemberId(1), "001", "ດາວ", joined=date(1996, 1, 1), born=date(1960, 5, 1))
NAMES = tuple(officer.name for officer in OFFICERS[:3])


def asked(code: str, first: date, last: date | None = None, **facts: Any) -> ClaimRequest:
    """A claim of Dao's on the 5th of August."""
    rulebook: Rulebook = facts.pop("rulebook", TRAT)
    benefit = rulebook.welfare.benefit(code)
    assert benefit is not None
    last = last or first
    request = ClaimRequest(
        member=DAO.id,
        day=DAY,
        benefit=benefit,
        first=first,
        last=last,
        units=units_between(benefit.unit, first, last),
        evidence="ໃບຢັ້ງຢືນຂອງໂຮງໝໍ",
    )
    return replace(request, **facts)


def facts_of(*claims: Claim, member: Member = DAO, rulebook: Rulebook = TRAT) -> ClaimFacts:
    return ClaimFacts(rulebook, member, claims)


def claim_of(
    number: int,
    request: ClaimRequest,
    kip: int,
    *,
    decision: ClaimDecision | None = None,
    paid: date | None = None,
) -> Claim:
    """A claim as the book has it, whatever it would come to."""
    rows = (ReckonRow(ReckonStep.UNITS, total=kip, units=1, kip=kip),)
    return Claim(
        ClaimId(number), f"W2026-{number:03d}", request, Reckoning(rows, kip), decision, paid
    )


APPROVED = ClaimDecision(DAY, "8/2026", True, NAMES)
REFUSED = ClaimDecision(DAY, "9/2026", False, reason="ບໍ່ມີໃບຢັ້ງຢືນ")
