"""The check of the book: everything is worked out anew and compared, and the result said."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ledger.statements.findings import Finding
from ui.desk import Desk
from ui.look import COLOURS
from ui.messages.findings import finding_sentence
from ui.screens.books.leaf import BookLeaf
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label


class CheckLeaf(BookLeaf):
    """Nothing is changed by it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.start = PrimaryButton("check")
        self.compare = Button(picture="papers")
        self.rescue = Button(Look.DANGER, "warn")
        self.rescue.hide()
        self.left, self.right = (self.rescue, self.compare), (self.start,)
        self._help = WrapLabel()
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._picture = QLabel()
        self._verdict = line_label("heading")
        self._list = QWidget()
        self._list.setStyleSheet("background: transparent")
        self._lines = QVBoxLayout(self._list)
        self._room = QScrollArea()
        self._findings: tuple[Finding, ...] | None = None
        self._arrange()
        self.start.clicked.connect(self._check)
        self.rescue.clicked.connect(lambda: self.go.emit("rescue", self.desk.book.path))
        self.compare.clicked.connect(lambda: self.go.emit("compare", None))

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self._help.setText(
            words.say(
                "Every entry is read again, every sum added up anew, and the seal of every act "
                "compared. Nothing is changed. Check after the computer broke down, before a year "
                "is closed, or whenever somebody asks."
            )
        )
        self.start.setText(words.say("Check the book"))
        self.compare.setText(words.say("Compare with paper"))
        self.rescue.setText(words.say("Save what can be saved"))
        self._say()

    def refresh(self) -> None:
        """What was found belongs to the book as it was then; what is known to be wrong stands."""
        self._findings = self.desk.book.wrong or None
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes because something is wrong sees at once what it is."""
        self.refresh()
        super().showEvent(event)

    def sentences(self) -> list[str]:
        """The verdict and every finding as it stands here."""
        if self._card.isHidden():
            return []
        return [self._verdict.text(), *self._sentences()]

    def _check(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._findings = self.desk.ask(lambda book: book.check())
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._say()
        self.start.setFocus()

    def _sentences(self) -> Sequence[str]:
        found = self._findings or ()
        return [finding_sentence(self.desk.words, finding) for finding in found]

    def _say(self) -> None:
        words, found = self.desk.words, self._findings
        self._card.setVisible(found is not None)
        # An older file is not damaged: two officers decide about it on the page of the copies.
        broken = bool(found) and self.isVisible() and self.desk.book.setback is None
        self.rescue.setVisible(broken)
        if found is None:
            return
        name, colour = ("bad", COLOURS["bad"]) if found else ("good", COLOURS["good"])
        self._picture.setPixmap(icon(name, colour).pixmap(QSize(40, 40)))
        self._verdict.setText(
            words.say_many("{n} thing is wrong", "{n} things are wrong", len(found))
            if found
            else words.say("The book is sound. Every sum and every seal is right.")
        )
        # A sound book needs one line, and no empty room below it.
        self._room.setVisible(bool(found))
        self.rows.setStretchFactor(self._card, 1 if found else 0)
        self.rows.setStretch(self.rows.count() - 1, 0 if found else 1)
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for sentence in self._sentences():
            self._lines.addWidget(WrapLabel(sentence, "bad"))
        self._lines.addStretch(1)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._picture)
        head.addWidget(self._verdict, 1)
        self._room.setWidgetResizable(True)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._room.setWidget(self._list)
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addLayout(head)
        inside.addWidget(self._room, 1)
        self.rows.addWidget(self._help)
        self.rows.addWidget(self._card)
        self.rows.addStretch(1)
        self.setFocusProxy(self.start)
