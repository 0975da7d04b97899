"""What a household carries, and what the verdict rests on."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.days import add_months
from ledger.rules.loan_values import Loan, LoanMove
from ledger.rules.people import MemberId
from ledger.rules.rulebook import ScheduleKind
from ledger.rules.transfers import LoanId
from ledger.statements.household import (
    HouseholdLoad,
    Light,
    Worry,
    household_load,
    household_members,
)
from ledger.statements.lists import loan_rows_of
from tests.rules.loan_makers import RICE, interest, loan, loans, member, repaid

DAY = date(2026, 6, 5)
MANY = replace(RICE, rate=0, schedule=ScheduleKind.PRINCIPAL_PARTS, months=12)
NOY, KHAM = (replace(member(n, f"ນາງ {n}"), household="ເຮືອນ 4") for n in (1, 2))
BOUN = member(3, "ທ້າວ ບຸນ")
EVERYBODY = (NOY, KHAM, BOUN)


def of(who: int, made: Loan, *guarantors: int, number: int = 1) -> Loan:
    asked = replace(
        made.request, member=MemberId(who), guarantors=tuple(MemberId(g) for g in guarantors)
    )
    return replace(made, id=LoanId(number), number=f"2026-{number:03d}", request=asked)


def load(*some: Loan, saved: int = 0, day: date = DAY) -> HouseholdLoad:
    rows = loan_rows_of(some, {m.id: m for m in EVERYBODY}, day)
    return household_load(NOY, EVERYBODY, rows, {KHAM.id: saved}, day)


def worries(found: HouseholdLoad) -> list[Worry]:
    return [reason.worry for reason in found.reasons]


def paying(kip: int, *moves: LoanMove, since: date = DAY) -> Loan:
    return loan(MANY, kip, *moves, paid_out=since)


def test_a_household_is_who_bears_its_name_and_alone_without_one() -> None:
    assert household_members(NOY, EVERYBODY) == (NOY, KHAM)
    assert household_members(BOUN, EVERYBODY) == (BOUN,)


def test_nothing_owed_is_nothing_to_look_at() -> None:
    found = load(saved=50_000)
    assert (found.light, found.reasons, found.savings) == (Light.GO, (), 50_000)
    assert [m.member for m in found.members] == [NOY, KHAM]


def test_all_loans_of_the_house_are_added_and_those_of_others_are_not() -> None:
    found = load(
        of(1, paying(1_200_000)),
        of(2, paying(600_000), number=2),
        of(3, paying(900_000), number=3),
    )
    assert [m.owes for m in found.members] == [1_200_000, 600_000]
    assert (found.due, found.monthly, found.paid) == (1_800_000, 150_000, 0)
    assert (found.light, worries(found)) == (Light.LOOK, [Worry.UNPROVEN])


def test_what_was_paid_in_a_year_is_what_they_can_pay() -> None:
    old = of(1, paying(1_200_000, repaid(DAY, 1_200_000), since=add_months(DAY, -12)))
    fine = load(old, of(2, paying(1_200_000), number=2))
    assert (fine.paid, fine.paid_monthly, fine.light) == (1_200_000, 100_000, Light.GO)
    more = load(old, of(2, paying(1_300_000), number=2))
    assert (more.light, worries(more)) == (Light.LOOK, [Worry.HEAVIER])
    much = load(old, of(2, paying(2_500_000), number=2))
    assert (much.light, worries(much)) == (Light.STOP, [Worry.HEAVY])


def test_what_is_asked_for_is_counted_as_if_it_were_handed_over() -> None:
    asked = replace(of(1, paying(1_200_000)), moves=(), decision=None)
    assert load(asked).due == 1_200_000


def test_what_is_overdue_stops_after_a_month() -> None:
    made = of(1, paying(1_200_000, since=add_months(DAY, -1)))
    week = load(made, day=DAY + timedelta(days=7))
    assert Worry.OVERDUE in worries(week)
    assert week.light is Light.LOOK
    later = load(made, day=DAY + timedelta(days=40))
    assert Worry.LONG_OVERDUE in worries(later)
    assert later.light is Light.STOP


def test_whom_they_stand_for() -> None:
    other = of(3, paying(900_000), 1, 2)
    found = load(other, saved=900_000)
    assert (found.given[0].loan, found.light) == (other, Light.GO)
    assert [m.guaranteed for m in found.members] == [900_000, 900_000]
    assert worries(load(other, saved=899_999)) == [Worry.GUARANTEES]


def test_who_stands_for_her_own_house() -> None:
    found = load(of(1, paying(900_000, interest(DAY, 900_000)), 2))
    assert worries(found) == [Worry.AMONG_THEMSELVES]
    assert found.given == ()


@given(st.lists(loans(), max_size=4), st.integers(0, 900))
def test_every_loan_of_the_house_is_counted_once(some: list[Loan], later: int) -> None:
    day = date(2026, 1, 5) + timedelta(days=later)
    made = [of(1 + n % 3, o, number=n + 1) for n, o in enumerate(some)]
    rows = loan_rows_of(made, {m.id: m for m in EVERYBODY}, day)
    found = household_load(NOY, EVERYBODY, rows, {}, day)
    assert {r.member for r in found.loans} <= {NOY, KHAM}
    assert sum(m.owes for m in found.members) >= 0
    assert (found.light is Light.GO) is (found.reasons == ())
