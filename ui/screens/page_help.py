"""The help on the page in front: what it is for, what to do first, how a mistake is put right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from translations import Words
from ui.models.page_help import PAGE_HELP
from ui.papers.wish import Wish
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel, title_label
from ui.widgets.margins import dialog_rows

_WIDE = 620


class PageHelp(QDialog):
    """A few sentences about one page. `go` asks for the paper that says the same of all of them."""

    go = Signal(str, object)

    def __init__(
        self, words: Words, name: str, title: str, parent: QWidget | None = None, *, guide: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.say("Help on this page"))
        self.heading = title_label()
        self.heading.setText(title or words.say("Help on this page"))
        self.sentences = [WrapLabel() for _ in PAGE_HELP[name]]
        self.see_guide = Button(picture="papers")
        self.close_it = PrimaryButton("check")
        for label, text in zip(self.sentences, PAGE_HELP[name], strict=True):
            label.setText(words.say(text))
        self.see_guide.setText(words.say("Short guide to print"))
        self.see_guide.setVisible(guide)
        self.close_it.setText(words.say("Close"))
        self._arrange()
        self.see_guide.clicked.connect(self._leave)
        self.close_it.clicked.connect(self.accept)

    def text(self) -> str:
        """All that is said."""
        return "\n".join(label.text() for label in self.sentences)

    def showEvent(self, event: QShowEvent) -> None:
        """Enter closes it again."""
        super().showEvent(event)
        self.close_it.setFocus()

    def _arrange(self) -> None:
        acts = QHBoxLayout()
        acts.addWidget(self.see_guide)
        acts.addStretch(1)
        acts.addWidget(self.close_it)
        rows = dialog_rows(self, 12)
        rows.addWidget(self.heading)
        for label in self.sentences:
            rows.addWidget(label)
        rows.addSpacing(6)
        rows.addLayout(acts)
        self.setMinimumWidth(_WIDE)

    def _leave(self) -> None:
        self.accept()
        self.go.emit("papers", Wish("guide"))
