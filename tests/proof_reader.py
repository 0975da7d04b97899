"""Reckons a printed proof of a closing again, from nothing but its text, as a member would.

It knows none of the program's own reckoning: what it adds up, multiplies and divides stands on the
paper, and how it is done stands there in words and letters. Whoever changes a figure of the paper
finds it named here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.reports.pdfs import text_of
from translations import Words, open_words
from translations.naming import word

_NUM = r"[-–]?\d[\d.,]*|–"
_PARTS = {
    "From the income to the profit": "profit",
    "From the profit to its shares": "shares",
    "From the shares to each member": "members",
    "The letters in the members' rows": "letters",
    "The pages together": "pages",
}
"""The headings of the paper, and what follows each."""
_BASES = ("closing", "month_end", "next_month", "minimum", "daily")
_LINE = re.compile(
    rf"^.*?(?P<how>[LPWZ]\s?×\s?[\d.,]+%(?:\s?÷\s?\d+)?|[FR])"
    rf"\s+(?:(?P<to>[DB])\d?\s?=\s?)?(?P<kip>{_NUM})\s+(?P<reached>{_NUM})\s+(?P<odd>{_NUM})$"
)
_TOTAL = re.compile(rf"\sP\s?=\s?({_NUM})\s+({_NUM})\s+({_NUM})$")
_SHARE = re.compile(
    rf"^(?P<to>[db])\s(?P<said>.*?)\s[DB]\d?\s?÷\s?[WZ]\s?×\s?[wz]:\s+(?P<pool>{_NUM})\s?÷\s?(?P<by>{_NUM})\s?×\s?(?P<of>[wz])$"
)
_RATE = re.compile(
    r"^(?P<to>[db])\s(?P<said>.*?)\s[wz]\s?×\s?(?P<rate>[\d.,]+)%(?:\s?÷\s?(?P<parts>\d+))?$"
)
_STRIP = re.compile(
    rf"^(?P<name>.*?)\s*w\s?=\s?(?P<w>{_NUM})(?:\s+z\s?=\s?(?P<z>{_NUM}))?"
    rf"\s+S\s?=\s?(?P<S>{_NUM})\s+d\s?=\s?(?P<d>{_NUM})(?:\s+b\s?=\s?(?P<b>{_NUM}))?$"
)
_AMOUNT = re.compile(rf"(?:^|\s)(?P<kip>{_NUM})$")
_PAGE = re.compile(rf"^(?P<page>\d+) (?P<first>\S+?)(?:–(?P<last>\S+))? (?P<sums>(?:{_NUM}| )+)$")
_DAY = re.compile(r"\d{1,2}/\d{1,2}")


def kip(text: str) -> int:
    """An amount in the currency's smallest unit, whichever marks part its digits."""
    figures = re.sub(r"[.,–-]", "", text)
    return int(figures or "0") * (-1 if text[0] in "-–" else 1)


def basis_points(text: str) -> int:
    """A rate in hundredths of a per cent: "2.5" is 250."""
    whole, _, part = text.replace(",", ".").partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0") or "0")


def _kips(text: str) -> list[int]:
    return [kip(one) for one in re.findall(_NUM, text)]


def _pattern(words: Words, sentence: str) -> str:
    """What a sentence of the paper looks like, with any figures in its places."""
    return re.sub(r"\\\{.*?\\\}", r"\\d+", re.escape(" ".join(words.template(sentence).split())))


@dataclass
class Her:
    """One member as she stands on the paper."""

    name: str
    page: int
    sums: dict[str, int]
    lines: dict[str, list[int]] = field(default_factory=dict)
    days: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Division:
    """How a line is divided among the members, as it is printed."""

    to: str
    unit: int
    nearest: bool
    pool: int | None = None
    by: int = 0
    rate: int = 0
    parts: int = 1

    def part(self, weight: int) -> int:
        """What one weight gets."""
        if self.pool is None:
            return _divided(weight * self.rate, 10_000 * self.parts, self.unit, self.nearest)
        if not self.by:
            return 0
        return _divided(self.pool * weight, self.by, self.unit, self.nearest)


