"""Who stands for a loan: a line for each person, as many as the kind of loan asks for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ledger.rules.people import Member, MemberId
from translations import Words
from ui.widgets.buttons import Button, Look
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.member_picker import MemberPicker
from ui.widgets.spoken import Spoken


class Guarantors(QWidget, Spoken):
    """The lines; `edited` comes with every change. An empty line is nobody."""

    edited = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._members: Sequence[Member] = ()
        self._wanted = 0
        self.pickers: list[MemberPicker] = []
        self.title = line_label()
        self.add = Button(Look.LINK, "add")
        self._wrong = WrapLabel(role="bad")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.title)
        rows.addLayout(self._lines)
        rows.addWidget(self._wrong)
        rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._wrong.hide()
        self.add.clicked.connect(self._add_one)
        self.speak(words)

    def set_members(self, members: Sequence[Member]) -> None:
        """Among whom they are looked for."""
        self._members = members
        for picker in self.pickers:
            picker.set_members(members)

    def ask_for(self, wanted: int) -> None:
        """Show at least so many lines; empty ones beyond that go away."""
        self._wanted = wanted
        for picker in self.pickers[wanted:]:
            if picker.member() is None and not picker.text():
                self._drop(picker)
        while len(self.pickers) < wanted:
            self._add()
        self.speak(self._words)

    def clear(self) -> None:
        """Nobody stands here any more."""
        for picker in list(self.pickers):
            self._drop(picker)
        self.problem("")
        self.ask_for(self._wanted)

    def chosen(self) -> tuple[MemberId, ...]:
        """Who stands for the loan."""
        found = (picker.member() for picker in self.pickers)
        return tuple(member for member in found if member is not None)

    def is_right(self) -> bool:
        """Whether every line that is typed in names a member; goes to the first that does not."""
        unclear = [p for p in self.pickers if p.text().strip() and p.member() is None]
        if unclear:
            self.problem(self._words.say("Choose a member from the list, or empty the line."))
            unclear[0].setFocus()
        return not unclear

    def problem(self, sentence: str) -> None:
        """Say under the lines what is wrong; "" when all is well."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def problem_text(self) -> str:
        """What is said to be wrong now."""
        return self._wrong.text() if not self._wrong.isHidden() else ""

    def go_to(self) -> None:
        """Put the cursor into the first empty line, or the last one."""
        empty = [picker for picker in self.pickers if picker.member() is None]
        for picker in (*empty, *self.pickers[::-1], self.add):
            picker.setFocus()
            return

    def speak(self, words: Words) -> None:
        """Name everything in these words."""
        self._words = words
        wanted = words.say_many("{n} is asked for", "{n} are asked for", self._wanted)
        nobody = words.say("nobody is asked for")
        self.title.setText(
            words.say("Guarantors ({wanted})", wanted=wanted if self._wanted else nobody)
        )
        self.add.setText(words.say("Add a guarantor"))
        for place, picker in enumerate(self.pickers, start=1):
            picker.setAccessibleName(words.say("Guarantor {number}", number=place))

    def _add_one(self) -> None:
        self._add().setFocus()
        self.speak(self._words)

    def _add(self) -> MemberPicker:
        picker = MemberPicker(self._words)
        picker.set_members(self._members)
        picker.picked.connect(self._picked)
        picker.troubled.connect(lambda said, _: self.problem(said))
        self._lines.addWidget(picker)
        before = self.pickers[-1] if self.pickers else self
        self.pickers.append(picker)
        QWidget.setTabOrder(before, picker)
        QWidget.setTabOrder(picker, self.add)
        return picker

    def _drop(self, picker: MemberPicker) -> None:
        self.pickers.remove(picker)
        self._lines.removeWidget(picker)
        picker.hide()
        picker.deleteLater()

    def _picked(self) -> None:
        self.problem("")
        self.edited.emit()
