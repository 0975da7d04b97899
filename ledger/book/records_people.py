"""The part of the reading door about memberships over the years, candidates and committees."""

from collections.abc import Mapping, Sequence
from datetime import date

from ledger.book.change import Topic
from ledger.book.reading_life import read_asked, read_hand_overs, read_life
from ledger.book.records import Records
from ledger.book.sums import settlements_owed
from ledger.rules.admission import Asked
from ledger.rules.kip import Kip
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import MemberId
from ledger.statements.hand_over import HandOver


class PeopleRecords(Records):
    """What happened to members, who has asked to join, what was handed over."""

    def life(self) -> tuple[LifeEvent, ...]:
        """Everything that happened to memberships, the oldest first."""
        return self._keep(Topic.MEMBERS, "life", lambda: read_life(self.shelf))

    def life_of(self, member: MemberId) -> tuple[LifeEvent, ...]:
        """What happened to one member, the oldest first."""
        return tuple(event for event in self.life() if event.member == member)

    def asked(self) -> tuple[Asked, ...]:
        """Everybody who has ever asked to join, with the meeting's decision, the oldest first."""
        return self._keep(Topic.MEMBERS, "asked", lambda: read_asked(self.shelf))

    def hand_overs(self) -> tuple[HandOver, ...]:
        """The hand-over sheets that were confirmed, the oldest first."""
        return read_hand_overs(self.shelf)

    def settlements_owed(self) -> Mapping[MemberId, Kip]:
        """What those who left, or their families, are still to be paid, in kip."""
        gone = {event.member for event in self.life() if event.kind is LifeKind.SETTLED}
        return settlements_owed(self.shelf, sorted(gone))

    def settled_between(self, first: date, last: date) -> Sequence[LifeEvent]:
        """The settlements of the days from `first` to `last`."""
        settled = (event for event in self.life() if event.kind is LifeKind.SETTLED)
        return [event for event in settled if first <= event.day <= last]
