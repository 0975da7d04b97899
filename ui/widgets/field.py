"""One field of a form: its name above, the line, what stands beside, and what is wrong below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from translations import Words
from ui.widgets.buttons import Button, Look
from ui.widgets.labels import WrapLabel
from ui.widgets.spoken import Spoken, restyle
from ui.widgets.value_edit import ValueEdit


class Field(QWidget, Spoken):
    """An editor with its name. The name is the editor's buddy, for keys and for screen readers.

    A ValueEdit's own troubles and hints appear here by themselves; `problem` says another one,
    such as a refusal that concerns this field.
    """

    def __init__(self, words: Words, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._words = words
        self._name = WrapLabel()
        self._name.setWordWrap(False)
        self._name.setBuddy(editor)
        self._hint = WrapLabel(role="muted")
        self._wrong = WrapLabel(role="bad")
        self._choices = QHBoxLayout()
        self._choices.setContentsMargins(0, 0, 0, 0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addWidget(self._name)
        rows.addWidget(editor)
        rows.addWidget(self._hint)
        rows.addWidget(self._wrong)
        rows.addLayout(self._choices)
        self._hint.hide()
        self._wrong.hide()
        self.setFocusProxy(editor)
        if isinstance(editor, ValueEdit):
            editor.troubled.connect(self._troubled)
            editor.hinted.connect(self.hint)

    def name(self, text: str, help_text: str = "") -> None:
        """What the field asks for, in the user's words; `help_text` is its longer explanation."""
        self._name.setText(text)
        self.editor.setAccessibleName(text)
        self.editor.setToolTip(help_text)

    def let_name_wrap(self) -> None:
        """Let a long name go on in a second line, where the columns are narrow."""
        self._name.setWordWrap(True)

    def hint(self, text: str) -> None:
        """What stands under the line while all is well."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def hint_text(self) -> str:
        """What stands under the line now."""
        return self._hint.text() if not self._hint.isHidden() else ""

    def problem(self, sentence: str) -> None:
        """Say under the field what is wrong with it; "" when it is right again."""
        self._offer(())
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.editor.setProperty("wrong", bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        restyle(self.editor)

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def speak(self, words: Words) -> None:
        """Offer choices in these words from now on."""
        self._words = words

    def _troubled(self, sentence: str, readings: tuple[int, ...]) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self._offer(readings)

    def _offer(self, readings: Sequence[int]) -> None:
        """Buttons for the amounts that the text could mean."""
        while (item := self._choices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for reading in readings:
            button = Button(Look.LINK)
            button.setText(self._words.money(reading))
            button.clicked.connect(lambda _=False, value=reading: self._chosen(value))
            self._choices.addWidget(button)
            button.show()
        if readings:
            self._choices.addStretch(1)

    def _chosen(self, value: int) -> None:
        if isinstance(self.editor, ValueEdit):
            self.editor.choose(value)
            self.editor.setFocus()


class Form(QWidget):
    """Fields side by side in columns, in the order in which Tab walks them."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._place = 0
        self._shown: list[QWidget] = []

    def add(self, field: QWidget, *, wide: bool = False) -> None:
        """Add a field at the next place; a wide one takes a whole row."""
        from_row_start = self._place % self._columns == 0
        if wide and not from_row_start:
            self._place += self._columns - self._place % self._columns
        row, column = divmod(self._place, self._columns)
        span = self._columns if wide else 1
        self._shown.append(field)
        # Fields keep their lines on one height when a neighbour grows by a problem below.
        cell = QVBoxLayout()
        cell.addWidget(field)
        cell.addStretch(1)
        self._grid.addLayout(cell, row, column, 1, span)
        self._place += span

    def show_only(self, fields: Sequence[QWidget]) -> None:
        """Show these fields one after another, in their order, and hide the others."""
        for field in self._shown:
            field.hide()
        while (item := self._grid.takeAt(0)) is not None:
            cell = item.layout()
            while cell is not None and cell.takeAt(0) is not None:
                pass
        self._place, self._shown = 0, []
        for field in fields:
            self.add(field)
            field.show()

    def wrong(self) -> list[Field]:
        """The fields whose lines cannot be read, first one first; each says so in its place."""
        return [
            field
            for field in self.findChildren(Field)
            if (isinstance(field.editor, ValueEdit) and not field.editor.is_right())
            or field.problem_text()
        ]

    def is_right(self) -> bool:
        """Whether every line can be read; otherwise the cursor goes to the first that cannot."""
        wrong = self.wrong()
        if wrong:
            wrong[0].editor.setFocus()
        return not wrong
