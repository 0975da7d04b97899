"""Savings of two kinds, the welfare fund, idle money, banks and lenders in pictures."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ledger.actions.funds import agree_borrowing, compare_bank
from ledger.actions.record import record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.saving import give_notice
from ledger.actions.welfare import ask_claim, decide_claim, pay_claim, write_birth_day
from ledger.rules.accounts import Account
from ledger.rules.claims import ClaimDecision, ClaimRequest
from ledger.rules.days import month_of
from ledger.rules.kip import Kip
from ledger.rules.lines import Line
from ledger.rules.lines_funds import Borrowed
from ledger.rules.lines_saving import VoluntaryDeposit
from ledger.rules.loan_rules import LoanProduct, ScheduleKind
from ledger.rules.people import Actor, MemberId, Role
from ledger.rules.rulebook import InterestPeriod, Rulebook, VoluntaryRules, WithdrawalRule
from ledger.rules.saving_rules import SavingsProduct
from ledger.statements.meeting_progress import Step
from tests.actions.welfare_makers import BIRTH, NIGHTS, PENSION
from tests.meeting_shots import opening
from ui.screens.books.at import At, Leaf
from ui.screens.books.screen import BooksScreen
from ui.screens.meeting.count_page import CountPage
from ui.screens.meeting.pay_page import PayPage
from ui.screens.meeting.screen import MeetingScreen
from ui.screens.members.member import MemberScreen
from ui.screens.rules.section import SECTIONS
from ui.screens.screen import Screen
from ui.screens.settings.screen import SettingsScreen
from ui.screens.welfare.claim import ClaimScreen
from ui.screens.welfare.request import ClaimRequestScreen
from ui.screens.welfare.screen import WelfareScreen

Prepare = Callable[[Screen], object]
SAVER, MOTHER, OLD = MemberId(3), MemberId(5), MemberId(8)
BANK, LENDER = Account(1001), Account(2201)


def agreed(page: Screen) -> Rulebook:
    """The group agrees to two kinds of savings, a cap, benefits, and a moneylender's rate."""
    book, today = page.book, page.today()
    rules = book.rulebook(today)
    if rules.voluntary.kept:
        return rules
    voluntary = VoluntaryRules(
        kept=True, minimum=5_000, withdrawal=WithdrawalRule.NOTICE, interest=50
    )
    saving = replace(
        rules.saving,
        maximum=500_000,
        months_ahead=3,
        interest_period=InterestPeriod.MONTH,
    )
    welfare = replace(rules.welfare, benefits=(BIRTH, NIGHTS, PENSION), apart=True)
    first = month_of(today).plus(-1).first
    new = replace(
        rules,
        saving=saving,
        voluntary=voluntary,
        welfare=welfare,
        valid_from=first,
        resolution="99/2026",
    )
    others = (o for o in book.officers() if o.role is Role.PRESIDENT)
    head = next(Actor(o.id, o.name, o.role) for o in others)
    page.desk.do(lambda b, who: adopt_rulebook(b, replace(who, beside=head), rulebook=new))
    assert book.rulebook(today).voluntary.kept, page.desk.last_sentence
    _save(page, VoluntaryDeposit(SAVER, 3_540_000), VoluntaryDeposit(MOTHER, 120_000))
    page.desk.do(
        partial(
            give_notice,
            member=SAVER,
            product=SavingsProduct.VOLUNTARY,
            kip=500_000,
            day=today,
            today=today,
        )
    )
    page.desk.do(partial(write_birth_day, member=OLD, born=today.replace(year=today.year - 66)))
    _claims(page)
    return new


def _claims(page: Screen) -> None:
    """A birth that is paid, nights that are approved, and a birth that is to be decided."""
    book, today = page.book, page.today()
    names = tuple(officer.name for officer in book.officers()[:2])
    decision = ClaimDecision(today, "12/2026", True, names)
    asked = ((MOTHER, BIRTH), (SAVER, NIGHTS), (OLD, BIRTH))
    for place, (member, benefit) in enumerate(asked):
        units = 3 if benefit is NIGHTS else 1
        request = ClaimRequest(member, today, benefit, today, today, units, "ໃບຢັ້ງຢືນ")
        page.desk.do(partial(ask_claim, request=request))
        if place < 2 and book.claims():
            claim = book.claims()[-1].id
            page.desk.do(partial(decide_claim, claim=claim, decision=decision))
            if place == 0:
                page.desk.do(partial(pay_claim, claim=claim, today=today))


def _save(page: Screen, *lines: Line) -> None:
    day = page.today()
    page.desk.do(partial(record_day, day=day, lines=lines, today=day))


def both(page: Screen) -> None:
    """Both balances, the notice, and the strip of months."""
    agreed(page)
    _show(page, SAVER)


def month(page: Screen) -> None:
    """For which month she saves."""
    both(page)
    assert isinstance(page, MemberScreen)
    page.side.months.save.click()


def noticed(page: Screen) -> None:
    """She says how much she will take out."""
    both(page)
    assert isinstance(page, MemberScreen)
    page.give_notice.click()


def notice_back(page: Screen) -> None:
    """Her notice is taken back."""
    both(page)
    assert isinstance(page, MemberScreen)
    page.side.notice_back.click()


