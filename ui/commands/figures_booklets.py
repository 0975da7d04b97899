"""Figures of the booklets: how far each is printed, and what is not on paper yet."""

from collections.abc import Callable, Mapping

from ledger.statements.booklets import BookletState
from ui.commands.asked import Asked, Rows, member_named


def _state(asked: Asked) -> Rows:
    """Everybody's booklet, or that of one member."""
    if asked.member:
        yield _row(asked.book.booklet_state(member_named(asked.book, asked.member).id))
    else:
        yield from map(_row, asked.book.booklet_states())


def _row(state: BookletState) -> dict[str, object]:
    booklet, member = state.booklet, state.passbook.member
    spot = None if booklet is None else state.spot
    return {
        "number": member.number,
        "name": member.name,
        "booklet": booklet.number if booklet else "",
        "copy": booklet.copy if booklet else "",
        "width": booklet.size.width if booklet else "",
        "height": booklet.size.height if booklet else "",
        "pages": booklet.size.pages if booklet else "",
        "page": spot.page if spot else "",
        "next_row": spot.row if spot else "",
        "full": "yes" if state.full else "no",
        "printed": spot.line if spot else 0,
        "not_printed": len(state.fresh),
    }


BOOKLETS: Mapping[str, Callable[[Asked], Rows]] = {"passbook-state": _state}
