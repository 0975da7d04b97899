"""The lines in which amounts, percentages and names are typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from translations import Words
from translations.reading import Unreadable, Why, normalise, read_kip, read_percent
from ui.widgets.value_edit import ValueEdit

SPELT_OUT = 1_000_000
"""From this amount on (in whole units of the currency) it is also shown in words."""


class KipEdit(ValueEdit[int]):
    """An amount in the smallest unit of the currency: "1250000" becomes 1,250,000.

    Figures of three scripts are read, and a sum as well: "20,000+5,000".
    """

    def __init__(self, words: Words, *, empty: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(words, empty=empty, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMaxLength(60)

    def read(self, text: str) -> int:
        """The amount typed, or the sum of the amounts between plus signs. Raises Unreadable."""
        form = self._words.money_format
        amount = sum(read_kip(part, form) for part in text.split("+"))
        if amount < 0:
            raise Unreadable(text, Why.NOT_A_NUMBER)
        return amount

    def write(self, value: int) -> str:
        """The amount in figures."""
        return self._words.kip(value)

    def hint(self, value: int) -> str:
        """A large amount in words, so that a nought too many is seen."""
        large = abs(value) >= SPELT_OUT * self._words.money_format.one
        return self._words.in_words(value) if large else ""


class PercentEdit(ValueEdit[int]):
    """A percentage, held in basis points: "2.5" becomes 2.5 % and is 250."""

    def __init__(self, words: Words, *, empty: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(words, empty=empty, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def read(self, text: str) -> int:
        """The basis points typed. Raises Unreadable."""
        return read_percent(text)

    def write(self, value: int) -> str:
        """The percentage with its sign."""
        return self._words.percent(value)


class CountEdit(ValueEdit[int]):
    """A count of things: months, notes, shares. Figures of three scripts are read."""

    def __init__(self, words: Words, *, empty: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(words, empty=empty, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def read(self, text: str) -> int:
        """The whole number typed. Raises Unreadable."""
        number = read_kip(text)
        if number < 0:
            raise Unreadable(text, Why.NOT_A_NUMBER)
        return number

    def write(self, value: int) -> str:
        """The number with its thousands mark."""
        return self._words.number(value)


class NameEdit(ValueEdit[str]):
    """A name or a sentence, stored in the one right spelling of its marks."""

    def read(self, text: str) -> str:
        """The text with its marks in order and without spaces around it. Raises Unreadable."""
        clean = normalise(text).strip()
        if not clean:
            raise Unreadable(text, Why.EMPTY)
        return clean

    def write(self, value: str) -> str:
        """The text itself."""
        return value
