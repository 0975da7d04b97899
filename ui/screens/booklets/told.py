"""What is said of a booklet: where its next free line is, and how it goes into the printer."""

from ledger.rules.booklets import PageRows
from ledger.statements.booklets import BookletState
from translations import Words


def booklet_text(words: Words, state: BookletState) -> str:
    """Which booklet she has, and which copy of it."""
    booklet = state.booklet
    if booklet is None:
        return words.say("none yet")
    number = words.number(booklet.number)
    if not booklet.copy:
        return number
    return words.say("{number}, copy {copy}", number=number, copy=words.number(booklet.copy))


def place_text(words: Words, page: int, row: int) -> str:
    """A place in a booklet."""
    return words.say("line {row} on page {page}", row=words.number(row), page=words.number(page))


def next_text(words: Words, state: BookletState) -> str:
    """Where her next line goes; nothing without a booklet."""
    if state.booklet is None:
        return ""
    if state.needs_new or state.full:
        return words.say("full: a new booklet is needed")
    spot = state.spot
    if spot.row > state.booklet.size.rows:
        return place_text(words, spot.page + 1, 1)
    return place_text(words, spot.page, spot.row)


def put_in_text(words: Words, page: PageRows, *, opened: bool, turned: bool) -> str:
    """How the booklet goes into the printer for a page; `turned` for a page after the first."""
    number = words.number(page.page)
    if turned:
        return words.say("Turn to page {page} and put the booklet in again.", page=number)
    if opened:
        return words.say("Put the open booklet in at page {page}.", page=number)
    return words.say("Put page {page} of the booklet in.", page=number)
