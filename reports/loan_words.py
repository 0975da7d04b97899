"""What the book writes into the places of a loan's paper: each figure, day and name as words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.rules.paper_texts import Slot
from ledger.rules.people import Member, Officer
from ledger.statements.loan_papers import LoanPaper, signers_of
from ledger.statements.loan_renewal import Renewal
from reports.loans_in_short import fee_words, interest_words, late_words
from reports.shell import place_text
from reports.style import MM
from translations.money import NO_BREAK
from translations.naming import key_word, word
from translations.words import Words

# A gap in millimetres: names and amounts in words need more room for the pen than a number.
_WIDE = {
    Slot.GROUP: 75,
    Slot.PLACE: 85,
    Slot.OFFICERS: 120,
    Slot.BORROWER: 70,
    Slot.AMOUNT_IN_WORDS: 95,
    Slot.TO_PAY_IN_WORDS: 95,
    Slot.LEFT_IN_WORDS: 95,
    Slot.PURPOSE: 70,
    Slot.NOTE: 90,
    Slot.PRODUCT: 45,
    Slot.INTEREST: 70,
    Slot.FEE: 60,
    Slot.LATE: 80,
    Slot.GUARANTORS: 110,
    Slot.GUARANTOR: 70,
    Slot.OTHERS: 100,
    Slot.MEMBER_NUMBER: 16,
    Slot.ADDENDUM: 16,
    Slot.GUARANTOR_NUMBER: 16,
    Slot.DAYS_LATE: 16,
    Slot.HOUSEHOLD: 26,
    Slot.GUARANTOR_HOUSEHOLD: 26,
    Slot.MONTHS: 24,
}
_USUAL = 38
FREE = frozenset(
    {
        *(Slot.AMOUNT_IN_WORDS, Slot.TO_PAY_IN_WORDS, Slot.LEFT_IN_WORDS),
        *(Slot.PURPOSE, Slot.NOTE, Slot.PRODUCT),
        *(Slot.INTEREST, Slot.FEE, Slot.LATE),
    }
)
"""Places that are filled with words, and parted like them; all others are names and figures."""


def gap_of(slot: Slot) -> float:
    """How wide the gap for a place is, in points."""
    return _WIDE.get(slot, _USUAL) * MM


@dataclass(frozen=True, slots=True)
class LoanWords:
    """The words of one paper; `guarantor` is the one who signs a letter."""

    paper: LoanPaper
    words: Words
    guarantor: Member | None = None

    def of(self, slot: Slot) -> str:
        """What stands in a place; nothing where the book does not know it."""
        make = {**_WHO, **_WHAT, **_STANDS}.get(slot)
        return make(self) if make else ""

    def money(self, kip: int) -> str:
        """An amount with its unit."""
        return self.words.money(kip)


def full_name(member: Member) -> str:
    """Title and name, which no line end parts from each other."""
    return f"{member.title}{NO_BREAK}{member.name}".strip()


def names_of(members: Sequence[Member]) -> str:
    """Several members in a row."""
    return ", ".join(f"{full_name(member)}{NO_BREAK}({member.number})" for member in members)


def _officers(given: LoanWords) -> str:
    found = signers_of(given.paper.lender.officers, given.paper.day)
    # What an officer is called by, as ນາງ, stays beside the name where a line ends.
    whole = (replace(one, name=one.name.replace(" ", NO_BREAK, 1)) for one in found)
    return ", ".join(officer_words(one, given.words) for one in whole)


def officer_words(officer: Officer, words: Words) -> str:
    """An officer with her role."""
    return words.say(
        "{name} ({role})", name=officer.name, role=word(words, "role", officer.role.value)
    )


def _guarantors(given: LoanWords) -> str:
    return names_of(given.paper.guarantors) or given.words.say("nobody")


def _others(given: LoanWords) -> str:
    others = [one for one in given.paper.guarantors if one != given.guarantor]
    return names_of(others) or given.words.say("nobody")


def _of_guarantor(say: Callable[[Member], str]) -> Callable[[LoanWords], str]:
    return lambda given: "" if given.guarantor is None else say(given.guarantor)


def _purpose(given: LoanWords) -> str:
    return key_word(given.words, given.paper.purpose.key, given.paper.purpose.name)


def _product(given: LoanWords) -> str:
    product = given.paper.loan.request.product
    return key_word(given.words, product.key, product.name)


def _months(given: LoanWords) -> str:
    words, request = given.words, given.paper.loan.request
    if request.product.season_end is not None:
        month, day = request.product.season_end
        return words.say("until day {day} of month {month}", day=day, month=month)
    return words.say_many("{n} month", "{n} months", request.months)


def _of_renewal(given: LoanWords, say: Callable[[Renewal], str]) -> str:
    renewal = given.paper.renewal
    return "" if renewal is None else say(renewal)


def _contract_number(given: LoanWords) -> str:
    """The number of the contract; one that has none of its own goes by that of its loan."""
    contract = given.paper.contract
    return (contract.number if contract else "") or given.paper.loan.number


def _day(given: LoanWords, day: date | None) -> str:
    # A day is not parted at the end of a line.
    return "" if day is None else given.words.long_day(day).replace(" ", NO_BREAK)


def _to_pay(given: LoanWords) -> int:
    # Who is reminded brings one sum to the next meeting: the one that its sheet asks for.
    return given.paper.to_pay + given.paper.due_by_then


_Make = Callable[[LoanWords], str]
_WHO: dict[Slot, _Make] = {
    Slot.GROUP: lambda given: given.paper.lender.group.name,
    Slot.PLACE: lambda given: place_text(given.paper.lender.group, given.words),
    Slot.OFFICERS: _officers,
    Slot.DAY: lambda given: _day(given, given.paper.day),
    Slot.LOAN: lambda given: given.paper.loan.number,
    Slot.BORROWER: lambda given: full_name(given.paper.borrower),
    Slot.MEMBER_NUMBER: lambda given: given.paper.borrower.number,
    Slot.HOUSEHOLD: lambda given: given.paper.borrower.household,
    Slot.PHONE: lambda given: given.paper.borrower.phone,
    Slot.GUARANTORS: _guarantors,
    Slot.GUARANTOR: _of_guarantor(full_name),
    Slot.GUARANTOR_NUMBER: _of_guarantor(lambda one: one.number),
    Slot.GUARANTOR_HOUSEHOLD: _of_guarantor(lambda one: one.household),
    Slot.OTHERS: _others,
}
_WHAT: dict[Slot, _Make] = {
    Slot.SAVINGS: lambda given: given.money(given.paper.savings),
    Slot.AMOUNT: lambda given: given.money(given.paper.agreed),
    Slot.AMOUNT_IN_WORDS: lambda given: given.words.in_words(given.paper.agreed),
    Slot.PURPOSE: _purpose,
    Slot.NOTE: lambda given: given.paper.loan.request.note,
    Slot.PRODUCT: _product,
    Slot.MONTHS: _months,
    Slot.INTEREST: lambda given: interest_words(given.paper.loan.request.product, given.words),
    Slot.FEE: lambda given: fee_words(given.paper.loan.request.product, given.words),
    Slot.LATE: lambda given: late_words(given.paper.loan.request.product, given.words),
    Slot.FIRST_DUE: lambda given: _day(given, min((r.due for r in given.paper.rows), default=None)),
    Slot.DUE_DAY: lambda given: _day(given, given.paper.last_due),
    Slot.DECISION: lambda given: decided[0] if (decided := given.paper.decided) else "",
    Slot.DECISION_DAY: lambda given: _day(
        given, decided[1] if (decided := given.paper.decided) else None
    ),
    Slot.CONTRACT: _contract_number,
    Slot.ADDENDUM: lambda given: _of_renewal(given, lambda one: given.words.number(one.number)),
    Slot.LEFT: lambda given: _of_renewal(given, lambda one: given.money(one.left)),
    Slot.LEFT_IN_WORDS: lambda given: _of_renewal(
        given, lambda one: given.words.in_words(one.left)
    ),
}
_STANDS: dict[Slot, _Make] = {
    Slot.OVERDUE: lambda given: given.money(given.paper.state.overdue),
    Slot.SINCE: lambda given: _day(given, given.paper.state.overdue_since),
    Slot.DAYS_LATE: lambda given: given.words.number(given.paper.days_late),
    Slot.FINE: lambda given: given.money(given.paper.state.fine_due),
    Slot.TO_PAY: lambda given: given.money(_to_pay(given)),
    Slot.TO_PAY_IN_WORDS: lambda given: given.words.in_words(_to_pay(given)),
    Slot.REPAID_ON: lambda given: _day(given, given.paper.repaid_on),
    Slot.INTEREST_PAID: lambda given: given.money(given.paper.state.interest_paid),
    Slot.FINE_PAID: lambda given: given.money(given.paper.state.fine_paid),
}
