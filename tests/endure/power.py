"""The power goes: at every call to the disk of every kind of work, and then it is back.

A scene is done once, and each of its calls to the disk is recorded, with what was told as saved
between them. Every call is then taken for the last one; the disks that can be left are made, and
the program is started on them. The journal, its settings and SQLite itself are the program's own.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from ledger.actions.restoring import rescue_book
from ledger.book import opening
from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
from ledger.rules.paper_code import paper_code_of
from ledger.rules.refusals import Refusal
from tests.closings import NOON
from tests.endure.after import look_after
from tests.endure.disk import Call
from tests.endure.files import watched
from tests.endure.platter import HONEST, LYING, Model, Platter
from tests.endure.report import Patience, Result
from tests.endure.scenes import AGREED, SCENES, Acts, Machine
from tests.life.__main__ import memory

LOST_MOST = 3
"""So many of the newest acts may be lost where the drive itself has lied."""
LYING_SCENES = ("record", "sign", "close")
"""What is done on lying drives. Where the only copy that there is was made a moment ago (before an
upgrade of a book that had none, or of the book that is being put back), such a drive may lose the
copy with the book: it is what the copies on sticks are for.
"""


@dataclass
class Recording:
    """A scene that was done: what lay there first, each call, and what was told before which."""

    scene: str
    before: Acts
    contents: dict[Path, bytes]
    folders: set[Path]
    calls: list[Call] = field(default_factory=list)
    told: list[tuple[int, str]] = field(default_factory=list)

    def told_by(self, point: int) -> list[str]:
        """What was told when so many calls had been made."""
        return [line for number, line in self.told if number <= point]


def record_scene(
    folder: Path, scene: str, seed: int, spoilt: AbstractContextManager[object] | None = None
) -> Recording:
    """Do a scene and write down every call."""
    machine = Machine(folder)
    before = SCENES[scene].prepare(machine)
    recording = Recording(scene, before, *_lying_there(folder))

    def hook(call: Call) -> None:
        here = call.path.relative_to(folder)
        there = None if call.to is None else call.to.relative_to(folder)
        moved = Call(call.kind, here, call.offset, call.data, call.size, there, call.flags)
        if call.kind not in {"read", "size"}:
            recording.calls.append(moved)

    def tell(line: str) -> None:
        recording.told.append((len(recording.calls), line))

    with spoilt or nullcontext(), watched(folder, hook):
        SCENES[scene].work(machine, tell, Random(seed))
    return recording


def run(runs: int, seed: int) -> Result:
    """So many power cuts on disks that keep their word, at every call in turn."""
    result, seen, chance = Result("power", seed), Counter[str](), Random(seed)
    for name, spoilt in CONTROLS.items():
        result.controls[name] = _noticed(spoilt, seed, runs)
    with _recorded(SCENES, seed) as (recordings, folder):
        for recording, point, model in Patience.during(_cuts(recordings, HONEST, runs, chance)):
            wrong = one(recording, point, model, chance, folder)
            seen[f"cuts of {recording.scene}"] += 1
            seen[f"cuts under the rule of {model}"] += 1
            seen["power cuts"] += 1
            result.misses += [f"{recording.scene} {point} {model}: {miss}" for miss in wrong]
    calls = sum(len(recording.calls) for recording in recordings)
    result.figures = {"points": calls, **dict(sorted(seen.items()))}
    return result


def run_lying(runs: int, seed: int) -> Result:
    """So many power cuts on drives that say synced and are not."""
    result, seen, chance = Result("lying", seed), Counter[str](), Random(seed)
    with _recorded(LYING_SCENES, seed) as (recordings, folder):
        for recording, point, model in Patience.during(_cuts(recordings, LYING, runs, chance)):
            seen["power cuts"] += 1
            machine = disk_of(recording, point, model, chance, folder)
            wrong = _after_a_lie(machine, recording, point, seen)
            result.misses += [f"{recording.scene} {point} {model}: {miss}" for miss in wrong]
            shutil.rmtree(machine.folder)
    name = "the same drives without copies and mirror log"
    result.controls[name] = seen["not sound before it was mended"]
    result.figures = dict(sorted(seen.items()))
    return result


def one(recording: Recording, point: int, model: Model, chance: Random, folder: Path) -> list[str]:
    """One power cut, and the start after it; what was wrong then."""
    machine = disk_of(recording, point, model, chance, folder)
    left = look_after(machine, recording.scene, recording.before, recording.told_by(point))
    shutil.rmtree(machine.folder)
    return left.wrong


def disk_of(
    recording: Recording, point: int, model: Model, chance: Random, folder: Path
) -> Machine:
    """The machine with the disk that a power cut after so many calls has left."""
    platter = Platter(model, chance)
    platter.lay(recording.contents, recording.folders)
    platter.play(recording.calls[:point])
    return laid_out(*platter.left(), folder / "after")


def laid_out(contents: Mapping[Path, bytes], folders: Iterable[Path], place: Path) -> Machine:
    """A machine with these files and folders."""
    machine = Machine(place)
    machine.folder.mkdir()
    for made in sorted(folders):
        machine.folder.joinpath(made).mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        machine.folder.joinpath(path).write_bytes(content)
    return machine


def _after_a_lie(
    machine: Machine, recording: Recording, point: int, seen: Counter[str]
) -> list[str]:
    """Start, mend where that is needed, and count what is lost; what must not be."""
    told = [line for line in recording.told_by(point) if line.startswith("act ")]
    try:
        book = machine.open()
        named = bool(book.check())
        if named:
            book.close()
    except BookTrouble:
        named = True
    missing = 0
    if named:
        seen["not sound before it was mended"] += 1
        try:
            done = rescue_book(
                machine.book,
                AGREED,
                folders=[machine.stick],
                clock=lambda: NOON,
                keeping=machine.keeping,
            )
        except (BookTrouble, Refusal) as no:
            return [f"not mended: {no!r}"]
        book, missing = done.book, done.missing
    wrong = [f"not sound: {finding!r}" for finding in book.check()]
    lost = sorted((recording.before | set(told)) - _acts(book))
    seen[f"{len(lost)} acts lost"] += 1
    unnamed = [line for line in lost if not _paper_tells(book, line)]
    wrong += [f"lost, and no paper tells: {line}" for line in unnamed]
    if lost and missing:
        seen["lost, and counted by the program when it mends"] += 1
    elif lost:
        seen["lost without a trace on the disk: a paper tells"] += 1
    book.close()
    return [*wrong, *([f"{len(lost)} acts lost"] if len(lost) > LOST_MOST else [])]


def _acts(book: Book) -> Acts:
    rows = book.shelf.rows("SELECT seq, hash FROM event")
    return {f"act {act} {seal.hex()}" for act, seal in rows}


def _paper_tells(book: Book, line: str) -> bool:
    """Whether the code on a receipt of a lost act is said to be not in this book."""
    code = paper_code_of(bytes.fromhex(line.split()[2]))
    return book.compare_with_paper(code).then is None


def _cuts(
    recordings: list[Recording], models: tuple[Model, ...], runs: int, chance: Random
) -> Iterator[tuple[Recording, int, Model]]:
    """Every point of every scene under every rule of a disk, in a random order; over and over,
    until it was often enough.
    """
    cuts = [
        (recording, point, model)
        for recording in recordings
        for point in range(1, len(recording.calls) + 1)
        for model in models
    ]
    while runs > 0:
        chance.shuffle(cuts)
        yield from cuts[:runs]
        runs -= len(cuts)


@contextmanager
def _recorded(scenes: "object", seed: int) -> Iterator[tuple[list[Recording], Path]]:
    with TemporaryDirectory(dir=memory()) as made:
        folder = Path(made).resolve()
        assert isinstance(scenes, tuple | dict)
        yield [record_scene(folder / scene, scene, seed) for scene in scenes], folder


def _noticed(spoilt: Callable[[], AbstractContextManager[object]], seed: int, runs: int) -> int:
    """How often disks of a spoilt program lack something."""
    chance = Random(seed)
    with TemporaryDirectory(dir=memory()) as made:
        folder = Path(made).resolve()
        recording = record_scene(folder / "record", "record", seed, spoilt())
        points = chance.choices(range(100, len(recording.calls)), k=min(300, runs))
        models = (Model.POSIX, Model.NTFS)
        return sum(
            bool(one(recording, point, models[number % 2], chance, folder))
            for number, point in enumerate(points)
        )


def _lying_there(folder: Path) -> tuple[dict[Path, bytes], set[Path]]:
    every = list(folder.rglob("*"))
    contents = {f.relative_to(folder): f.read_bytes() for f in every if f.is_file()}
    return contents, {f.relative_to(folder) for f in every if f.is_dir()}


@contextmanager
def _without_syncing() -> Iterator[None]:
    """The control: nothing waits for the disk."""
    settings = opening._SETTINGS.replace("synchronous = EXTRA", "synchronous = OFF")
    with patch.object(opening, "_SETTINGS", settings):
        yield


@contextmanager
def as_sqlite_comes() -> Iterator[None]:
    """The control: SQLite's own settings, with which the newest act may be taken back."""
    settings = opening._SETTINGS.replace("synchronous = EXTRA", "synchronous = FULL")
    settings = settings.replace("PRAGMA locking_mode = EXCLUSIVE;", "")

    def lock(raw: "object") -> bool:
        """The journal is deleted after each act."""
        return True

    with patch.object(opening, "_SETTINGS", settings), patch.object(opening, "_lock", lock):
        yield


CONTROLS = {
    "without syncing": _without_syncing,
    "the settings with which SQLite comes": as_sqlite_comes,
}
