"""F1: the sheet that explains the chosen figure, or else the help on the page in front."""

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.desk import Desk
from ui.screens.page_help import PageHelp
from ui.screens.screen import Screen
from ui.screens.why import WhyDialog
from ui.widgets.pointing import pointed_at


def explain(window: QWidget, desk: Desk, page: Screen, name: str) -> QDialog | None:
    """Open the sheet for the figure at the cursor, else for the one under the mouse.

    Where neither is one, the page itself is explained; `name` is its name.
    """
    own = page.explained()
    if own is not None:
        own.open()
        return own
    if desk.is_empty or not desk.book.begun:
        return help_on(window, desk, page, name)
    figure = pointed_at(QApplication.focusWidget())
    if figure is None:
        figure = pointed_at(QApplication.widgetAt(QCursor.pos()))
    if figure is None:
        return help_on(window, desk, page, name)
    why = desk.ask(lambda book: book.why(figure))
    if why is None:
        return None
    dialog = WhyDialog(desk, why, window)
    dialog.go.connect(page.go)
    dialog.open()
    return dialog


def help_on(window: QWidget, desk: Desk, page: Screen, name: str) -> QDialog:
    """Open the help on a page; it leads to the guide once there is a book to print it from."""
    guide = not desk.is_empty and desk.book.begun and name != "sign_in"
    dialog = PageHelp(desk.words, name, page.title.text(), window, guide=guide)
    dialog.go.connect(page.go)
    dialog.open()
    return dialog


def explain_here(front: QDialog, desk: Desk, part: QWidget) -> QDialog | None:
    """The same in front of the window, for the figure that is chosen in a part.

    The sheet lies over what is in front, and leads to no other page.
    """
    figure = pointed_at(part)
    why = None if figure is None else desk.ask(lambda book: book.why(figure))
    if why is None:
        return None
    dialog = WhyDialog(desk, why, front, leads_on=False)
    dialog.open()
    return dialog
