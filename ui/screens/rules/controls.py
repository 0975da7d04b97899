"""One editor for each kind of rule: it shows a value, and says when the user has set another."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from ledger.rules.people import Role
from ledger.rules.rulebook import Rulebook
from translations import Words
from translations.days import MONTHS
from translations.naming import word
from ui.screens.rules.control import Control
from ui.screens.rules.naming import (
    accounts_of,
    class_name,
    classes_of,
    order_name,
    orders,
    thing_name,
)
from ui.screens.rules.priority import PriorityControl
from ui.screens.rules.rule import Kind, Rule
from ui.screens.rules.typed import AmountsEdit, StepsEdit, TimesEdit
from ui.widgets.choice import ChoiceBox
from ui.widgets.kip_edit import CountEdit, KipEdit, NameEdit, PercentEdit
from ui.widgets.value_edit import ValueEdit

Options = Callable[[Words, Rulebook], Iterable[tuple[Any, str]]]


class TypedControl(Control):
    """A line to type in. What is half typed or cannot be read is left alone."""

    def __init__(self, line: ValueEdit[Any]) -> None:
        super().__init__()
        self.widget = self.line = line
        line.committed.connect(self.edited)

    def show(self, value: Any, rulebook: Rulebook, words: Words) -> None:
        """Show a value, unless the user is in the middle of another one."""
        self.line.speak(words)
        if value != self.line.value() or not self.line.isModified():
            self.line.show_value(value)
            self.line.setCursorPosition(0)

    def forget(self) -> None:
        """Let go of what is half typed."""
        self.line.setModified(False)

    def is_right(self) -> bool:
        """Whether the line can be read; it says itself what is wrong."""
        return self.line.is_right()


class ChoiceControl(Control):
    """A box of choices."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options
        self.widget = self.box = ChoiceBox()
        self.box.chosen.connect(self.edited)

    def show(self, value: Any, rulebook: Rulebook, words: Words) -> None:
        """Offer what there is to choose now."""
        self.box.offer(list(self._options(words, rulebook)))
        self.box.show_value(value)


class FlagControl(Control):
    """Yes or no."""

    def __init__(self) -> None:
        super().__init__()
        self.widget = self.box = QCheckBox()
        self.box.clicked.connect(lambda: self.edited.emit(self.box.isChecked()))

    def show(self, value: Any, rulebook: Rulebook, words: Words) -> None:
        """Show whether it is so."""
        self.box.setText(words.say("Yes"))
        self.box.setChecked(value)


class RolesControl(Control):
    """The posts of the committee, each with a box to tick; their order is the usual one."""

    def __init__(self) -> None:
        super().__init__()
        self.widget = QWidget()
        grid = QGridLayout(self.widget)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        self._boxes = {role: QCheckBox() for role in Role}
        for place, box in enumerate(self._boxes.values()):
            grid.addWidget(box, *divmod(place, 2))
            box.clicked.connect(self._clicked)
        self.widget.setFocusProxy(self._boxes[Role.PRESIDENT])

    def show(self, value: Any, rulebook: Rulebook, words: Words) -> None:
        """Tick the posts that the group has."""
        for role, box in self._boxes.items():
            box.setText(word(words, "role", role.value))
            box.setChecked(role in value)

    def _clicked(self) -> None:
        self.edited.emit(tuple(role for role, box in self._boxes.items() if box.isChecked()))


class SeasonControl(Control):
    """A month and a day of it, or no season at all."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.widget = QWidget()
        self._month = ChoiceBox()
        self._day = CountEdit(words, empty=False)
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._month, 3)
        row.addWidget(self._day, 1)
        self.widget.setFocusProxy(self._month)
        self._month.chosen.connect(lambda _: self._set())
        self._day.committed.connect(lambda _: self._set())

    def show(self, value: Any, rulebook: Rulebook, words: Words) -> None:
        """Show the end of the season."""
        self._month.offer([(None, words.say("No season")), *months(words)])
        self._month.show_value(None if value is None else value[0])
        self._day.speak(words)
        self._day.show_value(31 if value is None else value[1])
        self._day.setVisible(value is not None)
        self._day.setAccessibleName(words.say("Day of the month"))

    def is_right(self) -> bool:
        """Whether the day can be read."""
        return self._day.is_right()

    def _set(self) -> None:
        month = self._month.value()
        self.edited.emit(None if month is None else (month, self._day.value()))


def months(words: Words) -> list[tuple[int, str]]:
    """The twelve months by number with their names."""
    return list(enumerate(MONTHS[words.language], start=1))


def control_of(rule: Rule, words: Words) -> Control:
    """The editor for a rule."""
    line = _LINES.get(rule.kind)
    if line is not None:
        return TypedControl(line(words, empty=rule.empty))
    if rule.kind is Kind.FLAG:
        return FlagControl()
    if rule.kind is Kind.ROLES:
        return RolesControl()
    if rule.kind is Kind.PRIORITY:
        return PriorityControl()
    if rule.kind is Kind.SEASON:
        return SeasonControl(words)
    return ChoiceControl(_options(rule))


_LINES: dict[Kind, type[ValueEdit[Any]]] = {
    Kind.KIP: KipEdit,
    Kind.PERCENT: PercentEdit,
    Kind.TIMES: TimesEdit,
    Kind.COUNT: CountEdit,
    Kind.NAME: NameEdit,
    Kind.AMOUNTS: AmountsEdit,
    Kind.STEPS: StepsEdit,
}


def _options(rule: Rule) -> Options:
    named, choices = rule.named, rule.choices
    if named is not None:
        none = None
        return lambda words, rules: [
            (none, words.say("Not chosen yet")),
            *accounts_of(words, rules, named),
        ]
    if choices is not None:
        return lambda words, _: [(c, word(words, rule.topic, c.value)) for c in choices]
    return _OPTIONS[rule.kind]


_OPTIONS: dict[Kind, Options] = {
    Kind.MONTH: lambda words, _: months(words),
    Kind.ORDER: lambda words, _: [(order, order_name(words, order)) for order in orders()],
    Kind.PRODUCT: lambda words, rules: [
        (product.key, thing_name(words, product)) for product in rules.loans.products
    ],
    Kind.LOAN_CLASS: lambda words, rules: [
        (name, class_name(words, rules, name)) for name in classes_of(rules)
    ],
}
