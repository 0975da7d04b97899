"""The network's two pages in pictures."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from ledger.rules.network import Figure
from tests.network_sheets import all_sheets, write_sheets
from ui.screens.network.many import NetworkScreen
from ui.screens.network.sheet import NetworkSheetScreen
from ui.screens.screen import Screen


def sheet(page: Screen) -> None:
    """Loans of a purpose lie open."""
    assert isinstance(page, NetworkSheetScreen)
    page.stand_on(Figure.LENT_AGRICULTURE)


def wrong(page: Screen) -> None:
    """More households than people are typed."""
    assert isinstance(page, NetworkSheetScreen)
    page.form.lines[Figure.POPULATION].choose(200)
    page.form.lines[Figure.HOUSEHOLDS].choose(260)
    page.stand_on(Figure.HOUSEHOLDS)


def _read(page: NetworkScreen) -> None:
    with TemporaryDirectory() as place:
        write_sheets(Path(place), all_sheets())
        page.read(Path(place))
        while page.is_reading():
            QApplication.processEvents()


def lent(page: Screen) -> None:
    """The founding report's table of loans."""
    assert isinstance(page, NetworkScreen)
    _read(page)
    page.list.setCurrentRow(5)


def remarks(page: Screen) -> None:
    """What does not add up, and the files with a doubt."""
    assert isinstance(page, NetworkScreen)
    page.list.setCurrentRow(page.list.count() - 1)


def empty(page: Screen) -> None:
    """Before a folder is chosen."""
    assert isinstance(page, NetworkScreen)
    page.pile, page.report = None, None
    page.look_again()


NETWORK_SHEET_SHOTS = (("network_sheet", sheet), ("network_sheet_wrong", wrong))
NETWORK_SHOTS = (
    ("network_lent", lent),
    ("network_remarks", remarks),
    ("network_empty", empty),
)
