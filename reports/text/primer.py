"""The shapes that papers are made of, numbered the same in every file that wants it so.

A page can only go from one file into another, or from one process into another, where the same code
stands for the same shape in both. So each face is shown, once, the letters of its script with the
marks that stand on them, and numbers what it drew. A shape that is not among them is numbered as it
comes, and the page on which it stands stays in its own file.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from reports.fonts import Face

_LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)])) + "–—‘’“”…•·№×−≤≥←→€₭ŒœŠš"
_JOINED = " ff fi fl ffi ffl"


@dataclass(frozen=True)
class _Marks:
    """The letters of a script, those of them that move their marks, and the marks themselves."""

    letters: str
    tall: str
    marks: str
    tones: str
    am: str
    under: str
    before: str


_LAO = _Marks("".join(map(chr, range(0x0E81, 0x0EAF))) + "ໜໝໞໟ", "ກປຝຍຫ", "ັິີຶືຸູົຼໍ", "່້໊໋໌", "ຳ", "ຼ", "ເແໂໃໄ")
_THAI = _Marks("".join(map(chr, range(0x0E01, 0x0E2F))), "กปญฐฎ", "ัิีึืฺุู็ํ", "่้๊๋์", "ำ", "", "เแโใไ")


def primer_of(face: Face) -> str:
    """The letters of a face with every mark that one of them can bear."""
    if face.script == "Latn":
        return "".join(letter for letter in _LATIN if letter in face.letters) + _JOINED
    lao = face.script == "Laoo"
    first = 0x0E80 if lao else 0x0E00
    whole = " " + "".join(
        chr(code) for code in range(first, first + 0x80) if chr(code) in face.letters
    )
    return whole + _clusters(face, _LAO if lao else _THAI)


def _clusters(face: Face, of: _Marks) -> str:
    single = [*of.marks, *of.tones, of.am, *(tone + of.am for tone in of.tones)]
    parts = [a + b for a, b in product(of.letters, single)]
    parts += [a + b + c for a, b, c in product(of.tall, of.marks, of.tones)]
    parts += [a + b + c for a, b, c in product(of.tall, of.under, (*of.marks, *of.tones))]
    parts += [a + b + c + d for a, b, c, d in product(of.tall, of.under, of.marks, of.tones)]
    parts += [a + b + c for a, b, c in product(of.before, of.tall, (*of.marks, *of.tones))]
    return "".join(part for part in parts if all(letter in face.letters for letter in part))


@lru_cache(maxsize=16)
def primed(face: Face) -> tuple[tuple[int, str], ...]:
    """The shapes of a face with the letters they stand for, in the order of their codes."""
    seen: dict[tuple[int, str], None] = {}
    for glyph in face.shape(primer_of(face)):
        seen[glyph.number, glyph.text] = None
    return tuple(seen)
