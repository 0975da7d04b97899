"""The right side of the page: the paper itself, or why none is there yet."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from translations import Words
from ui.pdf_pages import PdfPages
from ui.pdf_view import PdfView
from ui.screens.papers.strip import Strip
from ui.widgets.buttons import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.spoken import Spoken


class _Work(QWidget):
    """How far the making of a paper is, and the way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = WrapLabel()
        self.said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.bar = QProgressBar()
        self.bar.setMinimumWidth(360)
        self.bar.setTextVisible(False)
        self.stop = Button(picture="close")
        rows = QVBoxLayout(self)
        rows.addStretch(1)
        rows.addWidget(self.said)
        for part in (self.bar, self.stop):
            rows.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(2)


class Preview(QWidget, Spoken):
    """`stop` comes when the making is to be stopped, `wanted` when it is to be begun."""

    stop = Signal()
    wanted = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PdfView(words)
        self.strip = Strip(self.view, words)
        self.work = _Work()
        self.empty = EmptyState("papers")
        self.before, self.after = _tool("left"), _tool("right")
        self.smaller, self.larger = _tool("zoom_out"), _tool("zoom_in")
        self.wide = Button(picture="")
        self.place = line_label()
        self.percent = line_label("muted")
        self._words = words
        self._stack = QStackedWidget()
        self._paper = QWidget()
        self._lay_out()
        self._connect()

    # --- what is shown ---------------------------------------------------------------------

    def show_empty(self, sentence: str, button: str = "") -> None:
        """Nothing yet: say why, and with what button it is made."""
        self.view.show_pages(None)
        self.empty.say(sentence, button)
        self._stack.setCurrentWidget(self.empty)

    def show_work(self, sentence: str) -> None:
        """The paper is being made."""
        self.work.said.setText(sentence)
        self.work.bar.setRange(0, 0)
        self._stack.setCurrentWidget(self.work)

    def progress(self, done: int, whole: int) -> None:
        """So many parts of so many are made."""
        self.work.bar.setRange(0, whole)
        self.work.bar.setValue(done)

    def show_pages(self, pages: PdfPages) -> None:
        """The paper is there."""
        self.view.show_pages(pages)
        self._stack.setCurrentWidget(self._paper)

    def show_again(self) -> None:
        """The paper that is there, at the page at which it was looked at before the work."""
        self._stack.setCurrentWidget(self._paper)

    def is_working(self) -> bool:
        """Whether the making of a paper is shown."""
        return self._stack.currentWidget() is self.work

    def speak(self, words: Words) -> None:
        """Name everything in these words."""
        self._words = words
        names = (
            (self.before, words.say("Page before")),
            (self.after, words.say("Next page")),
            (self.smaller, words.say("Smaller")),
            (self.larger, words.say("Larger")),
        )
        for button, text in names:
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.wide.setText(words.say("As wide as the window"))
        self.work.stop.setText(words.say("Stop"))
        self._turned()

    # --- parts -----------------------------------------------------------------------------

    def _turned(self) -> None:
        pages, page = self.view.count(), self.view.page()
        self.place.setText(
            self._words.say(
                "Page {page} of {pages}",
                page=self._words.number(page + 1),
                pages=self._words.number(pages),
            )
        )
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < pages - 1)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self.before)
        tools.addWidget(self.place)
        tools.addWidget(self.after)
        tools.addStretch(1)
        for part in (self.smaller, self.percent, self.larger, self.wide):
            tools.addWidget(part)
        rows = QVBoxLayout(self._paper)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(tools)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self.strip)
        both.addWidget(self.view, 1)
        rows.addLayout(both, 1)
        for page in (self.empty, self.work, self._paper):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.view.go_to(self.view.page() - 1))
        self.after.clicked.connect(lambda: self.view.go_to(self.view.page() + 1))
        self.smaller.clicked.connect(lambda: self.view.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.view.zoom_by(1))
        self.wide.clicked.connect(self.view.fit_width)
        self.strip.wanted.connect(self.view.go_to)
        self.view.turned.connect(lambda _: self._turned())
        self.view.zoomed.connect(self._zoomed)
        self.work.stop.clicked.connect(self.stop)
        self.empty.pressed.connect(self.wanted)

    def _zoomed(self, percent: int) -> None:
        self.percent.setText(self._words.percent(percent * 100))


def _tool(picture: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setIconSize(QSize(22, 22))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
