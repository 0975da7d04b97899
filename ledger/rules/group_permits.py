"""What the group itself has agreed on: which roles do an act, and which acts take a second person.

It is a fact of the group and not of a rulebook: it holds from the moment at which two officers
write it down, on whatever day a clock may stand. Some things no group can agree on, so that nobody
is ever alone with the savings, and nobody can lock everybody out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ledger.rules.people import SET_UP, Actor, Officer, Role
from ledger.rules.permits import NEVER_ALONE, Act, NobodySignedIn, NotPermitted, usual_roles
from ledger.rules.refusals import Refusal

FIXED = frozenset(
    {
        *(Act.START_BOOKS, Act.PENCIL, Act.SET_PIN, Act.DROP_PIN, Act.RESET_PIN, Act.REHEARSE),
        *(Act.CHANGE_PERMITS, Act.RESTORE, Act.GO_ON_WITH_OLDER, Act.CONFIRM_DAY),
    }
)
"""What is as it is in every group: the beginning, pencil, one's own PIN, and the ways out."""

EDITABLE = tuple(act for act in Act if act not in FIXED)
"""What a group may agree on, in the order of the acts."""

CHOICES = tuple(role for role in Role if role is not Role.ADVISER)
"""The roles that can be let do something; an adviser comes from outside the group."""


@dataclass(frozen=True, slots=True)
class Permit:
    """Which roles do an act, and whether it takes a second person."""

    act: Act
    roles: tuple[Role, ...]
    two: bool = False


@dataclass(frozen=True, slots=True)
class Permits:
    """Who may do what: the group's own agreements over what is usual."""

    own: tuple[Permit, ...] = ()

    def of(self, act: Act) -> Permit:
        """What holds for an act."""
        return next((permit for permit in self.own if permit.act is act), usual(act))

    def may(self, role: Role, act: Act) -> bool:
        """Whether a role does an act; the window asks this to grey its buttons."""
        return role in self.of(act).roles

    def two(self, act: Act) -> bool:
        """Whether a second, different officer has to agree to the act."""
        return act in NEVER_ALONE or self.of(act).two

    def check(self, actor: Actor, act: Act) -> None:
        """Raise NotPermitted where the actor's role does not do this act.

        Only the books' beginning may be written by somebody without a name: NobodySignedIn.
        """
        if actor.id == SET_UP.id and act is not Act.START_BOOKS:
            raise NobodySignedIn(act=act)
        if not self.may(actor.role, act):
            raise NotPermitted(name=actor.name, role=actor.role, act=act)

    def changed(self, permit: Permit) -> "Permits":
        """The same with one agreement more, or with an older one replaced."""
        others = [one for one in self.own if one.act is not permit.act]
        if permit != usual(permit.act):
            others.append(permit)
        order = list(Act)
        return Permits(tuple(sorted(others, key=lambda one: order.index(one.act))))


def usual(act: Act) -> Permit:
    """What holds for an act in a group that has agreed on nothing else."""
    return permit_of(act, usual_roles(act), two=act in NEVER_ALONE)


def permit_of(act: Act, roles: Iterable[Role], *, two: bool) -> Permit:
    """A permit with its roles in the order of the offices."""
    wanted = set(roles)
    return Permit(act=act, roles=tuple(role for role in Role if role in wanted), two=two)


@dataclass
class PermitFixed(Refusal):
    """The act is the same in every group: nothing can be agreed on it."""

    act: Act


@dataclass
class NeverAlone(Refusal):
    """The act always takes two."""

    act: Act


@dataclass
class RoleNever(Refusal):
    """The role can never be let do the act."""

    role: Role
    act: Act


@dataclass
class TooFewMay(Refusal):
    """Too few of those who are in office could do the act."""

    act: Act
    given: int
    needed: int


def check_permits(permits: Permits, officers: Iterable[Officer], day: date) -> None:
    """Raise PermitFixed, NeverAlone, RoleNever or TooFewMay where no group can agree on this.

    Those who serve on `day` must be enough for every act that was agreed on.
    """
    serving = [officer for officer in officers if officer.serves(day)]
    for permit in permits.own:
        act = permit.act
        if act in FIXED:
            raise PermitFixed(act=act)
        if act in NEVER_ALONE and not permit.two:
            raise NeverAlone(act=act)
        for role in permit.roles:
            # Whoever looks the books through does not write them.
            outside = role is Role.AUDITOR and role not in usual_roles(act)
            if role not in CHOICES or outside:
                raise RoleNever(role=role, act=act)
        able = {
            officer.member or -officer.id for officer in serving if officer.role in permit.roles
        }
        needed = 2 if permits.two(act) else 1
        if len(able) < needed:
            raise TooFewMay(act=act, given=len(able), needed=needed)
