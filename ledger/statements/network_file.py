"""A network sheet as the text of its file, and back: one spelling, one version, one check code.

What is read comes from anybody's stick and is trusted in nothing: its length, its depth, its
numbers and its names are limited before they are used.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NoReturn

from ledger.rules.days import FIRST_DAY, LAST_DAY
from ledger.rules.network import FIGURE_MAX, TEXT_MAX, Figure, NetworkSheet, Sender
from ledger.rules.network_code import code_of
from ledger.rules.refusals import Refusal

FORMAT = "thon-ngoen network sheet"
VERSION = 1
BYTES_MAX = 32_768
"""No sheet is longer; a file that is, is not even read."""

_DIGITS_MAX = 16


@dataclass
class NotASheet(Refusal):
    """The file is something else, or was cut off; `why` is one of a few plain words."""

    why: str


@dataclass
class SheetTooNew(Refusal):
    """A newer program wrote the sheet."""

    version: int


@dataclass
class SheetChanged(Refusal):
    """What stands in the file is not what its code was made for: it was changed or damaged."""

    code: str
    found: str


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet with the code that its file carries."""

    sheet: NetworkSheet
    code: str


def file_of(sheet: NetworkSheet) -> tuple[bytes, str]:
    """The file of a sheet, and its code. The same sheet gives the same bytes everywhere."""
    content = _content(sheet)
    code = code_of(_spelt(content))
    return _spelt({**content, "code": code}), code


def read_file(raw: bytes) -> SheetFile:
    """The sheet of a file. Raises NotASheet, SheetTooNew or SheetChanged, and nothing else."""
    if len(raw) > BYTES_MAX:
        raise NotASheet(why="too_large")
    plain = _parsed(raw)
    if plain.get("format") != FORMAT:
        raise NotASheet(why="foreign")
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NotASheet(why="foreign")
    if version > VERSION:
        raise SheetTooNew(version=version)
    code = plain.pop("code", None)
    sheet = _sheet(plain)
    content = _content(sheet)
    found = code_of(_spelt(content))
    if code != found or plain != content:
        raise SheetChanged(code=_short(code), found=found)
    return SheetFile(sheet, found)


# --- inside -----------------------------------------------------------------------------------


def _content(sheet: NetworkSheet) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "group": {f.name: getattr(sheet.sender, f.name) for f in fields(Sender)},
        "day": sheet.day.isoformat(),
        "currency": sheet.currency,
        "practice": sheet.practice,
        "figures": {figure.value: sheet.figures[figure] for figure in sorted(sheet.figures)},
    }


def _spelt(content: Mapping[str, Any]) -> bytes:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1)
    return (text + "\n").encode()


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        plain = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_once,
            parse_int=_whole,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
    except (ValueError, RecursionError):
        raise NotASheet(why="unreadable") from None
    if not isinstance(plain, dict):
        raise NotASheet(why="foreign")
    return plain


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotASheet(why="twice")
    return found


def _whole(digits: str) -> int:
    # A number of a million digits would take minutes to be read.
    if len(digits) > _DIGITS_MAX:
        raise NotASheet(why="number")
    return int(digits)


def _no_number(_found: str) -> NoReturn:
    raise NotASheet(why="number")


def _sheet(plain: Mapping[str, Any]) -> NetworkSheet:
    group, figures = plain.get("group"), plain.get("figures")
    if not isinstance(group, dict) or not isinstance(figures, dict):
        raise NotASheet(why="foreign")
    practice = plain.get("practice")
    if not isinstance(practice, bool):
        raise NotASheet(why="foreign")
    sender = Sender(**{f.name: _text(group.get(f.name)) for f in fields(Sender)})
    if not sender.name.strip() or not sender.book:
        raise NotASheet(why="nameless")
    return NetworkSheet(
        sender=sender,
        day=_day(plain.get("day")),
        currency=_text(plain.get("currency")),
        practice=practice,
        figures={_figure(name): _number(value) for name, value in figures.items()},
    )


def _text(found: object) -> str:
    if not isinstance(found, str) or len(found) > TEXT_MAX or not found.isprintable():
        raise NotASheet(why="text")
    return found


def _day(found: object) -> date:
    try:
        day = date.fromisoformat(_text(found))
    except ValueError:
        raise NotASheet(why="day") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise NotASheet(why="day")
    return day


def _figure(name: str) -> Figure:
    try:
        return Figure(name)
    except ValueError:
        raise NotASheet(why="figure") from None


def _number(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or abs(found) > FIGURE_MAX:
        raise NotASheet(why="number")
    return found


def _short(found: object) -> str:
    return found[:40] if isinstance(found, str) and found.isprintable() else ""
