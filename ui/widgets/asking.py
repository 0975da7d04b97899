"""The few questions that stop the work: closing a year, taking an entry back, restoring a copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from translations import Words
from translations.breaks import with_zwsp
from ui.widgets.buttons import Button, Look


def _box(parent: QWidget | None, title: str, sentence: str, detail: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(with_zwsp(sentence))
    box.setInformativeText(with_zwsp(detail))
    box.setMinimumWidth(480)
    return box


def confirm_box(
    parent: QWidget | None,
    words: Words,
    *,
    title: str,
    sentence: str,
    detail: str = "",
    do: str,
    danger: bool = False,
) -> QMessageBox:
    """The question as a dialog, not yet shown; `do` is the verb on its button, never "OK".

    The cursor stands on the way back where the act is dangerous.
    """
    box = _box(parent, title, sentence, detail)
    box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
    act = Button(Look.DANGER if danger else Look.PRIMARY, parent=box)
    act.setText(do)
    back = Button(parent=box)
    back.setText(words.say("Go back"))
    box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(back, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back if danger else act)
    box.setEscapeButton(back)
    return box


def confirm(
    parent: QWidget | None,
    words: Words,
    *,
    title: str,
    sentence: str,
    detail: str = "",
    do: str,
    danger: bool = False,
) -> bool:
    """Ask before an act that cannot be taken back; true where the act was chosen."""
    box = confirm_box(
        parent, words, title=title, sentence=sentence, detail=detail, do=do, danger=danger
    )
    box.exec()
    return box.buttonRole(box.clickedButton()) is QMessageBox.ButtonRole.AcceptRole


def tell(
    parent: QWidget | None, words: Words, *, title: str, sentence: str, detail: str = ""
) -> None:
    """Say something that must be read before the work goes on."""
    box = _box(parent, title, sentence, detail)
    box.setIcon(QMessageBox.Icon.Warning)
    button = Button(Look.PRIMARY, parent=box)
    button.setText(words.say("Understood"))
    box.addButton(button, QMessageBox.ButtonRole.AcceptRole)
    box.exec()
