"""The texts of a loan's papers: where the book fills them in, and what a group may write in them.

A text is written in paragraphs, one a line. A place in braces, as {borrower}, is filled in by the
book when the paper is printed; figures come from such places alone, so that no paper can say
another amount than the book. A few places are whole lists and stand in a paragraph of their own.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from ledger.rules.refusals import Refusal

TEXT_MAX = 6_000
"""Letters of one text: three pages and more, which nobody reads aloud to the end."""


class LoanText(StrEnum):
    """The papers of a loan whose text the group may write itself."""

    APPLICATION = "application"
    CONTRACT = "contract"
    GUARANTEE = "guarantee"
    ADDENDUM = "addendum"
    REMINDER = "reminder"
    SETTLEMENT = "settlement"
    DISCHARGE = "discharge"


class Slot(StrEnum):
    """A place in a text that the book fills in."""

    GROUP = "group"
    PLACE = "place"
    OFFICERS = "officers"
    DAY = "day"
    LOAN = "loan"
    BORROWER = "borrower"
    MEMBER_NUMBER = "member_number"
    HOUSEHOLD = "household"
    PHONE = "phone"
    SAVINGS = "savings"
    AMOUNT = "amount"
    AMOUNT_IN_WORDS = "amount_in_words"
    PURPOSE = "purpose"
    NOTE = "note"
    PRODUCT = "product"
    MONTHS = "months"
    INTEREST = "interest"
    FEE = "fee"
    LATE = "late"
    FIRST_DUE = "first_due"
    DUE_DAY = "due_day"
    DECISION = "decision"
    DECISION_DAY = "decision_day"
    GUARANTORS = "guarantors"
    GUARANTOR = "guarantor"
    GUARANTOR_NUMBER = "guarantor_number"
    GUARANTOR_HOUSEHOLD = "guarantor_household"
    OTHERS = "others"
    OVERDUE = "overdue"
    SINCE = "since"
    DAYS_LATE = "days_late"
    FINE = "fine"
    TO_PAY = "to_pay"
    TO_PAY_IN_WORDS = "to_pay_in_words"
    REPAID_ON = "repaid_on"
    INTEREST_PAID = "interest_paid"
    FINE_PAID = "fine_paid"
    CONTRACT = "contract"
    ADDENDUM = "addendum"
    LEFT = "left"
    LEFT_IN_WORDS = "left_in_words"
    OLD_SCHEDULE = "old_schedule"
    SCHEDULE = "schedule"
    GUARANTOR_LIST = "guarantor_list"
    DUE_LIST = "due_list"
    SUMS = "sums"


BLOCKS = frozenset(
    {Slot.OLD_SCHEDULE, Slot.SCHEDULE, Slot.GUARANTOR_LIST, Slot.DUE_LIST, Slot.SUMS}
)
"""The places that are a whole list."""

_WHOSE = (
    *(Slot.GROUP, Slot.PLACE, Slot.OFFICERS, Slot.DAY, Slot.LOAN),
    *(Slot.BORROWER, Slot.MEMBER_NUMBER, Slot.HOUSEHOLD, Slot.PHONE),
    *(Slot.AMOUNT, Slot.AMOUNT_IN_WORDS, Slot.PURPOSE, Slot.PRODUCT, Slot.MONTHS, Slot.INTEREST),
    Slot.GUARANTORS,
)
_AGREED = (Slot.FEE, Slot.LATE, Slot.DUE_DAY, Slot.DECISION, Slot.DECISION_DAY)
_OWED = (Slot.FINE, Slot.TO_PAY, Slot.TO_PAY_IN_WORDS)

SLOTS: dict[LoanText, tuple[Slot, ...]] = {
    LoanText.APPLICATION: (
        *_WHOSE,
        Slot.SAVINGS,
        Slot.NOTE,
        Slot.FEE,
        Slot.LATE,
        Slot.GUARANTOR_LIST,
    ),
    LoanText.CONTRACT: (
        *_WHOSE,
        Slot.NOTE,
        *_AGREED,
        *(Slot.FIRST_DUE, Slot.SCHEDULE, Slot.GUARANTOR_LIST),
    ),
    LoanText.GUARANTEE: (
        *_WHOSE,
        *_AGREED,
        *(Slot.GUARANTOR, Slot.GUARANTOR_NUMBER, Slot.GUARANTOR_HOUSEHOLD, Slot.OTHERS),
        *(Slot.FIRST_DUE, Slot.SCHEDULE),
    ),
    LoanText.ADDENDUM: (
        *_WHOSE,
        *(Slot.CONTRACT, Slot.ADDENDUM),
        *_AGREED,
        *(Slot.LEFT, Slot.LEFT_IN_WORDS),
        *(Slot.OLD_SCHEDULE, Slot.SCHEDULE, Slot.GUARANTOR_LIST),
    ),
    LoanText.REMINDER: (
        *_WHOSE,
        *_AGREED,
        *(Slot.OVERDUE, Slot.SINCE, Slot.DAYS_LATE),
        *_OWED,
        Slot.DUE_LIST,
    ),
    LoanText.SETTLEMENT: (*_WHOSE, *_AGREED, *_OWED, Slot.SUMS),
    LoanText.DISCHARGE: (*_WHOSE, Slot.REPAID_ON, Slot.INTEREST_PAID, Slot.FINE_PAID),
}
"""The places that each paper has, in the order in which they are offered."""

_LENT = (Slot.BORROWER, Slot.AMOUNT, Slot.AMOUNT_IN_WORDS)
NEEDED: dict[LoanText, tuple[Slot, ...]] = {
    LoanText.APPLICATION: (*_LENT, Slot.PURPOSE, Slot.GUARANTOR_LIST),
    LoanText.CONTRACT: (
        *_LENT,
        Slot.INTEREST,
        Slot.DUE_DAY,
        Slot.SCHEDULE,
        Slot.GUARANTOR_LIST,
    ),
    LoanText.GUARANTEE: (Slot.GUARANTOR, *_LENT),
    LoanText.ADDENDUM: (
        *(Slot.BORROWER, Slot.CONTRACT, Slot.DECISION, Slot.LEFT),
        *(Slot.OLD_SCHEDULE, Slot.SCHEDULE),
    ),
    LoanText.REMINDER: (Slot.BORROWER, Slot.LOAN, Slot.OVERDUE, Slot.TO_PAY),
    LoanText.SETTLEMENT: (Slot.BORROWER, Slot.LOAN, Slot.DAY, Slot.TO_PAY, Slot.SUMS),
    LoanText.DISCHARGE: (Slot.BORROWER, Slot.LOAN, Slot.AMOUNT, Slot.REPAID_ON),
}
"""The places without which a paper would not say what it is for."""

Part: TypeAlias = str | Slot
Passage: TypeAlias = tuple[Part, ...]
"""One paragraph: texts, and the places between them."""


@dataclass
class PaperTextTooLong(Refusal):
    """The text of a paper has so many letters, and may have so many at most."""

    given: int
    most: int


@dataclass
class BraceAlone(Refusal):
    """In this paragraph a brace is opened and not closed, or the other way round."""

    paragraph: str


@dataclass
class SlotUnknown(Refusal):
    """There is no such place, or this paper does not have it."""

    found: str


@dataclass
class SlotsMissing(Refusal):
    """Without these places the paper would not say what it is for."""

    slots: tuple[Slot, ...]


@dataclass
class ListNotAlone(Refusal):
    """A list stands in a paragraph of its own."""

    slot: Slot


@dataclass
class ListTwice(Refusal):
    """A list stands in a paper once."""

    slot: Slot


@dataclass
class AmountByHand(Refusal):
    """An amount or a rate was typed: such figures come from the book alone."""

    found: str


@dataclass
class LetterNotPrinted(Refusal):
    """The print shop has no such letter."""

    found: str


_PLACE = re.compile(r"\{([^{}\n]*)\}")
_DIGIT = "0-9\u0e50-\u0e59\u0ed0-\u0ed9"
_FROM_ONE = "1-9\u0e51-\u0e59\u0ed1-\u0ed9"
_UNITS = "%|kip|baht|percent|ກີບ|ບາດ|ເປີເຊັນ|ສ່ວນຮ້ອຍ|กีบ|บาท|เปอร์เซ็นต์|ร้อยละ"
_AMOUNT = re.compile(
    # Thousands set apart; five digits and more, unless they go on a telephone number; with a unit.
    f"(?<![{_DIGIT}])[{_FROM_ONE}][{_DIGIT}]{{0,2}}(?:[.,][{_DIGIT}]{{3}})+(?![{_DIGIT}])"
    f"|(?<![{_DIGIT}])(?<![{_DIGIT}][ -])[{_FROM_ONE}][{_DIGIT}]{{4,}}"
    f"|[{_DIGIT}](?:[.,]?[{_DIGIT}])*[ \u00a0]?(?:{_UNITS}|[₭฿])",
    re.IGNORECASE,
)
_LAO = "ກຂຄງຈຊຍດ-ທນ-ຟມ-ຣລວສຫອ-ູົ-ຽເ-ໄໆ່-ໍ໐-໙ໜ-ໟ"
_UNKNOWN = re.compile(f"[^\n\x20-\x7e\u00a0-\u00ff\u0e01-\u0e3a\u0e3f-\u0e5b{_LAO}–—‘’“”…№₭]")


def check_paper_text(which: LoanText, text: str) -> None:
    """Check a text that a group has written for a paper. Raises the refusals of this file."""
    check_length(text)
    unknown = _UNKNOWN.search(text)
    if unknown:
        raise LetterNotPrinted(found=unknown[0])
    paragraphs = paragraphs_of(which, text)
    there = [part for paragraph in paragraphs for part in paragraph if isinstance(part, Slot)]
    for slot in BLOCKS.intersection(there):
        if there.count(slot) > 1:
            raise ListTwice(slot=slot)
    missing = tuple(slot for slot in NEEDED[which] if slot not in there)
    if missing:
        raise SlotsMissing(slots=missing)


def check_length(text: str) -> None:
    """Check that a text is not longer than a paper has room for. Raises PaperTextTooLong."""
    if len(text) > TEXT_MAX:
        raise PaperTextTooLong(given=len(text), most=TEXT_MAX)


def paragraphs_of(which: LoanText, text: str) -> tuple[Passage, ...]:
    """The paragraphs of a text, an empty one for an empty line.

    Raises BraceAlone, SlotUnknown, ListNotAlone and AmountByHand.
    """
    return tuple(_paragraph(which, line.strip(" ")) for line in text.split("\n"))


def _paragraph(which: LoanText, line: str) -> Passage:
    parts: list[Part] = []
    end = 0
    for found in _PLACE.finditer(line):
        parts += [line[end : found.start()], _slot(which, found.group(1))]
        end = found.end()
    parts.append(line[end:])
    for part in parts:
        if part in BLOCKS and any(other for other in parts if other is not part):
            raise ListNotAlone(slot=Slot(part))
        if not isinstance(part, Slot):
            _check_words(part, line)
    return tuple(part for part in parts if part)


def _slot(which: LoanText, name: str) -> Slot:
    if name not in SLOTS[which]:
        raise SlotUnknown(found=name)
    return Slot(name)


def _check_words(part: str, line: str) -> None:
    if "{" in part or "}" in part:
        raise BraceAlone(paragraph=line)
    amount = _AMOUNT.search(part)
    if amount:
        raise AmountByHand(found=amount.group())
