"""The passbook: a member's cover, the rules in short, and every line with both balances.

The lines stand on a grid that is the same on every page and is kept in the file once. A text that
is longer than its place goes on in the next line of the grid, as one would write it by hand; rows
that are still empty wait for the pen.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.rules.rulebook import Group, Rulebook
from ledger.statements.passbook import Passbook, PassbookLine
from reports import passbook_cover
from reports.document import packed
from reports.page import A5, Page, Paper, strong, thin, whole_line
from reports.passbook_grid import (
    FIRST_TEXT,
    HEAD_LEFT,
    HEAD_RIGHT,
    ROWS,
    SECOND_TEXT,
    Grid,
    draw_grid,
    grid_for,
    head_line,
    name_lines_y,
    row_top,
)
from reports.passbook_parts import Part, short_name
from reports.text.fitting import Line
from translations.naming import word
from translations.words import Words

_FIGURE_SIZE = 8.0
_TEXT_SIZE = 7.5


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the grid: the line that begins on it, and its text as ready commands."""

    line: PassbookLine | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of one page between what is brought and carried forward (nothing: not printed)."""

    brought: tuple[int, ...] | None
    rows: tuple[_Row, ...]
    carried: tuple[int, ...] | None


class PassbookPrinter:
    """One file of passbooks in the making: first the inner pages of each, then all put together."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.paper = Paper(words, size=A5, title=words.say("Passbook"), common=True)
        self.text = thin(_TEXT_SIZE)
        self.figures = self.paper.ink.figures(thin(_FIGURE_SIZE))
        self.grid = grid_for(two=False)
        room = grid_for(two=True).text_width
        self.carried = self.paper.lines(words.say("Carried forward"), strong(8), room)[0]
        self.brought = self.paper.lines(words.say("Brought forward"), strong(8), room)[0]
        self._grids: dict[tuple[Group, Grid], str] = {}
        self._rules: dict[tuple[int, Group], tuple[Rulebook, list[str]]] = {}
        self._amounts: dict[int, tuple[str, float]] = {}
        self._days: dict[date, str] = {}
        self._whats: dict[tuple[object, ...], tuple[str, ...]] = {}

    def kept_by(self, passbook: Passbook) -> tuple[str, ...]:
        """The names of the drawings that a passbook's pages show, drawn once for all of them."""
        self.grid = grid_for(two=passbook.two_products)
        rules = self._rule_pages(passbook.rulebook, passbook.group)
        return (*rules, self._grid(passbook))

    def part(self, passbook: Passbook) -> Part:
        """The inner pages of one member's passbook."""
        *rules, _ = self.kept_by(passbook)
        sheets = list(_sheets(passbook, list(self._rows(passbook))))
        count = 1 + len(rules) + len(sheets)
        drawn = []
        for form in rules:
            page = self.paper.page()
            page.forms.append(form)
            drawn.append(page)
        drawn += [self._sheet(passbook, sheet) for sheet in sheets]
        for place, page in enumerate(drawn, start=2):
            self._head(passbook, page, place, count)
        commands = [page.commands() for page in drawn]
        ink, whole = self.paper.ink, " ".join(commands)
        fonts, common = ink.names_in(whole), ink.is_common(whole)
        return Part(tuple(packed(one) for one in commands), fonts, common)

    def add(self, passbook: Passbook, part: Part) -> None:
        """One member's passbook, the cover before the inner pages."""
        self.kept_by(passbook)
        number, paper = passbook.member.number, self.paper
        paper.label_from_here(f"{number}-")
        paper.bookmark_here(f"m{paper.pages}", f"{number} {passbook.member.name}")
        paper.add(passbook_cover.cover(paper, passbook))
        paper.ink.use(part.fonts)
        for page in part.pages:
            paper.document.add(page)

    def _head(self, passbook: Passbook, page: Page, place: int, pages: int) -> None:
        """Whose page it is, and which one."""
        member = passbook.member
        count = head_line(
            self.words.say(
                "Page {page} of {pages}",
                page=self.words.number(place),
                pages=self.words.number(pages),
            ),
            thin(8),
        )
        page.right(HEAD_RIGHT, name_lines_y(), count)
        room = HEAD_RIGHT - HEAD_LEFT - count.width - 12
        name = f"{member.number}  {member.title} {member.name}".replace("  ", " \u00a0", 1)
        page.line(HEAD_LEFT, name_lines_y(), whole_line(name, strong(9.5), room))

    def _rule_pages(self, rulebook: Rulebook, group: Group) -> list[str]:
        """The names of the pages with the rules in short, drawn once for each rulebook."""
        kept = self._rules.get((id(rulebook), group))
        if kept is None:
            names: list[str] = []
            name = short_name("R", rulebook, group)
            for page in passbook_cover.rule_pages(self.paper, rulebook, group):
                names.append(f"{name}x{len(names) + 1}")
                self.paper.keep(names[-1], page)
            kept = self._rules[id(rulebook), group] = (rulebook, names)
        return kept[1]

    def _grid(self, passbook: Passbook) -> str:
        """The name of the empty grid of a group, drawn once for each kind of passbook."""
        group, grid = passbook.group, self.grid
        name = self._grids.get((group, grid))
        if name is None:
            name = self._grids[group, grid] = short_name("G", group, grid.widths)
            page = self.paper.page()
            draw_grid(self.paper, page, group, grid)
            self.paper.keep(name, page)
        return name

    def _rows(self, passbook: Passbook) -> Iterator[_Row]:
        """The rows of the grid that a member's lines take up."""
        for line in passbook.lines:
            texts = self._what(line)
            yield _Row(line, texts[:1])
            for start in range(1, len(texts), 2):
                yield _Row(None, texts[start : start + 2])

    def _what(self, line: PassbookLine) -> tuple[str, ...]:
        """What a line was, in lines of text; the same few texts come back all the time."""
        key = (line.kind, line.month, line.reverses, line.note, self.grid)
        kept = self._whats.get(key)
        if kept is None:
            text = what_text(line, self.words)
            broken = self.paper.lines(text, self.text, self.grid.text_width)
            ink = self.paper.ink
            kept = self._whats[key] = tuple(ink.commands(b.style, b.pieces) for b in broken)
        return kept

    def _sheet(self, passbook: Passbook, sheet: _Sheet) -> Page:
        page = self.paper.page()
        page.forms.append(self._grid(passbook))
        place = 0
        if sheet.brought is not None:
            self._forward(page, place, self.brought, sheet.brought)
            place += 1
        for row in sheet.rows:
            self._row(page, place, row)
            place += 1
        if sheet.carried is not None:
            self._forward(page, place, self.carried, sheet.carried)
        return page

    def _forward(self, page: Page, place: int, label: Line, balances: tuple[int, ...]) -> None:
        page.line(self.grid.text_left, row_top(place) - self.grid.figure_drop, label)
        middle = f"{row_top(place) - self.grid.figure_drop:.2f}"
        parts = [f"/{self.figures.name} {_FIGURE_SIZE:g} Tf"]
        for right, kip in zip(self.grid.balances, balances, strict=True):
            parts.append(self._amount(right, middle, kip))
        page.ready(" ".join(parts))

    def _row(self, page: Page, place: int, row: _Row) -> None:
        """One row; written as ready commands, because nearly all of it is figures."""
        top, grid = row_top(place), self.grid
        line = row.line
        if line is None:
            for drop, text in zip((FIRST_TEXT, SECOND_TEXT), row.texts, strict=False):
                page.ready(f"1 0 0 1 {grid.text_left:.2f} {top - drop:.2f} Tm {text}")
            return
        font = f"/{self.figures.name} {_FIGURE_SIZE:g} Tf"
        first = f"{top - FIRST_TEXT:.2f}"
        middle = f"{top - grid.figure_drop:.2f}"
        number, width = self._figures_of(f"№ {line.number}")
        parts = [
            f"{font} 1 0 0 1 {grid.text_left:.2f} {first} Tm <{self._day(line.day)}> Tj",
            f"1 0 0 1 {grid.number_right - width:.2f} {first} Tm <{number}> Tj",
        ]
        if line.paid_in:
            parts.append(self._amount(grid.paid_in, middle, line.paid_in))
        if line.paid_out:
            parts.append(self._amount(grid.paid_out, middle, line.paid_out))
        for right, kip in zip(grid.balances, _balances(line, grid), strict=True):
            parts.append(self._amount(right, middle, kip))
        second = f"{top - SECOND_TEXT:.2f}"
        parts += [f"1 0 0 1 {grid.text_left:.2f} {second} Tm {text}" for text in row.texts]
        page.ready(" ".join(parts))

    def _figures_of(self, text: str) -> tuple[str, float]:
        return text.translate(self.figures.codes), self.figures.width(text)

    def _day(self, day: date) -> str:
        """The codes of a day; a whole group's passbooks have only so many days."""
        codes = self._days.get(day)
        if codes is None:
            codes = self._days[day] = self._figures_of(self.words.day(day))[0]
        return codes

    def _amount(self, right: float, baseline: str, kip: int) -> str:
        """The commands for an amount that ends at `right`, smaller where its place is narrow."""
        known = self._amounts.get(kip)
        if known is None:
            known = self._amounts[kip] = self._figures_of(self.words.kip(kip))
        codes, width = known
        room = self.grid.paid_room if right < self.grid.balances[0] else self.grid.balance_room
        if width <= room:
            return f"1 0 0 1 {right - width:.2f} {baseline} Tm <{codes}> Tj"
        name, size = self.figures.name, _FIGURE_SIZE * room / width
        return (
            f"/{name} {size:.2f} Tf 1 0 0 1 {right - room:.2f} {baseline} Tm <{codes}> Tj "
            f"/{name} {_FIGURE_SIZE:g} Tf"
        )


