"""A long print at the command line says how far it is; a short one says nothing."""

import pytest

from translations import open_words
from ui.commands.told import Told


def test_a_line_is_written_over_once_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([0.0, 0.5, 1.2, 1.9, 2.3])
    told = Told(open_words("en"), lambda: next(seconds))
    for done in (1, 2, 3, 4):
        told(done * 1_000, 5_000)
    told.end()
    assert capsys.readouterr().err == "\r2,000 of 5,000 …\r4,000 of 5,000 …\n"


def test_a_short_print_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    told = Told(open_words("en"), lambda: 0.0)
    told(1, 2)
    told.end()
    assert capsys.readouterr().err == ""
