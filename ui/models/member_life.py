"""What happened to a membership as rows, what can happen next, and a settlement as facts."""

from collections.abc import Mapping, Sequence

from ledger.rules.accounts import VOLUNTARY_SAVINGS
from ledger.rules.contributions import GONE
from ledger.rules.exit_values import Settlement
from ledger.rules.member_life import LifeEvent, LifeKind, since_last
from ledger.rules.people import Member, Status
from ledger.rules.people_rules import ExitDividend
from ledger.statements.figure import Figure, savings_figure
from translations import N_, Words
from translations.naming import word
from ui.models.rows import Column

_HERE = (LifeKind.LEAVE, LifeKind.NOTICE, LifeKind.SETTLED, LifeKind.DIED)

ACTS: dict[LifeKind, str] = {
    LifeKind.LEAVE: N_("Write down the leave"),
    LifeKind.BACK: N_("Write down that the member is back"),
    LifeKind.NOTICE: N_("Write down the member's notice"),
    LifeKind.SETTLED: N_("Settle and end the membership"),
    LifeKind.DIED: N_("Write down the member's death"),
    LifeKind.REJOINED: N_("Take the member in again"),
}
"""What the button of each says."""

HELP: dict[LifeKind, str] = {
    LifeKind.LEAVE: N_("For months whose meeting day lies in the leave nothing is due."),
    LifeKind.BACK: N_(
        "From this day on the member saves again. No month of the leave counts as missed, and a "
        "notice that was given falls away."
    ),
    LifeKind.NOTICE: N_("The rules say how long after the notice a member may leave."),
    LifeKind.SETTLED: N_("All of it is written at once, and cannot be undone by a button."),
    LifeKind.DIED: N_(
        "From this day on nothing is due. The settlement with the member's family comes next."
    ),
    LifeKind.REJOINED: N_(
        "The member keeps the old number and history; the savings begin at nothing."
    ),
}
"""What each means."""


def next_kinds(member: Member, events: Sequence[LifeEvent]) -> tuple[LifeKind, ...]:
    """What can happen to a membership now, the usual ones first."""
    settled = since_last(events, LifeKind.SETTLED) is not None
    if member.status is Status.LEFT and settled:
        return (LifeKind.REJOINED,)
    if member.status in GONE:
        return () if settled else (LifeKind.SETTLED,)
    if since_last(events, LifeKind.NOTICE) is not None:
        return (LifeKind.SETTLED, LifeKind.BACK, LifeKind.LEAVE, LifeKind.DIED)
    leave = any(event.kind is LifeKind.LEAVE for event in events)
    back = (LifeKind.BACK,) if leave or member.status is Status.ON_LEAVE else ()
    return (*back, *_HERE)


def columns_of(words: Words) -> Sequence[Column[LifeEvent]]:
    """The columns of what happened."""
    return (
        Column(words.say("Day"), lambda e: words.day(e.day)),
        Column(words.say("What happened"), lambda e: word(words, "life", e.kind.value)),
        Column(words.say("Until"), lambda e: words.day(e.until) if e.until else ""),
        Column(words.say("Decision"), lambda e: e.decision),
        Column(words.say("Remark"), lambda e: _remark(words, e)),
    )


def _remark(words: Words, event: LifeEvent) -> str:
    if event.settlement is None:
        return event.note
    said = words.say("To be paid: {kip}", kip=words.money(event.settlement.to_pay))
    if not event.settlement.death:
        return said
    # The family may fetch its money later: each one's part is read here again.
    parts = (f"{payee.name} {words.money(payee.kip)}" for payee in event.settlement.payees)
    return " · ".join((said, *parts))


def dividend_said(words: Words, made: Settlement, way: ExitDividend) -> str:
    """What becomes of her part of the year that runs, and what she gives up with it."""
    if way is ExitDividend.AT_CLOSE:
        return words.say("when the year is closed")
    if way is ExitDividend.NONE:
        return words.say("given up, also if the member comes back this year")
    return words.say(
        "{kip} until today; the rest of this year is given up, also if the member comes back",
        kip=words.money(made.dividend_now),
    )


def settlement_facts(
    words: Words, made: Settlement, way: ExitDividend
) -> Sequence[tuple[str, str]]:
    """A settlement line by line, to be read aloud; `way` is the rule about this year's dividend."""

    def kip(amount: int) -> str:
        return words.money(amount) if amount else ""

    loans = [
        (words.say("Loan {number}, set off", number=loan.number), words.money(-loan.split.kip))
        for loan in made.loans
        if loan.split.kip
    ]
    open_ = [
        (words.say("Loan {number}, stays owed", number=loan.number), words.money(loan.rest))
        for loan in made.loans
        if loan.rest
    ]
    return (
        (words.say("Savings"), words.money(made.savings)),
        (words.say("Voluntary savings"), kip(made.voluntary)),
        (words.say("Dividend to fetch"), kip(made.dividend)),
        (words.say("Dividend of this year"), dividend_said(words, made, way)),
        *loans,
        (words.say("The group pays"), words.money(made.to_pay)),
        (words.say("The member brings"), kip(made.to_collect)),
        *((payee.name, _payee(words, payee.kip, payee.odd)) for payee in made.payees),
        *open_,
    )


def settlement_figures(words: Words, made: Settlement) -> Mapping[str, Figure]:
    """Which of the lines of a settlement are figures of the book, by their names."""
    return {
        words.say("Savings"): savings_figure(made.member, made.day),
        words.say("Voluntary savings"): savings_figure(made.member, made.day, VOLUNTARY_SAVINGS),
    }


def _payee(words: Words, kip: int, odd: int) -> str:
    if not odd:
        return words.money(kip)
    shown = words.money(kip)
    return words.say("{kip}, {odd} of it left by dividing", kip=shown, odd=words.money(odd))
