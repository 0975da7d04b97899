"""The year's other papers: the report's added parts, a member's statement, and her certificate."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ledger.rules.accounts import Account
from ledger.rules.people import Role
from ledger.rules.rulebook import Destination, LineKind
from ledger.rules.transfers import Kind
from ledger.statements.annual import AmountRow
from ledger.statements.arrears import Age, AgeSum
from ledger.statements.certificate import Certificate
from ledger.statements.member_year import MemberYear, member_year_of
from ledger.statements.proof import Proof
from ledger.statements.trail import Watched
from ledger.statements.year_set import (
    CashRow,
    PurposeRow,
    YearFigures,
    YearSet,
    YearText,
    cash_summary_of,
    purposes_total,
)
from reports.annual import print_annual
from reports.certificate import draw_blank_certificate, print_certificate
from reports.dividend_list import draw_blank_dividend_list, print_dividend_list
from reports.form_set import Blank, FormFacts, print_forms
from reports.member_year import print_member_year
from reports.passbook_form import draw_blank_passbook
from reports.proof import print_proof
from reports.stamp import Stamp, stamped
from reports.style import MM
from reports.year_forms import draw_blank_annual, draw_blank_member_year, draw_blank_proof
from tests.proofs import random_proof
from tests.reports.papers import LONG_GROUP, LONG_NAME, MOST, deposits, passbook, statement
from tests.reports.pdfs import facts_of, needs_poppler, pages_of, strokes_of, text_of, words_of
from tests.rules.years import line, percent, rulebook, rules
from tests.villages import GROUP, KHAM, OFFICERS, RULES
from translations import LANGUAGES, Words, open_words
from translations.naming import word

pytestmark = needs_poppler
EN = open_words("en")
IN_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)
EARLIER = (
    "The year {year} is not closed yet. What was earned before this year is not shared out here."
)
LINES = (
    percent(Destination.DIVIDEND, 6_000),
    line(LineKind.REFUND_RATE, Destination.REFUND, 567),
    line(LineKind.REST, Destination.FUND),
)


def _set(**texts: str) -> YearSet:
    cash = [CashRow(Kind.DEPOSIT, MOST, 0), CashRow(Kind.PAY_OUT, 0, 1_234_567)]
    years = tuple(
        YearFigures(2021 + k, 1_000_001 * k, 900_007 * k, 5_000 + k, 77 + k, -3 + k, 31 * k)
        for k in range(5)
    )
    return YearSet(
        cash=cash_summary_of(7_000_123, cash),
        purposes=(
            PurposeRow("agriculture", 4, 8_000_004, 3, 6_000_003),
            PurposeRow("well", 1, 55_555, 1, 44_444),
        ),
        ages=tuple(AgeSum(age, 3 + k, 1_100 + k, 2_200 + k) for k, age in enumerate(Age)),
        years=years,
        texts={YearText(name): text for name, text in texts.items()},
    )


def _words(text: str) -> str:
    return " ".join(text.split())


@IN_LANGUAGES
def test_the_whole_report_has_every_figure_of_its_parts(language: str, tmp_path: Path) -> None:
    words, more = open_words(language), _set()
    print_annual(replace(statement(5), more=more), words, tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf", "-layout")
    kips = [more.cash.opening, more.cash.closing, more.cash.received, more.cash.paid]
    kips += [kip for row in more.purposes for kip in (row.lent, row.owed)]
    kips += [8_055_559, 6_044_447]
    kips += [kip for age in more.ages for kip in (age.overdue, age.principal)]
    for one in more.years:
        kips += [one.savings, one.loans, one.income, one.expenses, one.profit, one.dividends]
    assert {words.kip(kip) for kip in kips} <= set(text.split())
    for age in Age:
        assert word(words, "age", age) in _words(text)
    # Each figure of a chart stands in the table as well.
    assert text.count(words.kip(more.years[-1].savings)) == 2


@IN_LANGUAGES
def test_what_is_written_stands_there_and_what_is_not_is_ruled(
    language: str, tmp_path: Path
) -> None:
    words = open_words(language)
    given = replace(statement(3), more=_set(results="ໄດ້ຊື້ຈັກປັ່ນນ້ຳ ໑ ເຄື່ອງ"))
    print_annual(given, words, tmp_path / "x.pdf")
    text = _words(text_of(tmp_path / "x.pdf", "-raw"))
    assert "ໄດ້ຊື້ຈັກປັ່ນນ້ຳ" in text.replace(" ໄດ້", "ໄດ້")
    for part in YearText:
        assert word(words, "year_text", part) in text


def test_without_dividends_everybody_signs_below_how_the_book_was_kept(tmp_path: Path) -> None:
    given = replace(statement(3, earned=-70_000), more=_set(), watched=Watched((), 0, 0, 5))
    print_annual(given, EN, tmp_path / "x.pdf")
    pages = pages_of(tmp_path / "x.pdf")
    signed = next(page for page in pages if "This report was read out" in page)
    assert "Who wrote, and how the book was kept" in signed


@IN_LANGUAGES
def test_six_empty_boxes_and_the_audit_are_a_page_each(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    print_annual(replace(statement(3), more=_set()), words, tmp_path / "x.pdf")
    pages = [_words(page) for page in pages_of(tmp_path / "x.pdf")]
    (boxes,) = [page for page in pages if words.say("The year in words") in page]
    assert all(word(words, "year_text", part) in boxes for part in YearText)
    (audit,) = [page for page in pages if words.say("What the auditors looked at") in page]
    assert words.say("What they found") in audit


def test_what_is_in_the_box_stands_in_a_column_of_its_own(tmp_path: Path) -> None:
    """Who adds up what came in must not count what was there before."""
    print_annual(replace(statement(3), more=_set()), open_words("en"), tmp_path / "x.pdf")
    right = {one.text: one.right for one in words_of(tmp_path / "x.pdf") if one.right > 200}
    boxed = {right[EN.kip(kip)] for kip in (_set().cash.opening, _set().cash.closing)}
    assert len(boxed) == 1
    assert right[EN.kip(1_234_567)] < min(boxed)


def test_refunds_are_named_where_there_were_any(tmp_path: Path) -> None:
    said = []
    for refunds in (0, 5_000):
        years = tuple(replace(one, refunds=refunds) for one in _set().years)
        given = replace(statement(3), more=replace(_set(), years=years))
        print_annual(given, EN, tmp_path / "x.pdf")
        said.append("refunds" in text_of(tmp_path / "x.pdf"))
    assert said == [False, True]


def test_the_auditors_read_how_the_book_was_kept_before_they_sign(tmp_path: Path) -> None:
    watched = Watched(pins=0, officers=4, rehearsals=0, acts=())
    given = replace(statement(3), more=_set(), watched=watched)
    print_annual(given, EN, tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf")
    kept = text.index("Who wrote, and how the book was kept")
    assert kept < text.index("What the auditors looked at") < text.index("Auditor\n")
    assert text.count("Name, signature and day:") == 1


def test_a_proposal_has_neither_the_boxes_nor_the_audit(tmp_path: Path) -> None:
    words = open_words("en")
    print_annual(replace(statement(3, proposed=True), more=_set()), words, tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf")
    assert "The cash book in short" in text
    assert "The year in words" not in text
    assert "auditors" not in text


@IN_LANGUAGES
def test_a_year_that_still_runs_has_its_day_and_not_its_end(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    end = _words(words.say("At the end"))
    given = statement(3, proposed=True)
    years = replace(_set().years[-1], year=given.year.number)
    more = replace(_set(), years=(*_set().years[:-1], years))
    runs = replace(given, more=more, printed=date(2025, 10, 20))
    print_annual(runs, words, tmp_path / "x.pdf")
    text = _words(text_of(tmp_path / "x.pdf", "-layout"))
    day = words.day(date(2025, 10, 20))
    assert text.count(_words(words.say("On {day}", day=day))) >= 2
    # In the table and in both charts: a chart may stand on another page than the table.
    assert text.count(_words(words.say("* until {day}", day=day))) == 3
    assert text.count(f"{words.year(2025)} *") == 3
    print_annual(replace(given, more=more), words, tmp_path / "x.pdf")
    text = _words(text_of(tmp_path / "x.pdf", "-layout"))
    assert text.count(end) >= 2
    assert f"{words.year(2025)} *" not in text


@IN_LANGUAGES
def test_a_paper_of_a_year_says_when_one_before_it_is_not_closed(
    language: str, tmp_path: Path
) -> None:
    words = open_words(language)
    own = (AmountRow(Account(3902), 700),)
    given = statement(3, proposed=True)
    given = replace(given, balance_sheet=replace(given.balance_sheet, equity=own))
    out = tmp_path / "x.pdf"

    def papers(year: int | None) -> Iterator[str]:
        whole = replace(given, earlier_open=year)
        print_dividend_list(whole, words, out)
        yield _words(text_of(out, "-layout"))
        print_proof(replace(_proof(), earlier_open=year), words, out)
        yield _words(text_of(out, "-layout"))
        print_member_year(replace(_member_year(), earlier_open=year), OFFICERS, words, out)
        yield _words(text_of(out, "-layout"))
        print_annual(whole, words, out)
        yield _words(text_of(out, "-layout"))

    said = _words(words.say(EARLIER, year=words.year(2024)))
    assert [text.count(said) for text in papers(None)] == [0, 0, 0, 0]
    told = list(papers(2024))
    assert [text.count(said) for text in told] == [1, 1, 1, 1]
    row = _words(words.say("Result of earlier years, not shared out yet"))
    assert f"{row} {words.kip(700)}" in told[-1]


# --- a member's year --------------------------------------------------------------------------


def _proof(**more: object) -> Proof:
    return random_proof(rulebook(rules(*LINES, unit=500, exclude_defaulters=True, **more)))


def _member_year(place: int = 0, **group: Any) -> MemberYear:
    proof = _proof()
    whose = replace(proof.rows[place].member, name=LONG_NAME)
    lines = tuple(row._replace(savings=row.savings + MOST) for row in deposits(4))
    book = passbook(lines, whose=whose, savings_before=MOST, group=replace(GROUP, **group))
    return member_year_of(book, proof)


@IN_LANGUAGES
def test_a_members_statement_is_one_page_with_the_division_on_it(
    language: str, tmp_path: Path
) -> None:
    words = open_words(language)
    hers = _member_year(name=LONG_GROUP)
    print_member_year(hers, OFFICERS, words, tmp_path / "x.pdf")
    assert facts_of(tmp_path / "x.pdf")["Pages"] == "1"
    text = _words(text_of(tmp_path / "x.pdf", "-layout"))
    dividend, refund = hers.steps
    assert dividend.pool is not None
    whole, weight = words.kip(dividend.whole), words.kip(dividend.weight)
    division = f"{words.kip(dividend.pool)} ÷ {whole} × {weight}"
    assert division in text
    assert f"= {words.money_format.with_tenth(dividend.exact, dividend.tenth)}" in text
    assert words.kip(refund.kip) in text
    total = words.money(dividend.kip + refund.kip)
    assert _words(words.say("You get {amount}.", amount=total)) in text
    assert words.kip(hers.savings.closing) in text


def test_a_running_year_says_what_the_rest_of_it_counts_and_who_signs(tmp_path: Path) -> None:
    hers = replace(_member_year(), proposed=True, last=date(2025, 10, 20))
    print_member_year(hers, OFFICERS, open_words("en"), tmp_path / "x.pdf")
    text = _words(text_of(tmp_path / "x.pdf", "-layout"))
    assert "The rest of the year is counted with the savings of 20/10/2025." in text
    (accountant,) = [one.name for one in OFFICERS if one.role is Role.ACCOUNTANT]
    assert accountant in text.split("Accountant")[1]
    assert "Amounts in kip" in text


@IN_LANGUAGES
def test_who_gets_nothing_is_told_why(language: str, tmp_path: Path) -> None:
    words, hers = open_words(language), _member_year()
    assert hers.row is not None
    steps = tuple(step._replace(weight=7, exact=13, tenth=2, kip=0) for step in hers.steps)
    none = replace(hers, steps=steps, row=hers.row._replace(dividend=0, refund=0))
    least = replace(hers, steps=tuple(step._replace(kip=500) for step in steps))
    for given, told in ((none, True), (least, False)):
        print_member_year(given, OFFICERS, words, tmp_path / "x.pdf")
        text = _words(text_of(tmp_path / "x.pdf", "-layout"))
        small = "That is less than {unit}, the smallest amount that is paid out."
        assert (_words(words.say(small, unit=words.money(500))) in text) is told
        assert (_words(words.in_words(0)) in text) is False


def test_what_to_do_with_figures_too_long_for_a_calculator_is_said_plainly(tmp_path: Path) -> None:
    """A calculator of eight figures takes no weight of a whole group otherwise."""
    words = open_words("en")
    told = "Too long for a calculator? Divide both weights by 1,000 first: the result is the same."
    print_member_year(_member_year(), OFFICERS, words, tmp_path / "year.pdf")
    print_dividend_list(statement(3), words, tmp_path / "list.pdf")
    print_proof(_proof(), words, tmp_path / "proof.pdf")
    for name in ("year.pdf", "list.pdf", "proof.pdf"):
        text = _words(text_of(tmp_path / name))
        assert text.count(told) == 1
    lines = [line.strip() for line in text_of(tmp_path / "year.pdf", "-layout").splitlines()]
    # On a line of its own: it is no figure among those that are divided.
    assert told in lines
    assert not any(line.endswith("·") for line in lines)


@IN_LANGUAGES
def test_the_period_of_a_dividend_list_is_in_figures(language: str, tmp_path: Path) -> None:
    words, given, out = open_words(language), statement(3), tmp_path / "x.pdf"
    print_dividend_list(given, words, out)
    first, last = words.day(given.year.first), words.day(given.until)
    assert f"{first} – {last}" in _words(text_of(out, "-layout"))


def test_who_is_left_out_is_told_why(tmp_path: Path) -> None:
    hers = _member_year(2)
    assert hers.row is not None
    assert hers.row.left_out
    print_member_year(hers, OFFICERS, open_words("en"), tmp_path / "x.pdf")
    assert "in arrears with a loan" in text_of(tmp_path / "x.pdf")


def test_without_a_proof_there_is_no_dividend(tmp_path: Path) -> None:
    hers = replace(_member_year(), row=None, steps=(), proposed=True)
    print_member_year(hers, OFFICERS, open_words("en"), tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf")
    assert "No dividend was worked out" in text
    assert "PROPOSED" in text


# --- the certificate --------------------------------------------------------------------------


def _certificate(**more: object) -> Certificate:
    given: dict[str, object] = {
        "group": GROUP,
        "rulebook": RULES,
        "day": KHAM.joined.replace(year=2026),
        "member": KHAM,
        "since": KHAM.joined,
        "years": 11,
        "begin": KHAM.joined,
        "months": 71,
        "saved": 67,
        "unbroken": 43,
        "savings": MOST,
        "loans_repaid": 9,
        "loans_on_time": 8,
        "claims": 2,
        "welfare": 450_000,
    }
    return Certificate(**{**given, **more})  # type: ignore[arg-type]


def _shown(given: Certificate, words: Words, tmp_path: Path) -> str:
    assert print_certificate(given, OFFICERS, words, tmp_path / "x.pdf") == 1
    return _words(text_of(tmp_path / "x.pdf", "-layout"))


@IN_LANGUAGES
def test_a_certificate_says_what_she_has_done(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    text = _shown(_certificate(), words, tmp_path)
    run = words.say_many("{n} meeting", "{n} meetings", 43)
    years = words.say_many("{n} year", "{n} years", 11)
    for figure in (years, run, words.money(MOST), words.money(450_000)):
        assert _words(figure) in text
    assert words.say_many("{saved} of {n} meeting", "{saved} of {n} meetings", 71, saved=67) in text
    assert words.say("{n} of {all}", n=8, all=9) in text
    assert words.say("Has saved every time, without missing one.") not in text
    assert OFFICERS[0].name in text


@IN_LANGUAGES
def test_a_certificate_says_nothing_of_loans_to_who_repaid_none(
    language: str, tmp_path: Path
) -> None:
    words = open_words(language)
    label = _words(words.say("Loans repaid, and never late"))
    assert label in _shown(_certificate(), words, tmp_path)
    bare = _shown(_certificate(loans_repaid=0, loans_on_time=0), words, tmp_path)
    assert label not in bare
    assert "–" not in bare
    # What came after it is still there, with its figure.
    assert _words(words.say("Received from the welfare fund")) in bare
    assert _words(words.money(450_000)) in bare


def test_a_certificate_says_nothing_of_help_to_who_got_none(tmp_path: Path) -> None:
    text = _shown(_certificate(welfare=0, claims=0), EN, tmp_path)
    assert "Received from the welfare fund" not in text
    assert " 0 kip" not in text


def test_a_certificate_says_from_when_on_the_book_counts(tmp_path: Path) -> None:
    """Who joined before the book begins is told so; for all others it is the day they joined."""
    assert "Meetings with saving 67 of 71" in _shown(_certificate(), EN, tmp_path)
    begin = KHAM.joined.replace(year=2020)
    text = _shown(_certificate(begin=begin), EN, tmp_path)
    assert "Meetings with saving 67 of 71" in text
    assert f"Meetings are counted from {EN.day(begin)} on." in text
    assert "are counted" not in _shown(_certificate(), EN, tmp_path)


def test_the_code_of_the_book_stands_clear_of_the_frame(tmp_path: Path) -> None:
    with stamped(Stamp("XCXA", 129)):
        _shown(_certificate(), EN, tmp_path)
    code = next(one for one in words_of(tmp_path / "x.pdf") if one.text == "Code")
    assert 210 * MM - code.bottom > (11 + 3 + 3) * MM


def test_who_never_missed_a_month_is_praised(tmp_path: Path) -> None:
    text = _shown(_certificate(saved=71), open_words("en"), tmp_path)
    assert "Has saved every time, without missing one." in text


def test_a_practice_certificate_says_so_and_needs_no_officers(tmp_path: Path) -> None:
    given = _certificate(group=replace(GROUP, practice=True, name=LONG_GROUP))
    assert print_certificate(given, (), open_words("lo"), tmp_path / "x.pdf") == 1
    assert open_words("lo").say("PRACTICE – not a real book") in text_of(tmp_path / "x.pdf")


# --- blank forms ------------------------------------------------------------------------------


FORMS: dict[Blank, int] = {
    draw_blank_annual: 4,
    draw_blank_proof: 1,
    draw_blank_member_year: 1,
    draw_blank_dividend_list: 1,
    draw_blank_certificate: 1,
    draw_blank_passbook: 1,
}


@IN_LANGUAGES
@pytest.mark.parametrize("name", ["", LONG_GROUP])
@pytest.mark.parametrize("draw", FORMS)
def test_blank_forms_have_heads_and_no_figures(
    language: str, tmp_path: Path, draw: Blank, name: str
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    facts = FormFacts(replace(GROUP, name=name))
    assert print_forms([draw], facts, words, out) == FORMS[draw]
    text = text_of(out)
    assert words.say("Printed on {day}", day="")[:6] not in text
    assert not re.search(r"\d{3}", text)
    # Without a name of the group there is a line for it.
    assert (words.say("Group") in text.split()) is (name == "")


def test_a_blank_certificate_has_its_facts_and_places_to_sign(tmp_path: Path) -> None:
    words = open_words("en")
    print_forms([draw_blank_certificate], FormFacts(GROUP), words, tmp_path / "x.pdf")
    text = _words(text_of(tmp_path / "x.pdf", "-layout"))
    for said in ("Certificate of years saved", "Whole years in the group", "Treasurer", "Day: __"):
        assert said in text


# --- the dividend list ------------------------------------------------------------------------


@IN_LANGUAGES
@pytest.mark.parametrize("refunds", [False, True])
def test_the_dividend_list_pays_everybody_and_adds_up(
    language: str, refunds: bool, tmp_path: Path
) -> None:
    words, given = open_words(language), statement(60, refunds=refunds)
    assert print_dividend_list(given, words, tmp_path / "x.pdf") > 3
    pages = pages_of(tmp_path / "x.pdf", "-layout")
    text = _words(" ".join(pages))
    for row in given.dividends:
        assert words.kip(row.total) in text.split()
    whole = sum(row.total for row in given.dividends)
    assert words.say("To be paid: {kip}", kip=words.money(whole)).replace("\u00a0", " ") in text
    listed = [_words(page) for page in pages if words.say("Total of this page") in _words(page)]
    assert len(listed) > 2
    assert all(words.say("Brought forward") in page for page in listed[1:])
    assert words.kip(whole) in listed[-1].split()
    assert words.say("Every member was paid as signed above.") in text


@IN_LANGUAGES
def test_every_dividend_follows_from_the_line_above_the_list(language: str, tmp_path: Path) -> None:
    words, given = open_words(language), statement(12)
    print_dividend_list(given, words, tmp_path / "list.pdf")
    print_annual(given, words, tmp_path / "annual.pdf")
    weight = re.escape(words.say("weight"))
    for name in ("list.pdf", "annual.pdf"):
        text = _words(text_of(tmp_path / name, "-layout"))
        found = re.search(rf"([\d,]+) ÷ ([\d,]+) × {weight}", text)
        assert found
        pool, whole = (int(figure.replace(",", "")) for figure in found.groups())
        for row in given.dividends:
            assert row.dividend == pool * row.weight // whole // 500 * 500
        assert _words(words.say("rounded down to the nearest {unit}", unit="500")) in text


def test_a_proposed_list_says_what_the_rest_of_the_year_counts(tmp_path: Path) -> None:
    given = replace(statement(3, proposed=True), printed=date(2025, 10, 20))
    print_dividend_list(given, open_words("en"), tmp_path / "x.pdf")
    text = _words(text_of(tmp_path / "x.pdf"))
    assert "counted with the savings of 20/10/2025" in text
    print_dividend_list(statement(3), open_words("en"), tmp_path / "x.pdf")
    assert "The rest of the year" not in text_of(tmp_path / "x.pdf")


def test_a_page_of_the_dividend_list_says_whose_rows_it_holds(tmp_path: Path) -> None:
    given = statement(60)
    print_dividend_list(given, open_words("en"), tmp_path / "x.pdf")
    heads = [page.splitlines()[0] for page in pages_of(tmp_path / "x.pdf", "-layout")[1:]]
    spans = [head.rpartition(" · No. ")[2].split(" to ") for head in heads]
    numbers = [row.member.number for row in given.dividends]
    assert spans[-1][1] == numbers[-1]
    assert [a for a, _ in spans[1:]] == [numbers[numbers.index(b) + 1] for _, b in spans[:-1]]


def test_a_dividend_list_leaves_room_for_a_thumb(tmp_path: Path) -> None:
    print_dividend_list(statement(6), open_words("en"), tmp_path / "x.pdf")
    there = [w for w in words_of(tmp_path / "x.pdf") if w.page == 1 and w.left < 20 * MM]
    found = {word.text: word.top for word in there}
    assert found["2"] - found["1"] >= 12 * MM - 1


def test_a_year_without_profit_has_no_dividend_list(tmp_path: Path) -> None:
    given = statement(3, earned=0)
    assert print_dividend_list(given, open_words("en"), tmp_path / "x.pdf") == 1
    assert "There is no profit to share." in text_of(tmp_path / "x.pdf")


def test_a_pool_too_small_to_be_shared_is_told_in_words(tmp_path: Path) -> None:
    given, words = statement(3, earned=700), open_words("en")
    assert given.plan.profit > 0
    assert print_dividend_list(given, words, tmp_path / "list.pdf") == 1
    print_annual(given, words, tmp_path / "annual.pdf")
    for name in ("list.pdf", "annual.pdf"):
        text = _words(text_of(tmp_path / name))
        assert "No dividend is paid this year. The members' part of the profit is" in text
        assert "So all of it is left over by rounding." in text
        assert "Twice the weight" not in text
        assert "Every member was paid" not in text


def test_a_plan_without_a_line_for_members_pays_no_dividend(tmp_path: Path) -> None:
    given = statement(3)
    nothing = tuple(replace(row, dividend=0, refund=0) for row in given.dividends)
    plan = replace(given.plan, lines=())
    print_dividend_list(
        replace(given, dividends=nothing, plan=plan), open_words("en"), tmp_path / "x.pdf"
    )
    assert _words(text_of(tmp_path / "x.pdf")).count("No dividend is paid this year.") == 1
    assert "rounding" not in text_of(tmp_path / "x.pdf")


def test_a_blank_certificate_has_room_for_days_and_figures(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    print_forms([draw_blank_certificate], FormFacts(GROUP), EN, out)
    found = words_of(out)
    blanks = [(one.right - one.left) / MM for one in found if set(one.text.strip(",")) == {"_"}]
    number, *days = sorted(blanks)
    assert number > 18
    assert len(days) == 2
    assert min(days) > 34
    # No gap hangs close above a rule: it would be taken for the line of the figure below it.
    gaps = [one.bottom for one in found if set(one.text.strip(",")) == {"_"}]
    rules = [one.y for one in strokes_of(out, dotted=False)]
    assert not [rule for gap in gaps for rule in rules if -1 * MM < rule - gap < 5 * MM]
    assert "Savings on the day below" in text_of(out)
    # The figure of that row ends in the middle of the sheet.
    assert max(one.right for one in found if one.text == "one") < 115 * MM


@pytest.mark.parametrize("funds", range(1, 16))
def test_the_loans_by_purpose_stand_on_one_page(tmp_path: Path, funds: int) -> None:
    given = statement(3)
    rows = tuple(PurposeRow(f"purpose {n}", 1, 3_000 + n, 1, 2_000) for n in range(8))
    more = replace(_set(), purposes=rows)
    given = replace(given, more=more, funds=given.funds * funds)
    print_annual(given, EN, tmp_path / "x.pdf")
    (page,) = [page for page in pages_of(tmp_path / "x.pdf") if "Loans by purpose" in page]
    table = page[page.index("Loans by purpose") :]
    assert EN.kip(purposes_total(rows).lent) in table


def test_how_the_book_was_kept_fills_the_last_page_of_the_accounts(tmp_path: Path) -> None:
    watched = Watched(pins=0, officers=4, rehearsals=0, acts=())
    print_annual(replace(statement(3), more=_set(), watched=watched), EN, tmp_path / "x.pdf")
    pages = pages_of(tmp_path / "x.pdf")
    (kept,) = [n for n, page in enumerate(pages) if "Who wrote, and how" in page]
    (texts,) = [n for n, page in enumerate(pages) if "The year in words" in page]
    assert kept == texts - 1
