"""The program ends at every call to the disk, of everything that writes; the machine goes on.

What was handed to the system by then is there, and of the write that it ended in all of it or the
half. A scene is done once and every end of it is made from the recording, so that all of them can
be looked at; `kill` does the same to real processes, as often as there is time for.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

from reports import workbook
from tests.endure.after import look_after
from tests.endure.disk import Call
from tests.endure.kill import SPOILT
from tests.endure.platter import Model, Platter
from tests.endure.power import Recording, laid_out, record_scene
from tests.endure.report import Patience, Result, noticed_twice
from tests.endure.scenes import SCENES
from tests.life.__main__ import memory


def run(runs: int, seed: int) -> Result:
    """Every end of every scene, or so many of them chosen at random."""
    result, seen, chance = Result("calls", seed), Counter[str](), Random(seed)
    with TemporaryDirectory(dir=memory()) as made:
        folder = Path(made).resolve()
        recordings = [record_scene(folder / scene, scene, seed) for scene in SCENES]
        every = [(one, *end) for one in recordings for end in ends_of(one)]
        chosen = every if runs >= len(every) else chance.sample(every, runs)
        for recording, point, half in Patience.during(chosen):
            wrong = ended(recording, point, folder, half=half)
            seen[f"ends of {recording.scene}"] += 1
            seen["ends in half a write" if half else "ends after a whole call"] += 1
            result.misses += [f"{recording.scene} {point} {half}: {miss}" for miss in wrong]
        for name, (scene, spoilt) in CONTROLS.items():
            one = record_scene(folder / name, scene, seed, spoilt())
            result.controls[name] = _noticed(one, folder)
    result.figures = {
        "of": len(every),
        "ends": sum(seen.values()) // 2,
        **dict(sorted(seen.items())),
    }
    return result


def _noticed(recording: Recording, folder: Path) -> int:
    # The first calls are those of opening, or of what was not spoilt.
    ends = [*ends_of(recording)][::-3]
    return noticed_twice(ended(recording, point, folder, half=half) for point, half in ends)


def ends_of(recording: Recording) -> Iterator[tuple[int, bool]]:
    """After how many whole calls it may end, and whether half of the next one was done."""
    for point in range(len(recording.calls) + 1):
        yield point, False
        if point < len(recording.calls) and len(recording.calls[point].data) > 1:
            yield point, True


def ended(recording: Recording, point: int, folder: Path, *, half: bool) -> list[str]:
    """One end of a scene, and the start after it; what was wrong then."""
    calls = recording.calls[:point]
    if half:
        calls = [*calls, _half(recording.calls[point])]
    platter = Platter(Model.KILLED, Random(0))
    platter.lay(recording.contents, recording.folders)
    platter.play(calls)
    machine = laid_out(*platter.left(), folder / "after")
    told = recording.told_by(point)
    wrong = look_after(machine, recording.scene, recording.before, told).wrong
    shutil.rmtree(machine.folder)
    return wrong


def _half(call: Call) -> Call:
    return replace(call, data=call.data[: len(call.data) // 2])


@contextmanager
def _papers_in_their_place() -> Iterator[None]:
    """The control of papers: they are written over the old ones, piece by piece."""

    def write(out: Path, content: bytes) -> None:
        with out.open("wb") as file:
            for at in range(0, len(content), 512):
                file.write(content[at : at + 512])

    with patch.object(workbook, "write_whole", write):
        yield


CONTROLS: Mapping[str, tuple[str, Callable[[], AbstractContextManager[None]]]] = {
    **{name: ("record", spoilt) for name, spoilt in SPOILT.items()},
    "papers that are written in their place": ("print", _papers_in_their_place),
}
