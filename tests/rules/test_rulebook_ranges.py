"""Between which figures a group may choose: all of them in one table, as a committee would read it.

Amounts are in kip, rates in basis points (a hundredth of a percent).
"""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.accounts import Named, named_account
from ledger.rules.kip import KIP_MAX, WHOLE
from ledger.rules.rulebook import (
    Ceiling,
    CeilingKind,
    Destination,
    FundRules,
    InterestMethod,
    LineKind,
    LoanProduct,
    LoanRules,
    NamedAccount,
    Rulebook,
    SavingMode,
    SavingRules,
    VoluntaryRules,
)
from ledger.rules.rulebook_ranges import ranges_of
from ledger.rules.welfare_rules import Benefit, BenefitStep, LadderBy, WelfareRules
from tests.rules.years import line, percent, rules

ORDINARY = LoanProduct(
    key="ordinary",
    name="ທົ່ວໄປ",
    rate=300,
    ceiling=Ceiling(CeilingKind.SAVINGS_TIMES),
    season_end=(4, 30),
)
HARVEST = LoanProduct(
    key="harvest",
    name="ເກັບກ່ຽວ",
    rate=300,
    method=InterestMethod.SEASON,
    season_end=(2, 29),
    ceiling=Ceiling(CeilingKind.ABSOLUTE, kip=5),
)
STEPS = LoanProduct(
    key="steps",
    name="ຂັ້ນໄດ",
    rate=300,
    ceiling=Ceiling(CeilingKind.STEPS, steps=(500, 900)),
)
ALL = Rulebook(
    valid_from=date(2026, 1, 1),
    resolution="1/2026",
    denominations=(500, 1_000),
    accounts=(NamedAccount(named_account(Named.BANK, 1), "ທະນາຄານ"),),
    saving=SavingRules(minimum=200, maximum=500, shares_min=3, shares_max=7),
    voluntary=VoluntaryRules(kept=True, minimum=20, maximum=50),
    funds=FundRules(decision_from=5),
    welfare=WelfareRules(
        benefits=(
            Benefit("birth", "ເກີດ"),
            Benefit(
                "old",
                "ເບ້ຍຍັງຊີບ",
                ladder=LadderBy.AGE,
                steps=(BenefitStep(60, 600), BenefitStep(70, 700)),
            ),
        )
    ),
    loans=LoanRules(products=(ORDINARY, HARVEST, STEPS), reschedules=2),
    profit=rules(
        percent(Destination.DIVIDEND, 7_000),
        line(LineKind.FIXED, Destination.FUND, 5),
        line(LineKind.REFUND_RATE, Destination.REFUND, 5),
        line(LineKind.DIVIDEND_RATE, Destination.DIVIDEND, 5),
    ),
)


def found(book: Rulebook, start: str = "") -> list[tuple[str, int, int]]:
    """The ranges of the figures whose places begin so, as (rest of the place, least, most)."""
    ranges = [r for r in ranges_of(book) if r.place.startswith(start)]
    return [(r.place.removeprefix(start), r.least, r.most) for r in ranges]


def test_the_group_and_its_people() -> None:
    inside = ("saving", "voluntary", "welfare", "loans", "profit")
    rows = [row for row in found(ALL) if not row[0].startswith(inside)]
    assert rows == [
        ("fiscal_year_end", 1, 12),
        ("deposit_day", 1, 31),
        ("closing_signatures", 2, 99),
        ("receipt_signatures", 1, 6),
        ("voucher_signatures", 1, 6),
        ("people.age_min", 0, 99),
        ("people.notice_months", 0, 12),
        ("people.beneficiaries_max", 1, 5),
        ("people.term_years", 0, 10),
        ("denominations[0]", 1, KIP_MAX),
        ("denominations[1]", 501, KIP_MAX),
        ("funds.decision_from", 0, KIP_MAX),
        ("accounts[0].monthly", 0, KIP_MAX),
        ("accounts[0].rate", 0, 5_000),
    ]


