"""Savings for any month, notices of withdrawal, and interest on savings credited or taken back."""

from datetime import date

from ledger.actions.counter import reverse_entry
from ledger.actions.money_now import money_day, move_now
from ledger.actions.two_persons import check_two, permit
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.writing import writing
from ledger.rules.contributions import check_amount
from ledger.rules.days import Month, month_of
from ledger.rules.kip import Kip
from ledger.rules.lines import Deposit
from ledger.rules.people import Actor, MemberId
from ledger.rules.permits import Act
from ledger.rules.posting import check_day
from ledger.rules.posting_members import member_in
from ledger.rules.refusals import NameMissing
from ledger.rules.saving_notices import (
    Notice,
    NoticeId,
    check_notice,
    check_take_back,
    notice_ready,
    noticed,
)
from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import (
    InterestNotDue,
    InterestOutdated,
    InterestPlan,
    InterestPosted,
    plan_interest,
)


def save_for(
    book: Book, actor: Actor, *, member: MemberId, kip: Kip, month: Month, today: date
) -> Change:
    """Take savings of a member for one month: missed, this one, or to come as the rules allow.

    Raises DepositMonthOutOfRange, and what any deposit that the rules do not allow raises.
    """
    this = month_of(money_day(book, today))
    line = Deposit(member, kip, None if month == this else month)
    return move_now(book, actor, line=line, today=today)


def give_notice(
    book: Book,
    actor: Actor,
    *,
    member: MemberId,
    product: SavingsProduct,
    kip: Kip,
    day: date,
    today: date,
) -> Change:
    """Write down that a member will take out `kip` of one kind of savings, said on `day`.

    Raises NoticeNotAsked, NoticeAboveSavings, and what a wrong amount, day or member raises.
    """
    permit(book, actor, Act.GIVE_NOTICE)
    check_amount(kip)
    facts = book.day_facts(day, today)
    check_day(facts)
    hers = facts.notices.get(member_in(facts, member).id, ())
    saved = facts.savings if product is SavingsProduct.COMPULSORY else facts.voluntary
    check_notice(
        facts.rulebook,
        product,
        kip,
        savings=saved.get(member, 0),
        noticed=noticed(hers, product),
    )
    ready = notice_ready(facts.rulebook, product, day)
    notice = Notice(NoticeId(0), member, product, kip, day, ready)
    with writing(book, actor, Act.GIVE_NOTICE, member=member, kip=kip, ready=ready) as pen:
        pen.give_notice(notice)
    return pen.change


def take_back_notice(
    book: Book, actor: Actor, *, notice: Notice, reason: str, today: date
) -> Change:
    """Write down that a member does not take out what is left of a notice, and why.

    Raises NoticeUsedUp where nothing is left of it, or NameMissing without a reason.
    """
    permit(book, actor, Act.TAKE_BACK_NOTICE)
    reason = " ".join(reason.split())
    if not reason:
        raise NameMissing(what="reason")
    standing = next(n for n in book.notices()[notice.member] if n.id == notice.id)
    check_take_back(standing)
    with writing(
        book, actor, Act.TAKE_BACK_NOTICE, member=notice.member, kip=standing.left, reason=reason
    ) as pen:
        pen.take_back_notice(standing, day=today, reason=reason)
    return pen.change


def credit_interest(
    book: Book,
    actor: Actor,
    *,
    plan: InterestPlan,
    today: date,
    second: Actor | None = None,
    reason: str = "",
) -> Change:
    """Credit the interest that was shown, if it is still so, in one entry on its last day.

    Where that day lies in a month on hold it takes a `second` person and the `reason`.
    Raises InterestNotDue where its months are not due, or were credited; InterestOutdated where
    something was written since it was shown; UnsignedMeetings while one of them is in pencil.
    """
    permit(book, actor, Act.CREDIT_INTEREST, second)
    if second is not None:
        check_two(book, actor, second, Act.CREDIT_INTEREST, today=today)
    first, last = plan.span.first, plan.span.last
    if plan.span not in book.interest_due(today):
        raise InterestNotDue(first=first, last=last)
    if plan_interest(book.interest_facts(plan.span)) != plan:
        raise InterestOutdated(first=first, last=last)
    entry = plan.entry
    facts = {"first": first, "last": last, "kip": plan.kip}
    if second is not None:
        facts["reason"] = reason.strip()
    with writing(book, actor, Act.CREDIT_INTEREST, second=second, **facts) as pen:
        numbers = pen.post(() if entry is None else (entry,))
        pen.credit_interest(plan, entry=numbers[0] if numbers else None)
    return pen.change


def take_back_interest(
    book: Book, actor: Actor, *, posted: InterestPosted, reason: str, today: date
) -> Change:
    """Take interest that was credited back as a whole, by a counter-entry with the reason.

    Raises LaterInterestStands while interest of later months was reckoned on it, and what taking
    back any entry raises.
    """
    if posted.entry is None:
        raise InterestNotDue(first=posted.span.first, last=posted.span.last)
    return reverse_entry(book, actor, number=posted.entry, reason=reason, today=today)
