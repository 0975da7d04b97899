"""How safe the book is, in a few lines: what the check found, and the newest copy of each place."""

import shutil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.keeper import MEETINGS_WITHOUT_STICK, keeper_of
from ui.look import COLOURS
from ui.messages.findings import finding_sentence
from ui.models.copies import is_bad, place_line, rehearsed_line
from ui.screens.books.at import At, Leaf
from ui.screens.safe.which_day import ask_day
from ui.widgets.buttons import Button, Look
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel

ROOM_LEAST = 200
"""With less room on the disk (MB) the group is warned: copies need more than a book does."""

_MEGABYTE = 1_000_000


class SafeCard(QFrame):
    """`wanted` asks for a page of the window: its name, and what it shows there.

    `alarmed` carries the sentence of what is too serious for a card in the corner.
    """

    wanted = Signal(str, object)
    alarmed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.desk = desk
        self.keeper = keeper_of(desk)
        self.open = Button(Look.LINK, "copy")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._said: list[str] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 10, 16, 8)
        rows.setSpacing(4)
        rows.addLayout(self._rows)
        rows.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self.open.clicked.connect(self._go)
        self.keeper.kept.connect(self.show_state)

    def said(self) -> list[str]:
        """The lines that stand here."""
        return self._said

    def show_state(self) -> None:
        """Read anew how safe the book is."""
        if self.desk.is_empty or not self.desk.book.begun:
            return
        self._clear()
        words, setback = self.desk.words, self.desk.book.setback
        wrong = (*(() if setback is None else (setback,)), *self.keeper.findings)
        for finding in wrong[:1]:
            self._line(finding_sentence(words, finding), bad=True)
        if len(wrong) > 1:
            more = len(wrong) - 1
            self._line(words.say_many("and {n} more thing", "and {n} more things", more), bad=True)
        doubt = self.desk.book.clock_doubt
        if doubt is not None:
            day = words.day(doubt.clock)
            self._line(words.say("Is {day} right? Nothing is written yet.", day=day), bad=True)
        for place in self.keeper.places():
            said = (place_line(words, place), rehearsed_line(words, place))
            line = " ".join(part for part in said if part)
            self._line(line, bad=is_bad(place) and bool(place.act))
        self._say_disk()
        without = 0 if self.desk.book.group.practice else self.keeper.meetings_without_stick()
        if without >= MEETINGS_WITHOUT_STICK:
            self._line(
                words.say("{n} meetings without a copy on a stick.", n=words.number(without)),
                bad=True,
            )
        broken = self._broken()
        self.open.show_picture("check" if broken else "copy" if doubt is None else "calendar")
        self.open.setText(
            words.say("Check the book")
            if broken
            else words.say("Copies")
            if doubt is None
            else words.say("Check the day")
        )
        if wrong:
            self._alarm(finding_sentence(words, wrong[0]))

    def _alarm(self, found: str) -> None:
        words = self.desk.words
        self.alarmed.emit(
            words.say(
                "The book is no longer what was written. {found} From now on it is only read. "
                "Look at all that was found, then save what can be saved.",
                found=found,
            )
            if self._broken()
            else words.say(
                "{found} Nothing is written into it until two officers have decided: put back the "
                "newest copy, or go on with this file.",
                found=found,
            )
        )

    def _say_disk(self) -> None:
        """What is wrong with the disk, or may soon be."""
        words = self.desk.words
        watch = self.desk.book.watch
        if watch is not None and watch.trouble is not None:
            self._line(
                words.say("The mirror log cannot be written. Look whether the disk is full."),
                bad=True,
            )
        free = shutil.disk_usage(self.desk.book.path.parent).free // _MEGABYTE
        if free < ROOM_LEAST:
            self._line(
                words.say("Only {n} MB are free on this disk. Make room.", n=words.number(free)),
                bad=True,
            )

    def _broken(self) -> bool:
        return bool(self.keeper.findings) and self.desk.book.setback is None

    def _go(self) -> None:
        if self._broken():
            self.wanted.emit("books", At(Leaf.CHECK))
        elif self.desk.book.clock_doubt is not None:
            ask_day(self.desk, self.window())
            self.show_state()
        else:
            self.wanted.emit("copies", None)

    def _line(self, sentence: str, *, bad: bool) -> None:
        self._said.append(sentence)
        picture = QLabel()
        name = "warn" if bad else "info"
        picture.setPixmap(icon(name, COLOURS["bad" if bad else "accent"]).pixmap(QSize(20, 20)))
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(sentence, "bad" if bad else ""), 1)
        self._rows.addWidget(inside)

    def _clear(self) -> None:
        self._said = []
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
