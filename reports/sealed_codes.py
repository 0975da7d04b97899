"""Three slips to cut apart: on each one sealed code, for one envelope and one officer."""

from collections.abc import Sequence
from datetime import date

from ledger.rules.rulebook import Group
from reports.page import Paper, whole_line
from reports.style import A4, BODY, HAIR, MARGIN, MM, NAME, SUBHEADING, TITLE, strong, thin
from translations.words import Words


def draw_sealed_codes(codes: Sequence[str], group: Group, words: Words, *, day: date) -> bytes:
    """The slips on one sheet, as a document that lies in no file. Raises PrinterTrouble."""
    paper = Paper(words, size=A4, title=words.say("Three sealed codes"))
    page = paper.page()
    height = paper.height / len(codes)
    room = paper.width - 2 * MARGIN
    for number, code in enumerate(codes, start=1):
        top = paper.height - (number - 1) * height
        if number > 1:
            page.rule(0, top, paper.width, top, HAIR)
        said = (
            (group.name, strong(SUBHEADING), 20),
            (words.say("Sealed code, envelope {number}", number=number), strong(NAME), 32),
            (code, strong(TITLE), 48),
            (words.say("Given out on {day}", day=words.long_day(day)), thin(BODY), 58),
            (words.say("Given to:"), thin(BODY), 76),
        )
        for text, style, below in said:
            page.line(MARGIN, top - below * MM, whole_line(text, style, room))
        page.rule(MARGIN + 24 * MM, top - 77 * MM, paper.width - MARGIN, top - 77 * MM, HAIR)
        help_text = words.say(
            "Two of the three codes together set a forgotten PIN anew. Keep the envelope shut."
        )
        for place, line in enumerate(paper.lines(help_text, thin(BODY), room)):
            page.line(MARGIN, top - (64 + 5 * place) * MM, line)
    paper.add(page)
    return paper.content()
