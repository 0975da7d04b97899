"""What stands on funds and banks, and the cash that proves it: both must agree to the kip."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ledger.rules.accounts import Account, Named, named_kind
from ledger.rules.meeting_values import CashCount
from ledger.rules.rulebook import Rulebook
from ledger.rules.set_up import OPENING_ACCOUNTS, SetUp, expected_cash
from translations import N_, Words
from translations.reading import Unreadable
from ui.look import COLOURS
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.page import Page
from ui.screens.first_run.whole import set_up_of
from ui.screens.rules.form import scrolled
from ui.screens.rules.naming import account_name
from ui.widgets.cash_counter import CashCounter
from ui.widgets.icons import icon
from ui.widgets.kip_edit import KipEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.spoken import restyle

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HOLDING = (Named.FUND, Named.BANK, Named.NETWORK)


class CashPage(Page):
    """At the left the funds and banks, at the right the notes, below whether both agree."""

    name = N_("Funds and cash")
    teaching = N_(
        "What stands on each fund and each bank account, and the notes in the cash box, on the day"
        " the books begin. The count must agree with the book exactly."
    )

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._draft = Draft()
        self._lines: dict[Account, KipEdit] = {}
        self._left = QWidget()
        self._grid = QGridLayout(self._left)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self.counter = CashCounter(words)
        self._figures = {name: line_label("heading") for name in ("expected", "counted", "differs")}
        self._labels = {name: line_label("muted") for name in self._figures}
        self._picture = QLabel()
        self.said = WrapLabel()
        self._lay_out()
        self.counter.counted.connect(self._edited)

    def say(self, words: Words) -> None:
        """Give every part its words."""
        super().say(words)
        self._labels["expected"].setText(words.say("Cash by the book"))
        self._labels["counted"].setText(words.say("Counted"))
        self._labels["differs"].setText(words.say("Difference"))

    def show_draft(self, draft: Draft, today: date) -> None:
        """The accounts of the rules with what stands on them, and the notes."""
        self._draft = draft
        rulebook = draft.rulebook
        if rulebook is not None:
            self._build(rulebook)
            self.counter.show_count(rulebook.denominations, CashCount(draft.notes))
        held = dict(draft.accounts)
        for account, line in self._lines.items():
            line.show_value(held.get(account))
        self.setFocusProxy(next(iter(self._lines.values()), self.counter))
        self._compare()

    def taken(self, draft: Draft) -> Draft:
        """The draft with these amounts."""
        held = ((account, line.value()) for account, line in self._lines.items())
        return replace(
            draft,
            accounts=tuple((account, kip) for account, kip in held if kip),
            notes=self.counter.count().notes,
        )

    def is_right(self) -> bool:
        """Whether every line can be read and the count agrees with the book."""
        wrong = [line for line in self._lines.values() if not line.is_right()]
        if wrong:
            wrong[0].setFocus()
        readable = not wrong and self.counter.is_right()
        return readable and self._compare() == 0

    def line(self, account: Account) -> KipEdit:
        """The line of one account. KeyError for one that holds nothing at the beginning."""
        return self._lines[account]

    def difference(self) -> int | None:
        """Counted less expected, in the smallest unit; nothing while another page is not right."""
        set_up = self._set_up()
        return None if set_up is None else set_up.count.total - expected_cash(set_up)

    def _set_up(self) -> SetUp | None:
        try:
            return set_up_of(self.taken(self._draft), self.words)
        except (Unreadable, ValueError, KeyError):
            return None

    def _edited(self) -> None:
        self._compare()
        self.edited.emit()

    def _compare(self) -> int | None:
        """Write expected, counted and difference; the difference."""
        words, set_up = self.words, self._set_up()
        if set_up is None:
            self._tone("bad", words.say("An earlier page is not right yet."))
            return None
        expected, counted = expected_cash(set_up), set_up.count.total
        differs = counted - expected
        for name, kip in (("expected", expected), ("counted", counted), ("differs", differs)):
            self._figures[name].setText(words.money(kip))
        self._tone("bad" if differs else "good", self._sentence(differs, expected))
        return differs

    def _sentence(self, differs: int, expected: int) -> str:
        words = self.words
        if expected < 0:
            return words.say(
                "More is lent and in the bank than was saved: something is missing at the left."
            )
        if differs > 0:
            return words.say(
                "{kip} more than by the book. Count again, or look at savings, loans and funds.",
                kip=words.money(differs),
            )
        if differs < 0:
            return words.say(
                "{kip} less than by the book. Count again, or look at savings, loans and funds.",
                kip=words.money(-differs),
            )
        return words.say("The count agrees with the book.")

    def _tone(self, tone: str, said: str) -> None:
        self.said.setText(said)
        for label in (self.said, self._figures["differs"]):
            label.setProperty("role", tone if label is self.said else "heading")
            restyle(label)
        self._picture.setPixmap(icon(tone, COLOURS[tone]).pixmap(QSize(24, 24)))

    def _build(self, rulebook: Rulebook) -> None:
        own = [a.account for a in rulebook.accounts if named_kind(a.account) in _HOLDING]
        own.sort(key=lambda account: _HOLDING.index(named_kind(account) or Named.FUND))
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._lines = {}
        for row, account in enumerate((*own, *OPENING_ACCOUNTS)):
            name = line_label()
            name.setText(account_name(self.words, rulebook, account))
            line = KipEdit(self.words)
            line.setAccessibleName(name.text())
            name.setBuddy(line)
            line.committed.connect(self._edited)
            self._lines[account] = line
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(line, row, 1)

    def _lay_out(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(28)
        columns.addWidget(scrolled(self._left), 1)
        columns.addWidget(scrolled(self.counter), 1)
        self.body.addLayout(columns, 1)
        card = QFrame()
        card.setProperty("card", True)
        row = QHBoxLayout(card)
        for name, figure in self._figures.items():
            pair = QVBoxLayout()
            figure.setAlignment(_RIGHT)
            self._labels[name].setAlignment(_RIGHT)
            pair.addWidget(self._labels[name])
            pair.addWidget(figure)
            row.addLayout(pair, 2)
        row.addSpacing(16)
        row.addWidget(self._picture)
        row.addWidget(self.said, 5)
        self.body.addWidget(card)
