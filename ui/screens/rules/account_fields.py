"""The figures of one of the group's own accounts: its name, its level, its rate."""

from collections.abc import Callable

from ledger.rules.accounts import Named, named_kind
from ledger.rules.rulebook import Level, NamedAccount
from translations import N_
from ui.screens.rules.rule import Kind, Rule


def _is(*kinds: Named) -> Callable[[NamedAccount], bool]:
    return lambda account: named_kind(account.account) in kinds


ACCOUNT = (
    Rule(
        "name",
        N_("Name"),
        Kind.NAME,
        N_("What the group calls it. A usual name is known in all three languages."),
    ),
    Rule(
        "level",
        N_("Level in the network"),
        Kind.CHOICE,
        N_("Zone, district, central network or union; or another village's group."),
        choices=Level,
        topic="level",
        shown=_is(Named.NETWORK, Named.BANK),
        empty=True,
    ),
    Rule(
        "monthly",
        N_("Monthly contribution to the network"),
        Kind.KIP,
        N_("In {unit}, whatever the profit is; 0 for none."),
        shown=_is(Named.NETWORK),
    ),
    Rule(
        "rate",
        N_("Interest of the bank in a year"),
        Kind.PERCENT,
        N_("In percent a year, as the bank has said; 0 where nothing is known."),
        shown=_is(Named.BANK),
    ),
)
