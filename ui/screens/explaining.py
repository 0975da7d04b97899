"""F1 on a figure: the sheet that explains it, or a word on how to choose one."""

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.desk import Desk
from ui.screens.screen import Screen
from ui.screens.why import WhyDialog
from ui.widgets.banner import Tone
from ui.widgets.pointing import pointed_at


def explain(window: QWidget, desk: Desk, page: Screen) -> QDialog | None:
    """Open the sheet for the figure at the cursor, else for the one under the mouse."""
    own = page.explained()
    if own is not None:
        own.open()
        return own
    if desk.is_empty or not desk.book.begun:
        return None
    figure = pointed_at(QApplication.focusWidget())
    if figure is None:
        figure = pointed_at(QApplication.widgetAt(QCursor.pos()))
    if figure is None:
        page.tell(
            desk.words.say("Choose a figure first: a cell of a list, or a large figure. Then F1."),
            Tone.INFO,
        )
        return None
    why = desk.ask(lambda book: book.why(figure))
    if why is None:
        return None
    dialog = WhyDialog(desk, why, window)
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
