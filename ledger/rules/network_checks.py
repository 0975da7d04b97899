"""What is looked at before a sheet goes out, and again wherever many are added up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ledger.rules.network import (
    FIGURE_MAX,
    MAY_BE_BELOW_ZERO,
    PARTS,
    PURPOSES,
    TYPED,
    Figure,
    NetworkSheet,
)
from ledger.rules.refusals import Refusal


@dataclass
class PartsMissTotal(Refusal):
    """The parts of a figure add up to something else than stands there."""

    whole: Figure
    found: int
    parts: int


@dataclass
class MoreThanThereCanBe(Refusal):
    """A figure is larger than another that holds it: more households than people."""

    part: Figure
    found: int
    whole: Figure
    most: int


@dataclass
class CountWithoutAmount(Refusal):
    """Loans are counted and no kip stands beside them, or the other way round."""

    count: Figure
    counted: int
    amount: Figure
    kip: int


@dataclass
class FigureBelowZero(Refusal):
    """A figure is below zero that never can be."""

    figure: Figure
    found: int


@dataclass
class FigureNotTyped(Refusal):
    """The group has not yet typed a figure that no book knows."""

    figure: Figure


@dataclass
class FigureNotTypable(Refusal):
    """The book itself knows this figure, or it is larger than any can be."""

    figure: Figure


@dataclass
class PlaceNotSaid(Refusal):
    """The district or the province is missing, under which the sheet is added up."""

    what: str


_HOLDS: tuple[tuple[Figure, Figure], ...] = (
    (Figure.HOUSEHOLDS, Figure.POPULATION),
    (Figure.MEMBERS, Figure.POPULATION),
    (Figure.MEMBER_HOUSEHOLDS, Figure.HOUSEHOLDS),
    (Figure.MEMBER_HOUSEHOLDS, Figure.MEMBERS),
    (Figure.WELFARE_MEMBERS, Figure.MEMBERS),
)
_PAIRS: tuple[tuple[Figure, Figure], ...] = (
    *((Figure(f"loans_{purpose}"), Figure(f"lent_{purpose}")) for purpose in PURPOSES),
    (Figure.EMERGENCY_CASES, Figure.EMERGENCY_LENT),
    (Figure.GREEN_RICE_CASES, Figure.GREEN_RICE_LENT),
)


def problems_of(sheet: NetworkSheet) -> tuple[Refusal, ...]:
    """Everything that is wrong with a sheet, in the order of its figures; nothing when it is right.

    A sheet with problems does not go out; one that came in with some is named and still counted.
    """
    return (*_missing(sheet), *contradictions_in(sheet.figures))


def contradictions_in(figures: Mapping[Figure, int]) -> tuple[Refusal, ...]:
    """What cannot be true of these figures, whether they are one group's or a province's."""
    return (*_below_zero(figures), *_parts(figures), *_holds(figures), *_pairs(figures))


def _missing(sheet: NetworkSheet) -> Iterator[Refusal]:
    for what, said in (("district", sheet.sender.district), ("province", sheet.sender.province)):
        if not said.strip():
            yield PlaceNotSaid(what=what)
    for figure in TYPED:
        if figure not in sheet.figures:
            yield FigureNotTyped(figure=figure)


def _below_zero(figures: Mapping[Figure, int]) -> Iterator[Refusal]:
    for figure, found in figures.items():
        if found < 0 and figure not in MAY_BE_BELOW_ZERO:
            yield FigureBelowZero(figure=figure, found=found)


def _parts(figures: Mapping[Figure, int]) -> Iterator[Refusal]:
    for whole, parts in PARTS.items():
        found, added = figures.get(whole, 0), sum(figures.get(part, 0) for part in parts)
        if found != added:
            yield PartsMissTotal(whole=whole, found=found, parts=added)


def _holds(figures: Mapping[Figure, int]) -> Iterator[Refusal]:
    for part, whole in _HOLDS:
        # What was not typed is said to be missing, and not compared.
        if part in figures and whole in figures and figures[part] > figures[whole]:
            yield MoreThanThereCanBe(
                part=part, found=figures[part], whole=whole, most=figures[whole]
            )


def _pairs(figures: Mapping[Figure, int]) -> Iterator[Refusal]:
    for count, amount in _PAIRS:
        counted, kip = figures.get(count, 0), figures.get(amount, 0)
        if bool(counted) is not bool(kip):
            yield CountWithoutAmount(count=count, counted=counted, amount=amount, kip=kip)


def check_typed(figures: Mapping[Figure, int]) -> None:
    """Raise FigureNotTypable or FigureBelowZero for what cannot be typed for a sheet."""
    for figure, found in figures.items():
        if figure not in TYPED or found > FIGURE_MAX:
            raise FigureNotTypable(figure=figure)
        if found < 0:
            raise FigureBelowZero(figure=figure, found=found)
