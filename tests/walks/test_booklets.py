"""Booklets from the command line: given out, lost, and how far each is printed."""

from pathlib import Path

import pytest

from tests.walks.commands import Commands, write_days

NEW = ("--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ", "--begin", "2026-01-05")
OFFICERS = ("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ")
DAY = "2026-01-05"
TODAY = ("--today", "2026-04-05")


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def book(commands: Commands, tmp_path: Path) -> Path:
    file = tmp_path / "group.book"
    commands.run("new", file, *NEW, *OFFICERS)
    rows: list[dict[str, object]] = [
        {"day": DAY, "what": "member", "member": n, "name": f"ຄຳ {n}"} for n in (1, 2)
    ]
    rows += [{"day": DAY, "what": "deposit", "member": n, "amount": 20_000} for n in (1, 1, 1, 2)]
    commands.run("record", file, write_days(tmp_path / "days.csv", rows))
    return file


def test_booklets_are_given_out_and_counted(commands: Commands, book: Path) -> None:
    first, second = commands.figures(book, "passbook-state")
    assert (first["number"], first["booklet"], first["page"], first["not_printed"]) == (
        *("1", "", ""),
        3,
    )
    commands.run("do", book, "new_booklet", "member=1", "size=A6", "pages=8", *TODAY)
    commands.run("do", book, "new_booklet", "member=2", "size=120x180", *TODAY)
    first, second = commands.figures(book, "passbook-state")
    assert (first["booklet"], first["copy"], first["width"], first["pages"]) == (1, 0, 105, 8)
    assert (first["page"], first["next_row"], first["full"], first["printed"]) == (1, 1, "no", 0)
    assert (second["width"], second["height"], second["pages"]) == (120, 180, 12)
    (alone,) = commands.figures(book, "passbook-state", "--member", "2")
    assert alone == second


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new_booklet", "member=1", "size=a7"), "“a7” cannot be understood behind size"),
        (("new_booklet", "member=1", "size=50x60"), "No booklet is 50 × 60 mm"),
        (("lost_booklet", "member=1"), "has no booklet yet"),
    ],
)
def test_what_cannot_be_is_said(
    commands: Commands, book: Path, words: tuple[str, ...], said: str
) -> None:
    before = book.read_bytes()
    status, _, err = commands.try_to("do", book, *words, *TODAY)
    assert status != 0
    assert said in err
    assert book.read_bytes() == before


def test_new_lines_are_printed_and_written_down(
    commands: Commands, book: Path, tmp_path: Path
) -> None:
    commands.run("do", book, "new_booklet", "member=1", *TODAY)
    out = tmp_path / "new.pdf"
    commands.run("print", book, "passbook-lines", "--member", "1", "--out", out, *TODAY)
    assert out.read_bytes().startswith(b"%PDF")
    (state,) = commands.figures(book, "passbook-state", "--member", "1")
    assert state["not_printed"] == 3
    commands.run("do", book, "passbook_printed", "member=1", "last_line=2", *TODAY)
    (state,) = commands.figures(book, "passbook-state", "--member", "1")
    assert (state["next_row"], state["printed"], state["not_printed"]) == (3, 2, 1)
    commands.run("do", book, "passbook_printed", "member=1", *TODAY)
    (state,) = commands.figures(book, "passbook-state", "--member", "1")
    assert (state["next_row"], state["not_printed"]) == (4, 0)
    status, _, err = commands.try_to(
        "print", book, "passbook-lines", "--member", "1", "--out", out, *TODAY
    )
    assert status != 0
    assert "has no new line" in err


def test_a_lost_booklet_is_printed_again_as_a_copy(
    commands: Commands, book: Path, tmp_path: Path
) -> None:
    commands.run("do", book, "new_booklet", "member=1", *TODAY)
    commands.run("do", book, "passbook_printed", "member=1", *TODAY)
    commands.run("do", book, "lost_booklet", "member=1", *TODAY)
    (state,) = commands.figures(book, "passbook-state", "--member", "1")
    assert (state["booklet"], state["copy"], state["not_printed"]) == (1, 1, 3)
    for paper in (("booklet", "--member", "1"), ("booklet-test", "--option", "size=a6")):
        out = tmp_path / f"{paper[0]}.pdf"
        commands.run("print", book, *paper, "--out", out, *TODAY)
        assert out.exists()
    out = tmp_path / "folded.pdf"
    folded = ("--option", "form=folded", "--option", "size=a6")
    commands.run("print", book, "passbooks", "--out", out, *folded, *TODAY)
    assert out.exists()
