"""How what is shared out is divided among the members, in the same words on every paper.

The division comes first, then the multiplication: the other way round the product of what is
shared out and a member's weight has more figures than a pocket calculator shows.
"""

from collections.abc import Iterator
from datetime import date

from ledger.rules.dividends import parts_of_a_year
from ledger.rules.kip import BasisPoints, Kip, Rounding
from ledger.rules.rulebook import Destination, LineKind, ProfitRules
from ledger.statements.annual import AnnualStatement
from translations.money import MINUS
from translations.naming import word
from translations.words import Words


def signed(words: Words, kip: Kip) -> str:
    """An amount, below zero with the same minus as in a formula."""
    return words.kip(kip).replace(MINUS, "–")


def divided(words: Words, pool: Kip, whole: int, weight: str) -> str:
    """A pool (kip) by the weights of all, times the weight of one."""
    return f"{words.kip(pool)} ÷ {words.kip(whole)} × {weight}"


def at_rate(words: Words, rate: BasisPoints, parts: int, weight: str) -> str:
    """The weight of one at a rate, where a whole year has so many parts."""
    parted = f" ÷ {parts}" if parts > 1 else ""
    return f"{weight} × {words.percent(rate)}{parted}"


def in_thousands(words: Words) -> str:
    """What helps where a calculator has only eight figures."""
    return words.say(
        "Too long for a calculator? Divide both weights by {thousand} first: the result is the "
        "same.",
        thousand=words.number(1_000),
    )


def rounded(words: Words, rules: ProfitRules) -> str:
    """How what comes out is rounded."""
    unit = words.kip(rules.unit)
    if rules.rounding is Rounding.NEAREST:
        return words.say("rounded to the nearest {unit}", unit=unit)
    return words.say("rounded down to the nearest {unit}", unit=unit)


def still_to_come(words: Words, day: date) -> str:
    """What the rest of a year counts for that still runs on this day."""
    return words.say(
        "The rest of the year is counted with the savings of {day}.", day=words.day(day)
    )


def dividend_sentences(words: Words, statement: AnnualStatement) -> Iterator[str]:
    """How the weights on a list of dividends become its dividends."""
    rules = statement.rulebook.profit
    whole = sum(row.weight for row in statement.dividends)
    parts = parts_of_a_year(rules.basis, statement.year)
    weight = words.say("weight")
    for share in statement.plan.lines:
        if share.line.to is Destination.DIVIDEND and whole:
            name = word(words, "destination", share.line.to)
            if share.line.kind is LineKind.DIVIDEND_RATE:
                reckoned = at_rate(words, share.line.amount, parts, weight)
                yield f"{name}:  {reckoned},  {rounded(words, rules)}"
            else:
                reckoned = divided(words, share.kip, whole, weight)
                yield f"{name}:  {reckoned},  {rounded(words, rules)}  ·  {in_thousands(words)}"
    if statement.until < statement.year.last:
        yield still_to_come(words, statement.until)
