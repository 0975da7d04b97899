"""What the pages of a meeting do to the book: each act one call, on the sheet on the table."""

from datetime import date

from ledger.actions import meeting
from ledger.actions.reopening import put_back_sheet
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.days import month_of
from ledger.rules.kip import Kip
from ledger.rules.lines import Line
from ledger.rules.meeting_values import Attendance, CashCount, Column, PencilCell, SheetKind
from ledger.rules.months import MonthState
from ledger.rules.people import Actor, MemberId
from ledger.rules.permits import Act
from ledger.rules.transfers import MeetingId
from ui.desk import Desk
from ui.screens.reasoned import Answer, ask_reason


class Acts:
    """Each answers whether it was written; where it was not, the desk has said why.

    `sheet` is the sheet on the table.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.sheet = MeetingId(0)

    def open(self, day: date, kind: SheetKind) -> bool:
        """Lay a new sheet on the table."""
        today = self.desk.today()
        return self.desk.do(
            lambda book, actor: meeting.open_sheet(
                book, actor, day=day, kind=kind, opening=None, today=today
            )
        )

    def put_back(self, sheet: MeetingId) -> bool:
        """Lay a sheet that was put away on the table again."""
        today = self.desk.today()
        return self.desk.do(
            lambda book, actor: put_back_sheet(book, actor, sheet=sheet, today=today)
        )

    def mark(self, members: tuple[MemberId, ...], mark: Attendance | None) -> bool:
        """Mark how members are there."""
        marks = tuple((member, mark) for member in members)
        return self.desk.do(
            lambda book, actor: meeting.mark_attendance(book, actor, sheet=self.sheet, marks=marks)
        )

    def pencil(self, member: MemberId, column: Column, kip: Kip | None) -> bool:
        """Write one cell, or rub it out; on the disk when this returns."""
        if kip is None:
            return self.rub_out(((member, column),))
        return self.pencil_all((PencilCell(member, column, kip),))

    def pencil_all(self, cells: tuple[PencilCell, ...]) -> bool:
        """Write many cells in one go."""
        return self.desk.do(
            lambda book, actor: meeting.pencil_cells(book, actor, sheet=self.sheet, cells=cells)
        )

    def rub_out(self, cells: tuple[tuple[MemberId, Column], ...]) -> bool:
        """Empty cells."""
        return self.desk.do(
            lambda book, actor: meeting.rub_out_cells(book, actor, sheet=self.sheet, cells=cells)
        )

    def write_line(self, line: Line, *, once: str) -> bool:
        """Write a line outside the grid, once under one key."""
        return self.desk.do(
            lambda book, actor: meeting.pencil_line(book, actor, sheet=self.sheet, line=line),
            once=once,
        )

    def rub_out_line(self, number: int) -> bool:
        """Take a line outside the grid back."""
        return self.desk.do(
            lambda book, actor: meeting.rub_out_line(book, actor, sheet=self.sheet, number=number)
        )

    def count(self, when: str, count: CashCount, reason: str = "") -> bool:
        """Write down a count of the box, and why it differs from the book if it does."""
        return self.desk.do(
            lambda book, actor: meeting.count_cash(
                book, actor, sheet=self.sheet, when=when, count=count, reason=reason
            )
        )

    def count_welfare(self, kip: Kip) -> bool:
        """Write down how much of the box is the welfare fund's, in kip."""
        return self.desk.do(
            lambda book, actor: meeting.count_welfare(book, actor, sheet=self.sheet, kip=kip)
        )

    def sign(self, signers: tuple[str, ...]) -> Change | None:
        """Turn the pencil into ink; what was written, or nothing where it was refused."""
        today = self.desk.today()
        written: list[Change] = []
        held = self._held()
        if held is None:
            return None

        def act(book: Book, actor: Actor) -> Change:
            written.append(
                meeting.sign_sheet(
                    book,
                    actor,
                    sheet=self.sheet,
                    signers=signers,
                    today=today,
                    second=held.second,
                    reason=held.reason,
                )
            )
            return written[0]

        return written[0] if self.desk.do(act) else None

    def _held(self) -> Answer | None:
        """A second person and a reason where the month is on hold; nothing where it was left."""
        words, book = self.desk.words, self.desk.book
        month = month_of(book.sheet(self.sheet).day)
        if book.month_states().of(month) is not MonthState.ON_HOLD:
            return Answer("")
        name = words.month(month)
        return ask_reason(
            self.desk,
            Act.SIGN_SHEET,
            title=words.say("Sign in a month on hold"),
            detail=words.say("{month} is on hold: writing in it takes two.", month=name),
            two=True,
        )
