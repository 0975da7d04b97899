"""The rows of notices of withdrawal, and of what interest on savings is reckoned from."""

from collections import defaultdict
from collections.abc import Mapping

from ledger.book.plain import day_of, month_number, month_of_number, number_of, value_of
from ledger.book.shelf import Shelf
from ledger.book.sums import member_sums
from ledger.rules.accounts import SAVINGS, VOLUNTARY_SAVINGS
from ledger.rules.days import day_before
from ledger.rules.people import MemberId
from ledger.rules.saving_notices import Notice, NoticeId, TakenOut, used_up
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import InterestPlan, InterestPosted, Moved, Span
from ledger.rules.transfers import EntryNumber, Kind

_NOTICES = (
    "SELECT n.id, n.member, n.product, n.kip, n.day, n.ready, coalesce(b.kip, 0)"
    " FROM withdrawal_notice AS n LEFT JOIN notice_taken_back AS b ON b.notice = n.id ORDER BY n.id"
)
_TAKEN_OUT = (
    "SELECT t.member, t.kind, e.day, t.kip FROM transfer AS t JOIN entry AS e ON e.number = t.entry"
    " WHERE t.member IN (SELECT member FROM withdrawal_notice)"
    f" AND t.kind IN ('{Kind.WITHDRAWAL.value}', '{Kind.VOLUNTARY_WITHDRAWAL.value}')"
    " AND e.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM entry AS c WHERE c.reverses = e.number)"
    " ORDER BY e.day, t.entry, t.line"
)
_STANDING = (
    "SELECT s.first, s.last, s.entry, s.plan,"
    " (SELECT sum(t.kip) FROM transfer AS t WHERE t.entry = s.entry) AS kip"
    " FROM savings_interest AS s"
    " WHERE NOT EXISTS (SELECT 1 FROM entry AS e WHERE e.reverses = s.entry)"
)
_POSTED = f"SELECT first, last, entry, kip FROM ({_STANDING}) ORDER BY first"
_THEIRS = f"({SAVINGS}, {VOLUNTARY_SAVINGS})"
_MOVES = (
    "SELECT t.member, t.kind, e.day, t.debit, t.credit, t.kip, e.number, e.reverses"
    " FROM entry AS e CROSS JOIN transfer AS t ON t.entry = e.number"
    f" WHERE e.day BETWEEN ? AND ? AND (t.credit IN {_THEIRS} OR t.debit IN {_THEIRS})"
    " AND t.member IS NOT NULL"
)
_REGULAR = (
    "SELECT s.entry, c.number IS NOT NULL FROM savings_interest AS s"
    " LEFT JOIN entry AS c ON c.reverses = s.entry WHERE s.entry IS NOT NULL"
)
_VOID_BEFORE = (
    "SELECT t.member, t.credit, t.kip FROM savings_interest AS s"
    " JOIN entry AS e ON e.number = s.entry JOIN entry AS c ON c.reverses = e.number"
    " JOIN transfer AS t ON t.entry = e.number WHERE e.day < ? AND c.day >= ?"
)
_OF_KIND = {
    Kind.WITHDRAWAL.value: SavingsProduct.COMPULSORY,
    Kind.VOLUNTARY_WITHDRAWAL.value: SavingsProduct.VOLUNTARY,
}


def notices_of(shelf: Shelf) -> Mapping[MemberId, tuple[Notice, ...]]:
    """Each member's notices with what was taken out on them; who gave none is missing."""
    rows = shelf.rows(_NOTICES)
    if not rows:
        return {}
    notices: defaultdict[MemberId, list[Notice]] = defaultdict(list)
    for number, member, product, kip, day, ready, taken_back in rows:
        notices[member].append(
            Notice(
                id=NoticeId(number),
                member=member,
                product=SavingsProduct(product),
                kip=kip,
                day=day_of(day),
                ready=day_of(ready),
                taken_back=taken_back,
            )
        )
    out: defaultdict[MemberId, list[TakenOut]] = defaultdict(list)
    for member, kind, day, kip in shelf.rows(_TAKEN_OUT):
        out[member].append(TakenOut(_OF_KIND[kind], day_of(day), kip))
    return {member: used_up(hers, out[member]) for member, hers in notices.items()}


def interest_posted(shelf: Shelf) -> tuple[InterestPosted, ...]:
    """The interest that stands in the book, by its months; what was taken back is not among it."""
    return tuple(
        InterestPosted(
            span=Span(month_of_number(first), month_of_number(last)),
            entry=None if entry is None else EntryNumber(entry),
            kip=kip or 0,
        )
        for first, last, entry, kip in shelf.rows(_POSTED)
    )


def interest_plan(shelf: Shelf, span: Span) -> InterestPlan:
    """The reckoning of interest that stands in the book. Raises KeyError where none does."""
    found = shelf.rows(
        f"SELECT plan FROM ({_STANDING}) WHERE first = ? AND last = ?", span_numbers(span)
    )
    if not found:
        raise KeyError(span)
    return value_of(InterestPlan, found[0][0])


def _opening(shelf: Shelf, span: Span) -> dict[tuple[MemberId, SavingsProduct], int]:
    opening: defaultdict[tuple[MemberId, SavingsProduct], int] = defaultdict(int)
    for member, had in member_sums(shelf, day_before(span.first.first)).items():
        opening[member, SavingsProduct.COMPULSORY] = had.savings
        opening[member, SavingsProduct.VOLUNTARY] = had.voluntary
    products = {product.account: product for product in SavingsProduct}
    first = number_of(span.first.first)
    for member, account, kip in shelf.rows(_VOID_BEFORE, (first, first)):
        opening[member, products[account]] -= kip
    return opening


def savings_moved(shelf: Shelf, span: Span) -> Mapping[tuple[MemberId, SavingsProduct], Moved]:
    """What each member had before some months in each kind of savings, and what moved in them.

    Interest of whole months that was taken back counts in none: it is as if it had never been.
    """
    products = {product.account: product for product in SavingsProduct}
    opening = _opening(shelf, span)
    regular = dict(shelf.rows(_REGULAR))
    moves: defaultdict[tuple[MemberId, SavingsProduct], list[tuple[int, int]]] = defaultdict(list)
    credited: defaultdict[tuple[MemberId, SavingsProduct], int] = defaultdict(int)
    bounds = (number_of(span.first.first), number_of(span.last.last))
    for member, kind, day, debit, credit, kip, number, reverses in shelf.rows(_MOVES, bounds):
        if regular.get(reverses or number):
            continue
        for account, net in ((credit, kip), (debit, -kip)):
            if account in products:
                key = (MemberId(member), products[account])
                moves[key].append((day, net))
                if kind == Kind.SAVINGS_INTEREST.value and (reverses or number) not in regular:
                    credited[key] += net
    return {
        key: Moved(
            opening=opening.get(key, 0),
            moves=tuple((day_of(day), net) for day, net in moves[key]),
            credited=credited[key],
        )
        for key in sorted(opening.keys() | moves.keys())
        if opening.get(key) or moves[key]
    }


def span_numbers(span: Span) -> tuple[int, int]:
    """The months of a span as they stand in the rows."""
    return month_number(span.first), month_number(span.last)
