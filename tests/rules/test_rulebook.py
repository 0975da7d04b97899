"""Which rules hold on a day, and what stands in them."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.rulebook import rulebook_of
from tests.villages import BANK, BEGIN, NETWORK, RULES, TRADE

LATER = replace(RULES, valid_from=date(2026, 7, 1), resolution="2/2026")


@pytest.mark.parametrize(
    ("day", "resolution"),
    [
        (date(2025, 12, 31), "1/2026"),
        (BEGIN, "1/2026"),
        (date(2026, 6, 30), "1/2026"),
        (date(2026, 7, 1), "2/2026"),
        (date(2030, 1, 1), "2/2026"),
    ],
)
def test_the_newest_rules_that_have_begun_hold(day: date, resolution: str) -> None:
    assert rulebook_of((RULES, LATER), day).resolution == resolution


def test_no_group_is_without_rules() -> None:
    with pytest.raises(ValueError, match="without rules"):
        rulebook_of((), BEGIN)


def test_loans_and_accounts_are_found_by_key_and_number() -> None:
    assert RULES.product("trade") is TRADE
    assert RULES.product("moon") is None
    named = RULES.named(BANK)
    assert named is not None
    assert named.name == "ທະນາຄານ"
    assert replace(RULES, accounts=()).named(NETWORK) is None