def interest(page: Screen) -> None:
    """The interest of a month before it is credited."""
    agreed(page)
    page.look_again()


def opened(page: Screen) -> None:
    """A meeting lies in pencil under the new rules."""
    agreed(page)
    opening(page)


def another_month(page: Screen) -> None:
    """Savings for a month that was missed, on the meeting's own page."""
    opened(page)
    assert isinstance(page, MeetingScreen)
    page.go_to(Step.PAY)
    pay = page.pages[Step.PAY]
    assert isinstance(pay, PayPage)
    pay.form.choose("deposit")
    pay.form.member.show_member(SAVER)
    pay.form.member.picked.emit(SAVER)


def cap(page: Screen) -> None:
    """The cap stands above the grid."""
    opened(page)
    assert isinstance(page, MeetingScreen)
    page.go_to(Step.COLLECT)


def heap(page: Screen) -> None:
    """The welfare fund's heap is counted by itself, and differs."""
    opened(page)
    assert isinstance(page, MeetingScreen)
    page.go_to(Step.COUNT)
    count = page.pages[Step.COUNT]
    assert isinstance(count, CountPage)
    count.welfare.show_value(250_000)
    count.welfare.committed.emit(250_000)


def fund(tab: int) -> Prepare:
    """One tab of the welfare fund."""

    def show(page: Screen) -> None:
        agreed(page)
        page.look_again()
        assert isinstance(page, WelfareScreen)
        page.tabs.setCurrentIndex(tab)

    return show


def leaving(page: Screen) -> None:
    """The question before somebody leaves the fund."""
    fund(1)(page)
    assert isinstance(page, WelfareScreen)
    page.leave.click()


def claim(place: int) -> Prepare:
    """One of the claims."""

    def show(page: Screen) -> None:
        agreed(page)
        assert isinstance(page, ClaimScreen)
        _show(page, page.book.claims()[place].id)

    return show


def asking(page: Screen) -> None:
    """Nights in hospital are asked for."""
    agreed(page)
    assert isinstance(page, ClaimRequestScreen)
    _show(page, MOTHER)
    page.benefit.setCurrentIndex(1)
    page.benefit.activated.emit(1)


def benefits(page: Screen) -> None:
    """The table of benefits in the rules; only shown, so that the page can be left again."""
    rules = agreed(page)
    assert isinstance(page, SettingsScreen)
    page.show_part(page.rules)
    editor = page.rules.editor
    editor.allow(True)
    editor.show_rulebook(rules)
    listings = [section.listing for section in SECTIONS]
    editor.sections.setCurrentRow(listings.index("welfare.benefits"))


def earnings(page: Screen) -> None:
    """What the group earns its members, and its idle money, with both charts."""
    _show(page, At(Leaf.EARNINGS))
    assert isinstance(page, BooksScreen)
    page.earnings.draw()


def compared(page: Screen) -> None:
    """What the bank's book shows is ticked."""
    book, today = page.book, page.today()
    if not book.bank_statements():
        lines = book.open_lines(BANK).lines
        kip: Kip = sum(line.kip for line in lines)
        ticks = [line.number for line in lines]
        page.desk.do(
            partial(
                compare_bank, bank=BANK, day=today, kip=kip, ticks=ticks, reason="", today=today
            )
        )
    _show(page, BANK)


def borrowed(page: Screen) -> None:
    """A borrowing with its schedule."""
    today = page.today()
    if not page.book.borrowings():
        terms = LoanProduct(
            key="lender",
            name="ກອງທຶນເມືອງ",
            rate=100,
            months=6,
            schedule=ScheduleKind.PRINCIPAL_PARTS,
        )
        page.desk.do(
            partial(
                agree_borrowing,
                lender="ກອງທຶນເມືອງ",
                kip=6_000_000,
                terms=terms,
                day=today,
                decision="14/2026",
                today=today,
            )
        )
        _save(page, Borrowed(LENDER, 6_000_000))
    _show(page, LENDER)


def _show(page: Screen, item: object) -> None:
    page.show_item(item)
    page.look_again()


MONEY_SHOTS: tuple[tuple[str, str, Prepare], ...] = (
    ("saving_both", "member", both),
    ("saving_month", "member", month),
    ("saving_notice", "member", noticed),
    ("saving_notice_back", "member", notice_back),
    ("saving_members", "members", interest),
    ("saving_interest", "savings_interest", interest),
    ("saving_pay", "meeting", another_month),
    ("saving_cap", "meeting", cap),
    ("welfare_heap", "meeting", heap),
    *((f"welfare_{place}", "welfare", fund(place)) for place in range(3)),
    ("welfare_leaving", "welfare", leaving),
    *((f"claim_{place}", "claim", claim(place)) for place in range(3)),
    ("claim_request", "claim_request", asking),
    ("pensions", "pensions", interest),
    ("benefits", "settings", benefits),
    ("earnings", "books", earnings),
    ("bank_compared", "bank", compared),
    ("borrowing_runs", "borrowing", borrowed),
    ("funds_all", "funds", interest),
)
"""Every picture with its page; the first of them changes the rules of the practice group."""
