"""What a member reads about the group's loans on the inside of her passbook."""

from dataclasses import replace
from typing import Any

import pytest

from ledger.rules.rulebook import Rulebook, ScheduleKind
from reports.loans_in_short import loans_in_short, product_sentence
from tests.villages import RESERVE, RICE, RULES
from translations import LANGUAGES, open_words

EN = open_words("en")


def told(**loans: Any) -> str:
    rules: Rulebook = replace(RULES, loans=replace(RULES.loans, **loans))
    return " ".join(loans_in_short(rules, EN))


def test_the_fund_that_a_kind_of_loan_is_lent_from() -> None:
    of_reserve = replace(RICE, fund=RESERVE)
    assert "lent from: Reserve fund" in product_sentence(of_reserve, EN, RULES)
    assert "lent from" not in product_sentence(RICE, EN, RULES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_must_be_signed_and_how_often_days_are_set_anew(language: str) -> None:
    words = open_words(language)
    plain = set(loans_in_short(RULES, words))
    for loans in (
        replace(RULES.loans, contract=True),
        replace(RULES.loans, reschedules=0),
        replace(RULES.loans, reschedules=3),
    ):
        more = set(loans_in_short(replace(RULES, loans=loans), words)) - plain
        assert len(more) == 1


def test_only_what_the_rules_say() -> None:
    assert "contract" not in told()
    assert "due days" not in told()
    assert "new due days 1 time." in told(reschedules=1)
    assert "new due days 2 times." in told(reschedules=2)
    assert told(products=(), contract=True) == ""


@pytest.mark.parametrize(
    ("schedule", "rate", "said"),
    [
        (ScheduleKind.BULLET, 200, "all paid at the end"),
        (ScheduleKind.INTEREST_MONTHLY, 200, "interest each month, principal at the end"),
        (ScheduleKind.INTEREST_MONTHLY, 0, "all paid at the end"),
        (ScheduleKind.INSTALMENTS, 200, "the same amount each month"),
        (ScheduleKind.PRINCIPAL_PARTS, 200, "an equal part and the interest each month"),
        (ScheduleKind.PRINCIPAL_PARTS, 0, "an equal part each month"),
        (ScheduleKind.FREE, 200, "paid as one can until the last day"),
    ],
)
def test_when_a_kind_of_loan_is_paid(schedule: ScheduleKind, rate: int, said: str) -> None:
    product = replace(RICE, schedule=schedule, rate=rate)
    assert f", {said}" in product_sentence(product, EN, RULES)
