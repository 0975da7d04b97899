"""The one-time key of a form or a file: what comes into the book under one key is written once.

A form takes a new key wherever it is emptied or begun for something else, and keeps it for as long
as the same things stand in it. The key of a file is made of what stands in it, so that the same
rows are known again whatever the file is called.
"""

from hashlib import sha256
from secrets import token_hex

_BYTES, _LETTERS = 12, 40


def one_time_key() -> str:
    """A key that no other form has."""
    return token_hex(_BYTES)


def key_of(*parts: str) -> str:
    """The key of these texts in their order; the same texts always have the same one."""
    # Each text is told with its length, so that no other parting gives the same letters.
    told = "".join(f"{len(part)}:{part}" for part in parts)
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_LETTERS]
