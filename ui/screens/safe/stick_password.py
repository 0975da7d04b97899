"""The password of a stick: set, taken away, and asked for; and the sheet for the forgotten one."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.book.trouble import BookTrouble
from ledger.rules.refusals import Refusal
from ledger.rules.stick_password import check_password
from reports.recovery_sheet import draw_recovery_sheet, sheet_sentences
from ui.desk import Desk
from ui.messages import sentence
from ui.screens.slips import SlipsDialog
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.pin_edit import PinEdit

T = TypeVar("T")


class SetPassword(QDialog):
    """Two lines for a new password. `password` is it, or "" where the copies are to be open."""

    def __init__(self, desk: Desk, *, locked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.desk = desk
        self.password: str | None = None
        self.new, self.again = PinEdit(), PinEdit()
        self.new_field, self.again_field = Field(words, self.new), Field(words, self.again)
        self.leave_open, self.do = Button(Look.DANGER, "close"), PrimaryButton("lock")
        about, back = WrapLabel(), Button()
        self.setWindowTitle(words.say("Password for the stick"))
        about.setText(
            words.say(
                "Copies on this stick then open only with the password: whoever finds the stick "
                "reads nothing. The copies on this machine stay open. A forgotten password cannot "
                "be found again: only the recovery sheet, which is printed now, opens the copies."
            )
        )
        self.new_field.name(words.say("New password, ten letters or more"))
        self.again_field.name(words.say("The password once more"))
        self.leave_open.setText(words.say("Copies without a password"))
        self.leave_open.setVisible(locked)
        self.do.setText(words.say("Set the password"))
        back.setText(words.say("Go back"))
        self.do.clicked.connect(self._set)
        self.leave_open.clicked.connect(self._without)
        back.clicked.connect(self.reject)
        _lay_out(self, (about, self.new_field, self.again_field), (back, self.leave_open), self.do)

    def _set(self) -> None:
        words = self.desk.words
        self.new_field.problem("")
        self.again_field.problem("")
        try:
            password = check_password(self.new.text())
        except Refusal as refusal:
            self.new_field.problem(sentence(words, refusal))
            self.new.setFocus()
            return
        if self.again.text() != self.new.text():
            self.again_field.problem(words.say("The two are not the same. Type it again."))
            self.again.setFocus()
            return
        self.password = password
        self.accept()

    def _without(self) -> None:
        self.password = ""
        self.accept()


class RecoverySheet(SlipsDialog):
    """The code is kept nowhere: when this is closed, only the paper has it."""

    def __init__(self, desk: Desk, code: str, stick: str, parent: QWidget | None = None) -> None:
        words = desk.words
        about = " ".join((*sheet_sentences(words)[:2], words.say("It is shown only this once.")))
        super().__init__(desk, words.say("Recovery sheet"), about, parent)
        self._code, self._stick = code, stick
        self.name(
            [(words.say("Code for the stick “{name}”", name=stick), code)],
            words.say("Print the sheet"),
            words.say("The sheet is put away"),
        )

    def draw(self) -> bytes:
        """Draw the sheet."""
        desk = self.desk
        return draw_recovery_sheet(
            self._code, self._stick, desk.book.group, desk.words, day=desk.today()
        )


class AskPassword(QDialog):
    """A line for the password of a copy, asked until `attempt` goes well with it."""

    def __init__(
        self, desk: Desk, attempt: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        words = desk.words
        self.desk, self._attempt = desk, attempt
        self.line = PinEdit()
        self.field = Field(words, self.line)
        self.do = PrimaryButton("check")
        about, back = WrapLabel(), Button()
        self.setWindowTitle(words.say("Password of the copy"))
        about.setText(
            words.say(
                "This copy is locked. Type its password, or the code of its recovery sheet. "
                "Without one of them nobody can open it."
            )
        )
        self.field.name(words.say("Password of the copy"))
        self.do.setText(words.say("Open the copy"))
        back.setText(words.say("Go back"))
        self.do.clicked.connect(self._try)
        back.clicked.connect(self.reject)
        _lay_out(self, (about, self.field), (back,), self.do)

    def _try(self) -> None:
        try:
            self._attempt(self.line.text())
        except (Refusal, BookTrouble) as trouble:
            self.field.problem(sentence(self.desk.words, trouble))
            self.line.selectAll()
            self.line.setFocus()
            return
        self.accept()


def ask_password(
    desk: Desk, attempt: Callable[[str], T], parent: QWidget | None = None
) -> tuple[str, T] | None:
    """Ask until `attempt` goes well with what was typed; nothing where nobody knew it."""
    results: list[tuple[str, T]] = []
    dialog = AskPassword(desk, lambda typed: results.append((typed, attempt(typed))), parent)
    dialog.exec()
    dialog.deleteLater()
    return results[-1] if results else None


def _lay_out(
    dialog: QDialog, parts: tuple[QWidget, ...], left: tuple[QWidget, ...], do: QWidget
) -> None:
    acts = QHBoxLayout()
    for button in left:
        acts.addWidget(button)
    acts.addStretch(1)
    acts.addWidget(do)
    rows = dialog_rows(dialog, 12)
    heading = line_label("heading")
    heading.setText(dialog.windowTitle())
    rows.addWidget(heading)
    for part in parts:
        rows.addWidget(part)
    rows.addStretch(1)
    rows.addLayout(acts)
    dialog.resize(620, 340)
