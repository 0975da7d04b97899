"""Brings a group's own spreadsheet into its book: members, or past months of deposits."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ledger.actions.bring_in import DaysRefused, OnlyTried, bring_in_days
from ledger.actions.members import add_members
from ledger.book.book import Book
from ledger.rules.people import Actor
from translations import Words, open_words
from ui.bringing.columns import Guess, guess
from ui.bringing.fields import Kind
from ui.bringing.past import Past, read_past
from ui.bringing.people import CellProblem, read_people
from ui.bringing.refusals import CellsRefused, SavingsTooLate, SheetUnknown
from ui.bringing.tables import Table, read_tables
from ui.commands.opening import keeper_of, money_of, officer_named, opened, today_of
from ui.messages.telling import Names
from ui.one_time import key_of


def bring(options: Namespace, words: Words) -> int:
    """Bring the file in whole, or say what is wrong with it and write nothing."""
    table = _sheet(read_tables(options.file), options.sheet)
    found = guess(table)
    with opened(options.book) as book:
        own = open_words(words.language, money_of(book))
        actor = officer_named(book, options.by) if options.by else keeper_of(book)
        actor = replace(actor, once=key_of("bring", repr(table)))
        if found.kind is Kind.MONTHS:
            said = _months(book, actor, _File(table, found, own), options)
        else:
            said = _members(book, actor, _File(table, found, own), options)
    print(said)
    return 0


def _sheet(tables: Sequence[Table], wanted: str | None) -> Table:
    for table in tables:
        if wanted in {None, table.name}:
            return table
    raise SheetUnknown(found=wanted or "", known=tuple(table.name for table in tables))


@dataclass(frozen=True, slots=True)
class _File:
    """The table, what its columns are, and the words in the group's own way of writing money."""

    table: Table
    guess: Guess
    words: Words


def _members(book: Book, actor: Actor, file: _File, options: Namespace) -> str:
    words = file.words
    numbers = [int(m.number) for m in book.members() if m.number.isdecimal()]
    people = read_people(
        file.table,
        file.guess,
        words,
        begin=today_of(options),
        next_number=max(numbers, default=0) + 1,
    )
    _refuse(people.problems)
    if any(person.savings or person.voluntary for person in people.persons):
        raise SavingsTooLate
    members = tuple(person.member for person in people.persons)
    if options.trial:
        return words.say_many(
            "{n} member can be taken. Nothing was written yet.",
            "{n} members can be taken. Nothing was written yet.",
            len(members),
        )
    add_members(book, actor, members=members)
    return words.say_many("{n} member came in.", "{n} members came in.", len(members))


def _months(book: Book, actor: Actor, file: _File, options: Namespace) -> str:
    words = file.words
    past = read_past(book, file.table, file.guess, words)
    _refuse(past.problems)
    try:
        change = bring_in_days(
            book, actor, records=past.records, today=today_of(options), trial=options.trial
        )
    except DaysRefused as refused:
        _refuse(_at_cells(book, past, refused, words))
        raise
    except OnlyTried as tried:
        return words.say(
            "Everything can be taken: {entries} entries. Nothing was written yet.",
            entries=words.number(tried.entries),
        )
    return words.say(
        "{days} days with {entries} entries came in, {kip} altogether.",
        days=words.number(len(past.records)),
        entries=words.number(len(change.entries)),
        kip=words.money(past.kip),
    )


def _at_cells(
    book: Book, past: Past, refused: DaysRefused, words: Words
) -> tuple[CellProblem, ...]:
    names = Names(book.rulebook(book.last_day()), {m.id: m for m in book.members()})
    return past.problems_of(refused.problems, words, names)


def _refuse(problems: Sequence[CellProblem]) -> None:
    if problems:
        first = problems[0]
        raise CellsRefused(
            number=len(problems), cell=first.cell, found=first.found, said=first.sentence
        )
