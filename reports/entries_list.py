"""Every entry as a plain list: one row for each amount that moved, from which account to which."""

from collections.abc import Iterable, Mapping

from ledger.rules.people import Member, MemberId
from ledger.rules.rulebook import Rulebook
from ledger.rules.transfers import PostedEntry
from reports.lists import Field, Listing, account_namer
from translations.naming import word
from translations.words import Words


def entries_list(
    entries: Iterable[PostedEntry],
    members: Mapping[MemberId, Member],
    rulebook: Rulebook,
    words: Words,
) -> Listing:
    """The entries in the book's order, each with all of its transfers."""
    name = account_namer(words, rulebook)
    fields = (
        Field("number", words.say("Entry")),
        Field("day", words.say("Day")),
        Field("kind", words.say("What")),
        Field("member", words.say("Member")),
        Field("debit", words.say("Debit")),
        Field("credit", words.say("Credit")),
        Field("kip", words.say("Amount"), money=True),
        Field("note", words.say("Note")),
        Field("reverses", words.say("Takes back")),
    )
    rows = []
    for posted in entries:
        entry = posted.entry
        for t in entry.transfers:
            her = members.get(t.member) if t.member is not None else None
            rows.append(
                (
                    int(posted.number),
                    entry.day.isoformat(),
                    word(words, "kind", t.kind.value),
                    f"{her.number} {her.name}" if her else "",
                    name(t.debit),
                    name(t.credit),
                    t.kip,
                    entry.note,
                    entry.reverses,
                )
            )
    return Listing(fields, tuple(rows))
