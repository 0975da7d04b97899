"""The ranges within which a group may set its own figures.

They are wide: from the smallest savings group to the largest that has been described anywhere.
What lies outside is a slip of the keys, not a decision.
"""

from collections.abc import Iterator

from ledger.rules.days import Month
from ledger.rules.kip import KIP_MAX, WHOLE
from ledger.rules.rulebook import (
    AllocationLine,
    Ceiling,
    CeilingKind,
    InterestMethod,
    LineKind,
    LoanProduct,
    PeopleRules,
    Rulebook,
    SavingMode,
    SavingRules,
    VoluntaryRules,
)
from ledger.rules.welfare_ranges import Range, welfare_ranges

FEE_MAX = 1_000_000
"""The largest entry or passbook fee, in kip."""

LOAN_RATE_MAX = 1_000
"""Ten percent a month, in basis points."""

SAVINGS_RATE_MAX = 200
"""Two percent a month, in basis points."""

NOTICE_MAX = 365
"""The longest notice, in days or months."""

REFUND_MAX = 3_000
"""Thirty percent of the interest that borrowers paid, in basis points."""

BANK_RATE_MAX = 5_000
"""Fifty percent a year from a bank, in basis points."""

SLIP_SIGNATURES_MAX = 6
"""More people than these have no room to sign on half a sheet."""

_LEAP_YEAR = 2024
_MANY = 10_000


def ranges_of(rulebook: Rulebook) -> Iterator[Range]:
    """Every figure of a rulebook with its range, in the order in which the rules are read."""
    yield Range("fiscal_year_end", rulebook.fiscal_year_end, 1, 12)
    yield Range("deposit_day", rulebook.deposit_day, 1, 31)
    yield Range("closing_signatures", rulebook.closing_signatures, 2, 99)
    yield Range("receipt_signatures", rulebook.receipt_signatures, 1, SLIP_SIGNATURES_MAX)
    yield Range("voucher_signatures", rulebook.voucher_signatures, 1, SLIP_SIGNATURES_MAX)
    yield from _people(rulebook.people)
    least = 1
    for index, kip in enumerate(rulebook.denominations):
        yield Range(f"denominations[{index}]", kip, least, KIP_MAX)
        least = kip + 1
    yield from _saving(rulebook.saving)
    yield from _voluntary(rulebook.voluntary)
    yield from welfare_ranges(rulebook.welfare)
    yield from _funds(rulebook)
    for index, product in enumerate(rulebook.loans.products):
        yield from _product(product, f"loans.products[{index}]")
    yield Range("loans.approvals", rulebook.loans.approvals, 1, 9)
    yield Range("loans.cash_kept", rulebook.loans.cash_kept, 0, KIP_MAX)
    if rulebook.loans.reschedules is not None:
        yield Range("loans.reschedules", rulebook.loans.reschedules, 0, 99)
    yield Range("loans.moneylender", rulebook.loans.moneylender, 0, WHOLE)
    yield Range("profit.cut_off_day", rulebook.profit.cut_off_day, 0, 31)
    yield Range("profit.unit", rulebook.profit.unit, 1, FEE_MAX)
    for index, line in enumerate(rulebook.profit.lines):
        yield _line(line, f"profit.lines[{index}].amount")


def _funds(rulebook: Rulebook) -> Iterator[Range]:
    if rulebook.funds.decision_from is not None:
        yield Range("funds.decision_from", rulebook.funds.decision_from, 0, KIP_MAX)
    for index, named in enumerate(rulebook.accounts):
        yield Range(f"accounts[{index}].monthly", named.monthly, 0, KIP_MAX)
        yield Range(f"accounts[{index}].rate", named.rate, 0, BANK_RATE_MAX)


