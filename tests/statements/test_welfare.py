"""How far the welfare fund reaches, what it paid for, and what each member can hope for."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.days import Month, fiscal_year
from ledger.rules.people import MemberId, Status
from ledger.rules.welfare_rules import Benefit, BenefitStep, BenefitUnit, LadderBy
from ledger.statements.welfare import (
    Cover,
    Coverage,
    benefit_most,
    benefits_by_member,
    coverage_of,
    pension_of,
    report_of,
    welfare_members,
)
from tests.rules.welfare_makers import APPROVED, BAHT, DAO, DAY, REFUSED, TRAT, asked, claim_of

JULY = date(2026, 7, 1)
YEAR = fiscal_year(DAY, last_month=12)
YOUNG = replace(DAO, id=MemberId(2), born=date(1990, 1, 1))


@pytest.mark.parametrize(
    ("benefit", "most"),
    [
        (Benefit("a", "a", kip=500), 500),
        (Benefit("a", "a", unit=BenefitUnit.NIGHT, kip=100, units_most=20), 2_000),
        (Benefit("a", "a", unit=BenefitUnit.NIGHT, kip=100, units_most=20, year_most=900), 900),
        (Benefit("a", "a", unit=BenefitUnit.DAY, kip=10), 3_650),
        (Benefit("a", "a", unit=BenefitUnit.WEEK, kip=10, event_most=100), 100),
        (
            Benefit("a", "a", ladder=LadderBy.AGE, steps=(BenefitStep(0, 5), BenefitStep(9, 7))),
            7,
        ),
        (Benefit("a", "a", ladder=LadderBy.AGE), 0),
    ],
)
def test_the_most_of_a_benefit_in_a_year(benefit: Benefit, most: int) -> None:
    assert benefit_most(benefit) == most


def test_a_pension_is_the_ladder_s_step_of_the_month() -> None:
    assert pension_of(TRAT, DAO, Month(2026, 7)) == 600 * BAHT
    assert pension_of(TRAT, YOUNG, Month(2026, 7)) == 0
    new = replace(DAO, joined=date(2026, 6, 1))
    assert pension_of(TRAT, new, Month(2026, 7)) == 0


def test_trat_needs_a_pension_for_each_old_member_and_2500_baht_for_all() -> None:
    """Dao has saved for thirty years: 600 baht a month; birth and nights are 2,500 a member."""
    waiting = claim_of(1, asked("birth", JULY), 500 * BAHT, decision=APPROVED)
    others = (
        replace(waiting, decision=REFUSED),
        replace(waiting, decision=None),
        replace(waiting, paid=DAY),
    )
    claims = (waiting, *others)
    coverage = coverage_of(TRAT, (DAO, YOUNG), claims, fund=12_700 * BAHT, day=DAY)
    assert coverage == Coverage(12_700 * BAHT, 500 * BAHT, 7_200 * BAHT, 2_500 * BAHT, 2)
    assert coverage.promised == 12_700 * BAHT
    assert (coverage.cover, coverage.reaches) == (Cover.FULL, 2)
    part = replace(coverage, fund=12_699 * BAHT)
    assert (part.cover, part.reaches) == (Cover.PART, 1)
    short = replace(coverage, fund=10_199 * BAHT)
    assert (short.cover, short.reaches) == (Cover.SHORT, 0)


def test_a_table_with_pensions_alone() -> None:
    only = Coverage(fund=100, waiting=0, pensions=100, one_member=0, members=3)
    assert (only.reaches, only.cover) == (3, Cover.FULL)
    assert replace(only, fund=99).reaches == 0
    assert replace(only, fund=99).cover is Cover.SHORT


def test_who_is_in_the_fund() -> None:
    gone = replace(DAO, id=MemberId(3), status=Status.LEFT)
    later = replace(DAO, id=MemberId(4), joined=date(2026, 9, 1))
    assert welfare_members(TRAT, (DAO, gone, later), DAY) == (DAO,)


def test_the_report_counts_persons_and_kip_by_event() -> None:
    birth = asked("birth", JULY)
    claims = (
        claim_of(1, birth, 500, decision=APPROVED, paid=date(2025, 3, 1)),
        claim_of(2, birth, 500, decision=APPROVED, paid=date(2026, 3, 1)),
        claim_of(3, replace(birth, member=YOUNG.id), 500, decision=APPROVED, paid=JULY),
        claim_of(4, asked("hospital", JULY), 700, decision=APPROVED, paid=JULY),
        claim_of(5, birth, 900, decision=APPROVED),
        claim_of(6, birth, 900, decision=APPROVED, paid=date(2026, 12, 1)),
    )
    others = ((DAO.id, date(2024, 1, 5), 300), (DAO.id, date(2026, 12, 2), 9))
    report = report_of(claims, others, year=YEAR, until=DAY)
    rows = [(r.persons, r.kip, r.persons_ever, r.kip_ever) for r in report.rows]
    assert rows == [(2, 1_000, 2, 1_500), (1, 700, 1, 700), (0, 0, 1, 300)]
    assert [row.benefit and row.benefit.code for row in report.rows] == ["birth", "hospital", None]
    assert (report.kip, report.kip_ever) == (1_700, 2_500)
    assert report_of((), (), year=YEAR, until=DAY).rows == ()


def test_what_each_member_was_ever_paid() -> None:
    birth = claim_of(1, asked("birth", JULY), 500, decision=APPROVED)
    paid = replace(birth, paid=JULY)
    assert benefits_by_member((birth, paid), ((DAO.id, JULY, 30),)) == {DAO.id: 530}
