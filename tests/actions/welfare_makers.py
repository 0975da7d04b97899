"""The village with a table of benefits and its fund filled, for the tests of acts."""

from dataclasses import replace
from datetime import date
from typing import Any

from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.welfare import ask_claim, decide_claim
from ledger.book.book import Book
from ledger.rules.claims import ClaimDecision, ClaimRequest
from ledger.rules.lines import FundGift
from ledger.rules.people import Role
from ledger.rules.transfers import ClaimId
from ledger.rules.welfare_rules import Benefit, BenefitStep, BenefitUnit, LadderBy
from tests.villages import KHAM, OFFICERS, RULES, TODAY, WELFARE, actor, two

KEEPER = actor()
HEAD = actor(Role.PRESIDENT)
APRIL = date(2026, 4, 5)
NAMES = (OFFICERS[0].name, OFFICERS[1].name)

BIRTH = Benefit("birth", "ເກີດລູກ", "birth", kip=50_000, confirmations=2)
NIGHTS = Benefit(
    "hospital", "ນອນໂຮງໝໍ", "hospital", unit=BenefitUnit.NIGHT, kip=10_000, year_most=100_000
)
PENSION = Benefit(
    "old_age",
    "ບຳນານ",
    "old_age",
    unit=BenefitUnit.MONTH,
    age_least=60,
    ladder=LadderBy.SAVING_YEARS,
    steps=(BenefitStep(2, 20_000), BenefitStep(15, 30_000)),
    evidence=False,
)
TABLE = replace(
    RULES,
    resolution="2/2026",
    valid_from=date(2026, 2, 1),
    welfare=replace(RULES.welfare, benefits=(BIRTH, NIGHTS, PENSION), apart=True, costs_most=2_000),
)
AGREED = ClaimDecision(APRIL, "4/2026", True, NAMES)


def with_table(book: Book, **rules: Any) -> None:
    """Adopt the table, and fill the fund with 300,000 kip."""
    rulebook = replace(TABLE, welfare=replace(TABLE.welfare, **rules))
    adopt_rulebook(book, two(HEAD), rulebook=rulebook)
    gift = FundGift(WELFARE, 300_000)
    record_day(book, KEEPER, day=date(2026, 3, 5), lines=(gift,), today=TODAY)


def request(benefit: Benefit = BIRTH, **facts: Any) -> ClaimRequest:
    """What Kham asks for on the 5th of April."""
    asked = ClaimRequest(KHAM.id, APRIL, benefit, date(2026, 4, 1), date(2026, 4, 1), 1, "ໃບເກີດ")
    return replace(asked, **facts)


def approved(book: Book) -> ClaimId:
    """A birth of Kham's, asked for and approved."""
    ask_claim(book, KEEPER, request=request())
    claim = book.claims()[-1].id
    decide_claim(book, HEAD, claim=claim, decision=AGREED)
    return claim
