"""What is seldom done with a sheet: a decision of tonight, a look at earlier ones, putting away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ledger.actions.reopening import check_reopening, put_away_sheet, reopen_sheet
from ledger.rules.meeting_values import Sheet
from ledger.rules.permits import Act
from ledger.rules.trash import KEPT_DAYS
from translations import Words
from ui.desk import Desk
from ui.messages import sentence
from ui.screens.minutes.writing import WriteDecision
from ui.screens.reasoned import ask_reason
from ui.widgets.buttons import Button

_ANY = "?"
"""Stands for a reason while it is only asked whether a sheet can be opened again."""


class More(Button):
    """A menu of four: `earlier` asks for the list of sheets, `said` carries what was done.

    `refused` carries why a sheet cannot be opened again.
    """

    earlier = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(picture="down", parent=parent)
        self.desk = desk
        self._sheet: Sheet | None = None
        menu = QMenu(self)
        self.decide = QAction(menu)
        self.look = QAction(menu)
        self.away = QAction(menu)
        self.again = QAction(menu)
        for action, do in (
            (self.decide, self._decide),
            (self.look, self.earlier.emit),
            (self.away, self._put_away),
            (self.again, self._reopen),
        ):
            action.triggered.connect(do)
            menu.addAction(action)
        self.setMenu(menu)

    def show_sheet(self, sheet: Sheet | None, words: Words) -> None:
        """Offer what can be done with a sheet, in pencil or in ink; nothing without one."""
        self._sheet = sheet
        self.setVisible(sheet is not None)
        if sheet is None:
            return
        self.setText(words.say("More"))
        self.decide.setText(words.say("Write down a decision"))
        self.look.setText(words.say("See earlier sheets"))
        self.away.setText(words.say("Put the sheet away"))
        self.again.setText(words.say("Open the sheet again"))
        for action in (self.look, self.away):
            action.setVisible(not sheet.signed)
        self.again.setVisible(sheet.signed and not sheet.void)
        self.decide.setVisible(not sheet.void)

    def _decide(self) -> None:
        dialog = WriteDecision(self.desk, self.window(), sheet=self._sheet)
        dialog.written.connect(self._decided)
        dialog.exec()
        dialog.deleteLater()

    def _decided(self, number: str) -> None:
        words = self.desk.words
        self.said.emit(words.say("Decision No. {number} is written down.", number=number))

    def _put_away(self) -> None:
        desk, sheet = self.desk, self._sheet
        if sheet is None:
            return
        answer = ask_reason(
            desk,
            Act.PUT_AWAY_SHEET,
            title=desk.words.say("Put the sheet away"),
            detail=desk.words.say(
                "The sheet of {day} stays in the list, with the reason, and counts no more. "
                "Whoever opens it there can put it back for {days} days, with all that was typed.",
                day=desk.words.long_day(sheet.day),
                days=desk.words.number(KEPT_DAYS),
            ),
            parent=self.window(),
        )
        if answer is None:
            return
        if desk.do(
            lambda book, actor: put_away_sheet(
                book, actor, sheet=sheet.id, reason=answer.reason, today=desk.today()
            )
        ):
            self.said.emit(
                desk.words.say("The sheet was put away. Open it in the list to put it back.")
            )

    def _reopen(self) -> None:
        desk, sheet, today = self.desk, self._sheet, self.desk.today()
        if sheet is None:
            return
        refusal = desk.try_out(lambda book: check_reopening(book, sheet=sheet.id, reason=_ANY))
        if refusal is not None:
            self.refused.emit(sentence(desk.words, refusal))
            return
        entries = len(desk.book.entries_of_sheet(sheet.id))
        answer = ask_reason(
            desk,
            Act.REOPEN_SHEET,
            title=desk.words.say("Open the sheet again"),
            detail=desk.words.say_many(
                "Its {n} entry is taken back by a counter-entry of the same day, and all that was "
                "typed lies in pencil on a new sheet. Passbooks that were handed out since then "
                "show the old lines: print them anew.",
                "Its {n} entries are taken back by counter-entries of the same day, and all that "
                "was typed lies in pencil on a new sheet. Passbooks that were handed out since "
                "then show the old lines: print them anew.",
                entries,
            ),
            two=True,
            parent=self.window(),
        )
        if answer is None:
            return
        if desk.do(
            lambda book, actor: reopen_sheet(
                book,
                actor,
                sheet=sheet.id,
                second=answer.second,
                reason=answer.reason,
                today=today,
            )
        ):
            self.said.emit(desk.words.say("The sheet lies in pencil again."))
