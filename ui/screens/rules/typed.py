"""Lines for the figures that only rules have: "3 ×" her savings, and several amounts in a row."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from translations import Words
from translations.reading import Unreadable, Why, read_kip, read_percent
from ui.widgets.value_edit import ValueEdit

_SIGN = "\u00a0×"


class TimesEdit(ValueEdit[int]):
    """So many times something, held in hundredths: "2.5" becomes 2.5 × and is 250."""

    def __init__(self, words: Words, *, empty: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(words, empty=empty, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def read(self, text: str) -> int:
        """The hundredths typed. Raises Unreadable."""
        return read_percent(re.sub(r"[×xX]", "", text))

    def write(self, value: int) -> str:
        """The number with its sign."""
        return self._words.percent(value).removesuffix("%") + _SIGN


class AmountsEdit(ValueEdit[tuple[int, ...]]):
    """Amounts one after another with a space between, in the smallest unit of the currency."""

    def read(self, text: str) -> tuple[int, ...]:
        """The amounts typed. Raises Unreadable."""
        parts = re.split(r"[\s;]+", text.strip())
        if parts == [""]:
            raise Unreadable(text, Why.EMPTY)
        return tuple(read_kip(part, self._words.money_format) for part in parts)

    def write(self, value: tuple[int, ...]) -> str:
        """The amounts in figures."""
        return "  ".join(self._words.kip(kip) for kip in value)
