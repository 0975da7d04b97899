"""Guards that no attack can tell from the guards beside them, each with the reason."""

import re
from collections.abc import Mapping

DOUBLED: Mapping[str, str] = {
    "admission.approved: CHECK (approved IN (0, 1))": (
        "`approved = (member IS NOT NULL)` beside it leaves no other value"
    ),
}
"""Single ones, by their name."""


def doubled(table: str, kind: str, name: str, sql: str) -> str:
    """Why no attack can notice that a guard is gone; an empty word where one must.

    `sql` is the step of the shape in which its table is made.
    """
    if kind == "NOT NULL" and name.partition(": ")[0].partition(".")[2] in keys_of(table, sql):
        return "SQLite refuses an empty key of a STRICT table by itself"
    return DOUBLED.get(name, "")


def keys_of(table: str, sql: str) -> set[str]:
    """The columns of a table's key."""
    made = re.search(rf"CREATE TABLE {table} \((.*?)\n\) STRICT", sql, re.DOTALL)
    if made is None:
        return set()
    single = re.findall(r"\n    (\w+) \w+(?: NOT NULL)? PRIMARY KEY", made[1])
    several = re.findall(r"\n    PRIMARY KEY \(([^)]*)\)", made[1])
    return {*single, *(name.strip() for names in several for name in names.split(","))}
