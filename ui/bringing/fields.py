"""What one column of a group's own table can be, and what it is called."""

from collections.abc import Mapping
from enum import StrEnum

from translations import N_


class Kind(StrEnum):
    """What a table holds."""

    MEMBERS = "members"
    MONTHS = "months"


class Field(StrEnum):
    """What one column can be."""

    NUMBER = "number"
    NAME = "name"
    SURNAME = "surname"
    TITLE = "title"
    SEX = "sex"
    HOUSEHOLD = "household"
    UNIT = "village_unit"
    PHONE = "phone"
    JOINED = "joined"
    PROMISE = "promise"
    SHARES = "shares"
    SAVINGS = "savings"
    VOLUNTARY = "voluntary"
    WELFARE = "welfare"


NAMES: Mapping[Field, str] = {
    Field.NUMBER: N_("Number"),
    Field.NAME: N_("Name"),
    Field.SURNAME: N_("Surname"),
    Field.TITLE: N_("Title"),
    Field.SEX: N_("Sex"),
    Field.HOUSEHOLD: N_("Household"),
    Field.UNIT: N_("Village unit"),
    Field.PHONE: N_("Phone"),
    Field.JOINED: N_("Joined on"),
    Field.PROMISE: N_("Promised each month"),
    Field.SHARES: N_("Shares each month"),
    Field.SAVINGS: N_("Savings"),
    Field.VOLUNTARY: N_("Voluntary savings"),
    Field.WELFARE: N_("Welfare"),
}
