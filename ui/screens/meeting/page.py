"""What every step of a meeting is: it is given the sheet, and says in place what is wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.rules.differences import Written
from ledger.statements.meeting_sheet import MeetingSheet
from translations import Words
from ui.screens.meeting.acts import Acts
from ui.widgets.spoken import Spoken


class StepPage(QWidget, Spoken):
    """One step. `asked` carries the name of a page of the window and what to show there."""

    asked = Signal(str, object)

    def __init__(self, acts: Acts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.acts = acts
        self.grid: MeetingSheet | None = None
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)

    @property
    def words(self) -> Words:
        """The words that are spoken now."""
        return self.acts.desk.words

    def show_grid(self, grid: MeetingSheet) -> None:
        """Show the sheet as the book has it now."""
        self.grid = grid

    def speak(self, words: Words) -> None:
        """Say everything in these words."""

    def arrive(self) -> None:
        """Put the cursor where the work of this step begins."""

    def stand_on(self, at: Written) -> None:
        """Put the cursor on one amount of this page."""

    def leave(self) -> bool:
        """Finish what is half done before the next step; false where something is missing."""
        return True

    def problem(self, sentence: str) -> bool:
        """Say in place why an act was refused; false where this page has no place for it."""
        return False
