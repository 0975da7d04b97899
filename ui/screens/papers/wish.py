"""Which paper somebody wants to see: its kind, of whom, and of which year."""

from dataclasses import dataclass
from enum import StrEnum

from ledger.rules.people import MemberId
from translations import N_


class Kind(StrEnum):
    """The papers of the program."""

    PASSBOOK = "passbook"
    PASSBOOKS = "passbooks"
    ANNUAL = "annual"
    PROPOSED = "proposed"


NAMES = {
    Kind.PASSBOOK: N_("One passbook"),
    Kind.PASSBOOKS: N_("All passbooks"),
    Kind.ANNUAL: N_("Annual report"),
    Kind.PROPOSED: N_("Proposed closing, to read aloud"),
}
PICTURES = {
    Kind.PASSBOOK: "passbook",
    Kind.PASSBOOKS: "members",
    Kind.ANNUAL: "year",
    Kind.PROPOSED: "edit",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """A paper with its choices; `year` is None for a passbook from the beginning on."""

    kind: Kind
    member: MemberId | None = None
    year: int | None = None
