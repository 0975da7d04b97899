"""What was found out later about a closed year, and what is settled of it; amounts are kip.

A closed year never opens again. What turns out to have been wrong in it is booked in the year that
runs, against the fund that bears or gets it, or the person who owes it or is owed it.
"""

from dataclasses import dataclass
from typing import TypeAlias

from ledger.rules.accounts import Account
from ledger.rules.kip import Kip
from ledger.rules.people import MemberId


@dataclass(frozen=True, slots=True)
class LaterFinding:
    """The group has more, or less, than the book of a closed `year` said; found by a decision.

    Less is borne by the `fund`, or the `member` owes it; more goes into the fund, or is owed to
    the member. The difference is in the cash box, or in the `bank`. Where fund and member are both
    named, it is between them and no cash moves: less for the fund is owed to her, more she owes.
    """

    year: int
    kip: Kip
    more: bool
    decision: str
    fund: Account | None = None
    member: MemberId | None = None
    bank: Account | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class FindingPaidIn:
    """A member pays what she owes from a later finding, or a part of it."""

    member: MemberId
    kip: Kip
    bank: Account | None = None


@dataclass(frozen=True, slots=True)
class FindingPaidOut:
    """The group pays a member what it owes her from a later finding, or a part of it."""

    member: MemberId
    kip: Kip
    bank: Account | None = None


FindingLine: TypeAlias = LaterFinding | FindingPaidIn | FindingPaidOut
