"""The sum of all parts of the profit, always in sight: a green tick, or how much is wrong."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ledger.rules.allocation_check import (
    AllocationNotWhole,
    LineNeedsRest,
    RuleDoubled,
    check_whole,
)
from ledger.rules.kip import WHOLE
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook
from translations import Words
from ui.look import COLOURS
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel
from ui.widgets.spoken import restyle


def total_sentence(words: Words, trouble: Refusal | None) -> str:
    """What the parts come to, and what is wrong with it."""
    if isinstance(trouble, AllocationNotWhole):
        facts = {
            "total": words.percent(trouble.total),
            "difference": words.percent(abs(trouble.difference)),
        }
        if trouble.difference > 0:
            return words.say("{total}, which is {difference} too much", **facts)
        return words.say("{total}, which leaves {difference} missing", **facts)
    if isinstance(trouble, LineNeedsRest):
        return words.say("A part that is no percentage leaves a rest: one part must take it.")
    if isinstance(trouble, RuleDoubled):
        return words.say("Only one part can take the rest.")
    return words.percent(WHOLE)


class Total(QWidget):
    """Sum and sign."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._text = WrapLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)

    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def show_rules(self, rulebook: Rulebook, words: Words) -> None:
        """Add the parts up anew."""
        trouble: Refusal | None = None
        try:
            check_whole(rulebook.profit.lines)
        except (AllocationNotWhole, LineNeedsRest, RuleDoubled) as refusal:
            trouble = refusal
        tone = "bad" if trouble else "good"
        if rulebook.profit.lines:
            said = words.say("Together: {total}", total=total_sentence(words, trouble))
        else:
            tone = "info"
            said = words.say("No parts: the whole profit goes where the leftover goes.")
        self._text.setText(said)
        self._text.setProperty("role", tone)
        restyle(self._text)
        colour = COLOURS.get(tone, COLOURS["accent"])
        self._picture.setPixmap(icon(tone, colour).pixmap(QSize(24, 24)))
