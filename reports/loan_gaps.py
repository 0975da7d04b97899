"""The gaps of a loan's blank form: where the pen writes, and what the text does not say of it."""

from ledger.rules.paper_texts import Slot
from reports.filled import Gap, Part
from reports.loan_words import gap_of
from translations.marks import N_
from translations.money import NO_BREAK
from translations.naming import word
from translations.words import Words

_DAYS = frozenset(
    {
        *(Slot.DAY, Slot.FIRST_DUE, Slot.DUE_DAY),
        *(Slot.DECISION_DAY, Slot.SINCE, Slot.REPAID_ON),
    }
)
_MONEY = frozenset(
    {
        *(Slot.SAVINGS, Slot.AMOUNT, Slot.OVERDUE, Slot.FINE),
        *(Slot.TO_PAY, Slot.INTEREST_PAID, Slot.FINE_PAID, Slot.LEFT),
    }
)
_IN_WORDS = frozenset({Slot.AMOUNT_IN_WORDS, Slot.TO_PAY_IN_WORDS, Slot.LEFT_IN_WORDS})
_TOLD = frozenset(
    {Slot.GROUP, Slot.PLACE, Slot.INTEREST, Slot.FEE, Slot.LATE, Slot.MONTHS},
)
"""Places of which the standard texts do not say beside them what is written there."""


def hand_parts(words: Words, slot: Slot, *, own: bool) -> tuple[Part, ...]:
    """A gap for a place: a day is called one, an amount has its unit.

    A text of the group's `own` may say nothing beside it: there each gap is told what belongs in
    it. The standard texts do say it, and only what they leave out stands below the gap.
    """
    said = word(words, "slot", slot) if own or slot in _TOLD else ""
    if slot in _IN_WORDS and not own:
        said = words.say("in words")
    gap = Gap(gap_of(slot), said)
    if slot in _DAYS:
        return day_parts(words, gap)
    return money_parts(words, gap) if slot in _MONEY else (gap,)


def day_parts(words: Words, gap: Gap) -> tuple[Part, ...]:
    """A gap for a day, in the middle of a sentence: where a printed day would say that it is one.

    English needs no word for it.
    """
    before, _, after = words.template(N_("{day}")).partition("{day}")
    return tuple(part for part in (before, gap, after) if part)


def money_parts(words: Words, gap: Gap) -> tuple[Part, ...]:
    """A gap for an amount with the unit behind it."""
    return gap, f"{NO_BREAK}{words.unit}"
