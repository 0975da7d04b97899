"""The order of names the way Lao and Thai dictionaries have it, and how a search folds it.

A vowel written before its consonant is sorted after it, tone marks only decide between names that
are otherwise the same, and Lao ສ comes after ຈ.
"""

import re
from typing import TypeAlias

from translations.normal import normalise

SortKey: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], str]

_LAO = "ກຂຄຆງຈຉສຊຌຍຎຏຐຑຒຓດຕຖທຘນບປຜຝພຟຠມຢຣລວຨຩຫຬອຮ"
_LAO_VOWELS = "ຯະັາຳິີຶືຸູົຼຽເແໂໃໄໆ"
_THAI = "".join(map(chr, range(0x0E01, 0x0E2F)))
_THAI_VOWELS = "ฯะัาำิีึืุูเแโใไๅฺๆ"
_TONE = {mark: rank for rank, mark in enumerate("็่้๊๋์ํ๎", start=1)}
_TONE |= {mark: rank for rank, mark in enumerate("່້໊໋໌ໍ", start=1)}
_TONES = "\u0e47-\u0e4c\u0ec8-\u0ecc"
_LEADING = re.compile("([เแโใไເແໂໃໄ])([ก-ฮກ-ຮໜໝ])")


def _ranks() -> dict[str, int]:
    rank: dict[str, int] = {}
    for value in range(10):
        for zero in (0x30, 0xE50, 0xED0):
            rank[chr(zero + value)] = 10 + value
    for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=40):
        rank[letter] = rank[letter.upper()] = place
    blocks = ((100, _THAI), (160, _THAI_VOWELS), (300, _LAO), (360, _LAO_VOWELS))
    for start, letters in blocks:
        rank |= {letter: start + place for place, letter in enumerate(letters)}
    return rank


_RANK = _ranks()


def _single(text: str) -> str:
    """The text with ໜ, ໝ and ຫຼ written as two letters, which is how they are sorted."""
    return text.replace("ໜ", "ຫນ").replace("ໝ", "ຫມ").replace("ຫຼ", "ຫລ")


def sort_key(name: str) -> SortKey:
    """The key under which a name is sorted among others."""
    text = _single(_LEADING.sub(r"\2\1", normalise(name)))
    places: list[int] = []
    tones: list[int] = []
    for letter in text:
        if letter in _TONE:
            if tones:
                tones[-1] = tones[-1] * 10 + _TONE[letter]
            continue
        places.append(_RANK.get(letter, 1 if letter.isspace() else ord(letter) + 1000))
        tones.append(0)
    return tuple(places), tuple(tones), text


def fold(text: str) -> str:
    """What a search compares: without tones, spaces and points, old and new spellings alike."""
    text = _single(normalise(text).casefold()).replace("ຫຣ", "ຫລ")
    text = text.translate({zero + v: str(v) for zero in (0xE50, 0xED0) for v in range(10)})
    return re.sub(rf"[{_TONES}\s.]", "", text)
