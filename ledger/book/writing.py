"""The pen: one transaction, one actor, one row in the trail of who did what, one change told back.

    with writing(book, actor, Act.SIGN_SHEET, day="2026-04-14") as pen:
        pen.post(entries)
    return pen.change

Ink and the trail are written together or not at all; an exception inside the block leaves nothing.
What is written in pencil (marks, cells, lines, counts, drafts) is on the disk when the block ends,
and each row says who typed it, but pencil alone writes no row in the trail: a meeting is hundreds
of cells, typed over as often as one likes, and what counts is what was signed. When a sheet is
signed, everything that stood on it is sealed with it. A block that writes nothing at all is an act
as well (a paper was printed) and is written into the trail.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from ledger.book.before_writing import look_first
from ledger.book.book import Book
from ledger.book.change import Topic
from ledger.book.once import check_once, keep_once
from ledger.book.pen_booklets import BookletPen
from ledger.book.pen_corrections import CorrectionPen
from ledger.book.pen_decisions import DecisionPen
from ledger.book.pen_funds import FundsPen
from ledger.book.pen_loans import LoansPen
from ledger.book.pen_people import PeoplePen
from ledger.book.pen_pins import PinPen
from ledger.book.pen_saving import SavingPen
from ledger.book.pen_slips import SlipPen
from ledger.book.pen_welfare import WelfarePen
from ledger.book.people_rows import (
    member_row,
    next_person,
    next_version,
    officer_row,
    person_of,
    person_row,
)
from ledger.book.plain import encode, number_of, number_or_none, text_of
from ledger.book.posting import post
from ledger.book.reading_sheets import sheet_seal
from ledger.book.schema import (
    ClosedYearRow,
    DecisionRow,
    GroupRow,
    LoanRow,
    MemberRow,
    RulebookRow,
    SheetRow,
    SignedRow,
)
from ledger.book.sums import write_openings
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.group_permits import Permits
from ledger.rules.loan_values import LoanDecision, LoanRequest
from ledger.rules.meeting_values import SheetKind
from ledger.rules.people import Actor, Member, Officer
from ledger.rules.permits import Act
from ledger.rules.rulebook import Group, Rulebook
from ledger.rules.transfers import Entry, EntryNumber, LoanId, MeetingId


@contextmanager
def writing(
    book: Book, actor: Actor, act: str, *, second: Actor | None = None, **facts: object
) -> Iterator["Pen"]:
    """Hold the pen for one act of `actor` (and `second`, where two sign); `facts` go on the trail.

    Raises BookTrouble when the machine fails; nothing of the block was kept then. WrittenAlready
    where the actor's one-time key was used before, and what `look_first` raises.
    """
    look_first(book, act)
    if book.watch is not None and act == Act.CLOSE_YEAR:
        book.watch.copy_first()
    shelf, second = book.shelf, second or actor.beside
    shelf.begin()
    try:
        check_once(shelf, actor.once)
        pen = Pen(book, actor)
        pen.two, pen.reason = second is not None, str(facts.get("reason", ""))
        yield pen
        keep_once(pen.stroke, actor.once, in_pencil=pen.only_pencil)
        if not pen.only_pencil:
            pen.stroke.seal(actor, act, at=book.clock(), second=second, facts=facts)
        shelf.commit()
        if not pen.only_pencil:
            # A second time, and on the disk, before anybody is told that it was written.
            book.wrote()
    except BaseException:
        shelf.roll_back()
        book.forget(*Topic)
        raise


_UNSAID = (None, False, "")
"""The further facts of a member of whom nothing more was said."""


class Pen(
    WelfarePen,
    LoansPen,
    CorrectionPen,
    DecisionPen,
    SavingPen,
    FundsPen,
    BookletPen,
    PinPen,
    PeoplePen,
    SlipPen,
):
    """What may be written in one act; made by `writing` only."""

    def post(self, entries: Sequence[Entry]) -> tuple[EntryNumber, ...]:
        """Write entries in their order, numbered on from the last; returns their numbers."""
        if not entries:
            return ()
        self.check_months(entries)
        numbers = post(self.shelf, self.stroke, entries)
        self._rest(entries, numbers)
        transfers = [t for entry in entries for t in entry.transfers]
        self.members |= {t.member for t in transfers if t.member is not None}
        self.loans |= {t.loan for t in transfers if t.loan is not None}
        self.entries += numbers
        self._touch(Topic.ENTRIES, *([Topic.LOANS] if self.loans else []))
        return numbers

    def add_member(self, member: Member) -> None:
        """Enter a member under the id that she brings; it must be above every id of the book."""
        self.stroke.write(MemberRow(id=member.id, event=self.stroke.event))
        self.change_member(member)
        if member.born is not None or member.welfare_until is not None:
            self.welfare_card(member.id, until=member.welfare_until, born=member.born)

    def change_member(self, member: Member) -> None:
        """Write new facts of a member; the older ones stay in the book."""
        version = next_version(self.shelf, "member", member.id)
        before = self.book.members_now().get(member.id) if version > 1 else None
        self.stroke.write(member_row(member, version=version, event=self.stroke.event))
        if person_of(member) != (person_of(before) if before else _UNSAID):
            more = next_person(self.shelf, member.id)
            self.stroke.write(person_row(member, version=more, event=self.stroke.event))
        self.members.add(member.id)
        self._touch(Topic.MEMBERS)

    def adopt(self, rulebook: Rulebook) -> None:
        """Write a rulebook; where one is valid from the same day already, the newer one counts."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM rulebook")
        self.stroke.write(
            RulebookRow(
                id=last + 1,
                valid_from=number_of(rulebook.valid_from),
                resolution=rulebook.resolution,
                facts=text_of(rulebook),
                event=self.stroke.event,
            )
        )
        self._touch(Topic.RULES)

    def set_group(self, group: Group, *, books_begin: date | None = None) -> None:
        """Write the group's facts. The day on which the books begin is set once and stays."""
        begin = books_begin or group.books_begin or self.book.books_begin
        (last,) = self.shelf.one("SELECT coalesce(max(version), 0) FROM group_version")
        self.stroke.write(
            GroupRow(
                version=last + 1,
                books_begin=number_or_none(begin),
                facts=text_of(replace(group, books_begin=begin)),
                event=self.stroke.event,
            )
        )
        self._touch(Topic.GROUP)

    def set_permits(self, permits: Permits) -> None:
        """Write who may do what from now on; the other facts of the group stay as they are."""
        self.set_group(replace(self.book.group, permits=permits.own))

    def set_officers(self, officers: Sequence[Officer]) -> None:
        """Write the officers whose facts are new; those not named stay as they are."""
        known = {officer.id: officer for officer in self.book.officers()}
        for officer in officers:
            if known.get(officer.id) != officer:
                version = next_version(self.shelf, "officer", officer.id)
                self.stroke.write(officer_row(officer, version=version, event=self.stroke.event))
        self._touch(Topic.OFFICERS)

    def request_loan(self, request: LoanRequest, *, number: str) -> LoanId:
        """Write what a member asks for, under the group's own number; returns the loan's id."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM loan")
        loan = LoanId(last + 1)
        self.stroke.write(
            LoanRow(
                id=loan,
                number=number,
                member=request.member,
                day=number_of(request.day),
                kip=request.kip,
                purpose=request.purpose,
                product=text_of(request.product),
                months=request.months,
                guarantors=encode(request.guarantors),
                note=request.note,
                event=self.stroke.event,
            )
        )
        self.members.add(request.member)
        self.loans.add(loan)
        self._touch(Topic.LOANS)
        return loan

    def decide_loan(self, loan: LoanId, decision: LoanDecision) -> None:
        """Write what the committee decided on a loan."""
        self.stroke.write(
            DecisionRow(
                loan=loan,
                day=number_of(decision.day),
                number=decision.number,
                approved=int(decision.approved),
                kip=decision.kip,
                approvers=encode(decision.approvers),
                reason=decision.reason,
                event=self.stroke.event,
            )
        )
        self._were_against(loan, decision)
        self.loans.add(loan)
        self._touch(Topic.LOANS)

    def open_sheet(self, day: date, kind: SheetKind) -> MeetingId:
        """Lay a new sheet on the table; returns its id."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM sheet")
        of_kind = "SELECT coalesce(max(number), 0) FROM sheet WHERE kind = ?"
        (number,) = self.shelf.one(of_kind, (kind.value,))
        self.stroke.write(
            SheetRow(
                id=last + 1,
                kind=kind.value,
                number=number + 1,
                day=number_of(day),
                event=self.stroke.event,
            )
        )
        self._touch(Topic.MEETING)
        return MeetingId(last + 1)

    def sign(self, sheet: MeetingId, *, signed_by: Sequence[str]) -> None:
        """Turn a sheet into ink, after its entries were posted; nothing on it changes any more."""
        first, last = self.shelf.one(
            "SELECT min(number), max(number) FROM entry WHERE sheet = ?", (sheet,)
        )
        self.stroke.write(
            SignedRow(
                sheet=sheet,
                signed_by=encode(list(signed_by)),
                first=first,
                last=last,
                pencil=sheet_seal(self.shelf, sheet),
                event=self.stroke.event,
            )
        )
        self._touch(Topic.MEETING)

    def close_year(self, plan: ClosingPlan, *, signed_by: Sequence[str]) -> None:
        """Lock the plan's year, after its entries were posted; write down how the next begins."""
        self.stroke.write(
            ClosedYearRow(
                year=plan.year.number,
                first=number_of(plan.year.first),
                last=number_of(plan.year.last),
                signed_by=encode(list(signed_by)),
                plan=text_of(plan),
                event=self.stroke.event,
            )
        )
        write_openings(self.shelf, plan.year)
        self._touch(Topic.YEAR)
