"""What the letters and marks in the members' rows of the proof mean."""

from collections.abc import Iterator
from itertools import accumulate, chain

from ledger.rules.rulebook import DividendBasis
from ledger.statements.proof import Proof, ProofRow, Step
from reports.division import still_to_come
from reports.flow import Flow
from reports.style import MM, SMALL, TABLE, strong, thin
from translations.money import NO_BREAK
from translations.naming import word
from translations.words import Words

MARKS = {Step.MOVED: "±", Step.LATER: "»", Step.COUNTS: "=", Step.AMOUNT: "±", Step.DAYS: "×"}
"""What stands before the lines of a member."""


def draw_letters(flow: Flow, proof: Proof) -> None:
    """What the letters and marks in the members' rows mean, by the group's way of weighing."""
    words, basis = flow.paper.words, proof.profit_rules.basis
    meanings, remarks = list(_meanings(words, proof)), list(_remarks(words, proof))
    half = (len(meanings) + 1) // 2
    # They are read together, and no line of them stands on a page of its own.
    below = min((half + len(remarks) + 1) * strong(TABLE).leading, flow.whole - 20 * MM)
    flow.heading(words.say("The letters in the members' rows"), below=below)
    flow.text(word(words, "dividend_from", basis), strong(TABLE))
    top = flow.y
    for left, part in ((flow.width / 2, meanings[half:]), (0, meanings[:half])):
        flow.y = top
        for mark, said in part:
            y = flow.y
            flow.text(mark, thin(SMALL), indent=left)
            flow.y = y
            flow.text(said, thin(SMALL), indent=left + 9 * MM)
    for said in remarks:
        flow.text(said, thin(SMALL))


def letters_in_short(words: Words, proof: Proof) -> str:
    """The same on a line or two, for a page that a member gets alone."""
    marks = ",  ".join(f"{mark}:{NO_BREAK}{said}" for mark, said in _meanings(words, proof))
    unit = words.say("Amounts in {unit}", unit=words.unit)
    return "  ".join((f"{marks}.", *_remarks(words, proof), f"{unit}."))


def _meanings(words: Words, proof: Proof) -> Iterator[tuple[str, str]]:
    basis = proof.profit_rules.basis
    if basis is DividendBasis.DAILY:
        yield "±", words.say("savings on the first day, and what came or went on each day")
        yield "×", words.say("how many days of the year that counts, with its own day")
        weighs = words.say("each ± times the × below it, added up")
    else:
        yield "A", words.say("savings at the beginning of the year")
        yield from _month_marks(words, proof)
        weighs = _weight(words, basis)
    yield "w", f"{words.say('weight')}: {weighs}"
    yield "S", _saved(words, proof)
    if proof.refunds:
        yield "z", words.say("loan interest paid in the year")
        yield "d, b", words.say("the dividend, and the refund of interest")
    else:
        yield "d", words.say("the dividend")


def _saved(words: Words, proof: Proof) -> str:
    """A year that still runs has no end to speak of."""
    if proof.until < proof.year.last:
        return words.say("savings on {day}", day=words.day(proof.until))
    return words.say("savings at the end of the year")


def _remarks(words: Words, proof: Proof) -> Iterator[str]:
    """What is to be known of this year and of some of its members."""
    if proof.until < proof.year.last:
        yield still_to_come(words, proof.until)
    if any(_below_zero(row) for row in proof.rows):
        yield words.say("A weight below zero counts as nothing.")
    if any(row.left_out for row in proof.rows):
        yield words.say("A member marked * gets no dividend and has no weight.")


def _below_zero(row: ProofRow) -> bool:
    counts = [line.figures for line in row.lines if line.step is Step.COUNTS]
    moved = [line.figures for line in row.lines if line.step is Step.AMOUNT]
    return any(kip < 0 for kip in (*chain(*counts), *chain(*map(accumulate, moved))))


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
