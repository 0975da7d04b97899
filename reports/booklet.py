"""A booklet that is printed on and on: new lines at their places, and the empty booklet for them.

Whatever was printed before is left alone: a page of new lines holds these lines and nothing else,
unless the booklet is of blank paper; then a page gets its grid together with its first line.
"""

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from ledger.rules.booklets import Booklet, BookletPlan, LineNeeds, PageRows, plan_rows
from ledger.rules.kip import Kip
from ledger.statements.booklets import BookletState
from reports import passbook_cover
from reports.document import packed
from reports.folding import Fold
from reports.page import HAIR, MM, Page, Paper, strong, whole_line
from reports.passbook_grid import Grid, draw_grid, draw_name, draw_title, grid_of
from reports.passbook_rows import Fit, RowPen, rows_of_texts, text_lines
from reports.ruled import LINE
from reports.rules_pages import rule_pages
from translations.words import Words

_USUAL: Kip = 9_999_999
"""An amount for which a page of a booklet has room, whatever stands on it so far."""

_NOTES_TOP, _NOTES_BOTTOM = 30 * MM, 12 * MM


@dataclass(frozen=True, slots=True)
class Feed:
    """How a booklet lies in the printer: open, or one page alone; and what is on it already.

    `ruled` booklets have their grid. `right` and `down` shift everything, in tenths of a
    millimetre, for a printer that does not draw in quite the right place.
    """

    open: bool = True
    ruled: bool = True
    right: int = 0
    down: int = 0

    @property
    def shift(self) -> tuple[float, float]:
        """The shift in points, to the right and upwards."""
        return self.right * MM / 10, -self.down * MM / 10


def plan_lines(state: BookletState, words: Words) -> BookletPlan:
    """Where a member's new lines go in these words: the longer their text, the more rows.

    Raises NoBooklet.
    """
    booklet = state.has
    grid = _grid(booklet)
    needs = [
        LineNeeds(rows_of_texts(len(text_lines(line, words, grid))), voluntary=line.voluntary > 0)
        for line in state.fresh
    ]
    return plan_rows(booklet, state.spot, needs)


def print_lines(
    state: BookletState,
    plan: BookletPlan,
    words: Words,
    out: Path,
    feed: Feed,
    *,
    to_look_at: bool = False,
) -> int:
    """Print the planned lines, and nothing else; returns how often the printer is fed.

    Open, the two pages that face each other are one sheet. `to_look_at` has the booklet's own
    pages under the lines, as they will be seen when the lines are on paper. Raises NoBooklet and
    PrinterTrouble.
    """
    printer = _LinePrinter(state, words, feed, under=to_look_at)
    for _, facing in groupby(plan.pages, key=lambda page: printer.sheet_of(page.page)):
        printer.add(list(facing))
    printer.paper.save(out)
    return printer.paper.pages


def print_booklet(state: BookletState, words: Words, out: Path, *, folded: bool = True) -> int:
    """Print a member's booklet before its first line: cover, rules, and pages with empty grids.

    The pages for lines begin at the right, so that page 2 and page 3 face each other. `folded`
    puts two pages on each sheet. Raises NoBooklet and PrinterTrouble; returns the pages of the
    file.
    """
    booklet, passbook = state.has, state.passbook
    size, grid = booklet.size, _grid(booklet)
    sheet = (size.width * MM * (2 if folded else 1), size.height * MM)
    paper = Paper(words, size=sheet, title=words.say("Passbook"))
    number = words.say("Booklet {number}", number=words.number(booklet.number))
    mark = copy_text(booklet, words)
    front = [
        passbook_cover.cover_for(paper, passbook, size, foot=number, mark=mark),
        *rule_pages(paper, passbook.rulebook, passbook.group, grid),
    ]
    if len(front) % 2:
        front.append(_notes(paper, state))
    pages = [packed(page.commands()) for page in front]
    for place in range(1, size.pages + 1):
        page = paper.page()
        _furniture(paper, page, state, place)
        pages.append(packed(page.commands()))
    if folded:
        Fold(paper).add_booklet(pages)
    else:
        for ready in pages:
            paper.document.add(ready)
    paper.save(out)
    return paper.pages


def copy_text(booklet: Booklet, words: Words) -> str:
    """That a booklet stands for a lost one, and which copy it is; nothing for a first one."""
    if not booklet.copy:
        return ""
    return words.say("Copy {number} for a lost booklet", number=words.number(booklet.copy))


