"""A folder of anybody's files is read without harm, and quickly."""

import os
from pathlib import Path

import pytest

from ledger.statements.network_file import BYTES_MAX, NotASheet, file_of
from tests.network_sheets import all_sheets, sheets_of, write_sheets
from ui import sheet_folder
from ui.sheet_folder import FolderTooFull, FolderUnreadable, read_folder


def why(folder: Path) -> dict[str, object]:
    return {one.name: one.why for one in read_folder(folder).aside}


def test_902_sheets_of_404_groups(tmp_path: Path) -> None:
    write_sheets(tmp_path, all_sheets())
    told: list[tuple[int, int]] = []
    pile = read_folder(tmp_path, lambda done, whole: told.append((done, whole)))
    assert len(pile.counted) == 902
    assert pile.aside == ()
    assert told[-1] == (902, 902)


def test_what_lies_beside_the_sheets_is_named(tmp_path: Path) -> None:
    (tmp_path / "big.json").write_bytes(b" " * (BYTES_MAX + 1))
    (tmp_path / "empty.json").write_bytes(b"")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "Thumbs.db").write_bytes(b"\x00" * 100)
    assert why(tmp_path) == {
        "Thumbs.db": NotASheet(why="unreadable"),
        "big.json": NotASheet(why="too_large"),
        "empty.json": NotASheet(why="unreadable"),
        "photo.jpg": NotASheet(why="unreadable"),
    }


def test_a_pipe_and_a_link_are_not_opened(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.json")
    (tmp_path / "link.json").symlink_to(tmp_path / "nowhere")
    assert read_folder(tmp_path).counted == ()


def test_a_name_that_cannot_be_printed(tmp_path: Path) -> None:
    (tmp_path / "a\tb.json").write_bytes(b"{}")
    assert list(why(tmp_path)) == ["a?b.json"]


def test_a_file_that_is_gone_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_folder, "_names", lambda _folder: ["gone.json"])
    assert why(tmp_path) == {"gone.json": NotASheet(why="unreadable")}


def test_no_folder_and_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FolderUnreadable):
        read_folder(tmp_path / "gone")
    with pytest.raises(FolderUnreadable):
        read_folder(Path(__file__))
    monkeypatch.setattr(sheet_folder, "FILES_MAX", 2)
    write_sheets(tmp_path, sheets_of(2005)[:3])
    with pytest.raises(FolderTooFull):
        read_folder(tmp_path)


def test_stopped_on_the_way(tmp_path: Path) -> None:
    write_sheets(tmp_path, sheets_of(2005)[:5])
    asked = iter((False, False, True))
    pile = read_folder(tmp_path, cancelled=lambda: next(asked))
    assert len(pile.counted) == 2


def test_reading_changes_nothing(tmp_path: Path) -> None:
    sheet = sheets_of(2005)[0]
    (file,) = write_sheets(tmp_path, [sheet])
    read_folder(tmp_path)
    assert file.read_bytes() == file_of(sheet)[0]
    assert [f.name for f in tmp_path.iterdir()] == [file.name]