def _divided(value: int, by: int, unit: int, nearest: bool) -> int:
    size = by * unit
    return ((2 * value + size) // (2 * size) if nearest else value // size) * unit


class ProofText:
    """The printed text, taken apart."""

    def __init__(self, text: str, words: Words) -> None:
        self.words = words
        self.single: dict[str, list[int]] = {letter: [] for letter in "iIeEPWZ"}
        self.lines: list[dict[str, str]] = []
        self.total: list[int] = []
        self.divisions: list[Division] = []
        self.members: list[Her] = []
        self.page_totals: dict[int, dict[str, int]] = {}
        self.pages: list[list[object]] = []
        self.whole: list[int] = []
        self.basis = ""
        self.part = ""
        self.foot = re.compile(_pattern(words, "Page {page} of {pages}") + "$")
        self.parts = {" ".join(words.say(head).split()): part for head, part in _PARTS.items()}
        for number, page in enumerate(text.split("\f"), start=1):
            for line in page.splitlines():
                self._take(" ".join(line.split()), number)

    def _take(self, line: str, page: int) -> None:
        if not line:
            return
        self._find_basis(line)
        self.part = self.parts.get(line, self.part)
        if self.foot.search(line):
            return
        if strip := _STRIP.match(line):
            self._strip(strip, page)
        elif self.members and self._figures(line):
            return
        elif not self.members:
            self._step(line)
        elif self.part == "pages" and (found := _PAGE.match(line)):
            ends = [found["first"], found["last"] or found["first"]]
            self.pages.append([int(found["page"]), *ends, *_kips(found["sums"])])
        elif re.match(rf"{re.escape(self.words.say('Total'))} \d", line):
            self.whole = _kips(line)

    def _find_basis(self, line: str) -> None:
        for basis in _BASES:
            said = word(self.words, "dividend_from", basis)
            if line == " ".join(said.split()):
                self.basis = basis

    def _step(self, line: str) -> None:
        if found := _LINE.match(line):
            # What is worked out at a rate from a weight is handed out as it is, without a letter.
            at_rate = {"W": "D", "Z": "B"}.get(found["how"][0], "")
            self.lines.append({**found.groupdict(), "to": str(found["to"] or at_rate)})
        elif found := _TOTAL.search(line):
            self.total = [kip(one) for one in found.groups()]
        elif self._division(line):
            return
        elif line[:2] in {"I ", "E ", "P ", "W ", "Z "}:
            self.single[line[0]].append(kip(re.findall(_NUM, line)[-1]))
        elif self.part == "profit" and (found := _AMOUNT.search(line)):
            # What stands above the sum of the income is income, and what follows it are expenses.
            self.single["e" if self.single["I"] else "i"].append(kip(found["kip"]))

    def _division(self, line: str) -> bool:
        """Whether the line says how one of the profit's lines is divided."""
        if found := _SHARE.match(line):
            if found["of"] != {"d": "w", "b": "z"}[found["to"]]:
                raise ValueError(f"divided by another weight: {line}")
            self._divide(found, pool=kip(found["pool"]), by=kip(found["by"]))
        elif found := _RATE.match(line):
            rate, parts = basis_points(found["rate"]), int(found["parts"] or 1)
            self._divide(found, rate=rate, parts=parts)
        return found is not None

    def _divide(self, found: re.Match[str], **how: int) -> None:
        said = " ".join(found["said"].split())
        unit = re.findall(_NUM, said)[-1]
        nearest = self.words.say("rounded to the nearest {unit}", unit=unit)
        self.divisions.append(Division(found["to"], kip(unit), nearest in said, **how))

    def _strip(self, found: re.Match[str], page: int) -> None:
        sums = {letter: kip(found[letter]) for letter in "wzSdb" if found[letter]}
        if found["name"] == self.words.say("Total of this page"):
            self.page_totals[page] = sums
        else:
            self.members.append(Her(found["name"], page, sums))

    def _figures(self, line: str) -> bool:
        marks = line.split()
        her = self.members[-1]
        if all(_DAY.fullmatch(mark) for mark in marks):
            her.days += [(int(a), int(b)) for a, b in (mark.split("/") for mark in marks)]
        elif marks[0] in {"±", "»", "=", "×"}:
            her.lines.setdefault(marks[0], []).extend(kip(mark) for mark in marks[1:])
        else:
            return False
        return True


def faults_of_proof(pdf: Path, language: str) -> list[str]:
    """Everything on the printed proof that does not follow from the rest of it."""
    return faults_in(text_of(pdf, "-layout"), language)


def faults_in(text: str, language: str) -> list[str]:
    """The same, of the text alone; a figure that is no figure any more is a fault too."""
    try:
        proof = ProofText(text, open_words(language))
        return [
            *_profit(proof),
            *_allocation(proof),
            *_divisions(proof),
            *_members(proof),
            *_pages(proof),
        ]
    except (ValueError, IndexError, KeyError) as error:
        return [f"unreadable: {error!r}"]


def _same(what: str, printed: object, reckoned: object) -> Iterator[str]:
    if printed != reckoned:
        yield f"{what}: printed {printed}, reckoned {reckoned}"


def _profit(proof: ProofText) -> Iterator[str]:
    income, costs = proof.single["I"][0], proof.single["E"][0]
    yield from _same("I", income, sum(proof.single["i"]))
    yield from _same("E", costs, sum(proof.single["e"]))
    yield from _same("P", proof.single["P"][0], income - costs)


def _allocation(proof: ProofText) -> Iterator[str]:
    if not proof.lines:
        for her in proof.members:
            yield from _same(f"d without lines of {her.name}", her.sums["d"], 0)
        return
    profit = proof.single["P"][0]
    yield from _sizes(proof, profit)
    amounts = [kip(one["kip"]) for one in proof.lines]
    reached = [kip(one["reached"]) for one in proof.lines]
    odd = [kip(one["odd"]) for one in proof.lines]
    for place, (kips, there, rest) in enumerate(zip(amounts, reached, odd, strict=True), start=1):
        yield from _same(f"line {place}", kips, there + rest)
    yield from _same("total of the lines", proof.total[0], sum(amounts))
    yield from _same("total of the lines against P", proof.total[0], profit)
    yield from _same("total reached", proof.total[1], sum(reached))
    yield from _same("total left over", proof.total[2], sum(odd))


def _sizes(proof: ProofText, profit: int) -> Iterator[str]:
    """Each line's amount by its rate; a line of the rest takes what all others leave."""
    weights = {letter: (proof.single[letter] or [0])[0] for letter in "WZ"}
    nearest = any(division.nearest for division in proof.divisions)
    left = profit
    for place, line in enumerate(proof.lines, start=1):
        how, amount = line["how"], kip(line["kip"])
        if how == "R":
            continue
        if how != "F":
            letter, rate = how[0], basis_points(re.findall(r"([\d.,]+)%", how)[0])
            base = {"P": profit, "L": left, **weights}[letter]
            parts = int(how.partition("÷")[2] or 1)
            rounded = nearest and letter in "WZ"
            reckoned = _divided(base * rate, 10_000 * parts, 1, rounded)
            yield from _same(f"line {place}", amount, reckoned)
        left -= amount
    rests = [kip(line["kip"]) for line in proof.lines if line["how"] == "R"]
    yield from _same("the rest", sum(rests), left if rests else 0)


def _divisions(proof: ProofText) -> Iterator[str]:
    """Each division takes its own line, and hands out what that line says."""
    lines = [line for line in proof.lines if line["to"] in {"D", "B"}]
    yield from _same(
        "divisions", [d.to for d in proof.divisions], [one["to"].lower() for one in lines]
    )
    for line, division in zip(lines, proof.divisions, strict=True):
        letter = "w" if division.to == "d" else "z"
        if division.pool is not None:
            yield from _same(f"pool of {division.to}", division.pool, kip(line["kip"]))
            yield from _same(f"divided by {letter}", division.by, proof.single[letter.upper()][0])
        else:
            rate = basis_points(re.findall(r"([\d.,]+)%", line["how"])[0])
            yield from _same(f"rate of {division.to}", division.rate, rate)
        parts = [division.part(her.sums.get(letter, 0)) for her in proof.members]
        yield from _same(f"handed out of {division.to}", kip(line["reached"]), sum(parts))


def _members(proof: ProofText) -> Iterator[str]:
    for her in proof.members:
        weight = max(0, _weight(proof.basis, her))
        if her.name.endswith("*"):
            weight = 0
        yield from _same(f"w of {her.name}", her.sums["w"], weight)
        if proof.divisions:
            for letter, by in (("d", "w"), ("b", "z")):
                parts = [d.part(her.sums.get(by, 0)) for d in proof.divisions if d.to == letter]
                yield from _same(f"{letter} of {her.name}", her.sums.get(letter, 0), sum(parts))
        if proof.basis == "daily":
            yield from _days(her)
        else:
            yield from _chain(her)


def _weight(basis: str, her: Her) -> int:
    if basis == "daily":
        return sum(a * b for a, b in zip(her.lines["±"], her.lines["×"], strict=True))
    first, *counts = her.lines["="]
    if basis == "closing":
        return counts[-1]
    if basis == "minimum":
        return min([first, *counts])
    if basis in {"month_end", "next_month"}:
        return sum(counts)
    raise ValueError("the paper does not say how savings weigh")


def _chain(her: Her) -> Iterator[str]:
    """Each month follows from the one before."""
    counts = her.lines["="]
    months = len(counts) - 1
    now, later = (her.lines.get(mark, [0] * months) for mark in "±»")
    for place in range(months):
        reckoned = counts[place] + now[place] + (later[place - 1] if place else 0)
        yield from _same(f"month {place + 1} of {her.name}", counts[place + 1], reckoned)
    yield from _same(f"S of {her.name}", her.sums["S"], counts[-1] + later[-1])


def _days(her: Her) -> Iterator[str]:
    """A day that counts so long is so many days after the first, in a leap year or another."""
    whole = her.lines["×"][0]
    leap = {2023, 2024} if whole == 366 else {2022, 2025}
    (day, month), *_ = her.days
    fits = [
        all(
            (first + timedelta(days=whole - left)).timetuple()[1:3] == (m, d)
            for (d, m), left in zip(her.days, her.lines["×"], strict=True)
        )
        for first in (date(year, month, day) for year in sorted(leap))
    ]
    yield from _same(f"days of {her.name}", any(fits), True)
    yield from _same(f"S of {her.name}", her.sums["S"], sum(her.lines["±"]))


def _pages(proof: ProofText) -> Iterator[str]:
    letters = [letter for letter in "wzSdb" if letter in proof.members[0].sums]
    listed, reckoned = [], []
    for page, printed in proof.page_totals.items():
        hers = [her for her in proof.members if her.page == page]
        sums = {letter: sum(her.sums[letter] for her in hers) for letter in letters}
        yield from _same(f"page {page}", printed, sums)
        ends = [her.name.split()[0] for her in (hers[0], hers[-1])]
        figures = [len(hers), *sums.values()]
        listed.append([page, *ends, *figures])
        reckoned.append(figures)
    yield from _same("pages", proof.pages, listed)
    whole = [sum(column) for column in zip(*reckoned, strict=True)]
    yield from _same("all pages", proof.whole, whole)
    for letter in letters:
        if letter in "wz" and proof.single[letter.upper()]:
            total = sum(her.sums[letter] for her in proof.members)
            yield from _same(letter.upper(), proof.single[letter.upper()], [total])
