"""A pile of sheets from many groups: which of them count, and which are laid aside and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger.rules.network import NetworkSheet
from ledger.rules.network_checks import problems_of
from ledger.rules.refusals import Refusal
from ledger.statements.network_file import SheetFile

CURRENCY = "LAK"
"""The tables are in kip; a sheet in another currency cannot be added to them."""


@dataclass
class SheetOfPractice(Refusal):
    """It is the sheet of a practice group."""


@dataclass
class SheetOfOtherCurrency(Refusal):
    """The group keeps its book in another currency than kip."""

    currency: str


@dataclass
class SheetDoubled(Refusal):
    """The same sheet lies there in another file, which was counted."""

    other: str


@dataclass
class SheetOlder(Refusal):
    """The same group has sent a later sheet of that year, which was counted."""

    other: str


@dataclass
class SheetsDisagree(Refusal):
    """Two sheets of one group and one day differ, and nobody can know which is right."""

    other: str


@dataclass(frozen=True, slots=True)
class LaidAside:
    """A file that was not counted, and why."""

    name: str
    why: Refusal


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A file that was counted although something in it cannot be true."""

    name: str
    sheet: NetworkSheet
    problems: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Pile:
    """The files that count, in the order of their names, with their codes; the others with why."""

    counted: tuple[tuple[str, SheetFile], ...]
    aside: tuple[LaidAside, ...]
    doubtful: tuple[Doubtful, ...]

    @property
    def sheets(self) -> tuple[NetworkSheet, ...]:
        """The sheets that count."""
        return tuple(file.sheet for _, file in self.counted)


def pile_of(files: Mapping[str, SheetFile | Refusal]) -> Pile:
    """Sort out the files by name: what could not be read, practice, other money, doubles."""
    aside: list[LaidAside] = []
    groups: defaultdict[tuple[str, int], list[tuple[str, SheetFile]]] = defaultdict(list)
    for name, found in sorted(files.items()):
        if isinstance(found, Refusal):
            aside.append(LaidAside(name, found))
        elif why := _unfit(found.sheet):
            aside.append(LaidAside(name, why))
        else:
            groups[_whose(found.sheet)].append((name, found))
    counted: list[tuple[str, SheetFile]] = []
    for same in groups.values():
        _choose(same, counted, aside)
    counted.sort(key=lambda pair: pair[0])
    aside.sort(key=lambda one: one.name)
    return Pile(tuple(counted), tuple(aside), tuple(_doubtful(counted)))


def _unfit(sheet: NetworkSheet) -> Refusal | None:
    if sheet.practice:
        return SheetOfPractice()
    if sheet.currency != CURRENCY:
        return SheetOfOtherCurrency(currency=sheet.currency)
    return None


def _whose(sheet: NetworkSheet) -> tuple[str, int]:
    return sheet.sender.book, sheet.day.year


def _choose(
    same: Sequence[tuple[str, SheetFile]],
    counted: list[tuple[str, SheetFile]],
    aside: list[LaidAside],
) -> None:
    """Of one group's sheets of one year count the latest, once; none where the latest differ."""
    last = max(file.sheet.day for _, file in same)
    latest = [pair for pair in same if pair[1].sheet.day == last]
    first, chosen = latest[0]
    agree = {file.code for _, file in latest} == {chosen.code}
    for name, file in same:
        if file.sheet.day != last:
            aside.append(LaidAside(name, SheetOlder(other=first)))
        elif not agree:
            other = next(n for n, f in latest if f.code != file.code)
            aside.append(LaidAside(name, SheetsDisagree(other=other)))
        elif name != first:
            aside.append(LaidAside(name, SheetDoubled(other=first)))
    if agree:
        counted.append((first, chosen))


def _doubtful(counted: Iterable[tuple[str, SheetFile]]) -> Iterable[Doubtful]:
    for name, file in counted:
        problems = problems_of(file.sheet)
        if problems:
            yield Doubtful(name, file.sheet, problems)
