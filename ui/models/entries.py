"""Every entry of some days as rows, found by number, name, amount or what was written beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QIcon

from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import EntryNumber, PostedEntry, Transfer
from ledger.statements.figure import entry_figure
from translations import Words
from translations.naming import word
from translations.reading import Unreadable, read_kip
from translations.sorting import fold
from ui.look import COLOURS
from ui.models.closing import account_name
from ui.models.members import full_name
from ui.models.rows import Column
from ui.widgets.icons import icon

Members = Mapping[MemberId, Member]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry; `taken_back` is the number of the entry that takes it back."""

    posted: PostedEntry
    members: tuple[Member, ...]
    taken_back: EntryNumber | None = None

    @property
    def kip(self) -> Kip:
        """What all its transfers come to, in kip."""
        return sum(t.kip for t in self.posted.entry.transfers)


def rows_of(entries: Sequence[PostedEntry], members: Members) -> tuple[EntryRow, ...]:
    """The entries with their people, the newest first."""
    backs = {p.entry.reverses: p.number for p in entries if p.entry.reverses is not None}
    return tuple(
        EntryRow(posted, people_of(posted, members), backs.get(posted.number))
        for posted in reversed(entries)
    )


def people_of(posted: PostedEntry, members: Members) -> tuple[Member, ...]:
    """Whose entry it is, each once."""
    ids = dict.fromkeys(t.member for t in posted.entry.transfers if t.member is not None)
    return tuple(members[member] for member in ids if member in members)


def find(words: Words, rows: Sequence[EntryRow], text: str) -> list[EntryRow]:
    """The rows in which every word of the text is found; a number is an entry's or an amount."""
    parts = text.split()
    return [row for row in rows if all(_fits(words, row, part) for part in parts)]


def number_in(text: str) -> EntryNumber | None:
    """The entry's number that a search may mean."""
    try:
        return EntryNumber(read_kip(text))
    except Unreadable:
        return None


def _fits(words: Words, row: EntryRow, part: str) -> bool:
    number = number_in(part)
    if number is not None and number == row.posted.number:
        return True
    try:
        kip = read_kip(part, words.money_format)
    except Unreadable:
        kip = 0
    if kip and kip in {row.kip, *(t.kip for t in row.posted.entry.transfers)}:
        return True
    wanted = fold(part)
    said = (row.posted.entry.note, *(name for m in row.members for name in (m.number, m.name)))
    return any(wanted in fold(one) for one in said)


def columns_of(words: Words) -> Sequence[Column[EntryRow]]:
    """The columns of the list."""
    return (
        Column(words.say("Entry"), lambda row: words.number(row.posted.number), figures=True),
        Column(words.say("Day"), lambda row: words.day(row.posted.entry.day)),
        Column(words.say("What"), lambda row: what(words, row), colour=_pale, icon=_mark),
        Column(words.say("Who"), lambda row: who(words, row.members), colour=_pale),
        Column(
            words.say("Amount"),
            lambda row: words.kip(row.kip),
            figures=True,
            colour=_pale,
            figure=lambda row: entry_figure(row.posted.number, row.posted.entry.day),
        ),
    )


def what(words: Words, row: EntryRow) -> str:
    """What the entry is, what was written beside it, and whether it still stands."""
    entry = row.posted.entry
    kinds = dict.fromkeys(word(words, "kind", t.kind.value) for t in entry.transfers)
    text = ", ".join(kinds)
    if entry.note.strip():
        text = f"{text} – {entry.note}"
    if entry.reverses is not None:
        number = words.number(entry.reverses)
        return words.say("Takes back entry {number}: {what}", number=number, what=text)
    if row.taken_back is not None:
        number = words.number(row.taken_back)
        return words.say("Taken back by entry {number}: {what}", number=number, what=text)
    return text


def who(words: Words, members: Sequence[Member]) -> str:
    """Whose entry it is; of many members only how many there are."""
    if len(members) > 1:
        return words.say_many("{n} member", "{n} members", len(members))
    return "".join(f"{member.number} · {full_name(member)}" for member in members)


def transfer_columns(
    words: Words, rulebook: Rulebook, members: Members
) -> Sequence[Column[Transfer]]:
    """The columns of one entry's transfers, in the bookkeeper's words."""
    return (
        Column(words.say("What"), lambda t: word(words, "kind", t.kind.value)),
        Column(
            words.say("Member"),
            lambda t: who(words, [members[t.member]] if t.member in members else []),
        ),
        Column(words.say("Debit"), lambda t: account_name(words, rulebook, t.debit)),
        Column(words.say("Credit"), lambda t: account_name(words, rulebook, t.credit)),
        Column(words.say("Amount"), lambda t: words.kip(t.kip), figures=True),
    )


def _pale(row: EntryRow) -> QColor | None:
    back = row.taken_back is not None or row.posted.entry.reverses is not None
    return QColor(COLOURS["muted"]) if back else None


def _mark(row: EntryRow) -> QIcon:
    return icon("undo" if _pale(row) else "books", COLOURS["muted"])
