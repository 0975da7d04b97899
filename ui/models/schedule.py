"""A loan's due days and movements as tables."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QColor

from ledger.rules.loan_values import LoanMove, MoveKind
from ledger.statements.loan_schedule import DueRow, DueState
from translations import N_, Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.rows import Column
from ui.widgets.icons import icon

_STATES: Mapping[DueState, tuple[str, str, str]] = {
    DueState.PAID: (N_("Paid"), "check", "good"),
    DueState.LATE: (N_("Overdue"), "warn", "bad"),
    DueState.DUE: (N_("Due now"), "right", "warn"),
    DueState.TO_COME: (N_("To come"), "calendar", "muted"),
}
_KINDS: Mapping[MoveKind, tuple[str, str, str]] = {
    MoveKind.PAY_OUT: ("pay_out", "money_out", "bad"),
    MoveKind.PRINCIPAL: ("principal", "money_in", "good"),
    MoveKind.INTEREST: ("interest", "money_in", "good"),
    MoveKind.FINE: ("late_fine", "money_in", "good"),
    MoveKind.WRITTEN_OFF: ("written_off", "close", "bad"),
    MoveKind.RECOVERED: ("recovered", "money_in", "good"),
    MoveKind.PASSED_ON: ("passed_on", "right", "muted"),
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


def move_columns(words: Words) -> Sequence[Column[LoanMove]]:
    """What has moved on a loan; an amount below zero was taken back."""
    return (
        Column(words.say("Day"), lambda move: words.day(move.day)),
        Column(
            words.say("What"),
            lambda move: move_text(words, move),
            icon=lambda move: icon(
                _KINDS[move.kind][1] if move.kip > 0 else "undo",
                COLOURS[_KINDS[move.kind][2] if move.kip > 0 else "muted"],
            ),
        ),
        Column(words.say("Amount"), lambda move: words.kip(move.kip), figures=True),
    )


def move_text(words: Words, move: LoanMove) -> str:
    """What a movement was."""
    text = word(words, "kind", _KINDS[move.kind][0])
    return text if move.kip > 0 else words.say("{what}, taken back", what=text)
