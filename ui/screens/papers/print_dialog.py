"""The question before printing: which printer, which pages, how many copies."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from translations import Words
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field, Form
from ui.widgets.kip_edit import CountEdit
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows

_MOST = 99


class PrintDialog(QDialog):
    """In the program's own words: the system's dialog speaks no Lao."""

    def __init__(
        self,
        words: Words,
        *,
        pages: int,
        printers: Sequence[str],
        last_used: str = "",
        copies: bool = True,
        secret: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Without `copies` it is printed once: each print says which one it is.

        What is `secret` is never kept as a file.
        """
        super().__init__(parent)
        self._words = words
        self._pages = pages
        self.printer = ChoiceBox()
        self.first = CountEdit(words, empty=False)
        self.last = CountEdit(words, empty=False)
        self.copies = CountEdit(words, empty=False)
        self.print = PrimaryButton("papers")
        self.back = Button()
        self.form = Form(columns=3)
        self.setWindowTitle(words.say("Print"))
        self._lay_out(printers, secret=secret)
        self._copies_field.setVisible(copies)
        self.printer.offer([(name, name) for name in printers])
        usual = (last_used, QPrinterInfo.defaultPrinterName(), *printers)
        self.printer.show_value(next((name for name in usual if name in printers), None))
        self.first.show_value(1)
        self.last.show_value(pages)
        self.copies.show_value(1)
        for line in (self.first, self.last, self.copies):
            line.committed.connect(self._count)
        self.back.clicked.connect(self.reject)
        self.print.clicked.connect(self._agreed)
        self._count()

    def set_up(self) -> QPrinter:
        """The printer as it was chosen."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(self.printer.value() or "")
        printer.setCopyCount(_number(self.copies, 1))
        return printer

    def bounds(self) -> tuple[int, int]:
        """The first and the last page, from 0."""
        return _number(self.first, 1) - 1, _number(self.last, self._pages) - 1

    def sizeHint(self) -> QSize:
        """Wide enough for the names of printers."""
        return QSize(620, super().sizeHint().height())

    def _count(self) -> None:
        first, last = self.bounds()
        number = max(0, last - first + 1) * _number(self.copies, 1)
        self.print.setText(self._words.say_many("Print {n} page", "Print {n} pages", number))

    def _agreed(self) -> None:
        if not self.form.is_right() or not self._in_range():
            return
        self.accept()

    def _in_range(self) -> bool:
        words = self._words
        first, last = self.bounds()
        said = ""
        if not 0 <= first <= last < self._pages:
            said = words.say("The paper has the pages 1 to {last}.", last=words.number(self._pages))
        self._last_field.problem(said)
        copies = "" if 1 <= _number(self.copies, 1) <= _MOST else words.say(
            "Print 1 to {most} copies at once.", most=_MOST
        )  # fmt: skip
        self._copies_field.problem(copies)
        self._grow()
        return not said and not copies

    def _grow(self) -> None:
        """Make room for a sentence that goes on in a second line: none is cut off."""
        rows = self.layout()
        if rows is not None:
            rows.activate()
            self.resize(self.width(), max(self.height(), rows.totalHeightForWidth(self.width())))

    def _lay_out(self, printers: Sequence[str], *, secret: bool) -> None:
        words = self._words
        title = line_label("title")
        title.setText(words.say("Print"))
        printer = Field(words, self.printer)
        printer.name(words.say("Printer"))
        first, self._last_field, self._copies_field = (
            Field(words, line) for line in (self.first, self.last, self.copies)
        )
        first.name(words.say("From page"))
        self._last_field.name(words.say("To page"))
        self._copies_field.name(words.say("How many copies"))
        self.form.add(printer, wide=True)
        for field in (first, self._last_field, self._copies_field):
            self.form.add(field)
        nothing = WrapLabel(
            words.say("This machine has no printer. Write it down by hand.")
            if secret
            else words.say(
                "This machine has no printer. Save the paper as PDF and print it elsewhere."
            ),
            "bad",
        )
        nothing.setVisible(not printers)
        self.form.setVisible(bool(printers))
        self.print.setVisible(bool(printers))
        self.print.setEnabled(bool(printers))
        self.back.setText(words.say("Go back"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.print)
        rows = dialog_rows(self, 14)
        for part in (title, nothing, self.form):
            rows.addWidget(part)
        rows.addStretch(1)
        rows.addLayout(buttons)


def _number(line: CountEdit, otherwise: int) -> int:
    value = line.value()
    return otherwise if value is None else value
