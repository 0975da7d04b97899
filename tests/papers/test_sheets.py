"""Of pages that look alike one is shown, and it is the fullest."""

from pathlib import Path

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.papers import sheets

ROWS = ((700, 650), (700, 650), (700, 650, 600))


def printed(folder: Path, name: str, *words: str) -> Path:
    """A page with each of these words on every row of its kind, and a last one of another kind."""
    pdf = folder / name
    canvas = Canvas(str(pdf), pagesize=(595, 842))
    for word, rows in zip(words, ROWS, strict=True):
        for row in rows:
            canvas.drawString(50, row, word)
        canvas.showPage()
    canvas.save()
    return pdf


def test_of_pages_that_look_alike_the_fullest_is_shown(tmp_path: Path) -> None:
    pdf = printed(tmp_path, "wall.lo.pdf", "A", "AAA", "A")
    shown = [(place.page, number) for place, number in sheets.kinds_of([pdf])]
    assert shown == [(1, 2), (2, 1)]


def test_the_pictures_say_what_is_on_them(tmp_path: Path) -> None:
    for name in ("wall.lo.pdf", "wall-2.lo.pdf", "minutes.lo.pdf", "minutes.th.pdf"):
        printed(tmp_path, name, "A", "AAA", "A")
    assert sheets.main([str(tmp_path), str(tmp_path / "out"), "lo"]) == 0
    told = (tmp_path / "out" / "kinds.txt").read_text(encoding="utf-8").splitlines()
    assert told == [
        "lo-001.png minutes.lo.pdf page 2 of 2 alike",
        "lo-001.png minutes.lo.pdf page 3 of 1 alike",
        "lo-002.png wall.lo.pdf page 2 of 4 alike",
        "lo-002.png wall.lo.pdf page 3 of 2 alike",
    ]
    with Image.open(tmp_path / "out" / "lo-001.png") as picture:
        assert picture.size == (sheets.WIDE, sheets.HIGH)


def test_without_folders_it_says_what_it_does(tmp_path: Path) -> None:
    assert sheets.main([str(tmp_path)]) == 2
