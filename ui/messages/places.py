"""Where in the rules something stands, in the words of the committee, and how its figure reads."""

import re
from enum import StrEnum

from translations import N_, Words


class Unit(StrEnum):
    """What a figure of the rules counts."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    TIMES = "times"


_NUMBER, _MONEY, _PERCENT = Unit.NUMBER, Unit.MONEY, Unit.PERCENT

_PLACES: dict[str, tuple[str, Unit]] = {
    "fiscal_year_end": (N_("Last month of the year"), _NUMBER),
    "deposit_day": (N_("Day of the meeting"), _NUMBER),
    "closing_signatures": (N_("Signatures on a closing"), _NUMBER),
    "receipt_signatures": (N_("Signatures on a receipt"), _NUMBER),
    "voucher_signatures": (N_("Signatures on a payment voucher"), _NUMBER),
    "denominations": (N_("Notes and coins"), _MONEY),
    "people.age_min": (N_("Least age of a member"), _NUMBER),
    "people.notice_months": (N_("Months of notice before leaving"), _NUMBER),
    "people.beneficiaries_max": (N_("Most beneficiaries of a member"), _NUMBER),
    "people.term_years": (N_("Years of an office"), _NUMBER),
    "roles": (N_("Offices of the committee"), _NUMBER),
    "accounts": (N_("The group's own accounts"), _NUMBER),
    "accounts.monthly": (N_("Monthly contribution to the network"), _MONEY),
    "accounts.rate": (N_("Interest of the bank in a year"), _PERCENT),
    "funds.decision_from": (N_("Spending from a fund that needs a decision"), _MONEY),
    "saving.minimum": (N_("Smallest deposit"), _MONEY),
    "saving.maximum": (N_("Largest saving in a month"), _MONEY),
    "saving.share_value": (N_("Value of a share"), _MONEY),
    "saving.shares_min": (N_("Fewest shares in a month"), _NUMBER),
    "saving.shares_max": (N_("Most shares in a month"), _NUMBER),
    "saving.missed_fine": (N_("Fine for a missed month"), _MONEY),
    "saving.entry_fee": (N_("Entry fee"), _MONEY),
    "saving.passbook_fee": (N_("Passbook fee"), _MONEY),
    "saving.balance_kept": (N_("Savings that have to stay"), _MONEY),
    "saving.interest": (N_("Interest on savings, a month"), _PERCENT),
    "saving.notice": (N_("Time of notice"), _NUMBER),
    "saving.months_ahead": (N_("Months saved ahead"), _NUMBER),
    "saving.interest_unit": (N_("Unit of interest on savings"), _MONEY),
    "voluntary.minimum": (N_("Smallest voluntary deposit"), _MONEY),
    "voluntary.maximum": (N_("Largest voluntary deposit"), _MONEY),
    "voluntary.balance_kept": (N_("Voluntary savings that have to stay"), _MONEY),
    "voluntary.notice": (N_("Time of notice"), _NUMBER),
    "voluntary.interest": (N_("Interest on voluntary savings, a month"), _PERCENT),
    "welfare.contribution": (N_("Welfare contribution"), _MONEY),
    "welfare.waiting_days": (N_("Days to wait for a welfare benefit"), _NUMBER),
    "welfare.entry_fee": (N_("Welfare entry fee"), _MONEY),
    "welfare.year_begins": (N_("First month of the welfare year"), _NUMBER),
    "welfare.costs_most": (N_("Most for the fund's own costs"), _PERCENT),
    "welfare.bank": (N_("Bank account of the welfare fund"), _NUMBER),
    "welfare.benefits": (N_("Welfare benefits"), _NUMBER),
    "welfare.benefits.kip": (N_("Amount for each"), _MONEY),
    "welfare.benefits.units_most": (N_("Most days or nights of one event"), _NUMBER),
    "welfare.benefits.event_most": (N_("Most for one event"), _MONEY),
    "welfare.benefits.year_most": (N_("Most in a year for one member"), _MONEY),
    "welfare.benefits.waiting_days": (N_("Days to wait for this benefit"), _NUMBER),
    "welfare.benefits.age_least": (N_("From this age on"), _NUMBER),
    "welfare.benefits.confirmations": (N_("Officers who confirm a claim"), _NUMBER),
    "welfare.benefits.steps": (N_("Years and amounts"), _NUMBER),
    "welfare.fund": (N_("Welfare fund"), _NUMBER),
    "loans.products": (N_("Kinds of loans"), _NUMBER),
    "loans.products.rate": (N_("Interest on loans"), _PERCENT),
    "loans.products.months": (N_("Months a loan runs"), _NUMBER),
    "loans.products.season_end": (N_("End of the season"), _NUMBER),
    "loans.products.ceiling.times": (N_("Loan as a multiple of savings"), Unit.TIMES),
    "loans.products.ceiling.months_earlier": (N_("Months the savings count from"), _NUMBER),
    "loans.products.ceiling.kip": (N_("Largest loan"), _MONEY),
    "loans.products.ceiling.steps": (N_("Largest loan, step by step"), _MONEY),
    "loans.products.waiting_months": (N_("Months to wait for a loan"), _NUMBER),
    "loans.products.guarantors": (N_("Guarantors of a loan"), _NUMBER),
    "loans.products.guarantees_max": (N_("Loans one person may stand for"), _NUMBER),
    "loans.products.at_once": (N_("Loans at once"), _NUMBER),
    "loans.products.fee": (N_("Loan fee"), _MONEY),
    "loans.products.late_points": (N_("Fine for late repayment"), _PERCENT),
    "loans.products.late_kip": (N_("Fine for late repayment"), _MONEY),
    "loans.products.grace_days": (N_("Days of grace"), _NUMBER),
    "loans.products.guarantee_times": (N_("A guarantor stands for at most"), Unit.TIMES),
    "loans.priority": (N_("Whose need comes first"), _NUMBER),
    "loans.purposes": (N_("What loans are for"), _NUMBER),
    "loans.order": (N_("Order in which a repayment is used"), _NUMBER),
    "loans.approvals": (N_("Officers who agree to a loan"), _NUMBER),
    "loans.cash_kept": (N_("Cash that has to stay after a loan"), _MONEY),
    "loans.moneylender": (N_("What a moneylender takes, a month"), _PERCENT),
    "profit.lines": (N_("Sharing-out of the profit"), _NUMBER),
    "profit.lines.amount": (N_("Sharing-out of the profit"), _PERCENT),
    "profit.lines.account": (N_("Fund for a part of the profit"), _NUMBER),
    "profit.cut_off_day": (N_("Last day for a deposit to count in its month"), _NUMBER),
    "profit.unit": (N_("Unit of a dividend"), _MONEY),
    "profit.remainder_fund": (N_("Fund for what rounding leaves"), _NUMBER),
    "profit.loss_fund": (N_("Fund that bears a loss"), _NUMBER),
}
"""Every place in the rules that a refusal can name."""

_INDEX = re.compile(r"\[(\d+)\]")


def place(words: Words, where: str) -> str:
    """A place of the rules: "loans.products[1].fee" is "Loan fee (2)"; others as they are."""
    known = _PLACES.get(_INDEX.sub("", where))
    if known is None:
        return where
    counts = [words.number(int(number) + 1) for number in _INDEX.findall(where)]
    return words.say(known[0]) + (f" ({', '.join(counts)})" if counts else "")


def figure(words: Words, where: str, value: int) -> str:
    """A figure of the rules in the unit of its place."""
    _, unit = _PLACES.get(_INDEX.sub("", where), ("", Unit.NUMBER))
    match unit:
        case Unit.MONEY:
            return words.money(value)
        case Unit.PERCENT:
            return words.percent(value)
        case Unit.TIMES:
            return words.percent(value).removesuffix("%")
        case _:
            return words.number(value)
