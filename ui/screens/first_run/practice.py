"""The practice group is made beside the window, while one sees how far it is."""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from ledger.rules.days import Month
from ui.errands import Progress
from ui.practice import FIRST, LAST, make_practice_group

FOLDER = "practice"


class Stopped(Exception):  # noqa: N818 -- the user wanted it
    """The making was stopped by the user."""


def practice_file(books: Path) -> Path:
    """Where the practice group's book lies among the books of this machine."""
    return books / FOLDER / "practice.book"


def make(books: Path, progress: Progress, cancelled: Callable[[], bool]) -> Path:
    """Make it in a folder of its own and put it in its place when it is whole.

    Raises Stopped, and the troubles of the disk.
    """
    books.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix="practice-", dir=books))
    months = LAST - FIRST + 1

    def lived(month: Month) -> None:
        if cancelled():
            raise Stopped
        progress(month - FIRST, months)

    try:
        made = make_practice_group(work, progress=lived)
        place = practice_file(books)
        place.parent.mkdir(exist_ok=True)
        made.replace(place)
    finally:
        rmtree(work, ignore_errors=True)
    return place
