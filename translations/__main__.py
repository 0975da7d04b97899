"""The catalogue's two chores, run as `python -m translations extract` or `compile`.

Extract reads the sentences out of the code into app.pot and brings the three languages up to date;
compile writes the files that the program opens fastest.
"""

import sys
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from translations.catalog import HERE, TEMPLATE, compiled, compiled_file, words_file
from translations.extracting import Found, sentences
from translations.words import LANGUAGES

_WIDTH = 98
# The catalogue is compared in reviews: its head must not change on every run.
_HEAD = "# The words of Thon Ngoen. Written by `python -m translations extract`."
_NO_DATE = datetime(2020, 1, 1, tzinfo=UTC)


def _empty(language: str | None) -> Catalog:
    return Catalog(
        locale=language,
        project="Thon Ngoen",
        version="1",
        header_comment=_HEAD,
        msgid_bugs_address="-",
        last_translator="-",
        language_team="-",
        creation_date=_NO_DATE,
        revision_date=_NO_DATE,
        fuzzy=False,
    )


def template(found: list[Found]) -> Catalog:
    """The catalogue without a language: each sentence once, with every file it stands in."""
    catalogue = _empty(None)
    places: defaultdict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for f in found:
        places[f.text, f.plural, f.context][f.file] = None
    for (text, plural, context), files in places.items():
        catalogue.add(
            (text, plural) if plural else text,
            # Files without lines: a catalogue that changes only when a sentence does.
            locations=[(file, None) for file in files],  # type: ignore[misc]
            context=context or None,
        )
    return catalogue


def _write(path: Path, catalogue: Catalog) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file,
            catalogue,
            width=_WIDTH,
            ignore_obsolete=True,
            include_lineno=False,
        )


def extract(folder: Path = HERE) -> None:
    """Refresh app.pot and merge new sentences into each language; nothing is guessed for them."""
    catalogue = template(sentences())
    _write(folder / TEMPLATE.name, catalogue)
    for language in LANGUAGES:
        path = words_file(language, folder)
        fresh = _empty(language)
        if path.exists():
            with path.open("rb") as file:
                for message in read_po(file, locale=language):
                    if message.id:
                        fresh[message.id] = message
        fresh.update(catalogue, no_fuzzy_matching=True, update_header_comment=False)
        _write(path, fresh)


def compile_all(folder: Path = HERE) -> None:
    """Write the compiled file of each language beside its words."""
    for language in LANGUAGES:
        compiled_file(language, folder).write_bytes(compiled(language, folder))


def main(arguments: list[str]) -> int:
    """Do the chore that is named; 2 where none or another is."""
    chores = {"extract": extract, "compile": compile_all}
    if len(arguments) != 1 or arguments[0] not in chores:
        sys.stderr.write("python -m translations extract | compile\n")
        return 2
    chores[arguments[0]]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
