"""Receipts on paper: two halves that say the same, the sum in words, and nothing left out."""

from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.rulebook import Group
from ledger.rules.transfers import EntryNumber, Kind
from ledger.statements.slips import (
    Place,
    SignsAs,
    Slip,
    SlipKind,
    SlipLine,
    Tied,
)
from reports.form_set import FormFacts, print_forms
from reports.page import Page
from reports.slip_form import draw_blank_slip
from reports.slip_sheets import Sheet, cuts
from reports.slip_words import line_text
from reports.slips import SlipSize, print_slips
from reports.stamp import Stamp, stamped
from reports.style import A4, MM
from reports.text.fitting import Line
from tests.papers.looking import faults_of, written
from tests.reports.papers import LONG_NAME, MOST, REASON
from tests.reports.pdfs import facts_of, needs_poppler, pages_of, text_of, words_of
from tests.villages import APRIL, COSTS, DAY, GROUP, KHAM, OFFICERS, RULES, TODAY
from translations import LANGUAGES, open_words
from translations.naming import word
from ui.papers.forms import NO_BOOK

pytestmark = needs_poppler
ENGLISH = open_words("en")
_TWO = Sheet(A4, 2, 2)
HER = f"{KHAM.title} {KHAM.name}"
PAPER = Slip(
    group=GROUP,
    rulebook=RULES,
    number=EntryNumber(1234),
    day=DAY,
    kind=SlipKind.RECEIPT,
    lines=(SlipLine(Kind.DEPOSIT, 20_000), SlipLine(Kind.PRINCIPAL, 100_000, loan="2026-001")),
    kip=120_000,
    places=(
        Place(SignsAs.RECEIVED, OFFICERS[2].name, OFFICERS[2].role),
        Place(SignsAs.PAID, HER),
    ),
    printed=TODAY,
    member=KHAM,
    party=HER,
    month=APRIL,
)


def drawn(out: Path, *slips: Slip, size: SlipSize = SlipSize.A4, language: str = "en") -> Path:
    """The papers printed into a file, which is then looked through."""
    with written() as lines:
        print_slips(
            slips,
            size,
            open_words(language),
            out,
            progress=lambda _, __: None,
            cancelled=lambda: False,
        )
    assert faults_of(out, lines, language) == []
    return out


def test_the_tones_of_a_row_keep_off_the_rule_above_it(tmp_path: Path) -> None:
    out = drawn(tmp_path / "x.pdf", PAPER, language="lo")
    tops = [min(w.top for w in words_of(out) if w.text == kip) for kip in ("20,000", "100,000")]
    assert tops[1] - tops[0] > 5.8 * MM


def test_both_halves_say_number_day_month_lines_and_the_sum_in_words(tmp_path: Path) -> None:
    text = text_of(drawn(tmp_path / "x.pdf", PAPER))
    assert (text.count("05/04/2026"), text.count("April 2026")) == (2, 2)
    for said in (
        "Receipt",
        "No. 1234",
        "05/04/2026",
        f"001 {HER}",
        "Principal repaid · loan 2026-001",
        "100,000",
        "Total (kip)",
        "one hundred and twenty thousand kip only",
        "Money received by · Treasurer",
        "Paid by",
    ):
        assert text.count(said) == 2, said
    assert (text.count("For the group"), text.count("For the member")) == (1, 1)


def test_a_loan_is_named_in_one_way_in_every_line() -> None:
    words = open_words("en")
    for kind in (Kind.PAY_OUT, Kind.LOAN_FEE, Kind.PRINCIPAL):
        said = line_text(words, PAPER.rulebook, SlipLine(kind, 1, loan="2026-001"))
        assert said == f"{word(words, 'kind', kind)} ·\u00a0loan\u00a02026-001"


def test_the_figures_of_the_sum_stand_under_those_of_the_lines(tmp_path: Path) -> None:
    words = words_of(drawn(tmp_path / "x.pdf", PAPER))
    ends = {w.text: round(w.right) for w in words if w.text in {"100,000", "120,000"}}
    assert len(ends) == 2
    assert len({*ends.values()}) == 1


@pytest.mark.parametrize(
    ("size", "paper", "pages"),
    [
        (SlipSize.A4, "595.276 x 841.89 pts (A4)", 3),
        (SlipSize.A5, "595.276 x 419.528 pts", 3),
        (SlipSize.TWO, "595.276 x 841.89 pts (A4)", 2),
    ],
)
def test_the_sheet_is_chosen(tmp_path: Path, size: SlipSize, paper: str, pages: int) -> None:
    out = drawn(tmp_path / "x.pdf", PAPER, PAPER, PAPER, size=size)
    assert (facts_of(out)["Page size"], facts_of(out)["Pages"]) == (paper, str(pages))


