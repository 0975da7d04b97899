"""The check of the whole book: everything is worked out anew from the transfers and compared.

Nothing is mended here. A wrong row is named and the check goes on from the seal that stands in the
book, so that one changed amount is one finding and not one for every entry after it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ledger.book.checking_seals import Written, check_entries, check_events
from ledger.book.opening import expected_fingerprint, fingerprint, upgrades
from ledger.book.plain import day_of
from ledger.book.reading_sheets import sheet_seal
from ledger.book.shelf import Shelf
from ledger.book.sums import is_loans_sql, openings_of
from ledger.rules.days import FiscalYear
from ledger.statements.findings import Fault, Finding

_MOVED = (
    "SELECT t.debit, t.credit, e.day / 100, sum(t.kip) FROM transfer AS t"
    " JOIN entry AS e ON e.number = t.entry GROUP BY 1, 2, 3"
)
LOAN_SUMS = (
    f"SELECT loan, sum(CASE WHEN {is_loans_sql('debit')} THEN kip ELSE 0 END),"
    f" sum(CASE WHEN {is_loans_sql('credit')} THEN kip ELSE 0 END)"
    " FROM transfer WHERE loan IS NOT NULL GROUP BY loan"
)
_SHEETS = (
    "SELECT s.id, g.sheet, g.first, g.last, min(e.number), max(e.number), count(e.number)"
    " FROM sheet AS s LEFT JOIN sheet_signed AS g ON g.sheet = s.id"
    " LEFT JOIN entry AS e ON e.sheet = s.id GROUP BY s.id"
)
_LATE = (
    "SELECT c.year, e.number FROM closed_year AS c JOIN entry AS e"
    " ON e.day BETWEEN c.first AND c.last AND e.event > c.event"
)
_UNFOUNDED = (
    "SELECT year, member, savings, dividend, voluntary FROM year_opening"
    " WHERE year - 1 NOT IN (SELECT year FROM closed_year)"
)
_OPENINGS = "SELECT year, member, savings, dividend, voluntary FROM year_opening WHERE year = ?"


def check_book(shelf: Shelf) -> tuple[Finding, ...]:
    """Everything that is wrong with the book; nothing when it is sound.

    Where the pages themselves are damaged nothing more is read: it would be chance.
    """
    written: Written = defaultdict(list)
    found = list(_check_file(shelf))
    if any(finding.fault is Fault.FILE for finding in found):
        return tuple(found)
    found += check_entries(shelf, written)
    found += check_events(shelf, written)
    found += _check_months(shelf)
    found += _check_loans(shelf)
    found += _check_years(shelf)
    found += _check_sheets(shelf)
    return tuple(found)


def _check_file(shelf: Shelf) -> Iterator[Finding]:
    for (line,) in shelf.rows("PRAGMA integrity_check"):
        if line != "ok":
            yield Finding(Fault.FILE, found=line)
    for table, row, parent, _ in shelf.rows("PRAGMA foreign_key_check"):
        yield Finding(Fault.REFERENCE, place=(row or 0,), expected=parent, found=table)
    expected, found = expected_fingerprint(upgrades()), fingerprint(shelf.raw)
    if expected != found:
        yield Finding(Fault.SHAPE, expected=expected.hex(), found=found.hex())


def _check_months(shelf: Shelf) -> Iterator[Finding]:
    months: defaultdict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    for debit, credit, month, kip in shelf.rows(_MOVED):
        months[debit, month][0] += kip
        months[credit, month][1] += kip
    rows = shelf.rows("SELECT account, month, debit, credit FROM month_total")
    kept = {(account, month): moved for account, month, *moved in rows}
    for key in sorted(kept.keys() | months.keys()):
        expected, found = months.get(key, [0, 0]), kept.get(key, [0, 0])
        if expected != found:
            yield _apart(Fault.MONTH_TOTAL, key, expected, found)
    debit, credit = (sum(moved[side] for moved in kept.values()) for side in (0, 1))
    if debit != credit:
        yield _apart(Fault.TRIAL_BALANCE, (), (debit,), (credit,))


def _check_loans(shelf: Shelf) -> Iterator[Finding]:
    moved = {loan: sums for loan, *sums in shelf.rows(LOAN_SUMS)}
    rows = shelf.rows("SELECT loan, debit, credit, finished FROM loan_total")
    kept = {loan: (sums, finished) for loan, *sums, finished in rows}
    for loan in sorted(moved.keys() | kept.keys()):
        expected = moved.get(loan, [0, 0])
        found, finished = kept.get(loan, ([0, 0], 0))
        if expected != found:
            yield _apart(Fault.LOAN_TOTAL, (loan,), expected, found)
        elif finished and expected[0] != expected[1]:
            yield _apart(Fault.LOAN_TOTAL, (loan,), expected[:1], expected[1:])


def _check_years(shelf: Shelf) -> Iterator[Finding]:
    for number, first, last in shelf.rows("SELECT year, first, last FROM closed_year ORDER BY 1"):
        year = FiscalYear(number=number, first=day_of(first), last=day_of(last))
        expected = {row[1]: row[2:] for row in openings_of(shelf, year)}
        found = {row[1]: row[2:] for row in shelf.rows(_OPENINGS, (number + 1,))}
        for member in sorted(expected.keys() | found.keys()):
            wanted, kept = expected.get(member, (0, 0, 0)), found.get(member, (0, 0, 0))
            if wanted != kept:
                yield _apart(Fault.YEAR_OPENING, (number + 1, member), wanted, kept)
    for year_number, member, *sums in shelf.rows(_UNFOUNDED):
        yield _apart(Fault.YEAR_OPENING, (year_number, member), (0, 0, 0), sums)
    for year_number, entry in shelf.rows(_LATE):
        yield Finding(Fault.CLOSED_YEAR, (year_number, entry))


def _check_sheets(shelf: Shelf) -> Iterator[Finding]:
    for sheet, signed, first, last, low, high, number in shelf.rows(_SHEETS):
        whole = number == (0 if low is None else high - low + 1)
        if (first, last) != (low, high) or not whole:
            span = (f"{first}-{last}", f"{low}-{high}")
            yield Finding(Fault.SHEET_ENTRIES, (sheet,), expected=span[0], found=span[1])
        if signed is not None:
            yield from _check_pencil(shelf, sheet)


def _check_pencil(shelf: Shelf, sheet: int) -> Iterator[Finding]:
    (expected,) = shelf.one("SELECT pencil FROM sheet_signed WHERE sheet = ?", (sheet,))
    found = sheet_seal(shelf, sheet)
    if expected != found:
        yield Finding(Fault.SHEET_PENCIL, (sheet,), expected=expected.hex(), found=found.hex())


def _apart(
    fault: Fault, place: tuple[int, ...], expected: Sequence[int], found: Sequence[int]
) -> Finding:
    """Sums that should be the same; the one that is furthest off is told."""
    off_by = max(abs(one - other) for one, other in zip(expected, found, strict=True))
    should, stands = (", ".join(map(str, sums)) for sums in (expected, found))
    return Finding(fault, place, expected=should, found=stands, off_by=off_by)
