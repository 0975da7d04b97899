"""The group's own sticks: each has a small file on it that says so, and is known by it again."""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MARKER = "thon-ngoen.json"
"""The file in a stick's top folder."""

FOLDER = "Thon Ngoen"
"""The folder on a stick in which the copies lie."""

_BYTES_MAX = 4_096


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick that is plugged in: where, its mark, and what the group calls it."""

    root: Path
    key: str
    name: str

    @property
    def copies(self) -> Path:
        """Where the copies lie on it."""
        return self.root / FOLDER


def volumes() -> list[Path]:
    """The disks and sticks that can be written now, without the system's own disk."""
    from PySide6.QtCore import QStorageInfo  # noqa: PLC0415 -- asked long after the first paint

    system = QStorageInfo.root().rootPath()
    found = []
    for volume in QStorageInfo.mountedVolumes():
        usable = volume.isValid() and volume.isReady() and not volume.isReadOnly()
        root = volume.rootPath()
        if usable and root != system and not root.startswith(("/boot", "/sys", "/proc", "/dev")):
            found.append(Path(root))
    return found


def stick_at(root: Path) -> Stick | None:
    """The stick that is plugged in there; nothing where it is not one that was named."""
    file = root / MARKER
    try:
        if file.stat().st_size > _BYTES_MAX:
            return None
        plain = json.loads(file.read_text(encoding="utf-8"))
        key, name = str(plain["stick"]), str(plain["name"])[:60]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return Stick(root, key, name) if key.isalnum() and len(key) <= 64 else None


def plugged(roots: Iterable[Path]) -> list[Stick]:
    """The named sticks among these volumes."""
    return [stick for stick in map(stick_at, roots) if stick is not None]


def name_stick(root: Path, name: str) -> Stick:
    """Make a stick one of the group's; one that has a mark already keeps it. Raises OSError."""
    known = stick_at(root)
    key = secrets.token_hex(8) if known is None else known.key
    text = json.dumps({"stick": key, "name": name.strip()[:60]}, ensure_ascii=False)
    (root / MARKER).write_text(text, encoding="utf-8")
    return Stick(root, key, name.strip()[:60])
