"""The group's rules for loans in a few sentences: each kind of loan, and what holds for all."""

from collections.abc import Iterator

from ledger.rules.rulebook import (
    Ceiling,
    CeilingKind,
    InterestMethod,
    LateFine,
    LoanProduct,
    Rulebook,
    ScheduleKind,
)
from translations.naming import account_word, key_word, word
from translations.words import Words

BETWEEN = ", "
"""Between short facts in a row: a comma may end a line, and Thai has no semicolon."""


def loans_in_short(rulebook: Rulebook, words: Words) -> Iterator[str]:
    """What a member should know of the group's loans by heart."""
    for product in rulebook.loans.products:
        yield product_sentence(product, words, rulebook)
    if rulebook.loans.products:
        first, second, third = (word(words, "purse", purse) for purse in rulebook.loans.order)
        yield words.say(
            "A repayment first pays the {first}, then the {second}, then the {third}.",
            first=first.lower(),
            second=second.lower(),
            third=third.lower(),
        )
        yield from _papers(rulebook, words)


def product_sentence(product: LoanProduct, words: Words, rulebook: Rulebook) -> str:
    """The terms of one kind of loan; the rules name the fund that it is lent from, if it is one."""
    facts = [interest_words(product, words), _term(product, words), _due(product, words)]
    facts += _limits(product, words)
    fund = None if product.fund is None else rulebook.named(product.fund)
    if fund is not None:
        name = account_word(words, fund.account, fund.name, fund.key)
        facts.insert(0, words.say("lent from: {fund}", fund=name))
    name = key_word(words, product.key, product.name)
    return words.say("{name}: {facts}.", name=name, facts=BETWEEN.join(facts))


def _papers(rulebook: Rulebook, words: Words) -> Iterator[str]:
    """What must be signed first, and how often a loan may get new due days."""
    if rulebook.loans.contract:
        yield words.say("The money is handed over once the contract is signed.")
    most = rulebook.loans.reschedules
    if most == 0:
        yield words.say("Due days are never set anew.")
    elif most is not None:
        yield words.say_many(
            "The committee may set new due days {n} time.",
            "The committee may set new due days {n} times.",
            most,
        )


def interest_words(product: LoanProduct, words: Words) -> str:
    """The interest of a kind of loan, to stand inside a sentence."""
    rate = words.percent(product.rate)
    if not product.rate:
        return words.say("without interest")
    match product.method:
        case InterestMethod.OUTSTANDING:
            return words.say("interest {rate} a month on what is still owed", rate=rate)
        case InterestMethod.FLAT:
            return words.say("interest {rate} a month on the whole principal", rate=rate)
        case InterestMethod.SEASON:
            return words.say("interest {rate} for the whole loan", rate=rate)


def fee_words(product: LoanProduct, words: Words) -> str:
    """What is paid when the money is handed over, to stand inside a sentence."""
    if not product.fee:
        return words.say("no fee is taken")
    return words.say("a fee of {kip} when the money is handed over", kip=words.money(product.fee))


def late_words(product: LoanProduct, words: Words) -> str:
    """What being late costs, to stand inside a sentence."""
    match product.late:
        case LateFine.NONE:
            return words.say("no fine is taken")
        case LateFine.PERCENT:
            rate = words.percent(product.late_points)
            fine = words.say("a fine of {rate} a month on what is overdue", rate=rate)
        case LateFine.FIXED:
            kip = words.money(product.late_kip)
            fine = words.say("a fine of {kip} for each month begun", kip=kip)
    if not product.grace_days:
        return fine
    return words.say_many(
        "from {n} day after the due day on {fine}",
        "from {n} days after the due day on {fine}",
        product.grace_days,
        fine=fine,
    )


def _term(product: LoanProduct, words: Words) -> str:
    if product.season_end is not None:
        month, day = product.season_end
        return words.say("until day {day} of month {month}", day=day, month=month)
    return words.say_many("up to {n} month", "up to {n} months", product.months)


def _due(product: LoanProduct, words: Words) -> str:
    """When a loan of this kind is paid back, to stand inside a sentence."""
    match product.schedule:
        case ScheduleKind.INTEREST_MONTHLY if product.rate:
            return words.say("interest each month, principal at the end")
        case ScheduleKind.BULLET | ScheduleKind.INTEREST_MONTHLY:
            return words.say("all paid at the end")
        case ScheduleKind.INSTALMENTS:
            return words.say("the same amount each month")
        case ScheduleKind.PRINCIPAL_PARTS if product.rate:
            return words.say("an equal part and the interest each month")
        case ScheduleKind.PRINCIPAL_PARTS:
            return words.say("an equal part each month")
        case ScheduleKind.FREE:
            return words.say("paid as one can until the last day")


def _limits(product: LoanProduct, words: Words) -> Iterator[str]:
    limit = _ceiling(product.ceiling, words)
    if limit:
        yield limit
    if product.guarantors:
        yield words.say_many("{n} guarantor", "{n} guarantors", product.guarantors)
    if product.fee:
        yield words.say("fee {kip}", kip=words.money(product.fee))
    if product.late is LateFine.PERCENT:
        yield words.say(
            "late: fine {rate} a month on what is overdue", rate=words.percent(product.late_points)
        )
    if product.late is LateFine.FIXED:
        yield words.say("late: fine {kip} a month", kip=words.money(product.late_kip))


def _ceiling(ceiling: Ceiling, words: Words) -> str:
    match ceiling.kind:
        case CeilingKind.SAVINGS_TIMES:
            return words.say(
                "up to {times} times the savings",
                times=words.percent(ceiling.times).removesuffix("%"),
            )
        case CeilingKind.ABSOLUTE:
            return words.say("up to {kip}", kip=words.money(ceiling.kip))
        case CeilingKind.STEPS:
            steps = ", ".join(words.money(kip) for kip in ceiling.steps)
            return words.say("first, second, third loan … up to {steps}", steps=steps)
        case CeilingKind.NONE:
            return ""
