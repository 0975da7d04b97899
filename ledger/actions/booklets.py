"""What is done with the members' booklets: given out, printed on, lost and printed again.

What went wrong at the printer is written nowhere: the same lines are printed again.
"""

from collections.abc import Sequence

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.booklets import (
    Booklet,
    BookletSize,
    NotTheNextRow,
    PrintedRows,
    check_printed,
    check_size,
)
from ledger.rules.people import Actor, MemberId
from ledger.rules.permits import Act


def new_booklet(
    book: Book,
    actor: Actor,
    *,
    member: MemberId,
    size: BookletSize,
    lines_elsewhere: int = 0,
) -> Change:
    """Give a member her next booklet, which goes on where the last one ends.

    Of a first booklet `lines_elsewhere` of her lines stand in an older passbook already. Raises
    BookletOutOfRange.
    """
    permit(book, actor, Act.NEW_BOOKLET)
    check_size(size)
    state = book.booklet_state(member)
    booklet = state.next_booklet(size, lines_elsewhere=lines_elsewhere)
    told = state.passbook.member.told
    with writing(book, actor, Act.NEW_BOOKLET, names=told, number=booklet.number) as pen:
        pen.give_booklet(member, booklet)
    return pen.change


def lost_booklet(book: Book, actor: Actor, *, member: MemberId) -> Change:
    """Give a member a copy of the booklet that she has lost; all of it is printed again.

    Raises NoBooklet, and BookletBlank where nothing was printed in the lost one.
    """
    permit(book, actor, Act.LOST_BOOKLET)
    state = book.booklet_state(member)
    copy = state.copy_of_lost()
    told = state.passbook.member.told
    with writing(
        book, actor, Act.LOST_BOOKLET, names=told, number=copy.number, copy=copy.copy
    ) as pen:
        pen.give_booklet(member, copy)
    return pen.change


def printed(
    book: Book,
    actor: Actor,
    *,
    member: MemberId,
    booklet: Booklet,
    rows: Sequence[PrintedRows],
) -> Change:
    """Write that these rows of a booklet are on paper, after somebody has looked at the paper.

    Raises NoBooklet, NothingNew, and NotTheNextRow where something was printed meanwhile.
    """
    permit(book, actor, Act.PRINT_BOOKLET)
    state = book.booklet_state(member)
    told, lines, spot = state.passbook.member.told, state.passbook.lines, state.spot
    if booklet != state.has:
        raise NotTheNextRow(member=told, page=spot.page, row=spot.row)
    check_printed(booklet, spot, rows, member=told, lines=len(lines))
    last = rows[-1]
    with writing(
        book,
        actor,
        Act.PRINT_BOOKLET,
        names=told,
        number=booklet.number,
        page=last.page,
        row=last.last_row,
        lines=last.last_line - spot.line,
    ) as pen:
        pen.print_rows(member, booklet, [(one, lines[one.last_line - 1].number) for one in rows])
    return pen.change
