"""How often receipts were printed: the first print is the original, each later one a copy."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.rules.refusals import Refusal
from ledger.rules.transfers import EntryNumber
from ledger.statements.slip_numbers import runs_of
from ledger.statements.slips import Slip


@dataclass
class PrintedMeanwhile(Refusal):
    """Another print of that number was written down since this paper was made."""

    number: EntryNumber


def check_prints(slips: Sequence[Slip], known: Mapping[EntryNumber, int]) -> None:
    """Raise PrintedMeanwhile unless each paper is the next print of its number.

    `known` is how often each number was printed before.
    """
    for slip in slips:
        if slip.copy != known.get(slip.number, 0):
            raise PrintedMeanwhile(number=slip.number)


def told_numbers(numbers: Iterable[EntryNumber]) -> str:
    """Numbers in their order, those that follow each other drawn together: "3–7, 12"."""
    runs = runs_of(sorted(set(numbers)))
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
