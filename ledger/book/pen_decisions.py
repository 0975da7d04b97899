"""The pen's part for the minutes: a decision, and which entries rest on one."""

from collections.abc import Sequence

from ledger.book.change import Topic
from ledger.book.pen_base import PenBase
from ledger.book.plain import encode, number_of
from ledger.book.schema.decisions import EntryDecisionRow, MinutesRow
from ledger.rules.decisions import Decision
from ledger.rules.transfers import Entry, EntryNumber


class DecisionPen(PenBase):
    """Writes what was decided."""

    def write_decision(self, decision: Decision) -> None:
        """Write one decision into the minutes, under its number."""
        (last,) = self.shelf.one("SELECT coalesce(max(id), 0) FROM decision")
        corrected = self.shelf.rows(
            "SELECT id FROM decision WHERE number = ?", (decision.corrects,)
        )
        self.stroke.write(
            MinutesRow(
                id=last + 1,
                number=decision.number,
                day=number_of(decision.day),
                subject=decision.subject.value,
                text=decision.text,
                present=encode(decision.present),
                votes_for=decision.votes_for,
                votes_against=decision.votes_against,
                sheet=decision.sheet,
                corrects=corrected[0][0] if corrected else None,
                event=self.stroke.event,
            )
        )
        self._touch(Topic.MINUTES)

    def _rest(self, entries: Sequence[Entry], numbers: Sequence[EntryNumber]) -> None:
        """Write on which decisions the entries that were just posted rest."""
        for entry, number in zip(entries, numbers, strict=True):
            for decision in entry.decisions:
                event = self.stroke.event
                self.stroke.write(EntryDecisionRow(entry=number, number=decision, event=event))
