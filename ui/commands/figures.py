"""Prints the figures of a book for other programs: as JSON, or as CSV for a spreadsheet."""

import csv
import io
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import Any

from ledger.rules.closing import plan_close
from ledger.rules.codec import to_plain
from ledger.rules.days import fiscal_year, numbered_year
from ledger.rules.profit import expenses_of, income_of, profit_of
from reports.lists import safe_cell
from translations import Words
from ui.commands import figures_earnings, figures_welfare
from ui.commands.asked import Asked, Rows, member_named
from ui.commands.figures_booklets import BOOKLETS
from ui.commands.figures_decisions import DECISIONS
from ui.commands.figures_funds import FUND_FIGURES
from ui.commands.figures_lending import LENDING
from ui.commands.figures_people import PEOPLE
from ui.commands.figures_receipts import RECEIPTS
from ui.commands.figures_saving import SAVING
from ui.commands.network_rows import sheet_rows
from ui.commands.opening import as_of, day_option, opened, today_of, words_of
from ui.commands.refusals import NoSuchFigures


def figures(options: Namespace, words: Words) -> int:
    """Print the figures named on the command line."""
    make = _FIGURES.get(options.name)
    if make is None:
        raise NoSuchFigures(found=options.name, known=tuple(_FIGURES))
    with opened(options.book, as_of=as_of(options)) as book:
        today = today_of(options)
        day = day_option(options.day, "--day", today)
        last_month = book.rulebook(day).fiscal_year_end
        asked = Asked(
            book=book,
            day=day,
            today=today,
            year=options.year or fiscal_year(day, last_month=last_month).number,
            member=options.member or "",
            counted=options.counted,
            rules=options.rules,
            words=words_of(book, words),
        )
        rows = list(make(asked))
    sys.stdout.write(_csv(rows) if options.format == "csv" else _json(rows))
    return 0


def _json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n"


def _csv(rows: list[dict[str, Any]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow([safe_cell(cell) for cell in row.values()])
    return "\ufeff" + text.getvalue()


# --- the figures ------------------------------------------------------------------------------


def _trial_balance(asked: Asked) -> Rows:
    for row in asked.book.trial_balance(asked.day).rows:
        yield {**asked.account(row.account), "debit": row.debit, "credit": row.credit}


def _member(asked: Asked) -> Rows:
    member = member_named(asked.book, asked.member)
    passbook = asked.book.passbook(member.id, date.min, asked.day)
    for line in passbook.lines:
        yield {
            "number": line.number,
            "day": line.day.isoformat(),
            "kind": line.kind.value,
            "paid_in": line.paid_in,
            "paid_out": line.paid_out,
            "savings": line.savings,
            "voluntary": line.voluntary,
            "loans": line.loans,
            "note": line.note,
        }


def _members(asked: Asked) -> Rows:
    for row in asked.book.members_balances(asked.day):
        yield {
            "number": row.member.number,
            "name": row.member.name,
            "household": row.member.household,
            "status": row.member.status.value,
            "savings": row.savings,
            "voluntary": row.voluntary,
            "loans": row.loans,
            "dividend": row.dividend,
        }


def _loans(asked: Asked) -> Rows:
    for row in asked.book.loan_rows(asked.day):
        state = row.state
        yield {
            "number": row.loan.number,
            "member": row.member.number,
            "name": row.member.name,
            "purpose": row.loan.request.purpose,
            "kip": row.loan.request.kip,
            "stage": state.stage.value,
            "principal": state.principal,
            "interest_due": state.interest_due,
            "fine_due": state.fine_due,
            "overdue": state.overdue,
            "settlement": state.settlement,
            "last_due": state.last_due.isoformat() if state.last_due else "",
        }


def _funds(asked: Asked) -> Rows:
    for row in asked.book.annual(asked.year, asked.today).funds:
        yield {**asked.account(row.account), **_plain_without(row, "account")}


def _profit(asked: Asked) -> Rows:
    balances = asked.book.year_facts(asked.year, asked.today).balances
    for side, accounts in (("income", income_of(balances)), ("expense", expenses_of(balances))):
        for account, kip in accounts.items():
            yield {"side": side, **asked.account(account), "kip": kip}
    yield {"side": "profit", "account": 0, "name": "", "kip": profit_of(balances)}


def _plan(asked: Asked) -> Rows:
    plan = plan_close(asked.book.year_facts(asked.year, asked.today))
    for share in plan.lines:
        yield {
            "line": share.line.name,
            "to": share.line.to.value,
            "amount": share.line.amount,
            "kip": share.kip,
            "handed_out": share.handed_out,
            "odd": share.odd,
        }
    yield {
        "line": "",
        "to": "profit",
        "amount": 0,
        "kip": plan.profit,
        "handed_out": 0,
        "odd": plan.odd,
    }


def _dividends(asked: Asked) -> Rows:
    plan = plan_close(asked.book.year_facts(asked.year, asked.today))
    members = {m.id: m for m in asked.book.members()}
    for share in plan.shares:
        member = members[share.member]
        yield {
            "number": member.number,
            "name": member.name,
            "weight": share.weight,
            "dividend": share.dividend,
            "refund": share.refund,
        }


def _entries(asked: Asked) -> Rows:
    last_month = asked.rulebook.fiscal_year_end
    year = numbered_year(asked.year, last_month=last_month, books_begin=asked.book.books_begin)
    for posted in asked.book.entries(year.first, year.last):
        for transfer in posted.entry.transfers:
            yield {
                "number": posted.number,
                "day": posted.entry.day.isoformat(),
                **to_plain(transfer),
                "note": posted.entry.note,
            }


def _group(asked: Asked) -> Rows:
    figures = asked.book.figures(asked.day)
    yield {**to_plain(figures), "profit": figures.profit}


def _network_sheet(asked: Asked) -> Rows:
    return sheet_rows(asked.book, asked.day, asked.words)


def _plain_without(value: object, *names: str) -> dict[str, Any]:
    return {name: item for name, item in to_plain(value).items() if name not in names}


_FIGURES: dict[str, Callable[[Asked], Rows]] = {
    "group": _group,
    "network-sheet": _network_sheet,
    "trial-balance": _trial_balance,
    "member": _member,
    "members": _members,
    "loans": _loans,
    "funds": _funds,
    "profit": _profit,
    "plan": _plan,
    "dividends": _dividends,
    "entries": _entries,
    **LENDING,
    "welfare": figures_welfare.welfare,
    "claims": figures_welfare.claims,
    "benefits": figures_welfare.benefits,
    "coverage": figures_welfare.coverage,
    **FUND_FIGURES,
    "earnings": figures_earnings.earnings,
    "idle": figures_earnings.idle,
    **SAVING,
    **PEOPLE,
    **DECISIONS,
    **BOOKLETS,
    **RECEIPTS,
}
