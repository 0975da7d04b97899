"""Lines break between words, and nowhere else."""

from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translations.breaks import PROTECTED, pieces, with_zwsp

_SENTENCES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()


def _places(marked: str) -> tuple[str, set[int], set[int]]:
    """The plain sentence, where a break is expected, and where it may also be."""
    plain, wanted, allowed = "", set(), set()
    for letter in marked:
        if letter == "|":
            wanted.add(len(plain))
        elif letter == ".":
            allowed.add(len(plain))
        else:
            plain += letter
    return plain, wanted, allowed | wanted


def _found(text: str) -> set[int]:
    return set(accumulate(map(len, pieces(text)[:-1])))


def _score(lines: list[str]) -> tuple[int, int, int]:
    hits = expected = wrong = 0
    for line in lines:
        plain, wanted, allowed = _places(line)
        found = _found(plain)
        hits += len(found & wanted)
        expected += len(wanted)
        wrong += len(found - allowed)
    return hits, expected, wrong


def test_lao_sentences_break_between_words() -> None:
    hits, expected, wrong = _score(_SENTENCES[:10])
    assert wrong == 0
    assert 100 * hits >= 94 * expected


def test_thai_sentences_break_between_words() -> None:
    hits, expected, wrong = _score(_SENTENCES[10:])
    # "at the end of the year, the group" is truly ambiguous in Thai without a space.
    assert wrong <= 2
    assert 100 * hits >= 94 * expected


def test_a_count_stays_with_what_is_counted() -> None:
    assert pieces("ຜູ້ຄ້ຳປະກັນ 2 ຄົນ") == ("ຜູ້ຄ້ຳປະກັນ ", "2 ຄົນ")
    assert pieces("ผู้ค้ำประกัน 12 คน") == ("ผู้ค้ำประกัน ", "12 คน")
    # A day, an amount, a year or the number of a member is no count.
    assert pieces("001 ຈຳນວນ") == ("001 ", "ຈຳນວນ")
    assert pieces("2567 ຕາມ") == ("2567 ", "ຕາມ")
    assert pieces("04/01/2024 ຕາມ") == ("04/01/2024 ", "ຕາມ")
    assert pieces("1,250 ໃຫ້") == ("1,250 ", "ໃຫ້")


def test_the_thai_word_at_stays_with_the_place_or_day_behind_it() -> None:
    assert pieces("สุข ณ อุบลราชธานี") == ("สุข ", "ณ อุบลราชธานี")
    assert pieces("เงินกู้ ณ สิ้นปี")[1] == "ณ สิ้น"


@pytest.mark.parametrize(
    "text", ["กองทุนท้อนเงิน", "เงินท้อน", "กลุ่มท้อนเงิน", "ກຸ່ມທ້ອນເງິນ", "น้ำท่วม", "คณะกรรมการ"]
)
def test_words_of_the_trade_stay_whole(text: str) -> None:
    assert pieces(text) == (text,)
    assert text in "|".join(pieces(f"สมาชิก{text}ทุกคน"))


@pytest.mark.parametrize(
    "text",
    [
        "ເງິນກູ້ (LAK)",
        "ເງິນທ້ອນ, ດອກເບ້ຍ.",
        "ທຸກໆເດືອນ",
        "(ເງິນທ້ອນ) “ຊື່”",
        "ທັງໝົດ ₭1,250,000",
        "เงินกู้ 2,000,000\u00a0กีบ",
        "ทุกๆเดือน ฯลฯ",
    ],
)
def test_no_line_begins_or_ends_with_what_belongs_elsewhere(text: str) -> None:
    for before, after in zip(pieces(text), pieces(text)[1:], strict=False):
        assert after[0] not in "ໆຯๆฯ)”.,\u00a0 "
        assert before[-1] not in "(“₭"


def test_number_and_unit_stay_together() -> None:
    assert "1,250,000\u00a0ກີບ" in pieces("ຈ່າຍ 1,250,000\u00a0ກີບ ແລ້ວ")[1]


@settings(deadline=None)
@given(st.text("ກຂຄທ້ອນເງິນທ້ອນเงินท้อน น้ำ()., ໆ12-\u00a0ab", max_size=40))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text)) or not text
    assert with_zwsp(text).replace("\u200b", "") == text


def test_no_protected_word_is_named_twice() -> None:
    assert len(set(PROTECTED)) == len(PROTECTED)
