"""Where a figure stands within the rules: "loans.products[2].rate" is the third product's rate.

The refusals of the rules name their places in the same words, so that a problem finds its field.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

T = TypeVar("T")

_STEP = re.compile(r"(\w+)|\[(\d+)\]")


def steps(place: str) -> tuple[str | int, ...]:
    """The way to a place: names of facts, and numbers within lists."""
    return tuple(name or int(index) for name, index in _STEP.findall(place))


def look(value: Any, place: str) -> Any:
    """What stands at a place; the value itself at ""."""
    for step in steps(place):
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def put(value: T, place: str, new: object) -> T:
    """The same value with something else at a place."""
    changed: T = _put(value, steps(place), new)
    return changed


def _put(value: Any, way: tuple[str | int, ...], new: object) -> Any:
    if not way:
        return new
    first, rest = way[0], way[1:]
    if isinstance(first, int):
        return (*value[:first], _put(value[first], rest, new), *value[first + 1 :])
    return replace(value, **{first: _put(getattr(value, first), rest, new)})


def below(prefix: str, name: str) -> str:
    """The place of a fact within the thing at `prefix`."""
    return f"{prefix}.{name}".strip(".")


def stands_in(place: str, inner: str) -> bool:
    """Whether `inner` is the place itself or lies within it."""
    way = steps(place)
    return steps(inner)[: len(way)] == way


def nearest(place: str, among: Iterable[str]) -> str | None:
    """The one of the places that holds `place` most closely; nothing where none does."""
    holding = [p for p in among if stands_in(p, place)]
    return max(holding, key=lambda p: len(steps(p)), default=None)
