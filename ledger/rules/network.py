"""The sheet that a group hands up to its zone, its district and the Women's Union: what it counts.

The figures are those of the founding report, so that the sheets of many groups can be added up to
the same tables. A sheet holds no name of a member.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ledger.rules.people import Role, Sex


class Figure(StrEnum):
    """One figure of the sheet: a count, or an amount in kip (see `AMOUNTS`)."""

    # Looked up for every sheet of a province: the word's own hash is many times quicker.
    __hash__ = str.__hash__

    VILLAGES = "villages"
    POPULATION = "population"
    HOUSEHOLDS = "households"
    MEMBERS = "members"
    MEMBERS_WOMEN = "members_women"
    MEMBERS_MEN = "members_men"
    MEMBERS_UNSAID = "members_unsaid"
    MEMBER_HOUSEHOLDS = "member_households"
    HOUSEHOLDS_WOMEN = "households_women"
    HOUSEHOLDS_MEN = "households_men"
    HOUSEHOLDS_UNSAID = "households_unsaid"
    SAVINGS = "savings"
    SAVINGS_REGULAR = "savings_regular"
    SAVINGS_VOLUNTARY = "savings_voluntary"
    TOTAL_FUND = "total_fund"
    FUND_MONEY = "fund_money"
    OWN_MONEY = "own_money"
    LOANS = "loans"
    LOANS_AGRICULTURE = "loans_agriculture"
    LOANS_TRADING = "loans_trading"
    LOANS_HANDICRAFT = "loans_handicraft"
    LOANS_ILLNESS = "loans_illness"
    LOANS_OTHER = "loans_other"
    LENT = "lent"
    LENT_AGRICULTURE = "lent_agriculture"
    LENT_TRADING = "lent_trading"
    LENT_HANDICRAFT = "lent_handicraft"
    LENT_ILLNESS = "lent_illness"
    LENT_OTHER = "lent_other"
    PROFIT_FUNDS = "profit_funds"
    PROFIT_WELFARE = "profit_welfare"
    PROFIT_RESERVE = "profit_reserve"
    PROFIT_DEVELOPMENT = "profit_development"
    PROFIT_STUDY_VISIT = "profit_study_visit"
    PROFIT_OTHER = "profit_other"
    WELFARE_MEMBERS = "welfare_members"
    WELFARE_FUND = "welfare_fund"
    EMERGENCY_CASES = "emergency_cases"
    EMERGENCY_LENT = "emergency_lent"
    GREEN_RICE_CASES = "green_rice_cases"
    GREEN_RICE_LENT = "green_rice_lent"
    LEADERS_GROUP = "leaders_group"
    LEADERS_ZONE = "leaders_zone"
    LEADERS_DISTRICT = "leaders_district"


TYPED: tuple[Figure, ...] = (
    Figure.VILLAGES,
    Figure.POPULATION,
    Figure.HOUSEHOLDS,
    Figure.GREEN_RICE_CASES,
    Figure.GREEN_RICE_LENT,
    Figure.LEADERS_ZONE,
    Figure.LEADERS_DISTRICT,
)
"""What no book knows: the group types it for the sheet."""

PURPOSES = ("agriculture", "trading", "handicraft", "illness", "other")
"""The five purposes of the founding report, by the ends of their figures' names."""

PARTS: Mapping[Figure, tuple[Figure, ...]] = {
    Figure.MEMBERS: (Figure.MEMBERS_WOMEN, Figure.MEMBERS_MEN, Figure.MEMBERS_UNSAID),
    Figure.MEMBER_HOUSEHOLDS: (
        Figure.HOUSEHOLDS_WOMEN,
        Figure.HOUSEHOLDS_MEN,
        Figure.HOUSEHOLDS_UNSAID,
    ),
    Figure.SAVINGS: (Figure.SAVINGS_REGULAR, Figure.SAVINGS_VOLUNTARY),
    Figure.TOTAL_FUND: (Figure.SAVINGS, Figure.FUND_MONEY, Figure.OWN_MONEY),
    Figure.LOANS: tuple(Figure(f"loans_{purpose}") for purpose in PURPOSES),
    Figure.LENT: tuple(Figure(f"lent_{purpose}") for purpose in PURPOSES),
    Figure.PROFIT_FUNDS: (
        Figure.PROFIT_WELFARE,
        Figure.PROFIT_RESERVE,
        Figure.PROFIT_DEVELOPMENT,
        Figure.PROFIT_STUDY_VISIT,
        Figure.PROFIT_OTHER,
    ),
}
"""Each total with the figures that must add up to it, to the kip."""

AMOUNTS: frozenset[Figure] = frozenset(
    {
        *(whole for whole in (Figure.SAVINGS, Figure.TOTAL_FUND, Figure.LENT, Figure.PROFIT_FUNDS)),
        *PARTS[Figure.SAVINGS],
        *PARTS[Figure.TOTAL_FUND],
        *PARTS[Figure.LENT],
        *PARTS[Figure.PROFIT_FUNDS],
        Figure.WELFARE_FUND,
        Figure.EMERGENCY_LENT,
        Figure.GREEN_RICE_LENT,
    }
)
"""The figures that are kip; all others count people, households, villages or loans."""

MAY_BE_BELOW_ZERO = frozenset({Figure.TOTAL_FUND, Figure.OWN_MONEY, *PARTS[Figure.PROFIT_FUNDS]})
"""What a loss can bring below zero; nothing else on a sheet can be."""

WOMEN_MEN: Mapping[Sex, tuple[Figure, Figure]] = {
    Sex.FEMALE: (Figure.MEMBERS_WOMEN, Figure.HOUSEHOLDS_WOMEN),
    Sex.MALE: (Figure.MEMBERS_MEN, Figure.HOUSEHOLDS_MEN),
    Sex.UNSAID: (Figure.MEMBERS_UNSAID, Figure.HOUSEHOLDS_UNSAID),
}
"""Under which figures a member, and a household, is counted."""

NO_LEADER = frozenset({Role.ADVISER})
"""Officers who are not counted as leaders of the group."""

FIGURE_MAX = 999_999_999_999_999
"""No single figure of a sheet is larger than this."""

TEXT_MAX = 200
"""No name on a sheet is longer than so many letters."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose sheet it is. `book` tells two groups of one name apart: a mark of the group's book."""

    book: str
    name: str
    village: str = ""
    zone: str = ""
    district: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class NetworkSheet:
    """One group's figures at the end of a day; loans are those of the twelve months up to it."""

    sender: Sender
    day: date
    currency: str
    practice: bool
    figures: Mapping[Figure, int]

    def __getitem__(self, figure: Figure) -> int:
        return self.figures.get(figure, 0)
