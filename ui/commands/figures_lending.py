"""The figures that watch over lending and over the cash box."""

from collections.abc import Callable, Mapping

from ledger.rules.exposure import circles
from ledger.rules.kip import Kip
from ledger.statements.loan_schedule import due_rows, earlier_due_rows
from translations.reading import Unreadable, read_kip
from ui.commands.asked import Asked, Rows, member_named
from ui.commands.opening import money_of
from ui.commands.refusals import OptionUnreadable
from ui.models.members import shown_names
from ui.models.suspects import places_of
from ui.models.watch import circle_lines, exposure_sentence, reason_sentence, waiting_sentence


def _difference(asked: Asked) -> Rows:
    book, sheet = asked.book, asked.book.open_sheet()
    counted = _counted(asked)
    if sheet is not None and sheet.day == asked.day:
        found = book.suspects(sheet.id, counted=counted)
    else:
        sheet, found = None, book.day_suspects(asked.day, counted=counted)
    for place in places_of(asked.words, book, sheet, found):
        suspect, at = place.suspect, place.suspect.at
        member = at.member if at is not None else None
        yield {
            "clue": suspect.clue.value,
            "member": book.member(member).number if member is not None else "",
            "column": at.column.value if at is not None and at.column is not None else "",
            "line": at.line if at is not None and at.line is not None else "",
            "entry": at.entry if at is not None and at.entry is not None else "",
            "kip": abs(at.kip) if at is not None else 0,
            "meant": suspect.meant,
            "note": suspect.note,
            "notes": suspect.notes,
            "alike": suspect.alike,
            "sentence": place.sentence,
        }


def _counted(asked: Asked) -> Kip:
    try:
        return read_kip(asked.counted or "", money_of(asked.book))
    except Unreadable:
        raise OptionUnreadable(option="--counted", found=asked.counted or "") from None


def _waiting(asked: Asked) -> Rows:
    waiting = asked.book.waiting_list(asked.day)
    for row in waiting.rows:
        request, decision = row.loan.request, row.loan.decision
        yield {
            "place": row.place,
            "loan": row.loan.number,
            "member": asked.book.member(request.member).number,
            "purpose": request.purpose,
            "asked_on": request.day.isoformat(),
            "decision": decision.number if decision else "",
            "kip": row.kip,
            "together": row.together,
            "reaches": row.reaches,
            "ahead": row.ahead,
            "sentence": waiting_sentence(asked.words, row, waiting),
        }


def _arrears(asked: Asked) -> Rows:
    for aged in asked.book.arrears(asked.day).rows:
        row = aged.row
        yield {
            "loan": row.loan.number,
            "member": row.member.number,
            "name": row.member.name,
            "household": row.member.household,
            "phone": row.member.phone,
            "age": aged.age.value,
            "days": aged.days,
            "overdue": row.state.overdue,
            "principal": row.state.principal,
            "guarantors": "; ".join(
                f"{g.number} {g.name} {g.phone}".strip() for g in row.guarantors
            ),
        }


def _arrears_sums(asked: Asked) -> Rows:
    for total in asked.book.arrears(asked.day).sums:
        yield {
            "age": total.age.value,
            "loans": total.loans,
            "overdue": total.overdue,
            "principal": total.principal,
        }


def _exposure(asked: Asked) -> Rows:
    names = shown_names(asked.book.members())
    for member in asked.book.members():
        if asked.member and member.number != asked.member:
            continue
        found = asked.book.exposure(member.id)
        if found.stands_for or asked.member:
            yield {
                "member": member.number,
                "stands_for": len(found.stands_for),
                "guaranteed": found.guaranteed,
                "owes": found.owes,
                "savings": found.savings,
                "sentence": exposure_sentence(asked.words, names[member.id], found),
            }


def _circles(asked: Asked) -> Rows:
    found = circles(asked.book.guarantees())
    for circle, said in zip(found, circle_lines(asked.words, asked.book, found), strict=True):
        numbers = [asked.book.member(member).number for member in circle]
        yield {"members": " ".join(numbers), "sentence": said}


def _household(asked: Asked) -> Rows:
    load = asked.book.household(member_named(asked.book, asked.member).id, asked.day)
    yield {
        "household": load.name,
        "members": " ".join(one.member.number for one in load.members),
        "loans": len(load.loans),
        "stands_for": len(load.given),
        "savings": load.savings,
        "due_a_month": load.monthly,
        "paid_a_month": load.paid_monthly,
        "light": load.light.value,
        "reasons": " ".join(reason_sentence(asked.words, reason) for reason in load.reasons),
    }


def _schedules(asked: Asked) -> Rows:
    """The due days of every loan that runs, or of the member's; replaced ones stand before."""
    wanted = member_named(asked.book, asked.member).id if asked.member else None
    for loan in asked.book.loans(open_only=wanted is None):
        if wanted not in {None, loan.request.member}:
            continue
        old, now = earlier_due_rows(loan, asked.day), due_rows(loan, asked.day)
        for replaced, rows in ((True, old), (False, now)):
            for row in rows:
                yield {
                    "loan": loan.number,
                    "member": asked.book.member(loan.request.member).number,
                    "replaced": replaced,
                    "due": row.due.isoformat(),
                    "principal": row.principal,
                    "interest": row.interest,
                    "paid": row.paid,
                    "state": "" if replaced else row.state.value,
                }


LENDING: Mapping[str, Callable[[Asked], Rows]] = {
    "difference": _difference,
    "schedules": _schedules,
    "waiting": _waiting,
    "arrears": _arrears,
    "arrears-sums": _arrears_sums,
    "exposure": _exposure,
    "circles": _circles,
    "household": _household,
}
