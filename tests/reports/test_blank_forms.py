"""Blank forms: each has room for what is written on it, and says what belongs where."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from ledger.rules.paper_texts import LoanText
from ledger.rules.people import Role
from reports.asking_forms import draw_blank_claim, draw_blank_joining
from reports.attendance import draw_blank_attendance
from reports.cash_count import draw_blank_cash_count
from reports.certificate import draw_blank_certificate
from reports.collection_sheet import draw_blank_collection
from reports.dividend_list import draw_blank_dividend_list
from reports.form_set import BLANK, Blank, FormFacts, print_forms
from reports.hand_grid import HandGrid
from reports.loan_forms import loan_form
from reports.minutes import draw_blank_minutes
from reports.passbook_form import draw_blank_passbook
from reports.pay_outs import draw_blank_pay_outs
from reports.style import MM
from reports.wall_list import draw_blank_wall_list
from reports.year_forms import draw_blank_annual, draw_blank_member_year, draw_blank_proof
from tests.reports.pdfs import needs_poppler, pages_of, strokes_of, text_of, words_of
from tests.villages import GROUP
from translations import LANGUAGES, open_words
from ui.papers.forms import NO_BOOK

pytestmark = needs_poppler
NOTES = FormFacts(GROUP, notes=NO_BOOK.notes)
PRACTICE = replace(NOTES, group=replace(GROUP, practice=True))
ROLES = ("President", "Accountant", "Treasurer")
LISTS_OF_MONEY = (
    draw_blank_collection,
    draw_blank_dividend_list,
    draw_blank_pay_outs,
    draw_blank_proof,
    draw_blank_wall_list,
)


def said(tmp_path: Path, form: Blank, facts: FormFacts = NOTES) -> str:
    """The text of a form in English, line by line."""
    print_forms([form], facts, open_words("en"), tmp_path / "x.pdf")
    return text_of(tmp_path / "x.pdf", "-layout")


@pytest.mark.parametrize(
    "facts", [NO_BOOK, NOTES, PRACTICE], ids=["no book", "a group", "practice"]
)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("form", "pages"),
    [
        (draw_blank_joining, 1),
        (draw_blank_claim, 1),
        (draw_blank_attendance, 1),
        (draw_blank_cash_count, 1),
        (draw_blank_collection, 2),
        (draw_blank_dividend_list, 1),
        (draw_blank_pay_outs, 1),
        (draw_blank_wall_list, 1),
        (draw_blank_passbook, 1),
        (draw_blank_annual, 4),
        (draw_blank_member_year, 1),
        (draw_blank_proof, 1),
    ],
)
def test_a_form_has_the_pages_that_it_is_meant_to_have(
    tmp_path: Path, form: Blank, pages: int, language: str, facts: FormFacts
) -> None:
    assert print_forms([form], facts, open_words(language), tmp_path / "x.pdf") == pages


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (draw_blank_dividend_list, "Every member was paid as signed above."),
        (draw_blank_collection, "Collected and counted by:"),
        (draw_blank_cash_count, "Counted by:"),
        (draw_blank_annual, "This report was read out and agreed."),
    ],
)
def test_under_every_line_to_sign_on_stands_who_signs(
    tmp_path: Path, form: Blank, sentence: str
) -> None:
    text = said(tmp_path, form)
    below = text[text.index(sentence) :]
    assert all(role in below for role in ROLES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("form", "roles", "names"),
    [
        (draw_blank_minutes, ROLES, 3),
        (draw_blank_dividend_list, ROLES, 3),
        (draw_blank_pay_outs, ("President", "Treasurer"), 2),
        (draw_blank_cash_count, ROLES, 3),
        (draw_blank_collection, ROLES, 3),
        (draw_blank_certificate, ROLES, 3),
        (draw_blank_annual, (*ROLES, "Auditor"), 6),
        (draw_blank_member_year, ("Member", "Accountant"), 2),
        (draw_blank_joining, (*ROLES, "Applicant", "Witness"), 6),
        (draw_blank_claim, (*ROLES, "Who gets the money", "Paid by", "Witness"), 6),
        (loan_form(LoanText.APPLICATION), (*ROLES, "Borrower"), 4),
        (loan_form(LoanText.CONTRACT), (*ROLES, "Borrower", "Witness"), 6),
        (loan_form(LoanText.GUARANTEE), (*ROLES, "Guarantor", "Witness"), 5),
        (loan_form(LoanText.REMINDER), (*ROLES, "Received by"), 4),
    ],
)
def test_whoever_signs_by_hand_has_dots_for_the_name_below_the_line(
    tmp_path: Path, form: Blank, roles: Sequence[str], names: int, language: str
) -> None:
    """A signature is not read by who comes ten years later: a name is."""
    words, out = open_words(language), tmp_path / "x.pdf"
    print_forms([form], NOTES, words, out)
    dots, rules = strokes_of(out, dotted=True), strokes_of(out, dotted=False)
    assert len(dots) == names
    for dot in dots:
        # So much room for the pen above the dots, and above the line to sign on.
        line = max(
            one.y
            for one in rules
            if one.page == dot.page
            and one.left < dot.right
            and one.right > dot.left
            and one.y < dot.y - 1
        )
        assert 6 * MM < dot.y - line < 14 * MM
        inside = [w for w in words_of(out) if w.page == dot.page and line < w.top < dot.y]
        assert inside
    told = "".join(text_of(out).split())
    assert all("".join(words.say(role).split()) in told for role in roles if role not in ROLES)


def test_the_form_for_pay_outs_is_signed_as_the_printed_list_is(tmp_path: Path) -> None:
    text = said(tmp_path, draw_blank_pay_outs)
    below = text[text.index("Paid out by, and witnessed by:") :]
    assert [role for role in ROLES if role in below] == ["President", "Treasurer"]


@pytest.mark.parametrize("form", [draw_blank_dividend_list, draw_blank_pay_outs])
def test_a_list_to_sign_has_room_for_names(tmp_path: Path, form: Blank) -> None:
    """A name by hand needs five centimetres and more."""
    said(tmp_path, form)
    places = {word.text: word for word in words_of(tmp_path / "x.pdf")}
    column = places["Savings" if "Savings" in places else "What"].left - places["Name"].left
    assert column > 50 / 25.4 * 72


def test_nothing_is_printed_on_a_blank_sheet_that_could_be_paid_as_printed(tmp_path: Path) -> None:
    text = said(tmp_path, draw_blank_collection)
    assert "as printed" not in text
    assert "Day" in text
    assert "Tick" not in text


def test_an_attendance_sheet_counts_who_came(tmp_path: Path) -> None:
    text = said(tmp_path, draw_blank_attendance)
    below = text[text.rindex("thumbprint") :]
    here, whole = below.split("All pages together")
    assert "Total of this page" in here
    for mark in ("Present", "Paid through a neighbour", "Absent"):
        assert mark in here, mark
        assert mark in whole, mark
    assert "Total" in whole
    assert "Counted by (name and signature)" in below


def test_amounts_of_a_form_say_in_what_they_are(tmp_path: Path) -> None:
    for form in (
        draw_blank_annual,
        draw_blank_dividend_list,
        draw_blank_minutes,
        draw_blank_pay_outs,
        draw_blank_wall_list,
    ):
        assert "Amounts in kip" in said(tmp_path, form)


def test_the_committee_signs_what_it_decided(tmp_path: Path) -> None:
    for form, number in ((draw_blank_joining, "Member's number"), (draw_blank_claim, "Amount")):
        text = said(tmp_path, form)
        below = text[text.index("What the committee decided") :]
        assert number in below
        assert all(role in below for role in ROLES)


def test_the_minutes_are_signed_by_the_offices_that_the_group_has(tmp_path: Path) -> None:
    assert "Secretary" not in said(tmp_path, draw_blank_minutes)
    roles = (Role.PRESIDENT, Role.SECRETARY, Role.ADVISER)
    text = said(tmp_path, draw_blank_minutes, replace(NOTES, roles=roles))
    assert all(role in text for role in ("President", "Secretary", "Adviser"))
    assert "Treasurer" not in text


def test_a_member_signs_what_she_asks_for(tmp_path: Path) -> None:
    text = said(tmp_path, draw_blank_joining)
    assert text.index("I want to become a member") < text.index("Applicant")
    text = said(tmp_path, draw_blank_claim)
    assert text.index("Who asks for the benefit") < text.index("What the committee decided")
    assert text.index("The money was handed over") < text.index("Who gets the money")


def test_every_table_of_a_year_has_a_row_for_its_sum(tmp_path: Path) -> None:
    assert said(tmp_path, draw_blank_annual).count("Total") == 6


def test_a_year_by_hand_says_that_its_sides_are_equal_and_what_its_profit_is(
    tmp_path: Path,
) -> None:
    text = said(tmp_path, draw_blank_annual)
    assert text.index("Liabilities, funds and own money together") < text.index("Income")
    profit = text.index("Profit: income less expenses")
    assert text.index("Expenses") < profit < text.index("Allocation of profit")


@pytest.mark.parametrize(
    ("form", "head"),
    [
        (draw_blank_annual, f"Annual report · Year: {BLANK}"),
        (draw_blank_collection, f"Collection sheet · Day: {BLANK}"),
        (loan_form(LoanText.CONTRACT), f"Loan contract · Loan {BLANK}"),
    ],
)
def test_a_later_page_of_a_form_has_room_for_what_it_belongs_to(
    tmp_path: Path, form: Blank, head: str
) -> None:
    first, *later = said(tmp_path, form).rstrip("\f").split("\f")
    assert later
    assert head not in first
    assert all(head in page for page in later)


def test_a_contract_by_hand_has_its_number_beside_that_of_the_loan(tmp_path: Path) -> None:
    text = said(tmp_path, loan_form(LoanText.CONTRACT))
    assert re.search("Number of the loan +Number of the contract\n", text)


def test_no_head_of_a_proof_is_broken_inside_a_word(tmp_path: Path) -> None:
    print_forms([draw_blank_proof], NOTES, open_words("th"), tmp_path / "x.pdf")
    assert "เลขที่" in text_of(tmp_path / "x.pdf", "-layout")


def test_every_column_of_a_proof_has_room_for_figures_by_hand(tmp_path: Path) -> None:
    """Seven figures by hand need 16 mm."""
    print_forms([draw_blank_proof], NOTES, open_words("en"), tmp_path / "x.pdf")
    heads = ("A", *map(str, range(1, 13)), "w", "d")
    top = next(word.top for word in words_of(tmp_path / "x.pdf") if word.text == "A")
    ends = [
        word.right
        for word in words_of(tmp_path / "x.pdf")
        if word.text in heads and abs(word.top - top) < 1
    ]
    assert len(ends) == len(heads)
    assert min(b - a for a, b in pairwise(ends)) > 16 * MM - 0.1


def test_every_auditor_is_told_what_belongs_on_the_line(tmp_path: Path) -> None:
    text = said(tmp_path, draw_blank_annual)
    assert re.search(r"Name, signature and day:\s+Auditor +Auditor +Auditor\n", text)


def test_the_rows_and_the_reckoning_of_a_members_year_say_what_they_are(tmp_path: Path) -> None:
    text = said(tmp_path, draw_blank_member_year)
    for name in ("Savings", "Voluntary savings", "Loans", "Total", "what is shared out"):
        assert name in text
    # A pocket calculator can only divide first: the product would have too many figures.
    assert text.index("shared out") < text.index("weight of all") < text.index("your weight")
    assert text.index("your weight") < text.index("before rounding")
    assert text.index("before rounding") < text.index("left over by rounding")
    assert text.index("left over by rounding") < text.rindex("your dividend")
    for name in ("Amounts in kip", "Member number", "Name", "Day", "What", "More", "Accountant"):
        assert name in text


def test_the_letters_of_a_proof_are_said_below_it(tmp_path: Path) -> None:
    text = said(tmp_path, draw_blank_proof)
    told = (
        "A: savings",
        "w: weight",
        "W: the w",
        "D: what",
        "d: dividend",
        "weight of all members",
    )
    for letter in told:
        assert letter in text
    for part in ("d=D÷W×w", "Amountsinkip", "Totalofthispage"):
        assert part in "".join(text.split())


@pytest.mark.parametrize("facts", [NO_BOOK, NOTES], ids=["no book", "a group"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", LISTS_OF_MONEY)
def test_a_list_of_money_carries_its_sums_from_sheet_to_sheet(
    tmp_path: Path, form: Blank, language: str, facts: FormFacts
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    print_forms([form], facts, words, out)
    text = "".join(pages_of(out)[0].split())
    told = ("Brought forward", "Total of this page", "Total up to here")
    places = [text.index("".join(words.say(one).split())) for one in told]
    assert places == sorted(places)


@pytest.mark.parametrize("facts", [NO_BOOK, NOTES], ids=["no book", "a group"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", [LoanText.CONTRACT, LoanText.ADDENDUM, LoanText.REMINDER])
def test_a_ruled_list_of_due_days_is_whole_on_one_page(
    tmp_path: Path, which: LoanText, language: str, facts: FormFacts
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    print_forms([loan_form(which)], facts, words, out)
    head = "".join(words.say("To pay ({unit})", unit=words.unit).split())
    total = words.say("Total")
    lists = 2 if which is LoanText.ADDENDUM else 1
    pages = ["".join(page.split()) for page in pages_of(out)]
    assert sum(page.count(head) for page in pages) == lists
    assert all(page.count(head) == page.count(total) for page in pages)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", LoanText)
def test_no_line_of_a_form_begins_with_a_dot(
    tmp_path: Path, which: LoanText, language: str
) -> None:
    print_forms([loan_form(which)], NOTES, open_words(language), tmp_path / "x.pdf")
    margin = 30 / 25.4 * 72
    assert not [
        one for one in words_of(tmp_path / "x.pdf") if one.text == "·" and one.left < margin
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [draw_blank_attendance, *LISTS_OF_MONEY])
def test_a_list_of_many_sheets_has_room_for_the_number_of_each(
    tmp_path: Path, form: Blank, language: str
) -> None:
    words, out = open_words(language), tmp_path / "x.pdf"
    print_forms([form], NOTES, words, out)
    text = text_of(out, "-layout")
    assert words.say("Sheet {sheet} of {sheets}", sheet="_" * 8, sheets="_" * 8) in text
    for pages in (1, 2):
        assert words.say("Page {page} of {pages}", page=1, pages=pages) not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_decisions_of_blank_minutes_fill_their_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    left: list[float] = []
    end = HandGrid.end

    def ended(grid: HandGrid) -> None:
        left.append(grid.flow.room / grid.row_height)
        end(grid)

    monkeypatch.setattr(HandGrid, "end", ended)
    print_forms([draw_blank_minutes], NOTES, open_words(language), tmp_path / "x.pdf")
    assert len(left) == 1
    assert 0 <= left[0] < 1


@pytest.mark.parametrize("practice", [True, False])
def test_a_blank_collection_sheet_says_at_its_head_that_it_is_for_practice(
    tmp_path: Path, practice: bool
) -> None:
    facts = replace(NOTES, group=replace(NOTES.group, practice=practice))
    text = said(tmp_path, draw_blank_collection, facts)
    assert ("PRACTICE" in text[: text.index("Savings")]) is practice
