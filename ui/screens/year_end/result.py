"""After the lock: what was written, and what is done next."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from translations import Words
from ui.look import COLOURS
from ui.models.closing import YearView, entries_said
from ui.papers.wish import Wish
from ui.screens.year_end.page import YearPage
from ui.widgets.amount_list import AmountList
from ui.widgets.buttons import Button
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label


class ResultPage(YearPage):
    """A closed year: signed by whom, what was written, and the links onward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = line_label("title")
        self.signed = WrapLabel()
        self.written = AmountList()
        self.statement = Button(picture="papers")
        self.next_year = Button(picture="right")
        self._year = 0
        self.statement.clicked.connect(
            lambda: self.go.emit("papers", Wish("annual", year=self._year))
        )
        self.next_year.clicked.connect(lambda: self.year_wanted.emit(self._year + 1))
        self._lay_out()

    def show_year(self, view: YearView, words: Words) -> None:
        """Say what was written."""
        self._year = view.number
        names = " · ".join(view.closed.signed_by) if view.closed else ""
        self.heading.setText(words.say("The year {year} is closed", year=words.year(view.number)))
        self.signed.setText(
            words.say("Signed by: {names}. Nothing in it can be changed any more.", names=names)
        )
        self.written.show_rows(
            words.say("What was written"),
            [(said.sentence, words.kip(said.kip)) for said in entries_said(words, view)],
            empty=words.say("Nothing: there was neither income nor cost."),
        )
        self.statement.setText(words.say("Print the annual report"))
        self.next_year.setText(words.say("Go to the year {year}", year=words.year(view.number + 1)))

    def _lay_out(self) -> None:
        picture = QLabel()
        picture.setPixmap(icon("lock", COLOURS["good"]).pixmap(QSize(40, 40)))
        card = QFrame()
        card.setProperty("card", True)
        head = QHBoxLayout(card)
        head.setContentsMargins(18, 14, 18, 14)
        head.setSpacing(14)
        said = QVBoxLayout()
        said.addWidget(self.heading)
        said.addWidget(self.signed)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(said, 1)
        links = QHBoxLayout()
        for button in (self.statement, self.next_year):
            links.addWidget(button)
        links.addStretch(1)
        self.rows.addWidget(card)
        self.rows.addWidget(self.written)
        self.rows.addLayout(links)
        self.rows.addStretch(1)
