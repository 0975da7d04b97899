"""A member is given a new booklet: its size, its pages, and what stands elsewhere already."""

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QWidget

from ledger.actions.booklets import new_booklet
from ledger.rules.booklets import A5_BOOKLET, A6_BOOKLET, BookletSize
from ledger.rules.people import MemberId
from ui.desk import Desk
from ui.one_time import one_time_key
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.member_picker import member_line

_OWN = "own"


class NewBooklet(QDialog):
    """Accepted where the booklet was written down."""

    def __init__(self, desk: Desk, member: MemberId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._member, self._once = desk, member, one_time_key()
        self._state = desk.book.booklet_state(member)
        words = desk.words
        self.size_box = ChoiceBox()
        self.wide, self.high, self.pages = (CountEdit(words, empty=False) for _ in range(3))
        self.elsewhere = QCheckBox()
        self.banner = Banner(words)
        self.back, self.give = Button(), PrimaryButton("passbook")
        self._lay_out()
        last = self._state.booklet
        self.size_box.offer([(A5_BOOKLET, "A5"), (A6_BOOKLET, "A6"), (_OWN, words.say("own size"))])
        size = last.size if last else A5_BOOKLET
        usual = {(s.width, s.height): s for s in (A5_BOOKLET, A6_BOOKLET)}
        self.size_box.show_value(usual.get((size.width, size.height), _OWN))
        self._show_size(size)
        self.size_box.chosen.connect(self._chosen)
        self.back.clicked.connect(self.reject)
        self.give.clicked.connect(self._give)

    def _chosen(self, size: object) -> None:
        if isinstance(size, BookletSize):
            self._show_size(size)
        own = size == _OWN
        for edit in (self.wide, self.high):
            edit.setEnabled(own)

    def _show_size(self, size: BookletSize) -> None:
        for edit, value in zip(
            (self.wide, self.high, self.pages), (size.width, size.height, size.pages), strict=True
        ):
            edit.show_value(value)
        for edit in (self.wide, self.high):
            edit.setEnabled(self.size_box.value() == _OWN)

    def _give(self) -> None:
        if not self.form.is_right():
            return
        wide, high, pages = (edit.value() or 0 for edit in (self.wide, self.high, self.pages))
        lines = len(self._state.passbook.lines) if self.elsewhere.isChecked() else 0
        if self.desk.do(
            lambda book, actor: new_booklet(
                book,
                actor,
                member=self._member,
                size=BookletSize(wide, high, pages),
                lines_elsewhere=lines,
            ),
            once=self._once,
        ):
            self.accept()
        else:
            self.banner.say(self.desk.last_sentence, Tone.BAD)

    def _lay_out(self) -> None:
        words, state = self.desk.words, self._state
        number = state.booklet.number + 1 if state.booklet else 1
        title = words.say("New booklet")
        heading, whose = line_label("heading"), WrapLabel()
        self.setWindowTitle(title)
        heading.setText(f"{title} {words.number(number)}")
        whose.setText(member_line(words, state.passbook.member))
        self.form = Form(columns=2)
        for edit, name in (
            (self.size_box, words.say("Size of a page, closed")),
            (self.pages, words.say("Pages for lines")),
            (self.wide, words.say("Width in mm")),
            (self.high, words.say("Height in mm")),
        ):
            field = Field(words, edit)
            field.name(name)
            self.form.add(field)
        self.elsewhere.setText(words.say("The lines so far stand in an older passbook"))
        self.elsewhere.setVisible(state.booklet is None and bool(state.passbook.lines))
        self.back.setText(words.say("Go back"))
        self.give.setText(words.say("Give out this booklet"))
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.back)
        acts.addWidget(self.give)
        rows = dialog_rows(self)
        for part in (heading, whose, self.banner, self.form, self.elsewhere):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(560, 380)
