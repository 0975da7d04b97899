"""Reads a printed paper back with poppler: its text, its words with their places, its facts."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="poppler is not installed"
)


def _run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True)
    # A page on which nothing stands yet, as in a booklet, is no trouble.
    assert done.stderr.replace(b"no word list\n", b"") == b"", done.stderr
    return done.stdout.decode("utf-8")


def text_of(pdf: Path, *options: str) -> str:
    """The text of a paper; poppler's own order unless options say otherwise."""
    return _run("pdftotext", "-enc", "UTF-8", *options, str(pdf), "-")


def pages_of(pdf: Path, *options: str) -> list[str]:
    """The text of each page."""
    return text_of(pdf, *options).split("\f")[:-1]


def raw_lines(pdf: Path) -> list[str]:
    """The lines of text in the order in which they were written, without page ends."""
    return [line for line in text_of(pdf, "-raw").replace("\f", "\n").splitlines() if line]


def facts_of(pdf: Path) -> dict[str, str]:
    """What pdfinfo says of a paper."""
    lines = (line.split(":", 1) for line in _run("pdfinfo", str(pdf)).splitlines())
    return {name.strip(): value.strip() for name, value in lines}


def fonts_of(pdf: Path) -> list[str]:
    """The lines of pdffonts below its head."""
    return _run("pdffonts", str(pdf)).splitlines()[2:]


@dataclass(frozen=True)
class Word:
    """One word with its box, in points from the upper left corner of its page."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


_WORD = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>')


def words_of(pdf: Path) -> list[Word]:
    """Every word of a paper with its place."""
    found = []
    for number, page in enumerate(text_of(pdf, "-bbox").split("<page ")[1:], start=1):
        for left, top, right, bottom, text in _WORD.findall(page):
            found.append(
                Word(number, float(left), float(top), float(right), float(bottom), unescape(text))
            )
    return found


@dataclass(frozen=True, order=True)
class Stroke:
    """A level line, in points from the upper left corner of its page."""

    page: int
    left: float
    right: float
    y: float


def strokes_of(pdf: Path, *, dotted: bool) -> list[Stroke]:
    """The level lines of a paper that are dotted, or those that are not."""
    found = []
    document = pdfium.PdfDocument(pdf)
    try:
        for number, page in enumerate(document, start=1):
            for one in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_PATH]):
                left, bottom, right, top = one.get_bounds()
                dots = pdfium_c.FPDFPageObj_GetDashCount(one.raw) > 0
                if dots == dotted and right - left > 4 * (top - bottom):
                    y = page.get_height() - (bottom + top) / 2
                    found.append(Stroke(number, left, right, y))
    finally:
        document.close()
    return sorted(found)


def has_private_letters(text: str) -> bool:
    """Whether letters stand in it that no script has."""
    return any("\ue000" <= letter <= "\uf8ff" for letter in text)
