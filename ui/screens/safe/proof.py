"""What a code on paper proves, and what it does not, in plain sentences."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from translations import N_, Words
from ui.widgets.labels import WrapLabel, line_label

_YES = N_("What it shows")
_NO = N_("What it cannot show")
_SENTENCES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _YES,
        (
            N_(
                "Every act is sealed together with the one before it. The code is the seal of the "
                "newest act: it stands for the whole book up to that moment."
            ),
            N_(
                "If one amount, one name or one rule of that time is changed afterwards, or an "
                "entry is taken out, the code no longer fits, and the place is named."
            ),
            N_(
                "If an older file was put back, or the book was written anew, the newest code on "
                "a member's paper is no longer in it. The program alone could not see that."
            ),
        ),
    ),
    (
        _NO,
        (
            N_(
                "That what was written was true. For that there are the count of the box, the "
                "receipts and the meeting."
            ),
            N_(
                "What happened after the paper was printed. The newer the paper, the more it "
                "shows: the best are those that members keep at home."
            ),
            N_(
                "Who changed something. Whoever has the file and enough knowledge can change it; "
                "only papers and copies in other hands show that it was done."
            ),
        ),
    ),
)


class Proof(QFrame):
    """A card with two headings and their sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(8)
        self._texts: list[tuple[WrapLabel, str]] = []
        self._heads = [(line_label("heading"), head) for head, _ in _SENTENCES]
        for (label, _), (_, sentences) in zip(self._heads, _SENTENCES, strict=True):
            rows.addWidget(label)
            for sentence in sentences:
                text = WrapLabel()
                self._texts.append((text, sentence))
                rows.addWidget(text)
            rows.addSpacing(6)
        rows.addStretch(1)

    def say(self, words: Words) -> None:
        """Say all of it in these words."""
        for label, text in (*self._heads, *self._texts):
            label.setText(words.say(text))
