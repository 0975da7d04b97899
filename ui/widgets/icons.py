"""The pictures beside the words, drawn in one style and tinted for the ground they stand on."""

from functools import lru_cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QPixmap

from resources import path
from ui.look import COLOURS

_DRAWN_IN = "#1d2b27"
_SIDES = (24, 48, 72)


@lru_cache(maxsize=200)
def icon(name: str, tint: str = COLOURS["ink"], *, gap: int = 0) -> QIcon:
    """The picture of that name in one colour, sharp at every size.

    `gap` leaves so many twenty-fourths of its width free at the right, where a word follows.
    """
    drawing = path(f"icons/{name}.svg").read_text(encoding="utf-8").replace(_DRAWN_IN, tint)
    found = QIcon()
    for side in _SIDES:
        pixmap = QPixmap()
        wide = side * (24 + gap) // 24
        sized = drawing.replace('width="24" height="24"', f'width="{wide}" height="{side}"')
        sized = sized.replace('viewBox="0 0 24 24"', f'viewBox="0 0 {24 + gap} 24"')
        pixmap.loadFromData(QByteArray(sized.encode()), "SVG")
        found.addPixmap(pixmap)
    return found
