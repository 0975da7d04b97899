"""What the letters and marks in the members' rows of the proof mean."""

from collections.abc import Iterator

from ledger.rules.rulebook import DividendBasis
from ledger.statements.proof import Proof, Step
from reports.flow import Flow
from reports.proof_members import MARKS
from reports.style import MM, SMALL, TABLE, strong, thin
from translations.naming import word
from translations.words import Words


def draw_letters(flow: Flow, proof: Proof) -> None:
    """What the letters and marks in the members' rows mean, by the group's way of weighing."""
    words, basis = flow.paper.words, proof.profit_rules.basis
    flow.heading(words.say("The letters in the members' rows"), below=35 * MM)
    flow.text(word(words, "dividend_from", basis), strong(TABLE))
    for mark, said in _meanings(words, proof):
        y = flow.y
        flow.text(mark, thin(SMALL))
        flow.y = y
        flow.text(said, thin(SMALL), indent=9 * MM)


def _meanings(words: Words, proof: Proof) -> Iterator[tuple[str, str]]:
    basis = proof.profit_rules.basis
    if basis is DividendBasis.DAILY:
        yield "±", words.say("savings on the first day, and what came or went on each day")
        yield "×", words.say("how many days of the year that counts, with its own day")
        yield "w", words.say("each ± times the × below it, added up")
    else:
        yield "A", words.say("savings at the beginning of the year")
        yield from _month_marks(words, proof)
        yield "w", _weight(words, basis)
    yield (
        "w",
        words.say("Below zero it counts as 0. A member marked * gets no dividend: there it is 0."),
    )
    yield "S", words.say("savings at the end of the year")
    if proof.refunds:
        yield "z", words.say("loan interest paid in the year")
        yield "d, b", words.say("the dividend, and the refund of interest")
    else:
        yield "d", words.say("the dividend")


def _month_marks(words: Words, proof: Proof) -> Iterator[tuple[str, str]]:
    if proof.profit_rules.basis is not DividendBasis.NEXT_MONTH:
        yield MARKS[Step.MOVED], words.say("paid in, less what was taken out")
        yield (
            MARKS[Step.COUNTS],
            words.say("savings at the end of the month: the month before, and ±"),
        )
        return
    cut_off = proof.profit_rules.cut_off_day
    said = words.say("taken out: it stops counting in its own month")
    if cut_off:
        said = words.say(
            "paid in up to day {day} of the month, less what was taken out", day=cut_off
        )
    yield MARKS[Step.MOVED], said
    yield MARKS[Step.LATER], words.say("paid in, and counted from the month after")
    said = words.say("what counts: the month before, its » and the ± of this month")
    yield MARKS[Step.COUNTS], said


def _weight(words: Words, basis: DividendBasis) -> str:
    if basis is DividendBasis.CLOSING:
        return words.say("the last figure of the row “=”")
    if basis is DividendBasis.MINIMUM:
        return words.say("the smallest of A and all figures of the row “=”")
    return words.say("all months of the row “=” added up; A is not counted")
