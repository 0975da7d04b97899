"""A receipt is printed once as the original; what follows must be the next copy."""

from dataclasses import replace

import pytest

from ledger.rules.transfers import EntryNumber
from ledger.statements.slip_prints import PrintedMeanwhile, check_prints, told_numbers
from tests.reports.test_slips import PAPER

AGAIN = replace(PAPER, number=EntryNumber(7), copy=2)


def test_the_original_and_the_next_copy_may_be_written_down() -> None:
    check_prints((PAPER, AGAIN), {AGAIN.number: 2})


@pytest.mark.parametrize("known", [{}, {AGAIN.number: 1}, {AGAIN.number: 3}])
def test_what_was_printed_meanwhile_is_refused(known: dict[EntryNumber, int]) -> None:
    with pytest.raises(PrintedMeanwhile) as refused:
        check_prints((PAPER, AGAIN), known)
    assert refused.value.number == AGAIN.number


@pytest.mark.parametrize(
    ("numbers", "told"), [([], ""), ([5], "5"), ([9, 3, 4, 5, 9], "3–5, 9"), ([1, 2], "1–2")]
)
def test_numbers_that_follow_each_other_are_drawn_together(numbers: list[int], told: str) -> None:
    assert told_numbers(EntryNumber(n) for n in numbers) == told
