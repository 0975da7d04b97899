"""One row of the welfare fund's table in one sentence, as it stands on papers."""

from ledger.rules.welfare_rules import Benefit, LadderBy
from reports.loans_in_short import BETWEEN
from translations import N_, Words
from translations.naming import key_word, word

_EACH = N_("{name}: {kip} for each {unit}")
_STEPS = N_("{name}: {least} to {most} for each {unit}, in steps by years")


def benefit_sentence(words: Words, benefit: Benefit) -> str:
    """What is paid for an event, and up to where."""
    facts = {
        "name": key_word(words, benefit.key, benefit.name),
        "unit": word(words, "benefit_unit", benefit.unit.value),
    }
    steps = () if benefit.ladder is LadderBy.NOTHING else benefit.steps
    amounts = {step.kip for step in steps} or {benefit.kip}
    least, most = words.kip(min(amounts)), words.money(max(amounts))
    if len(amounts) > 1:
        parts = [words.say(_STEPS, least=least, most=most, **facts)]
    else:
        parts = [words.say(_EACH, kip=most, **facts)]
        first = min((step.years for step in steps), default=0)
        if first:
            parts.append(words.say("after {years} years", years=words.number(first)))
    if benefit.units_most:
        parts.append(words.say("at most {count} of them", count=words.number(benefit.units_most)))
    if benefit.event_most:
        parts.append(words.say("at most {kip} each time", kip=words.money(benefit.event_most)))
    if benefit.year_most:
        parts.append(words.say("at most {kip} a year", kip=words.money(benefit.year_most)))
    if benefit.age_least:
        parts.append(words.say("from {years} years of age", years=words.number(benefit.age_least)))
    return words.say("{facts}.", facts=BETWEEN.join(parts))
