"""Qt's own words (Cancel, Copy, file dialogs) in the languages of the program.

Qt brings no Lao and no Thai for them, so they stand in our catalogue, each under the name of Qt's
context.
"""

from PySide6.QtCore import QObject, QTranslator

from translations import Words


class QtWords(QTranslator):
    """Answers Qt's questions for words from the catalogue; Qt's own English where it has none."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = words.catalog

    def isEmpty(self) -> bool:
        """Always ask: the words are not in a file of Qt's."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt's own name
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        """The word in the language of the window; nothing where Qt's own is to be used."""
        if not context.startswith("Q"):
            return None
        found = self._catalog.pgettext(context, sourceText)
        return None if found == sourceText else found
