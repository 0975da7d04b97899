"""The papers of a loan on paper: all figures are there, names stay whole, and blanks have room."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ledger.rules.loan_events import Contract, PlannedPart, Rescheduled
from ledger.rules.loan_values import Loan, LoanDecision, LoanMove, MoveKind
from ledger.rules.loans import loan_state
from ledger.rules.paper_texts import (
    BLOCKS,
    NEEDED,
    SLOTS,
    LoanText,
    Slot,
    check_paper_text,
    paragraphs_of,
)
from ledger.rules.rulebook import LateFine
from ledger.statements.loan_papers import (
    Lender,
    LoanPaper,
    loan_paper_of,
    signers_of,
    with_meeting,
)
from ledger.statements.loan_renewal import renewal_of
from ledger.statements.loan_schedule import due_rows
from reports.filled import Gap, Given, draw_filled, filled
from reports.flow import Flow
from reports.fonts import regular
from reports.form_set import FormFacts, forms_content, print_forms
from reports.loan_forms import loan_form
from reports.loan_paper import loan_papers_content, print_loan_papers
from reports.loan_words import LoanWords
from reports.loans_in_short import late_words
from reports.page import A4, Paper
from tests.papers.golden import compare, places_of
from tests.papers.looking import faults_of, written
from tests.reports.papers import LONG_GROUP, LONG_NAME, MOST
from tests.reports.pdfs import has_private_letters, needs_poppler, pages_of, text_of, words_of
from tests.villages import AGREED, BOUNMY, DAY, GROUP, MEMBERS, NOY, OFFICERS, RULES, RUNNING, TODAY
from translations import LANGUAGES, Words, open_words
from translations.money import NO_BREAK
from translations.paper_words import SLOTS as SLOT_WORDS
from translations.paper_words import kept_text, shown_text, standard_text
from ui.papers.forms import NO_BOOK

pytestmark = needs_poppler
LATER = date(2027, 2, 1)
DAYS = {LoanText.REMINDER: LATER, LoanText.ADDENDUM: LATER}


def long_loan() -> Loan:
    assert RUNNING.decision is not None
    moves = tuple(replace(move, kip=MOST) for move in RUNNING.moves)
    decision = replace(RUNNING.decision, kip=MOST)
    request = replace(RUNNING.request, kip=MOST, note="ຊື້ຄວາຍສອງໂຕ " * 12)
    return replace(RUNNING, request=request, decision=decision, moves=moves)


def anew(loan: Loan) -> Loan:
    """The loan with its contract, and with new due days for all of it."""
    kip = sum(move.kip for move in loan.moves)
    parts = (PlannedPart(date(2027, 6, 5), kip // 2), PlannedPart(date(2028, 1, 5), kip - kip // 2))
    signed = Contract(date(2026, 1, 5), "C-7", ("ກ",), ("ຂ",))
    return replace(loan, events=(signed, Rescheduled(date(2026, 6, 5), "9/2026", parts)))


def paper(
    which: LoanText, one: Loan = RUNNING, *, long: bool = False, texts: dict[str, str] | None = None
) -> LoanPaper:
    people = [
        replace(m, name=f"{LONG_NAME} {m.number}", number=f"12345{m.number}") if long else m
        for m in MEMBERS
    ]
    officers = [replace(o, name=LONG_NAME) if long else o for o in OFFICERS]
    group = replace(GROUP, name=LONG_GROUP) if long else GROUP
    if which is LoanText.ADDENDUM:
        one = anew(one)
    return loan_paper_of(
        which,
        one,
        Lender(group, tuple(officers), RULES, texts or {}),
        members={m.id: m for m in people},
        savings=MOST if long else 500_000,
        day=DAYS.get(which, DAY),
        printed=TODAY,
    )


MADE = [which for which in LoanText if which is not LoanText.DISCHARGE]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", LoanText)
def test_the_standard_text_keeps_the_rules(which: LoanText, language: str) -> None:
    words = open_words(language)
    text = standard_text(words, which)
    check_paper_text(which, text)
    assert kept_text(words, shown_text(words, text)) == text
    assert "{member_number}" not in shown_text(words, text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", LoanText)
def test_no_colon_hangs_between_two_gaps(which: LoanText, language: str) -> None:
    """On a form it would stand between two rules, with no word that it belongs to."""
    assert re.findall(r"\} *: *\{", standard_text(open_words(language), which)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_has_a_name_of_its_own(language: str) -> None:
    words = open_words(language)
    names = [words.say(said) for said in SLOT_WORDS.values()]
    assert len({name.casefold() for name in names}) == len(names)
    assert not [name for name in names if set(name) & set("{}\n")]
    assert kept_text(words, "{ nonsense } {Borrower} {x") == "{nonsense} {borrower} {x"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", MADE)
def test_the_longest_names_and_amounts_are_all_there(
    tmp_path: Path, which: LoanText, language: str
) -> None:
    out, words = tmp_path / "x.pdf", open_words(language)
    with written() as lines:
        print_loan_papers([paper(which, long_loan(), long=True)], words, out)
    assert faults_of(out, lines, language) == []
    text = "".join(text_of(out, "-raw").split())
    assert f"{MOST:,}" in text
    assert (
        "".join(words.in_words(MOST).split()) in text or Slot.AMOUNT_IN_WORDS not in NEEDED[which]
    )
    assert not has_private_letters(text_of(out))
    for line in lines:
        assert not line.startswith(("ພົງ", "ສະຫວັນທິບ")), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reminder_looks_as_it_did(tmp_path: Path, language: str) -> None:
    out = tmp_path / "x.pdf"
    papers = [paper(LoanText.REMINDER, long_loan(), long=True), paper(LoanText.REMINDER)]
    assert print_loan_papers(papers, open_words(language), out) == 2
    compare(f"reminders.{language}", places_of(out, 2))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_settlement_looks_as_it_did(tmp_path: Path, language: str) -> None:
    out = tmp_path / "x.pdf"
    print_loan_papers(
        [paper(LoanText.SETTLEMENT, long_loan(), long=True)], open_words(language), out
    )
    compare(f"settlement.{language}", places_of(out, 1))


def test_the_schedule_adds_up_on_paper(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    made = paper(LoanText.CONTRACT, AGREED)
    print_loan_papers([made], open_words("en"), out)
    text = text_of(out, "-layout")
    assert len(made.rows) == 10
    for row in made.rows:
        assert f"{row.kip:,}" in text
    assert f"{sum(row.kip for row in made.rows):,}" in text
    assert "Nobody stands for this loan." in text


def test_a_reminder_says_when_the_next_meeting_is_and_what_falls_due_until_then(
    tmp_path: Path,
) -> None:
    """The letter and the collection sheet of that day ask for the same."""
    out, late, meets = tmp_path / "x.pdf", date(2026, 8, 20), date(2026, 9, 5)
    paid_out = (LoanMove(date(2026, 4, 5), MoveKind.PAY_OUT, 500_000),)
    running = replace(AGREED, moves=paid_out)
    letter = loan_paper_of(
        LoanText.REMINDER,
        running,
        Lender(GROUP, tuple(OFFICERS), RULES, {}),
        members={m.id: m for m in MEMBERS},
        savings=0,
        day=late,
        printed=late,
    )
    meeting = with_meeting(letter, meets)
    then = loan_state(running, meets)
    together = then.principal_due + then.interest_asked + then.fine_due
    assert together == meeting.to_pay + meeting.due_by_then
    assert meeting.due_by_then > 0
    print_loan_papers([meeting], open_words("en"), out)
    text = " ".join(text_of(out).split())
    in_words = open_words("en").in_words(together)
    assert f"Please bring {together:,} kip ({in_words}) to the next meeting." in text
    more = f"The sum includes {meeting.due_by_then:,} kip of this loan that falls due by then."
    assert f"The next meeting is on Saturday, 5 September 2026. {more}" in text
    assert f"{meeting.to_pay:,} kip (" not in text
    print_loan_papers([replace(meeting, due_by_then=0)], open_words("en"), out)
    assert "5 September 2026. If illness" in " ".join(text_of(out).split())
    print_loan_papers([letter], open_words("en"), out)
    assert "The next meeting is" not in text_of(out)


def test_an_addendum_says_what_was_paid_after_its_day(tmp_path: Path) -> None:
    """Else nobody sees why the interest of the next due day is that of a whole month more."""
    out, paid_on = tmp_path / "x.pdf", date(2026, 6, 20)
    handed_over = LoanMove(date(2026, 4, 5), MoveKind.PAY_OUT, 500_000)
    running = replace(AGREED, moves=(handed_over,))
    first = due_rows(running, paid_on)[0]
    paid = (
        LoanMove(paid_on, MoveKind.PRINCIPAL, first.principal),
        LoanMove(paid_on, MoveKind.INTEREST, first.interest),
    )
    parts = (PlannedPart(date(2027, 6, 5), 500_000 - first.principal),)
    set_anew = (Rescheduled(date(2026, 7, 5), "9/2026", parts),)
    renewal = renewal_of(replace(running, moves=(handed_over, *paid), events=set_anew), LATER)
    assert renewal is not None
    assert renewal.paid_on[:2] == (paid_on, None)
    made = replace(paper(LoanText.ADDENDUM), renewal=renewal, rows=renewal.rows)
    print_loan_papers([made], open_words("en"), out)
    text = " ".join(text_of(out).split())
    assert "due on Tuesday, 5 May 2026 was all paid on Saturday, 20 June 2026." in text
    assert text.count("was all paid on") == 1
    assert text.count("The first interest is all interest up to that day") == 1


def test_the_day_of_what_is_signed_stands_above_the_names(tmp_path: Path) -> None:
    out, words = tmp_path / "x.pdf", open_words("en")
    print_forms([loan_form(LoanText.GUARANTEE)], FormFacts(GROUP), words, out)
    text = text_of(out)
    assert text.index("This letter was read aloud") < text.index("Day\n") < text.index("Guarantor")
    print_loan_papers([paper(LoanText.APPLICATION)], words, out)
    signed, decided = text_of(out, "-layout").split("What the committee decided")
    assert re.search("Borrower +Day\n", signed)
    assert "Day" in decided


def test_a_plan_by_hand_has_a_row_for_its_sums(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    for which, plans in ((LoanText.CONTRACT, 1), (LoanText.ADDENDUM, 2), (LoanText.REMINDER, 1)):
        print_forms([loan_form(which)], FormFacts(GROUP), open_words("en"), out)
        assert text_of(out).count("Total") == plans


def test_a_contract_without_a_number_goes_by_that_of_its_loan() -> None:
    made, words = paper(LoanText.ADDENDUM), open_words("en")
    assert LoanWords(made, words).of(Slot.CONTRACT) == "C-7"
    assert LoanWords(replace(made, contract=None), words).of(Slot.CONTRACT) == made.loan.number


def test_an_addendum_shows_what_was_agreed_before_and_what_holds_now(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    made = paper(LoanText.ADDENDUM)
    assert made.renewal is not None
    print_loan_papers([made], open_words("en"), out)
    text = text_of(out, "-layout")
    for said in (
        "Contract No. C-7",
        "Addendum 1",
        "9/2026",
        "Tuesday, 5 January 2027",
        "Friday, 5 June 2026",
    ):
        assert said in text, said
    for row in (*made.renewal.before, *made.rows):
        assert f"{row.kip:,}" in text
    assert text.count("Total") == 2
    assert text.count("Witness") == 2
    assert BOUNMY.name in text


def test_many_letters_say_how_far_they_are_and_can_be_stopped(tmp_path: Path) -> None:
    out, told = tmp_path / "x.pdf", list[tuple[int, int]]()
    papers = [paper(LoanText.REMINDER)] * 3
    words = open_words("lo")
    assert print_loan_papers(papers, words, out, lambda done, all_: told.append((done, all_))) == 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    before = out.read_bytes()
    stops = iter((False, True))
    assert print_loan_papers(papers, words, out, cancelled=lambda: next(stops)) == 0
    assert out.read_bytes() == before


def test_each_guarantor_has_a_letter_that_names_the_others(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    assert print_loan_papers([paper(LoanText.GUARANTEE)], open_words("lo"), out) == 2
    first, second = ("".join(page.split()) for page in pages_of(out))
    assert "ຂ້າພະເຈົ້າທ້າວບຸນມີທອງສະຫວັນ," in first
    assert f"ຜູ້ຄ້ຳປະກັນຄົນອື່ນ:ນາງນ້ອຍແສງມະນີ({NOY.number})" in first
    assert "ຂ້າພະເຈົ້ານາງນ້ອຍແສງມະນີ," in second


def test_who_signs_never_signs_a_page_on_which_nothing_stands(tmp_path: Path) -> None:
    """The last paragraph goes over to the next page with the places to sign."""
    out = tmp_path / "x.pdf"
    needed = "\n".join(f"{{{slot}}}" for slot in NEEDED[LoanText.CONTRACT])
    for lines in range(1, 12):
        text = "\n".join((*["ຂໍ້ຕົກລົງ"] * (lines * 3), needed, "ຂໍ້ສຸດທ້າຍ"))
        print_loan_papers([paper(LoanText.CONTRACT, texts={"lo": text})], open_words("lo"), out)
        signed = [page for page in pages_of(out) if "ພະຍານ" in page]
        assert len(signed) == 1
        assert "ຂໍ້ສຸດທ້າຍ" in signed[0]


def test_guarantors_sign_under_the_sentence_by_which_they_stand_for_the_loan(
    tmp_path: Path,
) -> None:
    out = tmp_path / "x.pdf"
    slots = [f"{{{slot}}}" for slot in NEEDED[LoanText.CONTRACT] if slot is not Slot.GUARANTOR_LIST]
    for lines in range(1, 20):
        head = ["ຂໍ້ຕົກລົງ"] * (lines * 2)
        text = "\n".join((*head, *slots, "ພວກເຮົາຄ້ຳ:", "{guarantor_list}", "ຈົບ"))
        print_loan_papers([paper(LoanText.CONTRACT, texts={"lo": text})], open_words("lo"), out)
        (together,) = [page for page in pages_of(out) if "ພວກເຮົາຄ້ຳ" in page]
        assert BOUNMY.number in together
        assert NOY.number in together


def test_every_page_says_of_which_loan_it_is(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    made = paper(LoanText.CONTRACT, long_loan(), long=True)
    print_loan_papers([made], open_words("en"), out)
    pages = pages_of(out)
    assert len(pages) == 2
    assert all(f"Loan {made.loan.number}" in page for page in pages)


def test_the_groups_own_text_is_printed_in_its_language_alone(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    own = {"lo": "{borrower}: {loan}, {overdue}, {to_pay}.\n\nຂໍໃຫ້ໂຊກດີ."}
    made = paper(LoanText.REMINDER, texts=own)
    print_loan_papers([made], open_words("lo"), out)
    assert "ຂໍໃຫ້ໂຊກດີ" in text_of(out)
    print_loan_papers([made], open_words("en"), out)
    assert "Please bring" in text_of(out)


def test_a_decision_stands_on_the_application(tmp_path: Path) -> None:
    out, words = tmp_path / "x.pdf", open_words("en")
    refused = LoanDecision(DAY, "7/2026", False, 0, reason="The box is empty")
    for decision, said in ((None, ""), (refused, "The box is empty"), (AGREED.decision, "500,000")):
        print_loan_papers(
            [paper(LoanText.APPLICATION, replace(AGREED, decision=decision))], words, out
        )
        assert said in text_of(out)
        assert ("7/2026" in text_of(out)) is (decision is refused)


def test_every_place_is_filled_in_somewhere() -> None:
    """No place of any paper stays a gap where the book knows everything."""
    words = open_words("en")
    for which in LoanText:
        one = long_loan()
        made = paper(LoanText.APPLICATION if which is LoanText.DISCHARGE else which, one)
        given = LoanWords(made, words, made.guarantors[0])
        empty = [slot for slot in SLOTS[which] if not given.of(slot)]
        assert set(empty) - BLOCKS <= {Slot.PHONE}


@pytest.mark.parametrize(
    ("late", "grace", "said"),
    [
        (LateFine.NONE, 0, "no fine is taken"),
        (LateFine.FIXED, 0, "a fine of 5,000 kip for each month begun"),
        (LateFine.PERCENT, 1, "from 1 day after the due day on a fine of 2% a month"),
        (LateFine.FIXED, 7, "from 7 days after the due day on a fine of 5,000"),
    ],
)
def test_what_being_late_costs_is_said(late: LateFine, grace: int, said: str) -> None:
    product = replace(
        RUNNING.request.product, late=late, late_points=200, late_kip=5_000, grace_days=grace
    )
    text = late_words(product, open_words("en")).replace("\u00a0", " ")
    assert text.startswith(said)


def test_every_letter_that_may_be_typed_can_be_printed() -> None:
    """What the rules let through, the typefaces have."""
    faces = regular().faces
    marks = "–—‘’“”…№₭"
    letters = [
        chr(code)
        for begin, end in (
            (0x20, 0x7E),
            (0xA0, 0xFF),
            (0xE01, 0xE3A),
            (0xE3F, 0xE5B),
            (0xE80, 0xEDF),
        )
        for code in range(begin, end + 1)
    ]
    text = "{borrower} {loan} {overdue} {to_pay} "
    for letter in (*letters, *marks):
        if letter in "{}":
            continue
        printable = any(face.font.get_nominal_glyph(ord(letter)) for face in faces)
        try:
            check_paper_text(LoanText.REMINDER, text + letter)
        except Exception:
            assert not printable, letter
        else:
            assert printable, f"U+{ord(letter):04X}"


# --- a paragraph that is filled in ----------------------------------------------------------


def drawn(tmp_path: Path, *parts: str | Given | Gap, language: str = "lo") -> Path:
    sheet = Paper(open_words(language), size=A4, title="x")
    flow = Flow(sheet)
    draw_filled(flow, filled(flow, parts))
    flow.finish(lambda _, __, ___: None)
    out = tmp_path / "x.pdf"
    sheet.save(out)
    return out


def test_a_name_is_parted_between_its_words_alone(tmp_path: Path) -> None:
    """With any text before it, no line begins within a word of the name."""
    for before in range(0, 60, 3):
        out = drawn(tmp_path, "ຂ້າພະເຈົ້າ " + "ກ " * before, Given(LONG_NAME), ", ສະມາຊິກ")
        lines = text_of(out, "-raw").splitlines()
        assert "".join(lines).replace(" ", "").count(LONG_NAME.replace(" ", "")) == 1
        starts = {line.split(" ")[0].rstrip(",") for line in lines if line.strip("ກ ,")}
        parts = {"ຂ້າພະເຈົ້າ", "ກ", "ສະມາຊິກ", *LONG_NAME.split(" ")}
        assert starts <= parts, starts


def test_what_belongs_to_a_figure_stays_with_it(tmp_path: Path) -> None:
    words = open_words("lo")
    for before in range(0, 60, 3):
        out = drawn(tmp_path, "ກ " * before + "(", Given(words.money(MOST)), "), ", "ຕໍ່ໄປ")
        for line in text_of(out, "-raw").splitlines():
            assert ("(2,000,000,000" in line) is ("ກີບ)," in line)


def test_a_number_hangs_before_its_paragraph(tmp_path: Path) -> None:
    out = drawn(tmp_path, "1. " + "ຂໍ້ຕົກລົງ ແລະ ລະບຽບ " * 12)
    words = words_of(out)
    assert words[0].text == "1."
    lefts = {round(word.left) for word in words if word.left < words[0].left + 25}
    assert len(lefts) == 2


def test_a_word_longer_than_the_line_stays_on_the_paper(tmp_path: Path) -> None:
    out = drawn(tmp_path, Given("x" * 400), language="en")
    found = words_of(out)
    assert max(word.right for word in found) <= A4[0] - 40
    assert sum(len(word.text) for word in found) == 400


def test_a_gap_is_a_rule_in_the_line(tmp_path: Path) -> None:
    """The text behind the gap begins where the gap ends."""
    lefts = [
        words_of(drawn(tmp_path, "ຊື່ ", Gap(width), " ບ້ານ"))[1].left for width in (100.0, 150.0)
    ]
    assert lefts[1] - lefts[0] == pytest.approx(50, abs=0.1)


def test_the_texts_of_every_paper_can_be_read_again() -> None:
    words: Words = open_words("lo")
    for which in LoanText:
        paragraphs = paragraphs_of(which, standard_text(words, which))
        assert all(paragraphs)


# --- blank forms ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", LoanText)
def test_a_form_has_the_groups_own_text_with_room_for_the_pen(
    tmp_path: Path, which: LoanText, language: str
) -> None:
    out, words = tmp_path / "x.pdf", open_words(language)
    own = "\n".join(f"{{{slot}}}" for slot in NEEDED[which]) + "\nຂໍໃຫ້ໂຊກດີ."
    facts = FormFacts(GROUP, texts={which: {language: own}})
    with written() as lines:
        print_forms([loan_form(which)], facts, words, out)
    assert faults_of(out, lines, language) == []
    assert "ຂໍໃຫ້ໂຊກດີ" in text_of(out)
    print_forms([loan_form(which)], FormFacts(GROUP), words, out)
    assert "ຂໍໃຫ້ໂຊກດີ" not in text_of(out)
    assert "{" not in text_of(out)
    assert forms_content([loan_form(which)], FormFacts(GROUP), words) == out.read_bytes()


def test_a_form_knows_the_group_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    print_forms([loan_form(LoanText.CONTRACT)], FormFacts(GROUP), open_words("lo"), out)
    assert text_of(out).replace("\u00a0", " ").count(GROUP.name) >= 3
    print_forms([loan_form(LoanText.CONTRACT)], NO_BOOK, open_words("lo"), out)
    assert GROUP.name not in text_of(out)


def test_what_is_only_looked_at_is_what_is_printed(tmp_path: Path) -> None:
    out, words = tmp_path / "x.pdf", open_words("lo")
    papers = [paper(LoanText.CONTRACT)]
    print_loan_papers(papers, words, out)
    assert loan_papers_content(papers, words) == out.read_bytes()


def test_a_schedule_over_pages_is_carried_forward(tmp_path: Path) -> None:
    out, made = tmp_path / "x.pdf", paper(LoanText.CONTRACT, AGREED)
    made = replace(made, rows=made.rows * 4)
    print_loan_papers([made], open_words("en"), out)
    pages = pages_of(out, "-layout")
    total = f"{sum(row.kip for row in made.rows):,}"
    # The sum of the first page is the running one as well.
    assert "Total up to here" not in pages[0]
    (upto,) = [row for row in pages[0].splitlines() if "Total of this page" in row]
    (brought,) = [row for page in pages for row in page.splitlines() if "Brought forward" in row]
    assert upto.split()[4:] == brought.split()[2:]
    assert any(total in page and "Brought forward" in page for page in pages)


def test_what_an_officer_is_called_by_stays_beside_the_name() -> None:
    made = paper(LoanText.CONTRACT)
    titled = tuple(replace(one, name=f"ນາງ {one.name}") for one in OFFICERS)
    made = replace(made, lender=replace(made.lender, officers=titled))
    given = LoanWords(made, open_words("lo")).of(Slot.OFFICERS)
    assert given.count(f"ນາງ{NO_BREAK}") == len(signers_of(titled, made.day)) > 0
    assert "ນາງ " not in given


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_addendum_says_the_number_of_its_contract_once(language: str) -> None:
    text = standard_text(open_words(language), LoanText.ADDENDUM)
    assert text.count("{contract}") == 1
    assert "{loan}" not in text
