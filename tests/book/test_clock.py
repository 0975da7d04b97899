"""A clock set back or far ahead is noticed at opening and on the way; it never orders the acts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.actions.keeping import confirm_day
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.copies import make_copy
from ledger.book.copying import copies_in
from ledger.book.keeping import Keeping
from ledger.book.mirror_text import text_with_check
from ledger.book.snapshot import in_memory
from ledger.book.writing import writing
from ledger.rules.clock import ClockDoubt, ClockInDoubt, Way
from ledger.rules.people import Actor, OfficerId, Role
from ledger.rules.permits import Act, NotPermitted
from ledger.statements.copies import KeptPlace
from tests.book.books import BOUN, KHAM, ONE, deposit, entry, new_book, noon, post

LAOS = timezone(timedelta(hours=7))
DAY = date(2025, 1, 1)


class Clock:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.at = noon()

    def __call__(self) -> datetime:
        return self.at

    def set(self, year: int, month: int = 1, day: int = 1, hour: int = 12) -> None:
        self.at = datetime(year, month, day, hour, tzinfo=LAOS)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(path: Path, tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Book]]:
    """Opens the village's book on this machine, as often as it is wanted; written on one day."""
    new_book(path).close()
    books: list[Book] = []

    def again() -> Book:
        for book in books:
            book.close()
        books.append(Book.open(path, clock=clock, keeping=Keeping(tmp_path / "machine")))
        return books[-1]

    yield again
    for book in books:
        book.close()


def save(book: Book, kip: int = 1_000) -> None:
    post(book, entry(DAY, deposit(ONE, kip)))


