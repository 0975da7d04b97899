"""Draws the papers that the README shows: python -m tests.papers.pictures FOLDER.

They are papers of the practice group, whose book is kept in FOLDER; the pictures are written to
resources/pictures. They are drawn again whenever one of these papers looks different.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from ledger.book.book import Book
from ledger.rules.people import MemberId
from tests.papers.groups import PRACTICE_TODAY, group_book
from translations import MoneyFormat, open_words
from ui.papers.shop import ready, work_of
from ui.papers.wish import Wish
from ui.papers.year_papers import closed

PLACE = Path(__file__).parents[2] / "resources" / "pictures"
_GROUND, _GAP = "#808080", 8


@dataclass(frozen=True)
class Picture:
    """Pages of a paper beside each other, each so many dots high."""

    name: str
    wish: Callable[[Book, date], Wish]
    pages: tuple[int, ...]
    high: int


PICTURES = (
    Picture("passbook", lambda _, __: Wish("passbook", member=MemberId(4)), (0, -2, -1), 620),
    Picture("annual", lambda b, day: Wish("annual", year=closed(b, day)[0]), (0, 3), 900),
    Picture("collection", lambda _, __: Wish("collection"), (0,), 640),
)


def draw(picture: Picture, book: Book, folder: Path) -> Path:
    """Print the paper in Lao and draw its pages; the picture that was written."""
    words = open_words("lo", MoneyFormat(book.group.points, book.group.decimals))
    pdf = folder / f"{picture.name}.pdf"
    made = ready(book, picture.wish(book, PRACTICE_TODAY), PRACTICE_TODAY)
    work_of(made, words, pdf)(lambda _, __: None, lambda: False)
    drawn = _pages(pdf, picture)
    wide = sum(page.width + _GAP for page in drawn) + _GAP
    whole = Image.new("RGB", (wide, picture.high + 2 * _GAP), _GROUND)
    left = _GAP
    for page in drawn:
        whole.paste(page, (left, _GAP))
        left += page.width + _GAP
    out = PLACE / f"{picture.name}.png"
    whole.quantize(64).save(out, optimize=True)
    return out


def _pages(pdf: Path, picture: Picture) -> list[Image.Image]:
    document = pdfium.PdfDocument(pdf)
    try:
        pages = [document[number % len(document)] for number in picture.pages]
        # Drawn twice as large and made smaller: the marks of Lao stay sharp.
        big = [page.render(scale=2 * picture.high / page.get_height()).to_pil() for page in pages]
        return [page.resize((page.width // 2, picture.high), Image.Resampling.BOX) for page in big]
    finally:
        document.close()


def main(arguments: list[str]) -> int:
    """Draw every picture; 2 where no folder is named."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with group_book("practice", folder).opened() as book:
        for picture in PICTURES:
            sys.stdout.write(f"{draw(picture, book, folder)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
