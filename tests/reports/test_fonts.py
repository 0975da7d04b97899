"""Which letter is in which typeface, and what happens when one is not."""

from pathlib import Path

import pytest

from reports import fonts
from reports.fonts import Face, bold, regular
from reports.troubles import FontMissing, MissingGlyph
from resources import path


def test_runs_are_cut_by_face_and_a_space_stays_with_what_is_before_it() -> None:
    runs = [(face.script, text) for face, text in regular().runs("ໜີ້ສິນ 1,250,000 (ที่น้ำ) LAK")]
    assert runs == [
        ("Laoo", "ໜີ້ສິນ "),
        ("Latn", "1,250,000 ("),
        ("Thai", "ที่น้ำ"),
        ("Latn", ") LAK"),
    ]


@pytest.mark.parametrize("family", [regular, bold])
def test_currency_signs_and_marks_of_print_are_covered(family: type) -> None:
    for letter in "₭฿…“”–·№•%\u00a0ໆຯๆฯໜໝ໒๒":
        assert family().runs(letter)


def test_every_mark_gets_its_own_shape_and_none_is_missing() -> None:
    for word in ("ນ້ຳ", "ປີ້ງ", "ໜີ້ສິນ", "ຫຼຸດ", "น้ำ", "ที่", "ญู", "ฐุ", "ปู่", "ป่ำ", "กี่"):
        (face, run), *rest = regular().runs(word)
        assert not rest
        glyphs = face.shape(run)
        assert "".join(glyph.text for glyph in glyphs) == word
        assert all(glyph.number for glyph in glyphs)


def test_figures_have_one_width() -> None:
    for family in (regular(), bold()):
        assert len({family.width(figure, 10) for figure in "0123456789"}) == 1


def test_a_letter_without_a_typeface_is_named() -> None:
    with pytest.raises(MissingGlyph) as missing:
        regular().runs("ນາງ 王 ຄຳ")
    assert missing.value.character == "王"
    assert missing.value.text == "ນາງ 王 ຄຳ"


def test_letters_of_two_scripts_in_one_cluster_are_named_too() -> None:
    with pytest.raises(MissingGlyph):
        regular().runs("a\u0eb4")


@pytest.mark.parametrize("content", [None, b"", b"no typeface"])
def test_a_missing_typeface_is_an_error_and_no_other_takes_its_place(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fonts").mkdir()
    for name in ("NotoSans", "NotoSansLao", "NotoSansThai"):
        file = f"fonts/{name}-Regular.ttf"
        (tmp_path / file).write_bytes(path(file).read_bytes())
    lao = tmp_path / "fonts/NotoSansLao-Regular.ttf"
    lao.unlink()
    if content is not None:
        lao.write_bytes(content)
    monkeypatch.setattr(fonts, "path", lambda name: tmp_path / name)
    regular.cache_clear()
    try:
        with pytest.raises(FontMissing) as missing:
            regular()
        assert missing.value.file == lao
    finally:
        regular.cache_clear()


def test_a_face_knows_how_far_it_reaches() -> None:
    face = Face(path("fonts/NotoSansLao-Regular.ttf"), "Laoo")
    assert face.ascent > 1_100
    assert face.descent < -400
