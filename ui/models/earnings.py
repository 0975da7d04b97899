"""What the group earns its members, and its idle money, as tables and plain sentences."""

from collections.abc import Sequence
from datetime import date

from ledger.rules.accounts import LOAN_INTEREST
from ledger.statements.earnings import Earnings, MemberEarnings
from ledger.statements.figure import Asked, Figure, hers_figure, lender_figure
from ledger.statements.idle import Idle
from translations import Words
from ui.models.members import full_name
from ui.models.rows import Column


def earnings_columns(words: Words, first: date, last: date) -> Sequence[Column[MemberEarnings]]:
    """The columns of the borrowers, and what they paid from one day to another."""

    def paid(row: MemberEarnings) -> Figure:
        return hers_figure(row.member.id, last, LOAN_INTEREST, since=first)

    return (
        Column(words.say("Member"), lambda row: f"{row.member.number} · {full_name(row.member)}"),
        Column(
            words.say("Paid to the group"),
            lambda row: words.kip(row.interest),
            figures=True,
            figure=paid,
        ),
        Column(
            words.say("A moneylender"),
            lambda row: words.kip(row.lender),
            figures=True,
            figure=lambda row: lender_figure(Asked.LENDER, row.member.id, first, last),
        ),
        Column(
            words.say("Stayed with the member"),
            lambda row: words.kip(row.saved),
            figures=True,
            figure=lambda row: lender_figure(Asked.SPARED, row.member.id, first, last),
        ),
    )


def earnings_sentence(words: Words, earnings: Earnings) -> str:
    """The group against the moneylender, in one sentence."""
    if not earnings.rate:
        return words.say(
            "The rules do not say yet what a moneylender takes here. Write the percent "
            "a month in the rules, under loans of every kind."
        )
    if not earnings.rows:
        return words.say("Nobody owed the group anything in this year.")
    facts = {
        "interest": words.money(earnings.interest),
        "lender": words.money(earnings.lender),
        "saved": words.money(abs(earnings.saved)),
        "rate": words.percent(earnings.rate),
    }
    if earnings.saved < 0:
        return words.say(
            "This year members paid the group {interest} in interest. At {rate} a month a "
            "moneylender would have taken {lender}: {saved} less.",
            **facts,
        )
    return words.say(
        "This year members paid the group {interest} in interest. At {rate} a month a moneylender "
        "would have taken {lender}: {saved} stayed in the village.",
        **facts,
    )


def idle_sentence(words: Words, idle: Idle) -> str:
    """What idle money cost, and what it could be."""
    if not idle.rate:
        return words.say("Nothing was lent in these months, so nothing says what money here earns.")
    cost = words.say(
        "In these months idle money would have earned {lost} at {rate} a month: {each} for each "
        "member.",
        lost=words.money(idle.lost),
        rate=words.percent(idle.rate),
        each=words.money(idle.lost_each),
    )
    could = words.say_many(
        "Today {free} could be lent: {n} loan of the usual {loan}.",
        "Today {free} could be lent: {n} loans of the usual {loan}.",
        idle.could_lend,
        free=words.money(idle.free),
        loan=words.money(idle.loan),
    )
    return f"{cost} {could}"


def ahead_sentence(words: Words, idle: Idle) -> str:
    """The year ahead as a band."""
    last = idle.ahead[-1]
    return words.say(
        "If nothing more is lent, {month} may end with {low} to {high} in the box. This follows "
        "the schedules and the usual savings; it is no promise.",
        month=words.month(last.month),
        low=words.money(last.low),
        high=words.money(last.high),
    )
