"""A member's membership: what has happened to it, and the next thing, up to the last settlement."""

from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ledger.actions.leaving import end_leave, give_leave, record_death, rejoin, resign, settle
from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.rules.exit_values import Settlement
from ledger.rules.member_life import LifeEvent, LifeKind
from ledger.rules.people import Actor, MemberId
from ledger.rules.refusals import Refusal
from translations.naming import word
from ui.desk import Desk
from ui.messages import sentence
from ui.models.member_life import ACTS, columns_of, next_kinds
from ui.models.rows import RowsModel
from ui.screens.members.life_form import LifeForm
from ui.screens.screen import Screen
from ui.widgets.asking import confirm
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.member_picker import member_line
from ui.widgets.table_view import TableView


class LifeScreen(Screen):
    """One membership. `go("member_life", her id)` opens it."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEMBERS, Topic.ENTRIES, Topic.LOANS, Topic.RULES, Topic.MEETING}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._member: MemberId | None = None
        self._shown: Settlement | None = None
        self.table = TableView()
        self.model: RowsModel[LifeEvent] = RowsModel()
        self.nothing = EmptyState("history")
        self.pages = QStackedWidget()
        self.form = LifeForm(desk)
        self.passbook = Button(picture="passbook")
        self.heirs = Button(picture="edit")
        self.write = PrimaryButton("save")
        self._arrange()
        self.form.changed.connect(self._preview)
        self.passbook.clicked.connect(lambda: self.go.emit("member", self._member))
        self.heirs.clicked.connect(lambda: self.go.emit("members", self._member))
        self.nothing.pressed.connect(lambda: self.go.emit("member", self._member))
        self.write.clicked.connect(self._write)

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.model.set_columns(columns_of(words))
        self.passbook.setText(words.say("Open the passbook"))
        self.heirs.setText(words.say("Change the facts"))
        self.nothing.say(
            words.say("Nothing has happened to this membership since it began."),
            words.say("Open the passbook"),
        )
        self.form.speak(words)

    def refresh(self, change: Change | None = None) -> None:
        """Read what happened to her and what can happen next."""
        del change
        if self._member is None:
            return
        member = self.book.member(self._member)
        status = word(self.words, "status", member.status.value)
        self.title.setText(f"{member_line(self.words, member)} · {status}")
        events = self.book.life_of(member.id)
        self.model.show(events)
        self.table.stretch((4,))
        self.pages.setCurrentIndex(0 if events else 1)
        kinds = next_kinds(member, events)
        self.form.offer(kinds, self.today())
        self.form.setVisible(bool(kinds))
        self.write.setVisible(bool(kinds))
        self._preview()

    def show_item(self, item: object) -> None:
        """Open the membership of a member."""
        if isinstance(item, int):
            self._member = MemberId(item)
            self.form.clear()

    # --- inside ----------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nothing)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.pages, 7)
        both.addWidget(self.form, 5)
        self.body.addLayout(both, 1)
        self.acts.addWidget(self.passbook)
        self.acts.addWidget(self.heirs)
        self.acts.addStretch(1)
        self.acts.addWidget(self.write)
        self.setFocusProxy(self.form.kind)

    def _day(self) -> date:
        return self.form.day.value() or self.today()

    def _preview(self) -> None:
        """Reckon the settlement of the day that stands there, or say what keeps her."""
        kind, member = self.form.kind.value(), self._member
        self._shown = None
        keeps = ""
        if kind is not None:
            self.write.setText(self.words.say(ACTS[kind]))
        if kind is LifeKind.SETTLED and member is not None:
            try:
                self._shown = self.book.settlement(member, self._day(), self.today())
            except Refusal as refusal:
                keeps = sentence(self.words, refusal)
        way = self.book.rulebook(self._day()).people.exit_dividend
        self.form.show_settlement(self._shown, keeps, way=way)
        self.write.setEnabled(kind is not LifeKind.SETTLED or self._shown is not None)

    def _write(self) -> None:
        if not self.form.is_right():
            return
        kind, member = self.form.kind.value(), self._member
        if member is None or kind is None or not self._sure(kind):
            return
        if self.desk.do(lambda book, actor: self._act(book, actor, kind, member)):
            self.form.clear()
            self.refresh()
            her = self.book.member(member)
            what = word(self.words, "life", kind.value)
            self.tell(self.words.say("Written down: {name} · {what}.", name=her.name, what=what))
            self.table.setFocus()

    def _sure(self, kind: LifeKind) -> bool:
        """A settlement moves all of her money: it is asked for once more."""
        made = self._shown
        if kind is not LifeKind.SETTLED or made is None:
            return True
        words = self.words
        return confirm(
            self,
            words,
            title=words.say("End this membership?"),
            sentence=words.say(
                "The group pays {pay}; the member brings {collect}.",
                pay=words.money(made.to_pay),
                collect=words.money(made.to_collect),
            ),
            detail=words.say("Only counter-entries can take it back."),
            do=words.say("Settle and end the membership"),
        )

    def _act(self, book: Book, actor: Actor, kind: LifeKind, member: MemberId) -> Change:
        form, day, today = self.form, self._day(), self.today()
        decision, note = form.decision.value() or "", form.note.value() or ""
        if kind is LifeKind.SETTLED and self._shown is not None:
            return settle(
                book,
                actor,
                shown=self._shown,
                decision=decision,
                pay_now=form.pay_now.isChecked(),
                today=today,
            )
        if kind is LifeKind.LEAVE:
            return give_leave(
                book,
                actor,
                member=member,
                first=day,
                last=form.until.value(),
                decision=decision,
                today=today,
            )
        if kind is LifeKind.BACK:
            return end_leave(book, actor, member=member, day=day, today=today)
        if kind is LifeKind.REJOINED:
            return rejoin(book, actor, member=member, day=day, decision=decision, today=today)
        act = record_death if kind is LifeKind.DIED else resign
        return act(book, actor, member=member, day=day, note=note, today=today)
