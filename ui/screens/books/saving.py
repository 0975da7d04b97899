"""The whole book is saved as a spreadsheet, wherever the user wants it."""

from PySide6.QtWidgets import QWidget

from reports.troubles import PrinterTrouble, trouble_sentence
from reports.workbook import write_workbook
from ui.desk import Desk
from ui.models.exporting import whole_book
from ui.screens.papers.saving import ask_place, papers_folder


def save_lists(parent: QWidget, desk: Desk) -> tuple[str, bool] | None:
    """Ask where, and write; what is to be said, and whether it went well. Nothing if given up."""
    words, today = desk.words, desk.today()
    name = f"{desk.book.group.name} {today.isoformat()}.xlsx".replace("/", "-")
    place = ask_place(parent, words, papers_folder() / name)
    if place is None:
        return None
    sheets = desk.ask(lambda book: list(whole_book(book, today, words)))
    if sheets is None:
        return desk.last_sentence, False
    try:
        write_workbook(sheets, words, place)
    except PrinterTrouble as trouble:
        return trouble_sentence(words, trouble), False
    return words.say("The lists are ready: {file}", file=place), True
