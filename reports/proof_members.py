"""Every member's lines in the proof of a closing, as many to a page as it holds, with page sums."""

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from ledger.rules.rulebook import DividendBasis
from ledger.statements.proof import Proof, ProofLine, ProofRow, ProofSums, Step, proof_sums_of
from reports.division import signed
from reports.flow import Flow
from reports.page import Cancelled, Progress, whole_line
from reports.proof_letters import MARKS, letters_in_short
from reports.style import CAPTION, FINE, FIRM, HAIR, MM, SMALL, strong, thin
from reports.text.fitting import Line
from reports.text.ink import Style

_FIGURES = 8.0
_NAME_HEIGHT = 4.8 * MM
_LINE_HEIGHT = 3.9 * MM
_GAP = 0.9 * MM
_MARK = 7 * MM
_CELLS = 13
"""The savings at first, and twelve months or days of moving money."""


class ProofPage(NamedTuple):
    """A page of members: its number, from whom to whom it goes, and what it adds up to."""

    number: int
    first: str
    last: str
    sums: ProofSums

    @property
    def members(self) -> str:
        """The numbers of the first and of the last member on it."""
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


class ProofPages:
    """Draws the members one below the other, and adds up each page at its foot."""

    def __init__(self, flow: Flow, proof: Proof) -> None:
        """Begin on a page of their own."""
        self.flow = flow
        self.proof = proof
        self.words = flow.paper.words
        self.daily = proof.profit_rules.basis is DividendBasis.DAILY
        self._room = (flow.width - _MARK) / _CELLS

    def draw(self, progress: Progress, cancelled: Cancelled) -> list[ProofPage]:
        """Draw all of them, until told to stop; returns who stands on each page, and its sums."""
        pages = []
        left = list(self.proof.rows)
        while left and not cancelled():
            progress(len(self.proof.rows) - len(left), len(self.proof.rows))
            self.flow.next_page()
            self._head()
            count = self._that_fit(left)
            for row in left[:count]:
                self._member(row)
            sums = proof_sums_of(left[:count])
            first, last = (row.member.number for row in (left[0], left[count - 1]))
            pages.append(ProofPage(len(self.flow.pages), first, last, sums))
            label = self.words.say("Total of this page")
            self._strip(label, sums)
            left = left[count:]
        return pages

    def _that_fit(self, rows: list[ProofRow]) -> int:
        """How many of the members the page holds, with its sums; one in any case."""
        room = self.flow.room - _NAME_HEIGHT
        count = 0
        for row in rows:
            room -= self._height(row)
            if room < 0 and count:
                break
            count += 1
        return count

    def _height(self, row: ProofRow) -> float:
        return _NAME_HEIGHT + _GAP + _LINE_HEIGHT * len(list(self._lines(row)))

    def _lines(self, row: ProofRow) -> Iterator[ProofLine]:
        """Her lines as they stand on the paper: those of many days go on below each other."""
        if not self.daily:
            yield from row.lines
            return
        for start in range(0, len(row.lines[0].figures), _CELLS):
            for line in row.lines:
                yield ProofLine(line.step, line.figures[start : start + _CELLS])

    # --- drawing ---------------------------------------------------------------------------

    def _head(self) -> None:
        """What the letters mean, and over which month each column stands, or that it is a day."""
        flow, style = self.flow, strong(_FIGURES)
        flow.text(letters_in_short(self.words, self.proof), thin(CAPTION))
        flow.gap(0.8 * MM)
        flow.page.rule(flow.left, flow.y, flow.right, flow.y, FIRM)
        heads = ["A", *(self.words.short_month(month) for month in self.proof.year.months)]
        if self.daily:
            heads = [self.words.say("Day by day")]
        y = flow.baseline(style)
        for place, head in enumerate(heads):
            self._cell(place, whole_line(head, style, self._room - 2), y)
        flow.y -= _NAME_HEIGHT
        flow.page.rule(flow.left, flow.y, flow.right, flow.y, FINE)

    def _member(self, row: ProofRow) -> None:
        member = row.member
        self.flow.stands(member.number)
        star = " *" if row.left_out else ""
        name = f"{member.number}  {member.title} {member.name}".strip() + star
        self._strip(name, proof_sums_of([row]))
        for line in self._lines(row):
            y = self.flow.y - _LINE_HEIGHT * 0.5 - _FIGURES * 0.35
            mark = whole_line(MARKS.get(line.step, ""), thin(_FIGURES), _MARK)
            self.flow.page.line(self.flow.left + 2 * MM, y, mark)
            shift = 0 if self.daily else 1
            if line.step is Step.COUNTS:
                self._cell(0, self._figure(signed(self.words, row.opening)), y)
            for place, figure in enumerate(line.figures):
                self._cell(place + shift, self._figure(self._text(line.step, figure)), y)
            self.flow.y -= _LINE_HEIGHT
        self.flow.y -= _GAP
        self.flow.page.rule(self.flow.left, self.flow.y, self.flow.right, self.flow.y, HAIR)

    def _strip(self, name: str, sums: ProofSums) -> None:
        """A name, and at the right its weight and what comes of it."""
        flow, style = self.flow, strong(SMALL)
        shown = [("w", sums.weight, 42), ("S", sums.closing, 33), ("d", sums.dividend, 31)]
        if self.proof.refunds:
            shown.insert(1, ("z", sums.interest, 30))
            shown.append(("b", sums.refund, 27))
        y = flow.baseline(style)
        right = flow.right
        for letter, kip, width in reversed(shown):
            text = f"{letter} = {signed(self.words, kip)}"
            flow.page.right(right, y, _fitting(text, style, width * MM - 4))
            right -= width * MM
        flow.page.line(flow.left, y, whole_line(name, style, right - flow.left))
        flow.y -= _NAME_HEIGHT

    def _text(self, step: Step, figure: int) -> str:
        if step is Step.DAY:
            day = self.proof.year.first + timedelta(days=figure)
            return f"{day.day}/{day.month}"
        if step is Step.DAYS:
            return self.words.number(figure)
        nothing = figure == 0 and step in {Step.MOVED, Step.LATER}
        return "–" if nothing else signed(self.words, figure)

    def _figure(self, text: str) -> Line:
        return _fitting(text, thin(_FIGURES), self._room - 6)

    def _cell(self, place: int, line: Line, y: float) -> None:
        self.flow.page.right(self.flow.left + _MARK + (place + 1) * self._room, y, line)


def _fitting(text: str, style: Style, room: float) -> Line:
    """Figures on one line, as small as they must be: none of them is ever left out."""
    width = style.width(text)
    if width <= room:
        return Line((text,), style, width)
    return Line((text,), style.at(style.size * room / width), room)
