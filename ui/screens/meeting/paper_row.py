"""One row of the paper that is not as printed: what was paid in it, or that she was absent."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ledger.rules.as_printed import Exceptional
from ledger.rules.kip import Kip
from ledger.rules.meeting_values import Column
from translations import Words
from translations.naming import word
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.kip_edit import KipEdit, NameEdit
from ui.widgets.labels import line_label


class PaperRow(QWidget):
    """`named` carries what was typed for a row, `ready` the row with what was paid in it."""

    named = Signal(str)
    ready = Signal(Exceptional)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._row = 0
        self.number = NameEdit(words)
        self.number_field = Field(words, self.number)
        self.number_field.name(words.say("Row, or member's number"))
        self.name = line_label("strong")
        self.absent = QCheckBox(words.say("Absent"))
        self.put = Button(picture="add")
        self.put.setText(words.say("Add the row"))
        self.put.setAutoDefault(False)
        self.amounts: dict[Column, KipEdit] = {}
        self._fields = QHBoxLayout()
        head = QHBoxLayout()
        head.addWidget(self.number_field)
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.absent, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.put, 0, Qt.AlignmentFlag.AlignBottom)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addLayout(self._fields)
        self.number.committed.connect(lambda text: self.named.emit(text or ""))
        self.absent.toggled.connect(self._toggled)
        self.put.clicked.connect(self._put)

    def begin(self, columns: Sequence[Column]) -> None:
        """Ask for these columns."""
        while (item := self._fields.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.amounts = {}
        for column in columns:
            edit = KipEdit(self._words)
            field = Field(self._words, edit)
            field.name(word(self._words, "column", column.value))
            self._fields.addWidget(field)
            self.amounts[column] = edit
            edit.returnPressed.connect(self.put.click)
        self.clear()

    def show_row(self, row: int, told: str, paid: Sequence[Kip], *, absent: bool) -> None:
        """Show a row with what was printed or typed for it; the cursor goes to the first amount."""
        self._row = row
        self.number_field.problem("")
        self.name.setText(told)
        self.absent.setChecked(absent)
        for edit, kip in zip(self.amounts.values(), paid, strict=True):
            edit.show_value(kip)
        self._toggled()
        first = next(iter(self.amounts.values()))
        (self.absent if absent else first).setFocus()

    def problem(self, sentence: str) -> None:
        """Say under the number why it is no row."""
        self.clear(number=False)
        self.number_field.problem(sentence)

    def clear(self, *, number: bool = True) -> None:
        """Nothing is typed; the next number can be."""
        self._row = 0
        if number:
            self.number.show_value(None)
            self.number_field.problem("")
            self.number.setFocus()
        self.name.setText("")
        self.absent.setChecked(False)
        for edit in self.amounts.values():
            edit.show_value(None)
        self._toggled()

    def _toggled(self) -> None:
        for edit in self.amounts.values():
            edit.setEnabled(bool(self._row) and not self.absent.isChecked())
        self.absent.setEnabled(bool(self._row))
        self.put.setEnabled(bool(self._row))

    def _put(self) -> None:
        if not all(edit.is_right() for edit in self.amounts.values()):
            return
        if self.absent.isChecked():
            self.ready.emit(Exceptional(self._row, absent=True))
            return
        paid = tuple((column, edit.value() or 0) for column, edit in self.amounts.items())
        self.ready.emit(Exceptional(self._row, paid=paid))
