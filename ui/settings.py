"""What this machine remembers, and no book: language, size of text, window, last book, printer."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

NAME = "Thon Ngoen"


def settings_file() -> Path:
    """Where this machine's settings lie."""
    folder = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(folder)) / NAME / "settings.ini"


def data_folder() -> Path:
    """The program's own folder on this machine: books, their copies, and what watches over them."""
    from platformdirs import user_data_path  # noqa: PLC0415 -- the first paint does without it

    return user_data_path(NAME, appauthor=False)


def books_folder() -> Path:
    """Where books lie when nobody names another place."""
    return data_folder() / "books"


def cache_folder() -> Path:
    """Where this machine keeps what can be made anew at any time."""
    from platformdirs import user_cache_path  # noqa: PLC0415 -- the first paint does without it

    return user_cache_path(NAME, appauthor=False)


class Settings:
    """The settings in one small file; a value that cannot be used is as if it were not there."""

    def __init__(self, file: Path | None = None) -> None:
        self._own = file
        self._file = file or settings_file()
        self._store = QSettings(str(self._file), QSettings.Format.IniFormat)

    @property
    def folder(self) -> Path:
        """The folder in which the settings and the lock of the one window lie."""
        return self._file.parent

    @property
    def data(self) -> Path:
        """The program's own folder; beside the settings where those lie in a place of their own."""
        return data_folder() if self._own is None else self._own.parent / "data"

    @property
    def language(self) -> str:
        """The language of the window; "" until somebody has chosen one."""
        return self._text("language")

    @language.setter
    def language(self, language: str) -> None:
        self._put("language", language)

    @property
    def buddhist(self) -> bool | None:
        """Whether years of the Buddhist era are written; None: as the language does."""
        return {"buddhist": True, "common": False}.get(self._text("years"))

    @buddhist.setter
    def buddhist(self, buddhist: bool) -> None:
        self._put("years", "buddhist" if buddhist else "common")

    @property
    def text_size(self) -> int:
        """The size of the text in percent, from 100 to 160."""
        text = self._text("text_size")
        return min(max(int(text), 100), 160) if text.isdecimal() else 100

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._put("text_size", str(percent))

    @property
    def last_book(self) -> Path | None:
        """The book that was open last."""
        text = self._text("last_book")
        return Path(text) if text else None

    @last_book.setter
    def last_book(self, book: Path | None) -> None:
        self._put("last_book", "" if book is None else str(book))

    @property
    def printer(self) -> str:
        """The printer that was used last."""
        return self._text("printer")

    @printer.setter
    def printer(self, name: str) -> None:
        self._put("printer", name)

    @property
    def window(self) -> QByteArray:
        """Size and place of the window, as Qt writes them."""
        found = self._store.value("window")
        return found if isinstance(found, QByteArray) else QByteArray()

    @window.setter
    def window(self, geometry: QByteArray) -> None:
        self._store.setValue("window", geometry)

    def nudge(self, paper: str) -> tuple[int, int]:
        """How far (tenths of a millimetre, right and down) this machine shifts a paper."""
        right, _, down = self._text(f"nudge/{paper}").partition(",")
        try:
            return int(right), int(down)
        except ValueError:
            return 0, 0

    def set_nudge(self, paper: str, right: int, down: int) -> None:
        """Remember how far a paper is shifted."""
        self._put(f"nudge/{paper}", f"{right},{down}")

    def is_tested(self, printer: str) -> bool:
        """Whether the booklets' test page was printed on a printer of this machine."""
        return bool(self._text(f"tested/{printer}"))

    def set_tested(self, printer: str) -> None:
        """Remember that the test page was printed on a printer."""
        self._put(f"tested/{printer}", "yes")

    def _text(self, key: str) -> str:
        found = self._store.value(key, "")
        # An INI file hands a text with commas back as a list.
        return ",".join(map(str, found)) if isinstance(found, list) else str(found or "")

    def _put(self, key: str, text: str) -> None:
        self._store.setValue(key, text)
