"""How this machine shows everything: language, size of the text, and where the book lies."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QWidget

from ledger.book.change import Topic
from translations import N_
from translations.days import year_text
from ui.desk import Desk
from ui.look import SIZES
from ui.screens.first_run.start_pages import SELF_NAMES
from ui.screens.settings.help_part import ask_folder, give_help_file
from ui.screens.settings.part import Part
from ui.widgets.asking import tell
from ui.widgets.buttons import Button
from ui.widgets.field import Field


class MachinePart(Part):
    """Everything here acts at once and is remembered on this machine, not in the book."""

    name = N_("This machine")
    picture = "settings"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.GROUP})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        words = desk.words
        self.languages = {code: Button(picture="language") for code in SELF_NAMES}
        self.sizes = {percent: Button() for percent in SIZES}
        self._language = Field(words, _row(self.languages.values()))
        self.years = {era: Button(picture="calendar") for era in (False, True)}
        self._years = Field(words, _row(self.years.values()))
        self._size = Field(words, _row(self.sizes.values()))
        self.place = QLineEdit()
        self.place.setReadOnly(True)
        self._place = Field(words, self.place)
        self.folder = Button(picture="folder")
        self.other = Button(picture="books")
        self.copies = Button(picture="copy")
        self.help = Button(picture="save")
        _only_one(self, self.languages.values())
        _only_one(self, self.years.values())
        _only_one(self, self.sizes.values())
        for code, button in self.languages.items():
            button.setText(SELF_NAMES[code])
            button.clicked.connect(lambda _=False, code=code: desk.speak(code))
        for era, button in self.years.items():
            button.clicked.connect(lambda _=False, era=era: self._count_years(buddhist=era))
        for percent, button in self.sizes.items():
            button.clicked.connect(lambda _=False, percent=percent: desk.size_text(percent))
        self.folder.clicked.connect(self._open_folder)
        self.help.clicked.connect(self._give_help)
        self.copies.clicked.connect(lambda: self.go.emit("copies", None))
        self.other.clicked.connect(lambda: self.go.emit("welcome", None))
        self._lay_out()
        self.setFocusProxy(self.languages["lo"])

    def say(self) -> None:
        """Give every part its words."""
        words = self.words
        self._language.name(words.say("Language"))
        self._years.name(words.say("Years are written as"))
        self._size.name(words.say("Size of the text"))
        self._place.name(words.say("The book lies here"))
        for era, button in self.years.items():
            button.setText(year_text(self.desk.today().year, buddhist=era))
        for percent, button in self.sizes.items():
            button.setText(words.percent(percent * 100))
        self.folder.setText(words.say("Show the folder"))
        self.copies.setText(words.say("Copies and sticks"))
        self.help.setText(words.say("Write a help file for whoever helps"))
        self.other.setText(words.say("Another book or a new group"))

    def show_book(self) -> None:
        """Show what is chosen now."""
        self.languages[self.words.language].setChecked(True)
        self.years[self.words.buddhist].setChecked(True)
        size = self.desk.settings.text_size
        self.sizes[min(self.sizes, key=lambda percent: abs(percent - size))].setChecked(True)
        self.place.setText(str(self.desk.book.path))
        self.place.setCursorPosition(0)

    def _count_years(self, *, buddhist: bool) -> None:
        self.desk.settings.buddhist = buddhist
        self.desk.speak(self.words.language)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.book.path.parent)))

    def ask_folder(self) -> Path | None:
        """Where the help file is to lie; nothing where nobody says so."""
        return ask_folder(self, self.desk)

    def _give_help(self) -> None:
        folder = self.ask_folder()
        if folder is None:
            return
        try:
            self.told.emit(give_help_file(self.desk, folder))
        except OSError as trouble:
            words = self.words
            said = words.say(
                "The stick cannot be written: {trouble}", trouble=trouble.strerror or ""
            )
            tell(self, words, title=words.say("Thon Ngoen"), sentence=said)

    def _lay_out(self) -> None:
        for field in (self._language, self._years, self._size, self._place):
            self.body.addWidget(field)
            self.body.addSpacing(10)
        buttons = QHBoxLayout()
        buttons.addWidget(self.folder)
        buttons.addWidget(self.copies)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        helping = QHBoxLayout()
        helping.addWidget(self.help)
        helping.addStretch(1)
        self.body.addLayout(helping)
        self.body.addStretch(1)


def _row(buttons: Iterable[Button]) -> QWidget:
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return inside


def _only_one(parent: QWidget, buttons: Iterable[Button]) -> None:
    group = QButtonGroup(parent)
    for button in buttons:
        button.setCheckable(True)
        group.addButton(button)
