"""Receipts and vouchers in two halves, lists of who is paid, and the numbers of them all."""

from datetime import date
from pathlib import Path

from ledger.book.book import Book
from ledger.rules.days import fiscal_year
from ledger.rules.meeting_values import Sheet
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
from ui.papers.paper import Cancelled, Paper, Shelf, whole
from ui.papers.questions import choice, entry, sheet, tick, year
from ui.papers.wish import Wish

SIZE = "size"
VOID_ONLY = "void-only"
_SIZES = (
    (SlipSize.A4, lambda words: words.say("A4 in two halves")),
    (SlipSize.A5, lambda words: words.say("A5 in two halves")),
    (SlipSize.TWO, lambda words: words.say("Two on a sheet of A4")),
)


def _receipt(book: Book, wish: Wish, today: date) -> tuple[tuple[Slip, ...], SlipSize]:
    return (book.receipt(wish.entry or EntryNumber(0), today),), _size(wish, SlipSize.A4)


def _receipts(book: Book, wish: Wish, today: date) -> tuple[tuple[Slip, ...], SlipSize]:
    return book.receipts(wish.sheet or MeetingId(0), today), _size(wish, SlipSize.TWO)


def _pay_outs(book: Book, wish: Wish, today: date) -> PayOutPaper:
    return book.pay_outs(wish.sheet or MeetingId(0), today)


def _numbers(book: Book, wish: Wish, today: date) -> NumbersPaper:
    running = fiscal_year(today, last_month=book.rulebook(today).fiscal_year_end).number
    span = book.year(wish.year or running)
    only = wish.ticked(VOID_ONLY)
    return book.receipt_numbers(span.first, span.last, today, void_only=only)


def _size(wish: Wish, usual: SlipSize) -> SlipSize:
    return SlipSize(wish.chosen(SIZE, usual))


def _draw(
    value: tuple[tuple[Slip, ...], SlipSize],
    words: Words,
    out: Path,
    progress: Progress,
    cancelled: Cancelled,
) -> int:
    return print_slips(*value, words, out, progress=progress, cancelled=cancelled)


def _signed(one: Sheet) -> bool:
    return one.signed


PAPERS: tuple[Paper, ...] = (
    Paper(
        code="receipt",
        shelf=Shelf.MONEY,
        title=lambda words: words.say("Receipt or payment voucher"),
        hint=lambda words: words.say(
            "What one entry brought in or paid out, in two halves: one for the group, one to take "
            "home."
        ),
        short=lambda words: words.say("receipt"),
        asks=(entry(), choice(SIZE, lambda words: words.say("Size of the paper"), _SIZES)),
        read=_receipt,
        draw=_draw,
        picture="cash",
    ),
    Paper(
        code="receipts",
        shelf=Shelf.MONEY,
        title=lambda words: words.say("All receipts of a meeting"),
        hint=lambda words: words.say(
            "Every receipt and voucher of a signed meeting or day sheet, to be cut apart."
        ),
        short=lambda words: words.say("receipts"),
        asks=(
            sheet(_signed),
            choice(SIZE, lambda words: words.say("Size of the paper"), (*_SIZES[2:], *_SIZES[:2])),
        ),
        read=_receipts,
        draw=_draw,
        picture="cash",
        slow=True,
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
