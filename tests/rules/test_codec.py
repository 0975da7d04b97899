"""What is read from outside is a value of ours or is refused with its place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import CASH, SAVINGS, Account
from ledger.rules.codec import from_plain, to_plain
from ledger.rules.lines import Deposit
from ledger.rules.people import Member
from ledger.rules.refusals import FactUnreadable
from ledger.rules.rulebook import Rulebook, SavingMode
from ledger.rules.transfers import Entry, Kind, Transfer
from tests.villages import MEMBERS, RULES, RUNNING


def through_paper(value: Any) -> Any:
    return from_plain(type(value), json.loads(json.dumps(to_plain(value))))


@pytest.mark.parametrize("value", [RULES, RUNNING, *MEMBERS])
def test_a_value_comes_back_as_it_was_written(value: object) -> None:
    assert through_paper(value) == value


@given(
    st.builds(Deposit, st.integers(1), st.integers()),
    st.dates(),
    st.text(),
    st.integers(0, 10_000_000),
)
def test_any_figure_comes_back(line: Deposit, day: date, title: str, minimum: int) -> None:
    assert through_paper(line) == line
    saving = replace(RULES.saving, minimum=minimum, mode=SavingMode.SHARES)
    rules = replace(RULES, valid_from=day, title=title, saving=saving)
    assert through_paper(rules) == rules


def plain_rules() -> dict[str, Any]:
    plain = to_plain(RULES)
    assert isinstance(plain, dict)
    return plain


def test_what_is_left_out_is_as_usual() -> None:
    found = from_plain(Rulebook, {"valid_from": "2026-01-01", "resolution": "1"})
    assert found == Rulebook(valid_from=date(2026, 1, 1), resolution="1")


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (["valid_from"], "1 January", "valid_from"),
        (["valid_from"], 20260101, "valid_from"),
        (["saving", "minimum"], "10000", "saving.minimum"),
        (["saving", "minimum"], 10000.0, "saving.minimum"),
        (["saving", "minimum"], True, "saving.minimum"),
        (["saving", "mode"], "as she likes", "saving.mode"),
        (["saving", "maximum"], "none", "saving.maximum"),
        (["saving"], [], "saving"),
        (["denominations"], 500, "denominations"),
        (["denominations", 2], None, "denominations[2]"),
        (["loans", "products", 1, "rate"], None, "loans.products[1].rate"),
        (["loans", "products", 0, "season_end"], [1, 2, 3], "loans.products[0].season_end"),
        (["loans", "products", 0, "season_end"], [1, "31"], "loans.products[0].season_end[1]"),
        (["welfare", "surprise"], 1, "welfare.surprise"),
        (["surprise"], 1, "surprise"),
    ],
)
def test_a_wrong_fact_is_refused_with_its_place(path: list[Any], value: Any, place: str) -> None:
    plain = plain_rules()
    at: Any = plain
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    with pytest.raises(FactUnreadable) as refused:
        from_plain(Rulebook, plain)
    assert refused.value.place == place


def test_a_missing_fact_is_refused_with_its_place() -> None:
    plain = plain_rules()
    del plain["loans"]["products"][0]["rate"]
    with pytest.raises(FactUnreadable) as refused:
        from_plain(Rulebook, plain)
    assert refused.value == FactUnreadable(place="loans.products[0].rate", found="")


def test_a_season_end_of_two_numbers_is_read() -> None:
    plain = plain_rules()
    plain["loans"]["products"][0]["season_end"] = [1, 31]
    assert from_plain(Rulebook, plain).loans.products[0].season_end == (1, 31)


def test_a_list_of_values_knows_which_one_is_wrong() -> None:
    with pytest.raises(FactUnreadable) as refused:
        from_plain(tuple[Member, ...], [to_plain(MEMBERS[0]), {"id": 2}], at="members")
    assert refused.value.place == "members[1].number"


def test_a_value_that_cannot_be_is_refused_whole() -> None:
    """The value's own checks hold for what is read, too: no transfer of nothing."""
    entry = Entry(date(2026, 4, 5), (Transfer(Kind.BANK_IN, 1001, 1000, 5),))  # type: ignore[arg-type]
    plain = to_plain(entry)
    plain["transfers"][0]["kip"] = 0
    with pytest.raises(FactUnreadable) as refused:
        from_plain(Entry, plain)
    assert refused.value.place == "transfers[0]"


@dataclass(frozen=True, slots=True)
class Pair:
    first: int
    second: tuple[int, str]


def test_a_pair_has_two_things_of_their_kinds() -> None:
    assert from_plain(Pair, {"first": 1, "second": [2, "x"]}) == Pair(1, (2, "x"))


@dataclass(frozen=True, slots=True)
class Standing:
    balances: Mapping[Account, int]


def test_a_table_by_account_comes_back() -> None:
    standing = Standing({CASH: 5, SAVINGS: 7})
    assert through_paper(standing) == standing


@pytest.mark.parametrize(
    ("table", "place"),
    [([1000], "balances"), ({"cash": 5}, "balances"), ({"1000": "5"}, "balances[1000]")],
)
def test_a_table_that_is_none_is_refused(table: object, place: str) -> None:
    with pytest.raises(FactUnreadable) as refused:
        from_plain(Standing, {"balances": table})
    assert refused.value.place == place
