"""Who may do what, as the group agreed on it, for the command `do`."""

from ledger.actions.permits import change_permits
from ledger.book.change import Change
from ledger.rules.group_permits import permit_of
from ledger.rules.people import Role
from ledger.rules.permits import Act
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _change(given: Given) -> Change:
    """One act: who may do it, and whether it takes two; what is not said stays."""
    try:
        act = Act(given.text("what"))
    except ValueError:
        raise given.unclear("what") from None
    now = given.book.permits.of(act)
    roles = now.roles
    if given.has("may"):
        try:
            roles = tuple(Role(name.strip()) for name in given.text("may").split(","))
        except ValueError:
            raise given.unclear("may") from None
    return change_permits(
        given.book,
        given.actor,
        permits=(permit_of(act, roles, two=given.yes("two", default=now.two)),),
        decision=given.text("decision"),
        second=given.second,
        today=given.today,
    )


DOERS: Doers = {"change_permits": Doer(_change, ("what", "may", "two", "decision"))}