def _balances(line: PassbookLine, grid: Grid) -> tuple[int, ...]:
    if len(grid.balances) > 2:
        return line.savings, line.voluntary, line.loans
    return line.savings, line.loans


def what_text(line: PassbookLine, words: Words) -> str:
    """What a line was, for which month, what it takes back, and what was written beside it."""
    text = word(words, "kind", line.kind)
    if line.month is not None:
        text = words.say("{what} for {month}", what=text, month=words.short_month(line.month))
    if line.reverses is not None:
        text = words.say("{what}: №\u00a0{number} taken back", what=text, number=line.reverses)
    return f"{text} – {line.note}" if line.note.strip() else text


def _sheets(passbook: Passbook, rows: Sequence[_Row]) -> Iterator[_Sheet]:
    """The rows cut into pages. A page that goes on carries the balances to the next one."""
    grid = grid_for(two=passbook.two_products)
    balances: tuple[int, ...] = (passbook.savings_before, passbook.loans_before)
    if passbook.two_products:
        balances = (passbook.savings_before, passbook.voluntary_before, passbook.loans_before)
    brought = balances if any(balances) else None
    while True:
        room = ROWS - (brought is not None)
        last = len(rows) <= room
        taken = rows if last else rows[: _cut(rows, room - 1)]
        rows = rows[len(taken) :]
        for row in taken:
            if row.line is not None:
                balances = _balances(row.line, grid)
        yield _Sheet(brought, tuple(taken), None if last else balances)
        if last:
            return
        brought = balances


def _cut(rows: Sequence[_Row], room: int) -> int:
    """How many rows go onto a page: a line and its text stay together where one can hold them."""
    for place in range(room, 0, -1):
        if rows[place].line is not None:
            return place
    return room
