"""The part of the pen that writes what was made of PINs and sealed codes, never they themselves."""

from collections.abc import Sequence

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.schema import PinRow, SealedCodeRow
from ledger.rules.people import OfficerId


class PinPen(PenBase):
    """Writes PINs and sealed codes; the older ones stay in the book and open nothing."""

    def write_pin(self, officer: OfficerId, made: str) -> None:
        """Write what was made of an officer's PIN; "" where she goes without one from now on."""
        newest = "SELECT coalesce(max(version), 0) + 1 FROM pin WHERE officer = ?"
        (version,) = self.shelf.one(newest, (officer,))
        event = self.stroke.event
        self.stroke.write(PinRow(officer=officer, version=version, hash=made, event=event))
        self._touch(Topic.PINS)

    def write_codes(self, made: Sequence[str]) -> None:
        """Write what was made of three new sealed codes; all older ones are worthless."""
        (issue,) = self.shelf.one("SELECT coalesce(max(issue), 0) + 1 FROM sealed_code")
        for slot, one in enumerate(made, start=1):
            event = self.stroke.event
            self.stroke.write(SealedCodeRow(issue=issue, slot=slot, hash=one, event=event))
        self._touch(Topic.PINS)