def _grid(booklet: Booklet) -> Grid:
    return grid_of(booklet.size, two=booklet.two_kinds)


def _furniture(paper: Paper, page: Page, state: BookletState, place: int) -> None:
    """All that stands on a page of a booklet before its first line."""
    words, booklet, passbook = paper.words, state.has, state.passbook
    grid = _grid(booklet)
    draw_grid(paper, page, passbook.group, grid, with_stamp=False)
    where = words.say(
        "Booklet {number} · page {page}",
        number=words.number(booklet.number),
        page=words.number(place),
    )
    draw_name(page, grid, passbook_cover.name_of(passbook.member), where)
    copy = copy_text(booklet, words)
    if copy:
        page.line(grid.left, 7 * MM, whole_line(copy, strong(8.5), grid.right - grid.left))


def _notes(paper: Paper, state: BookletState) -> Page:
    """A page on which the member or the committee may write what they like."""
    words, grid = paper.words, _grid(state.has)
    page, y = paper.page(), grid.height - _NOTES_TOP
    draw_title(paper, page, state.passbook.group, grid, with_unit=False, with_stamp=False)
    page.line(grid.left, y, whole_line(words.say("Notes"), strong(11), grid.right - grid.left))
    y -= LINE
    while y > _NOTES_BOTTOM:
        page.rule(grid.left, y, grid.right, y, HAIR)
        y -= LINE
    return page


class _LinePrinter:
    """New lines of one booklet, sheet by sheet."""

    def __init__(self, state: BookletState, words: Words, feed: Feed, *, under: bool) -> None:
        booklet = state.has
        self.state, self.feed, self.grid, self.under = state, feed, _grid(booklet), under
        self.width = booklet.size.width * MM
        sheet = (self.width * (2 if feed.open else 1), booklet.size.height * MM)
        self.paper = Paper(words, size=sheet, title=words.say("Passbook"))
        self.pen = RowPen(self.paper, self.grid)

    def sheet_of(self, page: int) -> int:
        """Pages of the same number lie on one sheet: open, an even page and the next one."""
        return page // 2 if self.feed.open else page

    def add(self, facing: list[PageRows]) -> None:
        """One sheet with the rows of one page, or of two that face each other."""
        sheet = self.paper.page()
        right, up = self.feed.shift
        for rows in facing:
            name = f"page{rows.page}"
            self.paper.keep(name, self._page(rows))
            half = self.width if self.feed.open and rows.page % 2 else 0
            if self.under:
                page = self.paper.page()
                _furniture(self.paper, page, self.state, rows.page)
                self.paper.keep(f"under{rows.page}", page)
                sheet.show(f"under{rows.page}", half, 0)
            sheet.show(name, half + right, up)
        self.paper.add(sheet)

    def _page(self, rows: PageRows) -> Page:
        page, pen = self.paper.page(), self.pen
        fit = self._fit(rows)
        if not self.feed.ruled and rows.printed.first_row == 1:
            _furniture(self.paper, page, self.state, rows.page)
        if rows.brought:
            pen.forward(page, 0, pen.brought, self._balances(rows.printed.first_line - 1), fit)
        for number, row in rows.lines:
            line = self.state.passbook.lines[number - 1]
            texts = pen.what(line)
            pen.begin(page, row - 1, line, texts[:1], fit)
            for more, start in enumerate(range(1, len(texts), 2)):
                pen.go_on(page, row + more, texts[start : start + 2])
        if rows.carried:
            last = self.grid.rows - 1
            pen.forward(page, last, pen.carried, self._balances(rows.printed.last_line), fit)
        return page

    def _fit(self, rows: PageRows) -> Fit:
        """The size of the amounts: that of the whole page, with the rows that are on paper already.

        What comes later is not known: the size leaves room for a usual amount, so that a page
        that is printed row by row still has one.
        """
        there = [done for done in self.state.printed if done.page == rows.page]
        first = min(done.first_line for done in (*there, rows.printed))
        lines = self.state.passbook.lines[first - 1 : rows.printed.last_line]
        return self.pen.fit_of(lines, (_USUAL, *self._balances(first - 1)), paid=(_USUAL,))

    def _balances(self, line: int) -> tuple[int, ...]:
        savings, voluntary, loans = self.state.balances_after(line)
        return (savings, voluntary, loans) if self.grid.two else (savings, loans)
