"""What stands at the right of a loan's page: the one thing that can be done with it now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from translations import Words
from ui.desk import Desk
from ui.models.money_way import LoanNow
from ui.widgets.buttons import PrimaryButton
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.scrolled import scrolled


class Panel(QFrame):
    """A card with a heading, a body, and the primary button at its bottom right.

    `done` carries the sentence of what was written. `meeting_wanted` asks for the open meeting.
    """

    done = Signal(str)
    meeting_wanted = Signal()

    def __init__(self, desk: Desk, picture: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.desk = desk
        self.heading = line_label("heading")
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 8, 0)
        self.body.setSpacing(8)
        self.act = PrimaryButton(picture)
        self.act.clicked.connect(self.do)
        # Where the money goes is read beside the button that moves it.
        self.way = WrapLabel(role="muted")
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self.way, 1)
        acts.addWidget(self.act, 0, Qt.AlignmentFlag.AlignBottom)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(8)
        rows.addWidget(self.heading)
        # The button below stays in sight, however much is said above it.
        rows.addWidget(scrolled(inside), 1)
        rows.addLayout(acts)

    @property
    def words(self) -> Words:
        """The words that are spoken now."""
        return self.desk.words

    def show_loan(self, now: LoanNow, *, anew: bool) -> None:
        """Show a loan; `anew` where another one stood here before, so that typing is dropped."""
        raise NotImplementedError

    def do(self) -> None:
        """Do what the button says."""
        raise NotImplementedError
