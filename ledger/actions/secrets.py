"""What is made of a secret before anything of it is kept: slow to make, and slow to guess.

Argon2id with the values its library recommends (RFC 9106: 64 MiB, three passes, four lanes). Should
those ever rise, a PIN is made anew with the next right one.
"""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()


def made_of(secret: str) -> str:
    """What is kept of a secret; the same secret gives another text each time."""
    return _HASHER.hash(secret)


def fits(secret: str, made: str) -> bool:
    """Whether a kept text was made of this secret."""
    try:
        return _HASHER.verify(made, secret)
    except (VerificationError, InvalidHashError):
        return False


def is_old(made: str) -> bool:
    """Whether a text was made with weaker values than those of today."""
    return _HASHER.check_needs_rehash(made)
