"""A second start, where the first window hangs: a small window says so, and what to do."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ui.look import FontMissing, dress, load_fonts
from ui.widgets.asking import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from translations import Words


def say_it_hangs(app: QApplication, words: Words, said: str, text_size: int) -> None:
    """Show the sentence until it is read. Whoever started it by its picture sees no terminal."""
    # Without its own typefaces the system's are better than no word at all.
    with suppress(FontMissing):
        load_fonts()
        dress(app, text_size)
    tell(
        None,
        words,
        title=words.say("Thon Ngoen"),
        sentence=said,
        detail=words.say(
            "Wait a minute and try again. If it still does not answer, start the computer anew. "
            "Everything that was saved is in the book."
        ),
    )
