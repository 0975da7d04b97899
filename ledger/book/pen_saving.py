"""The part of the pen that writes notices of withdrawal and the months of interest on savings."""

from datetime import date

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.plain import number_of, text_of
from ledger.book.reading_saving import span_numbers
from ledger.book.schema import NoticeBackRow, NoticeRow, SavingsInterestRow
from ledger.rules.saving_notices import Notice, NoticeId
from ledger.rules.savings_interest import InterestPlan
from ledger.rules.transfers import EntryNumber


class SavingPen(PenBase):
    """Writes what is said about savings and is no money yet."""

    def give_notice(self, notice: Notice) -> NoticeId:
        """Write a notice under the next number, whatever number it brings; returns that."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM withdrawal_notice")
        self.stroke.write(
            NoticeRow(
                id=last + 1,
                member=notice.member,
                product=notice.product.value,
                kip=notice.kip,
                day=number_of(notice.day),
                ready=number_of(notice.ready),
                event=self.stroke.event,
            )
        )
        self.members.add(notice.member)
        self._touch(Topic.SAVING, Topic.MEMBERS)
        return NoticeId(last + 1)

    def take_back_notice(self, notice: Notice, *, day: date, reason: str) -> None:
        """Write that she does not want what is left of a notice after all."""
        self.stroke.write(
            NoticeBackRow(
                notice=notice.id,
                kip=notice.left,
                day=number_of(day),
                reason=reason,
                event=self.stroke.event,
            )
        )
        self.members.add(notice.member)
        self._touch(Topic.SAVING, Topic.MEMBERS)

    def credit_interest(self, plan: InterestPlan, *, entry: EntryNumber | None) -> None:
        """Write for which months the interest of `entry` is, after that was posted."""
        (newest,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM savings_interest")
        first, last = span_numbers(plan.span)
        self.stroke.write(
            SavingsInterestRow(
                id=newest + 1,
                first=first,
                last=last,
                entry=entry,
                plan=text_of(plan),
                event=self.stroke.event,
            )
        )
        self._touch(Topic.SAVING)
