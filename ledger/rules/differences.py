"""When box and book differ: where to look first, by what such a mistake usually leaves behind.

Too little may be an amount that was written and never given; a difference that nine divides, two
figures that changed places; ten notes of one kind, a bundle that was passed over. Nothing here
changes anything: it says where to look, the likeliest first, and the committee looks.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count, pairwise

from ledger.rules.kip import Kip
from ledger.rules.meeting_values import CashCount, Column
from ledger.rules.people import MemberId

LIMIT = 12
"""How many places are named; whoever finds nothing in so many reads the whole sheet aloud."""

BUNDLES = (100, 20, 10)
"""How many notes are tied together."""

_MOST_BUNDLES = 3
_ZERO = 10
_NINE = 9


class Clue(StrEnum):
    """What the difference looks like, those first that seldom fit by chance."""

    OPENING = "opening"  # the same difference was there before the meeting
    DOUBLED = "doubled"  # the same line stands there twice
    BANK = "bank"  # money to or from the bank that was not carried
    EMPTY = "empty"  # she came, this was due, and her cells are empty
    WRONG_SIDE = "wrong_side"  # written as coming in, and it went out; or the other way round
    DIGITS = "digits"  # two figures beside each other have changed places
    ZERO = "zero"  # one zero too many or too few
    WRITTEN = "written"  # written, and not given
    BUNDLE = "bundle"  # a bundle of notes was passed over or counted twice
    NOTE = "note"  # one note was
    EXCHANGED = "exchanged"  # the numbers of two kinds of notes have changed places
    MISTAKEN = "mistaken"  # a bundle was taken for another kind of note


_TURN = {clue: place for place, clue in enumerate(Clue)} | {
    # These two speak of the same miscount as those before them, and take turns with them.
    Clue.NOTE: list(Clue).index(Clue.BUNDLE),
    Clue.MISTAKEN: list(Clue).index(Clue.EXCHANGED),
}


@dataclass(frozen=True, slots=True)
class Written:
    """One amount of the day: kip above zero came into the box, below zero went out of it.

    Where it stands: in a cell of the grid (`member`, `column`), on a line of the sheet, or in an
    entry of the book. `same` is equal where two of them say the same; `bank` where it is money
    carried to or from the bank. `crossed`: it could have been written on the wrong side.
    """

    kip: Kip
    member: MemberId | None = None
    column: Column | None = None
    line: int | None = None
    entry: int | None = None
    same: object = None
    bank: bool = False
    crossed: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """What is known of a day whose count is off.

    `empty` is what was due (kip) from those who came and stands in no cell. `count` is nothing
    where only the sum of the box is known. `opening` is by how much (kip) the box differed from
    the book before the meeting.
    """

    written: tuple[Written, ...] = ()
    empty: tuple[Written, ...] = ()
    count: CashCount | None = None
    denominations: tuple[Kip, ...] = ()
    opening: Kip = 0


@dataclass(frozen=True, slots=True)
class Suspect:
    """One place to look at. `meant` is what the amount would be (kip) if this is the mistake.

    `note` and `other` are kinds of notes (kip), `notes` how many of them. `alike` is how many
    other places fit in the same way.
    """

    clue: Clue
    at: Written | None = None
    meant: Kip = 0
    note: Kip = 0
    other: Kip = 0
    notes: int = 0
    alike: int = 0


def suspects(difference: Kip, counted: Counted) -> tuple[Suspect, ...]:
    """Where to look when the box holds `difference` kip more (or less) than the book says.

    The best place of each clue comes before the second of any, and the list ends at LIMIT. Without
    a difference there is nothing to look for.
    """
    if not difference:
        return ()
    everything = (*_amounts(difference, counted), *_notes(difference, counted))
    alike = Counter(suspect.clue for suspect in everything)
    turns: defaultdict[int, count[int]] = defaultdict(count)
    ranked: dict[tuple[int, int], Suspect] = {}
    for suspect in everything:
        place = _TURN[suspect.clue]
        ranked[next(turns[place]), place] = replace(suspect, alike=alike[suspect.clue] - 1)
    return tuple(ranked[rank] for rank in sorted(ranked)[:LIMIT])


def _amounts(difference: Kip, counted: Counted) -> Iterator[Suspect]:
    if counted.opening == difference:
        yield Suspect(Clue.OPENING)
    yield from _empty(difference, counted.empty)
    before: set[object] = set()
    twice = {w.same for w in counted.written if w.same is not None and _seen(w, before)}
    told: set[object] = set()
    for written in counted.written:
        clue = _clue(difference, written)
        if clue is Clue.WRITTEN and written.same in twice:
            if not _seen(written, told):
                continue  # The second of the two is the one too many.
            clue = Clue.DOUBLED
        if clue is not None:
            meant = abs(written.kip) + _toward(difference, written)
            yield Suspect(clue, written, meant=abs(meant))


def _seen(written: Written, before: set[object]) -> bool:
    """Whether the same has been met before; it is from now on."""
    if written.same in before:
        return True
    before.add(written.same)
    return False


def _toward(difference: Kip, written: Written) -> Kip:
    """By how much (kip) the amount would have to be larger for the difference to go away."""
    return difference if written.kip > 0 else -difference


def _clue(difference: Kip, written: Written) -> Clue | None:
    """What is wrong with an amount if it alone makes the difference."""
    given = abs(written.kip)
    meant = given + _toward(difference, written)
    if meant == 0:
        return Clue.BANK if written.bank else Clue.WRITTEN
    if meant == -given:
        return Clue.WRONG_SIDE if written.crossed else None
    if difference % _NINE == 0 and meant in _exchanged_digits(given):
        return Clue.DIGITS
    if meant == given * _ZERO or given == meant * _ZERO:
        return Clue.ZERO
    return None


def _exchanged_digits(kip: Kip) -> frozenset[Kip]:
    """The amounts (kip) that come of it when two neighbouring figures change places.

    A zero at the front would make another number of figures: that is a zero too few.
    """
    figures = str(kip)
    return frozenset(
        int(figures[:k] + figures[k + 1] + figures[k] + figures[k + 2 :])
        for k in range(len(figures) - 1)
        if k or figures[1] != "0"
    )


def _empty(difference: Kip, empty: tuple[Written, ...]) -> Iterator[Suspect]:
    """Members who came and whose money lies in the box, while their cells are empty."""
    rows: defaultdict[MemberId | None, list[Written]] = defaultdict(list)
    for due in empty:
        rows[due.member].append(due)
    for cells in rows.values():
        whole = sum(cell.kip for cell in cells)
        if whole == difference:
            yield Suspect(Clue.EMPTY, cells[0], meant=whole)
            continue
        for cell in cells:
            if cell.kip == difference:
                yield Suspect(Clue.EMPTY, cell, meant=cell.kip)


def _notes(difference: Kip, counted: Counted) -> Iterator[Suspect]:
    kinds = sorted(counted.denominations, reverse=True)
    had = None if counted.count is None else Counter(dict(counted.count.notes))
    bundles = [b for note in kinds for b in _bundles(difference, had, note)]
    yield from sorted(bundles, key=lambda b: b.notes not in BUNDLES)
    if had is not None:
        for note, other in pairwise(kinds):
            if (had[note] - had[other]) * (note - other) == difference:
                yield Suspect(Clue.EXCHANGED, note=note, other=other)
        for note, other in pairwise(kinds):
            yield from _taken_for(difference, had, note, other)
            yield from _taken_for(difference, had, other, note)


def _taken_for(difference: Kip, had: Counter[Kip], note: Kip, other: Kip) -> Iterator[Suspect]:
    """A bundle of `other` lies with the notes of `note` (kip), and was counted as such."""
    for bundle in BUNDLES:
        if bundle * (note - other) == difference and had[note] >= bundle:
            yield Suspect(Clue.MISTAKEN, note=note, other=other, notes=bundle)


def _bundles(difference: Kip, had: Counter[Kip] | None, note: Kip) -> Iterator[Suspect]:
    number, rest = divmod(abs(difference), note)
    if rest or (difference > 0 and had is not None and had[note] < number):
        return
    if number == 1:
        yield Suspect(Clue.NOTE, note=note, notes=1)
    elif any(number == many * b for many in range(1, _MOST_BUNDLES + 1) for b in BUNDLES):
        yield Suspect(Clue.BUNDLE, note=note, notes=number)
