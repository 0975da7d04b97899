"""An older file is put in the book's place, and what this machine knows of it is taken away too.

Every file that the book ever was is put back once. Whatever is left of the program's own folder
must notice it; where nothing is left, the code on the newest paper must, when somebody types it.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.endure.report import Patience, Result
from tests.endure.scenes import Machine, days_go_by, village
from tests.life.__main__ import memory


def run(runs: int, seed: int) -> Result:
    """So many older files, in each of the ways in which the machine may have forgotten."""
    result, seen, chance = Result("rollback", seed), Counter[str](), Random(seed)
    with TemporaryDirectory(dir=memory()) as made:
        machine = Machine(Path(made).resolve() / "machine")
        older, code = _lived(machine, runs, chance)
        whole = machine.folder.with_name("whole")
        shutil.copytree(machine.folder, whole)
        order = [(number, way) for number in range(len(older)) for way in FORGOTTEN]
        chance.shuffle(order)
        for number, way in Patience.during(order):
            FORGOTTEN[way](machine)
            machine.book.write_bytes(older[number])
            machine_knew, paper_knew = _noticed(machine, code)
            seen["older files put back"] += 1
            seen[f"{way}: noticed by the machine"] += machine_knew
            seen[f"{way}: noticed by the code on the paper"] += paper_knew
            if not (paper_knew and (machine_knew or way == NOTHING_LEFT)):
                result.misses.append(f"{way}: file {number} was not noticed")
            shutil.rmtree(machine.folder)
            shutil.copytree(whole, machine.folder)
        silent = seen["older files put back"] // len(FORGOTTEN)
        silent -= seen[f"{NOTHING_LEFT}: noticed by the machine"]
        result.controls["a machine that remembers nothing, and no paper: silent"] = silent
        result.controls["the newest file is not called older"] = int(
            not any(_noticed(machine, code))
        )
    result.figures = dict(sorted(seen.items()))
    return result


def _lived(machine: Machine, files: int, chance: Random) -> tuple[list[bytes], str]:
    """A village's book, after each of so many sittings; and the code on the newest paper."""
    village(machine)
    older = []
    for _ in range(files):
        older.append(machine.book.read_bytes())
        days_go_by(machine, lambda _: None, chance, 1)
    with closing(machine.open()) as book:
        return older, book.paper_code().code


def _noticed(machine: Machine, code: str) -> tuple[bool, bool]:
    """Whether the machine finds that the file is older, and whether a paper does."""
    with closing(machine.open()) as book:
        return book.setback is not None, book.compare_with_paper(code).then is None


def _forget(machine: Machine, ending: str) -> None:
    for file in machine.keeping.folder.rglob(f"*{ending}"):
        file.unlink()


NOTHING_LEFT = "the program's whole folder deleted"
FORGOTTEN: Mapping[str, Callable[[Machine], None]] = {
    "nothing deleted": lambda _: None,
    "the newest seal deleted": lambda machine: _forget(machine, ".json"),
    "the mirror log deleted": lambda machine: _forget(machine, ".log"),
    NOTHING_LEFT: lambda machine: shutil.rmtree(machine.keeping.folder),
}
