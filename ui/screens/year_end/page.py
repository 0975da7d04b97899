"""What every step of the closing is: a page that is given a year and shows it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translations import Words
from ui.models.closing import YearView


class YearPage(QWidget):
    """One step. `go` asks the window for another page, `year_wanted` for another year here."""

    go = Signal(str, object)
    year_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(10)

    def show_year(self, view: YearView, words: Words) -> None:
        """Show a year in these words."""
        raise NotImplementedError
