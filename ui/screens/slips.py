"""A secret that is shown only once: what it is for, the secret itself, and printing it at once."""

from collections.abc import Sequence

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from reports.troubles import PrinterTrouble, trouble_sentence
from ui.desk import Desk
from ui.pdf_pages import PdfPages
from ui.screens.papers.print_dialog import PrintDialog
from ui.screens.papers.printing import PrintJob
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows


class SlipsDialog(QDialog):
    """What stands here is kept nowhere: when it is closed, only the paper has it."""

    def __init__(self, desk: Desk, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._job: PrintJob | None = None
        heading, help_text = line_label("heading"), WrapLabel()
        self.card, self.said = FactsCard(), WrapLabel(role="muted")
        self.print, self.done_with = Button(picture="papers"), PrimaryButton("check")
        self.setWindowTitle(title)
        heading.setText(title)
        help_text.setText(about)
        self._lay_out(heading, help_text)
        self.print.clicked.connect(self._print)
        self.done_with.clicked.connect(self.accept)

    def name(self, facts: Sequence[tuple[str, str]], print_it: str, done: str) -> None:
        """Show the secret, and give the two buttons their words."""
        self.card.show_facts("", [*facts])
        self.print.setText(print_it)
        self.done_with.setText(done)

    def draw(self) -> bytes:
        """Draw the paper, and write it into no file. Raises PrinterTrouble."""
        raise NotImplementedError

    def pages(self) -> PdfPages | None:
        """The paper, which lies in memory only; nothing where it cannot be drawn."""
        try:
            return PdfPages(self.draw())
        except PrinterTrouble as trouble:
            self.said.setText(trouble_sentence(self.desk.words, trouble))
            return None

    def _print(self) -> None:
        pages, words = self.pages(), self.desk.words
        if pages is None or self._job is not None:
            return
        dialog = PrintDialog(
            words,
            pages=len(pages),
            printers=QPrinterInfo.availablePrinterNames(),
            last_used=self.desk.settings.printer,
            secret=True,
            parent=self,
        )
        if dialog.exec():
            first, last = dialog.bounds()
            self._job = PrintJob(pages, dialog.set_up(), first, last, self)
            self._job.done.connect(self._printed)
            self._job.start()
        dialog.deleteLater()

    def _printed(self, whole: bool) -> None:
        self._job = None
        words = self.desk.words
        self.said.setText(
            words.say("The paper is with the printer.")
            if whole
            else words.say("The paper was not printed.")
        )

    def _lay_out(self, heading: QWidget, help_text: QWidget) -> None:
        rows = dialog_rows(self, 12)
        for part in (heading, help_text, self.card, self.said):
            rows.addWidget(part)
        rows.addStretch(1)
        acts = QHBoxLayout()
        acts.addWidget(self.print)
        acts.addStretch(1)
        acts.addWidget(self.done_with)
        rows.addLayout(acts)
        self.resize(640, 380)
