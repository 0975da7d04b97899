"""A loan's due days as tables."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QColor

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


def agreed_columns(words: Words) -> Sequence[Column[DueRow]]:
    """The due days of a loan that is not handed over yet."""
    return (
        Column(words.say("Due on"), lambda row: words.day(row.due)),
        Column(words.say("Principal"), lambda row: words.kip(row.principal), figures=True),
        Column(words.say("Interest"), lambda row: words.kip(row.interest), figures=True),
        Column(words.say("Together"), lambda row: words.kip(row.kip), figures=True),
    )


def due_columns(words: Words) -> Sequence[Column[DueRow]]:
    """The due days of a loan that runs, with what was paid of each."""
    return (
        *agreed_columns(words),
        Column(words.say("Paid"), lambda row: words.kip(row.paid), figures=True),
        Column(
            words.say("How it stands"),
            lambda row: words.say(_STATES[row.state][0]),
            colour=lambda row: QColor(COLOURS[_STATES[row.state][2]]),
            icon=lambda row: icon(_STATES[row.state][1], COLOURS[_STATES[row.state][2]]),
        ),
    )
