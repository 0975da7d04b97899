"""The booklets in pictures: the list, new lines that are to be printed, and a new booklet."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from ledger.actions.booklets import new_booklet, printed
from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, LineNeeds, plan_rows
from ledger.rules.people import MemberId
from ui.screens.booklets.new_booklet import NewBooklet
from ui.screens.booklets.print_lines import PrintLines
from ui.screens.booklets.screen import BookletsScreen
from ui.screens.booklets.which import Which
from ui.screens.screen import Screen

Prepare = Callable[[Screen], object]


def some_booklets(page: Screen) -> BookletsScreen:
    """Three members have booklets, one of them with lines in it."""
    assert isinstance(page, BookletsScreen)
    desk = page.desk
    for number, size in ((1, A5_BOOKLET), (2, A6_BOOKLET), (3, A5_BOOKLET)):
        if desk.book.booklet_state(MemberId(number)).booklet is None:
            member = MemberId(number)
            desk.do(
                lambda b, a, m=member, s=size: new_booklet(b, a, member=m, size=s)  # type: ignore[misc]
            )
    state = desk.book.booklet_state(MemberId(1))
    if not state.printed:
        rows = plan_rows(state.has, state.spot, [LineNeeds(1)] * (len(state.fresh) - 3)).pages
        member = MemberId(1)
        desk.do(
            lambda b, a: printed(
                b, a, member=member, booklet=state.has, rows=[one.printed for one in rows]
            )
        )
    page.show_item(1)
    page.look_again()
    return page


def since_meeting(page: Screen) -> object:
    """Only those with new lines since the last meeting."""
    screen = some_booklets(page)
    screen.which.show_value(Which.MEETING)
    screen.refresh()
    return screen


def lines(page: Screen) -> object:
    """New lines before they are printed."""
    screen = some_booklets(page)
    dialog = PrintLines(screen.desk, (MemberId(1), MemberId(2)), screen)
    dialog.show()
    QApplication.processEvents()
    return dialog


def asked(page: Screen) -> object:
    """The question whether they are on paper."""
    dialog = lines(page)
    assert isinstance(dialog, PrintLines)
    dialog.parts.ask(asked=True)
    return dialog


def new(page: Screen) -> object:
    """A new booklet."""
    screen = some_booklets(page)
    dialog = NewBooklet(screen.desk, MemberId(4), screen)
    dialog.show()
    return dialog


BOOKLET_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("booklets", some_booklets),
    ("booklets_meeting", since_meeting),
    ("booklets_lines", lines),
    ("booklets_asked", asked),
    ("booklets_new", new),
)
