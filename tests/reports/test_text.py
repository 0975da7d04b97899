"""Text on paper: found again as it was written, broken between words, never clipped."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.page import A4, Paper, strong, thin, whole_line
from reports.text.fitting import ELLIPSIS, by_spaces, lines, name_line, name_lines, phrase_lines
from reports.text.ink import Ink, Style, one_line
from reports.troubles import MissingGlyph
from tests.reports.papers import LONG_NAME
from tests.reports.pdfs import (
    facts_of,
    fonts_of,
    has_private_letters,
    needs_poppler,
    raw_lines,
    text_of,
)
from translations import LANGUAGES, open_words

WORDS = {
    "lo": "ຊຳລະ ໜີ້ສິນ ນ້ຳຖ້ວມ ທີ່ຊື້ ປີ້ງ ຫຼຸດ ກຸ່ມທ້ອນເງິນ ຄ່າປັບໃໝ (LAK) 1,250,000\u00a0ກີບ 2.5%",
    "th": "ชำระ น้ำท่วม ที่ซื้อหุ้น กตัญญู กลุ่มท้อนเงิน ปู่ ป้า ญู ฐุ กี่ ฎุ ฿500 (2.5%)",
    "en": "Savings group – “Thon Ngoen” … № 12 · 1,250,000\u00a0kip",
}
PARAGRAPH = (
    "ກອງທຶນສະຫວັດດີການຊ່ວຍເຫຼືອຄອບຄົວທີ່ປະສົບໄພພິບັດນ້ຳຖ້ວມ กองทุนสวัสดิการช่วยเหลือ"
    "ครอบครัวที่ประสบภัยน้ำท่วม 1,250,000\u00a0ກີບ (LAK)."
)


def _print(out: Path, texts: list[str], language: str = "lo") -> None:
    paper = Paper(open_words(language), size=A4, title="ໃບທົດລອງ")
    page = paper.page()
    y = 780.0
    for place, text in enumerate(texts):
        style = thin(11) if place % 2 else strong(11)
        for line in paper.lines(text, style, 480):
            page.line(50, y, line)
            y -= line.style.leading
    paper.add(page)
    paper.save(out)


@needs_poppler
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("option", ["-raw", "-layout", "-nopgbrk"])
def test_what_is_printed_is_found_again(language: str, option: str, tmp_path: Path) -> None:
    out = tmp_path / "words.pdf"
    _print(out, [WORDS[language], WORDS[language]], language)
    # Poppler writes the space that cannot be broken as a plain one.
    text = text_of(out, option).replace("\f", "").replace("\u00a0", " ")
    wanted = WORDS[language].replace("\u00a0", " ")
    assert [line.strip() for line in text.splitlines() if line.strip()] == [wanted] * 2
    assert not has_private_letters(text)


@needs_poppler
def test_a_paragraph_of_both_scripts_is_broken_and_still_whole(tmp_path: Path) -> None:
    out = tmp_path / "paragraph.pdf"
    _print(out, [PARAGRAPH * 3])
    printed = raw_lines(out)
    assert len(printed) > 2
    assert "".join(printed).replace(" ", "") == (PARAGRAPH * 3).replace(" ", "")


@needs_poppler
def test_the_document_says_what_it_is(tmp_path: Path) -> None:
    out = tmp_path / "facts.pdf"
    _print(out, [*WORDS.values(), *WORDS.values()])
    assert facts_of(out)["Title"] == "ໃບທົດລອງ"
    assert b"/Lang (lo)" in out.read_bytes()
    fonts = fonts_of(out)
    assert len(fonts) == 6
    # Every typeface is embedded, a subset, and maps back to letters.
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.pdf", tmp_path / "b.pdf"
    _print(first, [*WORDS.values()])
    _print(second, [*WORDS.values()])
    assert first.read_bytes() == second.read_bytes()


def test_no_shape_is_the_empty_box() -> None:
    paper = Paper(open_words("lo"), size=A4, title="")
    for text in WORDS.values():
        paper.ink.commands(thin(10), [text])
    used = [glyph for font in paper.ink.fonts() for glyph in font.glyphs()]
    assert used
    assert 0 not in used


def test_a_text_is_shaped_once_and_used_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = Paper(open_words("lo"), size=A4, title="")
    shaped: list[str] = []

    def shape(_ink: Ink, _style: Style, piece: str) -> str:
        shaped.append(piece)
        return f"<{piece}>"

    monkeypatch.setattr(Ink, "_shaped", shape)
    for _ in range(3):
        paper.ink.commands(thin(10), ["ເງິນ", "ທ້ອນ"])
    assert shaped == ["ເງິນ", "ທ້ອນ"]


def test_figures_put_together_letter_by_letter_are_as_wide_as_shaped_ones() -> None:
    paper = Paper(open_words("lo"), size=A4, title="")
    figures = paper.ink.figures(thin(8))
    for text in ("1,250,000", "14/04/2026", "0", "-5,000", "2.5%", "№ 12"):
        assert figures.width(text) == pytest.approx(thin(8).width(text), abs=0.05)


def test_unseen_letters_and_line_ends_are_not_drawn() -> None:
    assert one_line("ນາງ\u200b ຄຳ\nບ້ານ\tນາ\ufeff") == "ນາງ ຄຳ ບ້ານ ນາ"


def test_a_letter_that_cannot_be_printed_stops_the_paper(tmp_path: Path) -> None:
    out = tmp_path / "none.pdf"
    with pytest.raises(MissingGlyph):
        _print(out, ["ນາງ 😀"])
    assert not out.exists()


@settings(deadline=None)
@given(st.lists(st.sampled_from(PARAGRAPH.split(" ")), min_size=1, max_size=6), st.floats(60, 400))
def test_no_line_is_wider_than_its_place(parts: list[str], width: float) -> None:
    text = " ".join(parts)
    broken = lines(text, thin(10), width, open_words("lo").pieces)
    assert all(line.width <= width + 0.01 for line in broken)
    assert "".join(line.text for line in broken).replace(" ", "") == text.replace(" ", "")


def test_one_piece_wider_than_the_line_is_broken_between_letters() -> None:
    broken = lines("ນ້ຳ" * 12, thin(10), 40, lambda text: [text])
    assert len(broken) > 2
    assert all(line.width <= 40 for line in broken)
    assert not any(line.text[0] in "້ຳ" for line in broken)


def test_names_are_parted_between_their_words_only() -> None:
    assert by_spaces("ນາງ ຄຳ ແກ້ວ") == ["ນາງ ", "ຄຳ ", "ແກ້ວ"]
    two = name_lines(LONG_NAME, thin(9), 170)
    assert 1 < len(two) <= 2
    assert " ".join(line.text for line in two) == LONG_NAME


def test_a_place_in_a_thai_name_keeps_its_word_before_it() -> None:
    assert by_spaces("นาย สุข ณ ลำปาง") == ["นาย ", "สุข ", "ณ ลำปาง"]
    whole = thin(9).width("ณ ลำปาง")
    assert [line.text for line in name_lines("สุข ณ ลำปาง", thin(9), whole)] == ["สุข", "ณ ลำปาง"]
    # A narrow place: better parted there than cut.
    narrow = thin(9).width("ลำปาง") + 1
    told = [line.text for line in name_lines("ณ ลำปาง", thin(9), narrow, smallest=1)]
    assert told == ["ณ", "ลำปาง"]


def test_a_new_line_of_a_phrase_does_not_begin_with_the_dot() -> None:
    text = "ຄຳ ·\u00a0ເງິນທ້ອນ"
    pieces = open_words("lo").pieces
    assert [line.text for line in phrase_lines(text, thin(9), 40, pieces)] == ["ຄຳ", "ເງິນທ້ອນ"]
    assert [line.text for line in phrase_lines(text, thin(9), 90, pieces)] == [text]


def test_a_phrase_is_broken_inside_only_where_a_line_could_not_hold_a_part_of_it() -> None:
    """Receipts: whose it is and what for stand in one column, and a kind of money is one word."""
    text = "003 ຄຳ ແກ້ວ · ຊຳລະດອກເບ້ຍ, ຊຳລະຕົ້ນທຶນ"
    pieces = open_words("lo").pieces
    wide = [line.text for line in phrase_lines(text, thin(9), 70, pieces)]
    assert "".join(wide).replace(" ", "") == text.replace(" ", "")
    assert {"ຊຳລະດອກເບ້ຍ,", "ຊຳລະຕົ້ນທຶນ"} <= {word for line in wide for word in line.split(" ")}
    narrow = [line.text for line in phrase_lines(text, thin(9), 30, pieces)]
    assert "ຊຳລະ" in narrow


def test_a_long_name_is_made_smaller_first() -> None:
    full = thin(9).width(LONG_NAME)
    assert name_line(LONG_NAME, thin(9), full).style.size == 9
    small = name_line(LONG_NAME, thin(9), full * 0.9)
    assert small.text == LONG_NAME
    assert small.style.size < 9
    assert small.width <= full * 0.9


def test_then_it_is_cut_between_words_with_an_ellipsis() -> None:
    full = thin(9).width(LONG_NAME)
    cut = name_line(LONG_NAME, thin(9), full * 0.5)
    assert cut.text.endswith(ELLIPSIS)
    assert cut.text.removesuffix(ELLIPSIS) in [
        " ".join(LONG_NAME.split(" ")[:count]) for count in (1, 2)
    ]
    assert cut.width <= full * 0.5


def test_a_single_endless_word_loses_letters_at_last() -> None:
    word = "ພອນສະຫວັນທິບພະວົງສາ"
    cut = name_line(word, thin(9), 40)
    assert cut.text.endswith(ELLIPSIS)
    assert word.startswith(cut.text.removesuffix(ELLIPSIS))
    assert cut.width <= 40


@settings(deadline=None)
@given(st.floats(25, 250))
def test_a_name_never_leaves_its_place(width: float) -> None:
    for line in (name_line(LONG_NAME, thin(9), width), *name_lines(LONG_NAME, thin(9), width)):
        assert line.width <= width + 0.01


def test_an_empty_text_is_an_empty_line() -> None:
    assert whole_line("", thin(9), 50).text == ""
    assert [line.text for line in name_lines("", thin(9), 50)] == [""]
