"""Who is paid when a member dies: a line for each person, and the parts together 100 %."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ledger.rules.kip import WHOLE, BasisPoints
from ledger.rules.people import Beneficiary
from translations import Words
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.kip_edit import NameEdit, PercentEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.sign import SignLine
from ui.widgets.spoken import Spoken
from ui.widgets.value_edit import ValueEdit


@dataclass(frozen=True, slots=True)
class _Line:
    """The editors of one person."""

    name: NameEdit
    relation: NameEdit
    part: PercentEdit
    away: Button

    def editors(self) -> tuple[ValueEdit[Any], ...]:
        """What can be typed."""
        return (self.name, self.relation, self.part)

    def widgets(self) -> tuple[QWidget, ...]:
        """In the order in which Tab walks them."""
        return (*self.editors(), self.away)


class Beneficiaries(QWidget, Spoken):
    """The lines, how much they make together, and what is wrong with them. `edited` says anything.

    A new line is given what is still missing to the whole.
    """

    edited = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: list[_Line] = []
        self.title = line_label()
        self._heads = (QLabel(), QLabel(), QLabel())
        self._grid = QGridLayout()
        self.add = Button(Look.LINK, "add")
        self.total = SignLine(one_line=True)
        self._wrong = WrapLabel(role="bad")
        self._grid.setSpacing(6)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        for column, head in enumerate(self._heads):
            head.setProperty("role", "muted")
            self._grid.addWidget(head, 0, column)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch(1)
        below.addWidget(self.total)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.title)
        rows.addLayout(self._grid)
        rows.addLayout(below)
        rows.addWidget(self._wrong)
        self._wrong.hide()
        self.add.clicked.connect(self._add_empty)
        self.speak(words)

    def show_all(self, people: tuple[Beneficiary, ...]) -> None:
        """Show these people."""
        while self.lines:
            self._drop(self.lines[-1])
        for person in people:
            self._add(person.name, person.relation, person.part)
        self.problem("")
        self._sum()

    def people(self) -> tuple[Beneficiary, ...]:
        """The people as they stand here; a line left wholly empty is none."""
        return tuple(
            Beneficiary(
                name=line.name.value() or "",
                relation=line.relation.value() or "",
                part=line.part.value() or 0,
            )
            for line in self.lines
            if line.name.value() or line.relation.value()
        )

    def is_right(self) -> bool:
        """Whether every line can be read; the cursor goes to the first that cannot."""
        editors = [
            editor for line in self.lines for editor in (line.name, line.relation, line.part)
        ]
        wrong = [editor for editor in editors if not editor.is_right()]
        if wrong:
            wrong[0].setFocus()
        return not wrong

    def problem(self, sentence: str) -> None:
        """Say under the lines what is wrong; "" when all is well."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def speak(self, words: Words) -> None:
        """Name everything in these words."""
        self._words = words
        self.title.setText(words.say("Beneficiaries (who is paid when the member dies)"))
        names = (words.say("Name"), words.say("Relation"), words.say("Part"))
        for head, name in zip(self._heads, names, strict=True):
            head.setText(name)
        self.add.setText(words.say("Add a beneficiary"))
        for line in self.lines:
            self._name(line)
        self._sum()

    def _add_empty(self) -> None:
        missing = WHOLE - sum(line.part.value() or 0 for line in self.lines)
        self._add("", "", max(0, missing)).name.setFocus()
        self._sum()
        self.edited.emit()

    def _add(self, name: str, relation: str, part: BasisPoints) -> _Line:
        words = self._words
        line = _Line(
            NameEdit(words), NameEdit(words), PercentEdit(words), Button(Look.LINK, "close")
        )
        line.name.show_value(name or None)
        line.relation.show_value(relation or None)
        line.part.show_value(part)
        row = self._grid.rowCount()
        for column, widget in enumerate(line.widgets()):
            self._grid.addWidget(widget, row, column)
        for editor in line.editors():
            editor.committed.connect(self._edited)
            editor.textEdited.connect(self.edited)
        line.part.troubled.connect(lambda said, _: self.problem(said))
        line.away.clicked.connect(lambda: self._take_away(line))
        line.away.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name(line)
        self.lines.append(line)
        self._follow()
        self._show_heads()
        return line

    def _follow(self) -> None:
        """Tab walks the lines from left to right, then goes on to the button below."""
        walked = [widget for line in self.lines for widget in line.widgets()] + [self.add]
        for before, after in pairwise(walked):
            QWidget.setTabOrder(before, after)

    def _take_away(self, line: _Line) -> None:
        self._drop(line)
        self._edited()
        self.edited.emit()
        self.add.setFocus()

    def _drop(self, line: _Line) -> None:
        self.lines.remove(line)
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._show_heads()

    def _edited(self) -> None:
        self.problem("")
        self._sum()

    def _show_heads(self) -> None:
        for head in self._heads:
            head.setVisible(bool(self.lines))

    def _name(self, line: _Line) -> None:
        words = self._words
        line.name.setAccessibleName(words.say("Name of the beneficiary"))
        line.relation.setAccessibleName(words.say("Relation"))
        line.part.setAccessibleName(words.say("Part"))
        line.away.setAccessibleName(words.say("Remove this beneficiary"))
        line.away.setToolTip(words.say("Remove this beneficiary"))

    def _sum(self) -> None:
        total = sum(line.part.value() or 0 for line in self.lines)
        whole = total == WHOLE
        self.total.setVisible(bool(self.lines))
        said = (
            self._words.say("Together {percent}", percent=self._words.percent(total))
            if whole
            else self._words.say(
                "Together {percent}, and it must be {whole}",
                percent=self._words.percent(total),
                whole=self._words.percent(WHOLE),
            )
        )
        self.total.say(said, Tone.GOOD if whole else Tone.BAD)
