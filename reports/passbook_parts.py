"""The inner pages of a passbook as finished pieces, and what they depend on.

They do not depend on the day of printing, which stands on the cover only: whoever has not moved
any money since last time has the same inner pages, and they need not be drawn again.
"""

import pickle
from dataclasses import dataclass
from hashlib import blake2b

from ledger.statements.passbook import Passbook


@dataclass(frozen=True, slots=True)
class Part:
    """The pages behind the cover, packed, and the names of the typefaces that they use.

    Only a `common` part can go into another file: every code in it means the same everywhere.
    """

    pages: tuple[bytes, ...]
    fonts: tuple[str, ...]
    common: bool = True


def key_of(passbook: Passbook, kept: tuple[str, ...]) -> bytes:
    """Sixteen bytes that are others as soon as anything on the inner pages is another.

    `kept` are the names of the drawings that its pages show: they say which group and which rules.
    """
    facts = (
        kept,
        passbook.member,
        passbook.savings_before,
        passbook.voluntary_before,
        passbook.loans_before,
        passbook.lines,
    )
    return blake2b(pickle.dumps(facts, protocol=5), digest_size=16).digest()


def short_name(prefix: str, *facts: object) -> str:
    """A name for a drawing that is the same for the same facts, in every file."""
    return prefix + blake2b(repr(facts).encode("utf-8"), digest_size=6).hexdigest()
