"""The passbook: a member's cover, the rules in short, and every line with both balances.

The lines stand on a grid that is the same on every page and is kept in the file once; rows that
are still empty wait for the pen. The pages come one by one, or two on a sheet to be folded.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ledger.rules.booklets import A5_BOOKLET, BookletSize
from ledger.rules.rulebook import Group, Rulebook
from ledger.statements.passbook import Passbook, PassbookLine
from reports import passbook_cover
from reports.document import packed
from reports.folding import Fold
from reports.page import MM, Page, Paper
from reports.passbook_grid import Grid, draw_grid, draw_name, grid_of
from reports.passbook_parts import Part, short_name
from reports.passbook_rows import RowPen, balances_of, what_text
from reports.rules_pages import rule_pages
from translations.words import Words

__all__ = ["PassbookPrinter", "what_text"]


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

    def __init__(
        self,
        words: Words,
        size: BookletSize = A5_BOOKLET,
        *,
        folded: bool = False,
        common: bool = True,
    ) -> None:
        """`folded` pages lie two on a sheet, each passbook on sheets of its own.

        Without `common` typefaces no page of it can go into another file.
        """
        self.words, self.size = words, size
        sheet = (size.width * MM * (2 if folded else 1), size.height * MM)
        self.paper = Paper(words, size=sheet, title=words.say("Passbook"), common=common)
        self.fold = Fold(self.paper) if folded else None
        self.pens = {
            two: RowPen(self.paper, grid_of(size, two=two), whole=True) for two in (False, True)
        }
        self.pen = self.pens[False]
        self._grids: dict[tuple[Group, Grid], str] = {}
        self._rules: dict[tuple[int, Group], tuple[Rulebook, list[str]]] = {}

    def kept_by(self, passbook: Passbook) -> tuple[str, ...]:
        """The names of the drawings that a passbook's pages show, drawn once for all of them."""
        self.pen = self.pens[passbook.two_products]
        rules = self._rule_pages(passbook.rulebook, passbook.group)
        return (*rules, self._grid(passbook))

    def part(self, passbook: Passbook) -> Part:
        """The inner pages of one member's passbook."""
        *rules, _ = self.kept_by(passbook)
        sheets = list(_sheets(passbook, list(self._rows(passbook)), self.pen.grid))
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
        until = self.words.say(
            "Printed with all lines up to {day}", day=self.words.day(passbook.last)
        )
        cover = passbook_cover.cover_for(paper, passbook, self.size, foot=until)
        paper.ink.use(part.fonts)
        if self.fold is not None:
            self.fold.add_booklet([packed(cover.commands()), *part.pages])
            return
        paper.add(cover)
        for page in part.pages:
            paper.document.add(page)

    def _head(self, passbook: Passbook, page: Page, place: int, pages: int) -> None:
        """Whose page it is, and which one."""
        count = self.words.say(
            "Page {page} of {pages}",
            page=self.words.number(place),
            pages=self.words.number(pages),
        )
        draw_name(page, self.pen.grid, passbook_cover.name_of(passbook.member), count)

    def _rule_pages(self, rulebook: Rulebook, group: Group) -> list[str]:
        """The names of the pages with the rules in short, drawn once for each rulebook."""
        kept = self._rules.get((id(rulebook), group))
        if kept is None:
            names: list[str] = []
            name = short_name("R", rulebook, group, self.size)
            for page in rule_pages(self.paper, rulebook, group, self.pen.grid):
                names.append(f"{name}x{len(names) + 1}")
                self.paper.keep(names[-1], page)
            kept = self._rules[id(rulebook), group] = (rulebook, names)
        return kept[1]

    def _grid(self, passbook: Passbook) -> str:
        """The name of the empty grid of a group, drawn once for each kind of passbook."""
        group, grid = passbook.group, self.pen.grid
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
            texts = self.pen.what(line)
            yield _Row(line, texts[:1])
            for start in range(1, len(texts), 2):
                yield _Row(None, texts[start : start + 2])

    def _sheet(self, passbook: Passbook, sheet: _Sheet) -> Page:
        page, pen = self.paper.page(), self.pen
        page.forms.append(self._grid(passbook))
        place = 0
        lines = (row.line for row in sheet.rows if row.line is not None)
        fit = pen.fit_of(lines, (*(sheet.brought or ()), *(sheet.carried or ())))
        if sheet.brought is not None:
            pen.forward(page, place, pen.brought, sheet.brought, fit)
            place += 1
        for row in sheet.rows:
            if row.line is None:
                pen.go_on(page, place, row.texts)
            else:
                pen.begin(page, place, row.line, row.texts, fit)
            place += 1
        if sheet.carried is not None:
            # In the last row: below a balance nobody shall find room for another line.
            pen.forward(page, pen.grid.rows - 1, pen.carried, sheet.carried, fit)
        return page


def _sheets(passbook: Passbook, rows: Sequence[_Row], grid: Grid) -> Iterator[_Sheet]:
    """The rows cut into pages. A page without room for one more carries the balances forward.

    Its last row is kept for them, on the newest page too: where lines stand depends on the lines
    before them alone, so a page is the same when it is printed again with later lines, and lines
    of a booklet stand in the same places.
    """
    balances: tuple[int, ...] = (passbook.savings_before, passbook.loans_before)
    if grid.two:
        balances = (passbook.savings_before, passbook.voluntary_before, passbook.loans_before)
    brought = balances if any(balances) else None
    while True:
        room = grid.rows - 1 - (brought is not None)
        last = len(rows) <= room
        taken = rows if last else rows[: _cut(rows, room)]
        rows = rows[len(taken) :]
        ends = not last or len(taken) == room
        for row in taken:
            if row.line is not None:
                balances = balances_of(row.line, grid)
        yield _Sheet(brought, tuple(taken), balances if ends else None)
        if last:
            return
        brought = balances


def _cut(rows: Sequence[_Row], room: int) -> int:
    """How many rows go onto a page: a line and its text stay together where one can hold them."""
    for place in range(room, 0, -1):
        if rows[place].line is not None:
            return place
    return room
