"""The officers in office, each with a box to tick: who confirms a claim or a month's pensions."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from ledger.rules.people import Officer
from translations import Words
from translations.naming import word
from ui.widgets.labels import WrapLabel, line_label


class Confirmers(QWidget):
    """`names` are those who are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._wrong = line_label(), WrapLabel(role="bad")
        self.boxes: dict[str, QCheckBox] = {}
        self._grid = QGridLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self._title)
        rows.addLayout(self._grid)
        rows.addWidget(self._wrong)
        self._wrong.hide()

    def show_officers(self, words: Words, officers: Sequence[Officer], *, wanted: int) -> None:
        """Offer these officers; `wanted` of them have to confirm."""
        self._title.setText(
            words.say_many("Who confirms it? {n} has to.", "Who confirms it? {n} have to.", wanted)
        )
        if list(self.boxes) != [officer.name for officer in officers]:
            for box in self.boxes.values():
                self._grid.removeWidget(box)
                box.hide()
                box.deleteLater()
            self.boxes = {officer.name: QCheckBox() for officer in officers}
            for place, box in enumerate(self.boxes.values()):
                self._grid.addWidget(box, *divmod(place, 2))
                box.toggled.connect(self._wrong.hide)
        for officer in officers:
            role = word(words, "role", officer.role.value)
            self.boxes[officer.name].setText(f"{officer.name} · {role}")

    def names(self) -> tuple[str, ...]:
        """Who is ticked, in the order of the offices."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def clear(self) -> None:
        """Nobody has confirmed yet."""
        for box in self.boxes.values():
            box.setChecked(False)
        self._wrong.hide()

    def problem(self, said: str) -> None:
        """Say under the boxes what is wrong."""
        self._wrong.setText(said)
        self._wrong.setVisible(bool(said))

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""
