"""How everything looks: the bundled letters, the colours, and the size of the text."""

from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from resources import path

FAMILIES = ("Noto Sans Lao", "Noto Sans Thai", "Noto Sans")
"""The Lao face comes first in every language: its line is high enough for all three scripts."""

_FILES = tuple(
    f"fonts/{family.replace(' ', '')}-{weight}.ttf"
    for family in FAMILIES
    for weight in ("Regular", "Bold")
)

COLOURS = {
    "ink": "#1d2b27",
    "muted": "#53615c",
    "grey": "#6a7671",
    "surface": "#ffffff",
    "ground": "#f2f5f2",
    "line": "#c2ccc6",
    "edge": "#7f8d87",
    "accent": "#0b5d50",
    "accent_dark": "#084a40",
    "accent_soft": "#d9ebe5",
    "chosen": "#bfe1d7",
    "bar": "#103f37",
    "bar_soft": "#1f574c",
    "focus": "#1f6feb",
    "good": "#1b6b3a",
    "good_soft": "#e1f2e5",
    "bad": "#93301a",
    "bad_soft": "#fbe7e1",
    "warn": "#6b4a00",
    "warn_soft": "#fff2cc",
    "practice": "#b45309",
}
"""Every colour of the window by its meaning; text on its ground keeps a contrast of 4.5 or more."""

SIZES = (100, 110, 120, 130, 140, 150, 160)
"""The sizes of text that may be chosen, in percent of 12 points."""

_POINTS = 12


class FontMissing(Exception):  # noqa: N818 -- said as a sentence, like every trouble of the machine
    """A bundled typeface is not where the program lies; `name` is its file."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def load_fonts() -> None:
    """Give Qt the bundled typefaces; FontMissing where one cannot be read.

    Without them Lao marks stand on one another and Thai is a row of boxes, so the program does
    not start with whatever the machine happens to have.
    """
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(path(name))) < 0:
            raise FontMissing(name)


def font_of(percent: int = 100) -> QFont:
    """The typeface of the whole window at a size of text."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(points(percent))
    return font


def points(percent: int, times: float = 1.0) -> float:
    """A size in points: 12 at 100 percent, `times` as much for headings."""
    return round(_POINTS * percent * times / 100, 1)


def dress(app: QApplication, percent: int = 100) -> None:
    """Letters, colours and style sheet for the whole program, at a size of text in percent."""
    app.setFont(font_of(percent))
    app.setPalette(_palette())
    app.setStyleSheet(style_sheet(percent))


def style_sheet(percent: int = 100) -> str:
    """The style sheet with its colours, sizes and pictures filled in."""
    names = dict(COLOURS) | {
        "title": f"{points(percent, 1.5)}pt",
        "big": f"{points(percent, 1.17)}pt",
        "icons": path("icons").as_posix(),
    }
    return Template(path("style.qss").read_text(encoding="utf-8")).substitute(names)


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "ground",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "surface",
        QPalette.ColorRole.Link: "accent",
    }
    for role, name in roles.items():
        palette.setColor(role, QColor(COLOURS[name]))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(COLOURS["edge"]))
    return palette
