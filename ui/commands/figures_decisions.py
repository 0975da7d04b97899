"""Figures of the minutes, of the sheets and of the months, for other programs."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ledger.rules.days import month_of
from ledger.rules.trash import is_kept
from ledger.statements.minutes import Rest
from ui.commands.asked import Asked, Rows
from ui.commands.books import read_rules
from ui.commands.refusals import FactMissing


def _minutes(asked: Asked) -> Rows:
    for line in asked.book.minutes().lines:
        decision = line.decision
        yield {
            "number": decision.number,
            "day": decision.day.isoformat(),
            "about": decision.subject.value,
            "text": decision.text,
            "present": "; ".join(decision.present),
            "for": decision.votes_for,
            "against": decision.votes_against,
            "sheet": decision.sheet,
            "corrects": decision.corrects,
            "corrected_by": line.corrected_by,
            "rests": _rests(line.rests),
        }


def _missing(asked: Asked) -> Rows:
    for missing in asked.book.minutes().missing:
        yield {"number": missing.number, "named_by": _rests(missing.rests)}


def _rests(rests: tuple[Rest, ...]) -> str:
    return "; ".join(f"{rest.act or rest.kind.value} {rest.number}" for rest in rests)


def _printed(asked: Asked) -> Rows:
    """The collection sheets that were printed and can be filled in from the paper."""
    for sheet in asked.book.printed_collections():
        yield {
            "sheet": sheet.code,
            "day": sheet.day.isoformat(),
            "rows": len(sheet.rows),
            "pages": len(sheet.pages),
            "due": sum(row.due_in_all for row in sheet.rows),
        }


def _sheets(asked: Asked) -> Rows:
    for sheet in asked.book.sheets():
        yield {
            "sheet": sheet.id,
            "kind": sheet.kind.value,
            "number": sheet.number,
            "day": sheet.day.isoformat(),
            "signed_by": "; ".join(sheet.signed_by),
            "void_reason": sheet.void_reason,
            "void_by": "; ".join(sheet.void_by),
            "followed_by": sheet.followed_by,
        }


def _thrown(asked: Asked) -> Rows:
    """The sheets that were put away and can be put back."""
    for one in asked.book.thrown():
        if is_kept(one, asked.today):
            yield {
                "sheet": one.sheet,
                "day": asked.book.sheet(one.sheet).day.isoformat(),
                "by": one.by,
                "thrown": one.day.isoformat(),
                "amounts": one.cells,
                "lines": one.lines,
                "kip": one.kip,
            }


def _months(asked: Asked) -> Rows:
    states, last = asked.book.month_states(), month_of(asked.today)
    begin = month_of(asked.book.books_begin or asked.today)
    for month in (begin.plus(k) for k in range(last - begin + 1)):
        yield {"month": f"{month.year}-{month.number:02d}", "state": states.of(month).value}


def _rule_change(asked: Asked) -> Rows:
    if asked.rules is None:
        raise FactMissing(fact="--rules")
    new = replace(read_rules(asked.rules), valid_from=asked.day)
    change = asked.book.rule_change(new, asked.today)
    for share in change.shares:
        yield {
            "what": "member",
            "number": share.member.number,
            "name": share.member.name,
            "old": share.old,
            "new": share.new,
            "difference": share.difference,
        }
    total = {"old": change.old_total, "new": change.new_total}
    difference = change.new_total - change.old_total
    yield {"what": "total", "number": "", "name": "", **total, "difference": difference}
    nothing = {"old": None, "new": None, "difference": None}
    for kept in change.loans:
        name = "gone" if kept.gone else "keeps its terms"
        yield {"what": "loan", "number": kept.loan.number, "name": name, **nothing}
    for what, names in (("product gone", change.gone), ("product new", change.added)):
        for name in names:
            yield {"what": what, "number": "", "name": name, **nothing}


DECISIONS: Mapping[str, Callable[[Asked], Rows]] = {
    "minutes": _minutes,
    "missing-decisions": _missing,
    "sheets": _sheets,
    "trash": _thrown,
    "printed-sheets": _printed,
    "month-states": _months,
    "rule-change": _rule_change,
}
