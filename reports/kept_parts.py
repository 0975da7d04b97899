"""The passbooks' inner pages that were drawn last time, kept in the program's cache folder.

One file holds the pages of one language, made by one state of the print shop: a program, a
typeface or a catalogue that has changed by a letter makes another file, and old files are removed.
A file that is damaged or half written counts as if there were none.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from reports.passbook_parts import Part
from reports.troubles import PaperNotWritten
from reports.writing import write_whole
from resources import path
from translations.catalog import HERE, words_file
from translations.words import Words

BYTES_MOST = 128 * 1024 * 1024
"""No file grows larger: a group of five thousand with thirty years has about 90 MB."""
FILES_MOST = 4
_MAGIC = b"passbook pages 1\n"
_DIGEST = 16
_SUFFIX = ".parts"

_Place = tuple[int, list[int], list[str]]


class KeptParts:
    """The kept pages for one language and one way to write amounts."""

    def __init__(self, folder: Path, words: Words) -> None:
        """Look into a folder; nothing is read before something is asked for."""
        name = blake2b(_state(words.language), digest_size=8)
        name.update(repr(words.money_format).encode("utf-8"))
        self.file = folder / f"{name.hexdigest()}{_SUFFIX}"
        self._body = b""
        self._places: dict[str, _Place] | None = None

    def take(self, key: bytes) -> Part | None:
        """The pages that were kept under a key."""
        if self._places is None:
            self._read()
        place = (self._places or {}).get(key.hex())
        if place is None:
            return None
        at, sizes, fonts = place
        pages = []
        for size in sizes:
            pages.append(self._body[at : at + size])
            at += size
        return Part(tuple(pages), tuple(fonts))

    def keep(self, parts: Mapping[bytes, Part]) -> None:
        """Keep these pages, and of the older ones as many as fit in as much room again.

        A folder in which nothing can be written is no trouble: the pages are drawn next time.
        """
        self.take(b"")
        ours = {key.hex(): part for key, part in parts.items() if part.common}
        room = min(BYTES_MOST, 2 * sum(_size(part) for part in ours.values()))
        older = (bytes.fromhex(key) for key in self._places or {} if key not in ours)
        chosen: dict[str, Part] = {}
        for key, part in (*ours.items(), *((key.hex(), self.take(key)) for key in older)):
            if part is not None and _size(part) <= room:
                chosen[key] = part
                room -= _size(part)
        with suppress(PaperNotWritten, OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, _whole(chosen))
            self._remove_old()

    def _read(self) -> None:
        self._places = {}
        with suppress(OSError, ValueError):
            content = self.file.read_bytes()
            head, rest = content[: len(_MAGIC) + _DIGEST], content[len(_MAGIC) + _DIGEST :]
            if head == _MAGIC + blake2b(rest, digest_size=_DIGEST).digest():
                index, _, self._body = rest.partition(b"\n")
                self._places = json.loads(index)

    def _remove_old(self) -> None:
        """Leave the newest files, those of the other languages among them."""
        files = sorted(
            self.file.parent.glob(f"*{_SUFFIX}"), key=lambda f: f.stat().st_mtime_ns, reverse=True
        )
        for old in files[FILES_MOST:]:
            old.unlink(missing_ok=True)


def _size(part: Part) -> int:
    return sum(map(len, part.pages))


def _whole(parts: Mapping[str, Part]) -> bytes:
    places: dict[str, _Place] = {}
    pages: list[bytes] = []
    at = 0
    for key, part in parts.items():
        places[key] = (at, [len(page) for page in part.pages], list(part.fonts))
        pages += part.pages
        at += _size(part)
    rest = json.dumps(places, separators=(",", ":")).encode("ascii") + b"\n" + b"".join(pages)
    return _MAGIC + blake2b(rest, digest_size=_DIGEST).digest() + rest


@lru_cache(maxsize=4)
def _state(language: str) -> bytes:
    """What the pages depend on beside the book: the print shop itself, its words, its letters."""
    state = blake2b(digest_size=16)
    for file in (
        *sorted(Path(__file__).parent.rglob("*.py")),
        *sorted(HERE.glob("*.py")),
        words_file(language),
        *sorted(path("fonts").glob("*.ttf")),
    ):
        state.update(file.read_bytes())
    return state.digest()
