"""The certificate of a member's years in the group: one wide sheet, to be hung up at home."""

from pathlib import Path

from ledger.rules.people import Officer, Role
from ledger.rules.rulebook import Group
from ledger.statements.certificate import Certificate
from reports.form_set import FormFacts
from reports.page import Page, Paper, whole_line
from reports.shell import place_text
from reports.stamp import stamp_text
from reports.style import A4_WIDE, CODE, FINE, FIRM, HAIR, MM, strong, thin
from reports.text.fitting import name_lines
from reports.text.ink import Style
from translations.naming import word
from translations.words import Words

_EDGE = 11 * MM
_CODE = 7 * MM
"""How far above the edge the code of the book stands; the inner rule is at 3 mm."""
_SHORT, _BLANK = "_" * 11, "_" * 24
"""Room for a number by hand, and for a day."""
_SIGNERS = (Role.PRESIDENT, Role.ACCOUNTANT, Role.TREASURER)


def print_certificate(
    given: Certificate, officers: tuple[Officer, ...], words: Words, out: Path
) -> int:
    """Print the certificate into a PDF file; returns the number of pages. Raises PrinterTrouble."""
    title = words.say("Certificate of years saved")
    paper = Paper(words, size=A4_WIDE, title=f"{title} – {given.member.name}")
    sheet = _Sheet(paper)
    member = given.member
    number = words.say(
        "Member {number}, since {day}", number=member.number, day=words.day(given.since)
    )
    if given.begin != given.since:
        # Of who joined before the group's book began no earlier meeting is known.
        begin = words.day(given.begin)
        counted = words.say("Meetings are counted from {day} on.", day=begin)
        number = f"{number}.  {counted}"
    _whose(sheet, given.group, f"{member.title} {member.name}".strip(), number)
    _facts(sheet, _figures(given, words), words.day(given.day))
    if given.never_missed:
        sheet.say(words.say("Has saved every time, without missing one."), strong(13), gap=3 * MM)
    found = [next((o for o in officers if o.role is role), None) for role in _SIGNERS]
    signers = [officer for officer in found if officer is not None] or list(officers[:3])
    _sign(sheet, [(one.role, one.name) for one in signers], words.day(given.day))
    stamp = stamp_text(words)
    if stamp:
        line = whole_line(stamp, thin(CODE), sheet.room)
        sheet.page.centred(A4_WIDE[0] / 2, _EDGE + _CODE, line)
    paper.add(sheet.page)
    paper.save(out)
    return paper.pages


def draw_blank_certificate(words: Words, into: Paper, facts: FormFacts) -> None:
    """A blank certificate for writing by hand."""
    into.turn(A4_WIDE)
    into.bookmark_here(f"part{into.pages}", words.say("Certificate of years saved"))
    sheet = _Sheet(into)
    number = words.say("Member {number}, since {day}", number=_SHORT, day=_BLANK)
    _whose(sheet, facts.group, "", number)
    _facts(sheet, ("",) * 6, "")
    _sign(sheet, [(role, "") for role in _SIGNERS], _BLANK)
    into.add(sheet.page)


class _Sheet:
    """Lines in the middle of the sheet, from top to bottom."""

    def __init__(self, paper: Paper) -> None:
        self.words = paper.words
        self.page = paper.page()
        _frame(self.page)
        self.room = A4_WIDE[0] - 2 * _EDGE - 30 * MM
        self.y = A4_WIDE[1] - _EDGE - 13 * MM

    def say(self, text: str, style: Style, *, gap: float = 0) -> None:
        """One line, made smaller where it is too long."""
        self.y -= gap
        self.page.centred(A4_WIDE[0] / 2, self.y, whole_line(text, style, self.room))
        self.y -= style.leading

    def write(self, label: str, *, gap: float = 0) -> None:
        """A line to write on, with its label in front of it."""
        self.y -= gap + 3 * MM
        left, right = A4_WIDE[0] / 2 - 70 * MM, A4_WIDE[0] / 2 + 70 * MM
        if label:
            self.page.right(left - 2 * MM, self.y, whole_line(label, thin(11), 40 * MM))
        self.page.rule(left, self.y - 1 * MM, right, self.y - 1 * MM, HAIR)
        self.y -= 8 * MM


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


