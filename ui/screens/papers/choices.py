"""Which paper, of whom, of which year, in which language: the left side of the page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ledger.rules.people import Member
from translations import Words
from ui.look import COLOURS
from ui.screens.papers.wish import NAMES, PICTURES, Kind, Wish
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.icons import icon
from ui.widgets.labels import line_label
from ui.widgets.member_picker import MemberPicker
from ui.widgets.spoken import Spoken

LANGUAGE_NAMES = {"lo": "ລາວ", "th": "ไทย", "en": "English"}
"""Each language in its own script, so that it is found in any window."""


class Choices(QFrame, Spoken):
    """`changed` comes when the user has chosen anything else."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.kinds: dict[Kind, QToolButton] = {}
        self.member = MemberPicker(words)
        self.year = ChoiceBox()
        self.language = ChoiceBox()
        self.fields = {name: Field(words, part) for name, part in self._parts().items()}
        self._heading = line_label("heading")
        self._group = QButtonGroup(self)
        self._years: tuple[int, ...] = ()
        self._closed: frozenset[int] = frozenset()
        self._words = words
        self._lay_out()
        self._group.idClicked.connect(lambda _: self._kind_chosen())
        self.member.picked.connect(lambda _: self.changed.emit())
        self.member.troubled.connect(lambda said, _: self.fields["member"].problem(said))
        self.year.chosen.connect(lambda _: self.changed.emit())
        self.language.chosen.connect(lambda _: self.changed.emit())

    # --- for the screen --------------------------------------------------------------------

    def offer(
        self, members: Sequence[Member], years: Sequence[int], closed: frozenset[int]
    ) -> None:
        """The members and years among which is chosen."""
        self.member.set_members(members)
        self._years, self._closed = tuple(years), closed
        self._offer_years()

    def speak(self, words: Words) -> None:
        """Name everything in these words."""
        self._words = words
        self._heading.setText(words.say("Which paper?"))
        for kind, button in self.kinds.items():
            button.setText(words.say(NAMES[kind]))
        self.fields["member"].name(words.say("Member"))
        self.fields["year"].name(words.say("Year"))
        self.fields["language"].name(words.say("Language"))
        self.language.offer([(code, name) for code, name in LANGUAGE_NAMES.items()])
        if self.language.value() is None:
            self.language.show_value(words.language)
        self._offer_years()

    def kind(self) -> Kind:
        """Which paper is chosen."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def wish(self) -> Wish | None:
        """The paper that is wanted; nothing while a choice is still open."""
        kind, year = self.kind(), self.year.value()
        if kind is Kind.PASSBOOK:
            member = self.member.member()
            return None if member is None else Wish(kind, member=member, year=year or None)
        if kind is Kind.PASSBOOKS:
            return Wish(kind, year=year or None)
        return None if year is None else Wish(kind, year=year)

    def show_wish(self, wish: Wish) -> None:
        """Choose a paper from the program; emits nothing."""
        self.kinds[wish.kind].setChecked(True)
        self._offer_years()
        if wish.member is not None:
            self.member.show_member(wish.member)
        if wish.year is not None or wish.kind in {Kind.PASSBOOK, Kind.PASSBOOKS}:
            self.year.show_value(wish.year or 0)
        self._show_fields()

    # --- parts -----------------------------------------------------------------------------

    def _parts(self) -> dict[str, QWidget]:
        return {"member": self.member, "year": self.year, "language": self.language}

    def _kind_chosen(self) -> None:
        self._offer_years()
        self._show_fields()
        self.changed.emit()

    def _offer_years(self) -> None:
        """Passbooks of every year or all, statements of closed years, proposals of open ones."""
        words, kind = self._words, self.kind()
        if kind in {Kind.PASSBOOK, Kind.PASSBOOKS}:
            offered = [(0, words.say("All years"))]
            offered += [(year, words.year(year)) for year in self._years]
        else:
            wanted = kind is Kind.ANNUAL
            offered = [(y, words.year(y)) for y in self._years if (y in self._closed) is wanted]
        self.year.offer(offered)
        if self.year.value() is None and offered:
            # A proposal is of the year whose turn it is: the oldest that is open.
            self.year.show_value(offered[-1 if kind is Kind.PROPOSED else 0][0])

    def _show_fields(self) -> None:
        kind = self.kind()
        self.fields["member"].setVisible(kind is Kind.PASSBOOK)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 14, 12)
        rows.setSpacing(6)
        rows.addWidget(self._heading)
        for number, kind in enumerate(Kind):
            button = QToolButton()
            button.setProperty("step", True)
            button.setCheckable(True)
            button.setIcon(icon(PICTURES[kind], COLOURS["accent"]))
            button.setIconSize(QSize(24, 24))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._group.addButton(button, number)
            self.kinds[kind] = button
            rows.addWidget(button)
        self.kinds[Kind.PASSBOOK].setChecked(True)
        rows.addSpacing(8)
        rows.addWidget(self.fields["member"])
        pair = QHBoxLayout()
        pair.setSpacing(10)
        pair.addWidget(self.fields["year"], 1)
        pair.addWidget(self.fields["language"], 1)
        rows.addLayout(pair)
        rows.addStretch(1)
