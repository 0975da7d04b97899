"""The papers that the README shows are there, and are those that the command draws."""

import re
from pathlib import Path

from PIL import Image

from tests.papers.pictures import PICTURES, PLACE, main

README = Path(__file__).parents[2] / "README.md"


def test_the_readme_shows_every_picture_of_a_paper() -> None:
    shown = set(re.findall(r"resources/pictures/(\w+)\.png", README.read_text("utf-8")))
    assert {picture.name for picture in PICTURES} <= shown
    assert all((PLACE / f"{name}.png").exists() for name in shown)
    assert len(PICTURES) >= 3


def test_a_picture_of_a_paper_is_as_high_as_it_says() -> None:
    for picture in PICTURES:
        with Image.open(PLACE / f"{picture.name}.png") as found:
            assert found.height == picture.high + 16
            assert found.width > found.height / 2 * len(picture.pages)


def test_without_a_folder_the_command_says_what_it_is_for() -> None:
    assert main([]) == 2
