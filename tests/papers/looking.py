"""Looks through one printed paper as a careful reader would: is all of it there, in its place?"""

import re
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from reports.flow import Flow, Furniture
from reports.page import Page
from reports.style import HEADING, MM, strong
from reports.text.fitting import ELLIPSIS, Line
from tests.reports.inside import catalogue, fonts, referred, stream
from tests.reports.pdfs import Word, fonts_of, text_of, words_of
from translations import open_words
from translations.days import MONTHS, WEEKDAYS

EDGE = 5 * MM
"""No printer reaches nearer to the edge of a sheet, in points."""
MANY = 200
"""Of a paper of more pages only the first and the last half of so many are looked at one by one."""
HARDLY_ANYTHING = 3
"""On a page with fewer rows of words than this between its head and its foot, paper is wasted."""
TO_THE_EDGE = ("booklet-test",)
"""Papers whose ink goes to the edge on purpose: they show where a booklet lies."""
SMALL_BOOKS = ("booklet", "passbook")
"""Papers that are bound: some of their pages are empty grids, or a few rules, on purpose."""
_FINE = 1.5
_DAY_IN_FIGURES = re.compile(r"\b\d\d/\d\d/\d{4}\b")
_BLANK = "".join(map(chr, (9, 10, 12, 13, 32, 0xA0, 0x200B)))
_NO_BLANKS = str.maketrans("", "", _BLANK)


@dataclass(frozen=True)
class Fault:
    """What is wrong, and where."""

    what: str
    where: str

    def __str__(self) -> str:
        return f"{self.what}: {self.where}"


