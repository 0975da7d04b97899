"""Every entry of the book, searched while one types; the one that is chosen lies open below."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ledger.actions.counter import plan_counter
from ledger.rules.permits import Act
from ledger.rules.transfers import EntryNumber
from ledger.statements.slips import kind_of
from ui.desk import Desk
from ui.models.closing import years_of
from ui.models.entries import EntryRow, columns_of, find, number_in, rows_of
from ui.models.rows import RowsModel
from ui.papers.wish import Wish
from ui.screens.books.at import At
from ui.screens.books.days import DaysBar
from ui.screens.books.entry_card import EntryCard
from ui.screens.books.leaf import BookLeaf
from ui.screens.books.take_back import TakeEntryBack
from ui.widgets.buttons import Button, Look
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_edit import SearchEdit
from ui.widgets.table_view import TableView

_WHAT = 2


class EntriesLeaf(BookLeaf):
    """The newest entries first. A number that lies outside the days is fetched all the same."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.search = SearchEdit(self)
        self.days = DaysBar(desk)
        self.table = TableView()
        self.model: RowsModel[EntryRow] = RowsModel()
        self.nothing = EmptyState("search")
        self.pages = QStackedWidget()
        self.card = EntryCard(desk)
        self.take_back = Button(Look.DANGER, "undo")
        self.see_member = Button(picture="passbook")
        self.left = (self.take_back,)
        self.receipt = Button(picture="cash")
        self.right = (self.receipt, self.see_member)
        self._rows: tuple[EntryRow, ...] = ()
        self._arrange()
        self._listen()

    def retranslate(self) -> None:
        """Give every part its words."""
        words = self.desk.words
        self.search.name(words.say("Search: number, name, amount or what was written"))
        self.take_back.setText(words.say("Take this entry back"))
        self.receipt.setText(words.say("Print the receipt"))
        self.see_member.setText(words.say("Open the passbook"))
        self.table.setAccessibleName(words.say("Entries"))
        self.card.table.setAccessibleName(words.say("What the entry moved"))
        self.model.set_columns(columns_of(words))

    def refresh(self) -> None:
        """Read the entries of the days that are chosen."""
        book, today = self.desk.book, self.desk.today()
        year = book.year(years_of(book, today)[0])
        self.days.show_year(year, begin=book.books_begin or year.first)
        self._read()

    def show_at(self, at: At) -> None:
        """Stand on one entry, whenever it was written."""
        self.refresh()
        if at.entry is not None:
            self.stand_on(at.entry)

    def stand_on(self, number: EntryNumber) -> None:
        """Stand on an entry by its number, and reach for its day if need be."""
        self.search.clear()
        if number not in [row.posted.number for row in self._rows]:
            self.days.take_in(self.desk.book.entry(number).entry.day)
            self._read()
        self._stand(number)

    def chosen(self) -> EntryRow | None:
        """The entry on which the cursor stands."""
        index = self.table.currentIndex()
        return self.model.row(index) if index.isValid() else None

    # --- inside ----------------------------------------------------------------------------

    def _read(self) -> None:
        days = self.days.days()
        if days is None:
            return
        book = self.desk.book
        members = {member.id: member for member in book.members()}
        self._rows = rows_of(book.entries(*days), members)
        self._show()

    def _show(self) -> None:
        words, text = self.desk.words, self.search.text().strip()
        standing = self.chosen()
        rows = find(words, self._rows, text)
        self.model.show(rows)
        self.table.stretch((_WHAT,))
        self._stand(standing.posted.number if standing else None)
        self.pages.setCurrentIndex(0 if rows else 1)
        if not rows:
            self._say_nothing(text)
        self._open()

    def _say_nothing(self, text: str) -> None:
        words, number = self.desk.words, number_in(text)
        if not text:
            self.nothing.say(words.say("Nothing was written in these days."))
        elif number is not None and self._is_there(number):
            self.nothing.say(
                words.say("No entry of these days fits “{text}”.", text=text),
                words.say("See entry {number}", number=words.number(number)),
            )
        else:
            self.nothing.say(
                words.say(
                    "No entry of these days fits “{text}”. Look through the whole book?", text=text
                ),
                words.say("Search the whole book"),
            )

    def _is_there(self, number: EntryNumber) -> bool:
        try:
            self.desk.book.entry(number)
        except KeyError:
            return False
        return True

    def _look_further(self) -> None:
        number = number_in(self.search.text().strip())
        if number is not None and self._is_there(number):
            self.stand_on(number)
            self.table.setFocus()
        else:
            self.days.whole.click()

    def _stand(self, number: EntryNumber | None) -> None:
        numbers = [row.posted.number for row in self.model.rows()]
        self.table.select_row(numbers.index(number) if number in numbers else 0)

    def _open(self) -> None:
        row = self.chosen()
        self.card.show_entry(row)
        fresh = row is not None and row.posted.entry.reverses is None
        fresh = fresh and row is not None and row.taken_back is None
        self.take_back.setEnabled(fresh and self.desk.may(Act.REVERSE_ENTRY))
        self.see_member.setEnabled(row is not None and len(row.members) == 1)
        self.receipt.setEnabled(row is not None and kind_of(row.posted.entry) is not None)

    def _ask_back(self) -> None:
        row, today = self.chosen(), self.desk.today()
        if row is None or not self.take_back.isEnabled():
            return
        number = row.posted.number
        entry = self.desk.ask(lambda book: plan_counter(book, number=number, today=today))
        if entry is not None:
            dialog = TakeEntryBack(self.desk, entry, self)
            dialog.taken_back.connect(self._told)
            dialog.open()

    def _told(self, number: int) -> None:
        words, book = self.desk.words, self.desk.book
        back = book.counter_of(EntryNumber(number))
        self.said.emit(
            words.say(
                "Entry {number} is taken back by entry {back}.",
                number=words.number(number),
                back=words.number(back or 0),
            )
        )
        if back is not None:
            self.stand_on(back)
        self.table.setFocus()

    def _ask_receipt(self) -> None:
        row = self.chosen()
        if row is not None:
            self.go.emit("papers", Wish("receipt", entry=row.posted.number))

    def _see_member(self) -> None:
        row = self.chosen()
        if row is not None and len(row.members) == 1:
            self.go.emit("member", row.members[0].id)

    def _arrange(self) -> None:
        self.table.setModel(self.model)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.nothing)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.search, 1)
        top.addWidget(self.days)
        self.rows.addLayout(top)
        self.rows.addWidget(self.pages, 1)
        self.rows.addWidget(self.card)
        self.setFocusProxy(self.search)

    def _listen(self) -> None:
        self.search.searched.connect(self._show)
        self.search.left_down.connect(self.table.setFocus)
        self.search.taken.connect(self.table.setFocus)
        self.days.changed.connect(self._read)
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self.table.opened.connect(self.card.table.setFocus)
        self.take_back.clicked.connect(self._ask_back)
        self.receipt.clicked.connect(self._ask_receipt)
        self.see_member.clicked.connect(self._see_member)
        self.nothing.pressed.connect(self._look_further)
        self.card.wanted.connect(self.stand_on)
