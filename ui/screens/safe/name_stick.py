"""A stick is made one of the group's: which one, and what the group calls it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from ui.desk import Desk
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


class NameStick(QDialog):
    """The sticks that are plugged in, and a line for the name."""

    def __init__(self, desk: Desk, roots: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.root: ChoiceBox = ChoiceBox()
        self.name = QLineEdit()
        self.do = PrimaryButton("check")
        back, said = Button(), WrapLabel()
        self.setWindowTitle(words.say("Name a stick"))
        said.setText(
            words.say(
                "A stick that has a name gets a copy whenever it is plugged in. Take one that the "
                "group keeps apart from this machine."
            )
            if roots
            else words.say("No stick is plugged in. Plug one in and come back.")
        )
        which, called = Field(words, self.root), Field(words, self.name)
        which.name(words.say("Which stick"))
        called.name(words.say("What the group calls it"))
        self.root.offer([(root, str(root)) for root in roots])
        if roots:
            self.root.show_value(roots[0])
        self.do.setText(words.say("Name it"))
        back.setText(words.say("Go back"))
        self.do.setEnabled(False)
        self.name.textChanged.connect(lambda t: self.do.setEnabled(bool(roots and t.strip())))
        self.do.clicked.connect(self.accept)
        back.clicked.connect(self.reject)
        self._lay_out((said, which, called), back)

    def _lay_out(self, parts: tuple[QWidget, ...], back: Button) -> None:
        acts = QHBoxLayout()
        acts.addWidget(back)
        acts.addStretch(1)
        acts.addWidget(self.do)
        heading = line_label("heading")
        heading.setText(self.windowTitle())
        rows = dialog_rows(self, 12)
        for part in (heading, *parts):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(560, 320)


def ask_stick(
    desk: Desk, roots: Sequence[Path], parent: QWidget | None = None
) -> tuple[Path, str] | None:
    """Ask which stick, and its name; nothing where nobody chose one."""
    dialog = NameStick(desk, roots, parent)
    taken = dialog.exec() == QDialog.DialogCode.Accepted
    root, name = dialog.root.value(), dialog.name.text().strip()
    dialog.deleteLater()
    return (root, name) if taken and isinstance(root, Path) else None
