"""The floors: the same answers by hand-written SQL or a bare canvas, nothing of ours around."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ledger.rules.accounts import LOANS, SAVINGS
from ledger.statements.passbook import Passbook
from resources import path

SETTINGS = """
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA journal_mode = TRUNCATE;
PRAGMA synchronous = EXTRA;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA temp_store = MEMORY;
"""
TRIAL_BALANCE = (
    "SELECT account, sum(debit) - sum(credit) FROM month_total WHERE month <= ? GROUP BY account"
)
Rows = list[tuple[object, ...]]


def connect(file: Path) -> sqlite3.Connection:
    """A bare connection with the book's own settings."""
    raw = sqlite3.connect(file, isolation_level=None)
    raw.executescript(SETTINGS)
    return raw


def trial_balance(raw: sqlite3.Connection, month: int) -> Rows:
    """Every account from the monthly totals."""
    return raw.execute(TRIAL_BALANCE, (month,)).fetchall()


def statement(raw: sqlite3.Connection, member: int) -> Rows:
    """One member's lines with running balances by window functions."""
    return raw.execute(
        "SELECT e.number, e.day, e.note, t.kind, t.debit, t.credit, t.kip,"
        f" sum((t.credit = {SAVINGS}) * t.kip - (t.debit = {SAVINGS}) * t.kip) OVER w,"
        f" sum((t.debit = {LOANS}) * t.kip - (t.credit = {LOANS}) * t.kip) OVER w"
        " FROM transfer AS t JOIN entry AS e ON e.number = t.entry WHERE t.member = ?"
        " WINDOW w AS (ORDER BY t.entry, t.line)",
        (member,),
    ).fetchall()


@dataclass(frozen=True)
class Terms:
    """How the floor shares out: the dividend's part of the profit in basis points, and the step."""

    points: int
    step: int


def close(raw: sqlite3.Connection, year: int, terms: Terms) -> dict[int, int]:
    """Dividends by month-end balances, from the year's opening balances and the year's own rows.

    The rows are added up in a loop: to have SQLite group them takes longer.
    """
    opening = raw.execute("SELECT member, savings FROM year_opening WHERE year = ?", (year,))
    weights = {member: kip * 12 for member, kip in opening}
    for member, day, credit, kip in raw.execute(
        "SELECT t.member, e.day, t.credit, t.kip"
        " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
        f" WHERE e.day BETWEEN ? AND ? AND (t.credit = {SAVINGS} OR t.debit = {SAVINGS})",
        (year * 10000 + 101, year * 10000 + 1231),
    ):
        months = 13 - day // 100 % 100
        weights[member] = weights.get(member, 0) + (kip if credit == SAVINGS else -kip) * months
    (profit,) = raw.execute(
        "SELECT sum(credit) - sum(debit) FROM month_total WHERE account >= 4000"
        " AND month BETWEEN ? AND ?",
        (year * 100 + 1, year * 100 + 12),
    ).fetchone()
    total = sum(weights.values())
    pool = profit * terms.points // 10_000
    size = total * terms.step
    return {member: pool * weight // size * terms.step for member, weight in weights.items()}


def recompute(raw: sqlite3.Connection) -> bool:
    """Whether all kept sums are those of all transfers, added up anew; no seal is looked at."""
    months: dict[tuple[int, int], list[int]] = {}
    moved = (
        "SELECT t.{0}, e.day / 100, sum(t.kip) FROM transfer AS t"
        " JOIN entry AS e ON e.number = t.entry GROUP BY 1, 2"
    )
    for side in ("debit", "credit"):
        for account, month, kip in raw.execute(moved.format(side)):
            months.setdefault((account, month), [0, 0])[side == "credit"] = kip
    kept = {
        (account, month): [debit, credit]
        for account, month, debit, credit in raw.execute("SELECT * FROM month_total")
    }
    openings = raw.execute(
        "SELECT count(*) FROM year_opening AS o WHERE savings IS NOT (SELECT"
        f" sum((t.credit = {SAVINGS}) * t.kip - (t.debit = {SAVINGS}) * t.kip)"
        " FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
        " WHERE t.member = o.member AND e.day < o.year * 10000)"
        " AND year = (SELECT max(year) FROM year_opening)"
    ).fetchone()
    return months == kept and openings == (0,)


def meeting(raw: sqlite3.Connection, rows: dict[str, Rows]) -> None:
    """One meeting's rows, known beforehand, in one transaction."""
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany("INSERT INTO transfer VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows["transfer"])
    raw.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows["entry"])
    raw.executemany(
        "INSERT INTO month_total VALUES (?, ?, ?, ?) ON CONFLICT (account, month) DO UPDATE"
        " SET debit = debit + excluded.debit, credit = credit + excluded.credit",
        rows["month_total"],
    )
    raw.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows["event"])
    raw.execute("COMMIT")


def passbooks(books: Sequence[Passbook], out: Path, lines_on_a_page: int) -> int:
    """The same lines on a bare canvas, unshaped; returns the number of pages."""
    if "Bare" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Bare", str(path("fonts/NotoSansLao-Regular.ttf"))))
        pdfmetrics.registerFont(TTFont("Figures", str(path("fonts/NotoSans-Regular.ttf"))))
    canvas = Canvas(str(out), pagesize=(420, 595))
    pages = 0
    for book in books:
        for start in range(0, len(book.lines), lines_on_a_page):
            pages += 1
            _page(canvas, book, start, lines_on_a_page)
    canvas.save()
    return pages


def _page(canvas: Canvas, book: Passbook, start: int, number: int) -> None:
    canvas.setFont("Bare", 9)
    canvas.drawString(30, 570, f"{book.group.name} {book.member.name}")
    for column, head in enumerate(("ວັນທີ", "ລາຍການ", "ຮັບ", "ຈ່າຍ", "ເງິນທ້ອນ", "ເງິນກູ້")):
        canvas.drawString(30 + column * 62, 550, head)
    for place, line in enumerate(book.lines[start : start + number]):
        y = 530 - place * 20
        canvas.setFont("Figures", 8)
        canvas.drawString(30, y, line.day.strftime("%d/%m/%Y"))
        for column, kip in enumerate((line.paid_in, line.paid_out, line.savings, line.loans)):
            canvas.drawRightString(210 + column * 62, y, f"{kip:,}")
        canvas.setFont("Bare", 8)
        canvas.drawString(92, y, "ຝາກເງິນທ້ອນ")
        canvas.line(30, y - 5, 390, y - 5)
    canvas.showPage()
