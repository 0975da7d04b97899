"""The line at the top: the group, the open meeting, the cash that should be there, the officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from translations.naming import word
from ui.look import COLOURS
from ui.widgets.buttons import Button, Look
from ui.widgets.icons import icon
from ui.widgets.labels import line_label
from ui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from ledger.rules.people import Actor
    from translations import Words
    from ui.models.headline import Headline


class Top(QFrame, Spoken):
    """What must always be in sight. `change_actor` asks for the page where another signs in."""

    change_actor = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.group = line_label("heading")
        self.meeting = line_label()
        self.cash = line_label()
        self.actor = Button(Look.LINK)
        self.practice = line_label("practice")
        self.actor.clicked.connect(self.change_actor)
        self._pictures: dict[QLabel | Button, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 18, 7)
        row.setSpacing(8)
        row.addWidget(self.group)
        row.addWidget(self.practice)
        row.addStretch(1)
        shown: tuple[tuple[str, QLabel | Button], ...] = (
            ("calendar", self.meeting),
            ("cash", self.cash),
            ("person", self.actor),
        )
        for picture, label in shown:
            self._pictures[label] = self._picture(picture)
            row.addSpacing(10)
            row.addWidget(self._pictures[label])
            row.addWidget(label)
        self.practice.hide()
        self.speak(words)
        for label in self._pictures:
            self._put(label, "")

    def show_headline(self, words: Words, headline: Headline | None, actor: Actor) -> None:
        """Show the facts of the book, or nothing where no book is open."""
        self.group.setText(headline.group if headline else words.say("Thon Ngoen"))
        self.practice.setVisible(bool(headline and headline.practice))
        sheet = headline.sheet if headline else None
        self._put(
            self.meeting,
            words.say("Meeting {number}", number=sheet.number) + " · " + words.day(sheet.day)
            if sheet
            else "",
        )
        self._put(
            self.cash,
            words.say("Cash should be {kip}", kip=words.money(headline.cash)) if headline else "",
        )
        role = word(words, "role", actor.role.value)
        name = f"{actor.name} · {role}" if actor.name else words.say("Who is at the desk?")
        self._put(self.actor, name if headline and headline.begun else "")

    def speak(self, words: Words) -> None:
        """Name what has a name of its own; the facts are shown by `show_headline`."""
        self.practice.setText(words.say("Practice"))

    def _picture(self, name: str) -> QLabel:
        label = QLabel()
        label.setPixmap(icon(name, COLOURS["accent"]).pixmap(QSize(20, 20)))
        return label

    def _put(self, label: QLabel | Button, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        self._pictures[label].setVisible(bool(text))
