"""A form of rules: fields two by two, those that do not matter now left out."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ledger.rules.rulebook import Rulebook
from translations import Words
from ui.screens.rules.control import Control
from ui.screens.rules.controls import TypedControl, control_of
from ui.screens.rules.naming import thing_name
from ui.screens.rules.places import below, look
from ui.screens.rules.rule import Kind, Rule
from ui.widgets.field import Field

_LETTERS = 24
"""A field is at least so many letters wide."""


class RuleForm(QWidget):
    """Shows one thing of the rules: the whole rulebook at "", or "loans.products[2]".

    `edited` carries the place of a rule and what the user has set there; `asked` the sentence
    that explains the field in which the cursor stands.
    """

    edited = Signal(str, object)
    asked = Signal(str)

    def __init__(
        self,
        rules: Sequence[Rule],
        words: Words,
        *,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rules = tuple(rules)
        self._words = words
        self._columns = self._columns_most = columns
        self._prefix: str | None = None
        self._controls = [control_of(rule, words) for rule in rules]
        self._fields = [Field(words, control.widget, self) for control in self._controls]
        for field in self._fields:
            field.let_name_wrap()
        wide = {Kind.AMOUNTS, Kind.ROLES, Kind.ORDER, Kind.STEPS, Kind.PRIORITY}
        pairs = zip(rules, self._fields, strict=True)
        self._wide = {field for rule, field in pairs if rule.kind in wide}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)
        for field in self._fields:
            # A long name may not push its neighbour out of sight.
            field.setMinimumWidth(1)
        for rule, control in zip(self._rules, self._controls, strict=True):
            control.edited.connect(lambda value, rule=rule: self._edited(rule, value))
            self._watch(control.widget)

    def forget(self) -> None:
        """What is half typed belongs to other rules: the next showing replaces it."""
        self._prefix = None

    def show_rules(
        self, rulebook: Rulebook, prefix: str, words: Words, *, anew: bool = False
    ) -> None:
        """Show what stands at the place `prefix` of the rules.

        Where it is the same place as before, what the user has half typed stays (unless `anew`).
        """
        anew = anew or prefix != self._prefix
        self._words, self._prefix = words, prefix
        thing = look(rulebook, prefix)
        for rule, control, field in zip(self._rules, self._controls, self._fields, strict=True):
            field.name(self._label(rule), self._help(rule))
            field.setVisible(rule.shown is None or rule.shown(thing))
            if not field.isHidden():
                if anew:
                    control.forget()
                control.show(_shown(rule, thing, words), rulebook, words)
        self._arrange()

    def places(self) -> dict[str, Field]:
        """The fields that are seen now by the places they show."""
        pairs = zip(self._rules, self._fields, strict=True)
        prefix = self._prefix or ""
        return {below(prefix, r.place): f for r, f in pairs if not f.isHidden()}

    def field(self, name: str) -> Field:
        """The field of a rule of this form by its own place, as far as it is seen."""
        return self.places()[below(self._prefix or "", name)]

    def unread(self) -> Field | None:
        """The first field in which something stands that cannot be read."""
        for control, field in zip(self._controls, self._fields, strict=True):
            if not field.isHidden() and not control.is_right():
                return field
        return None

    def clear_problems(self) -> None:
        """Take away what was said to be wrong."""
        for control, field in zip(self._controls, self._fields, strict=True):
            if field.problem_text() and _is_readable(control):
                field.problem("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the field into which the cursor comes."""
        if event.type() == QEvent.Type.FocusIn:
            for rule, control in zip(self._rules, self._controls, strict=True):
                inside = isinstance(watched, QWidget) and control.widget.isAncestorOf(watched)
                if watched is control.widget or inside:
                    self.asked.emit(self._help(rule))
        return super().eventFilter(watched, event)

    def _label(self, rule: Rule) -> str:
        label = self._words.say(rule.label)
        return f"{label} ({self._words.unit})" if rule.kind is Kind.KIP else label

    def _help(self, rule: Rule) -> str:
        return self._words.say(rule.help, unit=self._words.unit)

    def _edited(self, rule: Rule, value: object) -> None:
        self.edited.emit(below(self._prefix or "", rule.place), value)

    def _watch(self, widget: QWidget) -> None:
        for part in (widget, *widget.findChildren(QWidget)):
            part.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer fields side by side where letters are large and the place is narrow."""
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._arrange()

    def _fitting(self) -> int:
        letter = self.fontMetrics().averageCharWidth()
        return max(1, min(self._columns_most, self.width() // (letter * _LETTERS)))

    def _arrange(self) -> None:
        seen = [field for field in self._fields if not field.isHidden()]
        for column in range(self._columns_most):
            self._grid.setColumnStretch(column, int(column < self._fitting()))
        self._columns = self._fitting()
        while self._grid.count():
            self._grid.takeAt(0)
        place = 0
        for field in seen:
            wide = field in self._wide
            # A wide field begins a row of its own.
            place += -place % self._columns if wide else 0
            row, column = divmod(place, self._columns)
            span = self._columns if wide else 1
            self._grid.addWidget(field, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
        for before, after in pairwise(seen):
            QWidget.setTabOrder(before.editor, after.editor)


def _shown(rule: Rule, thing: Any, words: Words) -> Any:
    return thing_name(words, thing) if rule.kind is Kind.NAME else look(thing, rule.place)


def _is_readable(control: Control) -> bool:
    return not isinstance(control, TypedControl) or control.is_right()


def scrolled(form: QWidget) -> QScrollArea:
    """A form that may be longer than its place; it lets the ground beneath be seen."""
    inside = QWidget()
    rows = QVBoxLayout(inside)
    rows.setContentsMargins(0, 0, 10, 0)
    rows.addWidget(form)
    rows.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
