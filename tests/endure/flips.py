"""Flipped bits, overwritten sectors, cut files: harmless, named or mended, never silent.

A damaged book either is refused at its opening, or the check names what is wrong, or it still holds
exactly what it held. The same for its copies and for the mirror log.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from ledger.actions.restoring import rescue_book
from ledger.book import opening
from ledger.book.book import Book
from ledger.book.checking import check_book
from ledger.book.known_head import head_of
from ledger.book.shelf import Shelf
from ledger.book.snapshot import read_copy
from ledger.book.trouble import BookTrouble
from tests.closings import NOON
from tests.endure.report import Patience, Result
from tests.endure.scenes import AGREED, Machine, grown
from tests.life.__main__ import memory

Damage = Callable[[bytearray, Random], None]
SECTOR, PAGE = 512, 4_096
SILENT_LEAST = 1
"""So many of a hundred changed figures must get past a check that only asks SQLite."""
MENDED_EACH = 10
"""One in so many damaged books is mended as well."""


def one_bit(content: bytearray, chance: Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def one_byte(content: bytearray, chance: Random) -> None:
    content[chance.randrange(len(content))] = chance.randrange(256)


def some_bytes(content: bytearray, chance: Random) -> None:
    for _ in range(chance.randint(2, 40)):
        one_byte(content, chance)


def lost_sector(content: bytearray, chance: Random) -> None:
    """An old disk gives back zeros."""
    at = chance.randrange(0, len(content), SECTOR)
    content[at : at + SECTOR] = bytes(len(content[at : at + SECTOR]))


def foreign_sector(content: bytearray, chance: Random) -> None:
    at = chance.randrange(0, len(content), SECTOR)
    content[at : at + SECTOR] = chance.randbytes(len(content[at : at + SECTOR]))


def page_of_another_place(content: bytearray, chance: Random) -> None:
    """A write that went astray: one page stands where another one should."""
    here, there = (chance.randrange(0, len(content), PAGE) for _ in range(2))
    content[here : here + PAGE] = content[there : there + PAGE]


def cut_off(content: bytearray, chance: Random) -> None:
    del content[chance.randrange(len(content)) :]


def figure_changed(content: bytearray, chance: Random) -> None:
    """A bit in a part of the file that is written to: most of a young book's file is empty room."""
    while True:
        at = chance.randrange(len(content))
        if content[at]:
            content[at] ^= 1 << chance.randrange(8)
            return


DAMAGES: Mapping[str, tuple[int, Damage]] = {
    "bits": (3, one_bit),
    "bits of what is written": (5, figure_changed),
    "bytes": (2, one_byte),
    "bytes in many places": (2, some_bytes),
    "lost sectors": (2, lost_sector),
    "foreign sectors": (2, foreign_sector),
    "pages astray": (2, page_of_another_place),
    "files cut": (2, cut_off),
}
"""Each kind of damage, and how often it is done against the others."""


def everything(shelf: Shelf) -> list[tuple[str, list[tuple[Any, ...]]]]:
    """All rows of all tables of a book."""
    tables = shelf.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
    return [(table, sorted(shelf.rows(f"SELECT * FROM {table}"), key=repr)) for (table,) in tables]


def run(runs: int, seed: int) -> Result:
    """So many damaged files: seven in ten are the book, the others its copy and its mirror log."""
    result, seen, chance = Result("flips", seed), Counter[str](), Random(seed)
    with _village() as (machine, sound):
        for number in Patience.during(range(runs)):
            name, damage = _some_damage(chance)
            kind = ("book",) * 7 + ("copy", "copy", "log")
            one = {"book": _book, "copy": _copy, "log": _log}[kind[number % 10]]
            what = one(machine, sound, damage, chance)
            seen[f"{kind[number % 10]}: {what}"] += 1
            if what.startswith("SILENT"):
                result.misses.append(f"{number}: {name}: {what}")
        control, tries = Random(seed), min(runs, 1_000)
        silent = sum(_unchecked(machine, sound, control) for _ in range(tries))
    result.controls["a check that only asks SQLite"] = silent
    share = f"{silent} of {tries} are silent where only SQLite is asked"
    if 100 * silent < SILENT_LEAST * tries:
        result.misses.append(f"{share}: damage so harmless that nearly any check would do")
    result.figures = {"damaged files": sum(seen.values()), **dict(sorted(seen.items()))}
    result.figures["control"] = share
    return result


def _some_damage(chance: Random) -> tuple[str, Damage]:
    names, weights = list(DAMAGES), [weight for weight, _ in DAMAGES.values()]
    name = chance.choices(names, weights)[0]
    return name, DAMAGES[name][1]


