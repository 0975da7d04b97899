"""The question before a member leaves the welfare fund: her last day in it, and why."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.welfare import leave_welfare
from ledger.rules.people import Member
from ui.desk import Desk
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.day_edit import DayEdit
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows
from ui.widgets.member_picker import member_line


class LeavingWelfare(QDialog):
    """A refusal stays in the dialog with what was typed."""

    def __init__(self, desk: Desk, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self._member = desk, member
        words = desk.words
        self.day, self.reason = DayEdit(words, desk.today, empty=False), NameEdit(words)
        self.banner = Banner(words)
        self.back, self.act = Button(), Button(Look.DANGER, "close")
        heading, said = line_label("heading"), WrapLabel()
        heading.setText(member_line(words, member))
        said.setText(
            words.say(
                "What the member has given to the welfare fund stays there. Nothing is given back."
            )
        )
        day, reason = Field(words, self.day), Field(words, self.reason)
        day.name(words.say("The member's last day in the welfare fund"))
        reason.name(words.say("Reason"))
        self.act.setText(words.say("The member leaves the welfare fund"))
        self.back.setText(words.say("Go back"))
        self.setWindowTitle(words.say("The member leaves the welfare fund"))
        self.day.show_value(desk.today())
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch(1)
        acts.addWidget(self.back)
        rows = dialog_rows(self)
        for part in (heading, self.banner, said, day, reason):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.setMinimumWidth(560)
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._leave)

    def _leave(self) -> None:
        member, day = self._member.id, self.day.value() or self.desk.today()
        reason, today = self.reason.value() or "", self.desk.today()
        if self.desk.do(
            lambda book, actor: leave_welfare(
                book, actor, member=member, day=day, reason=reason, today=today
            )
        ):
            self.accept()
        else:
            self.banner.say(self.desk.last_sentence, Tone.BAD)
