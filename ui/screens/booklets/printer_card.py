"""How a booklet goes into the printer: which printer, how it lies, and how far print is shifted."""

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reports.booklet import Feed
from translations import Words
from ui.settings import Settings
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field, Form
from ui.widgets.labels import WrapLabel

_FURTHEST = 50
"""Tenths of a millimetre; a printer that is further off needs its paper laid in otherwise."""
_STEP = 5


class PrinterCard(QFrame):
    """`changed` comes when anything else was chosen. What is chosen is kept for each printer."""

    changed = Signal()

    def __init__(self, words: Words, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._words, self._settings = words, settings
        self.printer, self.opened, self.ruled = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.right, self.down = ChoiceBox(), ChoiceBox()
        self.untested = WrapLabel("", "bad")
        self._lay_out()
        self._offer()
        self.printer.chosen.connect(self._printer_chosen)
        for box in (self.opened, self.ruled, self.right, self.down):
            box.chosen.connect(lambda _: self._keep())

    def name(self) -> str:
        """The printer that is chosen; "" where this machine has none."""
        return str(self.printer.value() or "")

    def feed(self) -> Feed:
        """How the booklet goes into it."""
        return Feed(
            open=bool(self.opened.value()),
            ruled=bool(self.ruled.value()),
            right=self.right.value() or 0,
            down=self.down.value() or 0,
        )

    def tested(self) -> None:
        """The test page was printed on this printer."""
        self._settings.set_tested(self.name())
        self._show_untested()

    def _printer_chosen(self, _: object) -> None:
        self._settings.printer = self.name()
        self._show_nudge()
        self.changed.emit()

    def _keep(self) -> None:
        feed = self.feed()
        self._settings.set_nudge(self._place(), feed.right, feed.down)
        self.changed.emit()

    def _show_nudge(self) -> None:
        right, down = self._settings.nudge(self._place())
        self.right.show_value(right)
        self.down.show_value(down)
        self._show_untested()

    def _show_untested(self) -> None:
        words, name = self._words, self.name()
        text = words.say(
            "This machine has no printer. Save the paper as PDF and print it elsewhere."
        )
        if name:
            text = words.say(
                "New booklets on this printer: print the test page on plain paper first."
            )
        self.untested.setText(text)
        self.untested.setVisible(not name or not self._settings.is_tested(name))

    def _place(self) -> str:
        return f"booklet {self.name()}"

    def _offer(self) -> None:
        words = self._words
        names = QPrinterInfo.availablePrinterNames()
        self.printer.offer([(name, name) for name in names])
        usual = (self._settings.printer, QPrinterInfo.defaultPrinterName(), *names)
        self.printer.show_value(next((name for name in usual if name in names), None))
        self.printer.setEnabled(bool(names))
        self.opened.offer(
            [(True, words.say("Open, both pages")), (False, words.say("One page alone"))]
        )
        self.opened.show_value(True)
        self.ruled.offer(
            [
                (True, words.say("The grid is on them")),
                (False, words.say("Nothing: print the grid too")),
            ]
        )
        self.ruled.show_value(True)
        steps = range(-_FURTHEST, _FURTHEST + 1, _STEP)
        for box in (self.right, self.down):
            box.offer([(tenths, millimetres(tenths)) for tenths in steps])
        self._show_nudge()

    def _lay_out(self) -> None:
        words = self._words
        form = Form(columns=2)
        for box, name, wide in (
            (self.printer, words.say("Printer"), True),
            (self.opened, words.say("How it goes into the printer"), True),
            (self.ruled, words.say("What is on the pages already"), True),
            (self.right, words.say("Shift to the right, mm"), False),
            (self.down, words.say("Shift down, mm"), False),
        ):
            field = Field(words, box)
            field.name(name)
            form.add(field, wide=wide)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 10, 14, 10)
        rows.addWidget(form)
        rows.addWidget(self.untested)


def millimetres(tenths: int) -> str:
    """Tenths of a millimetre as millimetres: "-1.5"."""
    sign = "−" if tenths < 0 else ""
    whole, rest = divmod(abs(tenths), 10)
    return f"{sign}{whole}.{rest}"
