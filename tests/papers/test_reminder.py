"""A reminder and the collection sheet of the meeting that it names ask for the same sum."""

from pathlib import Path

from ledger.rules.meeting_values import Column
from tests.papers.groups import TODAY, group_book
from ui.papers.shop import all_papers
from ui.papers.wish import Wish

OF_LOANS = {Column.FINE, Column.INTEREST, Column.PRINCIPAL}


def test_the_letter_asks_for_what_the_sheet_of_the_next_meeting_has(tmp_path: Path) -> None:
    (reminder,) = [paper for paper in all_papers() if paper.code == "loan-reminder"]
    with group_book("long", tmp_path).opened() as book:
        letters = reminder.read(book, Wish("loan-reminder"), TODAY)
        assert letters
        for letter in letters:
            assert letter.meeting is not None
            assert letter.meeting > TODAY
            assert letter.meeting.day == book.rulebook(TODAY).deposit_day
            sheet = book.collection_paper(letter.meeting, TODAY).sheet
            (row,) = [row for row in sheet.rows if row.member == letter.borrower.id]
            due = zip(sheet.columns, row.due, strict=True)
            asked = sum(kip for column, kip in due if column in OF_LOANS)
            assert asked == letter.to_pay + letter.due_by_then
