"""What the print shop may not do: draw text past the text layer, print grey, ask the book."""

import ast
from pathlib import Path

import pytest

ROOM = Path(__file__).resolve().parents[2] / "reports"
FILES = sorted(ROOM.rglob("*.py"))
# ReportLab's own ways to text, and its tables whose cells may be bare texts: none of them shapes
# Lao or Thai.
FORBIDDEN = {
    "Paragraph",
    "ParagraphStyle",
    "XPreformatted",
    "drawString",
    "drawRightString",
    "drawCentredString",
    "drawAlignedString",
    "beginText",
    "textLine",
    "textLines",
    "drawText",
    "TTFont",
    "stringWidth",
    "setFillGray",
    "setStrokeGray",
}


def trespasses(source: str) -> set[str]:
    """The forbidden names that a file uses, and the parts of ReportLab it should not know."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.alias(name=name):
                found |= {name} & FORBIDDEN
            case ast.Call(func=ast.Attribute(attr="getattr") | ast.Name(id="getattr")):
                found.add("getattr")
        match node:
            case ast.ImportFrom(module=str(module)) if module.startswith("reportlab.platypus"):
                found.add(module)
            case ast.Import(names=names):
                found |= {a.name for a in names if a.name.startswith("reportlab.platypus")}
    return found


def bare_cells(source: str) -> list[int]:
    """The lines on which a row of a table is given a bare text for a cell."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Row"
        and any(
            isinstance(part, ast.Constant | ast.JoinedStr)
            for argument in node.args[:1]
            if isinstance(argument, ast.Tuple)
            for part in argument.elts
        )
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_text_goes_through_the_text_layer(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert trespasses(source) == set()
    assert bare_cells(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "from reportlab.platypus import Table",
        "import reportlab.platypus.tables",
        "from x import Paragraph",
        "canvas.drawString(1, 2, text)",
        "canvas.setFillGray(0.7)",
        "getattr(canvas, name)(text)",
    ],
)
def test_a_trespass_is_seen(source: str) -> None:
    assert trespasses(source)


@pytest.mark.parametrize("source", ["Row(('ຊື່', cell))", "Row((f'{kip}',), strong=True)"])
def test_a_bare_cell_is_seen(source: str) -> None:
    assert bare_cells(source) == [1]


def test_only_the_document_and_the_text_room_know_the_canvas() -> None:
    knowing = {
        file.relative_to(ROOM).as_posix()
        for file in FILES
        if "reportlab" in file.read_text(encoding="utf-8").replace("ReportLab", "")
    }
    assert knowing == {"document.py", "text/document_fonts.py"}
