"""A paragraph into which the book has written: what is filled in stands out, the rest is a line.

A name is parted only between its words, like an amount from its unit never; where nothing is known
yet, a ruled gap waits for the pen, and small below it stands what belongs there. A gap is never
parted from the word before it, and on a form the gaps of a line grow until the line is full.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from reports.flow import Flow
from reports.style import BODY, CAPTION, HAIR, MM, strong, thin
from reports.text.fitting import Line, line_of, lines
from reports.text.ink import Style, one_line
from translations.money import NO_BREAK

_GAP = "\ufffc"
_LABEL = re.compile("[0-9\u0e50-\u0e59\u0ed0-\u0ed9]{1,2}[.)] +")
_INDENT = 6 * MM
_BELOW, _BELOW_GAP, _BELOW_SAID = 1.6 * MM, 0.4 * MM, 1.8 * MM
"""Room below a paragraph, one whose last line has room of its own for the pen, and one that ends
with what a gap is for: that must not hang over the next."""
_BY_HAND, _SAID = 1.4, 1.75
"""How many times as far apart lines for the pen stand, and those with a word below their gaps."""
_LEAST, _MOST = 0.8, 2.4
"""A gap becomes so much narrower before it begins a new line, and then so many times as wide."""
_SHORT = 0.25
"""A last line shorter than this part of the width takes words from the line before it."""
_TOGETHER = 60 * MM
"""What is filled in and no wider than this, such as most names, is never parted."""
_KEPT_LABEL = 42 * MM
"""A gap takes the words before it along, back to a space, where they are not wider than this."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the book fills in; `whole` is parted only at its spaces, what is short nowhere."""

    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to write on, so many points wide; `said` is what belongs there."""

    width: float
    said: str = ""


Part: TypeAlias = str | Given | Gap


@dataclass(frozen=True, slots=True)
class _Run:
    """A few letters of one style on a line, or a gap."""

    text: str
    style: Style
    gap: float = 0.0
    said: str = ""

    @property
    def width(self) -> float:
        return self.gap or self.style.width(self.text)


_Atom: TypeAlias = tuple[_Run, ...]
"""What no line break may cut."""
_Letter: TypeAlias = tuple[str, Style, float, str]
"""A letter and its style; of a gap, how wide it is and what belongs there."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A paragraph broken into lines: its number, its rows, and how high each is."""

    label: str
    rows: tuple[tuple[_Run, ...], ...]
    size: float
    heights: tuple[float, ...]
    below: float

    @property
    def height(self) -> float:
        """How high the paragraph is with the room below it, in points."""
        return sum(self.heights) + self.below

    @property
    def said_last(self) -> bool:
        """Whether what a gap is for is the lowest of it."""
        return any(run.said for run in self.rows[-1])


def filled(
    flow: Flow, parts: Sequence[Part], *, size: float = BODY, by_hand: bool = False
) -> Filled:
    """A paragraph on as many lines as it needs; one that begins with a number hangs behind it.

    With `by_hand` its gaps are for the pen, which needs more room between the lines.
    """
    label, rest = _label(parts)
    room = flow.width - (_INDENT if label else 0)
    rows = _rows(_atoms(flow, rest, size, _LEAST if by_hand else 1), room)
    if by_hand:
        rows = [_grown(row, room) for row in _evened(rows, room)]
    runs = tuple(tuple(run for atom in row for run in atom) for row in rows)
    times = [_times(row) if by_hand else 1 for row in runs]
    below = {1: _BELOW, _BY_HAND: _BELOW_GAP, _SAID: _BELOW_SAID}[times[-1]]
    return Filled(label, runs, size, tuple(thin(size).leading * one for one in times), below)


def _times(row: Iterable[_Run]) -> float:
    """How many times as high as others a line is that waits for the pen."""
    gaps = [run for run in row if run.gap]
    return (_SAID if any(run.said for run in gaps) else _BY_HAND) if gaps else 1


def draw_filled(flow: Flow, given: Filled) -> None:
    """Draw a paragraph, over pages where it must be."""
    size, heights = given.size, given.heights
    for place, (row, height) in enumerate(zip(given.rows, heights, strict=True)):
        left = len(given.rows) - place
        # The first two lines stay together, and so do the last two.
        together = 2 if left == 2 or (place == 0 and left > 1) else 1
        flow.need(sum(heights[place : place + together]))
        # What is written stands high in its line: below it is the room for what a gap is for.
        y = flow.y - min(height, thin(size).leading * _BY_HAND) / 2 - size * 0.35
        if given.label and place == 0:
            flow.page.line(flow.left, y, line_of(thin(size), [given.label]))
        _draw(flow, row, flow.left + (_INDENT if given.label else 0), y)
        flow.y -= height
    flow.gap(given.below)


def _label(parts: Sequence[Part]) -> tuple[str, Sequence[Part]]:
    first = parts[0] if parts else ""
    found = _LABEL.match(first) if isinstance(first, str) else None
    if found is None or not isinstance(first, str):
        return "", parts
    return found.group().rstrip(" "), (first[found.end() :], *parts[1:])


