"""An entry of a member is taken back from her page: as the next lines of her passbook."""

from datetime import date

from PySide6.QtWidgets import QWidget

from ledger.rules.transfers import Entry, EntryNumber, PostedEntry
from ledger.statements.passbook import Passbook, passbook_of
from ui.desk import Desk
from ui.models.passbook import BookRow, columns_of, rows_of
from ui.models.rows import RowsModel
from ui.screens.taking_back import TakingBack


class TakeBack(TakingBack):
    """The lines that her passbook will get, and what she has and owes after them."""

    def __init__(
        self, desk: Desk, passbook: Passbook, entry: Entry, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, entry, parent)
        words = desk.words
        after = _after(passbook, entry)
        last = after.lines[-1]
        columns = columns_of(words, passbook.member.id, two=passbook.two_products)
        self.model: RowsModel[BookRow] = RowsModel(columns)
        self.table.setModel(self.model)
        self.model.show(rows_of(after))
        # It has no number of its own before it is written.
        self.table.setColumnHidden(0, True)
        self.table.stretch((2,))
        self.say_effects(
            words.say(
                "The member's savings: {before} → {after}.",
                before=words.money(after.savings_before),
                after=words.money(last.savings),
            ),
            words.say(
                "Still owed: {before} → {after}.",
                before=words.money(after.loans_before),
                after=words.money(last.loans),
            ),
        )


def _after(passbook: Passbook, entry: Entry) -> Passbook:
    """The passbook's next lines, if the entry were written now."""
    last = passbook.lines[-1] if passbook.lines else None
    return passbook_of(
        (PostedEntry(EntryNumber(0), entry, seal=""),),
        group=passbook.group,
        rulebook=passbook.rulebook,
        member=passbook.member,
        first=date.min,
        last=date.max,
        savings_before=last.savings if last else passbook.savings_before,
        voluntary_before=last.voluntary if last else passbook.voluntary_before,
        loans_before=last.loans if last else passbook.loans_before,
    )
