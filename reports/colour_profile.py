"""The colours of the screen as a profile (ICC version 2): what an archive takes black to be.

Papers are black, but the rules for archives (PDF/A) want to know what "black" means. The profile
is sRGB, written here from its definition (IEC 61966-2-1): nobody else's file is shipped.
"""

from functools import lru_cache
from struct import pack

_WHITE = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.4360, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
_STEPS = 256


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """The profile as bytes, always the same."""
    curve = (
        b"curv\0\0\0\0"
        + pack(">I", _STEPS)
        + b"".join(
            pack(">H", round(_linear(step / (_STEPS - 1)) * 65535)) for step in range(_STEPS)
        )
    )
    tags = [
        (b"desc", _description("sRGB")),
        (b"cprt", b"text\0\0\0\0No copyright, use freely\0"),
        (b"wtpt", _place(_WHITE)),
        (b"rXYZ", _place(_RED)),
        (b"gXYZ", _place(_GREEN)),
        (b"bXYZ", _place(_BLUE)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body, table = b"", pack(">I", len(tags))
    for name, content in tags:
        if content not in places:
            places[content] = start + len(body)
            body += content + b"\0" * (-len(content) % 4)
        table += name + pack(">II", places[content], len(content))
    return _head(start + len(body)) + table + body


def _head(size: int) -> bytes:
    """The first 128 bytes: size, version 2.1, a display's profile from RGB to XYZ, a fixed day."""
    return (
        pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
        + pack(">6H", 2000, 1, 1, 0, 0, 0)
        + b"acsp"
        + bytes(28)
        + b"".join(_fixed(part) for part in _WHITE)
        + bytes(48)
    )


def _linear(value: float) -> float:
    """How much light a step of the screen is, from 0 to 1."""
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)


def _fixed(value: float) -> bytes:
    return pack(">i", round(value * 65536))


def _place(xyz: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(_fixed(part) for part in xyz)


def _description(text: str) -> bytes:
    letters = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + pack(">I", len(letters)) + letters + bytes(8 + 3 + 67)