def test_the_halves_are_the_same_and_stay_away_from_the_cut(tmp_path: Path) -> None:
    words = words_of(drawn(tmp_path / "x.pdf", PAPER))
    middle = 297 * MM / 2
    upper = [word for word in words if word.bottom < middle]
    lower = [word for word in words if word.top > middle]
    assert len(upper) + len(lower) == len(words)
    assert middle - max(word.bottom for word in upper) > 6 * MM
    assert min(word.top for word in lower) - middle > 6 * MM
    whose = {"For", "the", "group", "member"}
    assert [(w.left, w.text) for w in upper if w.text not in whose] == [
        (w.left, w.text) for w in lower if w.text not in whose
    ]


def test_a_void_paper_and_its_correction_say_so(tmp_path: Path) -> None:
    void = replace(PAPER, taken_back=Tied(EntryNumber(1240), TODAY))
    text = text_of(drawn(tmp_path / "x.pdf", void))
    assert text.count("VOID – taken back by No. 1240 on 20/04/2026") == 2
    back = replace(
        PAPER, kind=SlipKind.CORRECTION, takes_back=Tied(EntryNumber(1230), DAY), note="wrong name"
    )
    text = text_of(drawn(tmp_path / "y.pdf", back))
    assert "Correction" in text
    assert "No. 1230 of 05/04/2026" in text
    assert "Reason" in text
    assert "wrong name" in text


def test_a_copy_says_which_one_it_is_on_both_halves(tmp_path: Path) -> None:
    assert "COPY" not in text_of(drawn(tmp_path / "x.pdf", PAPER))
    text = text_of(drawn(tmp_path / "y.pdf", replace(PAPER, copy=2)))
    assert text.count("COPY 2 – the original was printed before") == 2


def test_what_must_be_seen_first_stands_side_by_side_where_there_is_room(tmp_path: Path) -> None:
    marked = replace(PAPER, copy=1, taken_back=Tied(EntryNumber(1240), TODAY))
    for size, together in ((SlipSize.A4, True), (SlipSize.A5, False)):
        words = words_of(drawn(tmp_path / "x.pdf", marked, size=size))
        void, copy = (next(w for w in words if w.text == text) for text in ("VOID", "COPY"))
        assert (abs(void.top - copy.top) < 1) is together
        assert (copy.left > void.left + 50) is together


@pytest.mark.parametrize("size", list(SlipSize))
def test_whoever_prints_is_told_on_which_page_each_half_is(tmp_path: Path, size: SlipSize) -> None:
    slips = [replace(PAPER, number=EntryNumber(n)) for n in range(1, 4)]
    told: list[tuple[int, int]] = []
    print_slips(
        slips,
        size,
        ENGLISH,
        tmp_path / "x.pdf",
        progress=lambda _, __: None,
        cancelled=lambda: False,
        placed=lambda slip, page: told.append((slip.number, page)),
    )
    pages = pages_of(tmp_path / "x.pdf", "-raw")
    assert len(told) == 6
    for number, page in told:
        assert f"No. {number}" in pages[page]


def test_a_voucher_of_nobody_says_what_for_and_leaves_the_name_to_the_pen(tmp_path: Path) -> None:
    paper = replace(
        PAPER,
        kind=SlipKind.VOUCHER,
        member=None,
        party="",
        month=None,
        lines=(SlipLine(Kind.EXPENSE, 7_000, COSTS),),
        kip=7_000,
        decisions=("3/2026", "4/2026"),
        their_receipt="77",
        places=(Place(SignsAs.RECEIVED), Place(SignsAs.PAID, "ວັນ"), Place(SignsAs.WITNESS)),
    )
    text = text_of(drawn(tmp_path / "x.pdf", paper))
    for said in (
        "Expense · ຄ່າໃຊ້ຈ່າຍທົ່ວໄປ",
        "3/2026, 4/2026",
        "77",
        "For the receiver",
        "Witness",
        "Paid to",
    ):
        assert said in text
    # A line for the receiver's name and one for the witness's, on both halves.
    assert text.count("Name\n") == 4
    assert "For the month" not in text


def test_the_one_who_took_it_stands_beside_the_member(tmp_path: Path) -> None:
    paper = replace(PAPER, kind=SlipKind.VOUCHER, party="ວຽງ ວົງຄຳ")
    text = text_of(drawn(tmp_path / "x.pdf", paper))
    assert f"001 {HER}" in text
    assert "Paid to" in text
    assert "ວຽງ ວົງຄຳ" in text


