"""Writes text on the pages of one document: every distinct text is shaped once and kept.

What is kept are the finished drawing commands of a text at a size, which do not depend on where it
stands. Figures, by far the most frequent text on these papers, are put together letter by letter
from ready codes and never shaped: their widths are all the same.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reports.fonts import Face, Family
from reports.text.document_fonts import DocumentFont, plain
from reports.text.primer import primed

# The names of faces and the codes shown with them; letters for searching begin with FEFF.
_CODES = re.compile(r"/(T\d+) [\d.]+ Tf|<((?!FEFF)[0-9A-F]+)>")
_FIGURES = "0123456789.,/-% №"
_UNSPACED = re.compile("[\u0e00-\u0eff]")
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\t\r\n\v\f\u2028\u2029]+")


def one_line(text: str) -> str:
    """The text as it can stand on one line: no unseen letters, line ends as spaces."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


@dataclass(frozen=True, slots=True)
class Style:
    """A family at a size in points; lines of it stand `leading` points apart."""

    family: Family
    size: float
    leading_factor: float = 1.6

    @property
    def leading(self) -> float:
        """From one baseline to the next: room for Lao marks above and below."""
        return self.size * self.leading_factor

    def width(self, text: str) -> float:
        """How wide a text is in this style, in points."""
        return self.family.width(text, self.size)

    def at(self, size: float) -> "Style":
        """The same family at another size."""
        return Style(self.family, size, self.leading_factor)


class Figures:
    """Ready codes and widths of the figures of one style."""

    def __init__(self, font: DocumentFont, style: Style) -> None:
        face = font.face
        glyphs = {ord(letter): face.glyph_of(letter) for letter in _FIGURES}
        self.codes = {o: f"{font.code(glyph, chr(o)):04X}" for o, glyph in glyphs.items()}
        scale = style.size / face.units
        self.widths = {chr(o): face.advance_of(glyph) * scale for o, glyph in glyphs.items()}
        self.name = font.name

    def width(self, text: str) -> float:
        """The width in points of a text of figures and marks."""
        widths = self.widths
        return sum([widths[letter] for letter in text])


class Ink:
    """The text of one document: shapes texts into drawing commands, and owns its fonts."""

    def __init__(self, document: Any, families: Iterable[Family] = ()) -> None:
        """Begin the text of a document of ReportLab's.

        With `families`, their faces have the same names and codes as in every such document.
        """
        self._document = document
        self._fonts: dict[Face, DocumentFont] = {}
        self._kept: dict[tuple[Style, str], str] = {}
        self._figures: dict[Style, Figures] = {}
        for family in families:
            for face in family.faces:
                self._add(face, primed(face))

    def _font(self, face: Face) -> DocumentFont:
        font = self._fonts.get(face) or self._add(face)
        font.used = True
        return font

    def _add(self, face: Face, known: Sequence[tuple[int, str]] = ()) -> DocumentFont:
        font = self._fonts[face] = DocumentFont(face, f"T{len(self._fonts) + 1}", known)
        self._document.delayedFonts.append(font)
        self._document.fontMapping[face.name] = f"/{font.name}"
        return font

    def use(self, names: Iterable[str]) -> None:
        """Say that pages which were drawn elsewhere use the faces of these names."""
        wanted = set(names)
        for font in self._fonts.values():
            font.used |= font.name in wanted

    def names_in(self, commands: str) -> tuple[str, ...]:
        """The names of the faces that drawing commands use."""
        return tuple(f.name for f in self._fonts.values() if f"/{f.name} " in commands)

    def is_common(self, commands: str) -> bool:
        """Whether every code in drawing commands stands for the same shape in every document."""
        own = {f.name: f.last_known for f in self._fonts.values() if f.has_own_codes}
        if not own:
            return True
        last = 0xFFFF
        for name, codes in _CODES.findall(commands):
            if name:
                last = own.get(name, 0xFFFF)
            elif any(int(codes[at : at + 4], 16) > last for at in range(0, len(codes), 4)):
                return False
        return True

    def fonts(self) -> tuple[DocumentFont, ...]:
        """The typefaces that the document uses so far."""
        return tuple(self._fonts.values())

    def figures(self, style: Style) -> Figures:
        """The ready figures of a style, for whoever writes a page full of them."""
        ready = self._figures.get(style)
        if ready is None:
            ready = Figures(self._font(style.family.faces[0]), style)
            self._figures[style] = ready
        return ready

    def commands(self, style: Style, pieces: Iterable[str]) -> str:
        """The drawing commands of a line made of pieces, without its place."""
        return " ".join(self._piece(style, piece) for piece in pieces if piece)

    def _piece(self, style: Style, piece: str) -> str:
        key = (style, piece)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._shaped(style, piece)
            self._kept[key] = kept
        return kept

    def _shaped(self, style: Style, piece: str) -> str:
        body = " ".join(self._run(style, face, run) for face, run in style.family.runs(piece))
        if not _UNSPACED.search(piece):
            return body
        # Without this span, programs that guess the order of letters by place move the marks.
        letters = piece.encode("utf-16-be").hex().upper()
        return f"/Span <</ActualText <FEFF{letters}>>> BDC {body} EMC"

    def _run(self, style: Style, face: Face, run: str) -> str:
        font = self._font(face)
        thousandths = 1000 / face.units
        out = [f"/{font.name} {plain(style.size)} Tf"]
        row: list[str] = []
        rise = 0
        for glyph in face.shape(run):
            if glyph.up != rise:
                if row:
                    out.append(f"[{''.join(row)}] TJ")
                    row = []
                rise = glyph.up
                out.append(f"{plain(rise * style.size / face.units)} Ts")
            if glyph.right:
                row.append(f"{plain(-glyph.right * thousandths)} ")
            row.append(f"<{font.code(glyph.number, glyph.text):04X}>")
            back = face.advance_of(glyph.number) + glyph.right - glyph.advance
            if back:
                row.append(f"{plain(back * thousandths)} ")
        out.append(f"[{''.join(row)}] TJ")
        if rise:
            out.append("0 Ts")
        return " ".join(out)
