"""The group's rules in a few sentences, for the inside of the passbook."""

from collections.abc import Iterator
from dataclasses import dataclass

from ledger.rules.rulebook import (
    AllocationLine,
    ExitDividend,
    LineKind,
    MissedMonth,
    NoticeUnit,
    Rulebook,
    SavingMode,
    SavingRules,
    VoluntaryRules,
    WithdrawalRule,
)
from ledger.rules.welfare_rules import ContributionUnit
from reports.benefit_words import benefit_sentence
from reports.loans_in_short import loans_in_short
from translations import N_
from translations.naming import key_word, word
from translations.words import Words

_FREE = frozenset({WithdrawalRule.ANY_TIME, WithdrawalRule.NOTICE})
_CONTRIBUTION = {
    ContributionUnit.MONTH: N_("Welfare contribution: {kip} a month."),
    ContributionUnit.YEAR: N_("Welfare contribution: {kip} a year."),
    ContributionUnit.DAY: N_("Welfare contribution: {kip} a day."),
}


@dataclass(frozen=True, slots=True)
class Chapter:
    """Some of the rules under one heading, each a sentence."""

    heading: str
    sentences: tuple[str, ...]


def rules_in_short(rulebook: Rulebook, words: Words) -> tuple[Chapter, ...]:
    """What a member should know by heart; chapters about which there is no rule are left out."""
    chapters = (
        Chapter(words.say("Saving"), tuple(_saving(rulebook, words))),
        Chapter(words.say("Voluntary savings"), tuple(_voluntary(rulebook, words))),
        Chapter(words.say("Welfare"), tuple(_welfare(rulebook, words))),
        Chapter(words.say("Loans"), tuple(loans_in_short(rulebook, words))),
        Chapter(words.say("Funds"), tuple(_funds(rulebook, words))),
        Chapter(words.say("Joining and leaving"), tuple(_people(rulebook, words))),
        Chapter(words.say("Allocation of profit"), tuple(_profit(rulebook, words))),
    )
    return tuple(chapter for chapter in chapters if chapter.sentences)


def chapter_sentences(rulebook: Rulebook, words: Words, chapter: str) -> tuple[str, ...]:
    """The rules of one chapter: "saving", "loans", "profit" or "welfare"; none where none is."""
    tell = {
        "saving": _saving,
        "loans": loans_in_short,
        "profit": _profit,
        "welfare": _welfare,
    }[chapter]
    return tuple(tell(rulebook, words))


def _saving(rulebook: Rulebook, words: Words) -> Iterator[str]:
    saving = rulebook.saving
    yield words.say("The group meets on day {day} of each month.", day=rulebook.deposit_day)
    yield _mode(saving, words)
    yield _missed(saving, words)
    yield _withdrawal(saving, words)
    if saving.balance_kept and saving.withdrawal in _FREE:
        yield words.say(
            "After a withdrawal, savings of at least {kip} must remain.",
            kip=words.money(saving.balance_kept),
        )
    if saving.interest:
        yield words.say("Savings earn {rate} a month.", rate=words.percent(saving.interest))
    if saving.entry_fee:
        yield words.say("Entry fee: {kip}.", kip=words.money(saving.entry_fee))
    if saving.passbook_fee:
        yield words.say("Passbook fee: {kip}.", kip=words.money(saving.passbook_fee))


def _funds(rulebook: Rulebook, words: Words) -> Iterator[str]:
    least = rulebook.funds.decision_from
    if least:
        yield words.say(
            "Whoever spends {kip} or more from a fund needs a decision of the committee.",
            kip=words.money(least),
        )
    elif least is not None:
        yield words.say("Nothing is spent from a fund without a decision of the committee.")


def _mode(saving: SavingRules, words: Words) -> str:
    least = words.money(saving.minimum)
    match saving.mode:
        case SavingMode.SHARES if saving.shares_min == saving.shares_max:
            return words.say_many(
                "Each member saves {n} share of {kip} each month.",
                "Each member saves {n} shares of {kip} each month.",
                saving.shares_min,
                kip=words.money(saving.share_value),
            )
        case SavingMode.SHARES:
            return words.say(
                "Each member saves {least} to {most} shares of {kip} each month.",
                least=words.number(saving.shares_min),
                most=words.number(saving.shares_max),
                kip=words.money(saving.share_value),
            )
        case SavingMode.PROMISE:
            return words.say(
                "Each member saves the promised amount each month, at least {kip}.", kip=least
            )
        case _ if saving.maximum == saving.minimum:
            return words.say("Each member saves {kip} each month.", kip=least)
        case _ if saving.maximum is not None:
            return words.say(
                "Each member saves {least} to {most} each month.",
                least=least,
                most=words.money(saving.maximum),
            )
        case _:
            return words.say("Each member saves {kip} or more each month.", kip=least)


