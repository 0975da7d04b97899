"""Letters are not cut, sentences are wrapped, and colours can be read."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.gallery import Gallery
from translations import LANGUAGES, open_words
from ui.look import COLOURS, dress
from ui.widgets.labels import WrapLabel


class TestLettersAndColours:
    @pytest.mark.parametrize("language", ["lo", "th"])
    def test_sentences_without_spaces_are_wrapped(self, qtbot: QtBot, language: str) -> None:
        text = {
            "lo": "ເງິນທີ່ນັບໄດ້ຕ້ອງຕົງກັບບັນຊີຂອງກຸ່ມທ້ອນເງິນແລະກອງທຶນ",
            "th": "เงินที่นับได้ต้องตรงกับบัญชีของกลุ่มท้อนเงินและกองทุน",
        }[language]
        label = WrapLabel(text)
        qtbot.addWidget(label)
        label.setFixedWidth(200)
        assert label.heightForWidth(200) > label.fontMetrics().lineSpacing() * 1.9
        assert label.minimumSizeHint().width() <= 200
        assert label.text() == text

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("percent", [100, 160])
    def test_no_part_cuts_its_letters(
        self, qtbot: QtBot, dressed: QApplication, language: str, percent: int
    ) -> None:
        dress(dressed, percent)
        gallery = Gallery(open_words(language))
        qtbot.addWidget(gallery)
        gallery.show()
        line = gallery.kip.fontMetrics().lineSpacing()
        for edit in (gallery.kip, gallery.day, gallery.name, gallery.picker):
            assert edit.height() >= line + 8
        for button in gallery.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width()
                assert button.height() >= button.fontMetrics().lineSpacing() + 6

    @pytest.mark.parametrize(
        ("text", "ground"),
        [
            ("ink", "ground"),
            ("ink", "chosen"),
            ("muted", "ground"),
            ("muted", "surface"),
            ("surface", "accent"),
            ("surface", "bar"),
            ("surface", "bar_soft"),
            ("surface", "practice"),
            ("bad", "bad_soft"),
            ("bad", "ground"),
            ("good", "good_soft"),
            ("warn", "warn_soft"),
            ("accent", "accent_soft"),
            ("muted", "line"),
        ],
    )
    def test_text_can_be_read_on_its_ground(self, text: str, ground: str) -> None:
        assert contrast(COLOURS[text], COLOURS[ground]) >= 4.5 - 1.0 * (ground == "line")


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)
