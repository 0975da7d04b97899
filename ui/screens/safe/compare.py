"""Compare with paper: the code of any paper is typed, and the book answers for what it held."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout

from ledger.book.change import Change
from ledger.statements.comparison import Comparison
from ui.desk import Desk
from ui.look import COLOURS
from ui.messages.comparison import particulars, verdict
from ui.screens.safe.proof import Proof
from ui.screens.screen import Screen
from ui.widgets.buttons import PrimaryButton
from ui.widgets.field import Field
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label


class CompareScreen(Screen):
    """A line for the code at the left with the answer under it; at the right what a code proves."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.code = QLineEdit()
        self.compare = PrimaryButton("check")
        self.now = WrapLabel()
        self.proof = Proof()
        self.answer = QFrame()
        self._field = Field(desk.words, self.code)
        self._now_name = line_label("muted")
        self._picture = QLabel()
        self._verdict = WrapLabel(role="heading")
        self._lines = QVBoxLayout()
        self._found: Comparison | None = None
        self._arrange()
        self.code.returnPressed.connect(self._compare)
        self.compare.clicked.connect(self._compare)
        self.code.textEdited.connect(self._typed)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Compare with paper"))
        self._field.name(
            words.say("The code on the paper"),
            words.say("Small letters, spaces and hyphens do not matter; O is read as 0, I as 1."),
        )
        self._now_name.setText(words.say("A paper printed now would say"))
        self.compare.setText(words.say("Compare"))
        self.proof.say(words)
        self._say()

    def refresh(self, change: Change | None = None) -> None:
        """Say the code of now; an answer belongs to the book as it was when it was asked."""
        del change
        paper = self.book.paper_code()
        self.now.setText(
            self.words.say(
                "{code}\nact {act}, entry {entry}, {lines} amounts",
                code=paper.code,
                act=self.words.number(paper.act),
                entry=self.words.number(paper.entry),
                lines=self.words.number(paper.lines),
            )
        )
        if self._found is not None and self._found.now != paper:
            self._found = None
        self._say()

    def said(self) -> list[str]:
        """The answer as it stands here; nothing while there is none."""
        if self._found is None:
            return []
        return [verdict(self.words, self._found), *particulars(self.words, self._found)]

    def _typed(self) -> None:
        self.banner.clear()
        self._field.problem("")
        self._found = None
        self._say()

    def _compare(self) -> None:
        text = self.code.text().strip()
        if not text:
            self.code.setFocus()
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._found = self.desk.ask(lambda book: book.compare_with_paper(text))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if self._found is not None:
            self.code.setText(self._found.code)
        self._say()
        self.code.setFocus()

    def _say(self) -> None:
        found = self._found
        self.answer.setVisible(found is not None)
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if found is None:
            return
        name = "good" if found.whole else "bad"
        self._picture.setPixmap(icon(name, COLOURS[name]).pixmap(QSize(40, 40)))
        self._verdict.setText(verdict(self.words, found))
        for line in particulars(self.words, found):
            self._lines.addWidget(WrapLabel(line))

    def _refused(self, sentence: str) -> None:
        """A misread code is said under the line in which it stands."""
        if self.isVisible():
            self._field.problem(sentence)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._verdict, 1)
        self.answer.setProperty("card", True)
        inside = QVBoxLayout(self.answer)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addLayout(self._lines)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self._field)
        left.addWidget(self.answer)
        left.addStretch(1)
        left.addWidget(self._now_name)
        left.addWidget(self.now)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Without this it asks for the height that it would have if it were narrow.
        self.proof.setMinimumHeight(1)
        room.setWidget(self.proof)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(left, 1)
        both.addWidget(room, 1)
        self.body.addLayout(both, 1)
        self.acts.addStretch(1)
        self.acts.addWidget(self.compare)
        self.now.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusProxy(self.code)
