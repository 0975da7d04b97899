"""What the letters mean with which the proof of a closing says how large a line is."""

from collections.abc import Iterator

from ledger.rules.rulebook import Base, LineKind
from ledger.statements.proof import Proof
from translations.words import Words


def letters_of_sizes(words: Words, proof: Proof) -> Iterator[str]:
    """A sentence for each letter that stands in the proof of this group."""
    lines = [share.line for share in proof.plan.lines]
    if any(line.kind is LineKind.FIXED for line in lines):
        yield words.say("F: a fixed amount, as the rules have it.")
    if any(line.kind is LineKind.PERCENT and line.base is Base.REMAINING for line in lines):
        yield words.say("L: what the lines above have left.")
    if proof.unclaimed or any(line.kind is LineKind.REST for line in lines):
        yield words.say("R: what all other lines have left.")
