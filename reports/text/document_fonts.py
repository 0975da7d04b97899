"""The typefaces inside one PDF: only the shapes that were used, each knowing which letters it is.

A code in the page stands for a shape together with its letters, so that a mark drawn with a
raised shape is still found as the letter that was typed when somebody searches or copies.
"""

from collections.abc import Sequence
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)

from reports.fonts import Face

_DROPPED = ("GSUB", "GPOS", "GDEF", "name", "OS/2", "STAT", "post", "gasp", "kern")
_UNSEEN = "\u200b"
_MAP_HEAD = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
    "/CMapName /Adobe-Identity-UCS def /CMapType 2 def "
    "1 begincodespacerange <0000> <FFFF> endcodespacerange"
)


def plain(value: float) -> str:
    """A number as a PDF wants it: at most three places, no needless noughts."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


class DocumentFont:
    """One face in one document; it writes itself when the document is saved."""

    def __init__(self, face: Face, name: str, known: Sequence[tuple[int, str]] = ()) -> None:
        """A face under the name that pages call it by; `known` shapes have the first codes."""
        self.face = face
        self.name = name
        self.used = not known
        self.last_known = len(known)
        self._codes: dict[tuple[int, str], int] = {}
        for glyph, text in known:
            self.code(glyph, text)

    @property
    def has_own_codes(self) -> bool:
        """Whether it has codes that no other file has."""
        return len(self._codes) > self.last_known

    def code(self, glyph: int, text: str) -> int:
        """The code of a shape that stands for these letters (none: it only completes others)."""
        return self._codes.setdefault((glyph, text or _UNSEEN), len(self._codes) + 1)

    def glyphs(self) -> tuple[int, ...]:
        """The shapes that were used, in the order of their codes."""
        return tuple(glyph for glyph, _ in self._codes)

    def addObjects(self, document: Any) -> None:
        """Put the subset and its maps into the document; ReportLab calls this when it saves."""
        if not self.used:
            return
        subset, new_numbers = self._subset()
        glyphs = self.glyphs()
        base = PDFName(f"THONNG+{self.face.name}")
        descriptor = self._descriptor(document, base, subset)
        to_glyph = b"\0\0" + b"".join(new_numbers[g].to_bytes(2, "big") for g in glyphs)
        widths = [self._thousandths(self.face.advance_of(g)) for g in glyphs]
        inner = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": base,
                "DW": 0,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": self._put(document, descriptor, "d"),
                "W": PDFArray([1, PDFArray(widths)]),
                "CIDToGIDMap": self._put(document, _stream(document, to_glyph), "g"),
            }
        )
        outer = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([self._put(document, inner, "c")]),
                "ToUnicode": self._put(document, _stream(document, self._letters()), "u"),
            }
        )
        fonts = document.idToObject[pdfdoc.BasicFonts]
        fonts.dict[self.name] = self._put(document, outer, "f")

    def _put(self, document: Any, thing: object, suffix: str) -> Any:
        return document.Reference(thing, f"{self.name}{suffix}")

    def _thousandths(self, units: int) -> float:
        scaled = units * 1000 / self.face.units
        return int(scaled) if scaled == int(scaled) else round(scaled, 3)

    def _descriptor(self, document: Any, base: object, subset: bytes) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "ItalicAngle": 0,
                "FontBBox": PDFArray([-700, -700, 1500, 1400]),
                "Ascent": self._thousandths(self.face.ascent),
                "Descent": self._thousandths(self.face.descent),
                "CapHeight": 714,
                "StemV": 80,
                "FontFile2": self._put(
                    document, _stream(document, subset, Length1=len(subset)), "t"
                ),
            }
        )

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The face with the used shapes only, and the new number of each."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update({*self.glyphs(), 0})
        wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
        for table in _DROPPED:
            wanted.drop_table_tag_set.add(int.from_bytes(table.ljust(4).encode(), "big"))
        plan = hb.SubsetPlan(self.face.face, wanted)
        numbers = dict(plan.old_to_new_glyph_mapping)
        return bytes(plan.execute().blob.data), numbers

    def _letters(self) -> bytes:
        """The map from codes back to letters, for search and copy."""
        lines = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex()}>"
            for (_, text), code in self._codes.items()
        ]
        out = [_MAP_HEAD]
        # The format allows a hundred lines in one block.
        for start in range(0, len(lines), 100):
            block = lines[start : start + 100]
            out += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*out, "endcmap end end"]).encode("ascii")


def _stream(document: Any, content: bytes, **facts: int) -> PDFStream:
    stream = PDFStream(content=content)
    stream.dictionary.dict.update(facts)
    if document.compression:
        stream.filters = [pdfdoc.PDFZCompress]
    return stream
