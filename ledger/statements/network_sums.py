"""The figures of many sheets added up exactly, and how a sum of them is printed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from ledger.rules.kip import Rounding, divide
from ledger.rules.network import AMOUNTS, Figure, NetworkSheet

MILLION = 1_000_000


class Counted(StrEnum):
    """What is counted of the sheets themselves, beside their figures."""

    GROUPS = "groups"
    DISTRICTS = "districts"
    WELFARE_DISTRICTS = "welfare_districts"


Name = Figure | Counted


def tenths(part: int, whole: int, *, step: int = 1) -> int | None:
    """What part of a whole it is, in tenths of a percent, half up; nothing of nothing.

    With a step of 10 in whole percents.
    """
    if whole <= 0:
        return None
    return divide(part, 1_000, whole, step=step, rounding=Rounding.NEAREST)


def printed(name: Name, exact: int) -> int:
    """A figure as the tables print it: kip in millions, everything else as it is."""
    if name not in AMOUNTS:
        return exact
    return divide(exact, 1, MILLION, rounding=Rounding.NEAREST)


class Sums:
    """The figures of several sheets added up, exactly."""

    def __init__(self) -> None:
        self.figures: defaultdict[Name, int] = defaultdict(int)
        self._districts: set[str] = set()
        self._welfare: set[str] = set()

    @classmethod
    def of(cls, sheets: Iterable[NetworkSheet]) -> "Sums":
        """The sums of these sheets."""
        sums = cls()
        for sheet in sheets:
            sums.add(sheet)
        return sums

    def add(self, sheet: NetworkSheet) -> None:
        """Count one more sheet."""
        for figure, value in sheet.figures.items():
            self.figures[figure] += value
        self.figures[Counted.GROUPS] += 1
        self._districts.add(sheet.sender.district)
        self.figures[Counted.DISTRICTS] = len(self._districts)
        if sheet[Figure.WELFARE_FUND] or sheet[Figure.WELFARE_MEMBERS]:
            self._welfare.add(sheet.sender.district)
        self.figures[Counted.WELFARE_DISTRICTS] = len(self._welfare)

    def __getitem__(self, name: Name) -> int:
        return self.figures.get(name, 0)


def sums_by(
    sheets: Iterable[NetworkSheet], key: Callable[[NetworkSheet], str]
) -> Mapping[str, Sums]:
    """The sheets added up under what a key makes of each, in the order of the sheets."""
    found: defaultdict[str, Sums] = defaultdict(Sums)
    for sheet in sheets:
        found[key(sheet)].add(sheet)
    return found
