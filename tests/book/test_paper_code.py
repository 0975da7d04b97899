"""A code from a paper finds what the book held then, and whatever is no longer as it was."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile

import pytest

from ledger.book.book import Book
from ledger.rules.paper_code import PaperCode, PaperCodeMisread, paper_code_of
from ledger.statements.findings import Fault
from tests.book.books import (
    ONE,
    TWO,
    deposit,
    entry,
    lived_in,
    new_book,
    noon,
    post,
    raw,
    strip_guards,
)
from tests.book.test_past import JANUARY, MARCH, MAY


@pytest.fixture
def told(path: Path) -> Iterator[tuple[Book, list[PaperCode]]]:
    """Three days of deposits, and what the papers of each day said."""
    book = new_book(path)
    codes = [book.paper_code()]
    for day, who, kip in ((JANUARY, ONE, 10_000), (MARCH, TWO, 20_000), (MAY, ONE, 40_000)):
        post(book, entry(day, deposit(who, kip)))
        codes.append(book.paper_code())
    yield book, codes
    book.close()


def compared_after(path: Path, code: str, *work: str) -> tuple[bool, list[tuple[Fault, object]]]:
    """Whether the book is whole for that code after an attack, and what was found."""
    strip_guards(path, work)
    book = Book.open(path, clock=noon)
    found = book.compare_with_paper(code)
    book.close()
    assert found.then is not None
    assert (found.then.figures is None) is bool(found.changed)
    return found.whole, [(f.fault, f.place) for f in found.changed]


def test_a_paper_says_the_newest_seal_and_how_long_the_book_is(
    told: tuple[Book, list[PaperCode]],
) -> None:
    book, codes = told
    assert [(c.act, c.entry, c.lines) for c in codes] == [
        (2, 0, 0),
        (3, 1, 1),
        (4, 2, 2),
        (5, 3, 3),
    ]
    (last,) = book.history(1)
    assert book.paper_code().code == paper_code_of(bytes.fromhex(last.seal))
    assert len({c.code for c in codes}) == 4


def test_every_code_is_found_with_what_the_book_held_then(
    told: tuple[Book, list[PaperCode]],
) -> None:
    book, codes = told
    for number, (code, saved) in enumerate(zip(codes, (0, 10_000, 30_000, 70_000), strict=True)):
        found = book.compare_with_paper(code.code.lower().replace("-", " "))
        assert found.whole
        assert found.code == code.code
        assert found.then is not None
        assert found.then.paper == code
        assert found.then.at == "2025-01-01T12:00:00+07:00"
        assert found.then.figures is not None
        assert (found.then.figures.savings, found.then.figures.members) == (saved, 3)
        assert found.then.figures.cash == saved
        after = (found.lines_after, found.entries_after, found.acts_after)
        assert after == (3 - number, 3 - number, 3 - number)


def test_a_code_of_another_book_is_not_in_this_one(
    told: tuple[Book, list[PaperCode]], tmp_path: Path
) -> None:
    other = lived_in(tmp_path / "other.book")
    found = told[0].compare_with_paper(other.paper_code().code)
    other.close()
    assert (found.then, found.whole) == (None, False)
    assert (found.lines_after, found.entries_after, found.acts_after) == (0, 0, 0)


def test_a_misread_code_is_not_looked_for(told: tuple[Book, list[PaperCode]]) -> None:
    code = told[1][0].code
    for wrong in {"0", "1"} - {code[0]}:
        with pytest.raises(PaperCodeMisread):
            told[0].compare_with_paper(wrong + code[1:])


def test_an_older_file_put_back_does_not_have_the_paper_s_code(
    told: tuple[Book, list[PaperCode]], path: Path, tmp_path: Path
) -> None:
    book, codes = told
    book.close()
    older = tmp_path / "older.book"
    copyfile(path, older)
    later = Book.open(path, clock=noon)
    post(later, entry(MAY, deposit(ONE, 5_000)))
    printed = later.paper_code().code
    later.close()
    put_back = Book.open(older, clock=noon)
    assert put_back.compare_with_paper(printed).then is None
    assert put_back.compare_with_paper(codes[-1].code).whole
    put_back.close()


def test_the_newest_entries_deleted_leave_no_place_for_the_code(
    told: tuple[Book, list[PaperCode]], path: Path
) -> None:
    """The chain of what is left is whole: only the paper knows that there was more."""
    book, codes = told
    book.close()
    strip_guards(
        path,
        [
            "DELETE FROM transfer WHERE entry = 3",
            "DELETE FROM entry WHERE number = 3",
            "DELETE FROM event WHERE seq = 5",
            "UPDATE month_total SET debit = debit - 40000 WHERE month = 202505 AND debit > 0",
            "UPDATE month_total SET credit = credit - 40000 WHERE month = 202505 AND credit > 0",
            "DELETE FROM month_total WHERE debit = 0 AND credit = 0",
        ],
    )
    left = Book.open(path, clock=noon)
    assert left.check() == ()
    assert left.compare_with_paper(codes[3].code).then is None
    assert left.compare_with_paper(codes[2].code).whole
    left.close()


def test_an_amount_changed_before_the_code_is_named(
    told: tuple[Book, list[PaperCode]], path: Path
) -> None:
    book, codes = told
    book.close()
    work = "UPDATE transfer SET kip = kip + 1 WHERE entry = 1"
    assert compared_after(path, codes[2].code, work) == (False, [(Fault.ENTRY_SEAL, (1,))])


def test_an_amount_changed_after_the_code_does_not_touch_what_it_stands_for(
    told: tuple[Book, list[PaperCode]], path: Path
) -> None:
    book, codes = told
    book.close()
    work = "UPDATE transfer SET kip = kip + 1 WHERE entry = 3"
    assert compared_after(path, codes[2].code, work) == (True, [])


@pytest.mark.parametrize(
    ("work", "found"),
    [
        ("UPDATE member_version SET name = 'x' WHERE member = 1", (Fault.EVENT_SEAL, (2,))),
        ("UPDATE rulebook SET facts = '{no json}'", (Fault.EVENT_SEAL, (1,))),
        ("UPDATE event SET facts = '{no json}' WHERE seq = 3", (Fault.EVENT_SEAL, (3,))),
        ("UPDATE group_version SET facts = '{}' WHERE version = 2", (Fault.EVENT_SEAL, (2,))),
    ],
)
def test_a_name_a_rule_or_an_act_changed_is_named(
    told: tuple[Book, list[PaperCode]], path: Path, work: str, found: tuple[Fault, object]
) -> None:
    book, codes = told
    book.close()
    assert compared_after(path, codes[3].code, work) == (False, [found])


def test_every_code_that_a_book_ever_had_is_found(path: Path) -> None:
    book = lived_in(path)
    codes = [paper_code_of(seal) for (seal,) in book.shelf.rows("SELECT hash FROM event")]
    assert len(codes) > 10
    for code in codes:
        assert book.compare_with_paper(code).whole
    book.close()


def test_a_new_book_can_be_tied_to_paper_at_once(path: Path) -> None:
    new_book(path).close()
    connection = raw(path)
    (first,) = connection.execute("SELECT hash FROM event WHERE seq = 1").fetchone()
    connection.close()
    book = Book.open(path, clock=noon)
    found = book.compare_with_paper(paper_code_of(first))
    assert found.whole
    assert found.then is not None
    assert found.then.figures is not None
    assert (found.then.paper.entry, found.then.figures.members) == (0, 0)
    book.close()
