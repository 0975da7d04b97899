"""Where in the forms a refusal of the rules belongs, and how it is said there."""

from ledger.rules.allocation_check import AllocationNotWhole, LineMisfit, LineNeedsRest
from ledger.rules.refusals import DayOutsideBooks, NameMissing, Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.rulebook_check import ProductUnknown, RuleOutOfRange
from translations import Words
from ui.messages import sentence
from ui.screens.rules.edits import LINES, PURPOSES
from ui.screens.rules.rule import Kind, Rule
from ui.screens.rules.total import total_sentence
from ui.screens.rules.typed import TimesEdit


def place_of(refusal: Refusal, rulebook: Rulebook) -> str:
    """The place within the rules of what was refused; "" where it has none."""
    place = getattr(refusal, "place", "")
    if isinstance(refusal, NameMissing):
        place = f"{refusal.what}.name"
    elif isinstance(refusal, DayOutsideBooks):
        place = "valid_from"
    elif isinstance(refusal, AllocationNotWhole):
        place = LINES
    elif isinstance(refusal, LineMisfit | LineNeedsRest):
        names = [line.name for line in rulebook.profit.lines]
        place = f"{LINES}[{names.index(refusal.line)}].kind"
    elif isinstance(refusal, ProductUnknown):
        products = [purpose.product for purpose in rulebook.loans.purposes]
        place = f"{PURPOSES}[{products.index(refusal.product)}].product"
    return str(place)


def problem_sentence(words: Words, refusal: Refusal, rule: Rule | None) -> str:
    """What is wrong, with figures in the unit of the field where it is said."""
    if isinstance(refusal, AllocationNotWhole):
        return total_sentence(words, refusal)
    if isinstance(refusal, RuleOutOfRange) and rule is not None and rule.kind is not Kind.AMOUNTS:
        return words.say(
            "Possible is from {least} to {most}.",
            least=_figure(words, rule.kind, refusal.least),
            most=_figure(words, rule.kind, refusal.most),
        )
    return sentence(words, refusal)


def _figure(words: Words, kind: Kind, value: int) -> str:
    if kind is Kind.KIP:
        return words.money(value)
    if kind is Kind.PERCENT:
        return words.percent(value)
    return TimesEdit(words).write(value) if kind is Kind.TIMES else words.number(value)
