"""What came and went on one account, line by line, with what was there after each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QColor, QIcon

from ledger.rules.accounts import CASH, Account, Named, named_kind
from ledger.rules.kip import Kip
from ledger.rules.rulebook import Rulebook
from ledger.statements.figure import Figure, accounts_figure, entry_figure
from ledger.statements.lists import CashBookRow
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.models.members import full_name
from ui.models.rows import Column
from ui.widgets.icons import icon


@dataclass(frozen=True, slots=True)
class CashLine:
    """One line; without a `row` it is what was brought forward. `balance` in kip."""

    day: date
    row: CashBookRow | None
    balance: Kip


def lines_of(rows: Sequence[CashBookRow], *, first: date, before: Kip) -> tuple[CashLine, ...]:
    """The lines between two days, after what was there before the first one."""
    brought = CashLine(first, None, before)
    return (brought, *(CashLine(row.day, row, row.balance) for row in rows))


def cash_accounts(rulebook: Rulebook) -> tuple[Account, ...]:
    """The cash box and the banks: what a cash book is kept of."""
    banks = [a.account for a in rulebook.accounts if named_kind(a.account) is Named.BANK]
    return (CASH, *sorted(banks))


def columns_of(
    words: Words, account: Account, first: date, last: date
) -> Sequence[Column[CashLine]]:
    """The columns of the cash book of an account between two days."""

    def entry(line: CashLine) -> Figure | None:
        return entry_figure(line.row.number, line.day) if line.row else None

    def balance(line: CashLine) -> Figure | None:
        if line.row is None:
            return None
        return accounts_figure(last, account, since=first, upto=line.row.number)

    return (
        Column(words.say("Day"), lambda line: words.day(line.day)),
        Column(words.say("Entry"), lambda line: words.number(line.row.number) if line.row else ""),
        Column(words.say("What"), lambda line: what(words, line), icon=_mark),
        Column(words.say("Who"), _who),
        Column(
            words.say("Came in"),
            lambda line: _amount(words, line.row.received if line.row else 0),
            figures=True,
            colour=lambda _: QColor(COLOURS["good"]),
            figure=entry,
        ),
        Column(
            words.say("Went out"),
            lambda line: _amount(words, line.row.paid if line.row else 0),
            figures=True,
            colour=lambda _: QColor(COLOURS["bad"]),
            figure=entry,
        ),
        Column(
            words.say("Then there"),
            lambda line: words.kip(line.balance),
            figures=True,
            figure=balance,
        ),
    )


def what(words: Words, line: CashLine) -> str:
    """What happened, and what was written beside it."""
    if line.row is None:
        return words.say("Brought forward")
    kinds = ", ".join(word(words, "kind", kind.value) for kind in line.row.kinds)
    receipt = line.row.proof.receipt
    papers = (
        line.row.proof.partner,
        line.row.note.strip(),
        words.say("their receipt {number}", number=receipt) if receipt else "",
    )
    beside = " · ".join(filter(None, papers))
    return f"{kinds} – {beside}" if beside else kinds


def _who(line: CashLine) -> str:
    member = line.row.member if line.row else None
    return f"{member.number} · {full_name(member)}" if member else ""


def _amount(words: Words, kip: Kip) -> str:
    return words.kip(kip) if kip else ""


def _mark(line: CashLine) -> QIcon:
    if line.row is None:
        return icon("right", COLOURS["muted"])
    if line.row.received >= line.row.paid:
        return icon("money_in", COLOURS["good"])
    return icon("money_out", COLOURS["bad"])
