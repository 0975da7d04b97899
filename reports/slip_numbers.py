"""The list of all receipt numbers on A4: each with its paper, the void ones, and the sums."""

from collections.abc import Sequence
from pathlib import Path

from ledger.rules.transfers import Kind
from ledger.statements.slip_numbers import NumberRow, NumbersPaper, Run
from ledger.statements.slips import SlipKind
from reports.flow import Flow
from reports.forward import sums_forward
from reports.shell import Said, Shell
from reports.slip_words import TITLES
from reports.spans import days_text, numbers_text
from reports.style import BODY, MM, TABLE, strong, thin
from reports.tables import (
    Column,
    Look,
    Row,
    Table,
    amount_cell,
    phrase_cell,
    words_cell,
)
from translations.marks import N_
from translations.naming import word
from translations.words import Words

_LOOK = Look(size=9)
_WHO, _PAPER = 1, 3
"""The places of two columns: for whom, and which paper."""
_AROUND = 3.4 * MM
_COUNTS = 110 * MM
_BEFORE_COUNTS, _NOTE = 5 * MM, 12 * MM
_OF_THE_BOX = frozenset({Kind.CASH_OVER, Kind.CASH_SHORT})
_NEEDS_NONE = N_("No paper needed: moved within the group, or cash over or short")
_WITHIN = N_("No paper: moved within the group, or cash over or short. It is not in the totals.")


def print_slip_numbers(given: NumbersPaper, words: Words, out: Path) -> int:
    """Print the list into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = (
        words.say("Void receipts and vouchers")
        if given.void_only
        else words.say("List of receipt numbers")
    )
    # Days that are still to come have no numbers yet.
    until = max(given.first, min(given.last, given.printed))
    days = days_text(words, given.first, until)
    shell = Shell(words, Said(given.group, title, given.printed, later=f"{title} · {days}"))
    flow = shell.flow
    shell.head(days)
    if given.rows:
        shell.facts(
            numbers_text(words, given.rows[0].number, given.rows[-1].number),
            words.say("Void: {n}", n=words.number(given.void)),
            words.say("Amounts in {unit}", unit=words.unit),
        )
    flow.gap(4 * MM)
    rows = [_row(words, row) for row in given.shown]
    counts = _counts(words, given)
    within = any(row.kind is None for row in given.shown)
    # The counts do not stand alone on a page: the last rows are on it with them.
    below = _counts_height(flow, counts) + (_NOTE if within else 0)
    table = Table(flow, _columns(words, flow.width, rows), _LOOK)
    if rows:
        table.draw(rows, sums_forward(words), below=below)
    else:
        flow.text(_none(words, given), thin(BODY))
    if within:
        flow.gap(1.5 * MM)
        flow.text(words.say(_WITHIN), thin(TABLE))
    _draw_counts(flow, given, counts)
    return shell.save(out)


def _none(words: Words, given: NumbersPaper) -> str:
    """Of what there is none: below it stand the counts of all numbers, void or not."""
    if given.void_only:
        return words.say("No receipt and no voucher is void.")
    return words.say("No number was given in this time.")


def _columns(words: Words, width: float, rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns as wide as what stands in them: all that is left is for whom and what for."""
    names = [N_("No."), N_("For whom, what for"), N_("Day"), N_("Kind of paper")]
    heads = [*map(words.say, names), words.say("Came in"), words.say("Went out")]
    sums = [sum(row.sums[place] or 0 for row in rows) for place in (-2, -1)]
    totals = ["", "", "", "", *map(words.kip, sums)]
    # The head over "receipt" and "voucher" is longer than both, and has two lines.
    wholes = [*heads]
    wholes[_PAPER] = max(words.pieces(heads[_PAPER]), key=len)
    widths = [
        _width([head, total], [(row.cells[place].text, row.strong) for row in rows])
        for place, (head, total) in enumerate(zip(wholes, totals, strict=True))
    ]
    widths[_WHO] = 0.0
    widths[_WHO] = width - sum(widths)
    return tuple(
        Column(head, one, amounts=place > _PAPER)
        for place, (head, one) in enumerate(zip(heads, widths, strict=True))
    )


def _width(firm: Sequence[str], texts: Sequence[tuple[str, bool]]) -> float:
    """How wide a column is for what is strong in it, and for its (text, whether strong)."""
    found = [(text, True) for text in firm] + [
        (line, is_strong) for text, is_strong in texts for line in text.split("\n")
    ]
    styles = {True: strong(_LOOK.size), False: thin(_LOOK.size)}
    return max(styles[is_strong].width(text) for text, is_strong in found) + _AROUND


