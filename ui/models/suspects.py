"""The places to look at when box and book differ, each in one sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ledger.book.book import Book
from ledger.rules.differences import Clue, Suspect, Written
from ledger.rules.meeting_values import Sheet
from ledger.rules.transfers import EntryNumber
from translations import Words
from translations.naming import word
from ui.models.meeting_lines import line_row, member_name

Naming = Callable[[Written], str]

_MANY = 3
"""From so many other places on it is said that there are others."""


@dataclass(frozen=True, slots=True)
class Place:
    """One suspect with its sentence."""

    suspect: Suspect
    sentence: str


def places_of(
    words: Words, book: Book, sheet: Sheet | None, found: tuple[Suspect, ...]
) -> tuple[Place, ...]:
    """Each suspect with its sentence; `sheet` is the one in pencil where there is one."""
    name = _naming(words, book, sheet)
    return tuple(Place(suspect, suspect_sentence(words, suspect, name)) for suspect in found)


def suspect_sentence(words: Words, suspect: Suspect, name: Naming) -> str:
    """Where to look and why, and how many other places fit in the same way."""
    said = _sentence(words, suspect, name)
    if suspect.at is None or suspect.alike < _MANY:
        return said
    return f"{said} " + words.say_many(
        "{n} other place fits in the same way.",
        "{n} other places fit in the same way.",
        suspect.alike,
    )


def _sentence(words: Words, suspect: Suspect, name: Naming) -> str:
    if suspect.at is not None:
        what = name(suspect.at)
        return _AMOUNTS[suspect.clue](words, suspect, f"{what}: {_kip(words, suspect)}")
    if suspect.clue is Clue.OPENING:
        return words.say("The box was off by the same amount before the meeting: the first count.")
    return _notes_sentence(words, suspect)


def _kip(words: Words, suspect: Suspect) -> str:
    written = suspect.at.kip if suspect.at is not None else 0
    return words.money(suspect.meant if suspect.clue is Clue.EMPTY else abs(written))


_AMOUNTS: Mapping[Clue, Callable[[Words, Suspect, str], str]] = {
    Clue.DOUBLED: lambda words, _, what: words.say("{what}. It is written twice.", what=what),
    Clue.BANK: lambda words, _, what: words.say("{what}. Was it really carried?", what=what),
    Clue.EMPTY: lambda words, _, what: words.say(
        "{what} is due, the member is here, and nothing is written.", what=what
    ),
    Clue.WRONG_SIDE: lambda words, _, what: words.say(
        "{what} is half of the difference. Did it come in or go out?", what=what
    ),
    Clue.DIGITS: lambda words, s, what: words.say(
        "{what}. Was it {meant}? Two figures may have changed places.",
        what=what,
        meant=words.money(s.meant),
    ),
    Clue.ZERO: lambda words, s, what: words.say(
        "{what}. Was it {meant}? There may be one zero too many or too few.",
        what=what,
        meant=words.money(s.meant),
    ),
    Clue.WRITTEN: lambda words, _, what: words.say(
        "{what} is exactly the difference. Was it really given?", what=what
    ),
}


def _notes_sentence(words: Words, suspect: Suspect) -> str:
    note, other = words.money(suspect.note), words.money(suspect.other)
    match suspect.clue:
        case Clue.EXCHANGED:
            return words.say(
                "The numbers of the notes of {note} and of {other} may have changed places.",
                note=note,
                other=other,
            )
        case Clue.MISTAKEN:
            return words.say_many(
                "{n} note of {other} may lie with the notes of {note}.",
                "{n} notes of {other} may lie with the notes of {note}.",
                suspect.notes,
                note=note,
                other=other,
            )
        case Clue.BUNDLE:
            return words.say_many(
                "{n} note of {note} makes the difference. Was a bundle left out or counted twice?",
                "{n} notes of {note} make the difference. Was a bundle left out or counted twice?",
                suspect.notes,
                note=note,
            )
        case _:
            return words.say(
                "One note of {note} makes the difference. Do two notes stick together?", note=note
            )


def _naming(words: Words, book: Book, sheet: Sheet | None) -> Naming:
    """What stands where: a member's cell, a line of the sheet, or an entry of the book."""
    facts = book.day_facts(sheet.day, sheet.day) if sheet is not None else None

    def name(at: Written) -> str:
        if at.entry is not None:
            return _entry_name(words, book, EntryNumber(at.entry))
        if sheet is None or facts is None:
            return ""
        if at.column is not None and at.member is not None:
            column = word(words, "column", at.column.value)
            return f"{member_name(facts, at.member)} · {column}"
        pencil = next(line for line in sheet.lines if line.number == at.line)
        row = line_row(words, facts, facts.loans, pencil)
        return " · ".join(filter(None, (row.what, row.about)))

    return name


def _entry_name(words: Words, book: Book, number: EntryNumber) -> str:
    transfers = book.entry(number).entry.transfers
    kinds = ", ".join(dict.fromkeys(word(words, "kind", t.kind.value) for t in transfers))
    member = next((book.member(t.member).name for t in transfers if t.member is not None), "")
    receipt = words.say("Receipt no. {number}", number=number)
    return " · ".join(filter(None, (receipt, kinds, member)))
