"""What a member may take out of her savings, by the rules of each kind of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ledger.rules.contributions import GONE, check_amount, open_loans
from ledger.rules.day_facts import DayFacts
from ledger.rules.kip import Kip
from ledger.rules.lines import Line, Withdrawal
from ledger.rules.lines_saving import VoluntaryWithdrawal
from ledger.rules.loans import owed_on
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.saving_notices import Notice, check_noticed, terms_of
from ledger.rules.saving_rules import SavingsProduct, WithdrawalRule


@dataclass
class SavingsShort(Refusal):
    """She has not saved so much (kip)."""

    savings: Kip
    given: Kip


@dataclass
class WithdrawalNever(Refusal):
    """The group's rules let nobody take savings out."""


@dataclass
class WithdrawalOnlyAtExit(Refusal):
    """Savings are taken out when a member leaves the group, and she has not left."""

    member: str


@dataclass
class WithdrawalBelowKept(Refusal):
    """So much (kip) has to stay in a member's savings."""

    kept: Kip
    savings: Kip
    given: Kip


@dataclass
class WithdrawalWhileOwing(Refusal):
    """She has left and still owes `owed` kip: that much stays until the loan is paid."""

    owed: Kip
    savings: Kip
    given: Kip


@dataclass(frozen=True, slots=True)
class ExitSavings:
    """What a member who leaves takes with her: both kinds of savings in kip, and what she owes.

    `lines` take everything out, the voluntary savings first.
    """

    compulsory: Kip
    voluntary: Kip
    owed: Kip
    lines: tuple[Line, ...]

    @property
    def together(self) -> Kip:
        """Both kinds of savings, in kip."""
        return self.compulsory + self.voluntary


def exit_savings(facts: DayFacts, member: MemberId) -> ExitSavings:
    """What one who leaves has saved and owes, and the lines that take all her savings out."""
    compulsory = facts.savings.get(member, 0)
    voluntary = facts.voluntary.get(member, 0)
    lines: list[Line] = []
    if voluntary:
        lines.append(VoluntaryWithdrawal(member, voluntary))
    if compulsory:
        lines.append(Withdrawal(member, compulsory))
    return ExitSavings(
        compulsory=compulsory,
        voluntary=voluntary,
        owed=owed_by(facts, member),
        lines=tuple(lines),
    )


def owed_by(facts: DayFacts, member: MemberId) -> Kip:
    """What a member owes on all her loans on the day, in kip."""
    hers = open_loans(facts.loans.values()).get(member, ())
    return sum(owed_on(loan, day=facts.day).kip for loan in hers)


def check_withdrawal(
    rulebook: Rulebook,
    member: Member,
    kip: Kip,
    *,
    savings: Kip,
    owed: Kip = 0,
    product: SavingsProduct = SavingsProduct.COMPULSORY,
    beside: Kip = 0,
    notices: Sequence[Notice] = (),
    day: date | None = None,
) -> None:
    """Refuse a withdrawal of `kip` that the rules do not allow out of `savings` kip.

    One who leaves takes everything but what she `owed` the group on loans, in kip; what she has
    `beside` in the other kind of savings stands for it too. `notices` are hers, and `day` that of
    the withdrawal. Raises AmountOutOfRange, SavingsShort, WithdrawalNever, WithdrawalOnlyAtExit,
    WithdrawalBelowKept, WithdrawalWhileOwing or NoticeMissing.
    """
    check_amount(kip)
    terms = terms_of(rulebook, product)
    gone = member.status in GONE
    if terms.withdrawal is WithdrawalRule.NEVER:
        raise WithdrawalNever
    if terms.withdrawal is WithdrawalRule.AT_EXIT and not gone:
        raise WithdrawalOnlyAtExit(member=member.told)
    if kip > savings:
        raise SavingsShort(savings=savings, given=kip)
    if gone:
        if savings + beside - kip < owed:
            raise WithdrawalWhileOwing(owed=owed, savings=savings + beside, given=kip)
        return
    if savings - kip < terms.balance_kept:
        raise WithdrawalBelowKept(kept=terms.balance_kept, savings=savings, given=kip)
    if terms.withdrawal is WithdrawalRule.NOTICE and day is not None:
        check_noticed(notices, product, kip, day=day)
