"""A sheet that was thrown away can be put back for a while."""

from datetime import date

import pytest

from ledger.rules.transfers import MeetingId
from ledger.rules.trash import Thrown, is_kept

SHEET = Thrown(MeetingId(3), "ຈັນທາ ແກ້ວມະນີ", date(2026, 4, 5), cells=4, lines=1, kip=41_000)


@pytest.mark.parametrize(
    ("today", "kept"),
    [
        (date(2026, 4, 5), True),
        (date(2026, 5, 5), True),
        (date(2026, 5, 6), False),
        (date(2026, 3, 1), True),
    ],
)
def test_it_lies_there_for_thirty_days_whatever_the_clock_was(today: date, *, kept: bool) -> None:
    assert is_kept(SHEET, today) is kept
