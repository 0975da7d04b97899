"""The part of the reading door about what is printed in the members' booklets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ledger.book import parts
from ledger.book.change import Topic
from ledger.book.papers import Papers
from ledger.rules.days import FIRST_DAY, LAST_DAY
from ledger.rules.meeting_values import SheetKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ledger.rules.booklets import Booklet, PrintedRows
    from ledger.rules.people import MemberId
    from ledger.statements.booklets import BookletState
    from ledger.statements.passbook import Passbook


class BookletsBook(Papers):
    """How far each booklet is printed."""

    def booklet_state(self, member: MemberId) -> BookletState:
        """One member's lines and how far they are on paper. Raises KeyError for nobody's id."""
        return self._state(self.passbook(member, FIRST_DAY, LAST_DAY))

    def booklet_states(self) -> tuple[BookletState, ...]:
        """Those of everybody who has a passbook, in the order of the register."""
        return tuple(self._state(one) for one in self.passbooks(FIRST_DAY, LAST_DAY))

    def last_meeting(self) -> date | None:
        """The day of the newest meeting that is signed; day sheets are none."""
        held = [one for one in self.sheets() if one.kind is SheetKind.MEETING and not one.void]
        return max((one.day for one in held if one.signed), default=None)

    def _state(self, passbook: Passbook) -> BookletState:
        booklet, printed = self._booklets().get(passbook.member.id, (None, ()))
        return parts.booklets.BookletState(passbook, booklet, printed)

    def _booklets(self) -> Mapping[MemberId, tuple[Booklet, tuple[PrintedRows, ...]]]:
        read = parts.reading_booklets.read_booklets
        return self._keep(Topic.BOOKLETS, "booklets", lambda: read(self.shelf))
