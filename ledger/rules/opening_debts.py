"""What the group owes already when its books begin, or has lent to another village's group."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ledger.rules.accounts import Named
from ledger.rules.borrowing import Borrowing, check_terms, debt_account
from ledger.rules.funds import NameTaken, next_account
from ledger.rules.kip import Kip
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import LoanProduct, Rulebook


@dataclass
class InterestPaidAhead(Refusal):
    """Interest is said to be paid until a day after the one of the opening balances."""

    lender: str
    day: date
    last: date


class Owing(StrEnum):
    """Which way a debt goes when the books begin: the group owes it, or has lent it."""

    OWED = "owed"
    LENT = "lent"


@dataclass(frozen=True, slots=True)
class OpeningDebt:
    """A borrowing that was already running: `kip` of its principal are still owed.

    `since` is the day until which its interest is paid: the months of `terms` go on from there,
    so that a debt of which nothing was paid yet keeps the last day that was agreed with the
    lender. `decision` is the number under which the group, or the lender, has it. `owing`
    says which of the two owes it.
    """

    lender: str
    kip: Kip
    terms: LoanProduct
    since: date
    decision: str
    owing: Owing = Owing.OWED

    @property
    def lent(self) -> bool:
        """Whether another village's group owes it to this one."""
        return self.owing is Owing.LENT


def borrowings_of(debts: Sequence[OpeningDebt], rulebook: Rulebook) -> tuple[Borrowing, ...]:
    """The debts as borrowings, each with an account that the rules do not use yet, in order."""
    taken = {named.account for named in rulebook.accounts}
    found = []
    for debt in debts:
        account = next_account(Named.GROUP if debt.lent else Named.LENDER, taken)
        taken.add(account)
        found.append(
            Borrowing(
                account=account,
                lender=debt.lender.strip(),
                day=debt.since,
                kip=debt.kip,
                terms=debt.terms,
                decision=debt.decision.strip(),
            )
        )
    return tuple(found)


def check_debts(debts: Sequence[OpeningDebt], rulebook: Rulebook, *, last: date) -> None:
    """Refuse a debt that nobody lends so, or whose interest is paid beyond the day `last`.

    Raises what `check_terms` raises, NameTaken for two that are told apart by nothing, and
    InterestPaidAhead.
    """
    names = {named.name.strip() for named in rulebook.accounts}
    for borrowing in borrowings_of(debts, rulebook):
        check_terms(borrowing)
        if borrowing.day > last:
            raise InterestPaidAhead(lender=borrowing.lender, day=borrowing.day, last=last)
        name = debt_account(borrowing).name
        if name in names:
            raise NameTaken(name=name)
        names.add(name)


def with_debts(rulebook: Rulebook, borrowings: Sequence[Borrowing]) -> Rulebook:
    """The rules with an account for each debt in them."""
    accounts = (*rulebook.accounts, *map(debt_account, borrowings))
    return replace(rulebook, accounts=accounts)
