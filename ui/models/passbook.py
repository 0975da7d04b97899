"""A passbook on the screen: the same lines as on paper, each with its mark."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QIcon

from ledger.rules.accounts import VOLUNTARY_SAVINGS
from ledger.rules.days import LAST_DAY
from ledger.rules.kip import Kip
from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber
from ledger.statements.figure import Figure, entry_figure, owed_figure, savings_figure
from ledger.statements.passbook import Passbook, PassbookLine
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.rows import Column
from ui.widgets.icons import icon


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line, or the balances brought forward where `line` is empty. Amounts in kip.

    `taken_back` is the number of the counter-entry that takes the line's entry back. `ends_entry`
    is unset where another line of the same entry follows.
    """

    line: PassbookLine | None
    savings: Kip
    loans: Kip
    taken_back: EntryNumber | None = None
    ends_entry: bool = True
    voluntary: Kip = 0


def rows_of(passbook: Passbook) -> tuple[BookRow, ...]:
    """The lines in the book's order; balances brought forward first, where there are any."""
    backs = {line.reverses: line.number for line in passbook.lines if line.reverses is not None}
    following = [*(line.number for line in passbook.lines[1:]), None]
    rows = [
        BookRow(
            line,
            line.savings,
            line.loans,
            backs.get(line.number),
            line.number != after,
            line.voluntary,
        )
        for line, after in zip(passbook.lines, following, strict=False)
    ]
    before = (passbook.savings_before, passbook.loans_before)
    if any(before) or passbook.voluntary_before:
        rows.insert(0, BookRow(None, *before, voluntary=passbook.voluntary_before))
    return tuple(rows)


def columns_of(words: Words, member: MemberId, *, two: bool = False) -> Sequence[Column[BookRow]]:
    """The columns of a member's passbook; with `two` kinds of savings each has its balance."""

    def entry(row: BookRow) -> Figure | None:
        return entry_figure(row.line.number, row.line.day) if row.line else None

    return (
        Column(words.say("No."), lambda row: words.number(row.line.number) if row.line else ""),
        Column(words.say("Day"), lambda row: words.day(row.line.day) if row.line else ""),
        Column(words.say("What"), lambda row: what(words, row), colour=_pale, icon=_mark),
        Column(
            words.say("Paid in"),
            lambda row: _amount(words, row.line.paid_in if row.line else 0),
            figures=True,
            colour=lambda row: _pale(row) or QColor(COLOURS["good"]),
            figure=entry,
        ),
        Column(
            words.say("Paid out"),
            lambda row: _amount(words, row.line.paid_out if row.line else 0),
            figures=True,
            colour=lambda row: _pale(row) or QColor(COLOURS["bad"]),
            figure=entry,
        ),
        *_balances(words, member, two=two),
    )


def _balances(words: Words, member: MemberId, *, two: bool) -> Sequence[Column[BookRow]]:
    """What she has and owes after each line."""

    def savings(row: BookRow) -> Figure | None:
        whole = row.line if row.ends_entry else None
        return savings_figure(member, LAST_DAY, upto=whole.number) if whole else None

    def owed(row: BookRow) -> Figure | None:
        whole = row.line if row.ends_entry else None
        return owed_figure(member, LAST_DAY, upto=whole.number) if whole else None

    def voluntary(row: BookRow) -> Figure | None:
        whole = row.line if row.ends_entry else None
        if whole is None:
            return None
        return savings_figure(member, LAST_DAY, VOLUNTARY_SAVINGS, upto=whole.number)

    own: Column[BookRow] = Column(
        word(words, "column", "voluntary"),
        lambda row: words.kip(row.voluntary),
        figures=True,
        figure=voluntary,
    )
    return (
        Column(
            words.say("Savings"), lambda row: words.kip(row.savings), figures=True, figure=savings
        ),
        *((own,) if two else ()),
        Column(
            words.say("Still owed"), lambda row: words.kip(row.loans), figures=True, figure=owed
        ),
    )


def what(words: Words, row: BookRow) -> str:
    """What a line is: its kind, the month it is for, and what it takes back."""
    line = row.line
    if line is None:
        return words.say("Brought forward")
    text = word(words, "kind", line.kind.value)
    if line.month is not None:
        text = words.say("{what} for {month}", what=text, month=words.month(line.month))
    if line.reverses is not None:
        number = words.number(line.reverses)
        text = words.say("{what}: line No. {number} taken back", what=text, number=number)
    if row.taken_back is not None:
        number = words.number(row.taken_back)
        text = words.say("{what} (taken back by line No. {number})", what=text, number=number)
    return f"{text} – {line.note}" if line.note.strip() else text


def _amount(words: Words, kip: Kip) -> str:
    return words.kip(kip) if kip else ""


def _pale(row: BookRow) -> QColor | None:
    """What has been taken back, and what takes it back, steps behind the rest."""
    back = row.taken_back is not None or (row.line is not None and row.line.reverses is not None)
    return QColor(COLOURS["muted"]) if back else None


def _mark(row: BookRow) -> QIcon | None:
    if row.line is None:
        return icon("right", COLOURS["muted"])
    if _pale(row) is not None:
        return icon("undo", COLOURS["muted"])
    if row.line.paid_in:
        return icon("money_in", COLOURS["good"])
    return icon("money_out", COLOURS["bad"])
