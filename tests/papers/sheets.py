"""Pictures of papers, to be looked at: python -m tests.papers.sheets PAPERS OUT [LANGUAGE …].

Pages whose rows stand in the same places look the same but for their words: of each such kind the
page with the most on it is shown, and how many there are of it. PAPERS is a folder of PDFs as
`tests.papers` makes them for one group; OUT gets the pictures and `kinds.txt`, which says what is
on them. A kind of more than a dozen pages is shown twice: its fullest page and its emptiest.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

DOTS = 96
"""Dots to the inch."""
WIDE, HIGH = 1_600, 1_150
"""A picture is as large as the pages of it, and about so large."""
ROW, SMALL_ROW = 12, 60
"""Rows nearer than this, in points, stand in the same place; on a booklet's pages, which are
grids that are filled row by row, what is written is in the same part of the page."""
SMALL = 600
"""A page lower than this, in points, is one of a booklet or a receipt."""
MANY = 12
_GROUND, _GAP = "#808080", 6


@dataclass(frozen=True)
class Place:
    """One page of one file, and how much is written on it."""

    file: Path
    page: int
    letters: int


def main(arguments: list[str]) -> int:
    """Write the pictures; 2 where no folders are named."""
    if len(arguments) < 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    papers, out = Path(arguments[0]), Path(arguments[1])
    out.mkdir(parents=True, exist_ok=True)
    told = []
    for language in arguments[2:] or ["lo", "th", "en"]:
        shown = [place for kinds in _papers(papers, language) for place in kinds]
        for number, sheet in enumerate(_sheets(shown), start=1):
            name = f"{language}-{number:03}.png"
            _draw([place for place, _ in sheet]).save(out / name)
            told += [f"{name} {p.file.name} page {p.page + 1} of {n} alike" for p, n in sheet]
    (out / "kinds.txt").write_text("\n".join(told) + "\n", encoding="utf-8")
    return 0


def kinds_of(files: list[Path]) -> list[tuple[Place, int]]:
    """Of each kind of page the fullest, and the emptiest of many; with how many are alike."""
    kinds = defaultdict[object, list[Place]](list)
    for file in files:
        document = pdfium.PdfDocument(file)
        for number, page in enumerate(document):
            text = page.get_textpage()
            rects = (text.get_rect(i) for i in range(text.count_rects()))
            size = page.get_size()
            row = SMALL_ROW if size[1] < SMALL else ROW
            rows = frozenset(int(bottom / row) for _, bottom, _, _ in rects)
            kinds[size, rows].append(Place(file, number, text.count_chars()))
        document.close()
    shown = []
    for places in kinds.values():
        ordered = sorted(places, key=lambda place: place.letters)
        chosen = [ordered[-1], ordered[0]] if len(ordered) > MANY else [ordered[-1]]
        shown += [(place, len(places)) for place in chosen]
    return shown


def _papers(folder: Path, language: str) -> Iterator[list[tuple[Place, int]]]:
    """Each paper with all of its options: `wall.lo.pdf` and `wall-2.lo.pdf` are one."""
    papers = defaultdict[str, list[Path]](list)
    for file in sorted(folder.glob(f"*.{language}.pdf")):
        papers[file.name.partition(".")[0].rstrip("0123456789").rstrip("-")].append(file)
    for files in papers.values():
        yield kinds_of(files)


def _size(place: Place) -> tuple[int, int]:
    document = pdfium.PdfDocument(place.file)
    wide, high = document[place.page].get_size()
    document.close()
    return round(wide * DOTS / 72) + _GAP, round(high * DOTS / 72) + _GAP


def _sheets(shown: list[tuple[Place, int]]) -> Iterator[list[tuple[Place, int]]]:
    """As many pages as stand on one picture."""
    sheet: list[tuple[Place, int]] = []
    for place, number in shown:
        if sheet and not _fits([p for p, _ in sheet] + [place]):
            yield sheet
            sheet = []
        sheet.append((place, number))
    if sheet:
        yield sheet


def _fits(places: list[Place]) -> bool:
    left, top, row = 0, 0, 0
    for wide, high in map(_size, places):
        if left + wide > WIDE + _GAP:
            left, top, row = 0, top + row, 0
        left, row = left + wide, max(row, high)
    return top + row <= HIGH + _GAP


def _draw(places: list[Place]) -> Image.Image:
    sizes = [_size(place) for place in places]
    whole = Image.new("RGB", (max(WIDE, sizes[0][0]), max(HIGH, sizes[0][1])), _GROUND)
    left, top, row = 0, 0, 0
    for place, (wide, high) in zip(places, sizes, strict=True):
        if left + wide > WIDE + _GAP:
            left, top, row = 0, top + row, 0
        document = pdfium.PdfDocument(place.file)
        drawn = document[place.page].render(scale=DOTS / 72).to_pil().convert("RGB")
        document.close()
        said = f"{place.file.name} {place.page + 1}"
        ImageDraw.Draw(drawn).text((3, 3), said, fill="red")
        whole.paste(drawn, (left, top))
        left, row = left + wide, max(row, high)
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
