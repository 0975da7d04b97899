"""Every figure of the rules with its name and unit: dividends, year, cash."""

from ledger.rules.accounts import Named
from ledger.rules.kip import Rounding
from ledger.rules.rulebook import (
    DividendBasis,
    DividendPayment,
    LossRule,
)
from translations import N_
from ui.screens.rules.rule import Kind, Rule

FUNDS = (
    Rule(
        "funds.decision_from",
        N_("Spending from a fund that needs a decision"),
        Kind.KIP,
        N_("In {unit}: from this amount on, its number is written. Empty: never."),
        empty=True,
    ),
)

DIVIDEND = (
    Rule(
        "profit.basis",
        N_("Dividends go by"),
        Kind.CHOICE,
        N_("How much each member's savings weigh when dividends are shared."),
        choices=DividendBasis,
        topic="dividend_basis",
    ),
    Rule(
        "profit.cut_off_day",
        N_("Last day for a deposit to count in its month"),
        Kind.COUNT,
        N_("Day of the month, 1 to 31; 0: every deposit counts from the next month."),
        shown=lambda r: r.profit.basis is DividendBasis.NEXT_MONTH,
    ),
    Rule(
        "profit.unit",
        N_("Unit of a dividend"),
        Kind.KIP,
        N_("In {unit}: 1,000 gives every member whole thousands."),
    ),
    Rule(
        "profit.rounding",
        N_("Rounding of a dividend"),
        Kind.CHOICE,
        N_("Which way a dividend goes to the whole amount."),
        choices=Rounding,
        topic="rounding",
    ),
    Rule(
        "profit.remainder_fund",
        N_("Fund for what rounding leaves"),
        Kind.ACCOUNT,
        N_("The fund that takes what rounding leaves over."),
        named=Named.FUND,
    ),
    Rule(
        "profit.payment",
        N_("A dividend is paid"),
        Kind.CHOICE,
        N_("How a dividend reaches the member."),
        choices=DividendPayment,
        topic="dividend_payment",
    ),
    Rule(
        "profit.exclude_defaulters",
        N_("No dividend with overdue debt"),
        Kind.FLAG,
        N_("Yes: whoever owes an overdue loan gets neither dividend nor refund."),
    ),
    Rule(
        "profit.loss",
        N_("A year with a loss"),
        Kind.CHOICE,
        N_("Who bears a loss. There is never a dividend in such a year."),
        choices=LossRule,
        topic="loss_rule",
    ),
    Rule(
        "profit.loss_fund",
        N_("Fund that bears a loss"),
        Kind.ACCOUNT,
        N_("One of the group's own funds, usually the reserve."),
        named=Named.FUND,
        shown=lambda r: r.profit.loss is LossRule.RESERVE,
    ),
)

CALENDAR = (
    Rule(
        "fiscal_year_end",
        N_("Last month of the year"),
        Kind.MONTH,
        N_("The year is closed, and the profit shared, after this month."),
    ),
    Rule(
        "deposit_day",
        N_("Day of the meeting"),
        Kind.COUNT,
        N_("Day of the month on which the group meets: 1 to 31."),
    ),
    Rule(
        "closing_signatures",
        N_("Signatures on a closing"),
        Kind.COUNT,
        N_("Number of different officers who sign the year's closing."),
    ),
    Rule(
        "receipt_signatures",
        N_("Signatures on a receipt"),
        Kind.COUNT,
        N_("Who received the money, who gave it, then witnesses: 1 to 6."),
    ),
    Rule(
        "voucher_signatures",
        N_("Signatures on a payment voucher"),
        Kind.COUNT,
        N_("Who took the money, who paid it out, then witnesses: 1 to 6."),
    ),
    Rule(
        "denominations",
        N_("Notes and coins"),
        Kind.AMOUNTS,
        N_("In {unit}, the smallest first, with a space between: 500 1,000 2,000."),
    ),
    Rule(
        "roles",
        N_("Offices of the committee"),
        Kind.ROLES,
        N_("The offices to which the group elects."),
    ),
)
