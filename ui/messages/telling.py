"""How a sentence is made of the facts of a refusal: which are money, names, days or choices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from ledger.rules.accounts import Account, Named
from ledger.rules.days import Month
from ledger.rules.lines import Fee
from ledger.rules.loan_values import LoanStage
from ledger.rules.paper_texts import Slot
from ledger.rules.people import Member, MemberId, Role, Status
from ledger.rules.permits import Act
from ledger.rules.rulebook import Destination, LineKind, Purse, Rulebook
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.transfers import Kind
from translations import Words
from translations.naming import account_word, key_word, word

_TOPICS: dict[type[StrEnum], str] = {
    Role: "role",
    Act: "act",
    Status: "status",
    Kind: "kind",
    Fee: "fee",
    Purse: "purse",
    LoanStage: "loan_stage",
    Named: "named",
    LineKind: "line_kind",
    Destination: "destination",
    SavingsProduct: "savings_product",
    Slot: "slot",
}
"""The choices that can be facts, with the topic under which each is put into words."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the group calls its accounts and members, for facts that are only their numbers."""

    rulebook: Rulebook | None = None
    members: Mapping[MemberId, Member] | None = None

    def account(self, words: Words, account: Account) -> str:
        """An account by the group's own name for it."""
        named = self.rulebook.naming(account) if self.rulebook else None
        return account_word(words, account, named.name if named else "", named.key if named else "")

    def line(self, words: Words, name: str) -> str:
        """A line of the sharing-out by its usual word, where it is one of the usual ones."""
        lines = self.rulebook.profit.lines if self.rulebook else ()
        return next((key_word(words, line.key, name) for line in lines if line.name == name), name)

    def member(self, member: MemberId | None) -> str:
        """A member by number and name; the bare number where she is not known."""
        found = (self.members or {}).get(member) if member is not None else None
        return self.with_home(found.told) if found else str(member or "")

    def with_home(self, told: str) -> str:
        """Number and name with the household, where somebody else has the same name."""
        members = (self.members or {}).values()
        her = next((member for member in members if member.told == told), None)
        if her is None or not her.household:
            return told
        namesakes = any(m.name == her.name and m.id != her.id for m in members)
        return f"{told} ({her.household})" if namesakes else told


@dataclass(frozen=True, slots=True)
class Told:
    """One kind of "no": its sentence, and what its facts are.

    `text` is the English sentence, or chooses one by the facts. `kip`, `points`, `accounts`,
    `members` and `lines` are the names of the facts that are amounts, basis points, accounts,
    members and lines of the sharing-out; days, months and choices are known by themselves. `more`
    adds facts that are not in the refusal.
    """

    text: str | Callable[[Any], str]
    kip: str = ""
    points: str = ""
    accounts: str = ""
    members: str = ""
    lines: str = ""
    more: Callable[[Words, Any], Mapping[str, str]] | None = None


Table: TypeAlias = Mapping[type[Exception], Told]


def tell(words: Words, told: Told, trouble: Exception, names: Names) -> str:
    """The sentence with its facts in their places."""
    facts = {name: _fact(words, told, names, name, value) for name, value in vars(trouble).items()}
    if told.more is not None:
        facts |= told.more(words, trouble)
    text = told.text if isinstance(told.text, str) else told.text(trouble)
    return words.say(text, **facts)


def _fact(words: Words, told: Told, names: Names, name: str, value: Any) -> str:
    """One fact in words, by what the sentence says that it is, else by what it is."""
    readers: tuple[tuple[str, Callable[[Any], str]], ...] = (
        (told.kip, words.money),
        (told.points, lambda points: words.percent(abs(points))),
        (told.accounts, lambda account: names.account(words, account)),
        (told.members, names.member),
        (told.lines, lambda line: names.line(words, line)),
    )
    for listed, read in readers:
        if name in listed.split():
            return read(value)
    if isinstance(value, str) and name == "member":
        return names.with_home(value)
    return plain(words, value)


def plain(words: Words, value: object) -> str:
    """A fact in words by what it is: a day, a month, a choice, a count, a text, several of them."""
    match value:
        case StrEnum():
            topic = _TOPICS.get(type(value))
            shown = word(words, topic, value.value) if topic else value.value
        case date():
            shown = words.day(value)
        case Month():
            shown = words.month(value)
        case int():
            shown = words.number(value)
        case tuple():
            shown = ", ".join(plain(words, item) for item in value)
        case _:
            shown = str(value)
    return shown
