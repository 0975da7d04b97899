"""The message above a form: what happened or what is wrong, in one sentence, in its place."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from translations import Words
from ui.look import COLOURS
from ui.widgets.buttons import Button, Look
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel
from ui.widgets.spoken import Spoken, restyle


class Tone(StrEnum):
    """How a message is meant."""

    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


TINTS = {Tone.INFO: "accent", Tone.GOOD: "good", Tone.WARN: "warn", Tone.BAD: "bad"}


class Banner(QFrame, Spoken):
    """One sentence with a picture, put into the layout above what it concerns; hidden when empty.

    It hides nothing that must be put right, and goes away by its cross, by Esc, or by the next
    message.
    """

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._text = WrapLabel()
        self._act = Button(Look.LINK)
        self._do: Callable[[], object] | None = None
        self._act.clicked.connect(self._acted)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.clear)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addWidget(self._act)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.speak(words)
        self.hide()

    def say(
        self,
        sentence: str,
        tone: Tone = Tone.INFO,
        *,
        act: str = "",
        do: Callable[[], object] | None = None,
        seconds: int = 0,
    ) -> None:
        """Show a sentence; with `act` a button that does something about it; for so many seconds.

        No seconds mean until it is closed.
        """
        self.setProperty("banner", tone.value)
        restyle(self)
        self._picture.setPixmap(icon(tone.value, COLOURS[TINTS[tone]]).pixmap(QSize(26, 26)))
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self._do = do
        self._act.setText(act)
        self._act.setVisible(bool(act))
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.stop()
        if seconds:
            self._timer.start(seconds * 1000)

    def text(self) -> str:
        """The sentence shown now; "" when there is none."""
        return "" if self.isHidden() else self._text.text()

    def take_focus(self) -> None:
        """Put the cursor on the button of the message."""
        self._act.setFocus()

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._do = None
        self.hide()

    def speak(self, words: Words) -> None:
        """Name the cross in these words."""
        self._close.setToolTip(words.say("Close this message"))
        self._close.setAccessibleName(words.say("Close this message"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the message away."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _acted(self) -> None:
        do = self._do
        self.clear()
        if do is not None:
            do()
