"""The program's own typefaces: which letter is in which, and how wide a line of them is.

Every face covers one script, so a text is cut into runs by asking the faces in order, one letter
with its marks at a time: Latin with the figures first, then Lao, then Thai. The system's fonts are
never used: they differ from one laptop to the next, and some stack Lao marks on one another.
"""

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from reports.troubles import FontMissing, MissingGlyph
from resources import path

_MARKS = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece"
_SHAPED_MOST = 20_000
_CLUSTER = re.compile(f"[^{_MARKS}][{_MARKS}]*|.", re.DOTALL)


def clusters_of(text: str) -> list[str]:
    """The letters of a text, each with the marks on it: what may not be parted by any means."""
    return _CLUSTER.findall(text)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shape in a shaped run: which, for which letters, and where, in units of the face.

    `text` is empty for every shape of a cluster but the first.
    """

    number: int
    text: str
    advance: int
    right: int
    up: int


class Face:
    """One typeface file, ready to shape text of its script."""

    def __init__(self, file: Path, script: str) -> None:
        """Read the file; FontMissing where it is not there or is no typeface."""
        self.name = file.stem
        self.script = script
        try:
            self.face = hb.Face(hb.Blob(file.read_bytes()))
            self.font = hb.Font(self.face)
        except (OSError, hb.HarfBuzzError) as trouble:
            raise FontMissing(file) from trouble
        self.units: int = self.face.upem
        self.letters: frozenset[str] = frozenset(map(chr, self.face.unicodes))
        if not self.letters:
            raise FontMissing(file)
        extents = self.font.get_font_extents("ltr")
        self._shaped: dict[str, tuple[Glyph, ...]] = {}
        self.ascent: int = extents.ascender
        self.descent: int = extents.descender

    def advance_of(self, glyph: int) -> int:
        """How far a shape moves the line on, in units of the face."""
        return int(self.font.get_glyph_h_advance(glyph))

    def glyph_of(self, letter: str) -> int:
        """The number of a letter's plain shape, unshaped."""
        return int(self.font.get_nominal_glyph(ord(letter)))

    def shape(self, text: str) -> tuple[Glyph, ...]:
        """The shapes of a run of this face's letters, every mark in its place.

        They are kept for the next paper: rules and heads are the same on all of them.
        """
        shaped = self._shaped.get(text)
        if shaped is None:
            if len(self._shaped) >= _SHAPED_MOST:
                self._shaped.clear()
            shaped = self._shaped[text] = self._shape(text)
        return shaped

    def _shape(self, text: str) -> tuple[Glyph, ...]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.script = self.script
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.font, buffer)
        infos, places = buffer.glyph_infos, buffer.glyph_positions
        starts = [*sorted({info.cluster for info in infos}), len(text)]
        letters = {a: text[a:b] for a, b in itertools.pairwise(starts)}
        glyphs = []
        for info, place in zip(infos, places, strict=True):
            if info.codepoint == 0:
                raise MissingGlyph(letters.get(info.cluster, text), text)
            own = letters.pop(info.cluster, "")
            glyphs.append(
                Glyph(info.codepoint, own, place.x_advance, place.x_offset, place.y_offset)
            )
        return tuple(glyphs)


class Family:
    """The faces of one weight, in the order in which they are asked for a letter."""

    def __init__(self, *faces: Face) -> None:
        """Put faces together; the first one also has the figures and the spaces."""
        self.faces = faces
        self._run_widths: dict[str, float] = {}

    def runs(self, text: str) -> list[tuple[Face, str]]:
        """The text cut by face. MissingGlyph names the first letter that no face has."""
        out: list[tuple[Face, str]] = []
        for cluster in clusters_of(text):
            face = self._face_of(cluster, text)
            if out and cluster == " " and " " in out[-1][0].letters:
                face = out[-1][0]
            if out and out[-1][0] is face:
                out[-1] = (face, out[-1][1] + cluster)
            else:
                out.append((face, cluster))
        return out

    def _face_of(self, cluster: str, text: str) -> Face:
        for face in self.faces:
            if all(letter in face.letters for letter in cluster):
                return face
        missing = next(
            (c for c in cluster if not any(c in face.letters for face in self.faces)), cluster
        )
        raise MissingGlyph(missing, text)

    def width(self, text: str, size: float) -> float:
        """How wide a text is, in points, at a size in points."""
        em = self._run_widths.get(text)
        if em is None:
            em = sum(
                sum(glyph.advance for glyph in face.shape(run)) / face.units
                for face, run in self.runs(text)
            )
            self._run_widths[text] = em
        return em * size


def _family(weight: str) -> Family:
    names = (("NotoSans", "Latn"), ("NotoSansLao", "Laoo"), ("NotoSansThai", "Thai"))
    return Family(*(Face(path(f"fonts/{name}-{weight}.ttf"), script) for name, script in names))


@lru_cache(maxsize=1)
def regular() -> Family:
    """The family for running text. FontMissing where a file of it is not there."""
    return _family("Regular")


@lru_cache(maxsize=1)
def bold() -> Family:
    """The family for heads and totals. FontMissing where a file of it is not there."""
    return _family("Bold")
