"""The catalogue is whole: every sentence of the code, in every language, with its facts."""

import csv
import os
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from translations import LANGUAGES
from translations.__main__ import extract, main, template
from translations.catalog import (
    TEMPLATE,
    compiled,
    compiled_file,
    open_catalog,
    words_file,
)
from translations.extracting import NotLiteral, sentences, sentences_in
from translations.normal import normalise

TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
GLOSSARY = Path(__file__).parent / "glossary.csv"


def _catalogue(language: str) -> Catalog:
    with words_file(language).open("rb") as file:
        return read_po(file, locale=language)


def _messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _texts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or [])


def _sources(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _facts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _keys(catalogue: Catalog) -> set[tuple[object, object]]:
    return {
        (m.id if isinstance(m.id, str) else tuple(m.id), m.context) for m in _messages(catalogue)
    }


def test_every_sentence_of_the_code_is_in_every_catalogue() -> None:
    wanted = _keys(template(sentences()))
    with TEMPLATE.open("rb") as file:
        assert _keys(read_po(file)) == wanted
    for language in LANGUAGES:
        assert _keys(_catalogue(language)) == wanted, language


def test_extracting_again_changes_nothing(tmp_path: Path) -> None:
    for language in LANGUAGES:
        copy = words_file(language, tmp_path)
        copy.parent.mkdir(parents=True)
        copy.write_bytes(words_file(language).read_bytes())
    extract(tmp_path)
    for language in LANGUAGES:
        assert words_file(language, tmp_path).read_bytes() == words_file(language).read_bytes()
    assert (tmp_path / TEMPLATE.name).read_bytes() == TEMPLATE.read_bytes()


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_untranslated(language: str) -> None:
    empty = [m.id for m in _messages(_catalogue(language)) if not all(_texts(m))]
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_guessed(language: str) -> None:
    assert [m.id for m in _messages(_catalogue(language)) if m.fuzzy] == []


def test_english_says_what_the_code_says() -> None:
    said = [m.id for m in _messages(_catalogue("en")) if any(_texts(m))]
    assert said == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_fact_is_in_its_place(language: str) -> None:
    for message in _messages(_catalogue(language)):
        known = set().union(*map(_facts, _sources(message)))
        for text in filter(None, _texts(message)):
            # Of a plural the number may be left out where the words say it.
            assert known - {"n"} <= _facts(text) <= known, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_are_in_the_one_spelling_and_in_their_script(language: str) -> None:
    blocks = {"lo": ("\u0e80", "\u0eff"), "th": ("\u0e00", "\u0e7f")}
    other = blocks["th" if language == "lo" else "lo"]
    for message in _messages(_catalogue(language)):
        for text in _texts(message):
            assert text.replace("\u00a0", " ") == normalise(text), text
            assert not [c for c in text if other[0] <= c <= other[1]], text
            assert text == text.strip(), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_terms_are_those_of_the_glossary(language: str) -> None:
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        terms = {
            row["en"].split(" (")[0].casefold(): row[language]
            for row in csv.DictReader(file)
            if row["en"].split(" (")[0] not in {"credit"}
        }
    checked = 0
    for message in _messages(_catalogue(language)):
        if isinstance(message.id, str) and message.context is None:
            term = terms.get(message.id.casefold())
            if term is not None:
                assert message.string == term, message.id
                checked += 1
    assert checked >= 40


@pytest.mark.parametrize(
    ("language", "other_words"),
    [
        # A file, the treasurer, writing off, the day sheet, to owe, and an officer's own code.
        ("lo", ("ໄຟລ໌", "ຄັງເງິນ", "ຕັດໜີ້ສູນ", "ໃບປະຈຳວັນ", "ເປັນໜີ້", "PIN")),
        ("th", ("ใบประจำวัน", "ติดหนี้", "PIN")),
    ],
)
def test_one_thing_has_one_word(language: str, other_words: tuple[str, ...]) -> None:
    said = [text for message in _messages(_catalogue(language)) for text in _texts(message)]
    assert [text for text in said if any(word in text for word in other_words)] == []


def test_no_sentence_takes_a_member_for_a_woman() -> None:
    """Men are members as well: it is "the member" or "they"."""
    told = {text for found in sentences() for text in (found.text, found.plural)}
    assert [text for text in told if re.search(r"(?i)\b(she|her|hers|herself)\b", text)] == []


def test_a_sentence_is_found_wherever_it_stands() -> None:
    code = """
words.say("Outer {x}", x=words.say("Inner"))
TABLE = {1: N_("Marked")}
words.say_many("{n} page", "{n} pages", 3)
words.context("verb", "Open")
words.say(variable)
other("Not ours")
(lambda: 0)()
"""
    found = {(f.text, f.plural, f.context) for f in sentences_in(code, "x.py")}
    assert found == {
        ("Outer {x}", "", ""),
        ("Inner", "", ""),
        ("Marked", "", ""),
        ("{n} page", "{n} pages", ""),
        ("Open", "", "verb"),
    }


@pytest.mark.parametrize("code", ['words.say(f"{x} kip")', 'words.say("a" + x)'])
def test_a_sentence_put_together_on_the_spot_is_refused(code: str) -> None:
    with pytest.raises(NotLiteral):
        list(sentences_in(code, "x.py"))


_PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Save"
msgstr "{word}"
"""


def _write(folder: Path, word: str) -> Path:
    path = words_file("lo", folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_PO.replace("{word}", word), encoding="utf-8")
    return path


def test_words_without_a_compiled_file_are_compiled_on_the_way(tmp_path: Path) -> None:
    _write(tmp_path, "ບັນທຶກ")
    assert open_catalog("lo", tmp_path).gettext("Save") == "ບັນທຶກ"


def test_the_newer_of_words_and_compiled_file_counts(tmp_path: Path) -> None:
    path = _write(tmp_path, "ເກົ່າ")
    ready = compiled_file("lo", tmp_path)
    ready.write_bytes(compiled("lo", tmp_path))
    _write(tmp_path, "ໃໝ່")
    age = ready.stat().st_mtime_ns
    os.utime(path, ns=(age + 10**9, age + 10**9))
    assert open_catalog("lo", tmp_path).gettext("Save") == "ໃໝ່"
    os.utime(path, ns=(age - 10**9, age - 10**9))
    assert open_catalog("lo", tmp_path).gettext("Save") == "ເກົ່າ"
    path.unlink()
    assert open_catalog("lo", tmp_path).gettext("Save") == "ເກົ່າ"


def test_an_unknown_chore_is_told_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["translate"]) == 2
    assert "extract | compile" in capsys.readouterr().err
