"""Keeping the book safe, in pictures."""

from collections.abc import Callable

from ledger.rules.clock import ClockDoubt, Way
from ledger.rules.paper_code import paper_code_of
from ui.keeper import Keeper
from ui.screens.home.screen import HomeScreen
from ui.screens.safe.compare import CompareScreen
from ui.screens.safe.copies import CopiesScreen
from ui.screens.safe.which_day import DayQuestion
from ui.screens.screen import Screen

Prepare = Callable[[Screen], object]


def _compared(page: Screen, code: str) -> None:
    assert isinstance(page, CompareScreen)
    page.code.setText(code)
    page.compare.click()


def fits(page: Screen) -> None:
    """A passbook printed some acts ago fits."""
    seal = page.book.history(40)[-1].seal
    _compared(page, paper_code_of(bytes.fromhex(seal)))


def foreign(page: Screen) -> None:
    """The code is not in this book."""
    _compared(page, paper_code_of(b"x" * 32))


def misread(page: Screen) -> None:
    """One letter was misread."""
    _compared(page, "1000-0000-0000-0000-0000-0")


def copied(page: Screen) -> None:
    """Copies on the machine and on two sticks, and a look inside the older one."""
    assert isinstance(page, CopiesScreen)
    keeper = page.keeper
    folder = page.desk.settings.folder
    roots = [folder / "E", folder / "F"]
    for root in roots:
        root.mkdir(exist_ok=True)
    keeper.volumes = lambda: roots
    keeper.copy()
    _settle(keeper)
    keeper.name(roots[0], "ແຟລດ ນາງ ດາວ")
    _settle(keeper)
    keeper.name(roots[1], "ແຟລດ ປະທານ")
    _settle(keeper)
    page.refresh()
    page.look_inside.click()


def _settle(keeper: Keeper) -> None:
    while keeper.busy is not None:
        keeper.finish()


def home_safe(page: Screen) -> None:
    """The first page with its copies."""
    assert isinstance(page, HomeScreen)
    page.safe.keeper.copy()
    _settle(page.safe.keeper)
    page.draw()


def _asked_day(page: Screen, year: int) -> None:
    last = page.today()
    clock = last.replace(year=year)
    way = Way.AHEAD if clock > last else Way.BEHIND
    DayQuestion(page.desk, ClockDoubt(way, clock, last), page).show()


def day_behind(page: Screen) -> None:
    """The clock was set back by years."""
    _asked_day(page, 2022)


def day_ahead(page: Screen) -> None:
    """The clock is years ahead."""
    _asked_day(page, 2036)


SAFE_SHOTS: tuple[tuple[str, str, Prepare], ...] = (
    ("compare_fits", "compare", fits),
    ("compare_foreign", "compare", foreign),
    ("compare_misread", "compare", misread),
    ("copies", "copies", copied),
    ("home_safe", "home", home_safe),
    ("day_behind", "home", day_behind),
    ("day_ahead", "home", day_ahead),
)
"""Every picture with its page."""
