"""The households of the group: who lives together, and what they have and owe between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ledger.rules.contributions import GONE
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """One household; "" holds those for whom none is written down. Amounts in kip.

    `welfare` is how many of its members are in the welfare fund.
    """

    name: str
    members: tuple[Member, ...]
    savings: Kip = 0
    owed: Kip = 0
    welfare: int = 0


def households_with(
    members: Iterable[Member],
    *,
    savings: Mapping[MemberId, Kip],
    owed: Mapping[MemberId, Kip],
    everybody_in_welfare: bool = False,
) -> tuple[HouseholdRow, ...]:
    """Every household that has a member now, in the order in which they first appear."""
    homes: dict[str, list[Member]] = {}
    for member in members:
        if member.status not in GONE:
            homes.setdefault(member.household.strip(), []).append(member)
    return tuple(
        HouseholdRow(
            name=name,
            members=tuple(here),
            savings=sum(savings.get(m.id, 0) for m in here),
            owed=sum(owed.get(m.id, 0) for m in here),
            welfare=sum(everybody_in_welfare or m.welfare_since is not None for m in here),
        )
        for name, here in homes.items()
    )
