"""What the letters mean with which the proof of a closing says how large a line is."""

from collections.abc import Iterator

from ledger.rules.closing_values import LineShare
from ledger.rules.rulebook import AllocationLine, Base, Destination, LineKind
from ledger.statements.proof import Proof
from translations.words import Words

_AT_RATE = frozenset({LineKind.DIVIDEND_RATE, LineKind.REFUND_RATE})
_LETTERS = {Destination.DIVIDEND: "D", Destination.REFUND: "B"}
"""What a line has for the members; what one of them gets of it has the small letter."""


def is_divided(line: AllocationLine) -> bool:
    """Whether what a line has is divided among the members, and so has a letter."""
    return line.to in _LETTERS and line.kind not in _AT_RATE


def letter_of(proof: Proof, share: LineShare) -> str:
    """D or B, for what is divided; where the rules have several of one kind, each has a number."""
    alike = [
        one for one in proof.plan.lines if is_divided(one.line) and one.line.to is share.line.to
    ]
    number = str(alike.index(share) + 1) if len(alike) > 1 else ""
    return f"{_LETTERS[share.line.to]}{number}"


def letters_of_sizes(words: Words, proof: Proof) -> Iterator[str]:
    """A sentence for each letter that stands in the proof of this group."""
    lines = [share.line for share in proof.plan.lines]
    if any(line.kind is LineKind.FIXED for line in lines):
        yield words.say("F: a fixed amount, as the rules have it.")
    if any(line.kind is LineKind.PERCENT and line.base is Base.REMAINING for line in lines):
        yield words.say("L: what the lines above have left.")
    if proof.unclaimed or any(line.kind is LineKind.REST for line in lines):
        yield words.say("R: what all other lines have left.")
