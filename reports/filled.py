"""A paragraph into which the book has written: what is filled in stands out, the rest is a line.

A name is parted only between its words, like an amount from its unit never; where nothing is known
yet, a ruled gap waits for the pen.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from reports.flow import Flow
from reports.style import BODY, HAIR, MM, strong, thin
from reports.text.fitting import Line, line_of, lines
from reports.text.ink import Style, one_line

_GAP = "\ufffc"
_LABEL = re.compile("[0-9\u0e50-\u0e59\u0ed0-\u0ed9]{1,2}[.)] +")
_INDENT = 6 * MM
_BELOW = 1.6 * MM
_BY_HAND = 1.4


@dataclass(frozen=True, slots=True)
class Given:
    """What the book fills in; `whole` is parted only at its spaces."""

    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to write on, so many points wide."""

    width: float


Part: TypeAlias = str | Given | Gap


@dataclass(frozen=True, slots=True)
class _Run:
    """A few letters of one style on a line, or a gap."""

    text: str
    style: Style
    gap: float = 0.0

    @property
    def width(self) -> float:
        return self.gap or self.style.width(self.text)


_Atom: TypeAlias = tuple[_Run, ...]
"""What no line break may cut."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A paragraph broken into lines: its number, its rows, and how far apart they stand."""

    label: str
    rows: tuple[tuple[_Run, ...], ...]
    size: float
    leading: float

    @property
    def height(self) -> float:
        """How high the paragraph is with the room below it, in points."""
        return self.leading * len(self.rows) + _BELOW


def filled(
    flow: Flow, parts: Sequence[Part], *, size: float = BODY, by_hand: bool = False
) -> Filled:
    """A paragraph on as many lines as it needs; one that begins with a number hangs behind it.

    With `by_hand` its gaps are for the pen, which needs more room between the lines.
    """
    label, rest = _label(parts)
    rows = _rows(_atoms(flow, rest, size), flow.width - (_INDENT if label else 0))
    written = by_hand and any(isinstance(part, Gap) for part in rest)
    leading = thin(size).leading * (_BY_HAND if written else 1)
    return Filled(label, tuple(map(tuple, rows)), size, leading)


def draw_filled(flow: Flow, given: Filled) -> None:
    """Draw a paragraph, over pages where it must be."""
    leading, size = given.leading, given.size
    for place, row in enumerate(given.rows):
        left = len(given.rows) - place
        # The first two lines stay together, and so do the last two.
        flow.need(leading * (2 if left == 2 or (place == 0 and left > 1) else 1))
        y = flow.y - leading / 2 - size * 0.35
        if given.label and place == 0:
            flow.page.line(flow.left, y, line_of(thin(size), [given.label]))
        _draw(flow, row, flow.left + (_INDENT if given.label else 0), y)
        flow.y -= leading
    flow.gap(_BELOW)


def _label(parts: Sequence[Part]) -> tuple[str, Sequence[Part]]:
    first = parts[0] if parts else ""
    found = _LABEL.match(first) if isinstance(first, str) else None
    if found is None or not isinstance(first, str):
        return "", parts
    return found.group().rstrip(" "), (first[found.end() :], *parts[1:])


def _atoms(flow: Flow, parts: Sequence[Part], size: float) -> list[_Atom]:
    """The paragraph in pieces between which a line may end."""
    letters: list[tuple[str, Style, float]] = []
    inside: set[int] = set()
    for part in parts:
        begin = len(letters)
        match part:
            case Gap(width=width):
                letters.append((_GAP, thin(size), width))
            case Given(text=text, whole=whole):
                letters += [(letter, strong(size), 0.0) for letter in one_line(text)]
                if whole:
                    inside |= set(range(begin + 1, len(letters)))
            case str():
                letters += [(letter, thin(size), 0.0) for letter in one_line(part)]
    atoms: list[_Atom] = []
    at = begin = 0
    for piece in flow.paper.words.pieces("".join(letter for letter, _, _ in letters)):
        at += len(piece)
        if at not in inside or letters[at - 1][0] == " ":
            atoms += _split(flow, tuple(_runs(letters[begin:at])))
            begin = at
    return atoms


def _runs(letters: Iterable[tuple[str, Style, float]]) -> Iterable[_Run]:
    for (style, gap), same in groupby(letters, key=lambda one: one[1:]):
        yield _Run("".join(letter for letter, _, _ in same), style, gap)


def _split(flow: Flow, atom: _Atom) -> list[_Atom]:
    """An atom that no line could hold is parted between letters: better than leaving the paper."""
    room = flow.width - _INDENT
    if sum(run.width for run in atom) <= room:
        return [atom]
    return [
        (_Run(line.text, run.style, run.gap),)
        for run in atom
        for line in lines(run.text, run.style, room, lambda text: [text])
    ]


def _rows(atoms: Iterable[_Atom], room: float) -> list[list[_Run]]:
    rows: list[list[_Run]] = [[]]
    used = 0.0
    for atom in atoms:
        width = sum(run.width for run in atom)
        last = atom[-1]
        blank = 0.0 if last.gap else last.width - last.style.width(last.text.rstrip(" "))
        if rows[-1] and used + width - blank > room:
            rows.append([])
            used = 0.0
        rows[-1] += atom
        used += width
    return rows


def _draw(flow: Flow, row: Sequence[_Run], x: float, y: float) -> None:
    """The runs of one line; those of one style become one text with its pieces."""
    for (style, is_gap), runs in groupby(row, key=lambda run: (run.style, bool(run.gap))):
        same = list(runs)
        width = sum(run.width for run in same)
        if is_gap:
            flow.page.rule(x + 0.5 * MM, y - 1 * MM, x + width - 0.5 * MM, y - 1 * MM, HAIR)
        else:
            flow.page.line(x, y, Line(tuple(run.text for run in same), style, width))
        x += width
