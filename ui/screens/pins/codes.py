"""Three sealed codes, shown once: to be printed or written down, cut apart and put in envelopes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTemporaryDir
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reports.sealed_codes import print_sealed_codes
from reports.troubles import PrinterTrouble, trouble_sentence
from ui.desk import Desk
from ui.pdf_pages import PdfPages
from ui.screens.papers.print_dialog import PrintDialog
from ui.screens.papers.printing import PrintJob
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.facts_card import FactsCard
from ui.widgets.labels import WrapLabel, line_label


class CodesDialog(QDialog):
    """The codes are kept nowhere: when this is closed, only the paper has them."""

    def __init__(self, desk: Desk, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.desk, self._codes = desk, tuple(codes)
        self._job: PrintJob | None = None
        heading, help_text = line_label("heading"), WrapLabel()
        self.card, self.said = FactsCard(), WrapLabel(role="muted")
        self.print, self.done_with = Button(picture="papers"), PrimaryButton("check")
        title = words.say("Three sealed codes")
        self.setWindowTitle(title)
        heading.setText(title)
        help_text.setText(
            words.say(
                "Print them or write them down now; they are shown only this once. Put each into "
                "an envelope of its own and give the three to three officers. Two of them together "
                "set a forgotten PIN anew. Codes from before open nothing any more."
            )
        )
        numbered = enumerate(self._codes, start=1)
        self.card.show_facts(
            "", [(words.say("Envelope {number}", number=n), code) for n, code in numbered]
        )
        self.print.setText(words.say("Print the three slips"))
        self.done_with.setText(words.say("They are in their envelopes"))
        self._lay_out(heading, help_text)
        self.print.clicked.connect(self._print)
        self.done_with.clicked.connect(self.accept)

    def pages(self) -> PdfPages | None:
        """The slips as a paper that lies in memory only; nothing where it cannot be drawn."""
        folder = QTemporaryDir()
        file = Path(folder.filePath("slips.pdf"))
        desk = self.desk
        try:
            print_sealed_codes(self._codes, desk.book.group, desk.words, file, day=desk.today())
            return PdfPages(file.read_bytes())
        except PrinterTrouble as trouble:
            self.said.setText(trouble_sentence(desk.words, trouble))
            return None
        finally:
            folder.remove()

    def _print(self) -> None:
        pages, words = self.pages(), self.desk.words
        if pages is None or self._job is not None:
            return
        dialog = PrintDialog(
            words,
            pages=len(pages),
            printers=QPrinterInfo.availablePrinterNames(),
            last_used=self.desk.settings.printer,
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
        rows = QVBoxLayout(self)
        rows.setContentsMargins(22, 18, 22, 18)
        rows.setSpacing(12)
        for part in (heading, help_text, self.card, self.said):
            rows.addWidget(part)
        rows.addStretch(1)
        acts = QHBoxLayout()
        acts.addWidget(self.print)
        acts.addStretch(1)
        acts.addWidget(self.done_with)
        rows.addLayout(acts)
        self.resize(640, 380)
