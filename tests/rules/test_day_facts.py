"""What the book says of a day: how much is in the box."""

from ledger.rules.accounts import CASH
from tests.villages import day_facts


def test_the_box_is_empty_before_anything_is_written() -> None:
    assert day_facts(balances={}).cash == 0
    assert day_facts(balances={CASH: 1_500_000}).cash == 1_500_000


def test_on_an_earlier_day_the_box_held_what_it_held_then() -> None:
    assert day_facts(balances={CASH: 1_500_000}, cash_then=0).cash == 0
