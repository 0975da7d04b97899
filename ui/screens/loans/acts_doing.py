"""What was typed for an act about a loan, and the act of the ledger that it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ledger.actions.loan_life import pass_loan_on, write_event, write_off_loan
from ledger.actions.loan_money import guarantor_pays, hand_over, recover
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.days import add_months
from ledger.rules.kip import Kip
from ledger.rules.loan_acts import principal_left
from ledger.rules.loan_events import Contract, InterestPaused, Rescheduled, Waived
from ledger.rules.loan_plans import plan_by_amount, plan_by_months
from ledger.rules.people import Actor, MemberId, OfficerId
from ledger.rules.refusals import NameMissing
from ui.models.loan_acts import LoanAct, left_to_hand_over
from ui.models.money_way import LoanNow

WANTED: Mapping[LoanAct | None, tuple[str, ...]] = {
    LoanAct.CONTRACT: ("number", "day", "signers", "witnesses"),
    LoanAct.PART: ("amount",),
    LoanAct.RESCHEDULE: ("decision", "day", "first", "months", "amount"),
    LoanAct.PAUSE: ("decision", "day", "first", "last"),
    LoanAct.WAIVE: ("decision", "day", "interest", "fine"),
    LoanAct.GUARANTOR_PAYS: ("guarantor", "amount"),
    LoanAct.PASS_ON: ("decision", "day", "guarantor", "months"),
    LoanAct.WRITE_OFF: ("decision", "day", "second"),
    LoanAct.RECOVER: ("amount",),
}
"""Which fields each act asks for."""

MONEY = frozenset({LoanAct.PART, LoanAct.GUARANTOR_PAYS, LoanAct.RECOVER})
"""The acts that move cash, onto the open sheet if one lies open."""


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What stands in the fields; None where nothing does. Amounts in kip."""

    decision: str | None = None
    day: date | None = None
    number: str | None = None
    signers: str | None = None
    witnesses: str | None = None
    months: int | None = None
    first: date | None = None
    last: date | None = None
    interest: Kip | None = None
    fine: Kip | None = None
    amount: Kip | None = None
    guarantor: MemberId | None = None
    second: OfficerId | None = None


def first_facts(act: LoanAct, now: LoanNow) -> ActFacts:
    """What the fields of an act begin with."""
    state, day = now.state, now.day
    people = now.loan.request.guarantors
    amounts = {
        LoanAct.PART: left_to_hand_over(now),
        LoanAct.GUARANTOR_PAYS: state.interest_due + state.fine_due + state.principal_due,
        LoanAct.RECOVER: state.written_off - state.recovered,
    }
    first = day if act is LoanAct.PAUSE else add_months(day, 1)
    return ActFacts(
        day=day,
        first=first,
        months=now.loan.request.months if act is LoanAct.PASS_ON else None,
        amount=amounts.get(act),
        guarantor=people[0] if len(people) == 1 else None,
    )


def do_act(
    book: Book, actor: Actor, *, act: LoanAct, now: LoanNow, facts: ActFacts, today: date
) -> Change:
    """Do the act. Raises the refusals of `ledger.actions.loan_life` and `loan_money`."""
    loan, day, decision = now.loan.id, facts.day or today, facts.decision or ""
    kip = facts.amount or 0
    match act:
        case LoanAct.PART:
            return hand_over(book, actor, loan=loan, kip=kip, today=today)
        case LoanAct.RECOVER:
            return recover(book, actor, loan=loan, kip=kip, today=today)
        case LoanAct.GUARANTOR_PAYS:
            who = _guarantor(facts)
            return guarantor_pays(book, actor, loan=loan, guarantor=who, kip=kip, today=today)
        case LoanAct.PASS_ON:
            return pass_loan_on(
                book,
                actor,
                loan=loan,
                guarantor=_guarantor(facts),
                decision=decision,
                months=facts.months or 0,
                day=day,
                today=today,
            )
        case LoanAct.WRITE_OFF:
            second = _second(book, facts)
            return write_off_loan(
                book, actor, second=second, loan=loan, decision=decision, day=day, today=today
            )
        case _:
            event = _event(act, now, facts, day, decision)
            return write_event(book, actor, loan=loan, event=event, today=today)


def _event(
    act: LoanAct, now: LoanNow, facts: ActFacts, day: date, decision: str
) -> Contract | Rescheduled | InterestPaused | Waived:
    if act is LoanAct.CONTRACT:
        return Contract(
            day=day,
            number=facts.number or "",
            signers=_people(facts.signers),
            witnesses=_people(facts.witnesses),
        )
    if act is LoanAct.PAUSE:
        first = facts.first or day
        return InterestPaused(day, decision, first=first, last=facts.last or first)
    if act is LoanAct.WAIVE:
        return Waived(day, decision, interest=facts.interest or 0, fine=facts.fine or 0)
    kip, first = principal_left(now.loan, day), facts.first or add_months(day, 1)
    if facts.amount:
        plan = plan_by_amount(kip, first=first, amount=facts.amount)
    else:
        plan = plan_by_months(kip, first=first, months=facts.months or 0)
    return Rescheduled(day, decision, plan)


def _people(text: str | None) -> tuple[str, ...]:
    """Names with commas or semicolons between them."""
    names = (text or "").replace(";", ",").split(",")
    return tuple(name.strip() for name in names if name.strip())


def _guarantor(facts: ActFacts) -> MemberId:
    if facts.guarantor is None:
        raise NameMissing(what="guarantor")
    return facts.guarantor


def _second(book: Book, facts: ActFacts) -> Actor | None:
    found = (o for o in book.officers() if o.id == facts.second)
    return next((Actor(id=o.id, name=o.name, role=o.role) for o in found), None)
