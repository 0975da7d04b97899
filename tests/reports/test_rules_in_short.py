"""What a member should know by heart, in sentences."""

from dataclasses import replace

import pytest

from ledger.rules.fund_rules import FundRules
from reports.rules_in_short import rules_in_short
from tests.villages import RULES
from translations import open_words


@pytest.mark.parametrize(
    ("least", "said"),
    [
        (None, ()),
        (0, ("ທຸກການຈ່າຍຈາກກອງທຶນ ຕ້ອງມີມະຕິຂອງຄະນະກຳມະການ.",)),
        (200_000, ("ຈ່າຍຈາກກອງທຶນ 200,000\u00a0ກີບ ຂຶ້ນໄປ ຕ້ອງມີມະຕິຂອງຄະນະກຳມະການ.",)),
    ],
)
def test_from_what_amount_on_a_fund_needs_a_decision(
    least: int | None, said: tuple[str, ...]
) -> None:
    rulebook = replace(RULES, funds=FundRules(decision_from=least))
    words = open_words("lo")
    chapters = {c.heading: c.sentences for c in rules_in_short(rulebook, words)}
    assert chapters.get(words.say("Funds"), ()) == said
