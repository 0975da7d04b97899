"""A line of the mirror log as text: a check sum, a space, and JSON.

A line that was torn by a power cut has another check sum and falls out by itself.
"""

import zlib
from typing import Any

from ledger.book.plain import decode


def text_with_check(text: str) -> bytes:
    """The line as it stands in the file, with its end."""
    content = text.encode()
    return b"%08x %s\n" % (zlib.crc32(content), content)


def facts_of(raw: bytes) -> dict[str, Any] | None:
    """What a line says; nothing where it was torn, or is no line of a log."""
    check, _, text = raw.partition(b" ")
    if check != b"%08x" % zlib.crc32(text):
        return None
    try:
        facts = decode(text)
    except (ValueError, RecursionError):
        return None
    known = isinstance(facts, dict) and isinstance(facts.get("rows"), dict)
    return facts if known and {"act", "seal"} <= facts.keys() else None
