"""What is asked when the machine failed under the open book: put it right, and go on from there."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMainWindow, QWidget

from ledger.book.trouble import BookDamaged, BookGone, BookMissing, DiskFailed
from ui.desk import Desk
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows

_MAY_BE_SAVED = (BookDamaged, BookGone, BookMissing, DiskFailed)


class ShutQuestion(QDialog):
    """Says what happened; the book is opened again, saved from its copies, or closed.

    `accepted` when it lies open again. `wanted` is the page to go to otherwise.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.wanted = desk, ""
        words = desk.words
        heading, self.what, safe = line_label("heading"), WrapLabel(), WrapLabel(role="muted")
        self.banner = Banner(words)
        self.setWindowTitle(words.say("The book was shut"))
        heading.setText(words.say("The book was shut"))
        self.what.setText(desk.last_sentence)
        safe.setText(
            words.say(
                "Everything that was saved before is on the disk. What you typed still stands on "
                "the page; only the last step was not written."
            )
        )
        self.leave, self.rescue = Button(picture="close"), Button(picture="warn")
        self.again = PrimaryButton("undo")
        self.leave.setText(words.say("Close the book"))
        self.rescue.setText(words.say("Save what can be saved"))
        self.again.setText(words.say("Try again"))
        self.rescue.setVisible(isinstance(desk.last_trouble, _MAY_BE_SAVED))
        acts = QHBoxLayout()
        acts.addWidget(self.leave)
        acts.addStretch(1)
        acts.addWidget(self.rescue)
        acts.addWidget(self.again)
        rows = dialog_rows(self, 14)
        for part in (heading, self.what, safe, self.banner):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(720, 300)
        self.again.clicked.connect(self._try)
        self.leave.clicked.connect(lambda: self._go("welcome"))
        self.rescue.clicked.connect(lambda: self._go("rescue"))
        self.again.setFocus()

    def reject(self) -> None:
        """Esc closes nothing by itself: without a book there is nothing to go back to."""
        if self.wanted:
            super().reject()

    def _try(self) -> None:
        if self.desk.reopen():
            self.accept()
            return
        self.banner.say(self.desk.last_sentence, Tone.BAD)
        self.rescue.setVisible(isinstance(self.desk.last_trouble, _MAY_BE_SAVED))

    def _go(self, place: str) -> None:
        self.wanted = place
        self.reject()


class ShutWatch(QObject):
    """Asks as soon as the book was shut under an act or a page. `go` as a screen's."""

    go = Signal(str, object)

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._asking = False
        # Another turn of the loop: the page says first what became of the act.
        desk.refused.connect(lambda _: QTimer.singleShot(0, self.look))

    def look(self) -> None:
        """Ask once, until the book lies open again or somebody went elsewhere."""
        desk = self._desk
        if self._asking or desk.is_empty or not desk.is_shut:
            return
        self._asking = True
        path = desk.book.path
        dialog = ShutQuestion(desk, self._window)
        opened = bool(dialog.exec())
        dialog.deleteLater()
        self._asking = False
        if opened:
            return
        desk.close()
        desk.opened.emit()
        self.go.emit(dialog.wanted, path if dialog.wanted == "rescue" else None)
