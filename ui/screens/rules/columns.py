"""How the lists of the rules are written in columns."""

from collections.abc import Callable
from typing import Any

from ledger.rules.accounts import named_kind
from ledger.rules.rulebook import AllocationLine, LineKind, LoanProduct, Purpose, Rulebook
from ledger.rules.welfare_rules import Benefit, LadderBy
from translations import Words
from translations.naming import word
from ui.models.rows import Column
from ui.screens.rules.edits import ACCOUNTS, BENEFITS, LINES, PRODUCTS, PURPOSES
from ui.screens.rules.naming import account_name, product_name, thing_name


def columns_of(listing: str, words: Words, rulebook: Rulebook) -> list[Column[Any]]:
    """The columns of one of the lists."""
    return _COLUMNS[listing](words, rulebook)


def _name(words: Words) -> Column[Any]:
    return Column(words.say("Name"), lambda thing: thing_name(words, thing))


def _lines(words: Words, rulebook: Rulebook) -> list[Column[AllocationLine]]:
    return [
        _name(words),
        Column(words.say("Size"), lambda line: line_size(words, line), figures=True),
        Column(words.say("Goes to"), lambda line: _where(words, rulebook, line)),
    ]


def line_size(words: Words, line: AllocationLine) -> str:
    """How large a part of the profit is, in one word or figure."""
    if line.kind is LineKind.REST:
        return word(words, "line_kind", line.kind.value)
    if line.kind is LineKind.FIXED:
        return words.money(line.amount)
    return words.percent(line.amount)


def _where(words: Words, rulebook: Rulebook, line: AllocationLine) -> str:
    place = account_name(words, rulebook, line.account)
    return place or word(words, "destination", line.to.value)


def _accounts(words: Words, _: Rulebook) -> list[Column[Any]]:
    return [_name(words), Column(words.say("Kind"), lambda a: _kind(words, a.account))]


def _kind(words: Words, account: Any) -> str:
    kind = named_kind(account)
    return word(words, "named", kind.value) if kind else ""


def _products(words: Words, _: Rulebook) -> list[Column[LoanProduct]]:
    return [
        _name(words),
        Column(words.say("Interest"), lambda product: words.percent(product.rate), figures=True),
    ]


def _purposes(words: Words, rulebook: Rulebook) -> list[Column[Purpose]]:
    return [
        _name(words),
        Column(
            words.say("Usual kind of loan"),
            lambda purpose: product_name(words, rulebook, purpose.product),
        ),
    ]


def _benefits(words: Words, _: Rulebook) -> list[Column[Benefit]]:
    return [
        _name(words),
        Column(words.say("Amount"), lambda benefit: benefit_size(words, benefit), figures=True),
        Column(words.say("For each"), lambda b: word(words, "benefit_unit", b.unit.value)),
    ]


def benefit_size(words: Words, benefit: Benefit) -> str:
    """What one unit of a benefit is: an amount, or from the lowest to the highest step."""
    if benefit.ladder is LadderBy.NOTHING:
        return words.money(benefit.kip)
    amounts = [step.kip for step in benefit.steps] or [0]
    return f"{words.kip(min(amounts))} – {words.money(max(amounts))}"


_COLUMNS: dict[str, Callable[[Words, Rulebook], list[Column[Any]]]] = {
    LINES: _lines,
    ACCOUNTS: _accounts,
    PRODUCTS: _products,
    PURPOSES: _purposes,
    BENEFITS: _benefits,
}
