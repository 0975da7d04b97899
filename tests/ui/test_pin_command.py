"""The command `pin`: nothing secret stands in the command, and the papers tell what was done."""

import io
from pathlib import Path

import pytest

from tests.reports.pdfs import text_of
from tests.walks.commands import Commands

OFFICERS = (
    *("--officer", "president:ນາງ ດາວ", "--officer", "accountant:ນາງ ບົວ"),
    *("--officer", "treasurer:ນາງ ຄຳ"),
)
PIN, OTHER = "739152", "842613"
DAO, BOUA = ("--by", "ນາງ ດາວ"), ("--by", "ນາງ ບົວ")


class Typed:
    """A command with lines that come in behind it."""

    def __init__(self, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
        self.commands = commands
        self._monkeypatch = monkeypatch

    def run(self, *words: object, typed: tuple[str, ...] = ()) -> str:
        self._lines(typed)
        return self.commands.run(*words)

    def refused(self, *words: object, typed: tuple[str, ...] = ()) -> str:
        self._lines(typed)
        status, _, err = self.commands.try_to(*words)
        assert status == 1
        return err

    def _lines(self, typed: tuple[str, ...]) -> None:
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{t}\n" for t in typed)))


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typed:
    return Typed(Commands(capsys), monkeypatch)


@pytest.fixture
def book(typed: Typed, tmp_path: Path) -> Path:
    file = tmp_path / "group.book"
    typed.run(
        *("new", file, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ"),
        *("--begin", "2026-01-05", *OFFICERS),
    )
    return file


def test_a_pin_is_set_changed_and_dropped(typed: Typed, book: Path) -> None:
    assert typed.run("pin", book, *DAO, typed=(PIN, PIN)) == "ນາງ ດາວ has a new PIN.\n"
    wrong = typed.refused("pin", book, *DAO, typed=(OTHER, OTHER, OTHER))
    assert wrong == "This is not the PIN of ນາງ ດາວ. Try again.\n"
    typed.run("pin", book, *DAO, typed=(PIN, OTHER, OTHER))
    assert typed.run("pin", book, *DAO, "--drop", typed=(OTHER,)).endswith("from now on.\n")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((PIN, OTHER), "The two PINs are not the same."),
        (("111111", "111111"), "Anybody guesses this PIN."),
        (("7391", "7391"), "A PIN has 6 to"),
        ((), "A PIN has 6 to"),
    ],
)
def test_a_pin_that_does_not_do_is_refused(
    typed: Typed, book: Path, lines: tuple[str, ...], said: str
) -> None:
    assert typed.refused("pin", book, *DAO, typed=lines).startswith(said)


def test_nobody_of_that_name(typed: Typed, book: Path) -> None:
    assert "ໃຜ" in typed.refused("pin", book, "--by", "ໃຜ", typed=(PIN, PIN))


def test_a_forgotten_one_is_set_anew_and_printed_on_the_next_report(
    typed: Typed, book: Path, tmp_path: Path
) -> None:
    typed.run("pin", book, *DAO, typed=(PIN, PIN))
    alone = typed.refused("pin", book, *DAO, "--codes", typed=(PIN,))
    assert alone.startswith("This takes two officers")
    out = typed.run("pin", book, *DAO, "--codes", "--second", "ນາງ ບົວ", typed=(PIN,))
    first, second, third = out.splitlines()[1:]
    one = (first, first, OTHER, OTHER)
    assert "Two different sealed codes" in typed.refused(
        "pin", book, *DAO, "--forgotten", typed=one
    )
    out = typed.run("pin", book, *DAO, "--forgotten", typed=(first, third, OTHER, OTHER))
    assert out.splitlines()[0] == "The PIN of ນາງ ດາວ was set anew with two sealed codes."
    again = (first, second, PIN, PIN)
    assert "0 of those" in typed.refused("pin", book, *DAO, "--forgotten", typed=again)
    pdf = tmp_path / "year.pdf"
    typed.run("print", book, "proposed", "--year", "2026", "--out", pdf, *BOUA)
    text = " ".join(text_of(pdf).split())
    assert "1 of 3 officers prove with a PIN" in text
    assert "was set anew with two sealed codes." in text
    typed.run("print", book, "trail", "--year", "2026", "--out", pdf, *BOUA)
    text = " ".join(text_of(pdf).split())
    assert "has a new PIN." in text
    assert text.count("was set anew with two sealed codes.") == 2
    assert first not in book.read_bytes().decode("latin-1")


def test_a_group_without_pins_says_so(typed: Typed, book: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "year.pdf"
    typed.run("print", book, "proposed", "--year", "2026", "--out", pdf)
    assert "The group runs without PINs" in " ".join(text_of(pdf).split())
