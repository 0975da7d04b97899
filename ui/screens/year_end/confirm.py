"""The last step before the lock: what closing means, in figures, and who confirms it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ledger.rules.people import Actor, Officer, OfficerId
from translations import Words
from translations.naming import word
from ui.models.closing import YearView
from ui.screens.year_end.page import YearPage
from ui.widgets.amount_list import AmountList
from ui.widgets.banner import Banner, Tone
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.labels import WrapLabel


class ConfirmPage(YearPage):
    """As many names as the rules want, each another officer's. `picked` comes with each choice."""

    picked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pickers: list[ChoiceBox] = []
        self.problem = WrapLabel(role="bad")
        self.hindered = Banner(words)
        self._words = words
        self._fields: list[Field] = []
        self._officers: tuple[Officer, ...] = ()
        self._what = WrapLabel()
        self._amounts = AmountList()
        self._ask = WrapLabel()
        self._names = QHBoxLayout()
        self._names.setSpacing(20)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.setSpacing(10)
        for part in (self._what, self._ask):
            inside.addWidget(part)
        inside.addLayout(self._names)
        inside.addWidget(self.problem)
        self.rows.addWidget(self.hindered)
        self.rows.addWidget(self._amounts)
        self.rows.addWidget(card)
        self.rows.addStretch(1)

    def show_year(self, view: YearView, words: Words) -> None:
        """Say what is about to happen and offer the officers' names."""
        self._words = words
        year = words.year(view.number)
        self._what.setText(
            words.say(
                "Once it is closed, nothing dated up to {day} can be written or changed any more. "
                "The next year goes on from where this one ends.",
                day=words.day(view.facts.year.last),
            )
        )
        needed = view.rulebook.closing_signatures
        self._ask.setText(
            words.say_many(
                "{n} member of the committee confirms and picks their own name:",
                "{n} different members of the committee confirm. Each picks their own name:",
                needed,
            )
        )
        self._amounts.show_rows(
            words.say("Close the year {year}", year=year), _amounts(view, words)
        )
        self._offer(view.officers, needed)
        self._check()

    def hinder(self, sentence: str, act: str, do: Callable[[], object]) -> None:
        """Say why the year cannot be closed yet, and where that is put right; "" when it can."""
        if sentence:
            self.hindered.say(sentence, Tone.WARN, act=act, do=do)
        else:
            self.hindered.clear()

    def suggest(self, actor: Actor) -> None:
        """Put who is signed in into the first line, while nobody has picked a name yet."""
        known = {officer.id for officer in self._officers}
        if self.pickers and not self.chosen() and actor.id in known:
            self.pickers[0].show_value(actor.id)
            self._check()

    def forget(self) -> None:
        """Take all names out: another year, or after closing."""
        for picker in self.pickers:
            picker.show_value(None)
        self._check()

    def chosen(self) -> tuple[Officer, ...]:
        """The officers whose names are picked, in the order of the lines."""
        found = {officer.id: officer for officer in self._officers}
        return tuple(found[p.value()] for p in self.pickers if p.value() in found)

    def is_right(self) -> bool:
        """Whether every line has a name, and each another one."""
        chosen = self.chosen()
        return len(chosen) == len(self.pickers) == len({officer.id for officer in chosen})

    def signers(self) -> tuple[Actor, ...]:
        """Those who confirm, acting."""
        return tuple(Actor(id=o.id, name=o.name, role=o.role) for o in self.chosen())

    def _offer(self, officers: Sequence[Officer], needed: int) -> None:
        self._officers = tuple(officers)
        while len(self.pickers) < needed:
            self._add_picker()
        for number, (picker, field) in enumerate(zip(self.pickers, self._fields, strict=True), 1):
            field.setVisible(number <= needed)
            picker.offer([(o.id, _called(self._words, o)) for o in officers])
            picker.setPlaceholderText(self._words.say("Choose who signs"))
            field.name(self._words.say("Signature {n}", n=number))
        for field in self._fields[needed:]:
            field.deleteLater()
        del self.pickers[needed:], self._fields[needed:]

    def _add_picker(self) -> None:
        picker = ChoiceBox()
        picker.chosen.connect(self._picked)
        field = Field(self._words, picker)
        self.pickers.append(picker)
        self._fields.append(field)
        self._names.addWidget(field, 1)

    def _picked(self, _officer: OfficerId) -> None:
        self._check()
        self.picked.emit()

    def _check(self) -> None:
        chosen = [officer.id for officer in self.chosen()]
        twice = len(chosen) != len(set(chosen))
        said = self._words.say("Two different people must confirm.") if twice else ""
        self.problem.setText(said)
        self.problem.setVisible(twice)


def _called(words: Words, officer: Officer) -> str:
    return f"{officer.name} · {word(words, 'role', officer.role.value)}"


def _amounts(view: YearView, words: Words) -> list[tuple[str, str]]:
    if view.plan is None:
        return []
    return [
        (words.say("Profit of the year"), words.money(view.plan.profit)),
        (
            words.say_many(
                "Dividends to {n} member", "Dividends to {n} members", view.totals.members
            ),
            words.money(view.totals.total),
        ),
    ]
