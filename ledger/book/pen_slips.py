"""The part of the pen that writes which receipts and vouchers were printed."""

from collections.abc import Iterable

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.schema import SlipPrintRow
from ledger.rules.transfers import EntryNumber


class SlipPen(PenBase):
    """Writes prints of receipts."""

    def print_slips(self, prints: Iterable[tuple[EntryNumber, int]]) -> None:
        """Write that the receipts of these entries are on paper; 0 is the original of each."""
        for entry, copy in prints:
            self.stroke.write(SlipPrintRow(entry=entry, copy=copy, event=self.stroke.event))
        self._touch(Topic.RECEIPTS)
