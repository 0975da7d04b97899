"""A sheet in a few lines: who came, what each column brought, what was paid, what was counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ledger.rules.meeting_values import Sheet, SheetKind
from ledger.rules.trash import KEPT_DAYS, Thrown
from ledger.statements.meeting_progress import collected, lines_written, presence_of
from ledger.statements.meeting_sheet import MeetingSheet
from translations import Words
from translations.naming import word


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the summary; `strong` is one that everything else adds up to."""

    name: str
    value: str
    strong: bool = False


def facts_of(words: Words, grid: MeetingSheet) -> tuple[Fact, ...]:
    """The summary of a sheet."""
    return tuple(_facts(words, grid))


def sheet_title(words: Words, grid: MeetingSheet) -> str:
    """The kind of sheet, its number and its day."""
    kind = word(words, "sheet_kind", grid.sheet.kind.value)
    return f"{kind} {words.number(grid.sheet.number)} · {words.long_day(grid.sheet.day)}"


def written_sentence(words: Words, grid: MeetingSheet) -> str:
    """How many lines the signing writes into the book."""
    return words.say_many(
        "{n} line goes into the book", "{n} lines go into the book", lines_written(grid)
    )


def _facts(words: Words, grid: MeetingSheet) -> Iterator[Fact]:
    if grid.sheet.kind is SheetKind.MEETING:
        here = presence_of(grid)
        came = words.say(
            "{here} present, {sent} by neighbour, {away} absent",
            here=words.number(here.present),
            sent=words.number(here.by_neighbour),
            away=words.number(here.absent + here.unmarked),
        )
        yield Fact(words.say("Members"), came)
    yield Fact(words.say("Cash before the meeting"), words.kip(grid.cash_before))
    for column, kip in grid.totals:
        if kip:
            yield Fact(word(words, "column", column.value), words.kip(kip))
    yield Fact(words.say("Collected in the grid"), words.kip(collected(grid)), strong=True)
    yield Fact(words.say("Other lines"), words.number(len(grid.sheet.lines)))
    yield Fact(words.say("Came in, total"), words.kip(grid.received))
    yield Fact(words.say("Went out, total"), words.kip(grid.paid_out))
    yield Fact(words.say("Should be in the box"), words.kip(grid.expected), strong=True)
    if grid.counted is not None and grid.difference is not None:
        yield Fact(words.say("Counted"), words.kip(grid.counted), strong=True)
        yield Fact(words.say("Difference"), words.kip(grid.difference))
    if grid.sheet.difference_reason:
        yield Fact(words.say("Reason"), grid.sheet.difference_reason)


def thrown_sentence(words: Words, thrown: Thrown) -> str:
    """Who put a sheet away and when, what stood on it, and until when it can be put back."""
    return words.say(
        "{name} put it away on {day}, with {cells} amounts in the grid ({kip}) and {lines} other "
        "lines. It can be put back until {until}.",
        name=thrown.by,
        day=words.day(thrown.day),
        cells=words.number(thrown.cells),
        kip=words.money(thrown.kip),
        lines=words.number(thrown.lines),
        until=words.day(thrown.day + timedelta(days=KEPT_DAYS)),
    )


def void_sentence(words: Words, sheet: Sheet) -> str:
    """Why a sheet counts no more, and by whom; "" for one that does."""
    by = ", ".join(sheet.void_by)
    if sheet.followed_by is not None:
        return words.say("Opened again by {names}: {reason}", names=by, reason=sheet.void_reason)
    if sheet.void:
        return words.say("Put away by {names}: {reason}", names=by, reason=sheet.void_reason)
    return ""
