"""The register of the group: who is in it, what each has saved, and the form beside it."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ledger.book.change import Change, Topic
from ledger.rules.people import Member, MemberId, households_of
from ui.desk import Desk
from ui.models.members import MemberRow, register_of
from ui.screens.members.finder import Finder
from ui.screens.members.form import MemberForm
from ui.screens.screen import Screen
from ui.widgets.asking import confirm
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import line_label


class MembersScreen(Screen):
    """The list, searched while one types, and the form for one member at its side."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEMBERS, Topic.ENTRIES, Topic.LOANS, Topic.RULES}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.finder = Finder(self, desk.words)
        self.form = MemberForm(desk)
        self.count = line_label("muted")
        self.change_facts, self.open_page = Button(picture="edit"), Button(picture="passbook")
        self.bring_in = Button(picture="folder")
        self.candidates, self.homes = Button(picture="person"), Button(picture="home")
        self.add = PrimaryButton("add")
        self._row = QWidget()
        self._arrange()
        self.finder.opened.connect(self._open_page)
        self.finder.changed.connect(self._count)
        self.finder.wanted_new.connect(lambda: self._open_form(None))
        self.bring_in.clicked.connect(lambda: self.go.emit("bring_in", None))
        self.add.clicked.connect(lambda: self._open_form(None))
        self.change_facts.clicked.connect(self._change_chosen)
        self.open_page.clicked.connect(self._open_chosen)
        self.candidates.clicked.connect(lambda: self.go.emit("candidates", None))
        self.homes.clicked.connect(lambda: self.go.emit("households", None))
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._give_up)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Members"))
        self.finder.speak(words)
        self.form.retranslate()
        self.bring_in.setText(words.say("From a file"))
        self.add.setText(words.say("Enter a new member"))
        self.change_facts.setText(words.say("Change the facts"))
        self.open_page.setText(words.say("Open the passbook"))
        self.candidates.setText(words.say("Candidates"))
        self.homes.setText(words.say("Households"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the register and show it."""
        del change
        self.finder.show_register(register_of(self.book, self.today()))
        shown = self.form.member()
        if shown is not None and not self.form.isHidden():
            self.finder.stand_on(shown.id)

    def show_item(self, item: object) -> None:
        """Open the form for one member."""
        if isinstance(item, int):
            self._open_form(self.book.member(MemberId(item)))

    def may_leave(self) -> bool:
        """Ask before typing that is not saved is given up."""
        if self.form.isHidden() or not self.form.is_touched():
            return True
        words = self.words
        leave = confirm(
            self,
            words,
            title=words.say("Leave without saving?"),
            sentence=words.say("What you typed for this member is not saved yet."),
            do=words.say("Leave without saving"),
            danger=True,
        )
        if leave:
            self._close_form()
        return leave

    def _arrange(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.finder, 11)
        both.addWidget(self.form, 9)
        self.form.hide()
        self.body.addLayout(both, 1)
        self.beside_title.addWidget(self.count)
        acts = QHBoxLayout(self._row)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.addWidget(self.change_facts)
        acts.addWidget(self.open_page)
        acts.addStretch(1)
        acts.addWidget(self.bring_in)
        acts.addWidget(self.homes)
        acts.addWidget(self.candidates)
        acts.addWidget(self.add)
        self.acts.addWidget(self._row)
        self.setFocusProxy(self.finder.search)

    def _count(self) -> None:
        words, rows = self.words, self.finder.rows()
        homes = households_of(row.member for row in rows)
        members = words.say_many("{n} member", "{n} members", len(rows))
        households = words.say_many("{n} household", "{n} households", homes)
        self.count.setText(f"{members} · {households}")
        for button in (self.change_facts, self.open_page):
            button.setEnabled(bool(rows))

    def _open_page(self, row: MemberRow) -> None:
        self.go.emit("member", row.member.id)

    def _open_chosen(self) -> None:
        chosen = self.finder.chosen()
        if chosen is not None:
            self._open_page(chosen)

    def _change_chosen(self) -> None:
        chosen = self.finder.chosen()
        if chosen is not None:
            self._open_form(chosen.member)

    def _open_form(self, member: Member | None) -> None:
        # One primary button at a time: while the form is open it is the form's.
        self.form.show()
        self._row.hide()
        self.finder.narrow(on=True)
        self.setFocusProxy(self.form.name)
        self.form.begin(member)
        if member is not None:
            self.finder.stand_on(member.id)

    def _close_form(self) -> None:
        self.form.hide()
        self._row.show()
        self.finder.narrow(on=False)
        self.setFocusProxy(self.finder.search)

    def _give_up(self) -> None:
        self._close_form()
        self.finder.table.setFocus()

    def _saved(self, member: Member) -> None:
        self._close_form()
        name = f"{member.number} · {member.name}"
        self.tell(self.words.say("{name} is written in the register.", name=name))
        written = next((m for m in self.book.members() if m.number == member.number), None)
        if written is not None:
            self.finder.stand_on(written.id)
        self.finder.table.setFocus()
