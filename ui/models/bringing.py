"""A file that is to come in, as it is read with the columns chosen so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ledger.actions.bring_in import DaysRefused, OnlyTried, bring_in_days
from ledger.actions.members import add_members
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.people import Actor, Member
from ledger.rules.refusals import Refusal
from translations import Words
from ui.bringing.columns import Guess
from ui.bringing.fields import NAMES, Field, Kind
from ui.bringing.past import Past, read_past
from ui.bringing.people import CellProblem, cell_name, read_people
from ui.bringing.refusals import SavingsTooLate
from ui.bringing.tables import Line, Table
from ui.messages.telling import Names
from ui.models.rows import Column

SHOWN_MAX = 500
"""So many rows are enough to see whether the columns are right."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the file comes to: members or days to write, or the cells that must be put right."""

    guess: Guess
    problems: tuple[CellProblem, ...] = ()
    members: tuple[Member, ...] = ()
    past: Past | None = None
    refusal: Refusal | None = None

    @property
    def ready(self) -> bool:
        """Whether everything can be taken."""
        some = bool(self.members) or (self.past is not None and bool(self.past.deposits))
        return some and not self.problems and self.refusal is None


def read(
    book: Book, actor: Actor, words: Words, *, table: Table, guess: Guess, today: date
) -> Reading:
    """Read the table; months are tried against the rules as well, and nothing is written."""
    try:
        if guess.kind is Kind.MONTHS:
            return _months(book, actor, words, table=table, guess=guess, today=today)
        return _people(book, words, table=table, guess=guess, today=today)
    except Refusal as refusal:
        return Reading(guess, refusal=refusal)


def write(book: Book, actor: Actor, reading: Reading, *, today: date) -> Change:
    """Write what was read, whole or not at all."""
    if reading.past is not None:
        return bring_in_days(book, actor, records=reading.past.records, today=today)
    return add_members(book, actor, members=reading.members)


def with_columns(guess: Guess, by_hand: Mapping[int, Field | None]) -> Guess:
    """The guess with some columns set by hand; a field is only in one column, the hand's first.

    It is always the first guess that is set right: a choice that was only passed by, on the way to
    another one, takes nothing away for good.
    """
    taken = {field for field in by_hand.values() if field is not None}
    fields = {c: f for c, f in guess.fields.items() if c not in by_hand and f not in taken}
    months = {c: m for c, m in guess.months.items() if c not in by_hand}
    fields |= {column: field for column, field in by_hand.items() if field is not None}
    return replace(guess, fields=fields, months=months)


def column_name(words: Words, guess: Guess, column: int) -> str:
    """What a column is: a field, a month, or nothing that is taken."""
    if column in guess.fields:
        return words.say(NAMES[guess.fields[column]])
    if column in guess.months:
        return words.month(guess.months[column])
    return words.say("is left out")


def table_columns(words: Words, table: Table, guess: Guess) -> Sequence[Column[Line]]:
    """The file's own columns, each under its letter and what it is."""

    def cell(column: int) -> Callable[[Line], str]:
        return lambda line: line.cell(column)

    return (
        Column("", lambda line: str(line.number), figures=True),
        *(
            Column(f"{letter(column)} · {column_name(words, guess, column)}", cell(column))
            for column in range(table.width)
        ),
    )


def letter(column: int) -> str:
    """The letter of a column in a spreadsheet."""
    return cell_name(column, 0).removesuffix("0")


def problem_columns(words: Words) -> Sequence[Column[CellProblem]]:
    """Where, what stands there, and why it cannot be taken."""
    return (
        Column(words.say("Cell"), lambda problem: problem.cell),
        Column(words.say("What stands there"), lambda problem: problem.found),
        Column(words.say("What is wrong"), lambda problem: problem.sentence),
    )


def _people(book: Book, words: Words, *, table: Table, guess: Guess, today: date) -> Reading:
    numbers = [int(m.number) for m in book.members() if m.number.isdecimal()]
    found = read_people(table, guess, words, begin=today, next_number=max(numbers, default=0) + 1)
    if any(person.savings or person.voluntary for person in found.persons):
        raise SavingsTooLate
    members = tuple(person.member for person in found.persons)
    return Reading(guess, problems=found.problems, members=members)


def _months(
    book: Book, actor: Actor, words: Words, *, table: Table, guess: Guess, today: date
) -> Reading:
    past = read_past(book, table, guess, words)
    if past.problems or not past.records:
        return Reading(guess, problems=past.problems, past=past)
    names = Names(book.rulebook(today), {m.id: m for m in book.members()})
    try:
        bring_in_days(book, actor, records=past.records, today=today, trial=True)
    except DaysRefused as refused:
        return Reading(guess, past.problems_of(refused.problems, words, names), past=past)
    except OnlyTried:
        pass
    return Reading(guess, past=past)
