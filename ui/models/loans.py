"""Loans as lists: what is asked for, what waits for its money, what runs and what is finished."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtGui import QColor, QIcon

from ledger.rules.accounts import CASH, Account
from ledger.rules.loan_values import LoanStage, MoveKind
from ledger.rules.people import MemberId
from ledger.statements.figure import Asked, Figure, at_stake_figure, loan_figure, moves_figure
from ledger.statements.lists import LoanRow
from translations import Words
from translations.naming import key_word, word
from translations.sorting import fold
from ui.look import COLOURS
from ui.models.members import full_name
from ui.models.rows import Column
from ui.widgets.icons import icon


class Pile(StrEnum):
    """The piles into which the loans are laid."""

    RUNNING = "running"
    OVERDUE = "overdue"
    ASKED = "asked"
    WAITING = "waiting"
    FINISHED = "finished"
    LOST = "lost"


_STAGES: Mapping[Pile, frozenset[LoanStage]] = {
    Pile.RUNNING: frozenset({LoanStage.PAID_OUT}),
    Pile.OVERDUE: frozenset({LoanStage.PAID_OUT}),
    Pile.ASKED: frozenset({LoanStage.REQUESTED}),
    Pile.WAITING: frozenset({LoanStage.APPROVED}),
    Pile.FINISHED: frozenset({LoanStage.REPAID, LoanStage.REFUSED, LoanStage.PASSED_ON}),
    Pile.LOST: frozenset({LoanStage.WRITTEN_OFF}),
}


@dataclass(frozen=True, slots=True)
class Names:
    """How the lists call people, two of one name with their household, and the group's funds."""

    shown: Mapping[MemberId, str]
    funds: Mapping[Account, str] = field(default_factory=dict)

    def loan(self, row: LoanRow) -> str:
        """The number of a loan, and the fund that it is lent from if there is one."""
        fund = self.funds.get(row.loan.request.product.fund or CASH)
        return " · ".join(filter(None, (row.loan.number, fund)))

    def borrower(self, row: LoanRow) -> str:
        """Number and name of the borrower."""
        return f"{row.member.number} · {self.shown.get(row.member.id, full_name(row.member))}"

    def guarantors(self, row: LoanRow) -> str:
        """Who stands for the loan, each with the phone if she has one."""
        return ", ".join(
            " ".join(filter(None, (self.shown.get(m.id, full_name(m)), m.phone)))
            for m in row.guarantors
        )


def lies_on(row: LoanRow, pile: Pile) -> bool:
    """Whether a loan lies on a pile; what is overdue lies on the running ones as well."""
    overdue = pile is not Pile.OVERDUE or row.state.overdue > 0
    return row.state.stage in _STAGES[pile] and overdue


def find(rows: Sequence[LoanRow], pile: Pile, text: str) -> list[LoanRow]:
    """The loans of a pile in which every word of the text stands, the most overdue ones first."""
    wanted = [fold(part) for part in text.split()]
    fits = [row for row in rows if lies_on(row, pile) and all(w in _folded(row) for w in wanted)]
    if pile in {Pile.RUNNING, Pile.OVERDUE}:
        return sorted(fits, key=lambda row: (-row.state.overdue, row.loan.id))
    return sorted(fits, key=lambda row: -row.loan.id)


def columns_of(pile: Pile, words: Words, names: Names) -> Sequence[Column[LoanRow]]:
    """The columns in which a pile is written."""
    number: Column[LoanRow] = Column(words.say("Loan"), names.loan)
    borrower: Column[LoanRow] = Column(words.say("Borrower"), names.borrower)
    return (number, borrower, *_COLUMNS[pile](words, names))


def product_text(words: Words, row: LoanRow) -> str:
    """What kind of loan it is."""
    product = row.loan.request.product
    return key_word(words, product.key, product.name)


def overdue_text(words: Words, row: LoanRow) -> str:
    """How much is overdue and since when, in words as well as figures."""
    state = row.state
    if not state.overdue or state.overdue_since is None:
        return words.say("on time")
    since = words.day(state.overdue_since)
    return words.say("{kip} since {day}", kip=words.kip(state.overdue), day=since)


def _running(words: Words, names: Names) -> tuple[Column[LoanRow], ...]:
    return (
        Column(
            words.say("Still owed"),
            lambda row: words.kip(row.state.principal),
            figures=True,
            figure=_of(Asked.PRINCIPAL),
        ),
        Column(
            words.say("Last day"),
            lambda row: words.day(row.state.last_due) if row.state.last_due else "",
        ),
        Column(
            words.say("Overdue"),
            lambda row: overdue_text(words, row),
            colour=lambda row: QColor(COLOURS["bad" if row.state.overdue else "good"]),
            icon=_time_mark,
            figure=_of(Asked.OVERDUE),
        ),
        Column(words.say("Phone"), lambda row: row.member.phone),
        Column(words.say("Guarantors"), names.guarantors),
    )


