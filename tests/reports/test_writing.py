"""A paper is put into its place whole, or the old one stays."""

import errno
import os
import stat
from pathlib import Path

import pytest
from openpyxl import Workbook

from reports import writing
from reports.lists import Field, Listing
from reports.troubles import (
    Cause,
    FontMissing,
    MissingGlyph,
    PaperNotWritten,
    PrinterTrouble,
    trouble_sentence,
)
from reports.workbook import write_workbook
from reports.writing import write_whole
from translations import LANGUAGES, open_words


def test_a_new_file_and_a_replaced_one(tmp_path: Path) -> None:
    out = tmp_path / "ປຶ້ມຝາກເງິນ.pdf"
    write_whole(out, b"one")
    write_whole(out, b"two")
    assert out.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.ENOSPC, Cause.DISK_FULL),
        (errno.EDQUOT, Cause.DISK_FULL),
        (errno.EFBIG, Cause.DISK_FULL),
        (errno.EACCES, Cause.NOT_ALLOWED),
        (errno.EROFS, Cause.NOT_ALLOWED),
        (errno.EIO, Cause.OTHER),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_when_writing_fails_the_old_paper_stays(
    step: str, number: int, cause: Cause, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "paper.pdf"
    out.write_bytes(b"old")

    def fail(*_given: object) -> None:
        raise OSError(number, "as the machine says it")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PaperNotWritten) as trouble:
        write_whole(out, b"new")
    assert trouble.value.cause is cause
    assert trouble.value.file == out
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("folders", sorted({False, os.name == "posix"}))
def test_the_name_of_a_finished_paper_is_brought_to_the_disk(
    folders: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the renaming: the file under its name, and the folder where a system can do that."""
    out, synced = tmp_path / "paper.pdf", []

    def sync(handle: int) -> None:
        folder = stat.S_ISDIR(os.fstat(handle).st_mode)
        synced.append(("folder" if folder else "file", out.exists()))

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(writing, "_SYNCS_FOLDERS", folders)
    write_whole(out, b"new")
    names = [("folder", True)] if folders else []
    assert synced == [("file", False), ("file", True), *names]


def test_a_paper_that_is_in_its_place_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network drive that syncs no names has the paper all the same."""
    out, real = tmp_path / "paper.pdf", os.fsync

    def fail(handle: int) -> None:
        if out.exists():
            raise OSError(errno.EINVAL, "as the machine says it")
        real(handle)

    monkeypatch.setattr(os, "fsync", fail)
    write_whole(out, b"new")
    assert out.read_bytes() == b"new"


def test_a_spreadsheet_without_room_for_its_sheets_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "as the machine says it")

    monkeypatch.setattr(Workbook, "save", fail)
    out = tmp_path / "list.xlsx"
    listing = Listing((Field("name", "Name"),), (("ຄຳ",),))
    with pytest.raises(PaperNotWritten) as trouble:
        write_workbook([("Members", listing)], open_words("lo"), out)
    assert (trouble.value.cause, trouble.value.file) == (Cause.DISK_FULL, out)
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(PaperNotWritten) as trouble:
        write_whole(tmp_path / "nowhere" / "paper.pdf", b"new")
    assert trouble.value.cause is Cause.NO_FOLDER


def test_a_folder_cannot_be_replaced_by_a_paper(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").mkdir()
    with pytest.raises(PaperNotWritten):
        write_whole(tmp_path / "paper.pdf", b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["paper.pdf"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_trouble_has_its_sentence(language: str) -> None:
    words = open_words(language)
    file = Path("somewhere") / "paper.pdf"
    troubles = [
        FontMissing(file),
        MissingGlyph("王", "ນາງ 王"),
        PrinterTrouble(),
        *(PaperNotWritten(file, cause) for cause in Cause),
    ]
    said = [trouble_sentence(words, trouble) for trouble in troubles]
    assert len(set(said)) == len(said)
    assert "王" in said[1]
    assert all("somewhere" not in text for text in said)
    assert str(troubles[-1]) == f"PaperNotWritten(file={file}, cause=other)"
