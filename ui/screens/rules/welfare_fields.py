"""Every figure of the welfare fund, and of one row of its table of benefits, with name and unit."""

from ledger.rules.accounts import Named
from ledger.rules.welfare_rules import BenefitTo, BenefitUnit, ContributionUnit, LadderBy
from translations import N_
from ui.screens.rules.rule import Kind, Rule

WELFARE = (
    Rule(
        "welfare.contribution",
        N_("Welfare contribution"),
        Kind.KIP,
        N_("In {unit}, from each member of the welfare fund; 0 where there is none."),
    ),
    Rule(
        "welfare.per",
        N_("The contribution is for"),
        Kind.CHOICE,
        N_("For how long one contribution counts."),
        choices=ContributionUnit,
        topic="contribution_unit",
    ),
    Rule(
        "welfare.entry_fee",
        N_("Welfare entry fee"),
        Kind.KIP,
        N_("In {unit}, once, when a member joins the welfare fund. It is not given back."),
    ),
    Rule(
        "welfare.fund",
        N_("Welfare fund"),
        Kind.ACCOUNT,
        N_("The fund into which the contributions go, one of the group's own accounts."),
        named=Named.FUND,
    ),
    Rule(
        "welfare.everybody",
        N_("Every member is in the welfare fund"),
        Kind.FLAG,
        N_("Yes: from the first day. No: only those who join it."),
    ),
    Rule(
        "welfare.waiting_days",
        N_("Days to wait for a welfare benefit"),
        Kind.COUNT,
        N_("In days, from joining the welfare fund on: 0 to 365."),
    ),
    Rule(
        "welfare.year_begins",
        N_("First month of the welfare year"),
        Kind.MONTH,
        N_("From this month on the limits of a year are counted anew."),
    ),
    Rule(
        "welfare.costs_most",
        N_("Most for the fund's own costs"),
        Kind.PERCENT,
        N_("In percent of the fund, in one year. 100: there is no limit."),
    ),
    Rule(
        "welfare.apart",
        N_("Welfare money is kept apart"),
        Kind.FLAG,
        N_("Yes: loans and costs of the group cannot touch it, and it is counted by itself."),
    ),
    Rule(
        "welfare.bank",
        N_("Bank account of the welfare fund"),
        Kind.ACCOUNT,
        N_("Where a part of the welfare fund lies in a bank account of its own."),
        named=Named.BANK,
        shown=lambda r: r.welfare.apart,
    ),
)

BENEFIT = (
    Rule(
        "name",
        N_("Name"),
        Kind.NAME,
        N_("What the fund pays for: a birth, a fire, a death."),
    ),
    Rule(
        "unit",
        N_("It is paid for each"),
        Kind.CHOICE,
        N_("One amount for each event, or for each day, night, week, month or year of it."),
        choices=BenefitUnit,
        topic="benefit_unit",
    ),
    Rule(
        "kip",
        N_("Amount for each"),
        Kind.KIP,
        N_("In {unit}, for one event, day, night, week, month or year."),
        shown=lambda b: b.ladder is LadderBy.NOTHING,
    ),
    Rule(
        "ladder",
        N_("The amount goes up by"),
        Kind.CHOICE,
        N_("Whether the amount depends on age or on years."),
        choices=LadderBy,
        topic="ladder_by",
    ),
    Rule(
        "steps",
        N_("Years and amounts"),
        Kind.STEPS,
        N_("From so many years on, so much: 15: 300; 20: 400. In {unit}."),
        shown=lambda b: b.ladder is not LadderBy.NOTHING,
    ),
    Rule(
        "units_most",
        N_("Most days or nights of one event"),
        Kind.COUNT,
        N_("How many days, nights, weeks, months or years of one event count; 0: all."),
        shown=lambda b: b.unit is not BenefitUnit.EVENT,
    ),
    Rule("event_most", N_("Most for one event"), Kind.KIP, N_("In {unit}; 0: there is no limit.")),
    Rule(
        "year_most",
        N_("Most in a year for one member"),
        Kind.KIP,
        N_("In {unit}, in the welfare year; 0: there is no limit."),
    ),
    Rule(
        "waiting_days",
        N_("Days to wait for this benefit"),
        Kind.COUNT,
        N_("Where it is longer than for the others; 0: as for the others."),
    ),
    Rule(
        "age_least",
        N_("From this age on"),
        Kind.COUNT,
        N_("In whole years; 0: at any age. Paid each month, it is a pension."),
    ),
    Rule(
        "confirmations",
        N_("Officers who confirm a claim"),
        Kind.COUNT,
        N_("How many different officers put their names under it: 1 to 9."),
    ),
    Rule(
        "evidence",
        N_("Evidence must be written down"),
        Kind.FLAG,
        N_("Yes: a claim says which paper was seen, or who saw it."),
    ),
    Rule(
        "to",
        N_("Whom it is paid to"),
        Kind.CHOICE,
        N_("The member, the member's child, or the heirs after the member's death."),
        choices=BenefitTo,
        topic="benefit_to",
    ),
)
