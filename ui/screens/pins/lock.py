"""The desk locks itself: after five minutes in which nothing was touched, or by one key.

A sheet is laid over the whole window; what was half typed lies under it as it was.
"""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.screens.pins.asking import PinQuestion
from ui.screens.pins.forgotten import ForgottenDialog
from ui.widgets.labels import WrapLabel, line_label

IDLE = 5 * 60 * 1_000
"""So many milliseconds without a key or a click lock the desk."""
_TOUCHES = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)


class LockSheet(QWidget):
    """Covers the window, and asks for the PIN of whoever is at the desk."""

    opened = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("lock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        words = desk.words
        self.desk = desk
        title, said = line_label("title"), WrapLabel(role="muted")
        title.setText(words.say("The desk is locked"))
        said.setText(words.say("What was typed lies here as it was. Type your PIN to go on."))
        self.question = PinQuestion(desk, desk.actor)
        middle = QVBoxLayout()
        middle.setSpacing(14)
        for part in (title, said, self.question):
            middle.addWidget(part)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.question.enter)
        middle.addLayout(acts)
        inside = QWidget()
        inside.setLayout(middle)
        inside.setFixedWidth(480)
        rows = QVBoxLayout(self)
        rows.addWidget(inside, 0, Qt.AlignmentFlag.AlignCenter)
        self.question.right.connect(self._open)
        self.question.forgotten.connect(self._forgot)

    def _open(self) -> None:
        self.hide()
        self.opened.emit()
        self.deleteLater()

    def _forgot(self) -> None:
        dialog = ForgottenDialog(self.desk, self.desk.actor, self)
        if dialog.exec():
            self._open()
        dialog.deleteLater()


class Lock(QObject):
    """Watches keys and clicks; locks only where whoever is at the desk has a PIN."""

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.sheet: LockSheet | None = None
        self._back: QWidget | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(IDLE)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.now)
        self.timer.start()
        self.key = QShortcut(QKeySequence("Ctrl+L"), window)
        self.key.activated.connect(self.now)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # The frames of our own windows alone: not every event of every part comes through here.
            app.focusWindowChanged.connect(self._watch)

    def now(self) -> None:
        """Lock the desk, unless it is locked or nobody with a PIN sits at it."""
        desk = self._desk
        locked = self.sheet is not None
        if (
            locked
            or desk.is_empty
            or desk.is_shut
            or not desk.book.begun
            or not desk.has_pin(desk.actor)
        ):
            self.timer.start()
            return
        self._back = QApplication.focusWidget()
        for other in QApplication.topLevelWidgets():
            # A question that stands open is withdrawn: it would lie over the sheet.
            if other is not self._window and other.isVisible() and other.isModal():
                other.close()
        self._hold(under=False)
        sheet = self.sheet = LockSheet(desk, self._window)
        sheet.opened.connect(self._opened)
        sheet.resize(self._window.size())
        sheet.show()
        sheet.raise_()
        sheet.question.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to wait anew with each touch; the sheet grows with the window."""
        if event.type() in _TOUCHES:
            self.timer.start()
        elif event.type() is QEvent.Type.Resize and self.sheet is not None:
            self.sheet.resize(self._window.size())
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _hold(self, *, under: bool) -> None:
        """Let keys and clicks through to what lies under the sheet, or keep them all out."""
        inside = self._window.centralWidget()
        if inside is not None:
            inside.setEnabled(under)
        for shortcut in self._window.findChildren(QShortcut):
            shortcut.setEnabled(under)

    def _opened(self) -> None:
        self.sheet = None
        self._hold(under=True)
        self.timer.start()
        if self._back is not None:
            self._back.setFocus()
