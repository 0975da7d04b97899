"""The sets of rules that a group can begin from: those of the cupboard, and an empty one."""

import json
from dataclasses import replace
from datetime import date

from ledger.rules.codec import from_plain
from ledger.rules.rulebook import Rulebook
from resources import path

EMPTY = ""
"""The name of the empty set."""


def templates() -> dict[str, Rulebook]:
    """Every documented set by the name of its file, in the order in which they are offered."""
    files = sorted(path("rules").glob("*.json"))
    return {
        file.stem: from_plain(Rulebook, json.loads(file.read_text(encoding="utf-8")))
        for file in files
    }


def empty_rules(begin: date) -> Rulebook:
    """Rules in which everything is still to be set."""
    return Rulebook(valid_from=begin, resolution="")


def begun_from(template: Rulebook, *, begin: date, year_end: int) -> Rulebook:
    """A template as a group's own first rules: in force from the day the books begin."""
    return replace(template, valid_from=begin, resolution="", fiscal_year_end=year_end)
