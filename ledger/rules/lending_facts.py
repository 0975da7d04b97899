"""What must be known of a borrower and her guarantors before a request can be checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import MemberUnknown
from ledger.rules.rulebook import Rulebook

TIMES_ONE = 100
"""How the rules count "times": in hundredths, so that 300 is three times."""


@dataclass(frozen=True, slots=True)
class SavingsHistory:
    """What a borrower has saved, in kip: now, as many months earlier as the ceiling's rule says,
    and the lowest that her savings have been at the end of any day since then.
    """

    now: Kip = 0
    earlier: Kip = 0
    lowest: Kip = 0


@dataclass(frozen=True, slots=True)
class LendingFacts:
    """What must be known of a borrower before her request can be checked.

    `rulebook` is the one of `day`. `since` is the day of her first deposit, or the day she joined
    where she has not saved yet. `loans_before` counts the loans that she was ever paid out.
    `loans` are her other loans and requests; finished ones do no harm. `guarantees` is how many
    loans that are not finished each person stands for, without this request; `guaranteed` what is
    still owed on them, and `saved` what each person has saved, in kip.
    """

    day: date
    rulebook: Rulebook
    members: Mapping[MemberId, Member]
    since: date
    savings: SavingsHistory = SavingsHistory()
    loans_before: int = 0
    loans: tuple[Loan, ...] = ()
    guarantees: Mapping[MemberId, int] = field(default_factory=dict)
    guaranteed: Mapping[MemberId, Kip] = field(default_factory=dict)
    saved: Mapping[MemberId, Kip] = field(default_factory=dict)


def member_known(member: MemberId, facts: LendingFacts) -> Member:
    """The member of that id; MemberUnknown where there is none."""
    if member not in facts.members:
        raise MemberUnknown(member=member)
    return facts.members[member]
