"""A page whose one act is written whole, or refused beside the field that it is about."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.book.book import Book
from ledger.book.change import Change
from ledger.rules.people import Actor
from ledger.rules.refusals import NameMissing, Refusal
from ui.desk import Desk
from ui.messages import sentence
from ui.messages.telling import Names
from ui.one_time import one_time_key
from ui.screens.screen import Screen
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.field import Field, Form
from ui.widgets.labels import WrapLabel


class ActScreen(Screen):
    """A form on the page, the way back on the left, and the primary button on the right."""

    def __init__(self, desk: Desk, picture: str) -> None:
        super().__init__(desk)
        self.form = Form(columns=2)
        self.fields: dict[str, Field] = {}
        self.help = WrapLabel(role="muted")
        self.wrong = WrapLabel(role="bad")
        self.back = Button(picture="left")
        self.write = PrimaryButton(picture)
        self.between = QHBoxLayout()
        self.upper = QVBoxLayout()
        self.once = one_time_key()
        self.wrong.hide()

    def lay_out_form(self, *wide: str) -> None:
        """Put the fields, the sentence for what is wrong, and the buttons in their places."""
        for name, field in self.fields.items():
            self.form.add(field, wide=name in wide)
        self.upper.addWidget(self.help)
        self.upper.addWidget(self.form)
        self.upper.addWidget(self.wrong)
        self.body.addLayout(self.upper)
        self.acts.addWidget(self.back)
        self.acts.addLayout(self.between)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write)
        self.back.clicked.connect(lambda: self.go.emit("funds", None))

    def clear_problems(self) -> None:
        """Nothing is wrong until it is tried again."""
        self.wrong.hide()
        for field in self.fields.values():
            field.problem("")

    def problem_text(self, where: str = "") -> str:
        """What is said to be wrong: with a field by its name, or under the form."""
        if where:
            return self.fields[where].problem_text()
        return self.wrong.text() if not self.wrong.isHidden() else ""

    def act(self, act: Callable[[Book, Actor], Change], where: Mapping[type[Refusal], str]) -> bool:
        """Run an act; a refusal is said at the field of its kind, otherwise under the form."""
        self.clear_problems()
        if not self.form.is_right():
            return False
        refused: list[Refusal] = []

        def run(book: Book, actor: Actor) -> Change:
            try:
                return act(book, actor)
            except Refusal as refusal:
                refused.append(refusal)
                return Change()

        done = self.desk.do(run, once=self.once)
        for refusal in refused:
            self._place(refusal, where)
        return done and not refused

    def _place(self, refusal: Refusal, where: Mapping[type[Refusal], str]) -> None:
        names = Names(self.book.rulebook(self.today()))
        said = sentence(self.words, refusal, names)
        name = where.get(type(refusal), "")
        if isinstance(refusal, NameMissing):
            name = refusal.what if refusal.what in self.fields else where.get(NameMissing, "")
        if name in self.fields and self.fields[name].isVisibleTo(self):
            self.fields[name].problem(said)
            self.fields[name].editor.setFocus()
            return
        self.wrong.setText(said)
        self.wrong.show()
