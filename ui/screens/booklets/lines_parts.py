"""The parts of the dialog in which new lines are printed, and what is seen of them when."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from ui.desk import Desk
from ui.pdf_view import PdfView
from ui.screens.booklets.printer_card import PrinterCard
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel, line_label


class LinesParts:
    """The preview at the left; at the right whose booklet, where, and which printer."""

    def __init__(self, dialog: QDialog, desk: Desk, *, several: bool) -> None:
        words = desk.words
        self.heading, self.count = line_label("heading"), line_label("muted")
        self.banner = Banner(words)
        self.facts, self.put_in, self.question = WrapLabel(), WrapLabel(), WrapLabel()
        self.put_in.setProperty("role", "strong")
        self.view = PdfView(words)
        self.card = PrinterCard(words, desk.settings)
        self.back, self.skip = Button(), Button(picture="right")
        self.test, self.save = Button(picture="check"), Button(picture="save")
        self.print, self.yes = PrimaryButton("papers"), PrimaryButton("check_light")
        self.wrong = Button(picture="undo")
        self._several = several
        dialog.setWindowTitle(words.say("New lines into the booklet"))
        self.question.setText(
            words.say("Is it on paper? Look at the booklet: are all lines in their rows?")
        )
        self.back.setText(words.say("Go back"))
        self.skip.setText(words.say("Skip the member"))
        self.test.setText(words.say("Print the test page"))
        self.save.setText(words.say("Save as PDF"))
        self.print.setText(words.say("Print the new lines"))
        self.yes.setText(words.say("Yes, it is on paper"))
        self.wrong.setText(words.say("It went wrong"))
        self._lay_out(dialog)

    def ask(self, *, asked: bool) -> None:
        """Ask whether the lines are on paper, or offer to print them."""
        for part in (self.question, self.yes, self.wrong):
            part.setVisible(asked)
        printers = bool(self.card.name())
        self.print.setVisible(not asked and printers)
        self.print.setEnabled(True)
        self.test.setVisible(not asked and printers)
        self.save.setVisible(not asked)
        self.save.setEnabled(True)
        self.skip.setVisible(not asked and self._several)
        self.put_in.setVisible(not asked)
        self.card.setEnabled(not asked)
        if asked:
            self.yes.setFocus()

    def show_facts(self, facts: Sequence[str]) -> None:
        """Say what is new and where it goes."""
        self.facts.setText("\n".join(facts))

    def show_nothing(self, sentence: str) -> None:
        """Nothing can be printed for her, and why."""
        self.view.show_pages(None)
        self.facts.setText(sentence)
        self.put_in.setText("")
        for button in (self.print, self.save):
            button.setEnabled(False)

    def _lay_out(self, dialog: QDialog) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.count)
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(head)
        for part in (self.banner, self.facts, self.put_in, self.card, self.question):
            right.addWidget(part)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addWidget(self.view, 6)
        both.addLayout(right, 4)
        acts = QHBoxLayout()
        for button in (self.back, self.skip):
            acts.addWidget(button)
        acts.addStretch(1)
        for button in (self.test, self.save, self.print, self.wrong, self.yes):
            acts.addWidget(button)
        rows = QVBoxLayout(dialog)
        rows.setContentsMargins(18, 14, 18, 14)
        rows.setSpacing(12)
        rows.addLayout(both, 1)
        rows.addLayout(acts)
        dialog.resize(1160, 680)
