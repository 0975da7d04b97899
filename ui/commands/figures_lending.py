"""The figures that watch over lending and over the cash box."""

from collections.abc import Callable, Mapping

from ledger.rules.kip import Kip
from translations.reading import Unreadable, read_kip
from ui.commands.asked import Asked, Rows
from ui.commands.opening import money_of
from ui.commands.refusals import OptionUnreadable
from ui.models.suspects import places_of


def _difference(asked: Asked) -> Rows:
    book, sheet = asked.book, asked.book.open_sheet()
    counted = _counted(asked)
    if sheet is not None and sheet.day == asked.day:
        found = book.suspects(sheet.id, counted=counted)
    else:
        sheet, found = None, book.day_suspects(asked.day, counted=counted)
    for place in places_of(asked.words, book, sheet, found):
        suspect, at = place.suspect, place.suspect.at
        member = at.member if at is not None else None
        yield {
            "clue": suspect.clue.value,
            "member": book.member(member).number if member is not None else "",
            "column": at.column.value if at is not None and at.column is not None else "",
            "line": at.line if at is not None and at.line is not None else "",
            "entry": at.entry if at is not None and at.entry is not None else "",
            "kip": abs(at.kip) if at is not None else 0,
            "meant": suspect.meant,
            "note": suspect.note,
            "notes": suspect.notes,
            "alike": suspect.alike,
            "sentence": place.sentence,
        }


def _counted(asked: Asked) -> Kip:
    try:
        return read_kip(asked.counted or "", money_of(asked.book))
    except Unreadable:
        raise OptionUnreadable(option="--counted", found=asked.counted or "") from None


LENDING: Mapping[str, Callable[[Asked], Rows]] = {"difference": _difference}
