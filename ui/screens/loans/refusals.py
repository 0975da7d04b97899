"""Where on the request a refusal of the rules is said."""

from enum import StrEnum

from ledger.rules.lending import (
    GuarantorForHerself,
    GuarantorNotActive,
    GuarantorOverstretched,
    GuarantorTwice,
    LoanKindUnknown,
    LoanOverCeiling,
    MonthsOutOfRange,
    PurposeUnknown,
    TermsNotOfRules,
    TooFewGuarantors,
    TooManyLoans,
    WaitingTime,
)
from ledger.rules.refusals import AmountOutOfRange, MemberNotActive, MemberUnknown, Refusal


class Part(StrEnum):
    """The parts of the request."""

    MEMBER = "member"
    PURPOSE = "purpose"
    PRODUCT = "product"
    AMOUNT = "amount"
    MONTHS = "months"
    GUARANTORS = "guarantors"


_WHERE: dict[type[Refusal], Part] = {
    MemberUnknown: Part.MEMBER,
    MemberNotActive: Part.MEMBER,
    WaitingTime: Part.MEMBER,
    TooManyLoans: Part.MEMBER,
    PurposeUnknown: Part.PURPOSE,
    LoanKindUnknown: Part.PRODUCT,
    TermsNotOfRules: Part.PRODUCT,
    AmountOutOfRange: Part.AMOUNT,
    LoanOverCeiling: Part.AMOUNT,
    MonthsOutOfRange: Part.MONTHS,
    TooFewGuarantors: Part.GUARANTORS,
    GuarantorForHerself: Part.GUARANTORS,
    GuarantorTwice: Part.GUARANTORS,
    GuarantorNotActive: Part.GUARANTORS,
    GuarantorOverstretched: Part.GUARANTORS,
}


def part_of(refusal: Refusal) -> Part | None:
    """The part that a refusal is about; None where it is about none of them."""
    return _WHERE.get(type(refusal))