def test_what_is_saved() -> None:
    assert found(ALL, "saving.") == [
        ("minimum", 0, KIP_MAX),
        ("maximum", 200, KIP_MAX),
        ("share_value", 0, KIP_MAX),
        ("shares_min", 1, 10_000),
        ("shares_max", 3, 10_000),
        ("missed_fine", 0, KIP_MAX),
        ("entry_fee", 0, 1_000_000),
        ("passbook_fee", 0, 1_000_000),
        ("balance_kept", 0, KIP_MAX),
        ("interest", 0, 200),
        ("notice", 1, 365),
        ("months_ahead", 0, 12),
        ("interest_unit", 1, 1_000_000),
    ]
    assert found(ALL, "voluntary.") == [
        ("minimum", 0, KIP_MAX),
        ("maximum", 20, KIP_MAX),
        ("balance_kept", 0, KIP_MAX),
        ("notice", 1, 365),
        ("interest", 0, 200),
    ]


def test_a_share_costs_something_and_a_limit_lets_a_kip_through() -> None:
    shares = SavingRules(mode=SavingMode.SHARES, maximum=0)
    book = replace(ALL, saving=shares, voluntary=VoluntaryRules(maximum=0))
    assert ("share_value", 1, KIP_MAX) in found(book, "saving.")
    assert ("maximum", 1, KIP_MAX) in found(book, "saving.")
    assert ("maximum", 1, KIP_MAX) in found(book, "voluntary.")


LENT = [
    ("waiting_months", 0, 24),
    ("guarantors", 0, 5),
    ("guarantees_max", 1, 10_000),
    ("guarantee_times", 0, 3_000),
    ("at_once", 1, 99),
    ("fee", 0, KIP_MAX),
    ("late_points", 0, WHOLE),
    ("late_kip", 0, KIP_MAX),
    ("grace_days", 0, 30),
]


@pytest.mark.parametrize(
    ("product", "terms"),
    [
        (
            0,
            [
                ("rate", 0, 1_000),
                ("months", 1, 36),
                ("season_end[0]", 1, 12),
                ("season_end[1]", 1, 30),
                ("ceiling.times", 50, 3_000),
                ("ceiling.months_earlier", 0, 36),
            ],
        ),
        (
            1,
            [
                ("rate", 0, WHOLE),
                ("months", 1, 36),
                ("season_end[0]", 1, 12),
                ("season_end[1]", 1, 29),
                ("ceiling.kip", 1, KIP_MAX),
            ],
        ),
        (
            2,
            [
                ("rate", 0, 1_000),
                ("months", 1, 36),
                ("ceiling.steps", 1, 99),
                ("ceiling.steps[0]", 1, KIP_MAX),
                ("ceiling.steps[1]", 1, KIP_MAX),
            ],
        ),
    ],
)
def test_what_is_lent(product: int, terms: list[tuple[str, int, int]]) -> None:
    assert found(ALL, f"loans.products[{product}].") == terms + LENT


def test_how_it_is_lent_and_how_profit_is_shared() -> None:
    rest = [row for row in found(ALL, "loans.") if not row[0].startswith("products")]
    assert rest == [
        ("approvals", 1, 9),
        ("cash_kept", 0, KIP_MAX),
        ("reschedules", 0, 99),
        ("moneylender", 0, WHOLE),
    ]
    assert found(ALL, "profit.") == [
        ("cut_off_day", 0, 31),
        ("unit", 1, 1_000_000),
        ("lines[0].amount", 0, WHOLE),
        ("lines[1].amount", 0, KIP_MAX),
        ("lines[2].amount", 0, 3_000),
        ("lines[3].amount", 0, WHOLE),
    ]


def test_the_welfare_fund() -> None:
    each = [
        ("kip", 0, KIP_MAX),
        ("units_most", 0, 366),
        ("event_most", 0, KIP_MAX),
        ("year_most", 0, KIP_MAX),
        ("waiting_days", 0, 3_650),
        ("age_least", 0, 120),
        ("confirmations", 1, 9),
    ]
    own = [row for row in found(ALL, "welfare.") if not row[0].startswith("benefits")]
    assert own == [
        ("contribution", 0, KIP_MAX),
        ("waiting_days", 0, 365),
        ("entry_fee", 0, KIP_MAX),
        ("year_begins", 1, 12),
        ("costs_most", 0, WHOLE),
    ]
    assert found(ALL, "welfare.benefits[0].") == each
    assert found(ALL, "welfare.benefits[1].") == [
        *each,
        ("steps", 1, 99),
        ("steps[0]", 0, 120),
        ("steps[0]", 0, KIP_MAX),
        ("steps[1]", 61, 120),
        ("steps[1]", 0, KIP_MAX),
    ]
