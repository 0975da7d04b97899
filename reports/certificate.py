"""The certificate of a member's years in the group: one wide sheet, to be hung up at home."""

from pathlib import Path

from ledger.rules.people import Officer, Role
from ledger.statements.certificate import Certificate
from reports.page import Page, Paper, whole_line
from reports.shell import place_text
from reports.stamp import stamp_text
from reports.style import A4_WIDE, CODE, FINE, FIRM, HAIR, MM, strong, thin
from reports.text.ink import Style
from translations.naming import word
from translations.words import Words

_EDGE = 11 * MM
_SIGNERS = (Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER)


def print_certificate(
    given: Certificate, officers: tuple[Officer, ...], words: Words, out: Path
) -> int:
    """Print the certificate into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = words.say("Certificate of years saved")
    paper = Paper(words, size=A4_WIDE, title=f"{title} – {given.member.name}")
    page = paper.page()
    sheet = _Sheet(paper, page)
    _frame(page)
    _whose(sheet, given, title)
    _facts(sheet, given)
    _sign(sheet, given, officers)
    stamp = stamp_text(words)
    if stamp:
        page.centred(A4_WIDE[0] / 2, _EDGE + 5 * MM, whole_line(stamp, thin(CODE), sheet.room))
    paper.add(page)
    paper.save(out)
    return paper.pages


class _Sheet:
    """Lines in the middle of the sheet, from top to bottom."""

    def __init__(self, paper: Paper, page: Page) -> None:
        self.paper = paper
        self.words = paper.words
        self.page = page
        self.room = A4_WIDE[0] - 2 * _EDGE - 30 * MM
        self.y = A4_WIDE[1] - _EDGE - 13 * MM

    def say(self, text: str, style: Style, *, gap: float = 0) -> None:
        """One line, made smaller where it is too long."""
        self.y -= gap
        self.page.centred(A4_WIDE[0] / 2, self.y, whole_line(text, style, self.room))
        self.y -= style.leading


def _frame(page: Page) -> None:
    """Two rules around the sheet, with a small square in each corner between them."""
    width, height = A4_WIDE
    inner = _EDGE + 3 * MM
    page.box(_EDGE, _EDGE, width - 2 * _EDGE, height - 2 * _EDGE, FIRM)
    page.box(inner, inner, width - 2 * inner, height - 2 * inner, HAIR)
    size = 3 * MM
    for x in (_EDGE, width - inner):
        for y in (_EDGE, height - inner):
            page.area(x, y, size, size, 0)


def _whose(sheet: _Sheet, given: Certificate, title: str) -> None:
    words, member = sheet.words, given.member
    sheet.say(given.group.name, strong(16))
    sheet.say(place_text(given.group, words), thin(10))
    if given.group.practice:
        sheet.say(words.say("PRACTICE – not a real book"), strong(10))
    sheet.say(title, strong(30), gap=9 * MM)
    sheet.say(f"{member.title} {member.name}".strip(), strong(24), gap=6 * MM)
    since = words.day(given.since)
    number = words.say("Member {number}, since {day}", number=member.number, day=since)
    sheet.say(number, thin(12))


def _facts(sheet: _Sheet, given: Certificate) -> None:
    """What she has done, each fact with its figure, in two columns between two rules."""
    words, page = sheet.words, sheet.page
    facts = [
        (words.say("Whole years in the group"), words.number(given.years)),
        (
            words.say("Months saved in, since {day}", day=words.day(given.begin)),
            words.say("{n} of {all}", n=given.saved, all=given.months),
        ),
        (words.say("Months in a row without missing one"), words.number(given.unbroken)),
        (words.say("Savings on {day}", day=words.day(given.day)), words.money(given.savings)),
        (
            words.say("Loans repaid, and never late"),
            words.say("{n} of {all}", n=given.loans_on_time, all=given.loans_repaid),
        ),
        (words.say("Received from the welfare fund"), words.money(given.welfare)),
    ]
    left, right = _EDGE + 26 * MM, A4_WIDE[0] - _EDGE - 26 * MM
    gap, height = 14 * MM, 9.5 * MM
    width = (right - left - gap) / 2
    top = sheet.y - 3 * MM
    for place, (name, figure) in enumerate(facts):
        x = left + (place // 3) * (width + gap)
        y = top - (place % 3 + 1) * height
        value = whole_line(figure, strong(12), width * 0.5)
        page.right(x + width, y + 2.8 * MM, value)
        room = width - value.width - 3 * MM
        page.line(x, y + 2.8 * MM, whole_line(name, thin(11), room))
        page.rule(x, y, x + width, y, HAIR)
    sheet.y = top - 3 * height - 8 * MM
    if given.never_missed:
        sheet.say(words.say("She has never missed a month."), strong(13))


def _sign(sheet: _Sheet, given: Certificate, officers: tuple[Officer, ...]) -> None:
    """Places for the president, the accountant and the treasurer."""
    words, page = sheet.words, sheet.page
    found = [next((o for o in officers if o.role is role), None) for role in _SIGNERS]
    signers = [officer for officer in found if officer is not None] or list(officers[:3])
    left, right = _EDGE + 20 * MM, A4_WIDE[0] - _EDGE - 20 * MM
    width = (right - left) / max(1, len(signers))
    y = _EDGE + 24 * MM
    for place, officer in enumerate(signers):
        middle = left + (place + 0.5) * width
        half = min(width / 2 - 6 * MM, 34 * MM)
        page.rule(middle - half, y, middle + half, y, FINE)
        role = whole_line(word(words, "role", officer.role), strong(10), width)
        page.centred(middle, y - 5 * MM, role)
        page.centred(middle, y - 10 * MM, whole_line(officer.name, thin(10), width - 4 * MM))
    page.centred(
        A4_WIDE[0] / 2,
        y + 17 * MM,
        whole_line(words.long_day(given.day), thin(10), sheet.room),
    )
