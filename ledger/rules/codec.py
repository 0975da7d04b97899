"""Writes a rulebook, or any other value of these rooms, as plain JSON, and reads it back strictly.

What is read is taken from outside and never trusted: an unknown word, a missing fact or a value of
the wrong kind is refused with the place where it stands ("loans.products[2].rate").
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ledger.rules.refusals import FactUnreadable

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """The value as dictionaries, lists, words and whole numbers."""
    if is_dataclass(value):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    return value


def from_plain(kind: type[T], plain: object, *, at: str = "") -> T:
    """The value of a kind that `to_plain` wrote; FactUnreadable where it cannot be one."""
    result: T = _read(kind, plain, at)
    return result


# A closed year's plan has hundreds of values of one kind: its facts are looked up once.
@cache
def _facts_of(kind: type) -> Mapping[str, tuple[Any, bool]]:
    """The facts of a kind by name: what each must be, and whether it may be missing."""
    hints = get_type_hints(kind)
    return {
        f.name: (hints[f.name], f.default is not MISSING or f.default_factory is not MISSING)
        for f in fields(kind)
    }


def _read(kind: Any, plain: object, at: str) -> Any:
    origin = get_origin(kind)
    if origin is not None:
        return _ORIGINS[origin](kind, plain, at)
    kind = getattr(kind, "__supertype__", kind)
    if is_dataclass(kind):
        return _read_dataclass(kind, plain, at)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _try(kind, plain, at)
    if kind is date:
        return _try(date.fromisoformat, plain, at)
    if type(plain) is not kind:
        raise FactUnreadable(place=at, found=repr(plain))
    return plain


def _try(make: Any, plain: object, at: str) -> Any:
    try:
        return make(plain)
    except (ValueError, TypeError):
        raise FactUnreadable(place=at, found=repr(plain)) from None


def _read_union(kind: Any, plain: object, at: str) -> Any:
    if plain is None:
        return None
    (inner,) = [arg for arg in get_args(kind) if arg is not NoneType]
    return _read(inner, plain, at)


def _read_tuple(kind: Any, plain: object, at: str) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise FactUnreadable(place=at, found=repr(plain))
    args = get_args(kind)
    if Ellipsis in args:
        return tuple(_read(args[0], item, f"{at}[{i}]") for i, item in enumerate(plain))
    if len(plain) != len(args):
        raise FactUnreadable(place=at, found=repr(plain))
    return tuple(
        _read(a, item, f"{at}[{i}]") for i, (a, item) in enumerate(zip(args, plain, strict=True))
    )


def _read_mapping(kind: Any, plain: object, at: str) -> Any:
    """A table whose keys are whole numbers, which JSON writes as words: accounts, members."""
    if not isinstance(plain, dict):
        raise FactUnreadable(place=at, found=repr(plain))
    _, value = get_args(kind)
    return {_try(int, key, at): _read(value, item, f"{at}[{key}]") for key, item in plain.items()}


def _read_dataclass(kind: Any, plain: object, at: str) -> Any:
    if not isinstance(plain, dict):
        raise FactUnreadable(place=at, found=repr(plain))
    known = _facts_of(kind)
    for name in plain:
        if name not in known:
            raise FactUnreadable(place=f"{at}.{name}".lstrip("."), found=repr(plain[name]))
    found = {}
    for name, (wanted, may_miss) in known.items():
        place = f"{at}.{name}".lstrip(".")
        if name in plain:
            found[name] = _read(wanted, plain[name], place)
        elif not may_miss:
            raise FactUnreadable(place=place, found="")
    return _try(lambda values: kind(**values), found, at)


_ORIGINS: Mapping[Any, Any] = {
    Union: _read_union,
    UnionType: _read_union,
    tuple: _read_tuple,
    Mapping: _read_mapping,
}
