"""Everything that reads what people type or bring in, fed with what nobody foresaw.

Good texts and files are changed at random under one seed, a little or much. Each reader must hand
back a value or raise the refusal that it promises, and nothing else; and an amount, a day or a code
that was read must be the one that a second reader, written apart, makes of the same text.
"""

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from tests.endure.fuzz_readers import Reader, amounts, readers, same_amount
from tests.endure.report import Patience, Result
from tests.life.__main__ import memory

ODD = (
    *("\x00", " ", "\n", "\r\n", "\t", '"', "'", ",", ";", ".", "-", "+", "/", "_", "e", "0", "%"),
    *(
        "໑",
        "໙",
        "๗",
        "٣",
        "Ⅷ",
        "½",
        "²",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\ud800",
        "\u0300",
        "ກ",
        "ຳ",
    ),
    *("NaN", "Infinity", "-0", "1e9", "0x10", "true", "null", "{}", "[]", "{", "[" * 3_000),
    *("9" * 20, "9" * 5_000, "31", "02", "29", "2569", "9999", "=1+1", "<a>", "&a;", "A1:B2"),
)
"""What is put in beside single signs: what other programs have stumbled over."""
_BYTES = (*(text.encode("utf-8", "surrogatepass") for text in ODD), b"\xff", b"\x80", b"PK")


def run(runs: int, seed: int) -> Result:
    """So many texts and files, shared among the readers by how long each of them takes."""
    result = Result("fuzz", seed)
    with TemporaryDirectory(dir=memory()) as made:
        every = readers(Path(made).resolve())
        shares = sum(1 / reader.slowness for reader in every)
        for reader in every:
            _feed(reader, max(2, round(runs / reader.slowness / shares)), seed, result)
    for name, spoilt in CONTROLS.items():
        noticed = Result(name, seed)
        _feed(spoilt, min(runs, 2_000), seed, noticed)
        result.controls[name] = len(noticed.misses)
    return result


def changed(seeds: Sequence[Any], chance: Random) -> Any:
    """One of the good texts, with a few changes; at times it becomes something else altogether."""
    text = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        here, there = sorted(chance.randint(0, len(text)) for _ in range(2))
        way = chance.randrange(6)
        if way == 0:
            text = text[:here] + text[there:]
        elif way == 1:
            text = text[:there] + text[here:]
        elif way == 2:
            other = chance.choice(seeds)
            text = text[:here] + other[chance.randint(0, len(other)) :]
        else:
            text = text[:here] + _odd(text, chance) + text[here + (way == 3) :]
    return text


def _odd(text: Any, chance: Random) -> Any:
    """Something to be put in: a sign of the text itself, or what is odd."""
    if text and chance.random() < 0.4:
        here = chance.randrange(len(text))
        return text[here : here + 1]
    return chance.choice(ODD) if isinstance(text, str) else chance.choice(_BYTES)


def _feed(reader: Reader, runs: int, seed: int, result: Result) -> None:
    """Feed one reader and write down what came of it."""
    chance, read, refused = Random(f"{seed} {reader.name}"), 0, 0
    for _ in Patience.during(range(runs)):
        given = changed(reader.seeds, chance)
        try:
            value = reader.read(given)
        except reader.refusals:
            refused += 1
        except Exception as escaped:
            result.misses.append(f"{reader.name}: {escaped!r:.80} of {given!r:.80}")
        else:
            read += 1
            if not reader.agrees(given, value):
                result.misses.append(f"{reader.name}: {value!r:.40} of {given!r:.80}")
    result.figures[reader.name] = f"{read + refused:,}: {read:,} read, {refused:,} refused"


def _bare_csv(content: bytes) -> object:
    return list(csv.reader(io.StringIO(content.decode()), strict=True))


def _bare_number(text: str) -> int:
    with suppress(ValueError):
        return int(float(text.replace(",", "")))
    return int(text == "")


CONTROLS = {
    "an amount read by int()": Reader("int()", amounts().seeds, int, amounts().refusals),
    "a table read by csv.reader": Reader("csv", (b'a,b\n"1",2\n',), _bare_csv, ()),
    "an amount read by float()": Reader(
        "float()", amounts().seeds, _bare_number, (), agrees=same_amount
    ),
}
