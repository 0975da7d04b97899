"""The group's sheet: every figure is the sum of what stands behind it in the book."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ledger.rules.accounts import (
    BANK_INTEREST,
    CASH,
    COMMITTEE_PAYABLE,
    LOANS,
    SAVINGS,
    SEED_MONEY,
    VOLUNTARY_SAVINGS,
    YEAR_RESULT,
)
from ledger.rules.network import PARTS, TYPED, Figure
from ledger.rules.people import Role, Sex, Status
from ledger.rules.rulebook import NamedAccount, Purpose, WelfareRules
from ledger.rules.transfers import Entry, EntryNumber, Kind, PostedEntry, Transfer
from ledger.statements.network_sheet import (
    Behind,
    NetworkFacts,
    first_day_of_loans,
    network_sheet_of,
    sender_of,
)
from tests.villages import (
    AGREED,
    COSTS,
    DAY,
    GROUP,
    KHAM,
    MEMBERS,
    NOY,
    OFFICERS,
    RESERVE,
    RULES,
    RUNNING,
    SOMPHONE,
    WELFARE,
)

F = Figure


def posted(number: int, *transfers: Transfer, reverses: int | None = None) -> PostedEntry:
    back = None if reverses is None else EntryNumber(reverses)
    return PostedEntry(EntryNumber(number), Entry(DAY, transfers, reverses=back), seal="")


PAID = Transfer(Kind.PAY_OUT, LOANS, CASH, 2_000_000, KHAM.id, RUNNING.id)
FEE = Transfer(Kind.LOAN_FEE, CASH, LOANS, 5_000, KHAM.id, RUNNING.id)
TRADE_PAID = Transfer(Kind.PAY_OUT, LOANS, CASH, 500_000, SOMPHONE.id, AGREED.id)


def back(transfer: Transfer) -> Transfer:
    return replace(transfer, debit=transfer.credit, credit=transfer.debit)


def facts(**changes: Any) -> NetworkFacts:
    base = NetworkFacts(
        group=GROUP,
        book="0123456789abcdef",
        day=DAY,
        rulebooks=(RULES,),
        rulebook=RULES,
        members=MEMBERS,
        officers=OFFICERS,
        balances={
            CASH: 5_000_000,
            SAVINGS: 900_000,
            WELFARE: 300_000,
            RESERVE: 200_000,
            SEED_MONEY: 1_000_000,
            BANK_INTEREST: 50_000,
            COSTS: 20_000,
            COMMITTEE_PAYABLE: 70_000,
        },
        savings={KHAM.id: 600_000, NOY.id: 300_000},
        loans={RUNNING.id: RUNNING, AGREED.id: AGREED},
        lent=(posted(7, PAID, FEE), posted(8, TRADE_PAID)),
        funds=(),
        typed={F.VILLAGES: 2, F.POPULATION: 900},
    )
    return replace(base, **changes)


def figures(**changes: Any) -> dict[Figure, int]:
    return dict(network_sheet_of(facts(**changes)).sheet.figures)


def test_every_figure_is_the_sum_of_what_stands_behind_it() -> None:
    made = network_sheet_of(facts())
    for figure, rows in made.behind.items():
        assert made.sheet[figure] == sum(row.amount for row in rows), figure
    for whole, parts in PARTS.items():
        assert [row.figure for row in made.behind[whole]] == list(parts)
    assert set(made.behind) == set(Figure) - set(TYPED)


def test_only_what_was_typed_is_there_of_what_no_book_knows() -> None:
    found = figures()
    assert (found[F.VILLAGES], found[F.POPULATION]) == (2, 900)
    assert F.HOUSEHOLDS not in found
    assert figures(typed={F.MEMBERS: 99})[F.MEMBERS] == 6


class TestPeople:
    def test_members_of_the_day_by_sex(self) -> None:
        found = figures()
        assert found[F.MEMBERS] == 6
        assert (found[F.MEMBERS_WOMEN], found[F.MEMBERS_MEN]) == (4, 2)
        early = figures(day=date(2026, 2, 1))
        assert early[F.MEMBERS] == 5, "who joined later is not counted"

    def test_a_household_is_a_womans_where_one_is_a_member(self) -> None:
        found = figures()
        # 12 has a woman and a man; 7 has her alone, since he has left; 31 is a man's.
        assert found[F.MEMBER_HOUSEHOLDS] == 5
        assert (found[F.HOUSEHOLDS_WOMEN], found[F.HOUSEHOLDS_MEN]) == (4, 1)

    def test_without_household_or_sex(self) -> None:
        members = (replace(KHAM, household=" "), replace(NOY, sex=Sex.UNSAID))
        found = figures(members=members)
        assert (found[F.MEMBER_HOUSEHOLDS], found[F.HOUSEHOLDS_UNSAID]) == (1, 1)
        assert found[F.MEMBERS_UNSAID] == 1

    def test_on_leave_counts_and_dead_does_not(self) -> None:
        members = (replace(KHAM, status=Status.ON_LEAVE), replace(NOY, status=Status.DIED))
        assert figures(members=members)[F.MEMBERS] == 1

    def test_welfare_members_from_their_day_on(self) -> None:
        assert figures()[F.WELFARE_MEMBERS] == 2
        assert figures(day=date(2026, 3, 4))[F.WELFARE_MEMBERS] == 1

    def test_leaders_are_the_officers_of_the_day_without_advisers(self) -> None:
        adviser = replace(OFFICERS[0], role=Role.ADVISER)
        gone = replace(OFFICERS[1], until=date(2026, 1, 1))
        found = figures(officers=(adviser, gone, *OFFICERS[2:]))
        assert found[F.LEADERS_GROUP] == 2


class TestMoney:
    def test_pooled_fund_is_savings_funds_and_own_money(self) -> None:
        found = figures()
        assert (found[F.SAVINGS], found[F.FUND_MONEY]) == (900_000, 500_000)
        assert found[F.OWN_MONEY] == 1_000_000 + 50_000 - 20_000
        assert found[F.TOTAL_FUND] == 2_430_000
        assert found[F.WELFARE_FUND] == 300_000

    def test_voluntary_savings_stand_beside(self) -> None:
        balances = {SAVINGS: 900_000, VOLUNTARY_SAVINGS: 40_000, RESERVE: 0}
        found = figures(balances=balances)
        assert (found[F.SAVINGS_VOLUNTARY], found[F.SAVINGS]) == (40_000, 940_000)

    def test_without_a_welfare_fund(self) -> None:
        bare = replace(RULES, welfare=WelfareRules())
        assert figures(rulebook=bare)[F.WELFARE_FUND] == 0
        assert figures(balances={})[F.WELFARE_FUND] == 0


class TestLoans:
    def test_by_purpose_in_number_and_kip(self) -> None:
        found = figures()
        assert (found[F.LOANS_AGRICULTURE], found[F.LENT_AGRICULTURE]) == (1, 2_000_000)
        assert (found[F.LOANS_TRADING], found[F.LENT_TRADING]) == (1, 500_000)
        assert (found[F.LOANS], found[F.LENT]) == (2, 2_500_000)

    def test_what_was_taken_back_was_not_lent(self) -> None:
        lent = (posted(7, PAID), posted(9, back(PAID), reverses=7))
        found = figures(lent=lent)
        assert (found[F.LOANS], found[F.LENT]) == (0, 0)
        rows = network_sheet_of(facts(lent=lent)).behind[F.LENT_AGRICULTURE]
        assert [(row.entry, row.amount) for row in rows] == [(7, 2_000_000), (9, -2_000_000)]

    def test_paid_out_in_two_parts_is_one_loan(self) -> None:
        half = replace(PAID, kip=1_000_000)
        found = figures(lent=(posted(7, half), posted(8, half)))
        assert (found[F.LOANS_AGRICULTURE], found[F.LENT_AGRICULTURE]) == (1, 2_000_000)

    def test_a_purpose_of_the_groups_own_is_another(self) -> None:
        rules = replace(RULES, loans=replace(RULES.loans, purposes=(Purpose("x", "x", "rice"),)))
        odd = replace(RUNNING, request=replace(RUNNING.request, purpose="x"))
        found = figures(rulebooks=(rules,), loans={odd.id: odd}, lent=(posted(7, PAID),))
        assert (found[F.LOANS_OTHER], found[F.LENT_OTHER]) == (1, 2_000_000)

    def test_loans_of_the_emergency_kind(self) -> None:
        product = replace(RUNNING.request.product, loan_class="emergency")
        help_loan = replace(RUNNING, request=replace(RUNNING.request, product=product))
        found = figures(loans={help_loan.id: help_loan}, lent=(posted(7, PAID),))
        assert (found[F.EMERGENCY_CASES], found[F.EMERGENCY_LENT]) == (1, 2_000_000)

    def test_a_transfer_without_a_loan_is_none(self) -> None:
        assert figures(lent=(posted(7, replace(PAID, loan=None)),))[F.LENT] == 0

    def test_twelve_months_back(self) -> None:
        assert first_day_of_loans(date(2008, 12, 31)) == date(2007, 12, 31)


class TestFundsOutOfProfit:
    def test_by_kind_from_opening_and_closings(self) -> None:
        opening = Transfer(Kind.OPENING, CASH, RESERVE, 100)
        shared = Transfer(Kind.ALLOCATION, YEAR_RESULT, WELFARE, 40)
        loss = Transfer(Kind.CLOSING, RESERVE, YEAR_RESULT, 30)
        given_ = Transfer(Kind.FUND_GIFT, CASH, WELFARE, 9)
        found = figures(funds=(posted(1, opening), posted(2, shared, loss, given_)))
        assert (found[F.PROFIT_RESERVE], found[F.PROFIT_WELFARE]) == (70, 40)
        assert found[F.PROFIT_FUNDS] == 110

    def test_a_fund_without_a_usual_name_is_another(self) -> None:
        rules = replace(RULES, accounts=(NamedAccount(RESERVE, "ກອງທຶນວັດ"),))
        moved = posted(1, Transfer(Kind.OPENING, CASH, RESERVE, 100))
        made = network_sheet_of(facts(rulebooks=(rules,), funds=(moved,)))
        assert made.behind[F.PROFIT_OTHER] == (
            Behind(100, day=DAY, entry=EntryNumber(1), account=RESERVE),
        )


@given(st.text(max_size=300))
def test_a_name_that_goes_out_can_be_read(name: str) -> None:
    sender = sender_of(replace(GROUP, name=name), "b")
    assert sender.name.isprintable()
    assert len(sender.name) <= 200
