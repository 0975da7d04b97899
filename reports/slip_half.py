"""One half of a receipt: what changed hands, in figures and in words, with places to sign."""

from dataclasses import dataclass

from ledger.statements.slips import Place, Slip
from reports.page import Page, Paper, whole_line
from reports.shell import place_text
from reports.slip_words import (
    SIGNS,
    TITLES,
    facts_of,
    foot_of,
    line_text,
    marks_of,
    number_text,
)
from reports.stack import Stack
from reports.style import BODY, CODE, FINE, FIRM, MM, NAME, SMALL, SUBHEADING, TITLE
from reports.text.fitting import Line
from translations.naming import word

_WIDE = 150 * MM
"""From this width on facts stand two beside each other, and three people sign in one row."""
_HAND = 11 * MM
"""The room in which somebody signs, or sets her thumb."""
_GAP = 5 * MM
_LABEL = 0.3
"""The part of a fact's width that is its label's."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a sheet, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class Half:
    """One copy of a paper at one scale of its letters, laid but not yet drawn."""

    def __init__(self, paper: Paper, slip: Slip, copy: str, width: float, scale: float) -> None:
        """Lay it out for a width in points; `copy` says whose half it is."""
        self._words, self._slip, self._width = paper.words, slip, width
        self._wide = width >= _WIDE
        self._upper = Stack(paper, width, scale)
        self._lower = Stack(paper, width, scale)
        self._head(copy)
        self._facts()
        self._money()
        self._signatures()
        self._foot()

    @property
    def height(self) -> float:
        """How much room it needs, in points."""
        return self._upper.height + self._lower.height

    def draw(self, page: Page, box: Box) -> None:
        """Draw it into a box: the money from the top, the signatures at the bottom."""
        self._upper.draw(page, box.left, box.bottom + box.height)
        self._lower.draw(page, box.left, box.bottom + self._lower.height)

    # --- parts -----------------------------------------------------------------------------

    def _head(self, copy: str) -> None:
        """Whose it is, which half, which paper, its number, and what must be seen first."""
        stack, words, slip, width = self._upper, self._words, self._slip, self._width
        side = [whole_line(copy, stack.strong(SMALL), width * 0.28)]
        if not self._wide:
            # A name that is one long word needs the whole width.
            stack.row((), side)
        group = width * (0.68 if self._wide else 1)
        names = stack.names(slip.group.name, stack.strong(NAME * 0.8), group)
        stack.row(names, side if self._wide else ())
        stack.row(stack.names(place_text(slip.group, words), stack.thin(SMALL), width))
        stack.space(1 * MM)
        big = stack.strong(TITLE * 0.8)
        number = whole_line(number_text(words, slip), big, width * 0.4)
        title = whole_line(words.say(TITLES[slip.kind]), big, width * 0.56)
        stack.row([title], [number])
        stack.rule(FIRM)
        stack.boxed(marks_of(words, slip), stack.strong(BODY), gap=1.5 * MM)

    def _facts(self) -> None:
        """Day, month, who, and what it rests on."""
        stack, across = self._upper, 2 if self._wide else 1
        stack.space(1.2 * MM)
        facts = facts_of(self._words, self._slip)
        width = self._column()
        indent = width * _LABEL
        for start in range(0, len(facts), across):
            high = 0.0
            for place, (label, text, named) in enumerate(facts[start : start + across]):
                left = place * (width + _GAP)
                style, room = stack.strong(BODY), width - indent
                lines = (stack.names if named else stack.lines)(text, style, room)
                name = stack.lines(label, stack.thin(SMALL), indent - 2 * MM)
                if text:
                    said = stack.place(name, left, beside=style)
                    high = max(high, said, stack.place(lines, left + indent))
                else:
                    high = max(high, _for_pen(stack, name, left, (left + indent, room)))
            stack.height += high

    def _column(self) -> float:
        """How wide a fact is with its label."""
        return (self._width - _GAP) / 2 if self._wide else self._width

    def _money(self) -> None:
        """Every line, the sum, and the sum in words."""
        stack, words, slip = self._upper, self._words, self._slip
        stack.space(1.2 * MM)
        stack.rule(FINE)
        for line in slip.lines:
            kip = whole_line(words.kip(line.kip), stack.thin(BODY), stack.width * 0.35)
            what = stack.lines(
                line_text(words, slip.rulebook, line), stack.thin(BODY), stack.width * 0.62
            )
            # The tones stand high above the letters: they keep off the rule above them.
            stack.space(0.3 * MM)
            stack.row(what, [kip], high=5.6 * MM)
            stack.rule()
        strong = stack.strong(SUBHEADING)
        kip = whole_line(words.kip(slip.kip), strong, stack.width * 0.6)
        # The unit stands with the word: behind the figure it would push it out of its column.
        said = words.say("Total ({unit})", unit=words.unit)
        total = stack.lines(said, strong, stack.width * 0.35)
        stack.row(total, [kip], high=6.5 * MM)
        stack.rule(FIRM)
        stack.space(0.8 * MM)
        label, indent = words.say("In words"), _LABEL * self._column()
        style = stack.strong(BODY)
        stack.place(stack.lines(label, stack.thin(SMALL), indent - 2 * MM), 0, beside=style)
        said, space, last = words.in_words(slip.kip).rpartition(" ")
        # The last word, which closes the amount, does not stand alone on a line.
        text = f"{said}\u00a0{last}" if space else last
        spelt = stack.lines(text, style, stack.width - indent)
        stack.row(spelt, indent=indent)
        stack.space(2 * MM)

    def _signatures(self) -> None:
        """A place for each who signs, with why she signs and her name."""
        stack, across = self._lower, 3 if self._wide else 2
        places = self._slip.places
        across = min(across, len(places))
        width = (stack.width - (across - 1) * _GAP) / across
        for start in range(0, len(places), across):
            stack.height += _HAND
            row = places[start : start + across]
            lefts = [number * (width + _GAP) for number in range(len(row))]
            for left in lefts:
                stack.rule(left=left, width=width)
            whys = [self._why(place, width) for place in row]
            # All names of a row stand at one height, however long it is why somebody signs.
            stack.height += max(map(stack.place, whys, lefts))
            stack.height += max(map(self._name, row, lefts, [width] * len(row)))

    def _name(self, place: Place, left: float, width: float) -> float:
        """Who signs, or a line to write the name on; how high it is."""
        stack = self._lower
        if place.name:
            return stack.place(stack.names(place.name, stack.thin(BODY), width), left)
        label = stack.lines(self._words.say("Name"), stack.thin(SMALL), width * 0.4)
        indent = label[0].width + 2 * MM
        return _for_pen(stack, label, left, (left + indent, width - indent))

    def _why(self, place: Place, width: float) -> list[Line]:
        """Why somebody signs, and as what: on one line, or each on its own."""
        stack, words = self._lower, self._words
        style, said = stack.thin(SMALL), words.say(SIGNS[place.signs])
        if place.role is None:
            return stack.lines(said, style, width)
        role = word(words, "role", place.role)
        together = stack.lines(f"{said} · {role}", style, width)
        if len(together) == 1:
            return together
        return stack.lines(said, style, width) + stack.lines(role, style, width)

    def _foot(self) -> None:
        """When it was printed, and the code of the book."""
        stack = self._lower
        printed, code = foot_of(self._words, self._slip)
        stack.space(1.5 * MM)
        stack.rule()
        stack.space(0.7 * MM)
        style = stack.thin(CODE)
        stack.row([whole_line(printed, style, stack.width)])
        if code:
            stack.row(stack.lines(code, style, stack.width))


def _for_pen(stack: Stack, label: list[Line], left: float, line: tuple[float, float]) -> float:
    """A label and a line (left, width) to write on behind it; how high they are."""
    high = stack.pen(*line)
    stack.place(label, left, height=2 * high - label[0].style.leading)
    return high + 1.5 * MM * stack.scale
