"""From which rules the group begins: a documented set, to be checked, or an empty one."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from translations import N_, Words
from ui.screens.first_run.draft import Draft
from ui.screens.first_run.page import Page
from ui.screens.rules import RulebookEditor
from ui.screens.rules.templates import EMPTY, begun_from, empty_rules, templates
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label


class RulesPage(Page):
    """First a list of sets to begin from, then the editor with the chosen one."""

    name = N_("The rules")
    teaching = N_("The rules are the group's own. Begin from a set that comes near, and change it.")

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._templates = templates()
        self._draft = Draft()
        self._today = date.min
        self._chosen: str | None = None
        self.list = QListWidget()
        self.list.setSpacing(3)
        self.list.setWordWrap(True)
        self.take = Button(picture="check")
        self._title = line_label("heading")
        self._source = WrapLabel()
        self._warning = Banner(words)
        self.editor = RulebookEditor(words)
        self.other = Button(picture="undo")
        self._from = WrapLabel(role="muted")
        self.resolution = NameEdit(words)
        self._resolution = Field(words, self.resolution)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._choosing())
        self._stack.addWidget(self._editing())
        self.body.addWidget(self._stack, 1)
        self.list.currentRowChanged.connect(self._look_at)
        self.list.itemActivated.connect(lambda _: self._begin())
        self.take.clicked.connect(self._begin)
        self.other.clicked.connect(self._choose_again)
        self.editor.changed.connect(self.edited)
        self.resolution.committed.connect(self.edited)

    def say(self, words: Words) -> None:
        """Give every part its words."""
        super().say(words)
        self.take.setText(words.say("Begin from these rules"))
        self.other.setText(words.say("Begin from another set"))
        self._resolution.name(
            words.say("Number of the resolution"),
            words.say("Under which number the rules stand in the group's minutes."),
        )
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        self.list.addItems([words.say(t.title) for t in self._templates.values()])
        self.list.addItem(words.say("Empty: set everything ourselves"))
        self.list.setCurrentRow(row)
        self._warning.say(words.say("Check with your own rules"), Tone.WARN)
        self._look_at(row)
        self._say_from()

    def show_draft(self, draft: Draft, today: date) -> None:
        """The editor where rules were begun from already, otherwise the list."""
        self._draft, self._today = draft, today
        self._chosen = draft.template
        if draft.rulebook is None:
            self._choose_again()
            self.setFocusProxy(self.list)
            return
        self.editor.show_rulebook(replace(draft.rulebook, fiscal_year_end=draft.year_end))
        self.resolution.show_value(draft.rulebook.resolution or None)
        self._stack.setCurrentIndex(1)
        # The editor needs the height.
        self.teacher.hide()
        self.setFocusProxy(self.editor)
        self._say_from()

    def taken(self, draft: Draft) -> Draft:
        """The draft with these rules."""
        if self._stack.currentIndex() == 0:
            return draft
        rulebook = replace(self.editor.rulebook(), resolution=self.resolution.value() or "")
        return replace(
            draft,
            rulebook=rulebook,
            template=self._chosen,
            year_end=rulebook.fiscal_year_end,
        )

    def is_right(self) -> bool:
        """Whether a set was chosen and nothing in it is impossible."""
        if self._stack.currentIndex() == 0:
            self._begin()
            return False
        return self.editor.is_right()

    def source_text(self) -> str:
        """Where the set of rules comes from on which the cursor stands."""
        return self._source.text()

    def _names(self) -> list[str]:
        return [*self._templates, EMPTY]

    def _look_at(self, row: int) -> None:
        words = self.words
        names = self._names()
        if not 0 <= row < len(names):
            return
        template = self._templates.get(names[row])
        if template is None:
            self._title.setText(words.say("Empty: set everything ourselves"))
            self._source.setText(words.say("No fee, no loan and no fund is set."))
        else:
            self._title.setText(words.say(template.title))
            self._source.setText(words.say(template.source))
        self._warning.setVisible(template is not None)

    def _begin(self) -> None:
        name = self._names()[max(self.list.currentRow(), 0)]
        begin = self._draft.begin or self._today
        template = self._templates.get(name)
        rulebook = (
            empty_rules(begin)
            if template is None
            else begun_from(template, begin=begin, year_end=self._draft.year_end)
        )
        self.show_draft(replace(self._draft, rulebook=rulebook, template=name), self._today)
        self.edited.emit()
        self.editor.setFocus()

    def _choose_again(self) -> None:
        self._stack.setCurrentIndex(0)
        self.teacher.show()
        self.list.setFocus()

    def _say_from(self) -> None:
        template = self._templates.get(self._chosen or EMPTY)
        if template is None:
            self._from.setText("")
        else:
            self._from.setText(
                self.words.say(
                    "From “{title}”. Check with your own rules.",
                    title=self.words.say(template.title),
                )
            )
            self._from.setToolTip(self.words.wrap(self.words.say(template.source)))

    def _choosing(self) -> QWidget:
        page = QWidget()
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._title)
        right.addWidget(self._source)
        right.addWidget(self._warning)
        right.addStretch(1)
        take = QHBoxLayout()
        take.addStretch(1)
        take.addWidget(self.take)
        right.addLayout(take)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.list, 1)
        row.addLayout(right, 1)
        return page

    def _editing(self) -> QWidget:
        page = QWidget()
        top = QHBoxLayout()
        top.addWidget(self._from, 1)
        top.addWidget(self._resolution)
        top.addWidget(self.other)
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(top)
        rows.addWidget(self.editor, 1)
        return page
