"""A loan's due days as tables."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtGui import QColor

from ledger.rules.transfers import LoanId
from ledger.statements.figure import Asked, Figure, due_figure
from ledger.statements.loan_schedule import DueRow, DueState
from translations import N_, Words
from ui.look import COLOURS
from ui.models.rows import Column
from ui.widgets.icons import icon

_STATES: Mapping[DueState, tuple[str, str, str]] = {
    DueState.PAID: (N_("Paid"), "check", "good"),
    DueState.LATE: (N_("Overdue"), "warn", "bad"),
    DueState.DUE: (N_("Due now"), "right", "warn"),
    DueState.TO_COME: (N_("To come"), "calendar", "muted"),
    DueState.GIVEN_UP: (N_("Given up"), "close", "muted"),
}


Pointed = Callable[[DueRow], Figure | None]
"""What a due day's figure is asked about; nothing while the money is not handed over."""


def agreed_columns(words: Words) -> Sequence[Column[DueRow]]:
    """The due days of a loan that is not handed over yet."""
    return _columns(words, lambda _: lambda _: None)


def due_columns(words: Words, loan: LoanId | None, day: date) -> Sequence[Column[DueRow]]:
    """The due days of a loan that runs, with what was paid of each up to a day.

    No loan is named while something of it is in pencil: the book has no entries behind that yet.
    """

    def figure(asked: Asked) -> Pointed:
        return lambda row: None if loan is None else due_figure(asked, loan, row.due, day)

    return (
        *_columns(words, figure),
        Column(
            words.say("Paid"),
            lambda row: words.kip(row.paid),
            figures=True,
            figure=figure(Asked.DUE_PAID),
        ),
        Column(
            words.say("How it stands"),
            lambda row: words.say(_STATES[row.state][0]),
            colour=lambda row: QColor(COLOURS[_STATES[row.state][2]]),
            icon=lambda row: icon(_STATES[row.state][1], COLOURS[_STATES[row.state][2]]),
        ),
    )


def _columns(words: Words, figure: Callable[[Asked], Pointed]) -> tuple[Column[DueRow], ...]:
    return (
        Column(words.say("Due on"), lambda row: words.day(row.due)),
        Column(
            words.say("Principal"),
            lambda row: words.kip(row.principal),
            figures=True,
            figure=figure(Asked.DUE_PRINCIPAL),
        ),
        Column(
            words.say("Interest"),
            lambda row: words.kip(row.interest),
            figures=True,
            figure=figure(Asked.DUE_INTEREST),
        ),
        Column(
            words.say("Together"),
            lambda row: words.kip(row.kip),
            figures=True,
            figure=figure(Asked.DUE_TOGETHER),
        ),
    )
