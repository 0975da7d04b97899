"""A receipt or voucher as a blank form: two halves with lines to write on, to be cut apart."""

from ledger.statements.slips import SignsAs, SlipKind
from reports.form_set import FormFacts
from reports.page import Paper
from reports.shell import place_text
from reports.slip_sheets import ONE_ON_A4, cuts
from reports.slip_words import SIGNS, TITLES
from reports.stack import Stack
from reports.style import BODY, FINE, FIRM, HAIR, MM, NAME, SMALL, SUBHEADING
from reports.text.ink import Style
from translations.words import Words

_LINE = 7.7 * MM
"""Room to write between two lines."""
_ROWS = 4
_GAP = 5 * MM


def draw_blank_slip(words: Words, into: Paper, facts: FormFacts) -> None:
    """One sheet with both halves."""
    into.turn(ONE_ON_A4.size)
    title = f"{words.say(TITLES[SlipKind.RECEIPT])} / {words.say(TITLES[SlipKind.VOUCHER])}"
    into.bookmark_here(f"part{into.pages}", title)
    page = into.page()
    other = words.say("For the other side")
    for box, copy in zip(ONE_ON_A4.boxes(), (words.say("For the group"), other), strict=True):
        stack = Stack(into, box.width, 1.0)
        _head(stack, words, facts, copy)
        _facts(stack, words)
        _money(stack, words)
        _signatures(stack, words)
        stack.draw(page, box.left, box.bottom + box.height)
    for rule in cuts(ONE_ON_A4):
        page.rule(*rule, HAIR)
    into.add(page)


def _head(stack: Stack, words: Words, facts: FormFacts, copy: str) -> None:
    """The group, or a line for it; which of the two papers it is; and a place for the number."""
    group = facts.group
    side = stack.lines(copy, stack.strong(SMALL), stack.width * 0.28)
    if group.name:
        stack.row(stack.names(group.name, stack.strong(NAME * 0.8), stack.width * 0.68), side)
        stack.row(stack.names(place_text(group, words), stack.thin(SMALL), stack.width))
    else:
        stack.row((), side)
        _field(stack, words.say("Group"), 0, stack.width)
        stack.height += _LINE
    stack.space(2 * MM)
    style = stack.strong(NAME)
    for kind, left in ((SlipKind.RECEIPT, 0.0), (SlipKind.VOUCHER, stack.width * 0.3)):
        stack.tick(left, style.leading)
        stack.place(stack.lines(words.say(TITLES[kind]), style, stack.width * 0.35), left + 7 * MM)
    _number(stack, words.say("No."), style)
    stack.height += style.leading
    stack.space(2 * MM)
    if group.practice:
        stack.boxed([words.say("PRACTICE – not a real book")], stack.strong(BODY), gap=0)


def _number(stack: Stack, label: str, style: Style) -> None:
    """A label with a line to write on behind it, on the line of a title of that style."""
    lines = stack.lines(label, stack.thin(BODY), stack.width * 0.2)
    left = stack.width * 0.66
    # Both stand on one baseline: so much lower begins what is smaller.
    lower = (style.leading - stack.thin(BODY).leading) / 2 + 0.35 * (style.size - BODY)
    stack.height += lower
    stack.place(lines, left)
    stack.height -= lower
    start = left + max(line.width for line in lines) + 2 * MM
    base = style.leading / 2 + style.size * 0.35 + 1 * MM
    stack.height += base
    stack.rule(width=stack.width - start, left=start)
    stack.height -= base


def _facts(stack: Stack, words: Words) -> None:
    half = (stack.width - _GAP) / 2
    _field(stack, words.say("Day"), 0, half)
    _field(stack, words.say("For the month"), half + _GAP, half)
    stack.height += _LINE
    _field(stack, words.say("Who paid or was paid"), 0, stack.width)
    stack.height += _LINE + 3 * MM


def _money(stack: Stack, words: Words) -> None:
    """Empty rows for what and how much, the sum, and a line for the sum in words."""
    column = stack.width * 0.7
    top = stack.height
    stack.rule(FINE)
    head = stack.thin(SMALL)
    # The tones of a head stand high above its letters.
    stack.space(1.2 * MM)
    amount = words.say("Amount in {unit}", unit=words.unit)
    stack.place(stack.lines(words.say("What for"), head, column), 1 * MM)
    heads = stack.lines(amount, head, stack.width - column - 2 * MM)
    stack.place(heads, stack.width - 1 * MM - max(line.width for line in heads))
    stack.height += head.leading * len(heads)
    for _ in range(_ROWS):
        stack.rule()
        stack.height += _LINE * 0.9
    stack.rule(FINE)
    total = stack.lines(words.say("Total"), stack.strong(SUBHEADING), column)
    stack.row(total, indent=1 * MM, high=_LINE)
    stack.upright(column, top)
    stack.rule(FIRM)
    _field(stack, words.say("In words"), 0, stack.width)
    stack.height += 2 * _LINE
    stack.rule()


def _signatures(stack: Stack, words: Words) -> None:
    """Lines for who received, who paid, and a witness, and below each a line for the name."""
    places = (SignsAs.RECEIVED, SignsAs.PAID, SignsAs.WITNESS)
    width = (stack.width - _GAP * 2) / 3
    stack.space(13 * MM)
    for number, signs in enumerate(places):
        left = number * (width + _GAP)
        stack.rule(left=left, width=width)
        stack.place(stack.lines(words.say(SIGNS[signs]), stack.thin(SMALL), width), left)
    stack.height += stack.thin(SMALL).leading
    for number in range(len(places)):
        _field(stack, words.say("Name"), number * (width + _GAP), width)
    stack.height += _LINE


def _field(stack: Stack, label: str, left: float, width: float) -> None:
    """A label with a line to write on behind it, at the present height."""
    lines = stack.lines(label, stack.thin(BODY), width * 0.6)
    stack.place(lines, left, height=_LINE * 1.2)
    start = max(line.width for line in lines) + 2 * MM
    stack.height += _LINE
    stack.rule(left=left + start, width=width - start)
    stack.height -= _LINE
