"""Copies and sticks: where copies lie and how they are, a look inside, and putting one back."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ledger.actions.keeping import go_on_with_older
from ledger.actions.pins import new_codes
from ledger.book.change import Change
from ledger.book.copying import copies_in
from ledger.book.locking import new_lock
from ledger.book.places import HERE
from ledger.rules.permits import Act
from ledger.statements.copies import KeptPlace, Outcome
from ui.bringing_back import put_back
from ui.desk import Desk
from ui.keeper import keeper_of
from ui.messages.copies import copy_lines, lost_lines, restored_lines
from ui.messages.findings import finding_sentence
from ui.models import copies as kept
from ui.models.rows import RowsModel
from ui.screens.reasoned import ask_reason
from ui.screens.safe.inside import Inside
from ui.screens.safe.name_stick import ask_stick
from ui.screens.safe.opened import Looked, open_copy
from ui.screens.safe.stick_password import RecoverySheet, SetPassword
from ui.screens.screen import Screen
from ui.screens.second_person import ask_second
from ui.sticks import Stick
from ui.widgets.banner import Tone
from ui.widgets.buttons import Button, Look, PrimaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.table_view import TableView


class CopiesScreen(Screen):
    """The places over the copies of the chosen one; at the right what is inside a copy."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.keeper = keeper_of(desk)
        self._failed = False
        self._said = ""
        self.help = WrapLabel(role="muted")
        self.places, self.copies = TableView(), TableView()
        self.place_model: RowsModel[KeptPlace] = RowsModel()
        self.copy_model: RowsModel[kept.CopyRow] = RowsModel()
        self.inside = Inside()
        self.compare = Button(picture="papers")
        self.name_stick = Button(picture="add")
        self.password = Button(picture="lock")
        self.look_inside = Button(picture="search")
        self.put_back = Button(Look.DANGER, "undo")
        self.go_on = Button(Look.DANGER, "right")
        self.make = PrimaryButton("copy")
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.words
        self.title.setText(words.say("Copies and sticks"))
        self.help.setText(
            words.say(
                "After each signed meeting the book is copied to this machine and to every stick "
                "of the group that is plugged in. Each copy is opened again and worked out anew."
            )
        )
        self.places.setAccessibleName(words.say("Places"))
        self.copies.setAccessibleName(words.say("Copies"))
        self.place_model.set_columns(kept.place_columns(words))
        self.copy_model.set_columns(kept.copy_columns(words))
        self.compare.setText(words.say("Compare with paper"))
        self.name_stick.setText(words.say("Name a stick"))
        self.password.setText(words.say("Password"))
        self.look_inside.setText(words.say("Look inside"))
        self.put_back.setText(words.say("Put this copy back"))
        self.go_on.setText(words.say("Go on with this file"))
        self.make.setText(words.say("Make copies now"))

    def refresh(self, change: Change | None = None) -> None:
        """Read the places anew; the chosen one stays chosen."""
        del change
        row = max(self.places.currentIndex().row(), 0)
        self.place_model.show(self.keeper.places())
        self.places.stretch((0,))
        self.places.select_row(min(row, len(self.place_model.rows()) - 1))
        self._show_copies()
        setback = self.book.setback
        self.go_on.setVisible(setback is not None)
        self.make.setEnabled(setback is None and self.keeper.busy is None)
        if setback is not None:
            self.warn(finding_sentence(self.words, setback))

    def place(self) -> KeptPlace:
        """The place that is chosen."""
        return self.place_model.row(max(self.places.currentIndex().row(), 0))

    def chosen(self) -> kept.CopyRow | None:
        """The copy that is chosen."""
        index = self.copies.currentIndex()
        return self.copy_model.row(index) if index.isValid() else None

    # --- inside ------------------------------------------------------------------------------

    def _show_copies(self) -> None:
        key, mark = self.place().key, self.book.mark
        folder = self.desk.keeping.copies(mark)
        if key != HERE:
            stick = self._stick()
            folder = folder / "none" if stick is None else stick.copies
        rows = [kept.CopyRow(name, folder / name.file) for name in copies_in(folder, mark)]
        self.copy_model.show(rows)
        self.copies.stretch((0,))
        self.copies.select_row(0)
        for button in (self.look_inside, self.put_back):
            button.setEnabled(bool(rows))
        self.password.setEnabled(self._stick() is not None)
        self._say_place()

    def _say_place(self) -> None:
        """Nothing, or why the newest copy of the chosen place would not help, and what to do."""
        self.inside.clear()
        place = self.place()
        if place.outcome not in {None, Outcome.GOOD}:
            self.inside.show_lines([kept.rehearsed_line(self.words, place)], [], good=False)

    def _look(self) -> Looked | None:
        row = self.chosen()
        if row is None:
            return None
        found = open_copy(self.desk, row, self._key(), self)
        if found is None:
            self.inside.clear()
            return None
        look, lost = found.look, found.lost
        lines = [*copy_lines(self.words, look)]
        self.inside.show_lines(lines, [*lost_lines(self.words, lost)], good=look.good)
        return found

    def _put_back(self) -> None:
        row, found = self.chosen(), self._look()
        if row is None or found is None or not found.look.good:
            return
        what = " ".join([next(lost_lines(self.words, found.lost)), self._kept()])
        second = ask_second(self.desk, Act.RESTORE, what=what, parent=self)
        if second is None:
            return
        done = put_back(self.desk, row.file, second, found.secret)
        if done is not None:
            self.tell(" ".join(restored_lines(self.words, done)), seconds=0)
            self.keeper.copy()

    def _kept(self) -> str:
        return self.words.say("The book that is there now is copied first and its file is kept.")

    def _go_on(self) -> None:
        words = self.words
        answer = ask_reason(
            self.desk,
            Act.GO_ON_WITH_OLDER,
            title=words.say("Go on with this file"),
            detail=words.say("What came after it is not in this file. Why is it gone on with?"),
            two=True,
            parent=self,
        )
        if answer is None or answer.second is None:
            return
        act = partial(
            go_on_with_older, second=answer.second, reason=answer.reason, today=self.today()
        )
        if self.desk.do(act):
            self.banner.clear()
            self.refresh()

    def _name(self) -> None:
        known = {stick.root for stick in self.keeper.sticks()}
        asked = ask_stick(self.desk, [v for v in self.keeper.volumes() if v not in known], self)
        if asked is None:
            return
        try:
            self.keeper.name(*asked)
        except OSError as trouble:
            self.warn(
                self.words.say(
                    "The stick cannot be written: {trouble}", trouble=trouble.strerror or ""
                )
            )
        self.refresh()

    def _key(self) -> bytes | None:
        """The key that this machine keeps of the chosen stick."""
        lock = self.desk.keeping.locks(self.book.mark).of(self.place().key)
        return None if lock is None else lock.key

    def _stick(self) -> Stick | None:
        """The chosen stick, while it is plugged in."""
        return next((s for s in self.keeper.sticks() if s.key == self.place().key), None)

    def _lock(self) -> None:
        """Set a password for the chosen stick, or take it away; the sheet is printed first."""
        stick = self._stick()
        if stick is None:
            return
        dialog = SetPassword(self.desk, locked=self._key() is not None, parent=self)
        taken = dialog.exec() == SetPassword.DialogCode.Accepted
        dialog.deleteLater()
        if not taken or dialog.password is None:
            return
        lock = None
        if dialog.password:
            code = new_codes()[0]
            sheet = RecoverySheet(self.desk, code, stick.name, self)
            sheet.exec()
            sheet.deleteLater()
            lock = new_lock(dialog.password, code)
        try:
            self.keeper.set_lock(stick, lock)
        except OSError as trouble:
            self.warn(str(trouble.strerror))

    def _progressed(self, done: int, of: int) -> None:
        if self.keeper.busy is None:
            return
        percent = self.words.percent(done * 10_000 // max(of, 1) // 100 * 100)
        self._say(self.words.say("A copy is being made: {percent}", percent=percent), Tone.INFO)

    def _kept_anew(self) -> None:
        if self.desk.is_empty:
            return
        if self.keeper.busy is None and self.isVisible():
            self._say_how_it_ended()
        self.look_again()

    def _say_how_it_ended(self) -> None:
        """All is made, or where no good copy lies; what could not be made has been said already."""
        bad = [place for place in self.keeper.places() if place.act and kept.is_bad(place)]
        if not bad:
            made = self.words.say("All copies are made and were opened again.")
            self._say(made, Tone.GOOD, seconds=10)
        elif not self._failed:
            names = ", ".join(kept.place_name(self.words, place) for place in bad)
            said = self.words.say("There is no good copy on: {names}. Make one there.", names=names)
            self._say(said, Tone.WARN)

    def _say(self, sentence: str, tone: Tone, *, seconds: int = 0) -> None:
        """Say how copying goes, unless something else stands there that was not read yet."""
        if self.banner.text() in {"", self._said}:
            self.banner.say(sentence, tone, seconds=seconds)
            self._said = sentence

    def _make(self) -> None:
        self._failed = False
        self.banner.clear()
        self.keeper.copy()

    def _not_made(self, sentence: str) -> None:
        self._failed = True
        self.warn(sentence)

    def _arrange(self) -> None:
        self.places.setModel(self.place_model)
        self.copies.setModel(self.copy_model)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.places, 2)
        left.addWidget(self.copies, 3)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left, 9)
        both.addWidget(self.inside, 5)
        self.body.addWidget(self.help)
        self.body.addLayout(both, 1)
        for button in (self.put_back, self.go_on, self.compare, self.name_stick, self.password):
            self.acts.addWidget(button)
        self.acts.addStretch(1)
        self.acts.addWidget(self.look_inside)
        self.acts.addWidget(self.make)
        self.setFocusProxy(self.places)

    def _listen(self) -> None:
        self.places.selectionModel().currentRowChanged.connect(lambda *_: self._show_copies())
        self.copies.selectionModel().currentRowChanged.connect(lambda *_: self.inside.clear())
        self.copies.opened.connect(lambda _: self._look())
        self.look_inside.clicked.connect(self._look)
        self.put_back.clicked.connect(self._put_back)
        self.go_on.clicked.connect(self._go_on)
        self.name_stick.clicked.connect(self._name)
        self.password.clicked.connect(self._lock)
        self.make.clicked.connect(self._make)
        self.compare.clicked.connect(lambda: self.go.emit("compare", None))
        self.keeper.progressed.connect(self._progressed)
        self.keeper.failed.connect(self._not_made)
        self.keeper.kept.connect(self._kept_anew)
