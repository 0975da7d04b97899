"""The first step: what must be finished before the year can be closed, each with the way there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ledger.rules.saving_rules import SavingsProduct
from ledger.rules.savings_interest import rate_of
from translations import Words
from ui.look import COLOURS
from ui.messages import sentence
from ui.models.closing import Hinders, Hindrance, YearView
from ui.screens.year_end.page import YearPage
from ui.widgets.buttons import Button, Look
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel, line_label

RULES_PAGE = ("settings", "rules")


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at: how it stands, and where it is put right."""

    good: bool
    sentence: str
    act: str = ""
    do: Callable[[], object] | None = None


class ReadyPage(YearPage):
    """A row with a tick or a cross for each thing that must be finished."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(18, 14, 18, 14)
        self._inside.setSpacing(12)
        self._shown: list[Checked] = []
        self.links: list[Button] = []
        self.rows.addWidget(self._card)
        self.rows.addStretch(1)

    def show_year(self, view: YearView, words: Words) -> None:
        """Look through what hinders the closing."""
        self._clear()
        heading = line_label("heading")
        heading.setText(_heading(words, view))
        self._inside.addWidget(heading)
        if view.closed is not None:
            self._shown = [Checked(True, _closed_by(words, view))]
        else:
            self._shown = [*self._checked(view, words)]
        for one in self._shown:
            self._inside.addLayout(self._row(one))

    def said(self) -> list[str]:
        """The sentences that stand here."""
        return [one.sentence for one in self._shown]

    def _checked(self, view: YearView, words: Words) -> Iterator[Checked]:
        found: dict[Hinders, list[Hindrance]] = {kind: [] for kind in Hinders}
        for hindrance in view.hindrances:
            found[hindrance.kind].append(hindrance)
        interest = found.pop(Hinders.INTEREST)
        for kind, hindrances in found.items():
            if not hindrances:
                yield Checked(True, _GOOD[kind](words, view))
            for hindrance in hindrances:
                yield self._bad(hindrance, words)
        if interest or any(rate_of(view.rulebook, product) for product in SavingsProduct):
            yield self._interest(view, words, interest)

    def _interest(self, view: YearView, words: Words, hinders: list[Hindrance]) -> Checked:
        """A cost that the profit of a running year lacks; it keeps one that is over open."""
        said = words.say("The interest on savings is credited, as far as it is due.")
        if view.interest_due:
            said = words.say(
                "Interest on savings is not credited yet: it is a cost that the profit lacks."
            )
        for hindrance in hinders:
            said = sentence(words, hindrance.refusal or Exception())
        return Checked(
            not view.interest_due,
            said,
            words.say("See the interest"),
            lambda: self.go.emit("savings_interest", None),
        )

    def _bad(self, hindrance: Hindrance, words: Words) -> Checked:
        match hindrance:
            case Hindrance(kind=Hinders.UNSIGNED, day=day, sheet=sheet) if day is not None:
                return Checked(
                    False,
                    words.say("The meeting of {day} is not signed yet.", day=words.long_day(day)),
                    words.say("Open the meeting"),
                    lambda: self.go.emit("meeting", sheet),
                )
            case Hindrance(kind=Hinders.EARLIER, year=year):
                return Checked(
                    False,
                    words.say("The year {year} must be closed first.", year=words.year(year)),
                    words.say("Go to the year {year}", year=words.year(year)),
                    lambda: self.year_wanted.emit(year),
                )
            case Hindrance(kind=Hinders.NOT_OVER, day=day) if day is not None:
                return Checked(False, _not_over(words, hindrance))
            case _:
                said = sentence(words, hindrance.refusal or Exception())
                return Checked(
                    False,
                    said,
                    words.say("Look at the rules"),
                    lambda: self.go.emit(*RULES_PAGE),
                )

    def _row(self, one: Checked) -> QHBoxLayout:
        picture, text = QLabel(), WrapLabel(one.sentence)
        name, colour = ("good", COLOURS["good"]) if one.good else ("bad", COLOURS["bad"])
        picture.setPixmap(icon(name, colour).pixmap(QSize(26, 26)))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text, 1)
        if one.do is not None:
            link = Button(Look.PLAIN, "right")
            link.setText(one.act)
            link.clicked.connect(one.do)
            self.links.append(link)
            row.addWidget(link)
        return row

    def _clear(self) -> None:
        self.links = []
        for child in self._card.findChildren(QWidget):
            child.hide()
            child.deleteLater()
        while self._inside.takeAt(0) is not None:
            pass


def _heading(words: Words, view: YearView) -> str:
    year = words.year(view.number)
    if view.closed is not None:
        return words.say("The year {year} is closed", year=year)
    if view.hindrances:
        return words.say("Before the year {year} can be closed", year=year)
    return words.say("The year {year} can be closed", year=year)


def _closed_by(words: Words, view: YearView) -> str:
    names = view.closed.signed_by if view.closed else ()
    return words.say(
        "Signed by: {names}. Nothing in it can be changed any more.", names=" · ".join(names)
    )


def _not_over(words: Words, hindrance: Hindrance) -> str:
    if hindrance.day is None:
        return ""
    return words.say(
        "The year runs until {day}. What you see in the next steps is how it stands today.",
        day=words.day(hindrance.day),
    )


_GOOD: dict[Hinders, Callable[[Words, YearView], str]] = {
    Hinders.UNSIGNED: lambda words, _: words.say("Every meeting of the year is signed."),
    Hinders.EARLIER: lambda words, _: words.say("All earlier years are closed."),
    Hinders.NOT_OVER: lambda words, view: words.say(
        "The year is over: its last day was {day}.", day=words.day(view.facts.year.last)
    ),
    Hinders.RULES: lambda words, _: words.say("The rules share out exactly the whole profit."),
}
