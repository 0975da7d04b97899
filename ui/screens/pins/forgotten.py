"""A forgotten PIN is set anew with two of the three sealed codes, and three new ones are shown."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.pins import new_codes, reset_pin
from ledger.rules.people import Actor
from ui.desk import Desk
from ui.screens.pins.codes import CodesDialog
from ui.screens.pins.new_pin import NewPin
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


class ForgottenDialog(QDialog):
    """Two codes and the new PIN twice; what is wrong is said under the line concerned."""

    def __init__(self, desk: Desk, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.desk, self.actor = desk, actor
        self.first, self.second = NameEdit(words), NameEdit(words)
        self.fields = (Field(words, self.first), Field(words, self.second))
        self.pin = NewPin(desk)
        self.back, self.set_anew = Button(), PrimaryButton("check")
        heading, help_text = line_label("heading"), WrapLabel(role="muted")
        title = words.say("A new PIN for {name}", name=actor.name)
        heading.setText(title)
        self.setWindowTitle(title)
        help_text.setText(
            words.say(
                "Two officers open their envelopes and type their codes. It stands in the history, "
                "and three new codes are printed at once."
            )
        )
        self.fields[0].name(words.say("Code of the first envelope"))
        self.fields[1].name(words.say("Code of another envelope"))
        self.back.setText(words.say("Go back"))
        self.set_anew.setText(words.say("Set the new PIN"))
        self._lay_out(heading, help_text)
        self.back.clicked.connect(self.reject)
        self.set_anew.clicked.connect(self._set)
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self.pin.setFocus)
        self.pin.typed.connect(self.set_anew.setFocus)

    def _set(self) -> None:
        self.fields[1].problem("")
        new = self.pin.agreed()
        if new is None:
            return
        codes, fresh = (self.first.text(), self.second.text()), new_codes()
        # She who forgot hers is whose act it is, whoever sits at the desk now.
        if self.desk.do(
            lambda book, _: reset_pin(book, self.actor, codes=codes, new=new, fresh=fresh)
        ):
            dialog = CodesDialog(self.desk, fresh, self)
            dialog.exec()
            dialog.deleteLater()
            self.accept()
        else:
            self.fields[1].problem(self.desk.last_sentence)

    def _lay_out(self, heading: QWidget, help_text: QWidget) -> None:
        rows = dialog_rows(self, 12)
        for part in (heading, help_text, *self.fields, self.pin):
            rows.addWidget(part)
        rows.addStretch(1)
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.set_anew)
        rows.addLayout(acts)
        self.resize(620, 470)
