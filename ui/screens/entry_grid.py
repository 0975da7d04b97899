"""A table to type in, cell by cell or pasted from a spreadsheet, with what is wrong said below."""

import csv
from io import StringIO

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from translations import Words
from translations.reading import normalise
from ui.models.entry_rows import EntryRows
from ui.widgets.buttons import Button, Look, with_key
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import WrapLabel
from ui.widgets.spoken import Spoken
from ui.widgets.table_view import BrokenText, TableView

_Index = QModelIndex | QPersistentModelIndex
_Hint = QAbstractItemDelegate.EndEditHint


def cells_of(text: str, columns: int) -> list[list[str]]:
    """Pasted text as rows of cells: parted by tabs, else by semicolons, else by commas.

    Into a single column nothing is parted: "10,000" is one amount there.
    """
    lines = normalise(text).strip("\r\n")
    if "\t" in lines:
        mark = "\t"
    elif columns == 1:
        return [[line] for line in lines.splitlines()]
    else:
        mark = ";" if ";" in lines else ","
    return list(csv.reader(StringIO(lines), delimiter=mark))


class CellChoice(ChoiceBox):
    """A box in a cell, opened at once; `left` comes when it was closed without choosing."""

    left = Signal()

    def open(self) -> None:
        """Show what there is to choose, once the cell has made room for the box."""
        QTimer.singleShot(0, self, self.showPopup)
        self.view().window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list has closed; whether something was chosen is known a moment later."""
        if event.type() == QEvent.Type.Hide:
            QTimer.singleShot(0, self, self.left.emit)
        return super().eventFilter(watched, event)


class _Delegate(BrokenText):
    """Choices are chosen from a box; everything else is typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A line, or a box of choices."""
        choices = self._choices(index)
        if not choices:
            return super().createEditor(parent, option, index)
        box = CellChoice(parent)
        box.offer(choices)
        box.chosen.connect(lambda _: self._take(box))
        box.left.connect(lambda: self.closeEditor.emit(box, _Hint.RevertModelCache))
        box.open()
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show what stands in the cell."""
        if isinstance(editor, ChoiceBox):
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand over what was typed or chosen."""
        if not isinstance(editor, ChoiceBox):
            super().setModelData(editor, model, index)
        elif editor.value() is not None:
            model.setData(index, editor.value())

    def _take(self, box: CellChoice) -> None:
        box.left.disconnect()
        self.commitData.emit(box)
        self.closeEditor.emit(box, _Hint.SubmitModelCache)

    @staticmethod
    def _choices(index: _Index) -> tuple[tuple[str, str], ...]:
        model = index.model()
        return model.column(index.column()).choices if isinstance(model, EntryRows) else ()


class _View(TableView):
    """Typing replaces; Enter takes it and goes down, Tab to the right; Ctrl+V pastes rows."""

    def __init__(self) -> None:
        super().__init__()
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a grid."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            # Enter comes through from the line in which it has just been taken.
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete and index.isValid():
            self.model().setData(index, "")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter goes on to the row below."""
        super().closeEditor(editor, hint)
        index = self.currentIndex()
        below = index.siblingAtRow(index.row() + 1)
        if hint == _Hint.SubmitModelCache and below.isValid():
            self.setCurrentIndex(below)

    def paste(self, text: str) -> None:
        """Put rows from a spreadsheet from the cell on in which the cursor stands."""
        model = self.model()
        index = self.currentIndex()
        if not isinstance(model, EntryRows) or not text.strip():
            return
        row, column = max(index.row(), 0), max(index.column(), 0)
        seen = [n for n in range(column, model.columnCount()) if not self.isColumnHidden(n)]
        model.put(row, column, cells_of(text, len(seen)))
        self.setCurrentIndex(model.index(row, column))


class EntryGrid(QWidget, Spoken):
    """The table with its buttons, and the first thing that is wrong below it."""

    def __init__(self, words: Words, *, grows: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.view = _View()
        self.model = EntryRows(grows=grows, parent=self)
        self._delegate = _Delegate(self)
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.paste = Button(picture="copy")
        self.drop = Button(picture="close")
        self._wrong = WrapLabel(role="bad")
        self._show = Button(Look.LINK)
        self._lay_out(grows=grows)
        self.paste.clicked.connect(lambda: self.view.paste(QGuiApplication.clipboard().text()))
        self.drop.clicked.connect(lambda: self.model.remove(self.view.currentIndex().row()))
        self._show.clicked.connect(self.go_to_problem)
        for signal in (self.model.dataChanged, self.model.modelReset, self.model.edited):
            signal.connect(self._say_problems)
        self.setFocusProxy(self.view)
        self.speak(words)

    def is_right(self) -> bool:
        """Whether every cell can be taken; otherwise the cursor goes to the first that cannot."""
        if self.model.problems():
            self.go_to_problem()
        return not self.model.problems()

    def problem_text(self) -> str:
        """What is said below the table; "" when nothing is wrong."""
        return "" if self._wrong.isHidden() else self._wrong.text()

    def go_to_problem(self) -> None:
        """Stand on the first cell that cannot be taken."""
        for problem in self.model.problems()[:1]:
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(problem.row, problem.column))

    def fit(self, wide: tuple[int, ...]) -> None:
        """Hide what is not asked for, and give the names the room that is left."""
        for number in range(self.model.columnCount()):
            self.view.setColumnHidden(number, self.model.column(number).hidden)
        self.view.stretch(wide)

    def wrap(self) -> None:
        """Let a long text go on under itself."""
        self.view.wrap()
        self.view.setItemDelegate(self._delegate)

    def speak(self, words: Words) -> None:
        """Name the buttons in these words."""
        self._words = words
        self.paste.setText(words.say("Paste rows"))
        self.paste.setToolTip(
            with_key(words.say("Puts rows copied from a spreadsheet here"), "Ctrl+V")
        )
        self.drop.setText(words.say("Remove row"))
        self._show.setText(words.say("Show it"))
        self._say_problems()

    def _say_problems(self) -> None:
        problems = self.model.problems()
        self._wrong.setVisible(bool(problems))
        self._show.setVisible(bool(problems))
        if not problems:
            return
        first = problems[0]
        said = self._words.say(
            "Row {row}, {column}: {sentence}",
            row=first.row + 1,
            column=self.model.column(first.column).title,
            sentence=first.sentence,
        )
        if len(problems) > 1:
            rest = len(problems) - 1
            said += " " + self._words.say_many("{n} more.", "{n} more.", rest)
        self._wrong.setText(said)

    def _lay_out(self, *, grows: bool) -> None:
        below = QHBoxLayout()
        below.addWidget(self.paste)
        below.addWidget(self.drop)
        below.addWidget(self._wrong, 1)
        below.addWidget(self._show)
        below.addStretch(0)
        self.drop.setVisible(grows)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.view, 1)
        rows.addLayout(below)
