"""A member says that she will take savings out: written down here, allowed from its day on."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ledger.actions.saving import give_notice
from ledger.rules.people import Member
from ledger.rules.rulebook import Rulebook, SavingsProduct, WithdrawalRule
from ledger.rules.saving_notices import notice_ready, terms_of
from translations.naming import word
from ui.desk import Desk
from ui.one_time import one_time_key
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field
from ui.widgets.kip_edit import KipEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


def noticed_products(rulebook: Rulebook) -> tuple[SavingsProduct, ...]:
    """The kinds of savings of which the rules ask notice."""
    kept = (SavingsProduct.COMPULSORY, SavingsProduct.VOLUNTARY)[: 1 + rulebook.voluntary.kept]
    return tuple(p for p in kept if terms_of(rulebook, p).withdrawal is WithdrawalRule.NOTICE)


class NoticeDialog(QDialog):
    """Which savings and how much; it says from which day on they may be taken out."""

    def __init__(self, desk: Desk, member: Member, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.member = member
        self._once = one_time_key()
        words = desk.words
        self.rulebook = desk.book.rulebook(desk.today())
        self.product = ChoiceBox()
        self.kip = KipEdit(words)
        self.which, self.amount = Field(words, self.product), Field(words, self.kip)
        self.ready = WrapLabel(role="muted")
        self.banner = Banner(words)
        self.back = Button()
        self.act = PrimaryButton("check")
        self._arrange()
        self.product.offer(
            [(p, word(words, "savings_product", p.value)) for p in noticed_products(self.rulebook)]
        )
        self.product.show_value(noticed_products(self.rulebook)[0])
        self._say()
        self.product.chosen.connect(lambda _: self._say_ready())
        self.back.clicked.connect(self.reject)
        self.act.clicked.connect(self._give)
        self.kip.returnPressed.connect(self.act.setFocus)
        self.kip.setFocus()

    def _arrange(self) -> None:
        words = self.desk.words
        title = words.say("Notice of a withdrawal: {name}", name=self.member.name)
        heading = line_label("heading")
        heading.setText(title)
        self.setWindowTitle(title)
        acts = QHBoxLayout()
        acts.addWidget(self.back)
        acts.addStretch(1)
        acts.addWidget(self.act)
        rows = dialog_rows(self)
        for part in (heading, self.banner, self.which, self.amount, self.ready):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(560, 340)

    def _say(self) -> None:
        words = self.desk.words
        self.which.name(words.say("Which savings"))
        self.amount.name(words.say("How much the member will take out ({unit})", unit=words.unit))
        self.back.setText(words.say("Go back"))
        self.act.setText(words.say("Write down the notice"))
        self._say_ready()

    def _say_ready(self) -> None:
        words, product = self.desk.words, self.product.value()
        ready = notice_ready(self.rulebook, product, self.desk.today())
        self.ready.setText(
            words.say("Said today. It may be taken out from {day} on.", day=words.long_day(ready))
        )

    def _give(self) -> None:
        words, desk, today = self.desk.words, self.desk, self.desk.today()
        kip, product = self.kip.value(), self.product.value()
        if not self.kip.is_right() or not kip:
            self.amount.problem(words.say("Type how much the member will take out."))
            self.kip.setFocus()
            return
        given = desk.do(
            lambda book, actor: give_notice(
                book,
                actor,
                member=self.member.id,
                product=product,
                kip=kip,
                day=today,
                today=today,
            ),
            once=self._once,
        )
        if given:
            self.accept()
        else:
            self.banner.say(desk.last_sentence, Tone.BAD)
