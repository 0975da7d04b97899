"""The numbers of receipts and vouchers with what each is, for other programs."""

from collections.abc import Callable, Mapping

from ui.commands.asked import Asked, Rows


def _receipts(asked: Asked) -> Rows:
    """Every number of a year; a number without a paper moved no money."""
    year = asked.book.year(asked.year)
    for row in asked.book.receipt_numbers(year.first, year.last, asked.today).rows:
        yield {
            "number": row.number,
            "day": row.day.isoformat(),
            "paper": row.kind.value if row.kind else "",
            "member": row.member.number if row.member else "",
            "name": row.party,
            "kinds": "; ".join(kind.value for kind in row.kinds),
            "came": row.came,
            "went": row.went,
            "void_by": row.taken_back.number if row.taken_back else None,
            "takes_back": row.takes_back,
            "note": row.note,
        }


RECEIPTS: Mapping[str, Callable[[Asked], Rows]] = {
    "receipts": _receipts,
}
