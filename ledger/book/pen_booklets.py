"""The part of the pen that writes which booklets were given out and what is printed in them."""

from collections.abc import Sequence

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.schema import BookletPrintRow, BookletRow
from ledger.rules.booklets import Booklet, PrintedRows
from ledger.rules.people import MemberId
from ledger.rules.transfers import EntryNumber


class BookletPen(PenBase):
    """Writes booklets, and what is on paper in them."""

    def give_booklet(self, member: MemberId, booklet: Booklet) -> None:
        """Write that a member has a booklet, or the copy of a lost one."""
        self.stroke.write(
            BookletRow(
                member=member,
                number=booklet.number,
                copy=booklet.copy,
                width=booklet.size.width,
                height=booklet.size.height,
                pages=booklet.size.pages,
                two_kinds=int(booklet.two_kinds),
                lines_before=booklet.lines_before,
                event=self.stroke.event,
            )
        )
        self.members.add(member)
        self._touch(Topic.BOOKLETS)

    def print_rows(
        self,
        member: MemberId,
        booklet: Booklet,
        printed: Sequence[tuple[PrintedRows, EntryNumber]],
    ) -> None:
        """Write what is on paper, each run of rows with the entry of its last line."""
        for rows, entry in printed:
            self.stroke.write(
                BookletPrintRow(
                    member=member,
                    booklet=booklet.number,
                    copy=booklet.copy,
                    page=rows.page,
                    first_row=rows.first_row,
                    last_row=rows.last_row,
                    first_line=rows.first_line,
                    last_line=rows.last_line,
                    entry=entry,
                    event=self.stroke.event,
                )
            )
        self.members.add(member)
        self._touch(Topic.BOOKLETS)
