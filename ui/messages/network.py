"""What is said when a sheet for the network is not right, or a file is no sheet that counts."""

from collections.abc import Mapping
from typing import Any

from ledger.rules.network import AMOUNTS, Figure
from ledger.rules.network_checks import (
    CountWithoutAmount,
    FigureBelowZero,
    FigureNotTypable,
    FigureNotTyped,
    MoreThanThereCanBe,
    PartsMissTotal,
    PlaceNotSaid,
)
from ledger.statements.network_file import NotASheet, SheetChanged, SheetTooNew
from ledger.statements.network_pile import (
    SheetDoubled,
    SheetOfOtherCurrency,
    SheetOfPractice,
    SheetOlder,
    SheetsDisagree,
)
from translations import N_, Words
from translations.network_words import figure_name
from ui.messages.telling import Table, Told
from ui.sheet_folder import FolderTooFull, FolderUnreadable, FolderWithoutSheets

_MORE: dict[tuple[Figure, Figure], str] = {
    (Figure.HOUSEHOLDS, Figure.POPULATION): N_(
        "There are more households ({found}) than people ({most}). Count both again."
    ),
    (Figure.MEMBERS, Figure.POPULATION): N_(
        "There are more members ({found}) than people in the villages ({most}). Count them again."
    ),
    (Figure.MEMBER_HOUSEHOLDS, Figure.HOUSEHOLDS): N_(
        "More households have a member ({found}) than there are ({most}). Look at the register."
    ),
    (Figure.MEMBER_HOUSEHOLDS, Figure.MEMBERS): N_(
        "There are more households of members ({found}) than members ({most})."
    ),
    (Figure.WELFARE_MEMBERS, Figure.MEMBERS): N_(
        "More are in the welfare fund ({found}) than are members ({most})."
    ),
}
_OTHER_MORE = N_("“{part}” ({found}) cannot be more than “{whole}” ({most}).")

_NO_SHEET = {
    "too_large": N_("It is too large for a sheet."),
    "foreign": N_("It is not a sheet of a savings group."),
    "unreadable": N_("It cannot be read: it is something else, or was cut off on the way."),
    "twice": N_("It says one thing twice. It was not written by this program."),
    "number": N_("It has a number in it that no sheet can have."),
    "text": N_("It has a name in it that no sheet can have."),
    "day": N_("Its day cannot be one."),
    "figure": N_("It has a figure that this program does not know."),
    "nameless": N_("It does not say which group it is from."),
}

_PLACES = {
    "district": N_("The group's district is missing. Write it down in the settings."),
    "province": N_("The group's province is missing. Write it down in the settings."),
}


def _amount(words: Words, figure: Figure, value: int) -> str:
    return words.money(value) if figure in AMOUNTS else words.number(value)


def _figures(words: Words, no: Any) -> Mapping[str, str]:
    """The names of the figures that a problem is about, and their values in their own units."""
    told: dict[str, str] = {}
    for name in ("figure", "whole", "part", "count", "amount"):
        figure = getattr(no, name, None)
        if isinstance(figure, Figure):
            told[name] = figure_name(words, figure.value)
    return told


def _parts(words: Words, no: PartsMissTotal) -> Mapping[str, str]:
    return {
        **_figures(words, no),
        "found": _amount(words, no.whole, no.found),
        "parts": _amount(words, no.whole, no.parts),
    }


def _counted(words: Words, no: CountWithoutAmount) -> Mapping[str, str]:
    return {**_figures(words, no), "kip": words.money(no.kip)}


def _below(words: Words, no: FigureBelowZero) -> Mapping[str, str]:
    return {**_figures(words, no), "found": _amount(words, no.figure, no.found)}


TOLD: Table = {
    PartsMissTotal: Told(
        N_("{whole}: the parts make {parts}, but {found} stands there."), more=_parts
    ),
    MoreThanThereCanBe: Told(lambda no: _MORE.get((no.part, no.whole), _OTHER_MORE), more=_figures),
    CountWithoutAmount: Told(
        N_("{count}: {counted} are counted, with {kip}. Where one is nothing, both must be."),
        more=_counted,
    ),
    FigureBelowZero: Told(N_("{figure} cannot be below nothing ({found})."), more=_below),
    FigureNotTyped: Told(
        N_("“{figure}” is still missing. Type it; where there is none, type 0."), more=_figures
    ),
    FigureNotTypable: Told(
        N_("“{figure}” is not typed: the book knows it, or it is too large."), more=_figures
    ),
    PlaceNotSaid: Told(lambda no: _PLACES.get(no.what, _PLACES["district"])),
    NotASheet: Told(lambda no: _NO_SHEET.get(no.why, _NO_SHEET["foreign"])),
    SheetTooNew: Told(
        N_("A newer program wrote it (form {version}). Bring this program up to date.")
    ),
    SheetChanged: Told(
        N_("It was changed or damaged: its code should be {found}. Ask the group for it again.")
    ),
    SheetOfPractice: Told(N_("It is the sheet of a practice group.")),
    SheetOfOtherCurrency: Told(N_("Its amounts are in {currency} and not in kip.")),
    SheetDoubled: Told(N_("It is the same sheet as {other}, which was counted.")),
    SheetOlder: Told(N_("The group has a later sheet of that year: {other} was counted.")),
    SheetsDisagree: Told(
        N_("It and {other} are of one group and one day and differ. Ask the group which is right.")
    ),
    FolderUnreadable: Told(N_("There is no folder {name}, or it cannot be looked into.")),
    FolderTooFull: Told(
        N_("There are more than {most} files in {name}. Choose the sheets' folder.")
    ),
    FolderWithoutSheets: Told(N_("There is no sheet in {name} that could be counted.")),
}
