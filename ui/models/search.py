"""What one search line finds in the whole book, by kind: members, loans, entries, decisions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ledger.book.book import Book
from ledger.book.search import entries_of, entry_numbered
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan, MoveKind
from ledger.rules.people import Member, MemberId
from ledger.rules.transfers import PostedEntry
from ledger.statements.figure import Figure, entry_figure, moves_figure
from translations import N_, Words
from translations.naming import word
from translations.reading import Unreadable, read_kip
from translations.sorting import fold, sort_key
from ui.models.minutes import rows_of, text_of
from ui.widgets.member_picker import member_line

_MOST = 20
"""So many of one kind are shown; more letters make them fewer."""


class HitKind(StrEnum):
    """What was found, in the order in which it is shown."""

    MEMBER = "member"
    LOAN = "loan"
    ENTRY = "entry"
    DECISION = "decision"


KINDS: dict[HitKind, str] = {
    HitKind.MEMBER: N_("Member"),
    HitKind.LOAN: N_("Loan"),
    HitKind.ENTRY: N_("Entry"),
    HitKind.DECISION: N_("Decision"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that fits: what it is, its line, what stands beside, and its number in the book.

    A decision has the group's own number of it, as `decision`. `figure` is what stands beside, for
    whoever asks where it comes from.
    """

    kind: HitKind
    text: str
    beside: str
    number: int
    decision: str = ""
    figure: Figure | None = None


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
        *_loans(book, members, parts, words, _amount(text, words)),
        *_entries(book, members, text, words),
        *_decisions(book, parts, words),
    )


def _members(members: Iterable[Member], parts: list[str], words: Words) -> Iterator[Hit]:
    found = [m for m in members if _fits(parts, _looked_through(m))]
    # Whoever has the number itself stands first.
    found.sort(key=lambda m: (_plain(m.number) != _plain("".join(parts)), sort_key(m.name)))
    for member in found[:_MOST]:
        status = word(words, "status", member.status.value)
        yield Hit(HitKind.MEMBER, member_line(words, member), status, member.id)


def _loans(
    book: Book,
    members: dict[MemberId, Member],
    parts: list[str],
    words: Words,
    amount: Kip | None,
) -> Iterator[Hit]:
    found = [
        loan
        for loan in book.loans()
        if _fits(parts, _loan_looked_through(loan, members)) or _kip(loan) == amount
    ]
    for loan in reversed(found[-_MOST:]):
        decision = loan.decision
        beside = words.money(_kip(loan))
        if decision:
            beside += " · " + words.say("decision {number}", number=decision.number)
        out = moves_figure(loan.id, book.last_day(), MoveKind.PAY_OUT) if loan.moves else None
        line = f"{loan.number} · {member_line(words, members[loan.request.member])}"
        yield Hit(HitKind.LOAN, line, beside, loan.id, figure=out)


def _kip(loan: Loan) -> Kip:
    """What was decided of a loan, or asked for where nothing is decided yet."""
    return loan.decision.kip if loan.decision else loan.request.kip


def _looked_through(member: Member) -> str:
    """The word for a household is not looked through: it would fit every member."""
    return " · ".join((member.number, member.title, member.name, member.household))


def _loan_looked_through(loan: Loan, members: dict[MemberId, Member]) -> str:
    number = loan.decision.number if loan.decision else ""
    return " · ".join((loan.number, _looked_through(members[loan.request.member]), number))


def _entries(book: Book, members: dict[MemberId, Member], text: str, words: Words) -> Iterator[Hit]:
    amount = _amount(text, words)
    if amount is None:
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


def _amount(text: str, words: Words) -> Kip | None:
    """What was typed as an amount (kip); nothing where it is none."""
    try:
        return read_kip(text, words.money_format)
    except Unreadable:
        return None


def _decisions(book: Book, parts: list[str], words: Words) -> Iterator[Hit]:
    """The decisions whose number or text fits; one that is named and missing is found as well."""
    rows = rows_of(book.minutes())
    found = [row for row in rows if _fits(parts, f"{row.number} {text_of(words, row)}")]
    # Whoever has the number in hand finds it first.
    found.sort(key=lambda row: fold(row.number) != "".join(parts))
    for row in found[:_MOST]:
        day = "" if row.line is None else words.day(row.line.decision.day)
        line = " · ".join(filter(None, (row.number, day, text_of(words, row))))
        rests = words.say_many("{n} thing rests on it", "{n} things rest on it", len(row.rests))
        yield Hit(HitKind.DECISION, line, rests, 0, decision=row.number)


def _entry(posted: PostedEntry, members: dict[MemberId, Member], words: Words) -> Hit:
    entry = posted.entry
    kinds = dict.fromkeys(word(words, "kind", t.kind.value) for t in entry.transfers)
    names = dict.fromkeys(members[t.member].name for t in entry.transfers if t.member in members)
    who = next(iter(names)) if len(names) == 1 else ""
    number = words.say("Entry {number}", number=words.number(posted.number))
    amounts = " · ".join(words.kip(t.kip) for t in entry.transfers[:3])
    text = " · ".join(filter(None, (number, words.day(entry.day), ", ".join(kinds), who)))
    figure = entry_figure(posted.number, entry.day)
    return Hit(HitKind.ENTRY, text, amounts, posted.number, figure=figure)


def _fits(parts: list[str], line: str) -> bool:
    folded = fold(line)
    return all(part in folded for part in parts)


def _plain(number: str) -> str:
    return number.lstrip("0")
