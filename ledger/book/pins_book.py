"""The part of the reading door about PINs: who has one, and how often a wrong one was tried."""

import json
from collections.abc import Mapping

from ledger.book.change import Topic
from ledger.book.records import Records
from ledger.rules.people import OfficerId

TRIES = "pin_tries"
"""The draft under which wrong tries are counted until the next right one."""


class PinsBook(Records):
    """What was made of PINs and codes. Nothing of it can be turned back into them."""

    def pins(self) -> Mapping[OfficerId, str]:
        """What was made of the PIN of each officer who has one now."""
        newest = (
            "SELECT officer, hash FROM pin AS p WHERE hash <> '' AND version ="
            " (SELECT max(version) FROM pin WHERE officer = p.officer) ORDER BY officer"
        )
        return self._keep(
            Topic.PINS,
            "pins",
            lambda: {OfficerId(officer): made for officer, made in self.shelf.rows(newest)},
        )

    def sealed_codes(self) -> tuple[str, ...]:
        """What was made of the newest three sealed codes; nothing where none were given out."""
        newest = (
            "SELECT hash FROM sealed_code"
            " WHERE issue = (SELECT max(issue) FROM sealed_code) ORDER BY slot"
        )
        return tuple(made for (made,) in self.shelf.rows(newest))

    def wrong_tries(self, officer: OfficerId) -> int:
        """How many wrong PINs were tried at an officer's name since the last right one."""
        kept = json.loads(self.draft(TRIES) or "{}")
        return int(kept.get(str(officer), 0))
