"""Interest on savings, by hand: month by month or day by day, rounded down at the very end."""

from collections import defaultdict
from datetime import date
from fractions import Fraction

from tests.life.almanac import days_between, down, month_ends
from tests.life.hand import SAVED, Hand, Line

KINDS = ("savings", "voluntary")


def balances(hand: Hand, first: date, last: date) -> dict[tuple[str, int | str], list[int]]:
    """What each member had in each kind at the end of every day between two, and of the eve.

    Interest of some months that was taken back as a whole never stood anywhere.
    """
    days = (last - first).days + 1
    added: dict[tuple[str, int | str], list[int]] = defaultdict(lambda: [0] * (days + 1))
    for line in hand.lines:
        if line.day <= last and not _undone(hand, line):
            place = max(0, (line.day - first).days + 1)
            for key, kip in line.moves:
                if key[0] in KINDS:
                    added[key][place] += kip
    for sums in added.values():
        for place in range(days):
            sums[place + 1] += sums[place]
    return added


def _undone(hand: Hand, line: Line) -> bool:
    return (line.number if line.counters is None else line.counters) in hand.taken


def interest(hand: Hand, first: date, last: date) -> dict[tuple[str, int | str], int]:
    """What each page earns for the months from one day to another, in kip."""
    paper = hand.paper(last)
    saving = {**SAVED, **paper.get("saving", {})}
    stood = balances(hand, first, last)
    by_hand = _by_hand(hand, first, last)
    earned = {}
    for key, sums in stood.items():
        if key[1] in hand.gone and not sums[-1]:
            continue
        exact = Fraction(0)
        for end in month_ends(first, last):
            start = max(first, end.replace(day=1))
            rules = hand.paper(end).get("saving" if key[0] == "savings" else "voluntary", {})
            rate = Fraction(rules.get("interest", 0), 10_000)
            if saving["interest_basis"] == "daily":
                year = 366 if date(end.year, 12, 31).timetuple().tm_yday == 366 else 365
                days = days_between(start, end)
                together = max(0, sum(sums[(day - first).days + 1] for day in days))
                exact += together * rate * 12 / year
            else:
                exact += max(0, sums[(end - first).days + 1]) * rate
        kip = down(exact, saving["interest_unit"]) - by_hand.get(key, 0)
        if kip > 0:
            earned[key] = kip
    return earned


def _by_hand(hand: Hand, first: date, last: date) -> dict[tuple[str, int | str], int]:
    given: dict[tuple[str, int | str], int] = defaultdict(int)
    regular = {*hand.credited.values(), *hand.taken}
    for line in hand.lines:
        number = line.number if line.counters is None else line.counters
        if first <= line.day <= last and number not in regular:
            keys = dict(line.moves)
            if ("cost", "savings_interest") in keys:
                for key, kip in line.moves:
                    if key[0] in KINDS:
                        given[key] += kip
    return given


def credit(hand: Hand, first: date, last: date) -> int:
    """Write the interest of some months on their last day."""
    earned = interest(hand, first, last)
    whole = sum(earned.values())
    number = hand.write(last, *earned.items(), (("cost", "savings_interest"), whole))
    hand.credited[first, last] = number
    return number


def still_due(hand: Hand, first: date, last: date) -> tuple[date, date, int, int] | None:
    """What a closing would lose: the first and last day, how many would get it, and the kip."""
    spans: list[tuple[date, date]] = []
    yearly_before = False
    for end in month_ends(first, last):
        start = end.replace(day=1)
        paper = hand.paper(end)
        earns = any(paper.get(part, {}).get("interest", 0) for part in ("saving", "voluntary"))
        taken = any(a <= end and start <= b for a, b in hand.credited)
        if not earns or taken:
            yearly_before = False
            continue
        yearly = paper.get("saving", {}).get("interest_period", "year") == "year"
        if yearly and yearly_before:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        yearly_before = yearly
    found = [(a, b, interest(hand, a, b)) for a, b in spans if b > hand.firm_until]
    found = [(a, b, earned) for a, b, earned in found if earned]
    if not found:
        return None
    people = {key[1] for _, _, earned in found for key in earned}
    kip = sum(sum(earned.values()) for _, _, earned in found)
    return min(a for a, _, _ in found), max(b for _, b, _ in found), len(people), kip
