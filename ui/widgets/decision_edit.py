"""The line for the number of a decision: the newest ones are offered, and a new one is begun."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from ledger.rules.decisions import Decision
from translations import Words
from translations.sorting import fold
from ui.look import COLOURS
from ui.widgets.buttons import with_key
from ui.widgets.icons import icon
from ui.widgets.kip_edit import NameEdit

_SHOWN = 10
_FIRST_WORDS = 60


def decision_line(decision: Decision) -> str:
    """A decision as every list offers it: its number and the first words of its text."""
    text = " ".join(decision.text.split())
    short = text if len(text) <= _FIRST_WORDS else f"{text[:_FIRST_WORDS].rstrip()}…"
    return f"{decision.number} · {short}"


class DecisionEdit(NameEdit):
    """Type a number, or a word of the decision; those that fit drop down, the newest first.

    The value is the number alone. The plus in the line, or F2, asks for a new decision to be
    written down: `new_wanted` carries the number typed so far, and `take` puts the new one in.
    A number that is not in the minutes stays in the line and is said in the hint.
    """

    new_wanted = Signal(str)

    def __init__(self, words: Words, *, empty: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(words, empty=empty, parent=parent)
        self._lines: dict[str, str] = {}
        self._found: list[str] = []
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._completer.setWidget(self)
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._activated)
        self._new = QAction(icon("add", COLOURS["accent"]), "", self)
        self._new.triggered.connect(self._want_new)
        self.addAction(self._new, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._search)
        self.speak(words)

    def offer(self, decisions: Sequence[Decision]) -> None:
        """Offer these decisions, given in the order in which they were written down."""
        self._lines = {d.number: decision_line(d) for d in reversed(decisions)}

    def take(self, number: str) -> None:
        """Take a decision that has just been written down, as if it had been chosen."""
        self.choose(number)

    def speak(self, words: Words) -> None:
        """Say in these words what the plus does."""
        super().speak(words)
        text = with_key(words.say("Write a new decision"), "F2")
        self._new.setText(text)
        self._new.setToolTip(text)

    def hint(self, value: str) -> str:
        """The first words of the decision, or that the minutes do not have it yet."""
        if value in self._lines:
            return self._lines[value].partition(" · ")[2]
        return self._words.say("Not in the minutes yet. Press F2 to write it down.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 writes a new one; arrow down or F4 shows what there is, Enter takes one of them."""
        if event.key() == Qt.Key.Key_F2:
            self._want_new()
        elif event.key() == Qt.Key.Key_Escape and self._popup.isVisible():
            self._popup.hide()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self._search("" if self.text() == self._shown else self.text())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._popup.isVisible():
            self._choose_shown()
        else:
            super().keyPressEvent(event)

    def _want_new(self) -> None:
        self._popup.hide()
        typed = self.text().strip()
        self.new_wanted.emit("" if typed in self._lines else typed)

    def _search(self, text: str) -> None:
        wanted = fold(text)
        self._found = [n for n, line in self._lines.items() if wanted in fold(line)]
        self._list.setStringList([self._lines[number] for number in self._found])
        if self._found:
            self._completer.complete()
        else:
            self._popup.hide()

    def _choose_shown(self) -> None:
        row = self._popup.currentIndex().row()
        self._popup.hide()
        if row >= 0:
            self.choose(self._found[row])
        else:
            self._finished()

    def _activated(self, line: str) -> None:
        self.choose(line.partition(" · ")[0])

    def _finished(self) -> None:
        if not self._popup.isVisible():
            super()._finished()
