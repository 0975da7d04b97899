"""The acts about funds, banks, network and lenders: opened, changed, closed, borrowed, compared."""

from dataclasses import replace

from ledger.actions.funds import (
    NewAccount,
    agree_borrowing,
    change_account,
    close_account,
    compare_bank,
    open_account,
)
from ledger.book.change import Change
from ledger.rules.accounts import Named
from ledger.rules.fund_rules import Level
from ledger.rules.loan_rules import InterestMethod, LoanProduct, MonthCount, ScheduleKind
from ledger.rules.transfers import EntryNumber
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given

_KINDS = {kind.value: kind for kind in (Named.FUND, Named.BANK, Named.NETWORK)}
_LEVELS = {level.value: level for level in Level}


def _open(given: Given) -> Change:
    kind = _KINDS.get(given.text("kind", "fund"))
    if kind is None:
        raise given.unclear("kind")
    new = NewAccount(
        kind=kind,
        name=given.text("name"),
        level=_level(given),
        monthly=given.kip("monthly", 0),
        rate=given.percent("rate") if given.has("rate") else 0,
    )
    return open_account(
        given.book,
        given.actor,
        new=new,
        day=given.day(),
        decision=given.text("decision"),
        today=given.today,
    )


def _change(given: Given) -> Change:
    day, account = given.day(), given.account()
    before = given.book.rulebook(day).named(account)
    if before is None:
        raise given.unclear("account")
    changed = replace(
        before,
        name=given.text("name", before.name),
        # A name of the group's own takes the place of the usual one.
        key="" if given.has("name") else before.key,
        level=_level(given) if given.has("level") else before.level,
        monthly=given.kip("monthly", before.monthly),
        rate=given.percent("rate") if given.has("rate") else before.rate,
    )
    return change_account(
        given.book,
        given.actor,
        account=changed,
        day=day,
        decision=given.text("decision"),
        today=given.today,
    )


def _close(given: Given) -> Change:
    return close_account(
        given.book,
        given.actor,
        account=given.account(),
        to=given.account("to") if given.has("to") else None,
        day=given.day(),
        decision=given.text("decision"),
        today=given.today,
    )


def _borrow(given: Given) -> Change:
    return _agree(given, "lender", lent=False)


def _lend(given: Given) -> Change:
    return _agree(given, "group", lent=True)


def _agree(given: Given, who: str, *, lent: bool) -> Change:
    lender = given.text(who)
    try:
        terms = LoanProduct(
            key="lender",
            name=lender,
            rate=given.percent("rate"),
            method=InterestMethod(given.text("method", InterestMethod.OUTSTANDING.value)),
            count=MonthCount(given.text("count", MonthCount.STARTED.value)),
            schedule=ScheduleKind(given.text("schedule", ScheduleKind.BULLET.value)),
            months=given.number("months", 12),
        )
    except ValueError:
        raise given.unclear("schedule" if given.has("schedule") else "method") from None
    return agree_borrowing(
        given.book,
        given.actor,
        lender=lender,
        kip=given.kip("amount"),
        terms=terms,
        day=given.day(),
        decision=given.text("decision"),
        today=given.today,
        lent=lent,
    )


def _compare(given: Given) -> Change:
    bank = given.account("bank")
    day = given.day()
    ticks = given.text("ticks", "")
    waiting = [line.number for line in given.book.open_lines(bank).lines if line.day <= day]
    try:
        chosen = (
            waiting if ticks == "all" else [EntryNumber(int(number)) for number in ticks.split()]
        )
    except ValueError:
        raise given.unclear("ticks") from None
    return compare_bank(
        given.book,
        given.actor,
        bank=bank,
        day=day,
        kip=given.kip("balance"),
        ticks=chosen,
        reason=given.text("reason", ""),
        today=given.today,
    )


def _level(given: Given) -> Level | None:
    if not given.has("level"):
        return None
    level = _LEVELS.get(given.text("level"))
    if level is None:
        raise given.unclear("level")
    return level


_TERMS = ("amount", "rate", "method", "count", "schedule", "months", "day", "decision")

DOERS: Doers = {
    "open_account": Doer(_open, ("kind", "name", "level", "monthly", "rate", "day", "decision")),
    "change_account": Doer(
        _change, ("account", "name", "level", "monthly", "rate", "day", "decision")
    ),
    "close_account": Doer(_close, ("account", "to", "day", "decision")),
    "borrow": Doer(_borrow, ("lender", *_TERMS)),
    "lend_group": Doer(_lend, ("group", *_TERMS)),
    "compare_bank": Doer(_compare, ("bank", "day", "balance", "ticks", "reason")),
}
