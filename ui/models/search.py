"""What one search line finds in the whole book, grouped by kind: members, loans, entries."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ledger.book.book import Book
from ledger.book.search import entries_of, entry_numbered
from ledger.rules.loan_values import Loan
from ledger.rules.people import Member, MemberId
from ledger.rules.transfers import PostedEntry
from translations import N_, Words
from translations.naming import word
from translations.reading import Unreadable, read_kip
from translations.sorting import fold, sort_key

_MOST = 20
"""So many of one kind are shown; more letters make them fewer."""


class HitKind(StrEnum):
    """What was found, in the order in which it is shown."""

    MEMBER = "member"
    LOAN = "loan"
    ENTRY = "entry"


KINDS: dict[HitKind, str] = {
    HitKind.MEMBER: N_("Member"),
    HitKind.LOAN: N_("Loan"),
    HitKind.ENTRY: N_("Entry"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that fits: what it is, its line, what stands beside, and its number in the book."""

    kind: HitKind
    text: str
    beside: str
    number: int


def find(book: Book, words: Words, text: str) -> tuple[Hit, ...]:
    """Everything that fits what was typed, by kind; nothing for an empty line.

    Every word of the line must fit a member or a loan; tones, spaces and old spellings do not
    matter. A number is looked for as an entry's, and as an amount.
    """
    parts = [fold(part) for part in text.split()]
    if not any(parts):
        return ()
    members = {member.id: member for member in book.members()}
    return (
        *_members(members.values(), parts, words),
        *_loans(book, members, parts, words),
        *_entries(book, members, text, words),
    )


def _members(members: Iterable[Member], parts: list[str], words: Words) -> Iterator[Hit]:
    found = [m for m in members if _fits(parts, _her(m))]
    # Whoever has the number itself stands first.
    found.sort(key=lambda m: (_plain(m.number) != _plain("".join(parts)), sort_key(m.name)))
    for member in found[:_MOST]:
        status = word(words, "status", member.status.value)
        yield Hit(HitKind.MEMBER, _her(member), status, member.id)


def _loans(
    book: Book, members: dict[MemberId, Member], parts: list[str], words: Words
) -> Iterator[Hit]:
    found = [loan for loan in book.loans() if _fits(parts, _line(loan, members))]
    for loan in reversed(found[-_MOST:]):
        decision = loan.decision
        kip = decision.kip if decision else loan.request.kip
        beside = words.money(kip)
        if decision:
            beside += " · " + words.say("decision {number}", number=decision.number)
        yield Hit(HitKind.LOAN, _line(loan, members, decided=False), beside, loan.id)


def _line(loan: Loan, members: dict[MemberId, Member], *, decided: bool = True) -> str:
    number = loan.decision.number if loan.decision and decided else ""
    her = _her(members[loan.request.member])
    return " · ".join(filter(None, (loan.number, her, number)))


def _entries(book: Book, members: dict[MemberId, Member], text: str, words: Words) -> Iterator[Hit]:
    try:
        amount = read_kip(text, words.money_format)
    except Unreadable:
        return
    try:
        number = read_kip(text)
    except Unreadable:
        number = 0
    numbered = entry_numbered(book, number)
    if numbered is not None:
        yield _entry(numbered, members, words)
    for posted in entries_of(book, amount):
        if numbered is None or posted.number != numbered.number:
            yield _entry(posted, members, words)


def _entry(posted: PostedEntry, members: dict[MemberId, Member], words: Words) -> Hit:
    entry = posted.entry
    kinds = dict.fromkeys(word(words, "kind", t.kind.value) for t in entry.transfers)
    names = dict.fromkeys(members[t.member].name for t in entry.transfers if t.member in members)
    who = next(iter(names)) if len(names) == 1 else ""
    number = words.say("Entry {number}", number=words.number(posted.number))
    amounts = ", ".join(words.kip(t.kip) for t in entry.transfers[:3])
    text = " · ".join(filter(None, (number, words.day(entry.day), ", ".join(kinds), who)))
    return Hit(HitKind.ENTRY, text, amounts, posted.number)


def _her(member: Member) -> str:
    name = f"{member.title} {member.name}".strip()
    return " · ".join(filter(None, (member.number, name, member.household)))


def _fits(parts: list[str], line: str) -> bool:
    folded = fold(line)
    return all(part in folded for part in parts)


def _plain(number: str) -> str:
    return number.lstrip("0")
