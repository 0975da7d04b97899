"""A member says beforehand that she will take savings out; from its day on a notice can be used up.

A withdrawal uses up the oldest notice whose day has come. What was taken out before the first
notice was given uses up none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NewType

from ledger.rules.days import add_months
from ledger.rules.kip import Kip
from ledger.rules.people import Member, MemberId
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.saving_rules import (
    NoticeUnit,
    SavingRules,
    SavingsProduct,
    VoluntaryRules,
    WithdrawalRule,
)

NoticeId = NewType("NoticeId", int)


@dataclass
class NoticeNotAsked(Refusal):
    """The rules ask for no notice before these savings are taken out."""

    product: SavingsProduct


@dataclass
class NoticeAboveSavings(Refusal):
    """She has not saved so much (kip); `noticed` is what she has given notice of already."""

    savings: Kip
    noticed: Kip
    given: Kip


@dataclass
class NoticeMissing(Refusal):
    """Without notice, or before its day; `allowed` kip may go out, more `from_day` on."""

    allowed: Kip
    given: Kip
    from_day: date | None


@dataclass
class NoticeUsedUp(Refusal):
    """Nothing is left of a notice that is to be taken back."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a member said on `day`: so much (kip) of one kind of savings, from `ready` on.

    `used` is what she has taken out on it, `taken_back` what she does not want after all, in kip.
    """

    id: NoticeId
    member: MemberId
    product: SavingsProduct
    kip: Kip
    day: date
    ready: date
    used: Kip = 0
    taken_back: Kip = 0

    @property
    def left(self) -> Kip:
        """What may still be taken out on it, in kip."""
        return self.kip - self.used - self.taken_back


@dataclass(frozen=True, slots=True)
class TakenOut:
    """One withdrawal (kip) that was not taken back."""

    product: SavingsProduct
    day: date
    kip: Kip


def terms_of(rulebook: Rulebook, product: SavingsProduct) -> SavingRules | VoluntaryRules:
    """The rules of one kind of savings."""
    return rulebook.saving if product is SavingsProduct.COMPULSORY else rulebook.voluntary


def notice_ready(rulebook: Rulebook, product: SavingsProduct, day: date) -> date:
    """From which day on money may be taken out of which notice is given on `day`."""
    terms = terms_of(rulebook, product)
    if terms.notice_unit is NoticeUnit.DAYS:
        return day + timedelta(days=terms.notice)
    return add_months(day, terms.notice)


def check_notice(
    rulebook: Rulebook, product: SavingsProduct, kip: Kip, *, savings: Kip, noticed: Kip
) -> None:
    """Refuse a notice that the rules do not ask for, or of more than `savings` less `noticed`.

    Raises NoticeNotAsked or NoticeAboveSavings; amounts in kip.
    """
    if terms_of(rulebook, product).withdrawal is not WithdrawalRule.NOTICE:
        raise NoticeNotAsked(product=product)
    if kip > savings - noticed:
        raise NoticeAboveSavings(savings=savings, noticed=noticed, given=kip)


def check_take_back(notice: Notice) -> None:
    """Refuse to take back a notice that was used up, or taken back before: NoticeUsedUp."""
    if not notice.left:
        raise NoticeUsedUp


def noticed(notices: Iterable[Notice], product: SavingsProduct) -> Kip:
    """What she has given notice of and not taken out yet, in kip, whether its day has come or not.

    The notices are one member's.
    """
    return sum(notice.left for notice in notices if notice.product is product)


def allowed_on(notices: Iterable[Notice], product: SavingsProduct, day: date) -> Kip:
    """What she may take out on a day by her notices, in kip."""
    return sum(n.left for n in notices if n.product is product and n.ready <= day)


def check_noticed(
    notices: Sequence[Notice], product: SavingsProduct, kip: Kip, *, day: date
) -> None:
    """Refuse a withdrawal (kip) of which no notice was given in time: NoticeMissing."""
    allowed = allowed_on(notices, product, day)
    if kip > allowed:
        later = [n.ready for n in notices if n.product is product and n.left and n.ready > day]
        raise NoticeMissing(allowed=allowed, given=kip, from_day=min(later, default=None))


def used_up(notices: Iterable[Notice], withdrawals: Iterable[TakenOut]) -> tuple[Notice, ...]:
    """The notices of one member with what was taken out on each, the oldest ready one first."""
    left = sorted(notices, key=lambda n: (n.ready, n.id))
    for out in sorted(withdrawals, key=lambda w: w.day):
        rest = out.kip
        for place, notice in enumerate(left):
            if notice.product is out.product and notice.ready <= out.day and notice.left:
                part = min(rest, notice.left)
                left[place] = replace(notice, used=notice.used + part)
                rest -= part
    return tuple(sorted(left, key=lambda n: n.id))


def open_notices(notices: Iterable[Notice], member: Member) -> tuple[Notice, ...]:
    """The notices of a member on which something is still to be taken out."""
    return tuple(n for n in notices if n.member == member.id and n.left)
