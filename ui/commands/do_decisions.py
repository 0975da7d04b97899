"""The acts about the minutes and the rules, sheets that no longer count, and the months."""

from dataclasses import replace

from ledger.actions.decisions import write_decision
from ledger.actions.months import close_month, hold_month, reopen_month
from ledger.actions.reopening import put_away_sheet, put_back_sheet, reopen_sheet
from ledger.actions.rulebook import adopt_rulebook
from ledger.book.change import Change
from ledger.rules.decisions import Decision, Subject
from ledger.rules.meeting_values import Sheet
from ui.commands.books import read_rules
from ui.commands.doer import Doer, Doers
from ui.commands.given import Given


def _write(given: Given) -> Change:
    book = given.book
    sheet = _sheet(given) if given.has("sheet") else None
    day = given.day("day", sheet.day if sheet else None)
    subject = given.text("about", Subject.OTHER.value)
    if subject not in set(Subject):
        raise given.unclear("about")
    decision = Decision(
        number=given.text("number", book.next_decision(day)),
        day=day,
        subject=Subject(subject),
        text=given.text("text"),
        present=given.words("present"),
        votes_for=given.number("for") if given.has("for") else None,
        votes_against=given.number("against") if given.has("against") else None,
        sheet=None if sheet is None else sheet.id,
        corrects=given.text("corrects", ""),
    )
    return write_decision(book, given.actor, decision=decision, today=given.today)


def _reopen_sheet(given: Given) -> Change:
    return reopen_sheet(
        given.book,
        given.actor,
        sheet=_sheet(given).id,
        second=given.second,
        reason=given.text("reason"),
        today=given.today,
    )


def _put_away(given: Given) -> Change:
    sheet, reason = _sheet(given).id, given.text("reason")
    return put_away_sheet(given.book, given.actor, sheet=sheet, reason=reason, today=given.today)


def _put_back(given: Given) -> Change:
    return put_back_sheet(given.book, given.actor, sheet=_sheet(given).id, today=given.today)


def _hold(given: Given) -> Change:
    why = given.text("reason", "")
    return hold_month(given.book, given.actor, month=given.month(), today=given.today, reason=why)


def _close(given: Given) -> Change:
    why = given.text("reason", "")
    return close_month(given.book, given.actor, month=given.month(), today=given.today, reason=why)


def _reopen_month(given: Given) -> Change:
    return reopen_month(
        given.book,
        given.actor,
        month=given.month(),
        second=given.second,
        reason=given.text("reason"),
        today=given.today,
    )


def _sheet(given: Given) -> Sheet:
    """The sheet of that number, as `figures sheets` counts them."""
    number = given.number("sheet")
    found = next((s for s in given.book.sheets() if s.id == number), None)
    if found is None:
        raise given.unclear("sheet")
    return found


def _adopt(given: Given) -> Change:
    """New rules from a file, under the number of the decision."""
    rulebook = replace(
        read_rules(given.text("rules")),
        valid_from=given.day(),
        resolution=given.text("decision"),
    )
    return adopt_rulebook(given.book, given.actor, rulebook=rulebook)


DOERS: Doers = {
    "adopt_rules": Doer(_adopt, ("rules", "day", "decision")),
    "write_decision": Doer(
        _write,
        ("number", "day", "about", "text", "present", "for", "against", "sheet", "corrects"),
    ),
    "reopen_sheet": Doer(_reopen_sheet, ("sheet", "reason")),
    "put_away_sheet": Doer(_put_away, ("sheet", "reason")),
    "put_back_sheet": Doer(_put_back, ("sheet",)),
    "hold_month": Doer(_hold, ("month", "reason")),
    "close_month": Doer(_close, ("month", "reason")),
    "reopen_month": Doer(_reopen_month, ("month", "reason")),
}