def _saving(rules: SavingRules) -> Iterator[Range]:
    yield Range("saving.minimum", rules.minimum, 0, KIP_MAX)
    if rules.maximum is not None:
        yield Range("saving.maximum", rules.maximum, max(1, rules.minimum), KIP_MAX)
    in_shares = rules.mode is SavingMode.SHARES
    yield Range("saving.share_value", rules.share_value, 1 if in_shares else 0, KIP_MAX)
    yield Range("saving.shares_min", rules.shares_min, 1, _MANY)
    yield Range("saving.shares_max", rules.shares_max, rules.shares_min, _MANY)
    yield Range("saving.missed_fine", rules.missed_fine, 0, KIP_MAX)
    yield Range("saving.entry_fee", rules.entry_fee, 0, FEE_MAX)
    yield Range("saving.passbook_fee", rules.passbook_fee, 0, FEE_MAX)
    yield Range("saving.balance_kept", rules.balance_kept, 0, KIP_MAX)
    yield Range("saving.interest", rules.interest, 0, SAVINGS_RATE_MAX)
    yield Range("saving.notice", rules.notice, 1, NOTICE_MAX)
    yield Range("saving.months_ahead", rules.months_ahead, 0, 12)
    yield Range("saving.interest_unit", rules.interest_unit, 1, FEE_MAX)


def _voluntary(rules: VoluntaryRules) -> Iterator[Range]:
    yield Range("voluntary.minimum", rules.minimum, 0, KIP_MAX)
    if rules.maximum is not None:
        yield Range("voluntary.maximum", rules.maximum, max(1, rules.minimum), KIP_MAX)
    yield Range("voluntary.balance_kept", rules.balance_kept, 0, KIP_MAX)
    yield Range("voluntary.notice", rules.notice, 1, NOTICE_MAX)
    yield Range("voluntary.interest", rules.interest, 0, SAVINGS_RATE_MAX)


def _product(product: LoanProduct, at: str) -> Iterator[Range]:
    # A season's rate is for the whole loan and not for a month.
    rate_max = WHOLE if product.method is InterestMethod.SEASON else LOAN_RATE_MAX
    yield Range(f"{at}.rate", product.rate, 0, rate_max)
    yield Range(f"{at}.months", product.months, 1, 36)
    if product.season_end is not None:
        month, day = product.season_end
        yield Range(f"{at}.season_end[0]", month, 1, 12)
        yield Range(f"{at}.season_end[1]", day, 1, Month(_LEAP_YEAR, month).last.day)
    yield from _ceiling(product.ceiling, f"{at}.ceiling")
    yield Range(f"{at}.waiting_months", product.waiting_months, 0, 24)
    yield Range(f"{at}.guarantors", product.guarantors, 0, 5)
    yield Range(f"{at}.guarantees_max", product.guarantees_max, 1, _MANY)
    yield Range(f"{at}.guarantee_times", product.guarantee_times, 0, 3_000)
    yield Range(f"{at}.at_once", product.at_once, 1, 99)
    yield Range(f"{at}.fee", product.fee, 0, KIP_MAX)
    yield Range(f"{at}.late_points", product.late_points, 0, WHOLE)
    yield Range(f"{at}.late_kip", product.late_kip, 0, KIP_MAX)
    yield Range(f"{at}.grace_days", product.grace_days, 0, 30)


def _people(people: PeopleRules) -> Iterator[Range]:
    yield Range("people.age_min", people.age_min, 0, 99)
    yield Range("people.notice_months", people.notice_months, 0, 12)
    yield Range("people.beneficiaries_max", people.beneficiaries_max, 1, 5)
    yield Range("people.term_years", people.term_years, 0, 10)


def _ceiling(ceiling: Ceiling, at: str) -> Iterator[Range]:
    if ceiling.kind is CeilingKind.SAVINGS_TIMES:
        yield Range(f"{at}.times", ceiling.times, 50, 3_000)
        yield Range(f"{at}.months_earlier", ceiling.months_earlier, 0, 36)
    if ceiling.kind is CeilingKind.ABSOLUTE:
        yield Range(f"{at}.kip", ceiling.kip, 1, KIP_MAX)
    if ceiling.kind is CeilingKind.STEPS:
        yield Range(f"{at}.steps", len(ceiling.steps), 1, 99)
        for index, kip in enumerate(ceiling.steps):
            yield Range(f"{at}.steps[{index}]", kip, 1, KIP_MAX)


def _line(line: AllocationLine, place: str) -> Range:
    if line.kind is LineKind.FIXED:
        return Range(place, line.amount, 0, KIP_MAX)
    most = REFUND_MAX if line.kind is LineKind.REFUND_RATE else WHOLE
    return Range(place, line.amount, 0, most)