@pytest.mark.parametrize("kind", list(SlipKind))
def test_whose_the_other_half_is(tmp_path: Path, kind: SlipKind) -> None:
    others = {
        SlipKind.RECEIPT: "For the payer",
        SlipKind.VOUCHER: "For the receiver",
        SlipKind.CORRECTION: "For the other side",
    }
    paper = replace(PAPER, kind=kind, member=None, party="ວຽງ ວົງຄຳ")
    text = text_of(drawn(tmp_path / "x.pdf", paper))
    assert [said for said in others.values() if said in text] == [others[kind]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_label_has_one_base_line_with_what_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    words, draw = open_words(language), Page.line
    bases: dict[str, set[float]] = {}

    def line(page: Page, x: float, y: float, line: Line) -> None:
        bases.setdefault(line.text, set()).add(round(y, 2))
        draw(page, x, y, line)

    monkeypatch.setattr(Page, "line", line)
    drawn(tmp_path / "x.pdf", PAPER, language=language)
    for label, value in (
        (words.say("Day"), words.day(DAY)),
        (words.say("In words"), words.in_words(120_000).replace(" only", "\u00a0only")),
    ):
        assert bases[label] == bases[value]
        assert len(bases[label]) == 2


def test_all_papers_of_a_run_have_letters_of_one_size(tmp_path: Path) -> None:
    full = replace(PAPER, lines=PAPER.lines * 3, group=replace(GROUP, practice=True))
    out = drawn(tmp_path / "x.pdf", PAPER, full, PAPER)
    heights = {round(w.bottom - w.top, 1) for w in words_of(out) if w.text == "Receipt"}
    alone = drawn(tmp_path / "y.pdf", PAPER)
    usual = {round(w.bottom - w.top, 1) for w in words_of(alone) if w.text == "Receipt"}
    assert len(heights) == len(usual) == 1
    assert heights < usual or max(heights) < max(usual)


def test_what_is_empty_is_not_cut() -> None:
    found = [len(list(cuts(_TWO, copies))) for copies in (2, 4, None)]
    assert found[0] < found[1] == found[2]
    middle = 297 * MM / 2
    assert all(y2 >= middle - 1 for _, _, _, y2 in cuts(_TWO, 2))


def _longest(lines: int) -> Slip:
    """A paper on which everything is as long as it gets."""
    places = [Place(SignsAs.WITNESS, LONG_NAME, OFFICERS[1].role) for _ in range(6)]
    kinds = list(Kind)
    return replace(
        PAPER,
        group=replace(GROUP, name=f"{GROUP.name} {LONG_NAME}", practice=True),
        member=replace(KHAM, name=LONG_NAME, number="1234567890"),
        party=LONG_NAME,
        note=REASON,
        their_receipt=REASON,
        decisions=("12/2025", "13/2025"),
        taken_back=Tied(EntryNumber(99_999), TODAY),
        kip=MOST - 1,
        lines=tuple(
            SlipLine(kinds[n % len(kinds)], MOST - n, loan=f"2026-{n:03d}") for n in range(lines)
        ),
        places=tuple(places),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", list(SlipSize))
@pytest.mark.parametrize("lines", [1, 9, 40])
def test_however_long_everything_is_nothing_is_left_out(
    tmp_path: Path, language: str, size: SlipSize, lines: int
) -> None:
    """Forty lines do not fit on half a sheet: then each copy has a sheet of its own."""
    paper = _longest(lines)
    out = drawn(tmp_path / "x.pdf", paper, PAPER, size=size, language=language)
    text = text_of(out, "-raw")
    for line in paper.lines:
        assert text.count(f"{line.kip:,}") >= 2
    assert len(pages_of(out)) == int(facts_of(out)["Pages"])


def test_it_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    out, told = tmp_path / "x.pdf", []
    pages = print_slips(
        [PAPER, PAPER],
        SlipSize.A4,
        ENGLISH,
        out,
        progress=lambda done, whole: told.append((done, whole)),
        cancelled=lambda: bool(told),
    )
    assert (pages, told, out.exists()) == (0, [(0, 2)], False)


def test_the_code_of_the_book_stands_on_both_halves(tmp_path: Path) -> None:
    with stamped(Stamp("7K3M-9QZT-04XB-5RGH-2W6N-C", 7)):
        text = text_of(drawn(tmp_path / "x.pdf", PAPER))
    assert text.count("7K3M-9QZT-04XB-5RGH-2W6N-C") == 2


@pytest.mark.parametrize("group", [NO_BOOK.group, replace(GROUP, name=LONG_NAME, practice=True)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_blank_one_has_the_same_places_on_both_halves(
    tmp_path: Path, group: Group, language: str
) -> None:
    out, words = tmp_path / "x.pdf", open_words(language)
    with written() as lines:
        print_forms([draw_blank_slip], FormFacts(group), words, out)
    assert faults_of(out, lines, language) == []
    assert len(pages_of(out)) == 1
    found = words_of(out)
    lowest = max(word.bottom for word in found)
    assert 297 * MM - lowest > 7 * MM
    middle = 297 * MM / 2
    assert middle - max(word.bottom for word in found if word.bottom < middle) > 6 * MM
    assert text_of(out).count(words.say("No.")) == 2


def test_the_number_of_a_blank_one_stands_on_the_line_of_its_title(tmp_path: Path) -> None:
    out = tmp_path / "x.pdf"
    print_forms([draw_blank_slip], FormFacts(GROUP), open_words("en"), out)
    found = words_of(out)
    title = next(word for word in found if word.text == "Receipt")
    number = next(word for word in found if word.text == "No.")
    # The larger letters go further below the baseline that both stand on.
    assert 0 < title.bottom - number.bottom < 4
