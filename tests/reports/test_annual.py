"""The annual statement: every figure of it on paper, in place, and signed for."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.accounts import Account
from ledger.rules.rulebook import NamedAccount
from ledger.statements.annual import AmountRow, AnnualStatement
from ledger.statements.banks import BankRow
from ledger.statements.trail import Watched
from reports.annual import print_annual
from reports.page import A4, MM
from tests.reports.papers import LONG_NAME, MOST, statement
from tests.reports.pdfs import (
    facts_of,
    has_private_letters,
    needs_poppler,
    pages_of,
    raw_lines,
    text_of,
    words_of,
)
from tests.villages import GROUP
from translations import LANGUAGES, open_words

LO, EN = open_words("lo"), open_words("en")


def _print(tmp_path: Path, given: AnnualStatement, language: str = "lo") -> Path:
    out = tmp_path / f"{language}.pdf"
    print_annual(given, open_words(language), out)
    return out


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _joined(text: str) -> str:
    return "".join(text.replace("\u00a0", " ").split())


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_found_again(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    given = statement(refunds=True)
    out = _print(tmp_path, given, language)
    text = " ".join(raw_lines(out))
    sheet, year = given.balance_sheet, given.income_statement
    rows = (*sheet.assets, *sheet.liabilities, *sheet.equity, *year.income, *year.expenses)
    amounts = [row.kip for row in rows]
    amounts += [sheet.total_assets, sheet.total_liabilities, sheet.total_equity, year.profit]
    amounts += [share.reached for share in given.plan.lines]
    amounts += [kip for row in given.dividends for kip in (row.savings, row.weight, row.total)]
    amounts += [kip for f in given.funds for kip in (f.opening, f.received, f.spent, f.closing)]
    printed = set(text.split())
    assert {words.kip(kip) for kip in amounts} <= printed
    assert _joined(words.in_words(year.profit)) in _joined(text)
    assert not has_private_letters(text)


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_is_called_one_and_nobody_signs_for_its_money(
    language: str, tmp_path: Path
) -> None:
    words = open_words(language)
    title = words.say("Annual report {year}", year=words.year(statement().year.number))
    later = _joined(words.say("{title} (proposed)", title=title))
    signature, agreed = (
        _joined(words.say(said))
        for said in ("Signature or thumbprint", "This report was read out and agreed.")
    )
    places = []
    for proposed in (True, False):
        given = statement(proposed=proposed)
        pages = [_joined(page) for page in pages_of(_print(tmp_path, given, language))]
        assert all((later in page) is proposed for page in pages[1:])
        assert any(agreed in page for page in pages) is not proposed
        places.append("".join(pages).count(signature))
    assert places[0] == 0 < places[1]


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_member_and_officer_has_a_place_to_sign(language: str, tmp_path: Path) -> None:
    given = statement()
    text = _joined(text_of(_print(tmp_path, given, language), "-raw"))
    for row in given.dividends:
        assert _joined(f"{row.member.title} {row.member.name}") in text
    paid = [person.officer for share in given.plan.lines for person in share.persons]
    assert paid
    for officer in given.officers:
        # Once under the statement, and once more beside what she is paid.
        assert text.count(_joined(officer.name)) == 1 + paid.count(officer)


@needs_poppler
def test_page_sums_and_running_sums_add_up(tmp_path: Path) -> None:
    given = statement(70)
    pages = pages_of(_print(tmp_path, given), "-layout")
    running = 0
    seen = 0
    for page in pages:
        for line in page.splitlines():
            cells = line.split()
            if LO.say("Brought forward") in line:
                assert cells[-1] == LO.kip(running)
            elif LO.say("Total of this page") in line:
                page_sum = int(cells[-1].replace(",", ""))
                running += page_sum
                seen += 1
            elif LO.say("Total up to here") in line:
                assert cells[-1] == LO.kip(running)
    assert seen >= 3
    # On the first page it is that of the page, and on the last that of all.
    assert sum(LO.say("Total up to here") in page for page in pages) == seen - 2
    assert running == sum(row.dividend for row in given.dividends)


@needs_poppler
def test_the_head_of_the_list_is_on_each_of_its_pages(tmp_path: Path) -> None:
    pages = pages_of(_print(tmp_path, statement(70)))
    sums = LO.say("Total of this page")
    assert all(LO.say("Signature or thumbprint") in page for page in pages if sums in page)


@needs_poppler
@pytest.mark.parametrize("given", [14, 16, 18])
def test_a_few_funds_stand_on_one_page_with_their_sum(tmp_path: Path, given: int) -> None:
    few = statement(3)
    assets = (*few.balance_sheet.assets, *few.balance_sheet.assets[:1] * given)
    sheet = replace(few.balance_sheet, assets=assets)
    marked = range(5101, 5107)
    funds = tuple(replace(few.funds[0], spent=place) for place in marked)
    out = _print(tmp_path, replace(few, balance_sheet=sheet, funds=funds), "en")
    pages = pages_of(out)
    with_sum = [page for page in pages if EN.kip(sum(marked)) in page]
    assert len(with_sum) == 1
    assert all(EN.kip(place) in with_sum[0] for place in marked)


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_income_statement_says_on_its_next_page_that_it_goes_on(
    language: str, tmp_path: Path
) -> None:
    """A group of many accounts: on a loose page nobody knew of what the costs are."""
    words, few = open_words(language), statement(3)
    year, sheet = few.income_statement, few.balance_sheet
    long_year = replace(year, income=year.income[:1] * 40, expenses=year.income[:1] * 30)
    long_sheet = replace(sheet, assets=sheet.assets[:1] * 60)
    given = replace(few, income_statement=long_year, balance_sheet=long_sheet)
    pages = pages_of(_print(tmp_path, given, language))
    day = words.day(few.until)
    for heading in (
        words.say("Income statement"),
        words.say("Balance sheet on {day}", day=day),
    ):
        goes_on = words.say("{heading} (continued)", heading=heading)
        (begun,) = [n for n, page in enumerate(pages) if f"{heading}\n" in page]
        again = [n for n, page in enumerate(pages) if f"{goes_on}\n" in page]
        assert again == list(range(begun + 1, begun + 1 + len(again)))
        assert again


@needs_poppler
def test_what_is_added_up_has_its_sum(tmp_path: Path) -> None:
    given = statement()
    lines = [line.split() for line in raw_lines(_print(tmp_path, given, "en"))]
    totals = [cells[1:] for cells in lines if cells[0] == "Total"]
    paid = sum(person.kip for share in given.plan.lines for person in share.persons)
    assert [EN.kip(paid)] in totals
    columns = zip(
        *((f.opening, f.received, f.allocated, f.spent, f.closing) for f in given.funds),
        strict=True,
    )
    assert [EN.kip(kip) if kip else "–" for kip in map(sum, columns)] in totals


@needs_poppler
def test_the_amount_before_rounding_stands_beside_what_is_paid(tmp_path: Path) -> None:
    given = statement()
    text = text_of(_print(tmp_path, given, "en"), "-layout")
    rounded = [share for share in given.plan.lines if share.odd]
    assert rounded
    for share in rounded:
        assert re.search(rf"{EN.kip(share.kip)} +{EN.kip(share.reached)}\n", text)
    assert re.search(r"Before rounding +Amount given\n", text)
    assert "What each person gets is rounded down to the nearest 500 kip." in _spaced(text)
    plan = replace(given.plan, lines=tuple(replace(s, odd=0) for s in given.plan.lines))
    profit = EN.kip(given.plan.profit)
    assert re.search(rf"Total +{profit} +{profit}\n", text)
    exact = text_of(_print(tmp_path, replace(given, plan=plan), "en"))
    assert "Before rounding" not in exact
    assert "is rounded" not in _spaced(exact)


@needs_poppler
@pytest.mark.parametrize("rounded", [True, False])
def test_what_no_line_takes_has_a_row_and_the_columns_add_up(
    tmp_path: Path, *, rounded: bool
) -> None:
    given = statement()
    *lines, rest = given.plan.lines
    if not rounded:
        lines = [replace(share, odd=0) for share in lines]
    odd = given.plan.profit - sum(share.reached for share in lines)
    plan = replace(given.plan, lines=tuple(lines), odd=odd)
    text = text_of(_print(tmp_path, replace(given, plan=plan), "en"), "-layout")
    table = text[text.index("Allocation of profit") :]
    table = table[: table.index("Total")]
    unshared = next(line for line in table.splitlines() if "Not shared out" in line)
    assert EN.kip(rest.kip) in unshared
    assert ("Left over by rounding" in table) is rounded
    rows = [line.split() for line in table.splitlines() if re.search(r"(\d{3}|–)$", line)]
    columns = 2 if rounded else 1
    for place in range(-columns, 0):
        kips = [int(row[place].replace(",", "").replace("–", "0")) for row in rows]
        assert sum(kips) == given.plan.profit


@needs_poppler
def test_a_bank_that_was_never_compared_says_so(tmp_path: Path) -> None:
    row = BankRow(Account(1001), None, 0, 5_000_000, None, None)
    text = text_of(_print(tmp_path, replace(statement(3), banks=(row,)), "en"), "-layout")
    assert re.search("Not compared yet +5,000,000\n", text)


@needs_poppler
def test_what_is_owed_to_the_network_says_that_it_is_owed(tmp_path: Path) -> None:
    given = statement(3)
    district = Account(2101)
    named = NamedAccount(district, "District fund")
    rulebook = replace(given.rulebook, accounts=(*given.rulebook.accounts, named))
    sheet = replace(given.balance_sheet, liabilities=(AmountRow(district, 450_915),))
    given = replace(given, rulebook=rulebook, balance_sheet=sheet)
    assert "Owed to District fund" in text_of(_print(tmp_path, given, "en"))


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
def test_proposed_and_practice_stand_on_every_page(language: str, tmp_path: Path) -> None:
    words = open_words(language)
    given = statement(proposed=True, practice=True)
    for page in pages_of(_print(tmp_path, given, language)):
        assert words.say("PROPOSED – the year is not closed yet") in page
        assert words.say("PRACTICE – not a real book") in page
    closed = text_of(_print(tmp_path, statement(), language))
    assert words.say("PROPOSED – the year is not closed yet") not in closed
    assert words.say("PRACTICE – not a real book") not in closed


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("refunds", [False, True])
@pytest.mark.parametrize("voluntary", [False, True])
def test_nothing_leaves_the_page(
    language: str, refunds: bool, voluntary: bool, tmp_path: Path
) -> None:
    given = statement(refunds=refunds, voluntary=voluntary)
    out = _print(tmp_path, given, language)
    found = words_of(out)
    for word in found:
        assert word.left >= 15 * MM
        assert word.right <= A4[0] - 15 * MM
        assert word.top >= 8 * MM
        assert word.bottom <= A4[1] - 8 * MM
    assert open_words(language).kip(MOST + 240_000) in {word.text for word in found}


@needs_poppler
def test_amounts_of_a_column_end_on_one_line(tmp_path: Path) -> None:
    given = statement(20)
    found = words_of(_print(tmp_path, given))
    totals = {LO.kip(kip) for kip in (row.dividend for row in given.dividends) if kip > 1_000}
    last = max(word.page for word in found if word.text in totals)
    edges = {round(w.right, 1) for w in found if w.page == last and w.text in totals}
    assert len(edges) == 1


@needs_poppler
def test_pages_are_counted_and_named(tmp_path: Path) -> None:
    out = _print(tmp_path, statement())
    pages = pages_of(out)
    assert facts_of(out)["Title"].endswith(GROUP.name)
    for place, page in enumerate(pages, start=1):
        assert LO.say("Page {page} of {pages}", page=place, pages=len(pages)) in page
        assert GROUP.name in page


@needs_poppler
def test_a_loss_says_that_there_is_no_dividend(tmp_path: Path) -> None:
    given = statement(5, earned=-70_000)
    text = text_of(_print(tmp_path, given, "en"))
    assert "Loss of the year" in text
    assert "There is no dividend." in text
    assert "-70,000" in text
    assert "Dividends to members" not in text


@needs_poppler
@pytest.mark.parametrize("funds", range(1, 12))
def test_nobody_signs_a_page_on_which_nothing_stands(tmp_path: Path, funds: int) -> None:
    """Without dividends everybody signs below how the book was kept, on one page with it."""
    given = statement(5, earned=-70_000)
    given = replace(given, funds=given.funds * funds, watched=Watched((), 0, 0, 5))
    pages = pages_of(_print(tmp_path, given, "en"))
    signed = next(page for page in pages if "This report was read out" in page)
    assert "Who wrote, and how the book was kept" in signed


@needs_poppler
def test_who_is_left_out_is_marked_with_the_reason(tmp_path: Path) -> None:
    given = statement(6)
    text = text_of(_print(tmp_path, given), "-raw")
    left_out = next(row.member for row in given.dividends if row.excluded)
    assert f"{left_out.name} *" in text
    assert LO.say("* No dividend this year: in arrears with a loan.") in text


@needs_poppler
def test_a_long_name_stays_whole(tmp_path: Path) -> None:
    text = text_of(_print(tmp_path, statement(5, refunds=True)), "-raw")
    assert _joined(LONG_NAME) in _joined(text)


@needs_poppler
def test_an_empty_year_is_a_paper_too(tmp_path: Path) -> None:
    empty = replace(statement(1), dividends=(), funds=(), officers=())
    assert len(pages_of(_print(tmp_path, empty))) >= 1


def test_the_same_statement_gives_the_same_bytes(tmp_path: Path) -> None:
    given = statement(20)
    for name in ("a.pdf", "b.pdf"):
        print_annual(given, LO, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
