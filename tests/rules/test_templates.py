"""Each rule set of the cupboard can be entered as it is, and closes a year to the last kip."""

from dataclasses import replace
from datetime import date

import pytest

from ledger.rules.accounts import (
    DIVIDENDS_PAYABLE,
    SAVINGS_INTEREST,
    YEAR_RESULT,
    Named,
    named_kind,
)
from ledger.rules.balances import balances
from ledger.rules.closing import plan_close
from ledger.rules.closing_values import ClosingPlan
from ledger.rules.codec import from_plain, to_plain
from ledger.rules.days import numbered_year
from ledger.rules.kip import Kip, Rounding
from ledger.rules.rulebook import (
    CeilingKind,
    Destination,
    DividendBasis,
    InterestMethod,
    Rulebook,
    SavingMode,
    rulebook_of,
)
from ledger.rules.rulebook_check import check_rulebook
from resources import path
from tests.rules.years import facts, officer, saver, template
from translations.template_words import TEMPLATE_WORDS

NAMES = sorted(file.stem for file in path("rules").glob("*.json"))
ACCEPTED = tuple(f"a{number:02d}" for number in range(1, 14))


def close(book: Rulebook, *, earned: Kip, members: int, saved: Kip) -> ClosingPlan:
    year = numbered_year(2025, last_month=book.fiscal_year_end)
    people = tuple(
        saver(k, saved, year=year, interest_paid=10_000 * (k % 4)) for k in range(1, members + 1)
    )
    given = facts(book, earned=earned, members=people, year=year)
    return plan_close(
        replace(given, officers=(*given.officers, officer(9, given.rulebook.roles[0])))
    )


def test_every_named_rule_set_has_its_file_and_there_is_a_place_to_begin() -> None:
    assert {name.partition("_")[0] for name in NAMES} == {"a00", *ACCEPTED}


@pytest.mark.parametrize("name", NAMES)
def test_it_says_where_it_comes_from_in_words_that_can_be_translated(name: str) -> None:
    book = template(name)
    assert "Check every figure with your own rules." in book.source
    assert {book.title, book.source} <= set(TEMPLATE_WORDS)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_accepted_and_comes_back_unchanged_from_the_book(name: str) -> None:
    book = template(name)
    check_rulebook(book)
    assert from_plain(Rulebook, to_plain(book)) == book


@pytest.mark.parametrize("name", NAMES)
def test_an_invented_year_closes_with_every_kip_accounted_for(name: str) -> None:
    plan = close(template(name), earned=12_345_677, members=7, saved=1_234_567)
    assert sum(s.reached for s in plan.lines) + plan.odd == plan.profit == 12_345_677
    moved = balances(t for e in plan.entries for t in e.transfers)
    assert moved[YEAR_RESULT] == 0
    owed = sum(s.dividend + s.refund for s in plan.shares)
    assert moved.get(DIVIDENDS_PAYABLE, 0) == owed


# In December 2008 the 404 groups of the founding report had 163 members each on average, and
# each member had saved 615,101 kip.
@pytest.mark.parametrize(
    "name", ["a03_seventy_percent", "a05_trat", "a08_sambou_krabao_chrum", "a13_village_fund"]
)
def test_the_average_group_of_the_founding_report_closes(name: str) -> None:
    book = template(name)
    plan = close(book, earned=16_398_761, members=163, saved=615_101)
    dividend = next(s for s in plan.lines if s.line.to is Destination.DIVIDEND)
    each = {s.dividend for s in plan.shares}
    assert len(each) == 1
    assert each.pop() * 163 == dividend.handed_out
    assert 0 <= dividend.odd < 163 * book.profit.unit
    assert sum(s.reached for s in plan.lines) + plan.odd == 16_398_761


def test_wing_5_pays_its_published_member_3692_50_and_926_06() -> None:
    book = template("a10_wing5")
    year = numbered_year(2025, last_month=book.fiscal_year_end)
    assert (year.first, year.last) == (date(2024, 10, 1), date(2025, 9, 30))
    paid = 1_852_115  # 18,521.15 baht of interest in the year
    member = saver(1, 5_000_000, monthly=50_000, year=year, interest_paid=paid)
    plan = plan_close(facts(book, earned=1_000_000, members=(member,), year=year))
    (share,) = plan.shares
    assert (share.dividend, share.refund, plan.odd) == (369_250, 92_606, 0)
    assert [s.kip for s in plan.lines] == [369_250, 92_606, 1_000_000 - 369_250 - 92_606]


def test_pakhon_saves_every_month_lends_ten_times_and_pays_no_dividend() -> None:
    book = template("a01_pakhon")
    assert (book.saving.minimum, book.saving.passbook_fee) == (10_000, 10_000)
    rice, emergency = book.loans.products
    assert (rice.ceiling.kind, rice.ceiling.times) == (CeilingKind.SAVINGS_TIMES, 1_000)
    assert (rice.method, emergency.rate) == (InterestMethod.SEASON, 0)
    assert Destination.DIVIDEND not in {line.to for line in book.profit.lines}
    members = (saver(1, 900_000), saver(2, 100_000))
    given = facts(book, earned=4_000_000, members=members, accounts={SAVINGS_INTEREST: 1_000_000})
    plan = plan_close(given)
    assert plan.profit == 3_000_000
    assert [s.kip for s in plan.lines] == [900_000, 900_000, 1_200_000]


def test_the_network_has_its_five_purposes_four_funds_and_ranges() -> None:
    book = template("a02_lwu_network")
    assert 500 <= book.welfare.contribution <= 1_000
    assert len(book.loans.purposes) == 5
    funds = [a.key for a in book.accounts if named_kind(a.account) is Named.FUND]
    assert funds == ["welfare", "reserve", "development", "study_visit"]
    part = {line.key: line.amount for line in book.profit.lines}
    assert 300 <= part["study_visit"] <= 500
    assert 200 <= part["advisers"] <= 300
    assert 500 <= part["development"] <= 1_000


def test_the_share_groups_and_the_basis_of_the_daily_one() -> None:
    phraek = template("a07_khlong_sam_phraek").saving
    assert (phraek.mode, phraek.share_value, phraek.shares_min, phraek.shares_max) == (
        SavingMode.SHARES,
        50,
        1,
        20,
    )
    assert template("a11_daily").profit.basis is DividendBasis.DAILY
    assert template("a10_wing5").profit.rounding is Rounding.NEAREST
    trat = template("a05_trat")
    assert (trat.saving.minimum, trat.saving.maximum) == (10, 500)
    assert 3 <= trat.loans.products[0].guarantors <= 5


def test_nothing_at_all_is_shared_out_or_everything() -> None:
    kept = close(template("a12_phnom_den"), earned=58_000, members=14, saved=50_000)
    assert {s.dividend for s in kept.shares} == {0}
    shared = close(template("a12_vsla"), earned=700_000, members=7, saved=50_000)
    assert sum(s.dividend for s in shared.shares) == 700_000


def test_a_rate_comes_down_on_the_day_that_the_new_rules_name() -> None:
    now = template("a09_ratanak_samaki")
    dear = replace(now.loans.products[0], rate=300)
    before = replace(
        now, valid_from=date(2005, 12, 1), loans=replace(now.loans, products=(dear,), purposes=())
    )
    check_rulebook(before)
    both = (before, replace(now, valid_from=date(2011, 3, 1)))
    rates = [
        rulebook_of(both, day).loans.products[0].rate
        for day in (date(2011, 2, 28), date(2011, 3, 1))
    ]
    assert rates == [300, 250]
