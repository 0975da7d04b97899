"""The catalogue of a language, from its compiled file, or from its words when that is older."""

import io
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

HERE = Path(__file__).resolve().parent
TEMPLATE = HERE / "app.pot"


def words_file(language: str, folder: Path = HERE) -> Path:
    """Where translators write the words of a language."""
    return folder / language / "LC_MESSAGES" / "app.po"


def compiled_file(language: str, folder: Path = HERE) -> Path:
    """Where the compiled words of a language lie, once somebody has compiled them."""
    return words_file(language, folder).with_suffix(".mo")


def compiled(language: str, folder: Path = HERE) -> bytes:
    """The words of a language in the form that gettext reads. OSError where there are none."""
    # The program's start does without Babel where the words are compiled already.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with words_file(language, folder).open("rb") as source:
        catalogue = read_po(source, locale=language)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def open_catalog(language: str, folder: Path = HERE) -> NullTranslations:
    """The catalogue of a language; the compiled file counts unless the words are newer."""
    words, ready = words_file(language, folder), compiled_file(language, folder)
    written = words.stat().st_mtime_ns if words.exists() else 0
    if ready.exists() and ready.stat().st_mtime_ns >= written:
        with ready.open("rb") as file:
            return GNUTranslations(file)
    return _compiled_now(language, folder, written)


@lru_cache(maxsize=8)
def _compiled_now(language: str, folder: Path, written: int) -> NullTranslations:
    """The catalogue made on the way; `written` is when its words were, so that new ones count."""
    del written
    return GNUTranslations(io.BytesIO(compiled(language, folder)))
