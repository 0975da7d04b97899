"""Pay-out lists and the list of numbers on paper: every row and sum, and room for the thumb."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from ledger.rules.transfers import EntryNumber, Kind
from ledger.statements.pay_outs import PayOutPaper, PayOutRow
from ledger.statements.slip_numbers import NumberRow, NumbersPaper
from ledger.statements.slips import SlipKind, SlipLine, Tied
from reports.pay_outs import print_pay_outs
from reports.slip_numbers import print_slip_numbers
from reports.style import MM
from tests.reports.papers import LONG_NAME, MOST, REASON
from tests.reports.pdfs import facts_of, needs_poppler, pages_of, text_of, words_of
from tests.villages import BEGIN, COSTS, DAY, GROUP, KHAM, NOY, OFFICERS, RULES, TODAY
from translations import LANGUAGES, open_words

pytestmark = needs_poppler
ENGLISH = open_words("en")
LENT = PayOutRow(
    (SlipLine(Kind.PAY_OUT, 2_000_000, loan="2026-001"),),
    2_000_000,
    number=EntryNumber(11),
    member=KHAM,
    party=f"{KHAM.title} {KHAM.name}",
)
SPENT = PayOutRow(
    (SlipLine(Kind.EXPENSE, 7_000, COSTS),), 7_000, number=EntryNumber(12), note="pens"
)
LIST = PayOutPaper(GROUP, RULES, DAY, (LENT, SPENT), OFFICERS[:2], TODAY)


class TestPayOuts:
    def test_who_how_much_and_the_sum_in_words(self, tmp_path: Path) -> None:
        print_pay_outs(LIST, ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf", "-layout")
        for said in (
            "Pay-out list",
            "Sunday, 5 April 2026",
            "2 pay-outs",
            f"001 {KHAM.title} {KHAM.name}",
            "Handed over: 2,007,000 kip",
            "In words: two million seven thousand kip only",
            "Signature or thumbprint",
            "Paid out by, and witnessed by:",
            "pens",
        ):
            assert said in text, said
        assert "Kept back" not in text
        assert "Not signed yet" not in text

    def test_there_is_room_for_a_thumb(self, tmp_path: Path) -> None:
        print_pay_outs(LIST, ENGLISH, tmp_path / "x.pdf")
        tops = {w.text: w.top for w in words_of(tmp_path / "x.pdf") if w.text in {"11", "12"}}
        assert tops["12"] - tops["11"] >= 12 * MM - 1

    def test_what_is_kept_back_has_its_columns_on_a_wide_sheet(self, tmp_path: Path) -> None:
        out = tmp_path / "x.pdf"
        rows = (replace(LENT, kept=5_000), SPENT)
        print_pay_outs(replace(LIST, rows=rows), ENGLISH, out)
        text = text_of(out, "-layout")
        assert facts_of(out)["Page size"] == "841.89 x 595.276 pts (A4)"
        assert "Handed over: 2,002,000 kip" in text
        assert "1,995,000" in text
        for said in ("Kept back", "In the hand", "5,000"):
            assert said in text

    def test_what_was_taken_back_is_void_and_not_counted(self, tmp_path: Path) -> None:
        rows = (LENT, replace(SPENT, taken_back=Tied(EntryNumber(20), TODAY)))
        print_pay_outs(replace(LIST, rows=rows), ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf")
        assert "VOID – No. 20" in text
        assert "1 pay-out" in text
        assert "2,007,000" not in text

    def test_pencil_says_so_and_nobody_is_no_trouble(self, tmp_path: Path) -> None:
        pencil = replace(LIST, rows=(replace(LENT, number=None, party="Seng"),), pencil=True)
        print_pay_outs(pencil, ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf")
        assert "Not signed yet: the numbers come with the signature" in text
        assert "(Seng)" in text
        print_pay_outs(replace(LIST, rows=()), ENGLISH, tmp_path / "y.pdf")
        text = text_of(tmp_path / "y.pdf")
        assert "No money was paid out." in text
        assert "Signature or" not in text
        # Nobody signs for nothing.
        assert "zero kip only" not in text
        assert "Paid out by, and witnessed by:" not in text

    def test_a_number_that_is_missing_is_told_and_an_open_name_has_a_line(
        self, tmp_path: Path
    ) -> None:
        told = (SlipLine(Kind.BANK_IN, 5_000_000),)
        carried = PayOutRow(told, 5_000_000, number=EntryNumber(13), to_bank=True)
        print_pay_outs(replace(LIST, rows=(LENT, SPENT, carried)), ENGLISH, tmp_path / "x.pdf")
        text = " ".join(text_of(tmp_path / "x.pdf").split())
        note = "No. 13 (no paper) – Carried to the bank: 5,000,000 kip. This is not in the total."
        assert note in text
        assert "2 pay-outs · Handed over: 2,007,000 kip" in text
        # Only who bought the pens is not known to the book.
        assert text.split().count("_" * 30) == 1
        back = replace(carried, taken_back=Tied(EntryNumber(20), TODAY))
        print_pay_outs(replace(LIST, rows=(back,)), ENGLISH, tmp_path / "y.pdf")
        text = " ".join(text_of(tmp_path / "y.pdf").split())
        assert f"{note} VOID – No. 20" in text
        assert "No money was paid out." in text

    def test_every_page_says_of_which_day_it_is(self, tmp_path: Path) -> None:
        print_pay_outs(replace(LIST, rows=(LENT,) * 30), ENGLISH, tmp_path / "x.pdf")
        _, *later = pages_of(tmp_path / "x.pdf")
        assert later
        assert all("Pay-out list · Sunday, 5 April 2026" in page for page in later)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_many_rows_have_sums_on_each_page(self, tmp_path: Path, language: str) -> None:
        row = replace(LENT, member=replace(NOY, name=LONG_NAME), kip=MOST, party=LONG_NAME)
        words = open_words(language)
        out = tmp_path / "x.pdf"
        print_pay_outs(replace(LIST, rows=(row,) * 40), words, out)
        pages = pages_of(out)
        assert all(words.say("Total of this page") in page for page in pages[:-1])
        assert f"{MOST * 40:,}" in "".join(pages)

    def test_one_page_has_one_total(self, tmp_path: Path) -> None:
        print_pay_outs(LIST, ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf")
        assert text.count("2,007,000") == 2
        assert "Total of this page" not in text
        assert "Total up to here" not in text

    def test_nobody_signs_a_page_on_which_no_pay_out_stands(self, tmp_path: Path) -> None:
        """However many rows there are, the last two go over with the places to sign."""
        for count in range(10, 24):
            rows = tuple(replace(LENT, number=EntryNumber(1_000 + n)) for n in range(count))
            print_pay_outs(replace(LIST, rows=rows), ENGLISH, tmp_path / "x.pdf")
            last = pages_of(tmp_path / "x.pdf")[-1]
            assert "Paid out by, and witnessed by:" in last
            assert str(1_000 + count - 2) in last


def numbers(*rows: NumberRow, **more: object) -> NumbersPaper:
    paper = NumbersPaper(GROUP, RULES, BEGIN, DAY, rows, (), (), TODAY)
    return replace(paper, **more)  # type: ignore[arg-type]


PAID = NumberRow(
    EntryNumber(7),
    DAY,
    SlipKind.RECEIPT,
    (Kind.DEPOSIT,),
    20_000,
    0,
    member=KHAM,
    party=f"{KHAM.title} {KHAM.name}",
    taken_back=Tied(EntryNumber(9), TODAY),
)
MOVED = NumberRow(EntryNumber(8), DAY, None, (Kind.ALLOCATION,), 0, 0)
BACK = NumberRow(
    EntryNumber(9),
    TODAY,
    SlipKind.CORRECTION,
    (Kind.DEPOSIT,),
    0,
    20_000,
    note=REASON,
    takes_back=EntryNumber(7),
)


class TestNumbers:
    def test_every_number_says_what_it_is(self, tmp_path: Path) -> None:
        print_slip_numbers(numbers(PAID, MOVED, BACK), ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf", "-layout")
        for said in (
            "No. 7 to 9",
            "Void: 1",
            "VOID – No. 9",
            "no paper:",
            "within the group",
            "of No. 7",
            "The book has every number from 7 to 9. No number is missing.",
        ):
            assert said in text, said

    def test_the_counts_come_to_all_numbers(self, tmp_path: Path) -> None:
        paper = numbers(PAID, MOVED, BACK, elsewhere=((10, 11),))
        print_slip_numbers(replace(paper, first=DAY, last=DAY), ENGLISH, tmp_path / "x.pdf")
        lines = [
            " ".join(line.split()) for line in text_of(tmp_path / "x.pdf", "-layout").split("\n")
        ]
        for said in (
            "Receipt 1",
            "Payment voucher 0",
            "Correction 1",
            "Numbers of entries dated otherwise: 10–11 2",
            "Total: No. 7 to 9 5",
        ):
            assert said in lines, said
        raw = " ".join(text_of(tmp_path / "x.pdf", "-raw").split())
        assert "No paper needed: moved within the group, or cash over or short 1 " in raw

    def test_what_moved_within_the_group_has_a_dash_and_is_explained(self, tmp_path: Path) -> None:
        print_slip_numbers(numbers(PAID, MOVED), ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf", "-layout")
        (row,) = [line.split() for line in text.splitlines() if line.split()[:1] == ["8"]]
        assert row[-2:] == ["–", "–"]
        # The row says itself what it is: the line below the table is pages away in a long list.
        assert "no paper:" in text
        assert "within the group" in text.split("No paper:")[0]
        assert "No paper: moved within the group, or cash over or short" in text
        # Money that the box has too little is not within the group.
        short = replace(MOVED, kinds=(Kind.CASH_SHORT,))
        print_slip_numbers(numbers(PAID, short), ENGLISH, tmp_path / "z.pdf")
        rows = text_of(tmp_path / "z.pdf").split("No paper:")[0]
        assert "no paper" in rows
        assert "within the group" not in rows
        print_slip_numbers(numbers(PAID), ENGLISH, tmp_path / "y.pdf")
        assert "No paper:" not in text_of(tmp_path / "y.pdf")

    def test_days_to_come_have_no_numbers_and_later_pages_say_of_when(self, tmp_path: Path) -> None:
        paper = numbers(*[PAID] * 60)
        paper = replace(paper, last=TODAY.replace(month=12))
        print_slip_numbers(paper, ENGLISH, tmp_path / "x.pdf")
        days = f"{ENGLISH.day(BEGIN)} – {ENGLISH.day(TODAY)}"
        first, *later = pages_of(tmp_path / "x.pdf")
        assert days in first
        assert later
        assert all(f"List of receipt numbers · {days}" in page for page in later)

    def test_a_later_page_says_which_numbers_it_holds(self, tmp_path: Path) -> None:
        rows = [replace(PAID, number=EntryNumber(20_001 + n), taken_back=None) for n in range(60)]
        print_slip_numbers(numbers(*rows), ENGLISH, tmp_path / "x.pdf")
        _, *later = pages_of(tmp_path / "x.pdf", "-layout")
        heads = [page.splitlines()[0] for page in later]
        assert heads[-1].endswith(" to 20060")
        assert all(re.search(r" · No\. 20\d{3} to 20\d{3}$", head) for head in heads)

    @pytest.mark.parametrize("within", [True, False])
    def test_the_counts_are_on_a_page_with_rows(self, tmp_path: Path, *, within: bool) -> None:
        for count in range(16, 36):
            rows = [replace(PAID, number=EntryNumber(n), taken_back=None) for n in range(count)]
            given = numbers(*rows, *([replace(MOVED, number=EntryNumber(999))] if within else ()))
            print_slip_numbers(given, ENGLISH, tmp_path / "x.pdf")
            last = pages_of(tmp_path / "x.pdf")[-1]
            assert "Payment voucher" in last
            assert "No number is missing." in last
            assert "For whom, what for" in last

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_usual_receipt_takes_one_line_and_no_line_ends_with_a_dot(
        self, tmp_path: Path, language: str
    ) -> None:
        usual = replace(
            PAID, kinds=(Kind.DEPOSIT, Kind.WELFARE), taken_back=None, number=EntryNumber(6194)
        )
        noted = replace(usual, note=f"{REASON} {REASON}")
        words, out = open_words(language), tmp_path / "x.pdf"
        print_slip_numbers(numbers(usual, noted), words, out)
        lines = text_of(out, "-layout").splitlines()
        (first, *_) = [line for line in lines if line.split()[:1] == ["6194"]]
        assert KHAM.name.split()[0] in first
        if language != "en":
            assert words.kip(20_000) in first
            assert "".join(words.say("Welfare contribution").split()) in "".join(first.split())
        assert not any(line.rstrip().endswith("·") for line in text_of(out, "-raw").splitlines())

    def test_what_is_elsewhere_and_what_is_missing_is_said(self, tmp_path: Path) -> None:
        paper = numbers(PAID, elsewhere=((1, 3), (5, 5)), missing=((6, 6),))
        print_slip_numbers(paper, ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf")
        assert "Numbers of entries dated otherwise: 1–3, 5" in text
        assert "These numbers are missing in the book: 6" in text
        assert "No number is missing" not in text

    def test_only_the_void_ones(self, tmp_path: Path) -> None:
        print_slip_numbers(numbers(PAID, MOVED, BACK, void_only=True), ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf")
        assert "Void receipts and vouchers" in text
        assert "no paper" not in text
        assert "No paper:" not in text
        print_slip_numbers(numbers(void_only=True), ENGLISH, tmp_path / "x.pdf")
        assert "No receipt and no voucher is void." in text_of(tmp_path / "x.pdf")
        assert "For whom" not in text_of(tmp_path / "x.pdf")

    def test_numbers_that_need_no_paper_are_not_taken_for_missing_ones(
        self, tmp_path: Path
    ) -> None:
        """A list of the void ones has no row that tells what needs no paper."""
        paid = replace(PAID, taken_back=None)
        print_slip_numbers(numbers(paid, MOVED, void_only=True), ENGLISH, tmp_path / "x.pdf")
        text = " ".join(text_of(tmp_path / "x.pdf", "-raw").split())
        needed = text.index("No paper needed: moved within the group, or cash over or short")
        assert text.index("No receipt and no voucher is void.") < needed
        assert needed < text.index("The book has every number from 7 to 8. No number is missing.")
        print_slip_numbers(numbers(), ENGLISH, tmp_path / "x.pdf")
        text = text_of(tmp_path / "x.pdf")
        assert "No number was given in this time." in text
        assert "missing" not in text
