"""A member saves for a month that she missed, for this one, or for one to come."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.money_now import money_day
from ledger.actions.saving import save_for
from ledger.rules.days import month_of
from ledger.rules.people import Member
from ui.desk import Desk
from ui.models.payment_told import months_told
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.kip_edit import KipEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


class MonthDialog(QDialog):
    """Which month and how much. A refusal stays in the dialog with what was typed."""

    def __init__(self, desk: Desk, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.member = member
        words, book = desk.words, desk.book
        self.day = money_day(book, desk.today())
        self.month = ChoiceBox()
        self.kip = KipEdit(words)
        self.which, self.amount = Field(words, self.month), Field(words, self.kip)
        self.where = WrapLabel(role="muted")
        self.banner = Banner(words)
        self.back = Button()
        self.act = PrimaryButton("money_in")
        self._arrange()
        self._say()
        self.month.offer(months_told(words, book.day_facts(self.day, self.day), member))
        self.month.show_value(None)
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._save)
        self.kip.returnPressed.connect(self.act.setFocus)
        self.kip.setFocus()

    def _arrange(self) -> None:
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.act)
        self.heading = line_label("heading")
        rows = dialog_rows(self)
        for part in (self.heading, self.banner, self.which, self.amount, self.where):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(560, 340)

    def _say(self) -> None:
        words = self.desk.words
        title = words.say("Savings for a month: {name}", name=self.member.name)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.which.name(words.say("For which month"))
        self.amount.name(words.say("Amount in {unit}", unit=words.unit))
        if self.desk.book.open_sheet() is None:
            said = words.say("It is written into the book with today's date.")
        else:
            said = words.say(
                "It goes onto the sheet of {day} and counts when that is signed.",
                day=words.day(self.day),
            )
        self.where.setText(said)
        self.back.setText(words.say("Go back"))
        self.act.setText(words.say("Write down these savings"))

    def _save(self) -> None:
        words, desk, kip = self.desk.words, self.desk, self.kip.value()
        if not self.kip.is_right() or not kip:
            self.amount.problem(words.say("Type the amount."))
            self.kip.setFocus()
            return
        self.amount.problem("")
        month = self.month.value() or month_of(self.day)
        member, today = self.member.id, desk.today()
        if desk.do(
            lambda book, actor: save_for(
                book, actor, member=member, kip=kip, month=month, today=today
            )
        ):
            self.accept()
        else:
            self.banner.say(desk.last_sentence, Tone.BAD)
