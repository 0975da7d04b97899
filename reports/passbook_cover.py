"""The cover of a passbook: whose it is."""

from collections.abc import Sequence

from ledger.rules.booklets import BookletSize
from ledger.rules.people import Member
from ledger.statements.passbook import Passbook
from reports.page import A5, FINE, FIRM, HAIR, MM, Page, Paper, strong, thin, whole_line
from reports.passbook_grid import HEAD_LEFT, HEAD_RIGHT
from reports.shell import place_text
from reports.text.fitting import Line, by_spaces, lines, name_lines

_MIDDLE = A5[0] / 2
_WIDTH = HEAD_RIGHT - HEAD_LEFT
_TOP = A5[1] - 30 * MM
_TO_PLACE, _TO_TITLE = 1 * MM, 20 * MM
_DROP = 0.4
"""How much of the way the upper half goes, where the halves come closer."""


def name_of(member: Member) -> str:
    """A member as the head of each of her pages names her."""
    return f"{member.number}  {member.title} {member.name}".replace("  ", " \u00a0", 1)


def cover_for(
    paper: Paper, passbook: Passbook, size: BookletSize, *, foot: str, mark: str = ""
) -> Page:
    """The cover of a passbook of any size: that of A5, smaller or larger, in the middle."""
    page = cover(paper, passbook, foot=foot, mark=mark)
    width, height = size.width * MM, size.height * MM
    scale = min(width / A5[0], height / A5[1])
    if scale == 1:
        return page
    name = f"cover{passbook.member.id}"
    paper.keep(name, page, size=A5)
    fitted = paper.page()
    fitted.show(name, (width - A5[0] * scale) / 2, (height - A5[1] * scale) / 2, scale)
    return fitted


def cover(paper: Paper, passbook: Passbook, *, foot: str, mark: str = "") -> Page:
    """The cover: the group, the word "passbook", and the member with number and name.

    `foot` stands at its foot; `mark` in a box below the word, where there is one.
    """
    words = paper.words
    page = paper.page()
    inset = 8 * MM
    group = paper.lines(passbook.group.name, strong(17), _WIDTH - 20 * MM)
    page.box(inset, inset, A5[0] - 2 * inset, A5[1] - 2 * inset, FIRM)
    page.box(inset + 4, inset + 4, A5[0] - 2 * inset - 8, A5[1] - 2 * inset - 8, HAIR)
    place = lines(place_text(passbook.group, words), thin(10.5), _WIDTH - 20 * MM, by_spaces)
    title = [whole_line(words.say("Passbook"), strong(26), _WIDTH - 20 * MM)]
    practice = words.say("PRACTICE – not a real book") if passbook.group.practice else ""
    marks = " · ".join(filter(None, (mark, practice)))
    free = 0.0 if marks else _free((*group, *place, *title))
    y = _stack(page, _TOP - free * _DROP, group)
    y = _stack(page, y - _TO_PLACE, place)
    page.rule(_MIDDLE - 25 * MM, y - 4 * MM, _MIDDLE + 25 * MM, y - 4 * MM, FINE)
    y = _stack(page, y - _TO_TITLE, title)
    if marks:
        line = whole_line(marks, strong(13), _WIDTH - 24 * MM)
        page.centred(_MIDDLE, y + 9, line)
        page.box(_MIDDLE - line.width / 2 - 8, y + 1, line.width + 16, 26, FIRM)
    _member(paper, page, passbook, lift=free * (1 - _DROP))
    page.centred(_MIDDLE, 17 * MM, whole_line(foot, thin(8.5), _WIDTH - 20 * MM))
    return page


def _free(upper: Sequence[Line]) -> float:
    """How much lies empty above the member's number where no box stands below the word.

    So much the two halves of the cover come closer.
    """
    below = _TOP - _TO_PLACE - _TO_TITLE - sum(line.style.leading for line in upper)
    return max(0.0, below - 109 * MM)


def _stack(page: Page, y: float, text: list[Line]) -> float:
    """Centred lines downwards from a baseline; gives the baseline below them."""
    for line in text:
        page.centred(_MIDDLE, y, line)
        y -= line.style.leading
    return y


def _member(paper: Paper, page: Page, passbook: Passbook, *, lift: float) -> None:
    """The member's number in a box, her name, and what else stands on the cover."""
    words, member = paper.words, passbook.member
    box_width, box_height = 50 * MM, 17 * MM
    y = 88 * MM + lift
    page.box(_MIDDLE - box_width / 2, y, box_width, box_height, FIRM)
    label = whole_line(words.say("Member number"), thin(9), _WIDTH)
    page.centred(_MIDDLE, y + box_height + 2.5 * MM, label)
    number = whole_line(member.number, strong(26), box_width - 4 * MM)
    page.centred(_MIDDLE, y + box_height / 2 - number.style.size * 0.36, number)
    full = f"{member.title} {member.name}".strip()
    y = (
        _stack(
            page,
            y - 13 * MM - lift / 4,
            name_lines(full, strong(19), _WIDTH - 12 * MM, smallest=0.5),
        )
        - 4 * MM
        - lift / 4
    )
    facts = [(words.say("Joined"), words.day(member.joined))]
    # A book that came from elsewhere has 0 where no household is known.
    if member.household.strip(" 0"):
        facts.insert(0, (words.say("Household"), member.household))
    if member.village_unit:
        facts.insert(1, (words.say("Village unit"), member.village_unit))
    _facts(page, y, facts)


def _facts(page: Page, y: float, facts: Sequence[tuple[str, str]]) -> None:
    """What else is known of the member, as two columns that stand together in the middle."""
    style = thin(11)
    rows = [
        (whole_line(head, style, 50 * MM), whole_line(text, strong(11), 54 * MM))
        for head, text in facts
    ]
    of_heads, of_texts = (max(line.width for line in column) for column in zip(*rows, strict=True))
    between = _MIDDLE + (of_heads - of_texts) / 2
    for head, text in rows:
        page.right(between - 2 * MM, y, head)
        page.line(between + 2 * MM, y, text)
        y -= style.leading
