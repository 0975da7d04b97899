"""How far the reading of a folder is, and the button that stops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from translations import Words
from ui.widgets.buttons import Button
from ui.widgets.labels import line_label


class ReadingPart(QWidget):
    """Shown while sheets are read. `stop` is the button."""

    stop = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = line_label("heading")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(460)
        self.button = Button(picture="close")
        self.button.clicked.connect(self.stop)
        rows = QVBoxLayout(self)
        rows.setSpacing(14)
        rows.addStretch(1)
        for part in (self.text, self.bar, self.button):
            rows.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(2)

    def say(self, words: Words) -> None:
        """Give every part its words."""
        self.text.setText(words.say("The sheets are being read …"))
        self.bar.setAccessibleName(self.text.text())
        self.button.setText(words.say("Stop reading"))

    def begin(self) -> None:
        """Nothing is read yet."""
        self.bar.setRange(0, 0)

    def progress(self, done: int, whole: int) -> None:
        """So many files of so many are read."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
