"""Funds begin, change and end; the network is paid; money is borrowed; the bank is compared."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.actions.counter import reverse_entry
from ledger.actions.funds import (
    NewAccount,
    agree_borrowing,
    change_account,
    close_account,
    compare_bank,
    open_account,
    plan_comparison,
)
from ledger.actions.record import LineRefused, record_day
from ledger.actions.rulebook import adopt_rulebook
from ledger.actions.year_end import close_year
from ledger.book.book import Book
from ledger.rules.accounts import Account, Named
from ledger.rules.borrowing import state_of
from ledger.rules.closing import EarlierYearOpen, plan_close
from ledger.rules.fund_rules import FundRules, Level
from ledger.rules.funds import AccountClosed, AccountNotEmpty, FundTied, NameTaken
from ledger.rules.lines import FundGift, FundSpent, Line, PayablePaid, Received, ToBank
from ledger.rules.lines_funds import BankFee, Borrowed, FundMoved, LenderPaid, NetworkDue
from ledger.rules.loan_rules import LoanProduct
from ledger.rules.people import Role
from ledger.rules.permits import Act, NotPermitted
from ledger.rules.posting_funds import AccountNotOurs, BankShort, FundShort
from ledger.rules.posting_group import DecisionNeeded
from ledger.rules.reconciliation import BankDiffers
from ledger.rules.refusals import DayOutsideBooks, NameMissing
from ledger.rules.rulebook import AllocationLine, Destination, LineKind
from ledger.rules.taking_back import WouldGoBelowZero
from ledger.rules.transfers import EntryNumber, Kind
from tests.villages import BANK, DAY, RESERVE, TODAY, WELFARE, actor, two

HEAD = actor(Role.ACCOUNTANT)
TERMS = LoanProduct(key="lender", name="", rate=100, months=6)
LENDER = Account(2201)


def write(
    book: Book, *lines: Line, day: date = DAY, today: date = TODAY
) -> tuple[EntryNumber, ...]:
    return record_day(book, HEAD, day=day, lines=lines, today=today).entries


def refused(book: Book, *lines: Line, day: date = DAY) -> Exception:
    with pytest.raises(LineRefused) as no:
        record_day(book, HEAD, day=day, lines=lines, today=TODAY)
    return no.value.why


def opened(book: Book, name: str, kind: Named = Named.FUND, day: date = DAY) -> Account:
    open_account(book, HEAD, new=NewAccount(kind, name), day=day, decision="4/2026", today=TODAY)
    return book.rulebooks[-1].accounts[-1].account


def rests_on(book: Book, entry: EntryNumber) -> list[str]:
    sql = "SELECT number FROM entry_decision WHERE entry = ?"
    return [number for (number,) in book.shelf.rows(sql, (entry,))]


class TestFunds:
    def test_a_fund_is_opened_by_a_decision(self, book: Book) -> None:
        study = opened(book, " ທັດສະນະສຶກສາ ")
        assert study == 3003
        assert book.rulebook(DAY).resolution == "4/2026"
        named = book.rulebook(DAY).named(study)
        assert named is not None
        assert named.name == "ທັດສະນະສຶກສາ"
        assert book.rulebook(date(2026, 4, 4)).named(study) is None
        row = book.history(1)[0]
        assert (row.act, row.facts["name"]) == (Act.OPEN_ACCOUNT, "ທັດສະນະສຶກສາ")
        assert book.check() == ()

    def test_two_are_opened_on_one_day_and_no_number_comes_twice(self, book: Book) -> None:
        names = ["ຫ້ອງສຸກສາລາ", "ຫ້ອງຮຽນ", "ຖະໜົນ"]
        assert [opened(book, name) for name in names] == [3003, 3004, 3005]
        with pytest.raises(NameTaken):
            opened(book, "ຖະໜົນ")

    def test_only_who_leads_opens_one_and_on_a_day_of_the_books(self, book: Book) -> None:
        new = NewAccount(Named.FUND, "x")
        with pytest.raises(NotPermitted):
            open_account(book, actor(Role.TREASURER), new=new, day=DAY, decision="4", today=TODAY)
        with pytest.raises(DayOutsideBooks):
            open_account(book, HEAD, new=new, day=date(2026, 4, 21), decision="4", today=TODAY)
        with pytest.raises(NameMissing):
            open_account(book, HEAD, new=new, day=DAY, decision=" ", today=TODAY)

    def test_a_new_name_holds_from_its_day(self, book: Book) -> None:
        reserve = book.rulebook(DAY).named(RESERVE)
        assert reserve is not None
        renamed = replace(reserve, name="ກອງທຶນໝັ້ນຄົງ", key="")
        change_account(book, HEAD, account=renamed, day=DAY, decision="5/2026", today=TODAY)
        assert book.rulebook(DAY).named(RESERVE) == renamed
        assert book.rulebook(date(2026, 4, 4)).named(RESERVE) == reserve
        strange = replace(reserve, account=Account(3050))
        with pytest.raises(AccountNotOurs):
            change_account(book, HEAD, account=strange, day=DAY, decision="5", today=TODAY)

    def test_a_closed_fund_leaves_its_rest_and_stays_in_old_statements(self, book: Book) -> None:
        road = opened(book, "ຖະໜົນ")
        write(book, FundGift(road, 70_000, "", "ໂຄງການ"))
        with pytest.raises(NameMissing):
            close_account(book, HEAD, account=road, day=DAY, decision="6/2026", today=TODAY)
        close_account(book, HEAD, account=road, to=RESERVE, day=DAY, decision="6/2026", today=TODAY)
        assert book.balances()[road] == 0
        assert book.balances()[RESERVE] == 70_000
        assert isinstance(refused(book, FundGift(road, 1)), AccountClosed)
        moved = book.entry(EntryNumber(book.shelf.one("SELECT max(number) FROM entry")[0]))
        assert moved.entry.transfers[0].kind is Kind.FUND_MOVED
        assert rests_on(book, moved.number) == ["6/2026"]
        rows = {row.account: row for row in book.fund_rows(book.year(2026))}
        assert (rows[road].received, rows[road].spent, rows[road].closing) == (70_000, 70_000, 0)
        with pytest.raises(AccountClosed):
            close_account(book, HEAD, account=road, day=DAY, decision="7", today=TODAY)
        with pytest.raises(AccountClosed):
            reverse_entry(book, HEAD, number=moved.number, reason="x", today=TODAY)
        assert opened(book, "ຖະໜົນ") == 3004
        assert book.check() == ()

    def test_a_fund_is_not_closed_over_what_a_later_day_has_given(self, book: Book) -> None:
        road = opened(book, "ຖະໜົນ")
        write(book, FundGift(road, 5_000), day=TODAY)
        with pytest.raises(FundTied):
            close_account(book, HEAD, account=road, to=RESERVE, day=DAY, decision="6", today=TODAY)

    def test_an_empty_bank_closes_without_an_entry(self, book: Book) -> None:
        write(book, ToBank(BANK, 5))
        with pytest.raises(AccountNotEmpty):
            close_account(book, HEAD, account=BANK, day=DAY, decision="6", today=TODAY)
        second = opened(book, "ທະນາຄານ ສອງ", Named.BANK)
        close_account(book, HEAD, account=second, day=DAY, decision="6", today=TODAY)
        assert isinstance(refused(book, ToBank(second, 1)), AccountClosed)

    def test_spending_on_an_earlier_day_cannot_take_what_a_later_day_has_spent(
        self, book: Book
    ) -> None:
        write(book, FundGift(WELFARE, 100_000), day=date(2026, 4, 1))
        write(book, FundSpent(WELFARE, 80_000), day=date(2026, 4, 10))
        assert refused(book, FundSpent(WELFARE, 20_001)) == FundShort(WELFARE, 20_000, 20_001)
        write(book, FundGift(WELFARE, 50_000), day=date(2026, 4, 15))
        assert refused(book, FundSpent(WELFARE, 20_001)) == FundShort(WELFARE, 20_000, 20_001)
        write(book, FundSpent(WELFARE, 20_000))
        assert book.balances()[WELFARE] == 50_000

    def test_the_bank_is_guarded_the_same_way(self, book: Book) -> None:
        write(book, ToBank(BANK, 100_000), day=date(2026, 4, 1))
        write(book, BankFee(BANK, 60_000), day=date(2026, 4, 10))
        gone = FundMoved(WELFARE, RESERVE, 1, "x")
        assert isinstance(refused(book, gone), FundShort)
        assert refused(book, BankFee(BANK, 40_001)) == BankShort(BANK, 40_000, 40_001)

    def test_a_decision_from_the_amount_of_the_rules_on(self, book: Book) -> None:
        rules = replace(
            book.rulebooks[-1],
            valid_from=DAY,
            resolution="3/2026",
            funds=FundRules(decision_from=50_000),
        )
        adopt_rulebook(book, two(HEAD), rulebook=rules)
        write(book, FundGift(RESERVE, 90_000))
        assert refused(book, FundSpent(RESERVE, 50_000)) == DecisionNeeded(50_000, 50_000)
        (number,) = write(book, FundSpent(RESERVE, 50_000, "ຫຼັງຄາ", decision="8/2026"))
        assert book.entry(number).entry.note == "ຫຼັງຄາ"
        assert rests_on(book, number) == ["8/2026"]


class TestNamedCases:
    def test_pakhon_keeps_its_five_funds_in_one_book(self, book: Book) -> None:
        """Before its reform each of the five had a book, and none a committee that could."""
        names = ["ກອງທຶນພັດທະນາຄອບຄົວ", "ຢາ", "ເຂົ້າ", "ງົວ", "ນ້ຳ"]
        funds = [opened(book, name) for name in names]
        for place, fund in enumerate(funds, 1):
            write(book, FundGift(fund, place * 100_000, "", "ຜູ້ກໍ່ຕັ້ງ"))
        write(book, FundMoved(funds[4], funds[0], 500_000, "6/2026"))
        rows = {row.account: row.closing for row in book.fund_rows(book.year(2026))}
        assert [rows[fund] for fund in funds] == [600_000, 200_000, 300_000, 400_000, 0]
        gifts = book.gift_rows(book.year(2026))
        assert sum(gift.kip for gift in gifts) == 1_500_000
        assert {gift.giver for gift in gifts} == {"ຜູ້ກໍ່ຕັ້ງ"}

    def test_a2_four_funds_from_the_profit_and_what_the_network_gets(self, book: Book) -> None:
        """A2: welfare, reserve, development and study visits, and parts for zone and district."""
        development, study = opened(book, "ພັດທະນາ"), opened(book, "ທັດສະນະສຶກສາ")
        for name, level in (("ເຂດ", Level.ZONE), ("ເມືອງ", Level.DISTRICT)):
            new = NewAccount(Named.NETWORK, name, level=level, monthly=1_000)
            open_account(book, HEAD, new=new, day=DAY, decision="4/2026", today=TODAY)
        zone, district = Account(2102), Account(2103)
        to = [(WELFARE, 4_340), (RESERVE, 3_760), (development, 1_000), (study, 400)]
        lines = [
            *(
                AllocationLine(f"{a}", LineKind.PERCENT, Destination.FUND, p, account=a)
                for a, p in to
            ),
            AllocationLine("ເຂດ", LineKind.PERCENT, Destination.NETWORK, 300, account=zone),
            AllocationLine("ເມືອງ", LineKind.REST, Destination.NETWORK, account=district),
        ]
        newest = book.rulebooks[-1]
        rules = replace(
            newest,
            valid_from=date(2026, 4, 6),
            resolution="5/2026",
            profit=replace(newest.profit, lines=tuple(lines)),
        )
        adopt_rulebook(book, two(HEAD), rulebook=rules)
        write(book, NetworkDue(zone, 1_000))
        from_profit = 1_000_000
        write(book, Received(Account(4101), from_profit + 1_000))
        new_year = date(2027, 2, 1)
        plan = plan_close(book.year_facts(2026, new_year))
        assert plan.profit == from_profit
        assert [share.reached for share in plan.lines] == [
            434_000,
            376_000,
            100_000,
            40_000,
            30_000,
            20_000,
        ]
        with pytest.raises(EarlierYearOpen):
            close_account(
                book,
                HEAD,
                account=study,
                to=RESERVE,
                day=date(2027, 1, 5),
                decision="1/2027",
                today=new_year,
            )
        close_year(book, HEAD, plan=plan, signers=(actor(Role.TREASURER),), today=new_year)
        paid = PayablePaid(zone, 11_000, "ງວດ 1", receipt="0077")
        write(book, paid, day=date(2027, 1, 20), today=new_year)
        first, second = book.network_rows(book.year(2026))[1:]
        assert (first.level, first.monthly, first.from_profit) == (Level.ZONE, 1_000, 30_000)
        assert (first.contributed, first.paid, first.owed) == (1_000, 0, 31_000)
        assert second.owed == 20_000
        (zone_row,) = [r for r in book.network_rows(book.year(2027)) if r.account == zone]
        assert (zone_row.opening, zone_row.paid, zone_row.owed) == (31_000, 11_000, 20_000)
        assert [(p.day, p.receipt) for p in zone_row.payments] == [(date(2027, 1, 20), "0077")]
        annual = book.annual(2026, new_year)
        assert sum(row.owed for row in annual.network) == 51_000
        assert annual.balance_sheet.total_assets == (
            annual.balance_sheet.total_liabilities + annual.balance_sheet.total_equity
        )
        assert book.check() == ()


class TestBorrowing:
    def agree(self, book: Book) -> None:
        agree_borrowing(
            book,
            HEAD,
            lender="ກອງທຶນເມືອງ",
            kip=600_000,
            terms=TERMS,
            day=date(2026, 2, 5),
            decision="2/2026",
            today=TODAY,
        )

    def test_agreed_received_and_paid_back(self, book: Book) -> None:
        self.agree(book)
        assert book.rulebooks[-1].named(LENDER) is not None
        write(book, Borrowed(LENDER, 600_000), day=date(2026, 2, 5))
        write(book, LenderPaid(LENDER, 112_000, receipt="9"))
        (row,) = book.borrowing_rows(DAY)
        assert (row.state.principal, row.state.interest_paid) == (500_000, 12_000)
        assert book.balances()[LENDER] == 500_000
        (cost,) = [kip for a, kip in book.balances().items() if a == 5003]
        assert cost == 12_000
        assert book.annual(2026, TODAY).borrowings == book.borrowing_rows(TODAY)
        assert book.check() == ()

    def test_what_was_paid_can_be_taken_back_but_not_the_money_itself(self, book: Book) -> None:
        self.agree(book)
        (came,) = write(book, Borrowed(LENDER, 600_000), day=date(2026, 2, 5))
        (paid,) = write(book, LenderPaid(LENDER, 112_000))
        with pytest.raises(WouldGoBelowZero):
            reverse_entry(book, HEAD, number=came, reason="x", today=TODAY)
        reverse_entry(book, HEAD, number=paid, reason="x", today=TODAY)
        state = state_of(book.borrowings()[LENDER], TODAY)
        assert (state.principal, state.interest_paid) == (600_000, 0)
        reverse_entry(book, HEAD, number=came, reason="x", today=TODAY)
        assert book.balances()[LENDER] == 0
        write(book, Borrowed(LENDER, 600_000), day=TODAY)

    def test_a_second_borrowing_has_an_account_of_its_own(self, book: Book) -> None:
        self.agree(book)
        with pytest.raises(NameTaken):
            self.agree(book)
        agree_borrowing(
            book,
            HEAD,
            lender="ກອງທຶນເມືອງ",
            kip=5,
            terms=TERMS,
            day=DAY,
            decision="3/2026",
            today=TODAY,
        )
        assert sorted(book.borrowings()) == [2201, 2202]


class TestTheBanksBook:
    def test_khao_khram_sees_in_a_month_what_took_twenty_years(self, book: Book) -> None:
        """A deposit with the network is an asset of its own, and is compared with its book."""
        new = NewAccount(Named.BANK, "ເງິນຝາກເຄືອຂ່າຍ", level=Level.ZONE, rate=300)
        open_account(book, HEAD, new=new, day=DAY, decision="4/2026", today=TODAY)
        network = Account(1002)
        (first,) = write(book, ToBank(network, 900_000))
        (second,) = write(book, ToBank(network, 400_000), day=TODAY)
        with pytest.raises(BankDiffers) as no:
            compare_bank(
                book, HEAD, bank=network, day=TODAY, kip=900_000, ticks=[first, second], today=TODAY
            )
        assert no.value.difference == -400_000
        found = plan_comparison(book, bank=network, day=TODAY, kip=900_000, ticks=[first])
        assert (found.difference, [line.number for line in found.on_the_way]) == (0, [second])
        compare_bank(book, HEAD, bank=network, day=TODAY, kip=900_000, ticks=[first], today=TODAY)
        row = next(r for r in book.bank_rows(TODAY) if r.account == network)
        assert (row.level, row.rate, row.balance, row.days) == (Level.ZONE, 300, 1_300_000, 0)
        assert row.newest is not None
        assert row.newest.agrees
        assert book.check() == ()

    def test_a_counter_entry_is_open_again(self, book: Book) -> None:
        (number,) = write(book, ToBank(BANK, 50_000))
        compare_bank(book, HEAD, bank=BANK, day=DAY, kip=50_000, ticks=[number], today=TODAY)
        assert book.open_lines(BANK).lines == ()
        (back,) = reverse_entry(book, HEAD, number=number, reason="x", today=TODAY).entries
        waiting = book.open_lines(BANK)
        assert [(line.number, line.kip) for line in waiting.lines] == [(back, -50_000)]
        assert waiting.ticked == 50_000
        compare_bank(
            book,
            HEAD,
            bank=BANK,
            day=TODAY,
            kip=49_000,
            ticks=[],
            reason="ຄ່າທຳນຽມ",
            today=TODAY,
        )
        newest = book.bank_statements()[-1]
        assert (newest.difference, newest.reason, newest.agrees) == (-1_000, "ຄ່າທຳນຽມ", False)

    def test_only_a_bank_of_the_group(self, book: Book) -> None:
        with pytest.raises(AccountNotOurs):
            plan_comparison(book, bank=WELFARE, day=DAY, kip=0, ticks=[])
        with pytest.raises(AccountNotOurs):
            compare_bank(book, HEAD, bank=Account(1050), day=DAY, kip=0, ticks=[], today=TODAY)
