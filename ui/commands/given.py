"""What was typed behind an act, `name=value` by `name=value`, read as strictly as in the window."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ledger.book.book import Book
from ledger.rules.accounts import Account
from ledger.rules.days import Month
from ledger.rules.kip import BasisPoints, Kip
from ledger.rules.loan_values import Loan
from ledger.rules.people import Actor, MemberId
from translations import MoneyFormat, Words
from translations.reading import Unreadable, read_day, read_kip, read_percent
from ui.commands.finding import account_named, loan_named
from ui.commands.refusals import FactMissing, OptionUnreadable

_YES = {"yes": True, "no": False}


@dataclass(frozen=True)
class Given:
    """The facts of one act; `second` is who agrees to it, where two people are needed.

    A reader raises FactMissing where a fact that is needed was not typed, and OptionUnreadable
    with the fact's name where it cannot be understood.
    """

    book: Book
    actor: Actor
    second: Actor | None
    today: date
    money: MoneyFormat
    spoken: Words
    facts: Mapping[str, str] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether the fact was typed at all."""
        return bool(self.facts.get(name, "").strip())

    def text(self, name: str, default: str | None = None) -> str:
        """The fact as it was typed."""
        if self.has(name):
            return self.facts[name].strip()
        if default is None:
            raise FactMissing(fact=name)
        return default

    def kip(self, name: str, default: Kip | None = None) -> Kip:
        """An amount in the smallest unit, zero or more."""
        if default is not None and not self.has(name):
            return default
        try:
            amount = read_kip(self.text(name), self.money)
        except Unreadable:
            raise self.unclear(name) from None
        if amount < 0:
            raise self.unclear(name)
        return amount

    def percent(self, name: str) -> BasisPoints:
        """A percentage, in basis points."""
        try:
            return read_percent(self.text(name))
        except Unreadable:
            raise self.unclear(name) from None

    def day(self, name: str = "day", default: date | None = None) -> date:
        """A day; today where neither a fact nor a default is given for "day"."""
        if not self.has(name) and (default is not None or name == "day"):
            return default or self.today
        try:
            return read_day(self.text(name))
        except Unreadable:
            raise self.unclear(name) from None

    def month(self, name: str = "month") -> Month:
        """A month written 2026-04."""
        try:
            year, _, number = self.text(name).partition("-")
            return Month(date(int(year), int(number), 1).year, int(number))
        except ValueError:
            raise self.unclear(name) from None

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number, zero or more, of at most nine figures."""
        if default is not None and not self.has(name):
            return default
        text = self.text(name)
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            raise self.unclear(name)
        return int(text)

    def yes(self, name: str, *, default: bool) -> bool:
        """Yes or no."""
        if not self.has(name):
            return default
        try:
            return _YES[self.text(name).lower()]
        except KeyError:
            raise self.unclear(name) from None

    def words(self, name: str) -> tuple[str, ...]:
        """Several texts parted by semicolons; none where the fact was not typed."""
        return tuple(part.strip() for part in self.text(name, "").split(";") if part.strip())

    def member(self, name: str = "member") -> MemberId:
        """The member whose number was typed."""
        return self._member(name, self.text(name))

    def members(self, name: str) -> tuple[MemberId, ...]:
        """Several members by their numbers, parted by blanks; none where nothing was typed."""
        return tuple(self._member(name, number) for number in self.text(name, "").split())

    def loan(self, name: str = "loan") -> Loan:
        """The unfinished loan of that number; without it, the only one of the fact "member"."""
        member = self.member() if self.has("member") else None
        found = loan_named(self.book, self.text(name, "" if member else None), member)
        if found is None:
            raise self.unclear(name if self.has(name) else "member")
        return found

    def account(self, name: str = "account") -> Account:
        """One of the group's accounts by key, name or number."""
        found = account_named(self.book.rulebook(self.today), self.text(name))
        if found is None:
            raise self.unclear(name)
        return found

    def unclear(self, name: str) -> OptionUnreadable:
        """The refusal of a fact that cannot be understood."""
        return OptionUnreadable(option=name, found=self.facts.get(name, ""))

    def _member(self, name: str, number: str) -> MemberId:
        for member in self.book.members():
            if member.number == number:
                return member.id
        raise OptionUnreadable(option=name, found=number)
