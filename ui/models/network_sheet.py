"""The group's sheet as rows: each figure with its amount, where it is from, and what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ledger.book.book import Book
from ledger.rules.accounts import Account
from ledger.rules.network import AMOUNTS, PARTS, TYPED, Figure
from ledger.rules.network_checks import problems_of
from ledger.rules.people import MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook
from ledger.statements.figure import Figure as Pointed
from ledger.statements.figure import accounts_figure, entry_figure, savings_figure
from ledger.statements.network_sheet import Behind, OpenSheet
from translations import Words
from translations.network_words import figure_name
from ui.look import COLOURS
from ui.messages import sentence
from ui.models.closing import account_name
from ui.models.rows import Column
from ui.widgets.icons import icon

_PARTS = frozenset(part for parts in PARTS.values() for part in parts) - frozenset(PARTS)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; `value` is missing where the group has still to type it."""

    figure: Figure
    value: int | None
    problems: tuple[str, ...]


def rows_of(words: Words, made: OpenSheet) -> tuple[FigureRow, ...]:
    """Every figure in its order, with the sentences of what is wrong with it."""
    wrong: dict[Figure, list[str]] = {}
    for problem in problems_of(made.sheet):
        for figure in _about(problem):
            wrong.setdefault(figure, []).append(sentence(words, problem))
    figures = made.sheet.figures
    return tuple(FigureRow(f, figures.get(f), tuple(wrong.get(f, ()))) for f in Figure)


def _about(problem: Refusal) -> Sequence[Figure]:
    """The figures under which a problem is shown: the first that it names."""
    named = (getattr(problem, name, None) for name in ("figure", "part", "count", "whole"))
    return [figure for figure in named if isinstance(figure, Figure)][:1]


def columns_of(words: Words) -> Sequence[Column[FigureRow]]:
    """The columns of the sheet."""
    bad = COLOURS["bad"]
    return (
        Column(
            words.say("Figure"),
            lambda row: (
                ("     " if row.figure in _PARTS else "") + figure_name(words, row.figure.value)
            ),
            icon=lambda row: icon("warn", bad) if row.problems else None,
        ),
        Column(words.say("How much"), lambda row: value_text(words, row), figures=True),
        Column(
            words.say("From"),
            lambda row: words.say("typed") if row.figure in TYPED else words.say("the book"),
        ),
    )


def value_text(words: Words, row: FigureRow) -> str:
    """The figure in its unit; a dash where it is missing."""
    if row.value is None:
        return "–"
    return words.kip(row.value) if row.figure in AMOUNTS else words.number(row.value)


@dataclass(frozen=True, slots=True)
class Namer:
    """Puts what stands behind a figure into words."""

    words: Words
    rulebook: Rulebook
    members: Mapping[MemberId, str]
    day: date

    @classmethod
    def of(cls, words: Words, book: Book, day: date) -> "Namer":
        """With the names that the book has now; `day` is that of the sheet."""
        members = {m.id: f"{m.number} {m.name}" for m in book.members()}
        return cls(words, book.rulebook(book.last_day()), members, day)

    def what(self, row: Behind) -> str:
        """What one thing behind a figure is."""
        words = self.words
        her = "" if row.member is None else self.members.get(row.member, "")
        if row.entry is not None:
            account = her or (row.account is not None and self._account(row.account)) or ""
            number = words.number(row.entry)
            return words.say("Entry {number}", number=number) + (f" · {account}" if account else "")
        if row.loan is not None:
            return words.say("Loan {number}", number=row.name) + f" · {her}"
        if row.figure is not None:
            return figure_name(words, row.figure.value)
        if row.name and her:
            return f"{row.name} · {her}"
        return row.name or her or ("" if row.account is None else self._account(row.account))

    def _account(self, account: Account) -> str:
        return account_name(self.words, self.rulebook, account)


def figure_behind(row: Behind, day: date) -> Pointed | None:
    """Where an amount behind a figure comes from in its turn: an entry, savings, or an account."""
    if row.entry is not None:
        return entry_figure(row.entry, row.day or day)
    if row.account is None:
        return None
    if row.member is not None:
        return savings_figure(row.member, day, row.account)
    return accounts_figure(day, row.account)


def behind_columns(namer: Namer, figure: Figure) -> Sequence[Column[Behind]]:
    """The columns of what stands behind a figure."""
    words = namer.words
    money = figure in AMOUNTS
    return (
        Column(words.say("What stands behind it"), namer.what),
        Column(words.say("Date"), lambda row: words.day(row.day) if row.day else ""),
        Column(
            words.say("How much"),
            lambda row: words.kip(row.amount) if money else words.number(row.amount),
            figures=True,
            figure=lambda row: figure_behind(row, namer.day) if money else None,
        ),
    )
