"""What one figure of the rules is to the window: its place, its name, its unit, its choices."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ledger.rules.accounts import Named


class Kind(StrEnum):
    """In what kind of field a rule is set."""

    KIP = "kip"
    PERCENT = "percent"
    TIMES = "times"
    COUNT = "count"
    NAME = "name"
    CHOICE = "choice"
    FLAG = "flag"
    ACCOUNT = "account"
    PRODUCT = "product"
    LOAN_CLASS = "loan_class"
    AMOUNTS = "amounts"
    ROLES = "roles"
    ORDER = "order"
    MONTH = "month"
    SEASON = "season"
    STEPS = "steps"
    PRIORITY = "priority"


@dataclass(frozen=True, slots=True)
class Rule:
    """One field. `place` lies within the thing that its form shows.

    `help` says what it means and in what unit; "{unit}" in it is the currency. `choices` is the
    enumeration of a CHOICE and `topic` its words, `named` the kind of an ACCOUNT. `shown` tells
    from the thing whether the field matters there; `empty` allows no value at all.
    """

    place: str
    label: str
    kind: Kind
    help: str
    choices: type[StrEnum] | None = None
    topic: str = ""
    named: Named | None = None
    shown: Callable[[Any], bool] | None = None
    empty: bool = False
