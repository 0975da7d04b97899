"""What a member should know by heart, in sentences."""

from dataclasses import replace

import pytest

from ledger.rules.fund_rules import FundRules
from ledger.rules.rulebook import WithdrawalRule
from reports.rules_in_short import rules_in_short
from tests.villages import RULES
from translations import LANGUAGES, open_words
from translations.naming import word


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


def test_a_balance_that_is_kept_says_of_what() -> None:
    saving = replace(RULES.saving, withdrawal=WithdrawalRule.ANY_TIME, balance_kept=50_000)
    voluntary = replace(
        RULES.voluntary, kept=True, withdrawal=WithdrawalRule.ANY_TIME, balance_kept=20_000
    )
    words = open_words("lo")
    rulebook = replace(RULES, saving=saving, voluntary=voluntary)
    chapters = {c.heading: c.sentences for c in rules_in_short(rulebook, words)}
    of_saving, of_voluntary = (
        chapters[words.say("Saving")],
        chapters[words.say("Voluntary savings")],
    )
    assert "ຖອນແລ້ວຕ້ອງເຫຼືອເງິນທ້ອນໄວ້ຢ່າງໜ້ອຍ 50,000\u00a0ກີບ." in of_saving
    assert "ຖອນແລ້ວຕ້ອງເຫຼືອເງິນຝາກຕາມສະໝັກໃຈໄວ້ຢ່າງໜ້ອຍ 20,000\u00a0ກີບ." in of_voluntary


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_comes_from_the_old_book_is_not_called_as_what_comes_from_the_last_page(
    language: str,
) -> None:
    words = open_words(language)
    assert word(words, "kind", "opening") != words.say("Brought forward")
