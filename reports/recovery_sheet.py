"""The recovery sheet of a stick: the code that opens its copies when the password is forgotten."""

from datetime import date

from ledger.rules.rulebook import Group
from reports.page import Paper, whole_line
from reports.style import A4, BODY, HAIR, MARGIN, MM, NAME, SUBHEADING, TITLE, strong, thin
from translations.words import Words


def draw_recovery_sheet(code: str, stick: str, group: Group, words: Words, *, day: date) -> bytes:
    """The sheet, as a document that lies in no file. Raises PrinterTrouble."""
    paper = Paper(words, size=A4, title=words.say("Recovery sheet"))
    page = paper.page()
    room, top = paper.width - 2 * MARGIN, paper.height
    said = (
        (group.name, strong(SUBHEADING), 24),
        (words.say("Recovery sheet for the stick “{name}”", name=stick), strong(NAME), 38),
        (code, strong(TITLE), 56),
        (words.say("Given out on {day}", day=words.long_day(day)), thin(BODY), 68),
        (words.say("Kept by:"), thin(BODY), 84),
    )
    for text, style, below in said:
        page.line(MARGIN, top - below * MM, whole_line(text, style, room))
    page.rule(MARGIN + 24 * MM, top - 85 * MM, paper.width - MARGIN, top - 85 * MM, HAIR)
    lines = 0
    for sentence in sheet_sentences(words):
        for line in paper.lines(sentence, thin(BODY), room):
            page.line(MARGIN, top - (100 + 6 * lines) * MM, line)
            lines += 1
        lines += 1
    paper.add(page)
    return paper.content()


def sheet_sentences(words: Words) -> tuple[str, ...]:
    """What the sheet is for, and what it cannot do."""
    return (
        words.say(
            "This code opens the copies on the stick when the password is forgotten. Keep it away "
            "from the stick and from the machine."
        ),
        words.say(
            "Whoever has neither the password nor this sheet cannot open the copies. Nobody can: "
            "not the program, not its makers."
        ),
        words.say("A new password for the stick makes this sheet worthless. Then print a new one."),
    )
