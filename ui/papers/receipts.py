"""Receipts and vouchers in two halves, lists of who is paid, and the numbers of them all."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ledger.actions.receipts import receipts_printed
from ledger.book.book import Book
from ledger.rules.days import fiscal_year
from ledger.rules.meeting_values import Sheet
from ledger.rules.permits import Act
from ledger.rules.transfers import EntryNumber, MeetingId
from ledger.statements.pay_outs import PayOutPaper
from ledger.statements.slip_numbers import NumbersPaper
from ledger.statements.slips import Slip
from reports.pay_outs import print_pay_outs
from reports.slip_numbers import print_slip_numbers
from reports.slips import SlipSize, print_slips
from translations import Words
from ui.errands import Progress
from ui.models.closing import years_of
from ui.papers.paper import Cancelled, Paper, Read, Shelf, Written, whole
from ui.papers.questions import Question, Says, choice, day, entry, sheet, tick, year
from ui.papers.wish import Wish

SIZE = "size"
VOID_ONLY = "void-only"
CAME_IN = "came-in"
_SIZES = (
    (SlipSize.A4, lambda words: words.say("A4 in two halves")),
    (SlipSize.A5, lambda words: words.say("A5 in two halves")),
    (SlipSize.TWO, lambda words: words.say("Two on a sheet of A4")),
)


@dataclass(frozen=True, slots=True)
class Slips:
    """Receipts and vouchers to be printed, and on which sheets.

    `pages` fills while they are drawn: the pages (from 0) on which each of them stands.
    """

    slips: tuple[Slip, ...]
    size: SlipSize
    pages: dict[EntryNumber, set[int]] = field(default_factory=dict)


def _receipt(book: Book, wish: Wish, today: date) -> Slips:
    return Slips((book.receipt(wish.entry or EntryNumber(0), today),), _size(wish, SlipSize.A4))


def _receipts(book: Book, wish: Wish, today: date) -> Slips:
    came_in = wish.ticked(CAME_IN)
    found = book.receipts(wish.sheet or MeetingId(0), today, came_in=came_in)
    return Slips(found, _size(wish, SlipSize.TWO))


def _of_day(book: Book, wish: Wish, today: date) -> Slips:
    found = book.receipts_of_day(wish.day or book.last_day(), today, came_in=wish.ticked(CAME_IN))
    return Slips(found, _size(wish, SlipSize.TWO))


def _printed(given: Slips, _: Words, pages: range) -> Written:
    """What stands on these pages is printed, be it a half alone."""
    there = [slip for slip in given.slips if given.pages[slip.number].intersection(pages)]
    return lambda book, actor: receipts_printed(book, actor, slips=there)


def _pay_outs(book: Book, wish: Wish, today: date) -> PayOutPaper:
    return book.pay_outs(wish.sheet or MeetingId(0), today)


def _numbers(book: Book, wish: Wish, today: date) -> NumbersPaper:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    span = book.year(wish.year or running)
    only = wish.ticked(VOID_ONLY)
    return book.receipt_numbers(span.first, span.last, today, void_only=only)


def _size(wish: Wish, usual: SlipSize) -> SlipSize:
    return SlipSize(wish.chosen(SIZE, usual))


def _draw(value: Slips, words: Words, out: Path, progress: Progress, cancelled: Cancelled) -> int:
    def placed(slip: Slip, page: int) -> None:
        value.pages.setdefault(slip.number, set()).add(page)

    return print_slips(
        value.slips,
        value.size,
        words,
        out,
        progress=progress,
        cancelled=cancelled,
        placed=placed,
    )


def _signed(one: Sheet) -> bool:
    return one.signed


def _slips(
    code: str, title: Says, hint: Says, short: Says, *, asks: tuple[Question, ...], read: Read
) -> Paper:
    """A paper of receipts: each print of one says whether it is the original or which copy."""
    return Paper(
        code=code,
        shelf=Shelf.MONEY,
        title=title,
        hint=hint,
        short=short,
        asks=asks,
        read=read,
        draw=_draw,
        picture="cash",
        slow=read is not _receipt,
        printed=_printed,
        may=Act.PRINT_RECEIPTS,
        counted=True,
    )


_OF_MANY = (
    tick(CAME_IN, lambda words: words.say("Only money that came in")),
    choice(SIZE, lambda words: words.say("Size of the paper"), (*_SIZES[2:], *_SIZES[:2])),
)

PAPERS: tuple[Paper, ...] = (
    _slips(
        "receipt",
        lambda words: words.say("Receipt or payment voucher"),
        lambda words: words.say(
            "What one entry brought in or paid out, in two halves: one for the group, one to take "
            "home."
        ),
        lambda words: words.say("receipt"),
        asks=(entry(), choice(SIZE, lambda words: words.say("Size of the paper"), _SIZES)),
        read=_receipt,
    ),
    _slips(
        "receipts",
        lambda words: words.say("All receipts of a meeting"),
        lambda words: words.say(
            "Every receipt and voucher of a signed meeting or day sheet, as people sit, to be cut "
            "apart."
        ),
        lambda words: words.say("receipts"),
        asks=(sheet(_signed), *_OF_MANY),
        read=_receipts,
    ),
    _slips(
        "receipts-day",
        lambda words: words.say("All receipts of a day"),
        lambda words: words.say(
            "Everybody's receipts of one day in one file, as people sit. Without a day it is the "
            "newest one of the book."
        ),
        lambda words: words.say("receipts"),
        asks=(day(), *_OF_MANY),
        read=_of_day,
    ),
    Paper(
        code="pay-outs",
        shelf=Shelf.MONEY,
        title=lambda words: words.say("Pay-out list"),
        hint=lambda words: words.say(
            "Everybody who is handed money on a sheet, with a place to sign or for the thumb."
        ),
        short=lambda words: words.say("pay-outs"),
        asks=(sheet(),),
        read=_pay_outs,
        draw=whole(print_pay_outs),
        picture="money_out",
    ),
    Paper(
        code="receipt-numbers",
        shelf=Shelf.MONEY,
        title=lambda words: words.say("List of receipt numbers"),
        hint=lambda words: words.say(
            "Every number of a year without a gap: what it is of, and which are void."
        ),
        short=lambda words: words.say("receipt numbers"),
        asks=(year(years_of), tick(VOID_ONLY, lambda words: words.say("Only what is void"))),
        read=_numbers,
        draw=whole(print_slip_numbers),
        picture="history",
        slow=True,
    ),
)
