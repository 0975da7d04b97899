"""A copy that is locked with a password: whoever finds the stick reads nothing and changes nothing.

The whole copy is encrypted with AES-256-GCM, which also notices every changed byte. Its key is made
by chance once for each stick and lies in the file twice: wrapped by the password, and by the code
of the recovery sheet, each made slow to guess with argon2id (64 MiB, three passes, four lanes). The
group's own machine keeps the key, so that copies are made and rehearsed without asking. Whoever has
neither password, sheet nor that machine cannot open such a copy, and nor can anybody else.
"""

import secrets
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from ledger.book.files import LOCKED, Secret
from ledger.book.stick_locks import StickLock
from ledger.book.trouble import BookDamaged, PasswordWrong
from ledger.rules.pins import plain_code
from ledger.rules.stick_password import plain_password

BYTES_MAX = 256 << 20
"""A copy is locked in one piece in memory; a book of twenty years has 13 MiB."""

_KEY, _SALT, _NONCE, _TAG = 32, 16, 12, 16
_SLOT = _NONCE + _KEY + _TAG
_HEAD = len(LOCKED) + _SALT + 2 * _SLOT


def new_lock(password: str, code: str) -> StickLock:
    """A new lock that a password opens, and the code of the recovery sheet."""
    salt, key = secrets.token_bytes(_SALT), secrets.token_bytes(_KEY)
    base = LOCKED + salt
    wrapped = [
        _sealed(_slow(secret, salt, slot), key, base)
        for slot, secret in enumerate((plain_password(password), plain_code(code)))
    ]
    return StickLock(head=base + b"".join(wrapped), key=key)


def locked(content: bytes, lock: StickLock) -> bytes:
    """The content under a lock."""
    return lock.head + _sealed(lock.key, content, lock.head)


def unlocked(content: bytes, secret: Secret, path: Path) -> bytes:
    """What lies under a lock.

    Raises PasswordWrong, and BookDamaged where the secret is right and a byte was changed.
    """
    head, sealed = content[:_HEAD], content[_HEAD:]
    key = secret if isinstance(secret, bytes) else _key_of(head, secret)
    if key is None:
        raise PasswordWrong(str(path))
    try:
        return _opened(key, sealed, head)
    except InvalidTag:
        if isinstance(secret, bytes):
            # The key of another lock: a password was set anew since this copy was made.
            raise PasswordWrong(str(path)) from None
        raise BookDamaged(str(path), detail="locked") from None


def _key_of(head: bytes, secret: str) -> bytes | None:
    """The key, unwrapped by a password or by the code of the sheet; nothing where neither fits."""
    salt = head[len(LOCKED) : len(LOCKED) + _SALT]
    base = LOCKED + salt
    for slot, plain in enumerate((plain_password(secret), plain_code(secret))):
        place = len(base) + slot * _SLOT
        wrapped = head[place : place + _SLOT]
        if not plain or len(wrapped) < _SLOT:
            continue
        try:
            return _opened(_slow(plain, salt, slot), wrapped, base)
        except InvalidTag:
            continue
    return None


def _slow(secret: str, salt: bytes, slot: int) -> bytes:
    """A key made of a secret, by the values that argon2's own library recommends."""
    return hash_secret_raw(
        secret.encode(),
        salt + bytes([slot]),
        time_cost=3,
        memory_cost=64 << 10,
        parallelism=4,
        hash_len=_KEY,
        type=Type.ID,
    )


def _sealed(key: bytes, content: bytes, beside: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, beside)


def _opened(key: bytes, sealed: bytes, beside: bytes) -> bytes:
    """Raises InvalidTag for another key, and for content that was changed or cut short."""
    if len(sealed) < _NONCE + _TAG:
        raise InvalidTag
    return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], beside)
