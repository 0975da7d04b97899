"""The group adopts new rules from a day on; the older ones go on holding for the days before."""

from dataclasses import dataclass
from datetime import date

from ledger.actions.two_persons import permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.rules.refusals import NameMissing, Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.rulebook_check import check_rulebook


@dataclass
class RulesTooEarly(Refusal):
    """New rules may only begin after the day of the newest ones and after the last closed year."""

    valid_from: date
    earliest: date


@dataclass
class AccountStillNeeded(Refusal):
    """The new rules leave out one of the group's own accounts that has been used."""

    name: str


def adopt_rulebook(book: Book, actor: Actor, *, rulebook: Rulebook) -> Change:
    """Write a whole new set of rules with its first day and the number of the resolution.

    It takes the actor and the officer beside her. Raises SecondPersonMissing, and what
    `check_adoption` raises.
    """
    permit(book, actor, Act.ADOPT_RULES)
    check_adoption(book, rulebook)
    day, resolution = rulebook.valid_from, rulebook.resolution
    with writing(book, actor, Act.ADOPT_RULES, day=day, resolution=resolution) as pen:
        pen.adopt(rulebook)
    return pen.change


def check_adoption(book: Book, rulebook: Rulebook) -> Rulebook:
    """The rules, where the group may adopt them.

    Raises NameMissing, RulesTooEarly, AccountStillNeeded, and what `check_rulebook` raises.
    """
    check_rulebook(rulebook)
    if not rulebook.resolution.strip():
        raise NameMissing(what="resolution")
    newest = max(r.valid_from for r in book.rulebooks)
    earliest = max([newest, *(c.year.last for c in book.closed_years())])
    if rulebook.valid_from <= earliest:
        raise RulesTooEarly(valid_from=rulebook.valid_from, earliest=earliest)
    _keep_accounts(book, rulebook)
    return rulebook


def _keep_accounts(book: Book, rulebook: Rulebook) -> None:
    used = book.balances()
    for known in book.rulebooks[-1].accounts:
        if known.account in used and rulebook.named(known.account) is None:
            raise AccountStillNeeded(name=known.name)
