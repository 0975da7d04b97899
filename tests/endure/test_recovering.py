"""A second fault while the first is mended, and files that were copied at the worst moment."""

import io
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pytest

from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
from tests.closings import NOON
from tests.endure import recovering
from tests.endure.disk import Call
from tests.endure.files import watched
from tests.endure.kill import READS, Ground, ground
from tests.endure.recovering import plain_copy
from tests.endure.scenes import SCENES, Machine, acts_in
from tests.life.__main__ import memory

SEED = 20260414


@pytest.fixture
def place() -> Iterator[Ground]:
    with ground(memory()) as made:
        yield made


@pytest.fixture
def moments(place: Ground, tmp_path: Path) -> list[Machine]:
    """The machine as it lay there at every fifth call to the disk while days were recorded."""
    machine, found, calls = place.machine("record"), list[Machine](), 0

    def hook(call: Call) -> None:
        nonlocal calls
        calls += call.kind not in READS
        if calls % 5 == 0 and call.kind not in READS and calls < 200:
            found.append(Machine(tmp_path / f"moment {calls}"))
            # Not by the functions that are watched: it would count itself.
            shutil.copytree(machine.folder, found[-1].folder, copy_function=plain_copy)

    with watched(machine.folder, hook):
        SCENES["record"].work(machine, lambda _: None, Random(SEED))
    return found


_OPEN = io.open


def journal(machine: Machine) -> Path:
    return machine.book.with_name(machine.book.name + "-journal")


def hot(moments: list[Machine]) -> list[Machine]:
    found = [m for m in moments if journal(m).exists() and journal(m).stat().st_size]
    assert len(found) > 3
    return found


def test_a_fault_during_the_recovery_from_a_fault_costs_nothing() -> None:
    """A half-written act is taken back at the opening; each call of that may fail."""
    result = recovering.run(12, SEED, many=2)
    assert result.good, "\n".join(result.lines())


def test_a_book_copied_without_its_hot_journal_is_whole_or_named(
    moments: list[Machine], place: Ground
) -> None:
    """Only the one file was taken along in the midst of a write."""
    whole = named = 0
    for machine in moments:
        journal(machine).unlink(missing_ok=True)
        try:
            with closing(Book.open(machine.book, clock=lambda: NOON)) as book:
                found = book.check()
        except BookTrouble:
            named += 1
            continue
        named += bool(found)
        if not found:
            whole += 1
            assert place.before["record"] <= acts_in(machine.book)
    # The control: some moments are in the midst of a write.
    assert whole > 0
    assert named > 0


def test_a_hot_journal_is_rolled_back_before_anything_is_only_read(
    moments: list[Machine], place: Ground
) -> None:
    for machine in hot(moments)[:5]:
        with closing(machine.open()) as book:
            assert book.check() == ()
        assert place.before["record"] <= acts_in(machine.book)


@pytest.mark.parametrize("scene", ["record", "sign", "close", "backup"])
def test_nothing_but_sqlite_opens_the_live_file(place: Ground, scene: str) -> None:
    """Whoever opens it beside SQLite and closes it again takes SQLite's lock away."""
    machine, opened = place.machine(scene), list[Path]()

    def spy(file: Any, *given: Any, **more: Any) -> Any:
        opened.append(Path(file) if not isinstance(file, int) else Path())
        return _OPEN(file, *given, **more)

    with patch.object(io, "open", spy), patch("builtins.open", spy):
        SCENES[scene].work(machine, lambda _: None, Random(SEED))
    assert opened
    assert machine.book not in opened
