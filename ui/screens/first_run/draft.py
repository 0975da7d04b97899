"""Everything that was typed on the first pages, kept as typed until the books are started."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ledger.rules.accounts import Account
from ledger.rules.codec import from_plain, to_plain
from ledger.rules.kip import Kip
from ledger.rules.refusals import FactUnreadable
from ledger.rules.rulebook import Group, Rulebook
from translations import MoneyFormat

_NOBODY = Group(name="")


@dataclass(frozen=True, slots=True)
class Draft:
    """The half-filled pages. Rows of people and amounts are kept as the texts that were typed.

    `reached` is the furthest page that was seen, `page` the one that was seen last. `members` are
    rows of COLUMNS, `officers` (role, name), `savings` and `voluntary` (member's number, amount),
    `loans` (member's number, product, purpose, amount, months left), `debts` as in
    `ui.screens.first_run.debts`. `accounts` and `notes` are in the smallest unit.
    """

    page: int = 0
    reached: int = 0
    group: Group = _NOBODY
    begin: date | None = None
    year_end: int = 12
    template: str | None = None
    rulebook: Rulebook | None = None
    officers: tuple[tuple[str, ...], ...] = ()
    members: tuple[tuple[str, ...], ...] = ()
    savings: tuple[tuple[str, ...], ...] = ()
    voluntary: tuple[tuple[str, ...], ...] = ()
    loans: tuple[tuple[str, ...], ...] = ()
    accounts: tuple[tuple[Account, Kip], ...] = ()
    notes: tuple[tuple[Kip, int], ...] = ()
    debts: tuple[tuple[str, ...], ...] = ()

    @property
    def money_format(self) -> MoneyFormat:
        """How the group writes its amounts."""
        group = self.group
        return MoneyFormat(points=group.points, decimals=group.decimals, currency=group.currency)


class DraftFile:
    """The draft on the disk of this machine; the book itself is made when the books are started."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Draft | None:
        """The draft that was kept; nothing where there is none that can be read."""
        try:
            return from_plain(Draft, json.loads(self.path.read_text(encoding="utf-8")))
        except (OSError, ValueError, RecursionError, FactUnreadable):
            return None

    def keep(self, draft: Draft) -> None:
        """Write the draft so that either the old or the new one is there whole. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(self.path.name + ".part")
        with part.open("w", encoding="utf-8") as file:
            json.dump(to_plain(draft), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, self.path)  # noqa: PTH105 -- named for what it does on every system

    def drop(self) -> None:
        """Throw the draft away: the books have begun, or another group is wanted."""
        with suppress(OSError):
            self.path.unlink()
