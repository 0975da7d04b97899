"""The command that holds a paper's code against the book: four answers, four statuses."""

from pathlib import Path

import pytest

from ledger.book.book import Book
from ledger.rules.paper_code import paper_code_of
from tests.book.books import lived_in, noon, strip_guards
from tests.walks.commands import Commands


@pytest.fixture
def commands(capsys: pytest.CaptureFixture[str]) -> Commands:
    return Commands(capsys)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "village.book"
    lived_in(file).close()
    return file


def code_after(file: Path, act: int) -> str:
    """What a paper said that was printed after the act of that number."""
    book = Book.open(file, clock=noon)
    (seal,) = (row.seal for row in book.history() if row.number == act)
    book.close()
    return paper_code_of(bytes.fromhex(seal))


def test_a_paper_that_fits_is_told_what_the_book_held_then(commands: Commands, book: Path) -> None:
    code = code_after(book, 6)
    lines = commands.run("compare", book, *code.lower().split("-")).splitlines()
    assert lines == [
        "The book still holds exactly what it held when this paper was printed.",
        "It was made after act 6 and entry 3, with 3 amounts in the book: 01/01/2025, 12:00 by the"
        " computer's clock.",
        "Then: 3 members, savings 50,000\u00a0kip, cash 40,000\u00a0kip, loans 10,000\u00a0kip.",
        "Since then 9 entries with 13 amounts were written.",
    ]


def test_a_paper_of_another_book_is_not_in_this_one(
    commands: Commands, book: Path, tmp_path: Path
) -> None:
    status, out, err = commands.try_to("compare", book, paper_code_of(bytes(31) + b"x"))
    assert (status, out) == (3, "")
    assert err.startswith("This code is not in this book.")
    assert "Do not write on in this book." in err


def test_what_was_changed_since_is_named(commands: Commands, book: Path) -> None:
    code = code_after(book, 6)
    strip_guards(book, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 2"])
    status, out, err = commands.try_to("compare", book, code)
    assert (status, out) == (4, "")
    assert "Entry number 2 was changed after it was written." in err
    assert "savings" not in err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0000-0000-0000-0000-0000", "A code has 21 letters and figures; 20 were typed."),
        ("1000-0000-0000-0000-0000-0", "One letter of the code is wrong, or two changed places."),
        ("U000-0000-0000-0000-0000-0", "There is a letter in it that no code has."),
    ],
)
def test_a_misread_code_is_asked_for_again(
    commands: Commands, book: Path, typed: str, said: str
) -> None:
    status, out, err = commands.try_to("compare", book, typed)
    assert (status, out) == (1, "")
    assert err.startswith(said)
