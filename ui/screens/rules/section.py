"""One section of the rules: a form, or a list with a form, each with its heading and picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.rules.rulebook import Rulebook
from translations import N_, Words
from ui.screens.rules.account_fields import ACCOUNT
from ui.screens.rules.edits import ACCOUNTS, BENEFITS, LINES, PRODUCTS, PURPOSES
from ui.screens.rules.fields import CALENDAR, DIVIDEND, FUNDS
from ui.screens.rules.form import RuleForm, scrolled
from ui.screens.rules.lending_fields import LOANS
from ui.screens.rules.listing import RuleList
from ui.screens.rules.loan_fields import LINE, PRODUCT, PURPOSE
from ui.screens.rules.people_fields import PEOPLE
from ui.screens.rules.rule import Rule
from ui.screens.rules.saving_fields import SAVING, VOLUNTARY
from ui.screens.rules.total import Total
from ui.screens.rules.waiting_fields import WAITING
from ui.screens.rules.welfare_fields import BENEFIT, WELFARE


@dataclass(frozen=True, slots=True)
class Section:
    """What one page of the editor shows; `listing` with `rows` where it is a list."""

    name: str
    picture: str
    rules: tuple[Rule, ...] = ()
    listing: str = ""
    rows: tuple[Rule, ...] = ()

    def holds(self, place: str) -> bool:
        """Whether a place of the rules is set on this page."""
        names = [rule.place for rule in self.rules]
        if self.listing:
            names.append(self.listing)
        return any(place == n or place.startswith((f"{n}.", f"{n}[")) for n in names)


SECTIONS = (
    Section(N_("Saving and fees"), "passbook", SAVING),
    Section(N_("Voluntary savings"), "passbook", VOLUNTARY),
    Section(N_("Welfare"), "welfare", WELFARE),
    Section(N_("Welfare benefits"), "person", (), BENEFITS, BENEFIT),
    Section(N_("Kinds of loan"), "loans", (), PRODUCTS, PRODUCT),
    # Its own page: above a list its fields would be pressed flat on a small screen.
    Section(N_("Loans of every kind"), "rules", LOANS),
    Section(N_("What loans are for"), "help", (), PURPOSES, PURPOSE),
    Section(N_("Who comes first"), "up", WAITING),
    Section(N_("Sharing the profit"), "year", (), LINES, LINE),
    Section(N_("Dividends and losses"), "money_out", DIVIDEND),
    Section(N_("Funds and accounts"), "funds", FUNDS, ACCOUNTS, ACCOUNT),
    Section(N_("Year, notes and offices"), "calendar", CALENDAR),
    Section(N_("Joining and leaving"), "members", PEOPLE),
)


class SectionPage(QWidget):
    """The page of a section."""

    def __init__(self, section: Section, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.form = RuleForm(section.rules, words, columns=2) if section.rules else None
        self.list = RuleList(section.listing, section.rows, words) if section.listing else None
        self.total = Total() if section.listing == LINES else None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 10)
        rows.setSpacing(14)
        if self.list is not None:
            if self.form is not None:
                rows.addWidget(self.form)
            rows.addWidget(self.list, 1)
        elif self.form is not None:
            rows.addWidget(scrolled(self.form), 1)
        if self.total is not None and self.list is not None:
            self.list.left.addWidget(self.total)

    def forms(self) -> Iterator[tuple[str, RuleForm]]:
        """The forms of the page with the places they show."""
        if self.form is not None:
            yield "", self.form
        if self.list is not None and self.list.place():
            yield self.list.place(), self.list.form

    def show_rules(self, rulebook: Rulebook, words: Words, *, anew: bool = False) -> None:
        """Show the rules; `anew` when they are other rules and not the same ones, changed."""
        if self.form is not None:
            self.form.show_rules(rulebook, "", words, anew=anew)
        if self.list is not None:
            self.list.show_rules(rulebook, words, anew=anew)
        if self.total is not None:
            self.total.show_rules(rulebook, words)

    def allow(self, allowed: bool) -> None:
        """Let the rules be changed here, or only be read."""
        if self.form is not None:
            self.form.setEnabled(allowed)
        if self.list is not None:
            self.list.allow(allowed)
