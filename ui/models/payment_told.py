"""What is said under the fields of a payment before it is written: what she has, how it divides."""

from ledger.rules.day_facts import DayFacts
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.loans import split_repayment
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.saving_months import months_open
from ledger.rules.transfers import LoanId
from ledger.statements.saving_months import saving_months
from translations import Words
from translations.naming import word
from ui.models.finding_payments import waiting_with
from ui.models.payment import Payment


def member_told(words: Words, facts: DayFacts, payment: Payment | None, member: MemberId) -> str:
    """What a member has of what the payment is about."""
    key = "" if payment is None else payment.key
    if key == "dividend":
        owed = words.money(facts.dividends.get(member, 0))
        return words.say("The member's dividend is {kip}.", kip=owed)
    if key == "voluntary_withdrawal":
        has = words.money(facts.voluntary.get(member, 0))
        return words.say("Has {kip} in voluntary savings.", kip=has)
    if key == "settlement":
        owed = words.money(facts.settlements.get(member, 0))
        return words.say("Of the settlement {kip} are still to be paid.", kip=owed)
    if key.startswith("finding_"):
        found = words.money(waiting_with(key, facts, member) or 0)
        return words.say("Of what was found later, {kip} are open.", kip=found)
    return words.say("Has saved {kip}.", kip=words.money(facts.savings.get(member, 0)))


def note_named(words: Words, payment: Payment | None) -> str:
    """What is to be typed beside the amount: what it is for, or the name of who takes it."""
    if payment is not None and payment.key == "settlement":
        return words.say("Who gets the money")
    return words.say("What for")


def split_told(words: Words, facts: DayFacts, loan: LoanId, kip: Kip) -> str:
    """How the rules divide a repayment (kip); nothing where they refuse it, which is said later."""
    order = facts.rulebook.loans.order
    try:
        split = split_repayment(facts.loans[loan], kip, day=facts.day, order=order)
    except Refusal:
        return ""
    return words.say(
        "Fine {fine} · interest {interest} · principal {principal}",
        fine=words.kip(split.fine),
        interest=words.kip(split.interest),
        principal=words.kip(split.principal),
    )


def months_told(words: Words, facts: DayFacts, member: Member) -> list[tuple[Month | None, str]]:
    """The months that her savings may be for, each with how it stands; none is the day's own."""
    this = month_of(facts.day)
    return [
        (
            None if mark.month == this else mark.month,
            f"{words.month(mark.month)} · {word(words, 'month_state', mark.state.value)}",
        )
        for mark in saving_months(facts, member, months_open(facts, member))
    ]
