"""What the figures of the network's sheet are called, and what each means, in one line."""

from collections.abc import Mapping

from translations.marks import N_
from translations.words import Words

NAMES: Mapping[str, str] = {
    "villages": N_("Villages the group is for"),
    "population": N_("People in these villages"),
    "households": N_("Households in these villages"),
    "members": N_("Members"),
    "members_women": N_("Women"),
    "members_men": N_("Men"),
    "members_unsaid": N_("Sex not written down"),
    "member_households": N_("Households of members"),
    "households_women": N_("With a woman member"),
    "households_men": N_("With men only"),
    "households_unsaid": N_("Households whose members' sex is not written down"),
    "savings": N_("Savings"),
    "savings_regular": N_("Regular savings"),
    "savings_voluntary": N_("Voluntary savings"),
    "total_fund": N_("Pooled fund"),
    "fund_money": N_("Money in the funds"),
    "own_money": N_("The group's own money"),
    "loans": N_("Loans of twelve months"),
    "loans_agriculture": N_("For agriculture"),
    "loans_trading": N_("For trading"),
    "loans_handicraft": N_("For handicraft"),
    "loans_illness": N_("For illness"),
    "loans_other": N_("For emergencies and other things"),
    "lent": N_("Lent in twelve months"),
    "lent_agriculture": N_("For agriculture"),
    "lent_trading": N_("For trading"),
    "lent_handicraft": N_("For handicraft"),
    "lent_illness": N_("For illness"),
    "lent_other": N_("For emergencies and other things"),
    "profit_funds": N_("Funds out of the profit"),
    "profit_welfare": N_("Welfare fund"),
    "profit_reserve": N_("Reserve fund"),
    "profit_development": N_("Development fund"),
    "profit_study_visit": N_("Study-visit fund"),
    "profit_other": N_("Other funds"),
    "welfare_members": N_("Members in the welfare fund"),
    "welfare_fund": N_("Money in the welfare fund"),
    "emergency_cases": N_("Emergency help: loans"),
    "emergency_lent": N_("Emergency help: lent"),
    "green_rice_cases": N_("Green-rice help: members"),
    "green_rice_lent": N_("Green-rice help: lent"),
    "leaders_group": N_("Leaders of the group"),
    "leaders_zone": N_("Leaders in the zone"),
    "leaders_district": N_("Leaders in the district"),
    "groups": N_("Savings groups"),
    "districts": N_("Districts"),
    "welfare_districts": N_("Districts with a welfare fund"),
}
"""The figures of a sheet, and what is counted of many sheets."""

MEANINGS: Mapping[str, str] = {
    "villages": N_("All villages whose people may join the group, with members or without."),
    "population": N_("Everybody who lives in these villages, children too, as the village counts."),
    "households": N_("All households of these villages, as the village head counts them."),
    "members": N_("Everybody who is a member on this day; who left or died is not counted."),
    "members_women": N_("Women and girls among the members."),
    "members_men": N_("Men and boys among the members."),
    "members_unsaid": N_("Members of whom the register does not say whether woman or man."),
    "member_households": N_("Each household with at least one member counts once."),
    "households_women": N_("Households in which at least one woman is a member."),
    "households_men": N_("Households of which only men are members."),
    "households_unsaid": N_("Households of which nothing is written down about the members' sex."),
    "savings": N_("Everything that members have saved and not taken out."),
    "savings_regular": N_("What members save by the rules, month by month or in shares."),
    "savings_voluntary": N_("What members saved beside it, as much as they like."),
    "total_fund": N_("All money that is the members' and the group's; debts are taken off."),
    "fund_money": N_("What stands in all funds of the group on this day."),
    "own_money": N_("Seed money, what was carried forward, and this year's profit so far."),
    "loans": N_("How many loans were paid out in the twelve months up to this day."),
    "loans_agriculture": N_("Loans for rice, gardens and animals."),
    "loans_trading": N_("Loans for buying and selling."),
    "loans_handicraft": N_("Loans for weaving, basketry and other handwork."),
    "loans_illness": N_("Loans for the sick."),
    "loans_other": N_("Loans for emergencies and for anything else."),
    "lent": N_("The kip that were paid out as loans in the twelve months up to this day."),
    "lent_agriculture": N_("Kip lent for rice, gardens and animals."),
    "lent_trading": N_("Kip lent for buying and selling."),
    "lent_handicraft": N_("Kip lent for weaving, basketry and other handwork."),
    "lent_illness": N_("Kip lent for the sick."),
    "lent_other": N_("Kip lent for emergencies and for anything else."),
    "profit_funds": N_("What was put into the funds out of all years' profits."),
    "profit_welfare": N_("Put into the welfare fund out of the profit, without contributions."),
    "profit_reserve": N_("Put into the reserve fund out of the profit."),
    "profit_development": N_("Put into the development fund out of the profit."),
    "profit_study_visit": N_("Put into the study-visit fund out of the profit."),
    "profit_other": N_("Put into any other fund out of the profit."),
    "welfare_members": N_("Members who belong to the welfare fund on this day."),
    "welfare_fund": N_("What stands in the welfare fund: contributions, profit and gifts."),
    "emergency_cases": N_("Loans of the emergency kind in twelve months: illness, flood, fire."),
    "emergency_lent": N_("Kip lent in twelve months as loans of the emergency kind."),
    "green_rice_cases": N_("Members whom a loan kept from selling their rice before the harvest."),
    "green_rice_lent": N_("Kip lent so that rice did not have to be sold before the harvest."),
    "leaders_group": N_("Officers of the committee on this day, without advisers."),
    "leaders_zone": N_("Members of this group who serve in the zone's network."),
    "leaders_district": N_("Members of this group who serve in the district's network."),
}
"""What each figure of a sheet counts."""

TABLES: Mapping[str, str] = {
    "villages": N_("Villages and savings groups"),
    "members": N_("People and members"),
    "households": N_("Households and households of members"),
    "growth": N_("Groups, members and money, year by year"),
    "loans": N_("Loans of twelve months by purpose"),
    "lent": N_("Money lent in twelve months by purpose"),
    "funds": N_("Funds out of the profit, by kind"),
    "help": N_("Help in need"),
    "welfare": N_("Welfare funds"),
    "leaders": N_("Leaders"),
}
"""The tables that are made of many sheets."""


def figure_name(words: Words, figure: str) -> str:
    """What a figure is called. KeyError for one that no sheet has."""
    return words.say(NAMES[figure])


def figure_meaning(words: Words, figure: str) -> str:
    """What a figure of a sheet counts. KeyError for one that no sheet has."""
    return words.say(MEANINGS[figure])


def table_title(words: Words, table: str) -> str:
    """The title of a table. KeyError for one that there is not."""
    return words.say(TABLES[table])


def tenths_text(words: Words, tenths: int, *, whole: bool = False) -> str:
    """Tenths of a percent as the founding report prints them: "34.0%", or "16%"."""
    if whole:
        return f"{words.number(tenths // 10)}%"
    return f"{words.number(tenths // 10)}{words.money_format.decimal_mark}{tenths % 10}%"
