"""The places and copies as tables, and what the first page says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QIcon

from ledger.rules.copy_plan import CopyName
from ledger.statements.copies import KeptPlace, Outcome
from translations import N_, Words
from ui.look import COLOURS
from ui.models.rows import Column
from ui.widgets.icons import icon


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A copy in a folder."""

    name: CopyName
    file: Path


def place_name(words: Words, place: KeptPlace) -> str:
    """What a place is called."""
    return place.name or words.say("This machine")


def place_verdict(words: Words, place: KeptPlace) -> str:
    """Whether the newest copy of a place is good, by its making and by its rehearsal."""
    if not place.act:
        return words.say("no copy yet")
    if is_bad(place):
        return words.say("not good")
    return words.say("good, locked") if place.locked else words.say("good")


_REHEARSED: Mapping[Outcome, str] = {
    Outcome.GOOD: N_("Rehearsed on {day}: good."),
    Outcome.MISSING: N_(
        "Rehearsed on {day}: the newest copy is not there any more. Make copies now."
    ),
    Outcome.UNREADABLE: N_(
        "Rehearsed on {day}: the newest copy cannot be opened. Make copies now; where that fails "
        "too, take another stick."
    ),
    Outcome.WRONG: N_(
        "Rehearsed on {day}: what the newest copy holds does not agree. Check the book, then make "
        "copies now."
    ),
    Outcome.STRANGE: N_(
        "Rehearsed on {day}: the newest copy holds acts that today's book does not have. Look "
        "inside it before anything else."
    ),
}


def rehearsed_line(words: Words, place: KeptPlace) -> str:
    """What came out of the last rehearsal, and what to do; "" where there was none."""
    if place.rehearsed is None or place.outcome is None:
        return ""
    return words.say(_REHEARSED[place.outcome], day=words.day(place.rehearsed))


def place_line(words: Words, place: KeptPlace) -> str:
    """A place in one line: name, day, members, savings, verdict."""
    if not place.act or place.day is None:
        return words.say(
            "{place}: {verdict}",
            place=place_name(words, place),
            verdict=place_verdict(words, place),
        )
    return words.say(
        "{place}: {day}, {members} members, {savings} – {verdict}",
        place=place_name(words, place),
        day=words.day(place.day),
        members=words.number(place.members),
        savings=words.money(place.savings),
        verdict=place_verdict(words, place),
    )


def place_columns(words: Words) -> Sequence[Column[KeptPlace]]:
    """The columns of the places."""
    return (
        Column(words.say("Kept at"), lambda p: place_name(words, p), icon=_picture),
        Column(words.say("Up to"), lambda p: words.day(p.day) if p.day and p.act else "–"),
        Column(
            words.say("Members"),
            lambda p: words.number(p.members) if p.act else "–",
            figures=True,
        ),
        Column(
            words.say("Savings"), lambda p: words.money(p.savings) if p.act else "–", figures=True
        ),
        Column(words.say("Newest copy"), lambda p: place_verdict(words, p), colour=_colour),
        Column(words.say("Rehearsed"), lambda p: _rehearsed(words, p), colour=_colour),
    )


def copy_columns(words: Words) -> Sequence[Column[CopyRow]]:
    """The columns of the copies of one place."""
    return (
        Column(words.say("Up to"), lambda row: words.long_day(row.name.day), icon=_lock),
        Column(words.say("Entry"), lambda row: words.number(row.name.entry), figures=True),
        Column(words.say("Act"), lambda row: words.number(row.name.act), figures=True),
    )


def is_bad(place: KeptPlace) -> bool:
    """Whether a place has no good copy, as far as is known."""
    return not place.good or place.outcome not in {None, Outcome.GOOD}


def _rehearsed(words: Words, place: KeptPlace) -> str:
    if place.rehearsed is None:
        return "–"
    if place.outcome is Outcome.GOOD:
        return words.day(place.rehearsed)
    return words.say("not good")


def _lock(row: CopyRow) -> QIcon | None:
    return icon("lock", COLOURS["accent"]) if row.name.locked else None


def _colour(place: KeptPlace) -> QColor | None:
    return QColor(COLOURS["bad" if is_bad(place) else "good"])


def _picture(place: KeptPlace) -> QIcon | None:
    name = "bad" if is_bad(place) else "good"
    return icon(name, COLOURS[name])
