"""Lines for the figures that only rules have: "3 ×" her savings, amounts in a row, steps."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ledger.rules.welfare_rules import BenefitStep
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


class StepsEdit(ValueEdit[tuple[BenefitStep, ...]]):
    """Years and amounts one after another: "15: 300; 20: 400"."""

    def read(self, text: str) -> tuple[BenefitStep, ...]:
        """The steps typed. Raises Unreadable."""
        steps = []
        for part in filter(None, (piece.strip() for piece in re.split(r"[;\n]", text))):
            years, sign, kip = part.partition(":")
            if not sign:
                raise Unreadable(part, Why.NOT_A_NUMBER)
            steps.append(BenefitStep(read_kip(years), read_kip(kip, self._words.money_format)))
        return tuple(steps)

    def write(self, value: tuple[BenefitStep, ...]) -> str:
        """The steps in figures."""
        return "; ".join(f"{step.years}: {self._words.kip(step.kip)}" for step in value)
