"""A sound copy takes the place of the book's file; what was there before is kept whatever it is."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from ledger.book.files import PART, make_folder, put_in_place, sync_file, sync_folder
from ledger.book.shelf import MACHINE, Shelf
from ledger.book.trouble import CopyFailed

_JOURNAL = "-journal"


def keep_aside(path: Path, folder: Path) -> Path | None:
    """Keep the file that is there, byte for byte, with its journal; where, if there was one.

    The book must be closed. Raises CopyFailed; nothing was touched then.
    """
    if not path.exists():
        return None
    names = (folder.joinpath(f"replaced-{number:04d}.book") for number in range(1, 100_000))
    aside = next(name for name in names if not name.exists())
    try:
        make_folder(folder)
        for end in ("", _JOURNAL):
            there, kept = path.with_name(path.name + end), aside.with_name(aside.name + end)
            if there.exists():
                shutil.copyfile(there, kept)
                sync_file(kept)
        # The newer file is gone once the copy has its name: what was put aside must stay.
        sync_folder(folder)
    except OSError as error:
        raise CopyFailed(str(aside), detail=str(error)) from error
    return aside


def put_back(copy: Shelf, path: Path) -> None:
    """Give a copy in memory the name of the book. Raises CopyFailed; the file is as before then.

    What was there must be kept aside already.
    """
    part = path.with_name(path.name + PART)
    try:
        make_folder(path.parent)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part, isolation_level=None)) as raw:
            raw.execute("PRAGMA journal_mode = OFF")
            copy.raw.backup(raw)
            raw.execute("PRAGMA journal_mode = DELETE")
        sync_file(part)
        # The journal of the damaged file would be rolled into the new one.
        path.with_name(path.name + _JOURNAL).unlink(missing_ok=True)
        put_in_place(part, path)
    except (OSError, *MACHINE) as error:
        raise CopyFailed(str(path), detail=str(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
