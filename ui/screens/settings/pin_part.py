"""The PIN of whoever is at the desk, and the sealed codes for a forgotten one."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout

from ledger.actions.pins import give_out_codes, new_codes, set_pin
from ledger.book.change import Topic
from ledger.rules.permits import Act
from translations import N_
from ui.desk import Desk
from ui.screens.pins.codes import CodesDialog
from ui.screens.pins.new_pin import NewPin
from ui.screens.second_person import ask_second
from ui.screens.settings.part import Part
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.pin_edit import PinEdit


class PinPart(Part):
    """Each officer sets her own PIN; a group that wants none simply leaves them out."""

    name = N_("PIN")
    picture = "lock"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.OFFICERS, Topic.PINS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.help = line_label("heading"), WrapLabel(role="muted")
        self.old = PinEdit()
        self.old_field = Field(desk.words, self.old)
        self.pin = NewPin(desk)
        self.drop, self.keep = Button(picture="close"), PrimaryButton("check")
        self.codes_heading, self.codes_help = line_label("heading"), WrapLabel(role="muted")
        self.codes = Button(picture="papers")
        self._lay_out()
        self.keep.clicked.connect(self._keep)
        self.drop.clicked.connect(self._drop)
        self.codes.clicked.connect(self._give_out)
        self.old.returnPressed.connect(self.pin.setFocus)
        self.pin.typed.connect(self.keep.setFocus)
        self.setFocusProxy(self.old)

    def say(self) -> None:
        """Give every part its words."""
        words = self.words
        self.help.setText(
            words.say(
                "With a PIN nobody writes under your name. Whoever has none is let in by the name "
                "alone. After five minutes, or with Ctrl+L, the desk locks itself; what was typed "
                "stays."
            )
        )
        self.old_field.name(words.say("PIN until now"))
        self.pin.say()
        self.drop.setText(words.say("Go without a PIN"))
        self.keep.setText(words.say("Set the new PIN"))
        self.codes_heading.setText(words.say("When a PIN is forgotten"))
        self.codes.setText(words.say("Give out three sealed codes"))
        self.show_book()

    def show_book(self) -> None:
        """Show whose PIN it is, whether she has one, and whether sealed codes are given out."""
        desk, words = self.desk, self.words
        has = desk.has_pin(desk.actor)
        name = desk.actor.name
        self.heading.setText(
            words.say("{name} has a PIN.", name=name)
            if has
            else words.say("{name} has no PIN.", name=name)
        )
        self.old_field.setVisible(has)
        self.drop.setVisible(has)
        self.codes_help.setText(
            words.say("Three codes lie with three officers. New ones make them worthless.")
            if desk.book.sealed_codes()
            else words.say(
                "No codes are given out yet. Without them a forgotten PIN cannot be set anew."
            )
        )
        self.codes.setEnabled(desk.may(Act.GIVE_OUT_CODES))

    def holds_typing(self) -> bool:
        """Whether a PIN was begun and not set."""
        return bool(self.old.text() or self.pin.new.text() or self.pin.again.text())

    def _keep(self) -> None:
        new = self.pin.agreed()
        if new is not None:
            self._set(new, self.words.say("The new PIN holds from now on."))

    def _drop(self) -> None:
        self._set("", self.words.say("From now on your name alone lets you in."))

    def _set(self, new: str, told: str) -> None:
        self.old_field.problem("")
        old = self.old.take()
        if self.desk.do(lambda book, actor: set_pin(book, actor, old=old, new=new)):
            self.pin.clear()
            self.told.emit(told)
        else:
            self.old_field.problem(self.desk.last_sentence)
            self.old.setFocus()
        self.show_book()

    def _give_out(self) -> None:
        words = self.words
        what = words.say("Three new sealed codes are made; the older ones open nothing any more.")
        second = ask_second(self.desk, Act.GIVE_OUT_CODES, what=what, parent=self)
        if second is None:
            return
        codes = new_codes()
        if self.desk.do(
            lambda book, actor: give_out_codes(book, actor, second=second, codes=codes)
        ):
            dialog = CodesDialog(self.desk, codes, self)
            dialog.exec()
            dialog.deleteLater()
            self.show_book()

    def _lay_out(self) -> None:
        for part in (self.heading, self.help, self.old_field, self.pin):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.drop)
        row.addStretch(1)
        row.addWidget(self.keep)
        self.body.addLayout(row)
        self.body.addSpacing(18)
        self.body.addWidget(self.codes_heading)
        self.body.addWidget(self.codes_help)
        under = QHBoxLayout()
        under.addWidget(self.codes)
        under.addStretch(1)
        self.body.addLayout(under)
        self.body.addStretch(1)