class Lines(set[str]):
    """The lines of text on a paper; `alone` are the headings under which their page has nothing."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        """No heading is known to stand alone yet."""
        super().__init__(lines)
        self.alone: list[str] = []


@contextmanager
def written() -> Iterator[Lines]:
    """Every line of text that is put on any page within."""
    lines = Lines()
    below: dict[Page, float] = {}
    headings: dict[Page, list[tuple[float, str]]] = {}
    draw, rule, finish = Page.line, Page.rule, Flow.finish

    def line(page: Page, x: float, y: float, line: Line) -> None:
        lines.add(line.text)
        below[page] = min(y, below.get(page, y))
        if line.style == strong(HEADING):
            headings.setdefault(page, []).append((y, line.text))
        draw(page, x, y, line)

    def ruled(page: Page, x1: float, y1: float, x2: float, y2: float, *ink: float) -> None:
        below[page] = min(y1, y2, below.get(page, y1))
        rule(page, x1, y1, x2, y2, *ink)

    def finished(flow: Flow, furniture: Furniture) -> None:
        # What every page has, like its foot, is not what stands under a heading.
        for page in flow.pages:
            lines.alone += [text for y, text in headings.get(page, ()) if below[page] > y - 1]
        finish(flow, furniture)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Page, "line", line)
        patch.setattr(Page, "rule", ruled)
        patch.setattr(Flow, "finish", finished)
        yield lines


def faults_of(pdf: Path, lines: Lines, language: str) -> list[Fault]:
    """Everything that is wrong with a paper on which these lines were written in a language."""
    pages = page_count(pdf)
    found = [*_facts(pdf, language), *_fonts(pdf), *_letters(pdf, lines, pages)]
    if not pdf.name.startswith(TO_THE_EDGE):
        found += _ink(pdf, pages)
    found += [Fault("a heading alone", heading) for heading in lines.alone]
    found += _days(lines, language)
    found += [Fault("cut short", line) for line in lines if line.endswith(ELLIPSIS)]
    if pages <= MANY:
        words = words_of(pdf)
        found += _crowded(words)
        if not pdf.name.startswith(SMALL_BOOKS):
            found += _hardly_anything(words)
    return found


def page_count(pdf: Path) -> int:
    """How many pages a paper has."""
    document = pdfium.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def bare(text: str) -> str:
    """A text without blanks and line ends."""
    return text.translate(_NO_BLANKS)


def _facts(pdf: Path, language: str) -> Iterator[Fault]:
    """What the file says of itself, and shapes that stand for a letter which a typeface has not."""
    file = pdf.read_bytes()
    own = catalogue(file)
    if f"/Lang ({language})".encode() not in own:
        yield Fault("not said in which language", pdf.name)
    if b"/PageLabels" not in own:
        yield Fault("pages without labels", pdf.name)
    xmp = stream(referred(file, "Metadata", own)).decode("utf-8")
    if not re.search(r'<rdf:li xml:lang="x-default">[^<]+</rdf:li>', xmp):
        yield Fault("without a title", pdf.name)
    for font in fonts(file):
        to_glyph = stream(referred(file, "CIDToGIDMap", font))
        # The first code is nobody's; every other stands for a shape of the typeface.
        glyphs = [to_glyph[at : at + 2] for at in range(2, len(to_glyph), 2)]
        if b"\0\0" in glyphs:
            yield Fault("a letter that the typeface has not", pdf.name)


def _days(lines: Iterable[str], language: str) -> Iterator[Fault]:
    """Days in figures beside days in words; the foot says in figures when a paper was printed."""
    printed = open_words(language).template("Printed on {day}").partition("{")[0]
    figures = [x for x in lines if _DAY_IN_FIGURES.search(x) and not x.startswith(printed)]
    weekdays, months = WEEKDAYS[language], MONTHS[language]
    spelt = [x for x in lines if any(d in x for d in weekdays) and any(m in x for m in months)]
    if figures and spelt:
        yield Fault("days written in two ways", f"{min(figures)} | {min(spelt)}")


def _fonts(pdf: Path) -> Iterator[Fault]:
    for line in fonts_of(pdf):
        embedded, subset, letters = line.split()[-5:-2]
        if (embedded, subset, letters) != ("yes", "yes", "yes"):
            yield Fault("typeface not embedded", line)


def _letters(pdf: Path, lines: set[str], pages: int) -> Iterator[Fault]:
    """Letters that no script has, and lines that are not found again.

    Of a paper of very many pages only some are read, so that a line may be on one of the others:
    there a page without any text is the fault that is looked for.
    """
    if pages > MANY:
        half = str(MANY // 2)
        ways: list[tuple[str, ...]] = [("-raw", "-l", half), ("-raw", "-f", str(pages - MANY // 2))]
    else:
        ways = [(), ("-raw",), ("-layout",)]
    for way in ways:
        text = text_of(pdf, *way)
        for letter in sorted(set(text)):
            if "\ue000" <= letter <= "\uf8ff" or letter in "\ufffd\x00":
                yield Fault("letter of no script", f"U+{ord(letter):04X} {way}")
        if pages > MANY:
            empty = [n for n, page in enumerate(text.split("\f")[:-1]) if not bare(page)]
            yield from (Fault("empty page", f"{n} {way}") for n in empty)
            continue
        whole = bare(text)
        yield from (Fault("missing", f"{line} {way}") for line in lines if bare(line) not in whole)


def _ink(pdf: Path, pages: int) -> Iterator[Fault]:
    """Pages with ink nearer to an edge than a printer can print."""
    half = MANY // 2
    numbers = range(pages) if pages <= MANY else (*range(half), *range(pages - half, pages))
    document = pdfium.PdfDocument(pdf)
    try:
        for number in numbers:
            page = document[number]
            picture = page.render(scale=_FINE, grayscale=True).to_pil()
            edge = int(EDGE * _FINE)
            inner = (edge, edge, picture.width - edge, picture.height - edge)
            picture.paste(255, inner)
            if picture.getextrema()[0] < 250:
                yield Fault("ink at the edge", f"page {number + 1}")
            page.close()
    finally:
        document.close()


def _hardly_anything(words: list[Word]) -> Iterator[Fault]:
    """Later pages of a paper, headed as its shell heads them, on which hardly anything stands."""
    by_page: dict[int, list[Word]] = {}
    for word in words:
        by_page.setdefault(word.page, []).append(word)
    for page, there in by_page.items():
        middles = sorted({(word.top + word.bottom) / 2 for word in there})
        # The running head is on one line of its own, the foot on two, with a gap at both.
        first, last = middles[0], max(word.bottom for word in there)
        inner = [middle for middle in middles if first + 8 * MM < middle < last - 12 * MM]
        rows = sum(1 for one, other in zip([0.0, *inner], inner, strict=False) if other - one > 4)
        if page > 1 and rows < HARDLY_ANYTHING:
            yield Fault("hardly anything", f"page {page}: {rows} rows")


def _crowded(words: list[Word]) -> Iterator[Fault]:
    """Words of which one stands on another."""
    by_page: dict[int, list[Word]] = {}
    for word in words:
        by_page.setdefault(word.page, []).append(word)
    for page, there in by_page.items():
        ordered = sorted(there, key=lambda word: word.left)
        for place, one in enumerate(ordered):
            for other in ordered[place + 1 :]:
                if other.left > one.right - 1:
                    break
                if _overlap(one, other):
                    yield Fault("one over another", f"page {page}: {one.text} | {other.text}")


def _overlap(one: Word, other: Word) -> bool:
    """Whether the middle halves of two words' heights meet; their full boxes may touch."""
    top = max(_upper(one), _upper(other))
    bottom = min(_lower(one), _lower(other))
    return bottom - top > 0.5


def _upper(word: Word) -> float:
    return word.top + (word.bottom - word.top) * 0.3


def _lower(word: Word) -> float:
    return word.bottom - (word.bottom - word.top) * 0.3


def poppler_is_there() -> bool:
    """Whether poppler's tools can be run."""
    try:
        return subprocess.run(["pdftotext", "-v"], check=False, capture_output=True).returncode == 0
    except OSError:
        return False
