"""What is written in pencil: typed over, rubbed out, and on the disk at once all the same."""

from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.book.plain import encode, line_text
from ledger.rules.kip import Kip
from ledger.rules.lines import Line
from ledger.rules.meeting_values import Attendance, CashCount, Column
from ledger.rules.people import Actor, MemberId
from ledger.rules.transfers import EntryNumber, LoanId, MeetingId

_MARK = "INSERT INTO attendance VALUES (?, ?, ?, ?, ?) ON CONFLICT (sheet, member) DO UPDATE"
_CELL = "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sheet, member, col) DO UPDATE"
_COUNT = "INSERT INTO cash_count VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sheet, moment) DO UPDATE"
_WELFARE = "INSERT INTO welfare_count VALUES (?, ?, ?, ?) ON CONFLICT (sheet) DO UPDATE"
_DRAFT = "INSERT INTO draft VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE"
_BY = ", officer = excluded.officer, name = excluded.name"


class Pencil:
    """The half of the pen that can be rubbed out again; every row says who typed it."""

    def __init__(self, book: Book, actor: Actor) -> None:
        self.book = book
        self.shelf = book.shelf
        self.pencilled = False
        self.topics: set[Topic] = set()
        self.members: set[MemberId] = set()
        self.loans: set[LoanId] = set()
        self.entries: list[EntryNumber] = []
        self._by = (int(actor.id), actor.name)

    def mark(self, sheet: MeetingId, member: MemberId, attendance: Attendance | None) -> None:
        """Mark how a member is there; nothing rubs the mark out."""
        if attendance is None:
            self._write("DELETE FROM attendance WHERE sheet = ? AND member = ?", sheet, member)
        else:
            sql = f"{_MARK} SET attendance = excluded.attendance{_BY}"
            self._write(sql, sheet, member, attendance.value, *self._by)
        self.members.add(member)

    def pencil_cell(self, sheet: MeetingId, member: MemberId, column: Column, kip: Kip) -> None:
        """Write one cell of the grid, in kip; it may be typed over."""
        sql = f"{_CELL} SET kip = excluded.kip{_BY}"
        self._write(sql, sheet, member, column.value, kip, *self._by)
        self.members.add(member)

    def rub_out_cell(self, sheet: MeetingId, member: MemberId, column: Column) -> None:
        """Empty one cell of the grid."""
        sql = "DELETE FROM cell WHERE sheet = ? AND member = ? AND col = ?"
        self._write(sql, sheet, member, column.value)
        self.members.add(member)

    def pencil_line(self, sheet: MeetingId, line: Line, *, number: int | None = None) -> int:
        """Write a line outside the grid: after the last one, or over line `number`."""
        if number is None:
            newest = "SELECT coalesce(max(number), 0) + 1 FROM pencil_line WHERE sheet = ?"
            (number,) = self.shelf.one(newest, (sheet,))
        else:
            self.rub_out_line(sheet, number)
        sql = "INSERT INTO pencil_line VALUES (?, ?, ?, ?, ?)"
        self._write(sql, sheet, number, line_text(line), *self._by)
        return number

    def rub_out_line(self, sheet: MeetingId, number: int) -> None:
        """Take a line outside the grid away; the others keep their numbers."""
        self._write("DELETE FROM pencil_line WHERE sheet = ? AND number = ?", sheet, number)

    def count(self, sheet: MeetingId, when: str, count: CashCount, *, reason: str = "") -> None:
        """Write a count of the box, `when` "opening" or "closing", and why it differs."""
        sql = f"{_COUNT} SET notes = excluded.notes, reason = excluded.reason{_BY}"
        self._write(sql, sheet, when, encode(count.notes), reason, *self._by)

    def count_welfare(self, sheet: MeetingId, kip: Kip) -> None:
        """Write how much of the box (kip) was counted as the welfare fund's."""
        self._write(f"{_WELFARE} SET kip = excluded.kip{_BY}", sheet, kip, *self._by)

    def draft(self, key: str, text: str | None) -> None:
        """Keep half-filled pages under a key; no text throws them away."""
        if text is None:
            self._write("DELETE FROM draft WHERE key = ?", key, topic=Topic.DRAFT)
        else:
            sql = f"{_DRAFT} SET text = excluded.text{_BY}"
            self._write(sql, key, text, *self._by, topic=Topic.DRAFT)

    def _write(self, sql: str, *values: object, topic: Topic = Topic.MEETING) -> None:
        self.shelf.rows(sql, values)
        self.pencilled = True
        self.topics.add(topic)
