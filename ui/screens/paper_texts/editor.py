"""The box in which a paper's text is typed: the places that the book fills in are set apart."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from translations import Words
from translations.normal import normalise
from translations.paper_words import kept_text, shown_text
from ui.look import COLOURS

_PLACE = re.compile(r"\{[^{}\n]*\}")


class _Places(QSyntaxHighlighter):
    """Places are bold and tinted, so that one sees at once what is the book's."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._look = QTextCharFormat()
        self._look.setForeground(QColor(COLOURS["accent"]))
        self._look.setBackground(QColor(COLOURS["accent_soft"]))
        self._look.setFontWeight(QFont.Weight.Bold)

    def highlightBlock(self, text: str) -> None:
        """Set the places of one paragraph apart."""
        for place in _PLACE.finditer(text):
            self.setFormat(place.start(), place.end() - place.start(), self._look)


class PaperTextEdit(QPlainTextEdit):
    """The text as people read it; `value` is as the book keeps it. Tab goes on to the next part."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._places = _Places(self.document())
        self.setTabChangesFocus(True)

    def value(self) -> str:
        """What is typed, with its marks in order and its places as the book keeps them."""
        return kept_text(self._words, normalise(self.toPlainText())).strip("\n ")

    def show_text(self, words: Words, text: str) -> None:
        """Show a text of the language of these words; emits nothing, and cannot be undone."""
        self._words = words
        was = self.blockSignals(True)
        self.setPlainText(shown_text(words, text))
        self.blockSignals(was)

    def put_in(self, place: str, *, alone: bool) -> None:
        """Put a place in where the cursor stands; one that is a list gets a line of its own."""
        shown = shown_text(self._words, f"{{{place}}}")
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if alone:
            before = cursor.block().text()[: cursor.positionInBlock()].strip(" ")
            after = cursor.block().text()[cursor.positionInBlock() :].strip(" ")
            shown = f"{chr(10) if before else ''}{shown}{chr(10) if after else ''}"
        cursor.insertText(shown)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus()
