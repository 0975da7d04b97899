"""Where in the forms a refusal of the rules belongs, and how it is said there."""

from ledger.rules.allocation_check import AllocationNotWhole, LineMisfit, LineNeedsRest
from ledger.rules.refusals import DayOutsideBooks, NameMissing, Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.rulebook_check import ProductUnknown
from translations import Words
from ui.messages import sentence
from ui.messages.telling import Names
from ui.screens.rules.edits import LINES, PURPOSES
from ui.screens.rules.total import total_sentence


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


def problem_sentence(words: Words, refusal: Refusal, rulebook: Rulebook) -> str:
    """What is wrong; the parts of the profit in the same words as the sum below them."""
    if isinstance(refusal, AllocationNotWhole):
        return total_sentence(words, refusal)
    return sentence(words, refusal, Names(rulebook=rulebook))
