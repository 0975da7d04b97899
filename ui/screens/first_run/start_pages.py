"""The two pages before everything: in which language, and whether a book is there already."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from translations import Words
from ui.widgets.buttons import BigButton, Button, Look
from ui.widgets.labels import WrapLabel, line_label

SELF_NAMES = {"lo": "ພາສາລາວ", "th": "ภาษาไทย", "en": "English"}
"""Each language in its own script: whoever needs one cannot be asked in another."""


class LanguagePage(QWidget):
    """`chosen` carries the language; the two of the villages are the large ones."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, Button] = {
            "lo": BigButton("language"),
            "th": BigButton("language"),
            "en": Button(Look.PLAIN, "language"),
        }
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addStretch(1)
        for language, button in self.buttons.items():
            button.setText(SELF_NAMES[language])
            button.clicked.connect(lambda _=False, code=language: self.chosen.emit(code))
            if language != "en":
                button.setMinimumWidth(300)
                row.addWidget(button)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setSpacing(24)
        rows.addStretch(2)
        rows.addLayout(row)
        rows.addWidget(self.buttons["en"], 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(3)
        self.setFocusProxy(self.buttons["lo"])


_CHOICES = {
    "unlock": "lock",
    "take": "save",
    "rescue": "warn",
    "again": "undo",
    "resume": "right",
    "new": "add",
    "open": "folder",
    "practice": "practice",
}
_ONLY_WHERE_NEEDED = ("unlock", "take", "rescue", "again", "resume")


class ChoicePage(QWidget):
    """New group, a book that is there, or the practice group; `chosen` carries which.

    Above them stands what helps with a book that could not be opened: `offer`.
    """

    chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {name: BigButton(picture) for name, picture in _CHOICES.items()}
        self._explained = {name: WrapLabel(role="muted") for name in _CHOICES}
        self.progress = QProgressBar()
        self._doing = line_label()
        self._words: Words | None = None
        self._group: str | None = None
        self._offered: frozenset[str] = frozenset()
        self._file = ""
        self.cancel = Button(picture="close")
        self.cancel.clicked.connect(self.cancelled)
        rows = QVBoxLayout(self)
        rows.setSpacing(16)
        rows.addStretch(1)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            rows.addLayout(self._row(name, button))
        rows.addLayout(self._working())
        rows.addStretch(2)
        self.work(None)

    def say(self, words: Words, group: str | None) -> None:
        """Name the choices; `group` is the name of the half-entered group, if there is one."""
        self._words, self._group = words, group
        named = group or words.say("a group without a name")
        for name, (verb, sentence) in self._said(words, named).items():
            self.buttons[name].setText(verb)
            self._explained[name].setText(sentence)
        self._doing.setText(words.say("The practice group is being made …"))
        self.cancel.setText(words.say("Stop making it"))
        shown = self._offered | ({"resume"} if group is not None else set())
        for name in _ONLY_WHERE_NEEDED:
            self.buttons[name].setVisible(name in shown)
            self._explained[name].setVisible(name in shown)
        first = next((name for name in _ONLY_WHERE_NEEDED if name in shown), "new")
        self.setFocusProxy(self.buttons[first])

    def _said(self, words: Words, named: str) -> dict[str, tuple[str, str]]:
        """The verb of each choice, and the sentence beside it."""
        return {**self._helping(words), **self._beginning(words, named)}

    def _helping(self, words: Words) -> dict[str, tuple[str, str]]:
        """What helps with a book that could not be opened."""
        return {
            "unlock": (
                words.say("Open the locked copy"),
                words.say(
                    "{file}: its password is asked for. The book is put on this machine; the copy "
                    "stays.",
                    file=self._file,
                ),
            ),
            "take": (
                words.say("Take it to this machine"),
                words.say(
                    "The book {file} is copied and checked; the one there stays.", file=self._file
                ),
            ),
            "rescue": (
                words.say("Save what can be saved"),
                words.say(
                    "The book {file}: from its copies, the mirror log and the file itself.",
                    file=self._file,
                ),
            ),
            "again": (
                words.say("Try to open it again"),
                words.say("The book {file}, once the cause is gone.", file=self._file),
            ),
        }

    def _beginning(self, words: Words, named: str) -> dict[str, tuple[str, str]]:
        """What there is to begin with."""
        return {
            "resume": (
                words.say("Go on where you left off"),
                words.say("Entering {group} is not finished yet.", group=named),
            ),
            "new": (
                words.say("Enter a new group"),
                words.say("Rules, committee, members and balances, page by page. Half an hour."),
            ),
            "open": (
                words.say("Open a book"),
                words.say("A book of this program that lies on this machine or on a stick."),
            ),
            "practice": (
                words.say("Try the practice group"),
                words.say("An invented village with three years of books, for learning."),
            ),
        }

    def offer(self, names: Iterable[str], file: str) -> None:
        """Show what helps with the book in a file that could not be opened; nothing when none."""
        self._offered, self._file = frozenset(names), file
        if self._words is not None:
            self.say(self._words, self._group)

    def explanation(self, name: str) -> str:
        """What stands beside a choice."""
        return self._explained[name].text()

    def work(self, share: tuple[int, int] | None) -> None:
        """Show how far the practice group is made: done, of all; nothing when it is not."""
        for part in (self.progress, self._doing, self.cancel):
            part.setVisible(share is not None)
        for button in self.buttons.values():
            button.setEnabled(share is None)
        if share is not None:
            self.progress.setMaximum(share[1])
            self.progress.setValue(share[0])

    def _row(self, name: str, button: QWidget) -> QHBoxLayout:
        button.setMinimumWidth(330)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addStretch(1)
        row.addWidget(button)
        explained: QLabel = self._explained[name]
        explained.setMinimumWidth(420)
        row.addWidget(explained)
        row.addStretch(1)
        return row

    def _working(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._doing)
        row.addWidget(self.progress)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.progress.setMinimumWidth(300)
        self.progress.setTextVisible(False)
        return row
