"""Each part of the year's report in words has its room."""

import pytest

from ledger.rules.year_texts import TEXT_MAX, YearTextTooLong, check_year_texts


def test_a_part_may_fill_its_room_and_no_more() -> None:
    check_year_texts(["", "ດີ", "ກ" * TEXT_MAX])
    with pytest.raises(YearTextTooLong) as no:
        check_year_texts(["ດີ", "ກ" * (TEXT_MAX + 1)])
    assert no.value == YearTextTooLong(given=1_501, most=1_500)
