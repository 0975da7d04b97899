"""Parts that say something in the language of the window, and say it again when that changes."""

from PySide6.QtWidgets import QWidget

from translations import Words


class Spoken:
    """A part with words of its own; the screen hands it new ones when the language changes."""

    def speak(self, words: Words) -> None:
        """Say everything in these words from now on."""
        raise NotImplementedError


def speak_all(root: QWidget, words: Words) -> None:
    """Hand the words to every part below `root` that says something."""
    for child in root.findChildren(QWidget):
        if isinstance(child, Spoken):
            child.speak(words)


def restyle(widget: QWidget) -> None:
    """Look at the style sheet again after a property of the widget that it asks for has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
