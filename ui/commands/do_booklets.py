"""The acts about booklets: given out, lost, and what is on paper in them."""

from dataclasses import replace

from ledger.actions.booklets import lost_booklet, new_booklet, printed
from ledger.book.change import Change
from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, BookletSize
from reports.booklet import plan_lines
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given

_SIZES = {"a5": A5_BOOKLET, "a6": A6_BOOKLET}


def _new(given: Given) -> Change:
    return new_booklet(
        given.book,
        given.actor,
        member=given.member(),
        size=_size(given),
        lines_elsewhere=given.number("lines_elsewhere", 0),
    )


def _lost(given: Given) -> Change:
    return lost_booklet(given.book, given.actor, member=given.member())


def _printed(given: Given) -> Change:
    """All that was planned in the language of the command, or her lines up to one of them."""
    state = given.book.booklet_state(given.member())
    state.check_fresh()
    if given.has("last_line"):
        lines = state.passbook.lines[: given.number("last_line")]
        state = replace(state, passbook=replace(state.passbook, lines=lines))
    return printed(
        given.book,
        given.actor,
        member=state.passbook.member.id,
        booklet=state.has,
        rows=[page.printed for page in plan_lines(state, given.spoken).pages],
    )


def _size(given: Given) -> BookletSize:
    """ "a5", "a6", or millimetres as "120x180"; with so many pages for lines."""
    text = given.text("size", "a5").lower()
    known = _SIZES.get(text)
    if known is not None:
        return BookletSize(known.width, known.height, given.number("pages", known.pages))
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise given.unclear("size")
    return BookletSize(int(width), int(height), given.number("pages", A5_BOOKLET.pages))


DOERS: Doers = {
    "new_booklet": Doer(_new, ("member", "size", "pages", "lines_elsewhere")),
    "lost_booklet": Doer(_lost, ("member",)),
    "passbook_printed": Doer(_printed, ("member", "last_line")),
}
