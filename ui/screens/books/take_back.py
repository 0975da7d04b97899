"""Any entry is taken back from the books: all its transfers are shown, turned round."""

from PySide6.QtWidgets import QWidget

from ledger.rules.transfers import Entry, Transfer
from ui.desk import Desk
from ui.models.entries import transfer_columns
from ui.models.rows import RowsModel
from ui.screens.taking_back import TakingBack


class TakeEntryBack(TakingBack):
    """The transfers of the counter-entry, with their accounts."""

    def __init__(self, desk: Desk, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(desk, entry, parent)
        members = {member.id: member for member in desk.book.members()}
        columns = transfer_columns(desk.words, desk.book.rulebook(entry.day), members)
        self.model: RowsModel[Transfer] = RowsModel(columns)
        self.table.setModel(self.model)
        self.model.show(entry.transfers)
        self.table.stretch((2, 3))
        self.say_effects()
