"""What the machine itself wrote when it ended the program in the midst of something.

It stands apart from the log, since it has to watch from the first moment on, and the log takes
longer to load than the first window may wait.
"""

import faulthandler
from contextlib import suppress
from pathlib import Path

HARD_CRASH = "crash.txt"
"""The file's name, in the folder of the log."""


def watch_hard_crashes(folder: Path) -> None:
    """Have the machine's own crashes written into a file of this folder."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        faulthandler.enable((folder / HARD_CRASH).open("w", encoding="utf-8"))
