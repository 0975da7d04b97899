"""The first run: language, then a new group step by step, a book that is there, or practice."""

import re
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QFileDialog, QStackedWidget

from ledger.book.change import Change
from ledger.book.salvage import sound_copy
from ledger.book.trouble import BookTrouble
from ledger.rules.refusals import Refusal
from ui import settings
from ui.bringing_back import put_here, take_here
from ui.desk import Desk
from ui.errands import Errand
from ui.messages import sentence
from ui.screens.first_run import practice
from ui.screens.first_run.draft import Draft, DraftFile
from ui.screens.first_run.remedies import place, remedies
from ui.screens.first_run.start_pages import SELF_NAMES, ChoicePage, LanguagePage
from ui.screens.first_run.steps import Steps
from ui.screens.safe.stick_password import ask_password
from ui.screens.screen import Screen
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, Look, PrimaryButton

DRAFT_NAME = "new_group.json"
_NOT_IN_NAMES = r'[\x00-\x1f<>:"/\\|?*]'
"""Letters that no file may have in its name on one system or another."""


class FirstRunScreen(Screen):
    """Language → new group, open or practice → the steps → the books begin.

    What is typed lies in a draft on this machine after every change, so that each page can be
    left, also by a power cut, and taken up again.
    """

    needs_book: ClassVar[bool] = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file = DraftFile(desk.settings.folder / DRAFT_NAME)
        self._errand: Errand | None = None
        self.language = LanguagePage()
        self.choice = ChoicePage()
        self.steps = Steps(desk.words, desk.today)
        self._stack = QStackedWidget()
        for page in (self.language, self.choice, self.steps):
            self._stack.addWidget(page)
        self.body.addWidget(self._stack, 1)
        self.speak_other = Button(Look.LINK, "language")
        self.beside_title.addWidget(self.speak_other)
        self.leave = Button(picture="home")
        self.back = Button(picture="left")
        self.forward = PrimaryButton("right")
        self.acts.addWidget(self.leave)
        self.acts.addStretch(1)
        self.acts.addWidget(self.back)
        self.acts.addWidget(self.forward)
        self._connect()
        self.see(self.choice if desk.settings.language else self.language)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.speak_other.setText(" · ".join(SELF_NAMES.values()))
        self.speak_other.setAccessibleName(words.say("Language"))
        self.leave.setText(words.say("Leave it for later"))
        self.back.setText(words.say("Go back"))
        self.steps.say(words)
        self._say_choice()
        self._name()

    def refresh(self, change: Change | None = None) -> None:
        """Look whether a half-entered group is there."""
        self._say_choice()

    def books(self) -> Path:
        """The folder in which new books are made."""
        return settings.books_folder()

    # --- what is chosen --------------------------------------------------------------------

    def _connect(self) -> None:
        self.language.chosen.connect(self._speak)
        self.choice.chosen.connect(self._choose)
        self.choice.cancelled.connect(self._stop)
        self.desk.refused.connect(lambda _: self._say_choice())
        self.speak_other.clicked.connect(lambda: self.see(self.language))
        self.leave.clicked.connect(self._leave)
        self.back.clicked.connect(self.steps.back)
        self.forward.clicked.connect(self._forward)
        self.steps.kept.connect(self._keep)
        self.steps.moved.connect(self._name)

    def _speak(self, language: str) -> None:
        self.desk.speak(language)
        # The language may be the one that is spoken already, and nothing else would move.
        self.see(self.choice)

    def _choose(self, what: str) -> None:
        if what == "resume":
            self.enter(self._file.load() or Draft())
        elif what == "new":
            self._file.drop()
            self.enter(Draft())
        elif what == "open":
            self._open()
        elif what == "rescue":
            self.go.emit("rescue", place(self.desk))
        elif what == "again":
            self._again()
        elif what == "take":
            self._take()
        elif what == "unlock":
            self._unlock()
        else:
            self._practise()

    def put_book_away(self) -> None:
        """Close the book that was open: amounts are written the new group's way from now on.

        The next start of the program leads here again, and not to that book.
        """
        if not self.desk.is_empty:
            self.desk.close()
            self.desk.settings.last_book = None
            self.desk.opened.emit()

    def enter(self, draft: Draft) -> None:
        """Take a half-entered group up where it was left; no other book lies beside it."""
        self.put_book_away()
        self.desk.write_money(draft.money_format)
        self.steps.show_draft(draft)
        self.see(self.steps)
        self.steps.page().setFocus()

    def _leave(self) -> None:
        self._keep(self.steps.page().taken(self.steps.draft))
        self.see(self.choice)

    def _keep(self, draft: Draft) -> None:
        try:
            self._file.keep(draft)
        except OSError as trouble:
            self.banner.say(
                self.words.say(
                    "What you typed could not be kept on this machine: {trouble}",
                    trouble=trouble.strerror or "",
                ),
                Tone.BAD,
            )
        self.desk.write_money(draft.money_format)

    def _forward(self) -> None:
        self.banner.clear()
        if self.steps.at_end():
            self._start()
        elif self.steps.forward():
            self.steps.page().setFocus()

    def _start(self) -> None:
        """Make the book; it is laid on the desk, and the draft is not needed any more."""
        set_up = self.steps.check.set_up()
        if set_up is None or not self.steps.check.is_right():
            return
        if self.desk.begin(self._free_file(set_up.group.name), set_up):
            self._file.drop()
            self.steps.show_draft(Draft())
            self.see(self.choice)
            self.begin.emit()

    def _free_file(self, name: str) -> Path:
        """A file that is not there yet, named after the group."""
        stem = re.sub(_NOT_IN_NAMES, " ", name).strip(" .")[:60] or "group"
        ends = ("", *(f" {number}" for number in range(2, 1_000)))
        places = (self.books() / f"{stem}{end}.book" for end in ends)
        return next(place for place in places if not place.exists())

    # --- a book that is there, and practice ------------------------------------------------

    def ask_file(self) -> Path | None:
        """Let the user pick the file of a book; nothing where she did not."""
        dialog = QFileDialog(self, self.words.say("Open a book"), str(self.books()))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        if not dialog.exec():
            return None
        return Path(dialog.selectedFiles()[0])

    def _open(self) -> None:
        file = self.ask_file()
        if file is not None and self.desk.open(file):
            self.begin.emit()

    def _again(self) -> None:
        file = place(self.desk)
        self.banner.clear()
        if file is not None and self.desk.open(file):
            self.begin.emit()
        else:
            self.choice.setFocus()

    def _take(self) -> None:
        """Take a book that lies in an unsafe place to this machine, and open it there."""
        file = place(self.desk)
        self.banner.clear()
        if file is not None and take_here(self.desk, file, self._free_file(file.stem)):
            self.begin.emit()

    def _unlock(self) -> None:
        """Put a copy that is locked with a password on this machine, and open it there."""
        file = place(self.desk)
        opened = file and ask_password(self.desk, partial(sound_copy, file), self)
        self.banner.clear()
        if file and opened and put_here(self.desk, opened[1], self._free_file(file.stem)):
            self.begin.emit()

    def _practise(self) -> None:
        made = practice.practice_file(self.books())
        if made.exists():
            self._practise_in(made)
            return
        books = self.books()
        self._errand = Errand(lambda progress, stop: practice.make(books, progress, stop), self)
        self._errand.progressed.connect(lambda done, of: self.choice.work((done, of)))
        self._errand.done.connect(self._practise_in)
        self._errand.failed.connect(self._not_made)
        self.choice.work((0, 1))
        self.choice.cancel.setFocus()
        self._errand.start()

    def _practise_in(self, book: Path) -> None:
        self._errand = None
        self.choice.work(None)
        if self.desk.open(book):
            self.begin.emit()

    def _not_made(self, trouble: Exception) -> None:
        self._errand = None
        self.choice.work(None)
        if isinstance(trouble, practice.Stopped):
            return
        if not isinstance(trouble, BookTrouble | Refusal | OSError):
            raise trouble
        self.banner.say(sentence(self.words, trouble), Tone.BAD)

    def _stop(self) -> None:
        if self._errand is not None:
            self._errand.cancel()

    # --- what is seen ----------------------------------------------------------------------

    def see(self, page: LanguagePage | ChoicePage | Steps) -> None:
        """Show the choice of languages, the choice of books, or the steps."""
        self._stack.setCurrentWidget(page)
        stepping = page is self.steps
        for button in (self.leave, self.back, self.forward):
            button.setVisible(stepping)
        self.speak_other.setVisible(page is not self.language)
        self._say_choice()
        self._name()
        page.setFocus()

    def _say_choice(self) -> None:
        draft = self._file.load()
        file = place(self.desk)
        self.choice.offer(remedies(self.desk), "" if file is None else file.name)
        self.choice.say(self.words, None if draft is None else draft.group.name)

    def _name(self) -> None:
        words = self.words
        if self._stack.currentWidget() is not self.steps:
            self.title.setText(words.say("Thon Ngoen"))
            return
        self.title.setText(words.say(self.steps.page().name))
        self.back.setEnabled(self.steps.draft.page > 0)
        at_end = self.steps.at_end()
        self.forward.setText(words.say("Start the books") if at_end else words.say("Continue"))
