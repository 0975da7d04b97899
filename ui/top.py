"""The line at the top: the group, the open meeting, the cash that should be there, the officer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from translations.naming import word
from ui.look import COLOURS
from ui.widgets.buttons import Button, Look
from ui.widgets.icons import icon
from ui.widgets.labels import NarrowLabel, line_label
from ui.widgets.spoken import Spoken

if TYPE_CHECKING:
    from ledger.rules.people import Actor
    from translations import Words
    from ui.models.headline import Headline


class Top(QFrame, Spoken):
    """What must always be in sight.

    `change_actor` asks for the page where another signs in, `search` for the search page,
    `come_back` for today's book while one of a day gone by lies open, `why` where the chosen figure
    comes from, `help` what the page in front is for.
    """

    change_actor = Signal()
    search = Signal()
    come_back = Signal()
    why = Signal()
    help = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top")
        self.group = NarrowLabel("heading")
        self.meeting = line_label()
        self.cash = line_label()
        self.actor = Button(Look.LINK)
        self.look_for = Button(Look.LINK, "search")
        self.look_for.clicked.connect(self.search)
        self.practice = line_label("practice")
        self.past = line_label("practice")
        self.today = Button(Look.LINK)
        self.ask_why = Button(Look.LINK)
        self.ask_help = Button(Look.LINK, "help")
        self.ask_help.clicked.connect(self.help)
        # The cursor must stay on the figure that is asked about.
        self.ask_why.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ask_why.clicked.connect(self.why)
        self.actor.clicked.connect(self.change_actor)
        self.today.clicked.connect(self.come_back)
        self._pictures: dict[QLabel | Button, QLabel] = {}
        self._lay_out()
        for label in (self.practice, self.past, self.today, self.ask_why, self.look_for):
            label.hide()
        self.speak(words)
        for label in self._pictures:
            self._put(label, "")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 18, 7)
        row.setSpacing(8)
        row.addWidget(self.group)
        row.addWidget(self.practice)
        row.addWidget(self.past)
        row.addWidget(self.today)
        row.addStretch(1)
        row.addWidget(self.look_for)
        row.addWidget(self.ask_help)
        row.addWidget(self.ask_why)
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

    def show_headline(self, words: Words, headline: Headline | None, actor: Actor) -> None:
        """Show the facts of the book, or nothing where no book is open."""
        self.group.setText(headline.group if headline else words.say("Thon Ngoen"))
        self.practice.setVisible(bool(headline and headline.practice))
        self.ask_why.setVisible(bool(headline and headline.begun))
        self.look_for.setVisible(bool(headline and headline.begun))
        past = headline.past if headline else None
        self.past.setText(words.say("{day}, read only", day=words.day(past)) if past else "")
        self.past.setVisible(past is not None)
        self.today.setVisible(past is not None)
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
        name = actor.name or words.say("Who is at the desk?")
        if actor.name and past is None:
            name = f"{name} · {word(words, 'role', actor.role.value)}"
        self._put(self.actor, name if headline and headline.begun else "")

    def speak(self, words: Words) -> None:
        """Name what has a name of its own; the facts are shown by `show_headline`."""
        self.practice.setText(words.say("Practice"))
        self.today.setText(words.say("Back to today"))
        self.ask_why.setText("F1")
        self.ask_why.setAccessibleName(words.say("Where does this figure come from?"))
        # At the largest letters there is room for the picture alone.
        self.look_for.setToolTip(words.say("Search the whole book (Ctrl+F)"))
        self.look_for.setAccessibleName(words.say("Search the whole book (Ctrl+F)"))
        self.ask_help.setAccessibleName(words.say("Help on this page (Shift+F1)"))
        self.ask_help.setToolTip(words.say("Help on this page (Shift+F1)"))
        self.ask_why.setToolTip(words.say("Where does this figure come from?"))

    def _picture(self, name: str) -> QLabel:
        label = QLabel()
        label.setPixmap(icon(name, COLOURS["accent"]).pixmap(QSize(20, 20)))
        return label

    def _put(self, label: QLabel | Button, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))
        self._pictures[label].setVisible(bool(text))
