"""The list of the papers under the headings of their shelves, and a line to find one of them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from translations import Words
from translations.sorting import fold
from ui.look import COLOURS
from ui.papers.paper import SHELVES, Shelf
from ui.papers.shop import all_papers
from ui.widgets.icons import icon
from ui.widgets.search_edit import SearchEdit
from ui.widgets.spoken import Spoken

_CODE = Qt.ItemDataRole.UserRole


class PaperList(QWidget, Spoken):
    """`chosen` carries the code of the paper on which the user came to stand."""

    chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchEdit(self)
        self.list = QListWidget()
        self.list.setIconSize(QSize(22, 22))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._papers = {paper.code: paper for paper in all_papers()}
        self._items: dict[str, QListWidgetItem] = {}
        self._heads: dict[Shelf, QListWidgetItem] = {}
        self._fill()
        self._words = words
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.search)
        rows.addWidget(self.list, 1)
        self.show_code(next(iter(self._items)))
        self.list.currentItemChanged.connect(self._stood)
        self.search.searched.connect(lambda _: self._sift())
        self.search.left_down.connect(self.list.setFocus)

    def speak(self, words: Words) -> None:
        """Name every shelf and every paper."""
        self._words = words
        self.search.name(words.say("Find a paper"))
        self.list.setAccessibleName(words.say("Which paper?"))
        for shelf, head in self._heads.items():
            head.setText(words.say(SHELVES[shelf]))
        for code, item in self._items.items():
            item.setText(self._papers[code].title(words))
            item.setToolTip(self._papers[code].hint(words))
        self._sift()

    def code(self) -> str:
        """The paper that is chosen."""
        return str(self.list.currentItem().data(_CODE))

    def codes(self) -> tuple[str, ...]:
        """The papers that are listed, from top to bottom."""
        return tuple(code for code, item in self._items.items() if not item.isHidden())

    def item(self, code: str) -> QListWidgetItem:
        """The row of a paper."""
        return self._items[code]

    def show_code(self, code: str) -> None:
        """Choose a paper from the program; emits nothing."""
        was = self.list.blockSignals(True)
        self._items[code].setHidden(False)
        self.list.setCurrentItem(self._items[code])
        self.list.scrollToItem(self._items[code])
        self.list.blockSignals(was)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper that is chosen stays in sight when its questions leave the list less room."""
        super().resizeEvent(event)
        self.list.scrollToItem(self.list.currentItem())

    def _fill(self) -> None:
        for shelf in SHELVES:
            there = [paper for paper in self._papers.values() if paper.shelf is shelf]
            if not there:
                continue
            head = QListWidgetItem()
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self.list.font()
            font.setBold(True)
            head.setFont(font)
            head.setForeground(QColor(COLOURS["muted"]))
            self._heads[shelf] = head
            self.list.addItem(head)
            for paper in there:
                item = QListWidgetItem(icon(paper.picture, COLOURS["accent"]), "")
                item.setData(_CODE, paper.code)
                self._items[paper.code] = item
                self.list.addItem(item)

    def _sift(self) -> None:
        """Show the papers in whose name or purpose every word of the line stands."""
        wanted = [fold(part) for part in self.search.text().split()]
        for code, item in self._items.items():
            paper = self._papers[code]
            text = fold(f"{paper.title(self._words)} {paper.hint(self._words)} {code}")
            item.setHidden(not all(part in text for part in wanted))
        for shelf, head in self._heads.items():
            there = (i for c, i in self._items.items() if self._papers[c].shelf is shelf)
            head.setHidden(all(item.isHidden() for item in there))

    def _stood(self, now: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if now is not None and now.data(_CODE):
            self.chosen.emit(str(now.data(_CODE)))