def _asked(words: Words, names: Names) -> tuple[Column[LoanRow], ...]:
    return (
        Column(words.say("Asked on"), lambda row: words.day(row.loan.request.day)),
        Column(words.say("Kind of loan"), lambda row: product_text(words, row)),
        Column(
            words.say("Amount"),
            lambda row: words.kip(row.loan.request.kip),
            figures=True,
            figure=_at_stake,
        ),
        Column(
            words.say("Months"), lambda row: words.number(row.loan.request.months), figures=True
        ),
        Column(words.say("Guarantors"), names.guarantors),
    )


def _waiting(words: Words, names: Names) -> tuple[Column[LoanRow], ...]:
    return (
        Column(
            words.say("Decision"), lambda row: row.loan.decision.number if row.loan.decision else ""
        ),
        Column(
            words.say("Decided on"),
            lambda row: words.day(row.loan.decision.day) if row.loan.decision else "",
        ),
        Column(
            words.say("Approved"),
            lambda row: words.kip(row.loan.decision.kip) if row.loan.decision else "",
            figures=True,
            figure=_at_stake,
        ),
        Column(words.say("Phone"), lambda row: row.member.phone),
        Column(words.say("Guarantors"), names.guarantors),
    )


def _finished(words: Words, _: Names) -> tuple[Column[LoanRow], ...]:
    return (
        Column(words.say("Kind of loan"), lambda row: product_text(words, row)),
        Column(
            words.say("How it ended"),
            lambda row: word(words, "loan_stage", row.state.stage.value),
            icon=lambda row: icon(
                "check" if row.state.stage is LoanStage.REPAID else "close", COLOURS["muted"]
            ),
        ),
        Column(
            words.say("Lent"),
            lambda row: words.kip(_lent(row)),
            figures=True,
            figure=_moves(MoveKind.PAY_OUT),
        ),
        Column(
            words.say("Interest paid"),
            lambda row: words.kip(row.state.interest_paid),
            figures=True,
            figure=_moves(MoveKind.INTEREST),
        ),
        Column(words.say("Last movement"), lambda row: _ended(words, row)),
    )


def row_figure(asked: Asked, row: LoanRow) -> Figure:
    """What is asked about a loan of a list, as of the day of the list."""
    return loan_figure(asked, row.loan.id, row.state.day, row.loan.request.product.fund)


def _at_stake(row: LoanRow) -> Figure:
    return at_stake_figure(row.state.day, row.loan.id)


def _of(asked: Asked) -> Callable[[LoanRow], Figure]:
    return lambda row: row_figure(asked, row)


def _moves(*kinds: MoveKind) -> Callable[[LoanRow], Figure]:
    return lambda row: moves_figure(row.loan.id, row.state.day, *kinds)


def _lost(words: Words, _: Names) -> tuple[Column[LoanRow], ...]:
    return (
        Column(
            words.say("Written off"),
            lambda row: words.kip(row.state.written_off),
            figures=True,
            figure=_moves(MoveKind.WRITTEN_OFF),
        ),
        Column(
            words.say("Came back"),
            lambda row: words.kip(row.state.recovered),
            figures=True,
            figure=_moves(MoveKind.RECOVERED),
        ),
        Column(
            words.say("Still lost"),
            lambda row: words.kip(row.state.written_off - row.state.recovered),
            figures=True,
            figure=_moves(MoveKind.WRITTEN_OFF, MoveKind.RECOVERED),
        ),
        Column(words.say("Last movement"), lambda row: _ended(words, row)),
        Column(words.say("Phone"), lambda row: row.member.phone),
    )


def _lent(row: LoanRow) -> int:
    return sum(move.kip for move in row.loan.moves if move.kind is MoveKind.PAY_OUT)


def _ended(words: Words, row: LoanRow) -> str:
    decided = row.loan.decision.day if row.loan.decision else row.loan.request.day
    return words.day(max((move.day for move in row.loan.moves), default=decided))


def _time_mark(row: LoanRow) -> QIcon:
    return icon("warn", COLOURS["bad"]) if row.state.overdue else icon("check", COLOURS["good"])


def _folded(row: LoanRow) -> str:
    member = row.member
    return "|".join(
        fold(part) for part in (row.loan.number, member.number, full_name(member), member.household)
    )


_COLUMNS: Mapping[Pile, Callable[[Words, Names], tuple[Column[LoanRow], ...]]] = {
    Pile.RUNNING: _running,
    Pile.OVERDUE: _running,
    Pile.ASKED: _asked,
    Pile.WAITING: _waiting,
    Pile.FINISHED: _finished,
    Pile.LOST: _lost,
}