def _missed(saving: SavingRules, words: Words) -> str:
    match saving.missed:
        case MissedMonth.ALLOWED:
            return words.say("A month may be missed.")
        case MissedMonth.FINED:
            return words.say(
                "A missed month costs a fine of {kip}.", kip=words.money(saving.missed_fine)
            )
        case MissedMonth.CARRIED:
            return words.say("A missed month is paid together with the next one.")


def _withdrawal(saving: SavingRules | VoluntaryRules, words: Words) -> str:
    match saving.withdrawal:
        case WithdrawalRule.NEVER:
            return words.say("Savings cannot be taken out.")
        case WithdrawalRule.AT_EXIT:
            return words.say("Savings can be taken out when leaving the group.")
        case WithdrawalRule.ANY_TIME:
            return words.say("Savings can be taken out at any time.")
        case WithdrawalRule.NOTICE if saving.notice_unit is NoticeUnit.DAYS:
            return words.say(
                "Savings can be taken out {days} days after saying so.",
                days=words.number(saving.notice),
            )
        case WithdrawalRule.NOTICE:
            return words.say(
                "Savings can be taken out {months} months after saying so.",
                months=words.number(saving.notice),
            )


def _voluntary(rulebook: Rulebook, words: Words) -> Iterator[str]:
    rules = rulebook.voluntary
    if not rules.kept:
        return
    yield words.say("A member may bring voluntary savings as well.")
    yield _withdrawal(rules, words)
    if rules.balance_kept and rules.withdrawal in _FREE:
        yield words.say(
            "After a withdrawal, voluntary savings of at least {kip} must remain.",
            kip=words.money(rules.balance_kept),
        )
    if rules.interest:
        yield words.say("Savings earn {rate} a month.", rate=words.percent(rules.interest))
    if rules.dividend:
        yield words.say("They earn dividend as well.")


def _welfare(rulebook: Rulebook, words: Words) -> Iterator[str]:
    welfare = rulebook.welfare
    if welfare.contribution:
        kip = words.money(welfare.contribution)
        yield words.say(_CONTRIBUTION[welfare.per], kip=kip)
    if welfare.entry_fee:
        yield words.say("Welfare entry fee: {kip}.", kip=words.money(welfare.entry_fee))
    if not (welfare.contribution or welfare.benefits):
        return
    if welfare.waiting_days:
        yield words.say(
            "Help from the welfare fund begins after {days} days in the fund.",
            days=words.number(welfare.waiting_days),
        )

    for benefit in welfare.benefits:
        yield benefit_sentence(words, benefit)


def _profit(rulebook: Rulebook, words: Words) -> Iterator[str]:
    for line in rulebook.profit.lines:
        name = key_word(words, line.key, line.name)
        yield words.say("{name}: {facts}.", name=name, facts=share_text(line, words))
    if rulebook.profit.lines:
        yield word(words, "dividend_from", rulebook.profit.basis)


def share_text(line: AllocationLine, words: Words) -> str:
    """How big one line of the allocation is by rule: "70% of the profit"."""
    rate = words.percent(line.amount)
    match line.kind:
        case LineKind.PERCENT if line.base.value == "remaining":
            return words.say("{rate} of what is left", rate=rate)
        case LineKind.PERCENT:
            return words.say("{rate} of the profit", rate=rate)
        case LineKind.FIXED:
            return words.money(line.amount)
        case LineKind.DIVIDEND_RATE:
            return words.say("{rate} a year on savings", rate=rate)
        case LineKind.REFUND_RATE:
            return words.say("{rate} of the interest paid", rate=rate)
        case LineKind.REST:
            return words.say("the rest")


def _people(rulebook: Rulebook, words: Words) -> Iterator[str]:
    people = rulebook.people
    if people.approval:
        yield words.say("A meeting decides on each new member.")
    if people.notice_months:
        yield words.say(
            "Who leaves says so {months} months before.", months=words.number(people.notice_months)
        )
    if people.exit_dividend is ExitDividend.NONE:
        yield words.say("Who leaves gets no dividend of that year.")
    elif people.exit_dividend is ExitDividend.PRO_RATA:
        yield words.say("Who leaves gets a part of the year's dividend at once.")
    if not people.offset:
        yield words.say("Loans are paid before one leaves.")
    if people.term_years:
        yield words.say(
            "Officers are elected for {years} years.", years=words.number(people.term_years)
        )
