"""What new rules would change, before they are adopted: whose dividend, and which open loans.

A running loan keeps the terms under which it was given; only the order in which a repayment is
divided follows the rules of the day.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ledger.rules.closing import preview_close
from ledger.rules.closing_values import YearFacts
from ledger.rules.kip import Kip
from ledger.rules.loan_values import Loan
from ledger.rules.people import Member
from ledger.rules.refusals import Refusal


@dataclass(frozen=True, slots=True)
class ShareChange:
    """What one member would get of the year's profit by the old rules and by the new, in kip."""

    member: Member
    old: Kip
    new: Kip

    @property
    def difference(self) -> Kip:
        """What the new rules give her more, or less, in kip."""
        return self.new - self.old


@dataclass(frozen=True, slots=True)
class LoanKept:
    """An open loan whose terms are no longer the group's; it keeps them until it is repaid.

    `gone` says that the group would give no loan of this kind any more.
    """

    loan: Loan
    gone: bool


@dataclass(frozen=True, slots=True)
class RuleChange:
    """The year as it stands, under both rules.

    `shares` are the members whose part would change; the totals are of all members (kip). `decides`
    says that the new rules hold on the year's last day, so that they share it out. `loans` keep
    terms that new ones would not get, of `loans_open`; `order` says that repayments would be
    divided in another order from then on. A refusal is why a year cannot be shared out so.
    """

    year: int
    decides: bool
    shares: tuple[ShareChange, ...]
    old_total: Kip
    new_total: Kip
    loans_open: int
    loans: tuple[LoanKept, ...]
    gone: tuple[str, ...]
    added: tuple[str, ...]
    order: bool
    old_refused: Refusal | None = None
    new_refused: Refusal | None = None


def compare_rules(old: YearFacts, new: YearFacts, loans: Iterable[Loan]) -> RuleChange:
    """Compare a year under its rules and under new ones; `loans` are those that are open.

    Both facts are of the same year; the new ones carry the new rules.
    """
    before, old_refused = _shares(old)
    after, new_refused = _shares(new)
    members = {one.member.id: one.member for one in (*old.members, *new.members)}
    shares = [
        ShareChange(member, before.get(number, 0), after.get(number, 0))
        for number, member in members.items()
    ]
    was, will = old.rulebook.loans, new.rulebook.loans
    terms = {product.key: product for product in will.products}
    running = list(loans)
    kept = tuple(
        LoanKept(loan, gone=loan.request.product.key not in terms)
        for loan in running
        if terms.get(loan.request.product.key) != loan.request.product
    )
    known = {product.key for product in was.products}
    return RuleChange(
        year=old.year.number,
        decides=new.rulebook.valid_from <= old.year.last,
        shares=tuple(share for share in shares if share.difference),
        old_total=sum(before.values()),
        new_total=sum(after.values()),
        loans_open=len(running),
        loans=kept,
        gone=tuple(p.name for p in was.products if p.key not in terms),
        added=tuple(p.name for p in will.products if p.key not in known),
        order=was.order != will.order,
        old_refused=old_refused,
        new_refused=new_refused,
    )


def _shares(facts: YearFacts) -> tuple[dict[int, Kip], Refusal | None]:
    """What each member would get, in kip; nothing, and why, where it cannot be shared out so."""
    try:
        plan = preview_close(facts, facts.rulebook.profit)
    except Refusal as refusal:
        return {}, refusal
    return {share.member: share.dividend + share.refund for share in plan.shares}, None
