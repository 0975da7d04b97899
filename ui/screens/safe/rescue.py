"""The way back from a damaged book: what was found, what can be saved, saving it, and going on.

Nothing is touched until two officers have read what they would get. The damaged file is kept.
"""

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QProgressBar

from ledger.book.book import Book
from ledger.book.salvage import NoSoundCopy, Salvage, find_salvage
from ledger.book.trouble import BookTrouble
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ui import sticks
from ui.bringing_back import beside, put_salvage
from ui.desk import Desk
from ui.errands import Errand
from ui.keeper import keeper_of
from ui.messages import sentence
from ui.messages.copies import missing_line, salvage_lines, salvage_told, state_line
from ui.screens.safe.inside import Inside
from ui.screens.safe.stick_password import ask_password
from ui.screens.screen import Screen
from ui.screens.second_person import ask_second
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel


class RescueScreen(Screen):
    """One card with what was found and what can be saved; below it the way on and the way back."""

    needs_book: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.path: Path | None = None
        self.folders: list[Path] = []
        self.found = Inside()
        self.working = QProgressBar()
        self.other = Button(picture="folder")
        self.unlock = Button(picture="lock")
        self.leave = Button(picture="left")
        self.save = PrimaryButton("check")
        self._help = WrapLabel(role="muted")
        self._salvage: Salvage | None = None
        self._trouble: Exception | None = None
        self._errand: Errand | None = None
        self.working.setRange(0, 0)
        self.working.setTextVisible(False)
        for part in (self._help, self.working, self.found):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.found, 1)
        self.acts.addWidget(self.leave)
        self.acts.addStretch(1)
        self.acts.addWidget(self.unlock)
        self.acts.addWidget(self.other)
        self.acts.addWidget(self.save)
        self.setFocusProxy(self.save)
        self.other.clicked.connect(self._look_elsewhere)
        self.unlock.clicked.connect(self._unlock)
        self.leave.clicked.connect(self._leave)
        self.save.clicked.connect(self._save)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Save what can be saved"))
        self._help.setText(
            words.say(
                "The book is put together anew from the newest sound copy, from what can still be "
                "read in the file, and from the mirror log. First you read what you would get. The "
                "damaged file is kept."
            )
        )
        self.other.setText(words.say("Look in another folder too"))
        self.unlock.setText(words.say("Open the locked copy"))
        self.leave.setText(words.say("Go back"))
        self.save.setText(words.say("Save it and open the book"))
        self._show()

    def show_item(self, item: object) -> None:
        """Look what can be saved of the book in this file; it is closed where it lies open."""
        if not isinstance(item, Path):
            raise TypeError("a file is rescued")
        self.path, self.folders = item, []
        if not self.desk.is_empty:
            # Beside SQLite nobody may read the file of an open book.
            self.desk.close()
            self.desk.opened.emit()
        self.look()

    def look(self) -> None:
        """Put together in memory what can be saved, beside the window."""
        if self.path is None or self._errand is not None:
            return
        self._drop()
        path, folders, keeping = self.path, self._places(), self.desk.keeping
        self._errand = Errand(lambda *_: find_salvage(path, folders=folders, keeping=keeping), self)
        self._errand.done.connect(self._found)
        self._errand.failed.connect(self._not_found)
        self._errand.start()
        self._show()

    def may_leave(self) -> bool:
        """What was put together in memory is let go of; it can be put together again."""
        if self._errand is not None:
            self._errand.wait()
            self._errand.settle()
        self._drop()
        return True

    # --- inside ----------------------------------------------------------------------------

    def _places(self) -> list[Path]:
        """The folders that were named, and every stick that is plugged in."""
        plugged = [stick.copies for stick in sticks.plugged(keeper_of(self.desk).volumes())]
        return [*self.folders, *plugged]

    def _unlock(self) -> None:
        """Build upon the newest locked copy, once somebody has typed its password."""
        path, folders, keeping = self.path, self._places(), self.desk.keeping
        if path is None:
            return

        def attempt(typed: str) -> Salvage:
            return find_salvage(path, folders=folders, keeping=keeping, secret=typed)

        opened = ask_password(self.desk, attempt, self)
        if opened is not None:
            self._drop()
            self._found(opened[1])

    def _asks(self) -> bool:
        """Whether there is a locked copy that would bring back more."""
        if self._salvage is not None:
            return self._salvage.asks_password
        return isinstance(self._trouble, NoSoundCopy) and self._trouble.locked

    def _found(self, salvage: Salvage) -> None:
        self._errand, self._salvage = None, salvage
        if salvage.missing:
            self.warn(missing_line(self.words, salvage))
        else:
            self.banner.clear()
        self._show()
        self.save.setFocus()

    def _not_found(self, trouble: Exception) -> None:
        self._errand = None
        if not isinstance(trouble, NoSoundCopy | BookTrouble):
            raise trouble
        self._trouble = trouble
        self._show()

    def _drop(self) -> None:
        if self._salvage is not None:
            self._salvage.base.close()
        self._salvage = self._trouble = None

    def _show(self) -> None:
        busy, words = self._errand is not None, self.words
        self.working.setVisible(busy)
        self.other.setEnabled(not busy)
        self.save.setEnabled(self._salvage is not None)
        self.unlock.setVisible(self._asks())
        first = [] if self.path is None else [words.say("The book: {path}", path=self.path)]
        if busy:
            first.append(words.say("What can be saved is being looked for …"))
        if self._asks():
            first.append(words.say("There is a copy that is locked with a password."))
        if self._salvage is not None:
            book = Book(self._salvage.base, self.desk.clock)
            first.append(state_line(words, self._salvage.state))
            self.found.show_lines(first, [*salvage_lines(words, self._salvage, book)], good=True)
        else:
            trouble = [] if self._trouble is None else [sentence(words, self._trouble)]
            self.found.show_lines(first, trouble, good=True)

    def _look_elsewhere(self) -> None:
        folder = self.ask_folder()
        if folder is not None:
            self.folders.append(folder)
            self.look()

    def ask_folder(self) -> Path | None:
        """Let the user pick a folder with copies; nothing where she did not."""
        dialog = QFileDialog(self, self.words.say("Look in another folder too"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _save(self) -> None:
        salvage = self._salvage
        if salvage is None or self.path is None:
            return
        agreed = self._two(salvage)
        if agreed is None:
            return
        told = " ".join(salvage_told(self.words, salvage))
        if put_salvage(self.desk, self.path, salvage, agreed):
            self.go.emit("home", told)
            keeper_of(self.desk).copy()

    def _two(self, salvage: Salvage) -> tuple[Actor, Actor] | None:
        """Two officers of the committee as it stands in what was saved."""
        words = self.words
        what = words.say("The book is put together anew, and this takes the place of the file.")
        desk = beside(self.desk, Book(salvage.base, self.desk.clock))
        first = ask_second(
            desk,
            Act.RESTORE,
            what=what,
            title=words.say("Who saves the book?"),
            ask=words.say("Choose your name. A second officer confirms it after you."),
            parent=self,
        )
        if first is None:
            desk.deleteLater()
            return None
        desk.sign_in(first)
        second = ask_second(desk, Act.RESTORE, what=what, parent=self)
        desk.deleteLater()
        return None if second is None else (first, second)

    def _leave(self) -> None:
        self.go.emit("welcome", None)
