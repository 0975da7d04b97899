"""The window after a mistake of ours: what is safe, the help file, and closing the program."""

from contextlib import suppress
from pathlib import Path
from shutil import copyfile

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.book.trouble import BookTrouble
from ui.desk import Desk
from ui.help_file import NAME, make_help_file
from ui.logbook import Logbook
from ui.screens.settings.help_part import ask_folder
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


class Fault(QDialog):
    """Says what is safe in figures of the book itself; the only way on is to close the program."""

    def __init__(self, desk: Desk, log: Logbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        words = desk.words
        self.file = self._written(log)
        self.safe = WrapLabel(self._safe())
        self.banner = Banner(words)
        self.setWindowTitle(words.say("Thon Ngoen"))
        self.give, self.end = Button(picture="save"), PrimaryButton("check")
        self.give.setText(words.say("Put the help file on a stick"))
        self.end.setText(words.say("Close the program"))
        self.give.setEnabled(self.file is not None)
        self._lay_out()
        self.resize(720, 340)
        self.give.clicked.connect(self._give)
        self.end.clicked.connect(self.accept)
        self.end.setFocus()

    def _lay_out(self) -> None:
        words = self.desk.words
        heading, what, how = line_label("heading"), WrapLabel(), WrapLabel(role="muted")
        heading.setText(words.say("Something in the program went wrong"))
        what.setText(
            words.say(
                "What you were just doing was not written. The program closes now. Start it again: "
                "the book is looked through, and you can go on."
            )
        )
        how.setText(
            words.say(
                "A help file was written for whoever helps you. There are no names and no amounts "
                "in it: {file}",
                file=self.file,
            )
            if self.file is not None
            else words.say("A help file could not be written. Look whether the disk is full.")
        )
        acts = QHBoxLayout()
        acts.addWidget(self.give)
        acts.addStretch(1)
        acts.addWidget(self.end)
        rows = dialog_rows(self, 14)
        for part in (heading, self.safe, what, how, self.banner):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)

    def ask_folder(self) -> Path | None:
        """Let the user pick a folder; nothing where she did not."""
        return ask_folder(self, self.desk)

    def _safe(self) -> str:
        """How far the book goes, as it stands on the disk."""
        words = self.desk.words
        if not self.desk.is_empty:
            with suppress(BookTrouble, ValueError):
                paper = self.desk.book.paper_code()
                return words.say(
                    "Everything that was saved is in the book: it goes up to act {act} and entry "
                    "{entry}.",
                    act=words.number(paper.act),
                    entry=words.number(paper.entry),
                )
        return words.say("Everything that was saved is in the book.")

    def _written(self, log: Logbook) -> Path | None:
        desk = self.desk
        try:
            return make_help_file(log.folder, log, None if desk.is_empty else desk.book)
        except OSError:
            return None

    def _give(self) -> None:
        folder = self.ask_folder()
        if folder is None or self.file is None:
            return
        words = self.desk.words
        try:
            copyfile(self.file, folder / NAME)
        except OSError as trouble:
            text = words.say(
                "The stick cannot be written: {trouble}", trouble=trouble.strerror or ""
            )
            self.banner.say(text, Tone.BAD)
            return
        self.banner.say(words.say("The help file lies in {folder}.", folder=folder), Tone.GOOD)
