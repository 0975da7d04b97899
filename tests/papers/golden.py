"""What stands where on a paper, as lines of text that can be kept and compared.

Whoever changes a paper on purpose looks at it, runs the tests once with UPDATE_PAPERS=1 in the
environment, and reads what has changed in the kept files as she would a change of the books.
"""

import os
import re
from itertools import groupby
from pathlib import Path

from tests.reports.pdfs import Word, words_of

KEPT = Path(__file__).resolve().parent / "golden"
_CENTRED = 150
"""No line that begins at a margin begins as far to the right, in points."""
# The code of the book says what was written into it, and when: no matter of the paper.
_CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}-[0-9A-Z]")


def places_of(pdf: Path, pages: int) -> str:
    """The lines of the first pages: page, left and right edge, top (in points), and the text."""
    found = []
    words = [word for word in words_of(pdf) if word.page <= pages]
    for page, on_page in groupby(words, key=lambda word: word.page):
        for line in _lines(list(on_page)):
            text = _CODE.sub("CODE", " ".join(word.text for word in line))
            # The dot behind a code stands alone where the letters of two scripts differ in height.
            if set(text) <= {"·", " "}:
                continue
            # How wide a code is depends on its letters, and so does where a centred one begins.
            coded = "CODE" in text
            right = "" if coded else f"{line[-1].right:.0f}"
            left = "" if coded and line[0].left > _CENTRED else f"{line[0].left:.0f}"
            place = f"{page} {left}-{right} {line[0].top:.0f}"
            found.append(f"{place} {text}")
    return "\n".join(found) + "\n"


def _lines(words: list[Word]) -> list[list[Word]]:
    """The words of a page put together to lines: those of one height, from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (round(word.bottom), word.left)):
        if lines and abs(lines[-1][-1].bottom - word.bottom) <= 1:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def compare(name: str, text: str) -> None:
    """Hold a text against the one that is kept; keep it instead, where the switch is set."""
    file = KEPT / f"{name}.txt"
    if os.environ.get("UPDATE_PAPERS"):
        KEPT.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    assert kept.splitlines() == text.splitlines(), f"look at {name}, then set UPDATE_PAPERS=1"