def _book(machine: Machine, sound: "Sound", damage: Damage, chance: Random) -> str:
    machine.book.write_bytes(damaged(sound.book, damage, chance))
    try:
        found = _held(machine.book, sound)
    finally:
        named = chance.randrange(MENDED_EACH) == 0
        if not named:
            machine.book.write_bytes(sound.book)
    return _mended(machine, sound, found) if named else found


def _held(path: Path, sound: "Sound", *, checked: bool = True) -> str:
    """What a book that may be damaged is taken for."""
    try:
        book = Book.open(path, clock=lambda: NOON)
    except BookTrouble as trouble:
        return f"refused ({type(trouble).__name__})"
    try:
        if book.check() if checked else book.shelf.rows("PRAGMA integrity_check") != [("ok",)]:
            return "named by the check"
        return "harmless" if everything(book.shelf) == sound.rows else "SILENT: other rows"
    except BookTrouble as trouble:
        return f"refused ({type(trouble).__name__})"
    finally:
        book.close()


def _mended(machine: Machine, sound: "Sound", found: str) -> str:
    """Mend it, whatever was found; everything must be there again."""
    try:
        done = rescue_book(machine.book, AGREED, clock=lambda: NOON, keeping=machine.keeping)
        wrong = done.missing or check_book(done.book.shelf) or _unlike(done.book.shelf, sound)
        done.book.close()
    finally:
        sound.put(machine)
    return "SILENT: not mended" if wrong else f"{found}, and mended"


def _unlike(shelf: Shelf, sound: "Sound") -> bool:
    """Whether a mended book lacks any entry; that it was mended is one act more."""
    kept = shelf.rows("SELECT * FROM entry ORDER BY number"), shelf.rows("SELECT * FROM transfer")
    return kept != sound.entries or head_of(shelf).act != sound.acts + 1


def _copy(machine: Machine, sound: "Sound", damage: Damage, chance: Random) -> str:
    (file,) = machine.copies()
    content = file.read_bytes()
    file.write_bytes(damaged(content, damage, chance))
    try:
        copy = read_copy(file)
    except BookTrouble as trouble:
        return f"refused ({type(trouble).__name__})"
    else:
        try:
            if check_book(copy):
                return "named by the check"
            return "harmless" if everything(copy) == sound.copied else "SILENT: other rows"
        except BookTrouble as trouble:
            return f"refused ({type(trouble).__name__})"
        finally:
            copy.close()
    finally:
        file.write_bytes(content)


def _log(machine: Machine, sound: "Sound", damage: Damage, chance: Random) -> str:
    """A damaged log: the book opens as before; and what the log still says is what was done."""
    (file,) = machine.keeping.folder.rglob("*.log")
    whole = machine.keeping.mirror(file.stem).lines()
    file.write_bytes(damaged(sound.log, damage, chance))
    try:
        left = machine.keeping.mirror(file.stem).lines()
        if any(line not in whole for line in left if line.sound):
            return "SILENT: other lines"
        book = machine.open()
        found = book.check()
        book.close()
        return "SILENT: the book was given up" if found else f"{min(len(left), 1)} or more lines"
    finally:
        sound.put(machine)


def _unchecked(machine: Machine, sound: "Sound", chance: Random) -> bool:
    """The control: whether a changed figure goes through where only SQLite is asked."""
    machine.book.write_bytes(damaged(sound.book, figure_changed, chance))
    try:
        return _held(machine.book, sound, checked=False).startswith("SILENT")
    finally:
        machine.book.write_bytes(sound.book)


def damaged(content: bytes, damage: Damage, chance: Random) -> bytes:
    """A file's content after one damage."""
    changed = bytearray(content)
    damage(changed, chance)
    return bytes(changed)


class Sound:
    """What the machine held before anything was damaged."""

    def __init__(self, machine: Machine) -> None:
        self.book = machine.book.read_bytes()
        self.files = {f: f.read_bytes() for f in machine.keeping.folder.rglob("*") if f.is_file()}
        (log,) = machine.keeping.folder.rglob("*.log")
        self.log = log.read_bytes()
        whole = read_copy(machine.book)
        self.rows, self.acts = everything(whole), head_of(whole).act
        self.entries = (
            whole.rows("SELECT * FROM entry ORDER BY number"),
            whole.rows("SELECT * FROM transfer"),
        )
        whole.close()
        copy = read_copy(machine.copies()[0])
        self.copied = everything(copy)
        copy.close()

    def put(self, machine: Machine) -> None:
        """Make everything as it was."""
        shutil.rmtree(machine.keeping.folder)
        for file, content in self.files.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        machine.book.write_bytes(self.book)


@contextmanager
def _village() -> Iterator[tuple[Machine, Sound]]:
    """A village's machine; nobody waits for a lock that a flipped bit only pretends."""
    with TemporaryDirectory(dir=memory()) as made, patch.object(opening, "LOCK_WAIT", 0):
        machine = Machine(Path(made).resolve())
        grown(machine)
        yield machine, Sound(machine)
