"""The parts of the page: papers and places at the left, the text, and the paper as it will be."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ledger.rules.paper_texts import LoanText
from translations import LANGUAGE_NAMES, Words
from translations.naming import word
from ui.pdf_pages import PdfPages
from ui.pdf_view import PdfView
from ui.screens.paper_texts.editor import PaperTextEdit
from ui.screens.paper_texts.places import PlaceButtons
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import NarrowLabel, WrapLabel, line_label
from ui.widgets.spoken import Spoken

_WHICH = Qt.ItemDataRole.UserRole
_LEFT = 240


class TextParts(QWidget, Spoken):
    """`chosen` carries the paper that was turned to, `spoken` the language that was chosen."""

    chosen = Signal(object)
    spoken = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers = QListWidget()
        self.language = ChoiceBox()
        self.text = PaperTextEdit(words)
        self.places = PlaceButtons()
        self.state, self.problem = WrapLabel(role="muted"), WrapLabel(role="bad")
        self.hint = WrapLabel(role="muted")
        self.view = PdfView(words)
        self.seen = NarrowLabel(role="muted")
        self.speaking = QWidget()
        """The language of the papers, for the row of the page's title."""
        self._language = line_label("muted")
        self._words = words
        self._arrange()
        self.papers.currentItemChanged.connect(self._stood)
        self.language.chosen.connect(self.spoken)

    def speak(self, words: Words) -> None:
        """Name everything in these words."""
        self._words = words
        self.papers.setAccessibleName(words.say("Which paper?"))
        self._language.setText(words.say("Language of the paper"))
        self.language.setAccessibleName(words.say("Language of the paper"))
        self.language.offer(list(LANGUAGE_NAMES.items()))
        self.text.setAccessibleName(words.say("The text"))
        self.hint.setText(
            words.say(
                "The book fills in what stands in braces. The standard text is a beginning: let"
                " somebody of the village who knows the law read yours."
            )
        )

    def show_papers(self, which: LoanText, own: AbstractSet[LoanText]) -> None:
        """List the papers, with a mark at those that have a text of the group's own."""
        words = self._words
        was = self.papers.blockSignals(True)
        self.papers.clear()
        for one in LoanText:
            name = word(words, "loan_paper", one)
            item = QListWidgetItem(f"{name} ✓" if one in own else name)
            item.setData(_WHICH, one.value)
            item.setToolTip(words.say("The group's own text") if one in own else "")
            self.papers.addItem(item)
            if one is which:
                self.papers.setCurrentItem(item)
        self.papers.blockSignals(was)
        # As high as its rows: the places below have the rest.
        rows = sum(self.papers.sizeHintForRow(row) for row in range(self.papers.count()))
        self.papers.setFixedHeight(rows + 2 * self.papers.frameWidth() + 8)

    def show_paper(self, pages: PdfPages, said: str) -> None:
        """Show the paper as it will be; where one was looking, one goes on looking."""
        at = self.view.verticalScrollBar().value()
        self.view.show_pages(pages)
        self.view.verticalScrollBar().setValue(at)
        self.seen.setText(said)

    def drop(self) -> None:
        """Let go of the paper that is shown."""
        self.view.show_pages(None)

    def say_problem(self, sentence: str) -> None:
        """Say under the text what is wrong with it; nothing where nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _stood(self, now: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if now is not None:
            self.chosen.emit(LoanText(now.data(_WHICH)))

    def _arrange(self) -> None:
        beside = QHBoxLayout(self.speaking)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._language)
        beside.addWidget(self.language)
        self.papers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.addWidget(self.papers)
        left.addWidget(self.places, 1)
        middle = QVBoxLayout()
        for part in (self.state, self.text, self.problem, self.hint):
            middle.addWidget(part, 1 if part is self.text else 0)
        right = QVBoxLayout()
        right.addWidget(self.seen)
        right.addWidget(self.view, 1)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        for column, share in ((left, 5), (middle, 9), (right, 9)):
            frame = QFrame()
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            frame.setLayout(column)
            if column is left:
                frame.setMaximumWidth(_LEFT)
            both.addWidget(frame, share)
        self.problem.hide()
