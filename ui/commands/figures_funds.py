"""The figures about the group's own money: banks, network, gifts, lenders and other groups."""

from collections.abc import Callable, Iterable, Mapping

from ledger.rules.borrowing import schedule_of
from ledger.statements.borrowings import BorrowingRow
from ui.commands.asked import Asked, Rows


def _bank(asked: Asked) -> Rows:
    for row in asked.book.bank_rows(asked.day):
        last = row.newest
        yield {
            **asked.account(row.account),
            "level": row.level.value if row.level else "",
            "rate": row.rate,
            "balance": row.balance,
            "compared": last.day.isoformat() if last else "",
            "bank_book": last.kip if last else "",
            "difference": last.difference if last else "",
            "reason": last.reason if last else "",
            "days": "" if row.days is None else row.days,
            "on_the_way": sum(line.kip for line in asked.book.open_lines(row.account).lines),
        }


def _network(asked: Asked) -> Rows:
    for row in asked.book.network_rows(asked.book.year(asked.year)):
        yield {
            **asked.account(row.account),
            "level": row.level.value if row.level else "",
            "monthly": row.monthly,
            "opening": row.opening,
            "from_profit": row.from_profit,
            "contributed": row.contributed,
            "paid": row.paid,
            "owed": row.owed,
            "receipts": "; ".join(p.receipt for p in row.payments if p.receipt),
        }


def _gifts(asked: Asked) -> Rows:
    for row in asked.book.gift_rows(asked.book.year(asked.year)):
        yield {
            "number": row.number,
            "day": row.day.isoformat(),
            **asked.account(row.fund),
            "giver": row.giver,
            "purpose": row.purpose,
            "kip": row.kip,
            "place": asked.account(row.place)["name"],
        }


def _borrowings(asked: Asked) -> Rows:
    return _agreed(asked.book.borrowing_rows(asked.day), "lender")


def _group_loans(asked: Asked) -> Rows:
    return _agreed(asked.book.group_loan_rows(asked.day), "group")


def _agreed(rows: Iterable[BorrowingRow], who: str) -> Rows:
    for row in rows:
        one, state = row.borrowing, row.state
        yield {
            "account": one.account,
            who: one.lender,
            "day": one.day.isoformat(),
            "decision": one.decision,
            "kip": one.kip,
            "rate": one.terms.rate,
            "months": one.terms.months,
            "stage": state.stage.value,
            "principal": state.principal,
            "interest_due": state.interest_due,
            "interest_paid": state.interest_paid,
            "overdue": state.overdue,
            "settlement": state.settlement,
            "next_due": row.next_due.due.isoformat() if row.next_due else "",
        }


def _lender_schedules(asked: Asked) -> Rows:
    return _schedules(asked, asked.book.borrowing_rows(asked.day))


def _group_schedules(asked: Asked) -> Rows:
    return _schedules(asked, asked.book.group_loan_rows(asked.day))


def _schedules(asked: Asked, rows: Iterable[BorrowingRow]) -> Rows:
    for row in rows:
        for due in schedule_of(row.borrowing):
            yield {
                **asked.account(row.borrowing.account),
                "due": due.due.isoformat(),
                "principal": due.principal,
                "interest": due.interest,
            }


def _later(asked: Asked) -> Rows:
    for row in asked.book.later_findings(asked.book.year(asked.year)):
        yield {
            "number": row.number,
            "day": row.day.isoformat(),
            "year": row.year,
            "fund": "" if row.fund is None else asked.account(row.fund)["name"],
            "member": "" if row.member is None else row.member.number,
            "name": "" if row.member is None else row.member.name,
            "more": row.kip if row.more else 0,
            "less": 0 if row.more else row.kip,
            "decision": row.decision,
            "note": row.note,
        }


FUND_FIGURES: Mapping[str, Callable[[Asked], Rows]] = {
    "bank": _bank,
    "network": _network,
    "gifts": _gifts,
    "borrowings": _borrowings,
    "borrowing-schedules": _lender_schedules,
    "group-loans": _group_loans,
    "group-loan-schedules": _group_schedules,
    "later-findings": _later,
}
"""Each by the name it has on the command line."""