class TestAtOpening:
    def test_the_same_day_and_the_months_after_it_are_taken(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        for month in (1, 3, 7):
            clock.set(2025, month)
            book = opened()
            assert book.clock_doubt is None
            save(book)

    @pytest.mark.parametrize(("year", "way"), [(2022, Way.BEHIND), (2035, Way.AHEAD)])
    def test_years_before_and_years_after_are_not(
        self, opened: Callable[[], Book], clock: Clock, year: int, way: Way
    ) -> None:
        clock.set(year)
        book = opened()
        assert book.clock_doubt == ClockDoubt(way, date(year, 1, 1), DAY)
        with pytest.raises(ClockInDoubt) as no:
            save(book)
        assert (no.value.way, no.value.clock, no.value.last) == (way, date(year, 1, 1), DAY)
        assert book.history(1)[0].act == "start_books"

    def test_everything_can_still_be_read_and_written_in_pencil(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        clock.set(2035)
        book = opened()
        assert book.figures(DAY).members == 3
        with writing(book, KHAM, Act.PENCIL) as pen:
            pen.draft("words", "x")
        assert book.draft("words") == "x"
        assert book.check() == ()

    def test_set_right_again_it_is_taken(self, opened: Callable[[], Book], clock: Clock) -> None:
        clock.set(2022)
        book = opened()
        assert book.clock_doubt is not None
        clock.set(2025, 1, 2)
        assert book.clock_doubt is None
        save(book)

    def test_another_zone_is_no_other_day(
        self, opened: Callable[[], Book], clock: Clock, path: Path
    ) -> None:
        """Written at one in the morning in Laos, looked at a moment later from the day before."""
        clock.set(2025, 1, 2, hour=1)
        save(opened())
        clock.at = datetime(2025, 1, 1, 18, 5, tzinfo=UTC)
        assert opened().clock_doubt is None

    def test_a_practice_group_is_not_asked(self, tmp_path: Path, clock: Clock) -> None:
        file = tmp_path / "practice.book"
        book = new_book(file)
        with writing(book, KHAM, Act.CHANGE_GROUP) as pen:
            pen.set_group(replace(book.group, practice=True))
        book.close()
        clock.set(2035)
        book = Book.open(file, clock=clock, keeping=Keeping(tmp_path / "machine"))
        assert book.clock_doubt is None
        book.close()


class TestWitnesses:
    def test_the_mirror_log_remembers_when_the_book_was_put_back(
        self, opened: Callable[[], Book], clock: Clock, path: Path, tmp_path: Path
    ) -> None:
        opened().close()
        copyfile(path, tmp_path / "older")
        clock.set(2025, 6)
        save(opened())
        opened().close()
        copyfile(tmp_path / "older", path)
        clock.set(2025, 3)
        assert opened().clock_doubt == ClockDoubt(Way.BEHIND, date(2025, 3, 1), date(2025, 6, 1))

    def test_a_copy_remembers_the_day_on_which_it_was_made(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        book = opened()
        assert book.watch is not None
        places = Keeping(book.path.parent / "machine").places(book.mark)
        places.put(KeptPlace("", "", act=9, day=DAY, good=True, made=date(2025, 2, 1)))
        clock.set(2025, 1, 20)
        book = opened()
        assert book.clock_doubt == ClockDoubt(Way.BEHIND, date(2025, 1, 20), date(2025, 2, 1))

    def test_the_session_itself_remembers(self, opened: Callable[[], Book], clock: Clock) -> None:
        """The group opened the book in March, wrote nothing, and the clock was set back a day."""
        clock.set(2025, 3, 5)
        book = opened()
        assert book.clock_doubt is None
        clock.set(2025, 3, 4)
        with pytest.raises(ClockInDoubt):
            save(book)

    def test_a_line_without_its_time_is_no_witness(
        self, opened: Callable[[], Book], clock: Clock, tmp_path: Path
    ) -> None:
        book = opened()
        (log,) = (tmp_path / "machine" / "mirror").iterdir()
        book.close()
        log.write_bytes(text_with_check('{"act":99,"seal":"ab","rows":{"event":[[99,7]]}}'))
        clock.set(2025, 3)
        assert opened().clock_doubt is None


class TestSaidToBeRight:
    def test_it_is_written_down_and_not_asked_again(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        clock.set(2035, 6, 7)
        book = opened()
        confirm_day(book, KHAM, day=date(2035, 6, 7))
        said = book.history(1)[0]
        assert (said.act, said.name) == (Act.CONFIRM_DAY, KHAM.name)
        assert said.facts == {"day": "2035-06-07", "before": "2025-01-01"}
        save(book)
        book = opened()
        assert book.clock_doubt is None
        save(book)

    def test_after_a_year_too_far_ahead_was_believed_the_right_one_is_confirmed_once(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        clock.set(2035)
        confirm_day(opened(), KHAM, day=date(2035, 1, 1))
        clock.set(2025, 2)
        book = opened()
        assert book.clock_doubt == ClockDoubt(Way.BEHIND, date(2025, 2, 1), date(2035, 1, 1))
        confirm_day(book, BOUN, day=date(2025, 2, 1))
        save(book)
        clock.set(2025, 3)
        book = opened()
        assert book.clock_doubt is None
        save(book)
        assert book.check() == ()

    def test_only_the_day_that_was_shown_is_confirmed(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        clock.set(2035)
        book = opened()
        with pytest.raises(ClockInDoubt):
            confirm_day(book, KHAM, day=date(2034, 12, 31))
        with pytest.raises(ClockInDoubt):
            save(book)

    def test_no_day_before_the_books_began_is_right(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        clock.set(2024, 12, 31)
        with pytest.raises(ClockInDoubt):
            confirm_day(opened(), KHAM, day=date(2024, 12, 31))

    def test_whoever_only_reads_does_not_say_it(
        self, opened: Callable[[], Book], clock: Clock
    ) -> None:
        clock.set(2035)
        book = opened()
        with pytest.raises(NotPermitted):
            confirm_day(book, Actor(OfficerId(3), "x", Role.AUDITOR), day=date(2035, 1, 1))

    def test_where_nothing_is_doubted_nothing_is_written(self, opened: Callable[[], Book]) -> None:
        book = opened()
        before = book.history(1)[0].number
        assert confirm_day(book, KHAM, day=DAY) == Change()
        assert book.history(1)[0].number == before


CLOCKS = st.lists(
    st.dates(date(2001, 1, 1), date(2089, 1, 1)).map(
        lambda day: datetime(day.year, day.month, day.day, 9, 30, tzinfo=LAOS)
    ),
    min_size=2,
    max_size=12,
)


@settings(max_examples=15, deadline=None)
@given(times=CLOCKS)
def test_the_order_of_the_acts_never_depends_on_the_clock(
    times: list[datetime], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the clock says, acts and entries are numbered on, and seals follow each other."""
    folder = tmp_path_factory.mktemp("clock")
    new_book(folder / "village.book").close()
    clock = Clock()
    book = Book.open(folder / "village.book", clock=clock)
    try:
        for number, at in enumerate(times, start=1):
            clock.at = at
            save(book, number)
        told = [row for row in reversed(book.history()) if row.act == "record_day"]
        assert [row.at for row in told] == [at.isoformat(timespec="seconds") for at in times]
        assert [row.number for row in told] == [*range(told[0].number, told[0].number + len(told))]
        rows = book.shelf.rows(
            "SELECT e.number, t.kip FROM entry e JOIN transfer t ON t.entry ="
            " e.number ORDER BY e.number"
        )
        assert rows == [(number, number) for number in range(1, len(times) + 1)]
        assert book.check() == ()
    finally:
        book.close()


def test_copies_are_told_apart_and_kept_by_their_acts_and_not_by_the_clock(
    opened: Callable[[], Book], clock: Clock, tmp_path: Path
) -> None:
    book = opened()
    for year in (2025, 2036, 2027):
        clock.set(year)
        if book.clock_doubt is not None:
            confirm_day(book, KHAM, day=date(year, 1, 1))
        save(book)
        snapshot = in_memory(book.shelf.raw, book.path)
        make_copy(snapshot, tmp_path / "copies", clock=clock)
        snapshot.close()
    acts = [name.act for name in copies_in(tmp_path / "copies", book.mark)]
    assert acts == sorted(acts, reverse=True)
    assert acts[0] == book.history(1)[0].number
