"""The year's report in words: kept part by part, typed over, and not longer than its room."""

from pathlib import Path

import pytest

from ledger.actions.year_texts import keep_year_texts
from ledger.rules.people import Role
from ledger.rules.year_texts import TEXT_MAX, YearTextTooLong, check_year_texts
from ledger.statements.year_set import YearText
from tests.closings import AFTER, YEAR, a_year
from tests.villages import actor

GOOD, LESSON = YearText.STRENGTHS, YearText.LESSONS


def test_each_part_is_kept_and_an_empty_one_goes(tmp_path: Path) -> None:
    book = a_year(tmp_path / "a.book")
    keep_year_texts(book, actor(), year=YEAR, texts={GOOD: "ດີ", LESSON: "ຮຽນ"})
    keep_year_texts(book, actor(), year=YEAR, texts={GOOD: "ດີຫຼາຍ"})
    assert book.year_texts(YEAR) == {GOOD: "ດີຫຼາຍ", LESSON: "ຮຽນ"}
    assert book.year_texts(YEAR + 1) == {}
    report = book.year_report(YEAR, AFTER)
    assert report.more is not None
    assert report.more.texts == book.year_texts(YEAR)
    keep_year_texts(book, actor(), year=YEAR, texts={GOOD: "", LESSON: ""})
    assert book.year_texts(YEAR) == {}
    book.close()


def test_a_part_that_is_too_long_changes_nothing(tmp_path: Path) -> None:
    book = a_year(tmp_path / "a.book")
    check_year_texts(["ກ" * TEXT_MAX])
    with pytest.raises(YearTextTooLong) as no:
        keep_year_texts(book, actor(), year=YEAR, texts={GOOD: "ກ" * (TEXT_MAX + 1)})
    assert (no.value.given, no.value.most) == (TEXT_MAX + 1, TEXT_MAX)
    assert book.year_texts(YEAR) == {}
    assert actor().role is Role.ACCOUNTANT
    book.close()