def _row(words: Words, row: NumberRow) -> Row:
    paper = words.say(TITLES[row.kind]) if row.kind else words.say("no paper:\nwithin the group")
    if row.kind is None and not _OF_THE_BOX.isdisjoint(row.kinds):
        # What the box has too much or too little did not move within the group.
        paper = words.say("no paper")
    if row.taken_back is not None:
        void = words.say("VOID – No.\u00a0{number}", number=row.taken_back.number)
        paper = f"{paper}\n{void}"
    elif row.takes_back is not None:
        back = words.say("of No.\u00a0{number}", number=row.takes_back)
        paper = f"{paper}\n{back}"
    kinds = ", ".join(word(words, "kind", kind.value) for kind in row.kinds)
    whose = row.party
    if row.member is not None:
        whose = f"{row.member.number} {row.member.title} {row.member.name}".replace("  ", " ")
    note = "" if row.note == row.party else row.note
    # The dot goes with what it stands before: no line ends with one.
    what = " ·\u00a0".join(filter(None, (whose, kinds, note)))
    nothing = "" if row.kind else "–"
    return Row(
        (
            words_cell(str(row.number)),
            phrase_cell(what),
            words_cell(words.day(row.day)),
            words_cell(paper),
            *(amount_cell(words.kip(kip) if kip else nothing) for kip in (row.came, row.went)),
        ),
        strong=row.taken_back is not None,
        sums=(None, None, None, None, row.came, row.went),
        number=str(row.number),
    )


def _counts(words: Words, given: NumbersPaper) -> list[Row]:
    """How many of each paper there are: together as many as there are numbers, or some are lost."""
    counts = [(words.say(TITLES[kind]), given.count(kind)) for kind in SlipKind]
    counts.append((words.say(_NEEDS_NONE), given.count(None)))
    elsewhere, missing = _runs(given.elsewhere), _runs(given.missing)
    if given.elsewhere:
        said = words.say("Numbers of entries dated otherwise: {numbers}", numbers=elsewhere)
        counts.append((said, _length(given.elsewhere)))
    if given.missing:
        said = words.say("These numbers are missing in the book: {numbers}", numbers=missing)
        counts.append((said, _length(given.missing)))
    lost = len(counts) - 1 if given.missing else None
    rows = [
        _count(words, said, count, firm=place == lost) for place, (said, count) in enumerate(counts)
    ]
    if given.rows:
        first, last = given.rows[0].number, given.rows[-1].number
        whole = words.say("Total: No. {first} to {last}", first=first, last=last)
        rows.append(_count(words, whole, sum(count for _, count in counts), firm=True))
    return rows


def _counts_table(flow: Flow) -> Table:
    words = flow.paper.words
    columns = (
        Column(words.say("Kind of paper"), _COUNTS - 28 * MM),
        Column(words.say("How many there are"), 28 * MM, amounts=True),
    )
    return Table(flow, columns, _LOOK)


def _counts_height(flow: Flow, rows: Sequence[Row]) -> float:
    """How high the counts are with the room around them; never more than a page holds."""
    high = _counts_table(flow).height(rows) + _BEFORE_COUNTS + 8 * MM
    return min(high, flow.whole / 2)


def _draw_counts(flow: Flow, given: NumbersPaper, rows: Sequence[Row]) -> None:
    words = flow.paper.words
    flow.gap(_BEFORE_COUNTS)
    flow.need(_counts_height(flow, rows) - _BEFORE_COUNTS)
    _counts_table(flow).draw(rows)
    flow.gap(1.5 * MM)
    if given.rows and not given.missing:
        first, last = given.rows[0].number, given.rows[-1].number
        whole = words.say(
            "The book has every number from {first} to {last}.", first=first, last=last
        )
        flow.text(f"{whole} {words.say('No number is missing.')}", strong(BODY))


def _count(words: Words, said: str, count: int, *, firm: bool = False) -> Row:
    return Row((words_cell(said), amount_cell(words.number(count))), strong=firm)


def _length(runs: Sequence[Run]) -> int:
    return sum(last - first + 1 for first, last in runs)


def _runs(runs: Sequence[Run]) -> str:
    return ", ".join(str(one) if one == last else f"{one}–{last}" for one, last in runs)
