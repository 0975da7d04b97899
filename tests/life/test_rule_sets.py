"""Every rule set of the cupboard lives a year at random and closes it, agreeing to the last kip."""

from datetime import date
from pathlib import Path

import pytest

from ledger.rules.accounts import Account
from ledger.rules.lines import Received
from tests.life.almanac import later
from tests.life.committee import CHANCES, Committee, found_group, plain_template

TEMPLATES = sorted(
    file.stem for file in (Path(__file__).parents[2] / "resources" / "rules").glob("*.json")
)
LEFT_OUT = {"adopt", "open_fund", "close_fund", "firm"}
"""What would change the rule set itself, or stop the year half-way."""


def bring_income(life: Committee, kip: int) -> None:
    """Enough income for what the rules promise: a rate of dividend asks for it."""
    account = Account(4101)
    told = lambda day: life.hand.income(day, 4101, kip)  # noqa: E731
    assert life.line("income of the year", Received(account, kip), told)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_year_of_random_acts_closes_as_by_hand(name: str, folder: Path) -> None:
    paper = plain_template(name)
    last_month = paper.get("fiscal_year_end") or 12
    begin = date(2026, last_month % 12 + 1, 1)
    saving = paper["saving"]
    promise = saving.get("minimum", 0) if saving.get("mode") == "promise" else 0
    life = found_group(
        folder, members=14, seed=len(name), paper=paper, begin=begin, promise=promise
    )
    acts = [act for act, chance in CHANCES.items() if act not in LEFT_OUT for _ in range(chance)]
    first, last = life.open_year()
    assert (first, later(first, 12)) == (begin, later(begin, 12))
    while life.day <= last:
        life.meet()
        for act in life.random.sample(acts, 6):
            getattr(life, act)()
        if life.day.month == begin.month:
            bring_income(life, 777_777)
        life.go(later(life.day.replace(day=5), 1))
    before = life.done["year closed"]
    life.end_year()
    assert life.done["year closed"] == before + 1
    assert life.done["meeting signed"] > 6
    assert life.book.check() == ()
    life.book.close()
