"""The words, for window and paper alike; knows no Qt and no ReportLab.

`open_words("lo", MoneyFormat())` opens a language. Sentences are looked up under their English
text, amounts and days are written the way the group chose, and `N_` marks a sentence that a table
holds, so that it is found for translation and said later.
"""

from translations.marks import N_
from translations.money import MoneyFormat
from translations.words import LANGUAGE_NAMES, LANGUAGES, Words, open_words

__all__ = ["LANGUAGES", "LANGUAGE_NAMES", "N_", "MoneyFormat", "Words", "open_words"]
