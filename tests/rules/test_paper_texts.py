"""A group writes the text of its papers; the figures on them stay the book's own."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.rules.paper_texts import (
    BLOCKS,
    NEEDED,
    SLOTS,
    TEXT_MAX,
    AmountByHand,
    BraceAlone,
    LetterNotPrinted,
    ListNotAlone,
    ListTwice,
    LoanText,
    PaperTextTooLong,
    Slot,
    SlotsMissing,
    SlotUnknown,
    check_paper_text,
    paragraphs_of,
)
from ledger.rules.refusals import Refusal

REMINDER = LoanText.REMINDER
SHORT = "{borrower}, ເງິນກູ້ {loan}: {overdue}. ກະລຸນາຊຳລະ {to_pay}."


def whole(which: LoanText, *more: str) -> str:
    """The shortest text that a paper may have, and more lines."""
    return "\n".join((*(f"{{{slot}}}" for slot in NEEDED[which]), *more))


@pytest.mark.parametrize("which", LoanText)
def test_what_is_needed_is_enough(which: LoanText) -> None:
    check_paper_text(which, whole(which))
    assert set(NEEDED[which]) <= set(SLOTS[which])
    assert len(set(SLOTS[which])) == len(SLOTS[which])


@pytest.mark.parametrize("which", LoanText)
def test_each_needed_place_is_missed(which: LoanText) -> None:
    for slot in NEEDED[which]:
        text = "\n".join(f"{{{one}}}" for one in NEEDED[which] if one is not slot)
        with pytest.raises(SlotsMissing) as no:
            check_paper_text(which, text)
        assert no.value.slots == (slot,)


def test_a_text_is_read_paragraph_by_paragraph() -> None:
    assert paragraphs_of(REMINDER, "ເຖິງ {borrower},\n\n  {due_list} \n") == (
        ("ເຖິງ ", Slot.BORROWER, ","),
        (),
        (Slot.DUE_LIST,),
        (),
    )


def test_places_of_another_paper_are_refused() -> None:
    for name in ("schedule", "nonsense", "", "Borrower", " borrower"):
        with pytest.raises(SlotUnknown) as no:
            check_paper_text(REMINDER, f"{SHORT} {{{name}}}")
        assert no.value.found == name


@pytest.mark.parametrize("text", ["{borrower", "borrower}", "{{borrower}}", "{bor\nrower}"])
def test_a_brace_alone_is_refused(text: str) -> None:
    with pytest.raises(BraceAlone):
        check_paper_text(REMINDER, f"{SHORT}\n{text}")


def test_a_list_stands_alone_and_once() -> None:
    with pytest.raises(ListNotAlone) as no:
        check_paper_text(REMINDER, f"{SHORT}\nຍັງຂາດ: {{due_list}}")
    assert no.value.slot is Slot.DUE_LIST
    with pytest.raises(ListTwice):
        check_paper_text(REMINDER, f"{SHORT}\n{{due_list}}\n{{due_list}}")
    check_paper_text(REMINDER, f"{SHORT}\n  {{due_list}}  ")


@pytest.mark.parametrize(
    "typed",
    [
        "5,000,000",
        "5.000.000 ກີບ",
        "໕,໐໐໐,໐໐໐",
        "๕๐๐๐๐",
        "70000",
        "500 ກີບ",
        "500กีบ",
        "500\u00a0kip",
        "1 000 Kip",
        "2%",
        "1,5 %",
        "໓ ສ່ວນຮ້ອຍ",
        "₭ 500₭",
        "20 ບາດ",
    ],
)
def test_an_amount_that_is_typed_is_refused(typed: str) -> None:
    with pytest.raises(AmountByHand) as no:
        check_paper_text(REMINDER, f"{SHORT}\nຄ່າປັບ {typed} ຕໍ່ເດືອນ")
    assert no.value.found.strip(" \u00a0₭%") in typed


@pytest.mark.parametrize(
    "typed",
    [
        "1. ຂໍ້ທຳອິດ",
        "ມາດຕາ 12 ປີ 2012, 05/10/2026, 05.10.2026",
        "ໂທ 020 55512345 ຫຼື 020 5551 2345, 02055512345, 020-55512345",
        "ພາຍໃນ 7 ວັນ, 2 ສະບັບ, ໜ້າ 3",
        "ຕົກລົງທັງໝົດ 100 ຄົນ",
    ],
)
def test_other_figures_may_be_typed(typed: str) -> None:
    check_paper_text(REMINDER, f"{SHORT}\n{typed}")


@pytest.mark.parametrize("letter", ["\t", "\u200b", "😀", "漢", "\ue001", "\u0e3b", "\u2028"])
def test_letters_that_no_paper_can_show_are_refused(letter: str) -> None:
    with pytest.raises(LetterNotPrinted) as no:
        check_paper_text(REMINDER, f"{SHORT} {letter} x")
    assert no.value.found == letter


def test_a_text_has_an_end() -> None:
    check_paper_text(REMINDER, SHORT + "ກ" * (TEXT_MAX - len(SHORT)))
    with pytest.raises(PaperTextTooLong) as no:
        check_paper_text(REMINDER, SHORT + "ກ" * (TEXT_MAX - len(SHORT) + 1))
    assert (no.value.given, no.value.most) == (TEXT_MAX + 1, TEXT_MAX)


@given(st.text("{}ab1,.0 %\nກ໑๒", max_size=60), st.sampled_from(LoanText))
@example("{sums}", LoanText.SETTLEMENT)
def test_any_text_is_kept_whole_or_refused(text: str, which: LoanText) -> None:
    """Put together again, the parts are the text: nothing a group has written is lost."""
    whole_text = whole(which, text)
    try:
        check_paper_text(which, whole_text)
    except Refusal:
        return
    again = [
        "".join(f"{{{part}}}" if isinstance(part, Slot) else part for part in paragraph)
        for paragraph in paragraphs_of(which, whole_text)
    ]
    assert again == [line.strip(" ") for line in whole_text.split("\n")]


@given(st.integers(1, 2_000_000_000), st.sampled_from([",", "."]), st.sampled_from("0໐๐"))
def test_no_amount_of_thousands_gets_through(kip: int, mark: str, nought: str) -> None:
    """However it is written, with the currency behind it."""
    figures = f"{kip:,}".replace(",", mark)
    typed = "".join(chr(ord(nought) + int(sign)) if sign.isdigit() else sign for sign in figures)
    with pytest.raises(AmountByHand):
        check_paper_text(REMINDER, f"{SHORT}\n{typed} ກີບ")
    if kip >= 1_000:
        with pytest.raises(AmountByHand):
            check_paper_text(REMINDER, f"{SHORT}\n{typed}")


def test_lists_are_places() -> None:
    assert set(Slot) >= BLOCKS
    assert {slot for slots in SLOTS.values() for slot in slots} == set(Slot)
