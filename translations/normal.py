"""What people type, put into one spelling before it is kept: marks in order, nothing unseen.

Lao and Thai can be typed in several ways that look alike on the screen. Everything that is stored
or compared goes through `normalise` first. It never changes a letter that can be seen.
"""

import re
import unicodedata

_MARKS = (
    ("\u0ec8-\u0ecc", "\u0eb1\u0eb4-\u0ebc", "\u0ecd", "\u0eb2", "\u0eb3"),
    ("\u0e48-\u0e4c", "\u0e31\u0e34-\u0e3a", "\u0e4d", "\u0e32", "\u0e33"),
)


def _rules() -> list[tuple[re.Pattern[str], str]]:
    rules: list[tuple[re.Pattern[str], str]] = []
    for tone, vowel, circle, aa, am in _MARKS:
        rules += [
            # The tone typed before the vowel mark.
            (re.compile(f"([{tone}])([{vowel}])"), r"\2\1"),
            # The vowel AM typed as its two halves.
            (re.compile(f"([{tone}]?){circle}([{tone}]?){aa}"), rf"\1\2{am}"),
            # AM typed before the tone.
            (re.compile(f"{am}([{tone}])"), rf"\1{am}"),
            # The same mark typed twice lies on itself and cannot be seen.
            (re.compile(f"([{tone}{vowel}{circle}])\\1+"), r"\1"),
        ]
    return rules


_RULES = _rules()
# Zero-width letters, signs that turn the direction of writing, and control codes but line ends.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
)


def normalise(text: str) -> str:
    """The one spelling of a text, for storage: marks in order, one kind of space, no unseen ones.

    Never NFKC: that would take the letters ໜ, ຳ and ำ apart.
    """
    text = _UNSEEN.sub("", text.replace("\u00a0", " "))
    # Two E typed for AE.
    text = text.replace("\u0ec0\u0ec0", "\u0ec1").replace("\u0e40\u0e40", "\u0e41")
    before = ""
    # Putting one pair in order can bring another together; names are short, so this ends at once.
    while before != text:
        before = text
        text = unicodedata.normalize("NFC", text)
        for pattern, right in _RULES:
            text = pattern.sub(right, text)
    return text
