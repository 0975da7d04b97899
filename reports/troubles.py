"""What can go wrong while a paper is made, with the facts; the machine failed, not the group."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translations.marks import N_
from translations.words import Words


@dataclass
class PrinterTrouble(Exception):  # noqa: N818 -- said to people, with what to do
    """A paper could not be made; the old file, if there was one, is still whole."""

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!s}" for name, value in vars(self).items())
        return f"{type(self).__name__}({facts})"


@dataclass
class FontMissing(PrinterTrouble):
    """A typeface of the program is not where it belongs, or cannot be read."""

    file: Path


@dataclass
class MissingGlyph(PrinterTrouble):
    """A text holds a letter that none of the typefaces can print."""

    character: str
    text: str


class Cause(StrEnum):
    """Why a paper could not be written."""

    DISK_FULL = "disk_full"
    NOT_ALLOWED = "not_allowed"  # open in another program, or a folder of somebody else
    NO_FOLDER = "no_folder"
    OTHER = "other"


@dataclass
class PaperNotWritten(PrinterTrouble):
    """The finished paper could not be put where it was wanted."""

    file: Path
    cause: Cause


_CAUSES = {
    Cause.DISK_FULL: N_("The disk is full. The paper “{file}” was not written."),
    Cause.NOT_ALLOWED: N_(
        "The paper “{file}” cannot be written. If it is open in another program, close it there."
    ),
    Cause.NO_FOLDER: N_("There is no folder for the paper “{file}”. Choose another place."),
    Cause.OTHER: N_("The paper “{file}” could not be written. Try another place."),
}


def trouble_sentence(words: Words, trouble: PrinterTrouble) -> str:
    """What went wrong with a paper and what to do, in the language of `words`."""
    match trouble:
        case FontMissing(file=file):
            return words.say(
                "The typeface {file} is missing. Install the program again.", file=file.name
            )
        case MissingGlyph(character=character, text=text):
            return words.say(
                "The letter “{letter}” in “{text}” cannot be printed. Change it and print again.",
                letter=character,
                text=text,
            )
        case PaperNotWritten(file=file, cause=cause):
            return words.say(_CAUSES[cause], file=file.name)
        case _:
            return words.say("The paper could not be made.")