def _whose(sheet: _Sheet, group: Group, name: str, number: str) -> None:
    """The group, the title, and the member; a line for each name that is not known."""
    words = sheet.words
    if group.name:
        sheet.say(group.name, strong(16))
        sheet.say(place_text(group, words), thin(10))
    else:
        sheet.write(words.say("Group"))
    if group.practice:
        sheet.say(words.say("PRACTICE – not a real book"), strong(10), gap=2 * MM)
    sheet.say(words.say("Certificate of years saved"), strong(30), gap=11 * MM)
    if name:
        sheet.say(name, strong(24), gap=6 * MM)
    else:
        sheet.write("", gap=6 * MM)
    sheet.say(number, thin(12))


def _figures(given: Certificate, words: Words) -> tuple[str | None, ...]:
    """What the member has done, in the order of the sheet; nothing of what never was."""
    on_time = words.say("{n} of {all}", n=given.loans_on_time, all=given.loans_repaid)
    saved = words.number(given.saved)
    return (
        words.say_many("{n} year", "{n} years", given.years),
        words.say_many(
            "{saved} of {n} meeting", "{saved} of {n} meetings", given.months, saved=saved
        ),
        words.say_many("{n} meeting", "{n} meetings", given.unbroken),
        words.money(given.savings),
        on_time if given.loans_repaid else None,
        words.money(given.welfare) if given.welfare else None,
    )


def _facts(sheet: _Sheet, figures: tuple[str | None, ...], day: str) -> None:
    """Each fact with its figure, or room for it, in two columns; one without is left out."""
    words, page = sheet.words, sheet.page
    names = (
        words.say("Whole years in the group"),
        words.say("Meetings with saving"),
        words.say("In a row, without missing one"),
        # By hand the day is written once, above the names: a gap here would hang over the rule.
        words.say("Savings on {day}", day=day) if day else words.say("Savings on the day below"),
        words.say("Loans repaid, and never late"),
        words.say("Received from the welfare fund"),
    )
    left, right = _EDGE + 26 * MM, A4_WIDE[0] - _EDGE - 26 * MM
    gap, height = 14 * MM, 9.5 * MM
    width = (right - left - gap) / 2
    top = sheet.y - 3 * MM
    told = [
        (name, figure) for name, figure in zip(names, figures, strict=True) if figure is not None
    ]
    for place, (name, figure) in enumerate(told):
        x = left + (place // 3) * (width + gap)
        y = top - (place % 3 + 1) * height
        value = whole_line(figure, strong(12), width * 0.5)
        page.right(x + width, y + 2.8 * MM, value)
        room = width - value.width - 3 * MM
        page.line(x, y + 2.8 * MM, whole_line(name, thin(11), room))
        page.rule(x, y, x + width, y, HAIR)
    sheet.y = top - 3 * height - 8 * MM


def _sign(sheet: _Sheet, signers: list[tuple[Role, str]], day: str) -> None:
    """Places for the president, the accountant and the treasurer, under the day."""
    page = sheet.page
    left, right = _EDGE + 20 * MM, A4_WIDE[0] - _EDGE - 20 * MM
    width = (right - left) / max(1, len(signers))
    y = _EDGE + 30 * MM
    for place, (role, name) in enumerate(signers):
        middle = left + (place + 0.5) * width
        half = min(width / 2 - 6 * MM, 34 * MM)
        page.rule(middle - half, y, middle + half, y, FINE)
        said = whole_line(word(sheet.words, "role", role), strong(10), width)
        page.centred(middle, y - 5 * MM, said)
        if not name:
            page.dotted(middle - half, middle + half, y - 12 * MM)
        below = y - 10 * MM
        for line in name_lines(name, thin(10), 2 * half, most=3):
            page.centred(middle, below, line)
            below -= line.style.size * 1.4
    dated = whole_line(sheet.words.say("Day: {day}", day=day), thin(10), sheet.room)
    page.centred(A4_WIDE[0] / 2, y + 17 * MM, dated)
