"""A member does not take savings out after all: her notice is taken back, with the reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.saving import take_back_notice
from ledger.rules.saving_notices import Notice
from translations import Words
from translations.naming import word
from ui.desk import Desk
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, Look
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.kip_edit import NameEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


class NoticeBack(QDialog):
    """Which notice and why; what was taken out on it already stays as it is."""

    def __init__(
        self, desk: Desk, notices: Sequence[Notice], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        words = desk.words
        self.notice, self.reason = ChoiceBox(), NameEdit(words)
        self.which, self.why = Field(words, self.notice), Field(words, self.reason)
        self.banner = Banner(words)
        self.back, self.act = Button(), Button(Look.DANGER, "undo")
        title = words.say("Take back a notice")
        heading = line_label("heading")
        said = WrapLabel(
            words.say("The notice stays in the book, with the reason why it no longer counts.")
        )
        self.setWindowTitle(title)
        heading.setText(title)
        self.which.name(words.say("Which notice"))
        self.why.name(words.say("Reason"))
        self.back.setText(words.say("Go back"))
        self.act.setText(title)
        acts = QHBoxLayout()
        acts.addWidget(self.act)
        acts.addStretch(1)
        acts.addWidget(self.back)
        rows = dialog_rows(self)
        for part in (heading, self.banner, said, self.which, self.why):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(620, 340)
        self.notice.offer([(notice, notice_line(words, notice)) for notice in notices])
        self.notice.show_value(notices[0])
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._take_back)
        self.reason.returnPressed.connect(self.act.setFocus)
        self.reason.setFocus()

    def _take_back(self) -> None:
        desk, words = self.desk, self.desk.words
        self.reason.is_right()
        reason, notice = self.reason.value() or "", self.notice.value()
        if not reason:
            self.why.problem(words.say("Write why the notice is taken back."))
            self.reason.setFocus()
            return
        today = desk.today()
        if desk.do(
            lambda book, actor: take_back_notice(
                book, actor, notice=notice, reason=reason, today=today
            )
        ):
            self.accept()
        else:
            self.banner.say(desk.last_sentence, Tone.BAD)


def notice_line(words: Words, notice: Notice) -> str:
    """One notice: which savings, how much is left of it, and from which day on."""
    product = word(words, "savings_product", notice.product.value)
    ready = words.say("from {day} on", day=words.day(notice.ready))
    return f"{product} · {words.money(notice.left)} · {ready}"
