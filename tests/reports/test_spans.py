"""From one thing to itself is no span: the papers say it once."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.people import OfficerId, Role
from ledger.rules.permits import Act
from ledger.rules.saving_rules import SavingMode
from ledger.rules.welfare_rules import Benefit, BenefitStep, LadderBy
from ledger.statements.history import HistoryRow
from reports.benefit_words import benefit_sentence
from reports.rules_in_short import rules_in_short
from reports.spans import days_text, numbers_text
from reports.trail_words import act_sentence
from tests.villages import RULES
from translations import open_words

ENGLISH = open_words("en")
DAY, LATER = date(2026, 4, 5), date(2026, 4, 6)


def test_of_one_day_only_that_day_is_said() -> None:
    assert days_text(ENGLISH, DAY, LATER) == "05/04/2026 – 06/04/2026"
    assert days_text(ENGLISH, DAY, DAY) == "05/04/2026"


def test_of_one_number_only_that_number_is_said() -> None:
    assert numbers_text(ENGLISH, 5, 7) == "No. 5 to 7"
    assert numbers_text(ENGLISH, 5, 5) == "No. 5"


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2026-04-06", "2 days, 05/04/2026 to 06/04/2026, came in from a file."),
        ("2026-04-05", "One day, 05/04/2026, came in from a file."),
    ],
)
def test_days_from_a_file_are_said_as_days(last: str, said: str) -> None:
    facts = {"days": 2, "first": "2026-04-05", "last": last}
    at = "2026-04-07T10:00:00+00:00"
    row = HistoryRow(3, at, OfficerId(1), "ດາວ", Role.TREASURER, "", Act.BRING_IN, facts, "")
    assert act_sentence(ENGLISH, row) == said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"shares_min": 1, "shares_max": 5}, "Each member saves 1 to 5 shares of"),
        ({"shares_min": 2, "shares_max": 2}, "Each member saves 2 shares of"),
        ({"shares_min": 1, "shares_max": 1}, "Each member saves 1 share of"),
        ({"mode": SavingMode.FREE, "minimum": 5_000, "maximum": 9_000}, "5,000 kip to 9,000 kip"),
        ({"mode": SavingMode.FREE, "minimum": 5_000, "maximum": 5_000}, "saves 5,000 kip each"),
    ],
)
def test_what_a_member_saves_is_said_once(changes: dict[str, object], said: str) -> None:
    shares = replace(RULES.saving, mode=SavingMode.SHARES, share_value=10_000)
    saving = replace(shares, **changes)  # type: ignore[arg-type]
    chapters = rules_in_short(replace(RULES, saving=saving), ENGLISH)
    sentences = " ".join(s for chapter in chapters for s in chapter.sentences)
    assert said in sentences.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (((0, 500), (2, 900)), "x: 500 to 900 kip for each event, in steps by years."),
        (((0, 500), (2, 500)), "x: 500 kip for each event."),
        (((5, 500),), "x: 500 kip for each event, after 5 years."),
    ],
)
def test_a_benefit_whose_steps_are_alike_is_one_amount(
    steps: tuple[tuple[int, int], ...], said: str
) -> None:
    benefit = Benefit(
        "01", "x", ladder=LadderBy.SAVING_YEARS, steps=tuple(BenefitStep(*s) for s in steps)
    )
    assert benefit_sentence(ENGLISH, benefit).replace("\u00a0", " ") == said
