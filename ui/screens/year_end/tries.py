"""Several tries of other percentages in columns beside the rules; one of them can be taken."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.rules.kip import BasisPoints, Kip
from ledger.rules.rulebook import LineKind
from ledger.statements.tries import try_of
from translations import Words
from ui.messages import sentence
from ui.messages.telling import Names
from ui.models.closing import YearView, line_name
from ui.models.rows import Column, RowsModel
from ui.screens.year_end.samples import SAMPLE_NAMES
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel, title_label
from ui.widgets.margins import dialog_rows
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class TryRow:
    """One line of the comparison: its name, and a text for each column."""

    name: str
    texts: tuple[str, ...]


class TriesDialog(QDialog):
    """`taken` carries the percentages of the try that was chosen."""

    taken = Signal(object)

    def __init__(
        self,
        view: YearView,
        tries: Sequence[tuple[BasisPoints, ...]],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        own = tuple(line.amount for line in view.rulebook.profit.lines)
        self.columns = tuple(try_of(view.facts, points) for points in (own, *tries))
        self.heading = title_label()
        self.note = WrapLabel(role="muted")
        self.wrong = WrapLabel(role="bad")
        self.table = TableView()
        self.model: RowsModel[TryRow] = RowsModel(parent=self)
        self.take = [Button(picture="check") for _ in tries]
        self.close_it = PrimaryButton("close")
        self._arrange()
        self._say(view)
        for button, points in zip(self.take, tries, strict=True):
            button.clicked.connect(lambda _=False, points=points: self._taken(points))
        self.close_it.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """The table shares out its width once it has one."""
        super().showEvent(event)
        self.table.stretch((0,))
        self.table.select_row(0)
        self.table.setFocus()

    def _say(self, view: YearView) -> None:
        words = self._words
        title = words.say("Tries side by side")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.note.setText(
            words.say("Nothing is written by this. The year is closed by the rules only.")
        )
        names = [words.say("Try {n}", n=words.number(n)) for n in range(1, len(self.take) + 1)]
        heads = (words.say("By the rules"), *names)
        self.model.set_columns(
            (
                Column(words.say("Part"), lambda row: row.name),
                *(Column(head, _text_of(place), figures=True) for place, head in enumerate(heads)),
            )
        )
        self.model.show(tuple(self._rows(view)))
        known = Names(rulebook=view.rulebook)
        refused = [
            f"{head}: {sentence(words, column.refusal, known)}"
            for head, column in zip(heads, self.columns, strict=True)
            if column.refusal is not None
        ]
        self.wrong.setText("\n".join(refused))
        self.wrong.setVisible(bool(refused))
        for button, name in zip(self.take, names, strict=True):
            button.setText(words.say("Take: {name}", name=name))
        self.close_it.setText(words.say("Close"))
        self.table.setAccessibleName(title)

    def _rows(self, view: YearView) -> Iterator[TryRow]:
        words = self._words
        for place, line in enumerate(view.rulebook.profit.lines):
            percent = line.kind is LineKind.PERCENT
            texts = tuple(
                f"{words.percent(c.points[place])} · {self._kip(c.lines[place])}"
                if percent
                else self._kip(c.lines[place])
                for c in self.columns
            )
            yield TryRow(line_name(words, line), texts)
        for kind, name in SAMPLE_NAMES.items():
            found = [dict(column.samples).get(kind) for column in self.columns]
            if any(kip is not None for kip in found):
                yield self._row(words.say("Gets: {who}", who=words.say(name)), found)
        yield self._row(words.say("All members together"), [c.together for c in self.columns])
        yield self._row(words.say("On average for each"), [c.each for c in self.columns])

    def _row(self, name: str, found: Sequence[Kip | None]) -> TryRow:
        return TryRow(name, tuple(map(self._kip, found)))

    def _kip(self, kip: Kip | None) -> str:
        return "–" if kip is None else self._words.kip(kip)

    def _taken(self, points: tuple[BasisPoints, ...]) -> None:
        self.accept()
        self.taken.emit(points)

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        acts = QHBoxLayout()
        for button in self.take:
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.close_it)
        rows = dialog_rows(self)
        for part in (self.heading, self.note):
            rows.addWidget(part)
        rows.addWidget(self.table, 1)
        rows.addWidget(self.wrong)
        rows.addLayout(acts)
        self.resize(1060, 620)


def _text_of(place: int) -> Callable[[TryRow], str]:
    return lambda row: row.texts[place]
