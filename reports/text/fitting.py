"""Makes text fit: lines broken between words, long names made smaller; nothing is clipped."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reports.fonts import clusters_of
from reports.text.ink import Style, one_line

ELLIPSIS = "…"
_DOT = "·\u00a0"
Pieces = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its pieces, its style, and how wide it is in points."""

    pieces: tuple[str, ...]
    style: Style
    width: float

    @property
    def text(self) -> str:
        """The line as text."""
        return "".join(self.pieces)


def line_of(style: Style, pieces: Iterable[str]) -> Line:
    """A line of these pieces, without the space at its end."""
    kept = tuple(pieces)
    if kept:
        kept = (*kept[:-1], kept[-1].rstrip(" "))
    return Line(kept, style, sum(style.width(piece) for piece in kept))


def lines(text: str, style: Style, width: float, pieces: Pieces) -> list[Line]:
    """The text broken into lines of at most `width` points, left aligned; a line end breaks too.

    A single piece wider than the line is broken between letters: better than leaving the paper.
    """
    out: list[Line] = []
    for paragraph in text.split("\n"):
        row: list[str] = []
        for piece in pieces(one_line(paragraph)):
            if row and line_of(style, [*row, piece]).width > width:
                out.append(line_of(style, row))
                row = []
            row.append(piece)
            while len(row) == 1 and line_of(style, row).width > width:
                head = _longest(row[0], style, width)
                out.append(line_of(style, [head]))
                row = [row[0][len(head) :]]
        out.append(line_of(style, row))
    return out


def _longest(text: str, style: Style, width: float, tail: str = "") -> str:
    """The longest beginning of a text that fits, whole letters with their marks; at least one."""
    clusters = clusters_of(text)
    best = clusters[0]
    for cluster in clusters[1:]:
        if style.width(best + cluster + tail) > width:
            break
        best += cluster
    return best


def by_spaces(text: str) -> list[str]:
    """The words of a name, each with the space behind it: names are parted nowhere else.

    The word "ณ" of a Thai name goes with the place behind it.
    """
    out: list[str] = []
    for word in _each_word(text):
        if out and out[-1] == "ณ ":
            out[-1] += word
        else:
            out.append(word)
    return out


def _each_word(text: str) -> list[str]:
    *others, last = text.split(" ")
    return [*(f"{word} " for word in others), last]


def phrase_lines(text: str, style: Style, width: float, pieces: Pieces) -> list[Line]:
    """Names and short words parted at their spaces; only what is wider than a line is broken."""

    def parts(paragraph: str) -> list[str]:
        found: list[str] = []
        for part in by_spaces(paragraph):
            whole = style.width(part.rstrip(" ")) <= width
            found += [part] if whole else pieces(part)
        return found

    return [_without_dot(line) for line in lines(text, style, width, parts)]


def _without_dot(line: Line) -> Line:
    """A line that begins with the dot before a further thing needs no dot: it is parted anyway."""
    if not line.text.startswith(_DOT):
        return line
    return line_of(line.style, ["".join(line.pieces).removeprefix(_DOT)])


def name_line(text: str, style: Style, width: float, *, smallest: float = 0.8) -> Line:
    """A name on one line: smaller when too long, down to `smallest`; then cut with an ellipsis.

    It is cut between words; only a single word that is longer than the line loses letters.
    """
    name = one_line(text).strip(" ")
    full = style.width(name)
    if full <= width:
        return line_of(style, [name])
    factor = max(smallest, width / full)
    # Rounded down to a tenth of a point: the same few sizes over a whole list.
    small = style.at(int(style.size * factor * 10) / 10)
    if small.width(name) <= width:
        return line_of(small, [name])
    words = by_spaces(name)
    while len(words) > 1:
        words.pop()
        short = "".join(words).rstrip(" ") + ELLIPSIS
        if small.width(short) <= width:
            return line_of(small, [short])
    return line_of(small, [_longest(words[0].rstrip(" "), small, width, ELLIPSIS) + ELLIPSIS])


def figures_line(text: str, style: Style, width: float) -> Line:
    """Figures on one line, as small as they must be: none of them is ever left out."""
    full = style.width(text)
    if full <= width:
        return Line((text,), style, full)
    return Line((text,), style.at(style.size * width / full), width)


def name_lines(
    text: str, style: Style, width: float, *, most: int = 2, smallest: float = 0.8
) -> list[Line]:
    """A name on at most `most` lines, parted between its words only.

    It is made smaller in steps, down to `smallest` of its size, until that is enough; only then
    is the last line cut with an ellipsis.
    """
    name = one_line(text).strip(" ")
    parted = by_spaces
    if any(style.width(w.rstrip(" ")) * smallest > width for w in by_spaces(name)):
        # A narrow place: better parted behind "ณ" than cut.
        parted = _each_word
    words = parted(name)
    size = style.size
    while size >= style.size * smallest:
        small = style.at(size)
        broken = lines(name, small, width, parted)
        if len(broken) <= most and all(small.width(w.rstrip(" ")) <= width for w in words):
            return broken
        size -= 0.5
    small = style.at(size + 0.5)
    kept: list[Line] = []
    rest = words
    while rest and len(kept) < most - 1 and small.width(rest[0].rstrip(" ")) <= width:
        first = lines("".join(rest), small, width, parted)[0]
        kept.append(first)
        rest = parted("".join(rest)[len(first.text) :].lstrip(" "))
    return [*kept, name_line("".join(rest), small, width, smallest=1)]
