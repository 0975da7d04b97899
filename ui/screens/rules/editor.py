"""The editor of a whole set of rules: nine sections, each a plain form or a list.

It holds one frozen set of rules and makes a new one at every change; nothing is written anywhere.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ledger.rules.accounts import Named
from ledger.rules.refusals import Refusal
from ledger.rules.rulebook import Rulebook
from ledger.rules.rulebook_check import check_rulebook
from translations import Words
from translations.naming import word
from ui.look import COLOURS
from ui.screens.rules import edits
from ui.screens.rules.places import look, nearest, put, steps
from ui.screens.rules.problems import place_of, problem_sentence
from ui.screens.rules.section import SECTIONS, SectionPage
from ui.widgets.icons import icon
from ui.widgets.labels import WrapLabel
from ui.widgets.spoken import Spoken


class RulebookEditor(QWidget, Spoken):
    """Shows a set of rules and lets every figure be changed.

    `changed` comes after each change by the user; filling it from the program emits nothing.
    """

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._rulebook: Rulebook | None = None
        self._checked = False
        self.sections = QListWidget()
        self._pages: dict[int, SectionPage] = {}
        self._allowed = True
        self._stack = QStackedWidget()
        self._problem = WrapLabel(role="bad")
        self._help = WrapLabel(role="muted")
        self._lay_out()
        self.sections.currentRowChanged.connect(self._turn)
        self.speak(words)

    def show_rulebook(self, rulebook: Rulebook) -> None:
        """Show a set of rules from its first section on."""
        self._rulebook = rulebook
        self._checked = False
        for page in self._pages.values():
            page.show_rules(rulebook, self._words, anew=True)
        self.sections.setCurrentRow(0)
        self._turn(0)

    def rulebook(self) -> Rulebook:
        """The rules as they are now. RuntimeError before any were shown."""
        if self._rulebook is None:
            raise RuntimeError("no rules were shown")
        return self._rulebook

    def allow(self, allowed: bool) -> None:
        """Let the rules be changed, or only be read."""
        self._allowed = allowed
        for page in self._pages.values():
            page.allow(allowed)
        self._help.setVisible(allowed)

    def page(self, place: str) -> SectionPage:
        """The page on which a place of the rules is set, turned to."""
        number = next(n for n, section in enumerate(SECTIONS) if section.holds(place))
        self.sections.setCurrentRow(number)
        return self._pages[number]

    def is_right(self) -> bool:
        """Whether the rules can be adopted; otherwise the first problem is said in its place."""
        for number, page in self._pages.items():
            for _, form in page.forms():
                wrong = form.unread()
                if wrong is not None:
                    self.sections.setCurrentRow(number)
                    wrong.editor.setFocus()
                    return False
        self._checked = True
        refusal = self._refusal()
        self._mark(refusal, go=True)
        return refusal is None

    def problem_text(self) -> str:
        """What is said to be wrong with the rules as a whole; "" while nothing is."""
        return "" if self._problem.isHidden() else self._problem.text()

    def help_text(self) -> str:
        """What is explained now."""
        return self._help.text()

    def speak(self, words: Words) -> None:
        """Show the same rules in other words."""
        self._words = words
        self.sections.setAccessibleName(words.say("Sections of the rules"))
        for number, section in enumerate(SECTIONS):
            self.sections.item(number).setText(words.say(section.name))
        widest = max(self.sections.sizeHintForColumn(0), 150)
        self.sections.setFixedWidth(widest + 24)
        self._explain()
        if self._rulebook is not None:
            self._show()

    # --- changes ---------------------------------------------------------------------------

    def _edited(self, place: str, value: object) -> None:
        if place.endswith("].name"):
            self._take(edits.rename(self.rulebook(), place.removesuffix(".name"), str(value)))
        else:
            self._take(put(self.rulebook(), place, value))

    def _added(self, page: SectionPage, kind: Named | None) -> None:
        if page.list is None:
            return
        if kind is None:
            self._take(edits.ADD[page.list.listing](self.rulebook(), self._words.say("New")))
            page.list.stand_on_last()
        else:
            self._add_account(page, kind)
        page.list.form.field("name").editor.setFocus()

    def _add_account(self, page: SectionPage, kind: Named) -> None:
        before = set(self.rulebook().accounts)
        name = word(self._words, "named", kind.value)
        self._take(edits.add_account(self.rulebook(), kind, name))
        new = [n for n, a in enumerate(self.rulebook().accounts) if a not in before]
        if page.list is not None and new:
            page.list.stand_on(new[0])

    def _moved(self, page: SectionPage, place: str, by: int) -> None:
        self._take(edits.move(self.rulebook(), place, by))
        row = steps(place)[-1]
        if page.list is not None and isinstance(row, int):
            last = len(look(self.rulebook(), page.list.listing)) - 1
            page.list.stand_on(min(max(row + by, 0), last))

    def _take(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._show()
        self.changed.emit()

    # --- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        page = self._pages.get(self.sections.currentRow())
        if page is not None:
            page.show_rules(self.rulebook(), self._words)
        self._mark(self._refusal() if self._checked else None, go=False)

    def _turn(self, number: int) -> None:
        """Turn to a section; its page is made when it is first seen, which keeps the door quick."""
        if self._rulebook is None or number < 0:
            return
        if number not in self._pages:
            page = SectionPage(SECTIONS[number], self._words, self._stack)
            page.allow(self._allowed)
            self._connect_page(page)
            self._pages[number] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._pages[number])
        self._explain()
        self._show()

    def _refusal(self) -> Refusal | None:
        try:
            check_rulebook(self.rulebook())
        except Refusal as refusal:
            return refusal
        return None

    def _mark(self, refusal: Refusal | None, *, go: bool) -> None:
        """Say a refusal at its field; `go` puts the cursor there."""
        for page in self._pages.values():
            for _, form in page.forms():
                form.clear_problems()
        self._problem.setVisible(refusal is not None)
        for number in range(len(SECTIONS)):
            self._picture(number, wrong=False)
        if refusal is None:
            return
        place = place_of(refusal, self.rulebook())
        said = problem_sentence(self._words, refusal, self.rulebook())
        for number in (n for n, part in enumerate(SECTIONS) if part.holds(place)):
            self._picture(number, wrong=True)
            if go:
                self.sections.setCurrentRow(number)
            if number in self._pages:
                said = self._mark_field(self._pages[number], place, refusal, go=go)
        self._problem.setText(said)

    def _mark_field(self, page: SectionPage, place: str, refusal: Refusal, *, go: bool) -> str:
        way = steps(place)
        row = next((step for step in way if isinstance(step, int)), None)
        in_list = page.list is not None and place.startswith(page.list.listing)
        if page.list is not None and in_list and row is not None and go:
            page.list.stand_on(row)
        for _, form in page.forms():
            found = nearest(place, form.places())
            if found is not None:
                field = form.places()[found]
                said = problem_sentence(self._words, refusal, self.rulebook())
                field.problem(said)
                if go:
                    field.editor.setFocus()
                return said
        if go and page.list is not None:
            page.list.rows.setFocus()
        return problem_sentence(self._words, refusal, self.rulebook())

    def _picture(self, number: int, *, wrong: bool) -> None:
        name = "bad" if wrong else SECTIONS[number].picture
        tint = COLOURS["bad"] if wrong else COLOURS["accent"]
        self.sections.item(number).setIcon(icon(name, tint))

    def _explain(self, said: str = "") -> None:
        self._help.setText(
            said or self._words.say("Stand in a field to read what it means and in what unit.")
        )

    # --- parts -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.sections.setIconSize(QSize(22, 22))
        self.sections.setSpacing(2)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number in range(len(SECTIONS)):
            self.sections.addItem(QListWidgetItem())
            self._picture(number, wrong=False)
        card = QFrame()
        card.setProperty("card", True)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.setSpacing(4)
        inside.addWidget(self._problem)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._help)
        self._problem.hide()
        self._problem.setContentsMargins(12, 4, 12, 0)
        self._help.setContentsMargins(12, 4, 12, 6)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.sections)
        row.addWidget(card, 1)
        self.setFocusProxy(self.sections)

    def _connect_page(self, page: SectionPage) -> None:
        for form in filter(None, (page.form, page.list.form if page.list else None)):
            form.edited.connect(self._edited)
            form.asked.connect(self._explain)
        if page.list is not None:
            page.list.added.connect(lambda kind: self._added(page, kind))
            page.list.removed.connect(lambda at: self._take(edits.remove(self.rulebook(), at)))
            page.list.moved.connect(lambda at, by: self._moved(page, at, by))
