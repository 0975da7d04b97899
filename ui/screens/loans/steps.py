"""The four steps of a loan in one line: asked for, decided, handed over, paid back."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ledger.rules.loan_values import LoanStage, MoveKind
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.money_way import LoanNow
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label


class Walked(StrEnum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"
    REFUSED = "refused"


_PICTURES = {
    Walked.DONE: ("check", "good"),
    Walked.NOW: ("right", "accent"),
    Walked.AHEAD: ("calendar", "edge"),
    Walked.REFUSED: ("close", "bad"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, what was done and how far it is."""

    name: str
    detail: str
    walked: Walked


class Steps(QFrame):
    """The steps side by side, each with a picture, its name and the facts below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._pictures = [QLabel() for _ in range(4)]
        self._names = [line_label("heading") for _ in range(4)]
        self._details = [WrapLabel(role="muted") for _ in range(4)]
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(16)
        for picture, name, detail in zip(self._pictures, self._names, self._details, strict=True):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(name)
            words.addWidget(detail)
            words.addStretch(1)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)

    def show_steps(self, steps: tuple[Step, ...]) -> None:
        """Show the four steps."""
        for k, step in enumerate(steps):
            name, tint = _PICTURES[step.walked]
            self._pictures[k].setPixmap(icon(name, COLOURS[tint]).pixmap(QSize(28, 28)))
            self._names[k].setText(step.name)
            self._details[k].setText(step.detail)

    def text(self) -> str:
        """All of it in reading order."""
        said = zip(self._names, self._details, strict=True)
        return "\n".join(f"{name.text()}: {detail.text()}" for name, detail in said)


def steps_of(words: Words, now: LoanNow) -> tuple[Step, ...]:
    """The steps of a loan as it stands."""
    return (_asked(words, now), _decided(words, now), _handed(words, now), _back(words, now))


def _asked(words: Words, now: LoanNow) -> Step:
    request = now.loan.request
    detail = f"{words.day(request.day)}\n{words.money(request.kip)}"
    return Step(words.say("Asked for"), detail, Walked.DONE)


def _decided(words: Words, now: LoanNow) -> Step:
    decision, name = now.loan.decision, words.say("Decided")
    if decision is None:
        return Step(name, words.say("The committee decides next."), Walked.NOW)
    head = f"{words.say('No. {number}', number=decision.number)} · {words.day(decision.day)}"
    if not decision.approved:
        said = " · ".join(filter(None, (head, words.say("refused"), decision.reason)))
        return Step(name, said, Walked.REFUSED)
    return Step(name, f"{head}\n{words.money(decision.kip)}", Walked.DONE)


def _handed(words: Words, now: LoanNow) -> Step:
    name, stage = words.say("Handed over"), now.state.stage
    if stage in {LoanStage.REQUESTED, LoanStage.REFUSED}:
        return Step(name, "", Walked.AHEAD)
    if stage is LoanStage.APPROVED:
        return Step(name, words.say("The money waits in the box."), Walked.NOW)
    days = [move.day for move in now.pencilled.moves if move.kind is MoveKind.PAY_OUT]
    in_ink = any(move.kind is MoveKind.PAY_OUT for move in now.loan.moves)
    pencil = "" if in_ink else words.say("in pencil")
    return Step(name, " · ".join(filter(None, (words.day(max(days)), pencil))), Walked.DONE)


def _back(words: Words, now: LoanNow) -> Step:
    name, state = words.say("Paid back"), now.state
    if state.stage is LoanStage.REPAID:
        last = max(move.day for move in now.pencilled.moves)
        return Step(name, words.say("Finished on {day}", day=words.day(last)), Walked.DONE)
    if state.stage in {LoanStage.WRITTEN_OFF, LoanStage.PASSED_ON}:
        last = max(move.day for move in now.pencilled.moves)
        return Step(word(words, "loan_stage", state.stage.value), words.day(last), Walked.REFUSED)
    if state.stage is not LoanStage.PAID_OUT:
        return Step(name, "", Walked.AHEAD)
    owed = words.say("still owed {kip}", kip=words.money(state.principal))
    until = words.say("until {day}", day=words.day(state.last_due)) if state.last_due else ""
    return Step(name, "\n".join(filter(None, (owed, until))), Walked.NOW)
