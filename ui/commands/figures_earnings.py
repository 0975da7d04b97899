"""What the group earns its members, and what its idle money costs, as figures."""

from ui.commands.asked import Asked, Rows


def earnings(asked: Asked) -> Rows:
    """Each borrower of the year, and last the group: her interest against a moneylender's."""
    found = asked.book.earnings(asked.day)
    for row in found.rows:
        yield {
            "number": row.member.number,
            "name": row.member.name,
            "interest": row.interest,
            "moneylender": row.lender,
            "saved": row.saved,
            "kip_days": row.kip_days,
        }
    yield {
        "number": "",
        "name": asked.book.group.name,
        "interest": found.interest,
        "moneylender": found.lender,
        "saved": found.saved,
        "kip_days": sum(row.kip_days for row in found.rows),
    }


def idle(asked: Asked) -> Rows:
    """The months behind with what lay idle and what it cost, then the band of those ahead."""
    found = asked.book.idle(asked.day)
    for month in found.months:
        yield {
            "month": f"{month.month.year}-{month.month.number:02d}",
            "idle": month.idle,
            "lost": month.lost,
            "low": "",
            "high": "",
        }
    for band in found.ahead:
        yield {
            "month": f"{band.month.year}-{band.month.number:02d}",
            "idle": "",
            "lost": "",
            "low": band.low,
            "high": band.high,
        }
