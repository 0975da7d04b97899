"""Puts a finished paper where it was wanted: whole or not at all, the old one kept until then."""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from reports.troubles import Cause, PaperNotWritten

_CAUSES = {
    errno.ENOSPC: Cause.DISK_FULL,
    errno.EDQUOT: Cause.DISK_FULL,
    errno.EFBIG: Cause.DISK_FULL,
    errno.EACCES: Cause.NOT_ALLOWED,
    errno.EPERM: Cause.NOT_ALLOWED,
    errno.EBUSY: Cause.NOT_ALLOWED,
    errno.EROFS: Cause.NOT_ALLOWED,
    errno.ENOENT: Cause.NO_FOLDER,
    errno.ENOTDIR: Cause.NO_FOLDER,
}

_SYNCS_FOLDERS = os.name == "posix"


def write_whole(out: Path, content: bytes) -> None:
    """Write a file beside its place, bring it to the disk, and only then put it into its place.

    Raises PaperNotWritten with the cause; then the file that was there before is untouched and
    nothing is left beside it.
    """
    beside = out.parent / f"paper-{secrets.token_hex(6)}.part"
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(out)
    except OSError as trouble:
        raise not_written(out, trouble) from trouble
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    # The paper is in its place: where its name cannot be brought to the disk it is there all the
    # same, and nothing is to be told.
    with suppress(OSError):
        _sync_name(out)


def _sync_name(file: Path) -> None:
    """Wait until the name of a file is on the disk, so that a power cut brings no old one back.

    Windows syncs no folder: there the file itself is synced under its new name.
    """
    # Windows flushes only a file that was opened for writing.
    with file.open("r+b") as named:
        os.fsync(named.fileno())
    if _SYNCS_FOLDERS:
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def not_written(out: Path, trouble: OSError) -> PaperNotWritten:
    """What an error of the system means for a paper."""
    return PaperNotWritten(out, _CAUSES.get(trouble.errno or 0, Cause.OTHER))