def _atoms(flow: Flow, parts: Sequence[Part], size: float, least: float) -> list[_Atom]:
    """The paragraph in pieces between which a line may end."""
    letters, inside = _letters(parts, size, least)
    atoms: list[_Atom] = []
    at = begin = 0
    for piece in flow.paper.words.pieces("".join(letter for letter, *_ in letters)):
        at += len(piece)
        if at not in inside or letters[at - 1][0] == " ":
            atom = tuple(_runs(letters[begin:at]))
            if _has_gap([atom]):
                atom = _with_label(atoms, atom, flow.width - _INDENT)
            atoms += _split(flow, atom)
            begin = at
    return atoms


def _letters(parts: Sequence[Part], size: float, least: float) -> tuple[list[_Letter], set[int]]:
    """Every letter of a paragraph, and the places inside a name, where no line may end."""
    letters: list[_Letter] = []
    inside: set[int] = set()
    for part in parts:
        begin = len(letters)
        match part:
            case Gap(width=width, said=said):
                wide = max(width * least, thin(CAPTION).width(said) + 2 * MM)
                letters.append((_GAP, thin(size), wide, said))
            case Given(text=text, whole=whole):
                short = strong(size).width(text) <= _TOGETHER
                # What is short goes on one line, with its spaces.
                told = one_line(text).replace(" ", NO_BREAK) if short else one_line(text)
                letters += [(letter, strong(size), 0.0, "") for letter in told]
                if whole or short:
                    inside |= set(range(begin + 1, len(letters)))
            case str():
                # A dot between two things stays with the first: no line begins with one.
                told = one_line(part).replace(" ·", f"{NO_BREAK}·")
                letters += [(letter, thin(size), 0.0, "") for letter in told]
    return letters, inside


def _runs(letters: Iterable[_Letter]) -> Iterable[_Run]:
    for (style, gap, said), same in groupby(letters, key=lambda one: one[1:]):
        yield _Run("".join(letter for letter, *_ in same), style, gap, said)


def _with_label(before: list[_Atom], gap: _Atom, room: float) -> _Atom:
    """A gap with the words before it, which are taken off the atoms: no line end parts them."""
    taken = gap
    while before and not any(run.gap for run in before[-1]):
        longer = (*before[-1], *taken)
        label = _wide(longer) - _wide(gap)
        if (taken is not gap and label > _KEPT_LABEL) or _wide(longer) > room:
            break
        taken = longer
        before.pop()
        if before and before[-1][-1].text.endswith(" "):
            break
    return taken


def _wide(atom: Iterable[_Run]) -> float:
    return sum(run.width for run in atom)


def _split(flow: Flow, atom: _Atom) -> list[_Atom]:
    """An atom that no line could hold is parted between letters: better than leaving the paper."""
    room = flow.width - _INDENT
    if _wide(atom) <= room:
        return [atom]
    return [
        (_Run(line.text, run.style, run.gap, run.said),)
        for run in atom
        for line in lines(run.text, run.style, room, lambda text: [text])
    ]


def _blank(run: _Run) -> float:
    """How wide the space at the end of a run is."""
    return 0.0 if run.gap else run.width - run.style.width(run.text.rstrip(" "))


def _rows(atoms: Iterable[_Atom], room: float) -> list[list[_Atom]]:
    rows: list[list[_Atom]] = [[]]
    used = 0.0
    for atom in atoms:
        if rows[-1] and used + _wide(atom) - _blank(atom[-1]) > room:
            rows.append([])
            used = 0.0
        rows[-1].append(atom)
        used += _wide(atom)
    return rows


def _evened(rows: list[list[_Atom]], room: float) -> list[list[_Atom]]:
    """A word alone on the last line takes others along, where the gaps before it can grow."""
    if len(rows) < 2:
        return rows
    *first, before, last = rows
    while len(before) > 1 and not _has_gap(last) and sum(map(_wide, last)) < room * _SHORT:
        last = [before[-1], *last]
        before = before[:-1]
    return [*first, before, last] if _has_gap(before) else rows


def _has_gap(row: Iterable[_Atom]) -> bool:
    return any(run.gap for atom in row for run in atom)


def _grown(row: list[_Atom], room: float) -> list[_Atom]:
    """The line with its gaps as wide as they can become."""
    gaps = sum(run.gap for atom in row for run in atom)
    if not gaps:
        return row
    free = room - sum(map(_wide, row)) + _blank(row[-1][-1])
    times = min(1 + max(free, 0) / gaps, _MOST)
    return [tuple(replace(run, gap=run.gap * times) for run in atom) for atom in row]


def _draw(flow: Flow, row: Sequence[_Run], x: float, y: float) -> None:
    """The runs of one line; those of one style become one text with its pieces."""
    for (style, is_gap), runs in groupby(row, key=lambda run: (run.style, bool(run.gap))):
        same = list(runs)
        if not is_gap:
            flow.page.line(x, y, Line(tuple(run.text for run in same), style, _wide(same)))
        for run in same:
            if is_gap:
                _draw_gap(flow, run, x, y - 1 * MM)
            x += run.width


def _draw_gap(flow: Flow, gap: _Run, x: float, y: float) -> None:
    """The rule of a gap, and small below its middle what belongs there."""
    flow.page.rule(x + 0.5 * MM, y, x + gap.width - 0.5 * MM, y, HAIR)
    if gap.said:
        said = line_of(thin(CAPTION), [gap.said])
        flow.page.line(x + (gap.width - said.width) / 2, y - CAPTION * 1.2, said)
