"""Every figure that holds for all loans of the group, with its name and unit."""

from ledger.rules.accounts import Named
from translations import N_
from ui.screens.rules.rule import Kind, Rule

LOANS = (
    Rule(
        "loans.approvals",
        N_("Officers who agree to a loan"),
        Kind.COUNT,
        N_("Number of officers: 1 to 9."),
    ),
    Rule(
        "loans.cash_kept",
        N_("Cash that has to stay after a loan"),
        Kind.KIP,
        N_("In {unit}. No loan is paid out that would leave less."),
    ),
    Rule(
        "loans.contract",
        N_("Contract before the pay-out"),
        Kind.FLAG,
        N_("Yes: no loan is paid out before its contract is written down."),
    ),
    Rule(
        "loans.reschedules",
        N_("New due days, how often"),
        Kind.COUNT,
        N_("Times for one loan: 0 for never; empty for as often as the committee decides."),
        empty=True,
    ),
    Rule(
        "loans.write_off_fund",
        N_("Written-off loans are taken from"),
        Kind.ACCOUNT,
        N_("One of the group's own funds; empty where they are a cost of the year."),
        named=Named.FUND,
        empty=True,
    ),
    Rule(
        "loans.lend_welfare",
        N_("The welfare fund is lent"),
        Kind.FLAG,
        N_("Yes: a kind of loan may be lent from the welfare fund."),
    ),
    Rule(
        "loans.moneylender",
        N_("What a moneylender takes, a month"),
        Kind.PERCENT,
        N_("In percent a month, as people in the village know it; 0: not said. For comparison."),
    ),
    Rule(
        "loans.order",
        N_("A repayment pays first"),
        Kind.ORDER,
        N_("In what order a repayment goes to fine, interest and principal."),
    ),
)
