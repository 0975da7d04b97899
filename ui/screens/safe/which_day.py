"""The question which day it is, when the machine's clock does not fit what was written last."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QWidget,
)

from ledger.actions.keeping import confirm_day
from ledger.rules.clock import ClockDoubt, Way
from ledger.rules.permits import Act
from translations import Words
from ui.desk import Desk
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows

LOOK_EVERY = 60_000
"""So many milliseconds between two looks at the clock: a new day, or one that somebody set."""


class DayQuestion(QDialog):
    """Says what the clock says and when the last act was; the day is confirmed, or the clock set.

    It is accepted when there is no doubt any more. Left open, the book can be read and not written.
    """

    def __init__(self, desk: Desk, doubt: ClockDoubt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._doubt = desk, doubt
        words = desk.words
        self.heading, self.day = line_label("heading"), WrapLabel(role="title")
        self.why, how = WrapLabel(), WrapLabel(role="muted")
        self.banner = Banner(words)
        self.setWindowTitle(words.say("Which day is it?"))
        self.heading.setText(words.say("Which day is it?"))
        how.setText(
            words.say(
                "Is the day wrong? Set the clock: in the corner of the screen, click on the time "
                "with the right button and choose the date and time. Then look again."
            )
        )
        self.right, self.later = Button(Look.DANGER, "check"), Button(picture="books")
        self.again = PrimaryButton("calendar")
        self.right.setText(words.say("This day is right"))
        self.later.setText(words.say("Only read for now"))
        self.again.setText(words.say("I have set it: look again"))
        acts = QHBoxLayout()
        acts.addWidget(self.right)
        acts.addStretch(1)
        acts.addWidget(self.later)
        acts.addWidget(self.again)
        rows = dialog_rows(self, 14)
        for part in (self.heading, self.why, self.day, how, self.banner):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(720, 340)
        self.right.clicked.connect(self._confirm)
        self.later.clicked.connect(self.reject)
        self.again.clicked.connect(self._look)
        self._say(words)
        self.again.setFocus()

    def _say(self, words: Words) -> None:
        begin = self.desk.book.books_begin
        possible = begin is None or self._doubt.clock >= begin
        self.right.setEnabled(possible and self.desk.may(Act.CONFIRM_DAY))
        last = words.day(self._doubt.last)
        self.day.setText(words.long_day(self._doubt.clock))
        self.why.setText(
            words.say(
                "The book was written on {last}, but the clock of this machine says an earlier "
                "day. Every meeting and every seal carries the day.",
                last=last,
            )
            if self._doubt.way is Way.BEHIND
            else words.say(
                "The book was written on {last} for the last time, but the clock of this machine "
                "says a day long after it. Every meeting and every seal carries the day.",
                last=last,
            )
        )

    def _confirm(self) -> None:
        day = self._doubt.clock
        if self.desk.do(lambda book, actor: confirm_day(book, actor, day=day)):
            self.accept()
        else:
            self.banner.say(self.desk.last_sentence, Tone.BAD)

    def _look(self) -> None:
        doubt = self.desk.book.clock_doubt
        if doubt is None:
            self.accept()
            return
        self._doubt = doubt
        self._say(self.desk.words)
        self.banner.say(
            self.desk.words.say(
                "The clock still says {day}.", day=self.desk.words.day(doubt.clock)
            ),
            Tone.WARN,
        )


def ask_day(desk: Desk, parent: QWidget | None = None) -> bool:
    """Ask which day it is while the clock is in doubt; whether there is no doubt (any more)."""
    doubt = None if desk.is_empty else desk.book.clock_doubt
    if doubt is None:
        return True
    dialog = DayQuestion(desk, doubt, parent)
    settled = bool(dialog.exec())
    dialog.deleteLater()
    return settled


class DayWatch(QObject):
    """Asks when somebody sits down at the desk, and when the day has changed under her.

    `asked` comes when the question was answered or left.
    """

    asked = Signal()

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._asked: ClockDoubt | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_EVERY)
        self.timer.timeout.connect(self.look)
        self.timer.start()
        desk.opened.connect(self._forget)
        # Another turn of the loop: the page that she comes to is seen first.
        desk.signed_in.connect(lambda: QTimer.singleShot(0, self.look))

    def look(self) -> None:
        """Ask once about each day that does not fit, unless nobody sits here or more is asked."""
        desk = self._desk
        if desk.is_empty or desk.past is not None or not desk.actor.id:
            return
        doubt = desk.book.clock_doubt
        if doubt is None or doubt == self._asked or not self._free():
            return
        self._asked = doubt
        ask_day(desk, self._window)
        self.asked.emit()

    def _forget(self) -> None:
        self._asked = None

    def _free(self) -> bool:
        """Whether the window lies open: nothing is asked over a locked desk or another question."""
        inside = self._window.centralWidget()
        modal = QApplication.activeModalWidget()
        return modal is None and inside is not None and inside.isEnabled()
