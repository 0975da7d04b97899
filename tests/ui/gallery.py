"""Every part of a screen on one page, in the states in which people meet it."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ledger.rules.people import Member, MemberId
from translations import Words
from ui.models.rows import Column, RowsModel
from ui.widgets.banner import Banner, Tone
from ui.widgets.buttons import BigButton, Button, Look, PrimaryButton
from ui.widgets.day_edit import DayEdit
from ui.widgets.empty_state import EmptyState
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import KipEdit, NameEdit, PercentEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.member_picker import MemberPicker, member_line
from ui.widgets.table_view import TableView

TODAY = date(2026, 4, 5)
MEMBERS = tuple(
    Member(id=MemberId(number), number=f"{number:03d}", name=name, joined=TODAY, household=house)
    for number, name, house in (
        (1, "ຄຳໝັ້ນ ແກ້ວມະນີ", "ບ້ານເທິງ"),
        (2, "ນ້ອຍ ສີສະຫວັດ", "ບ້ານໃຕ້"),
        (3, "ນ້ອຍ ສີສະຫວັດ", "ບ້ານເທິງ"),
        (4, "ປີ້ງ ນ້ຳຊື້ຫຼຸ່ມ", ""),
        (5, "ໜູພອນ ຫຼວງ", "ບ້ານເທິງ"),
    )
)
LONG = {
    "lo": "ກອງປະຊຸມເດືອນນີ້ຍັງບໍ່ທັນໄດ້ນັບເງິນສົດໃນຫີບ ກະລຸນານັບເງິນສົດກ່ອນ ແລ້ວຈຶ່ງປິດກອງປະຊຸມ ເພາະວ່າເງິນທີ່ນັບໄດ້ຕ້ອງຕົງກັບບັນຊີ",
    "th": "การประชุมเดือนนี้ยังไม่ได้นับเงินสดในกล่อง กรุณานับเงินสดก่อนแล้วจึงปิดการประชุม เพราะเงินที่นับได้ต้องตรงกับบัญชี",
    "en": "The box has not been counted at the end of this meeting. Count it first, then close the "
    "meeting, because the counted cash has to agree with the book.",
}


class Gallery(QWidget):
    """All parts, with sample values."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words
        self.kip = KipEdit(words)
        self.day = DayEdit(words, lambda: TODAY)
        self.percent = PercentEdit(words)
        self.name = NameEdit(words)
        self.wrong = KipEdit(words)
        self.picker = MemberPicker(words)
        self.table = TableView()
        self.model: RowsModel[Member] = RowsModel()
        rows = QVBoxLayout(self)
        title = line_label("title")
        title.setText(words.say("Members"))
        rows.addWidget(title)
        for tone in (Tone.INFO, Tone.BAD):
            banner = Banner(words)
            banner.say(LONG[words.language], tone, act=words.say("Go back"))
            rows.addWidget(banner)
        rows.addWidget(self._form())
        rows.addLayout(self._lower(), 1)
        rows.addLayout(self._buttons())

    def _form(self) -> Form:
        self.picker.set_members(MEMBERS)
        self.picker.show_member(MemberId(4))
        combo = QComboBox()
        combo.addItems([member_line(self.words, m) for m in MEMBERS])
        form = Form(columns=3)
        for title, editor in (
            ("Amount", self.kip),
            ("Day", self.day),
            ("Interest", self.percent),
            ("Name", self.name),
            ("Savings", self.wrong),
            ("Member", self.picker),
            ("Household", combo),
        ):
            field = Field(self.words, editor)
            field.name(self.words.say(title))
            form.add(field)
        self.kip.show_value(1_250_000)
        self.day.show_value(TODAY)
        self.percent.show_value(250)
        self.name.show_value("ປີ້ງ ນ້ຳຊື້ຫຼຸ່ມ · ที่ปรึกษา ผู้กู้")
        self.wrong.setText("12.50")
        self.wrong.is_right()
        return form

    def _lower(self) -> QHBoxLayout:
        words = self.words
        self.model.set_columns(
            (
                Column(words.say("Number"), lambda m: m.number),
                Column(words.say("Name"), lambda m: m.name),
                Column(words.say("Household"), lambda m: m.household),
                Column(words.say("Savings"), lambda m: words.kip(m.id * 1_250_000), figures=True),
            )
        )
        self.table.setModel(self.model)
        self.model.show(MEMBERS)
        self.table.stretch((1,))
        self.table.select_row(3)
        empty = EmptyState("loans")
        empty.say(LONG[words.language], words.say("Go back"))
        row = QHBoxLayout()
        row.addWidget(self.table, 3)
        row.addWidget(empty, 2)
        return row

    def _buttons(self) -> QHBoxLayout:
        danger, plain, link = Button(Look.DANGER, "undo"), Button(picture="edit"), Button(Look.LINK)
        primary, off, big = PrimaryButton("check"), PrimaryButton(), BigButton("practice")
        texts = ("Take back", "Change", "Look here", "Sign the sheet", "Print", "Practice")
        row = QHBoxLayout()
        for button, text in zip((danger, plain, link, primary, off, big), texts, strict=True):
            button.setText(self.words.say(text))
            row.addWidget(button)
            if button is danger:
                row.addWidget(QCheckBox(self.words.say("Present")))
                row.addWidget(WrapLabel(self.words.say("Present"), "muted"))
                row.addStretch(1)
        off.setEnabled(False)
        return row
