"""A book on a share, in a synchronised folder or on a stick is not written; it is taken here."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.book.book import Book
from ledger.book.trouble import BookTrouble
from tests.ui.conftest import NOW
from tests.ui.hands import heard, keep, press
from tests.walks.commands import Commands
from translations import LANGUAGES, open_words
from ui import settings as machine
from ui import whereabouts
from ui.desk import Desk
from ui.messages import sentence
from ui.screens.first_run.screen import FirstRunScreen
from ui.whereabouts import BookElsewhere, Volume, Where, check_place, volume_of, where

DISK = Volume("/", "ext4")


@pytest.mark.parametrize(
    ("path", "volume", "found"),
    [
        ("/data/books/village.book", DISK, None),
        ("C:/data/Thon Ngoen/books/village.book", Volume("C:/", "NTFS"), None),
        # Network: by its name, by its file system, and a drive that Windows has mapped.
        ("//server/books/village.book", DISK, Where.SHARE),
        ("/mnt/office/village.book", Volume("/mnt/office", "cifs"), Where.SHARE),
        ("/mnt/office/village.book", Volume("/mnt/office", "nfs4"), Where.SHARE),
        ("Z:/village.book", Volume("Z:/", "NTFS", remote=True), Where.SHARE),
        # Folders that another program copies by itself.
        ("/data/OneDrive/Documents/village.book", DISK, Where.SYNCHRONISED),
        ("/data/OneDrive - Office/village.book", DISK, Where.SYNCHRONISED),
        ("/data/Dropbox/a/b/village.book", DISK, Where.SYNCHRONISED),
        ("/data/Dropbox (Personal)/village.book", DISK, Where.SYNCHRONISED),
        ("/data/Google Drive/village.book", DISK, Where.SYNCHRONISED),
        ("/data/iCloudDrive/village.book", DISK, Where.SYNCHRONISED),
        ("/data/Nextcloud/village.book", DISK, Where.SYNCHRONISED),
        ("/data/Syncthing/village.book", DISK, Where.SYNCHRONISED),
        # Names that only look alike.
        ("/data/nextcloud notes/village.book", DISK, None),
        ("/data/books/dropbox.book", DISK, None),
        # Sticks.
        ("E:/village.book", Volume("E:/", "FAT32", removable=True), Where.STICK),
        ("/media/dao/STICK/village.book", Volume("/media/dao/STICK", "vfat"), Where.STICK),
        ("/run/media/dao/STICK/village.book", DISK, Where.STICK),
        ("/Volumes/STICK/village.book", DISK, Where.STICK),
    ],
)
def test_each_place_is_told_apart(path: str, volume: Volume, found: Where | None) -> None:
    assert where(Path(path), volume) is found


@pytest.mark.parametrize("mark", [".stfolder", ".dropbox", ".dropbox.cache", ".tmp.drivedownload"])
def test_a_folder_is_known_by_the_mark_of_what_copies_it(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).mkdir()
    inside = tmp_path / "savings" / "village.book"
    assert where(inside, DISK) is Where.SYNCHRONISED


def test_a_folder_that_onedrive_was_given_is_known_by_the_system_s_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert where(tmp_path / "village.book", DISK) is None
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert where(tmp_path / "Documents" / "village.book", DISK) is Where.SYNCHRONISED


def test_this_machine_s_own_disk_is_neither_share_nor_stick(tmp_path: Path) -> None:
    volume = volume_of(tmp_path / "not there yet" / "village.book")
    assert volume.root
    assert (volume.remote, volume.removable) == (False, False)
    check_place(tmp_path / "village.book", tmp_path / "own")


def test_where_the_program_itself_lies_there_no_better_place_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that runs from a stick, or whose folders all lie on a server."""
    monkeypatch.setattr(whereabouts, "volume_of", lambda _: Volume("/", "nfs"))
    check_place(tmp_path / "village.book", tmp_path / "own")
    monkeypatch.setattr(
        whereabouts,
        "volume_of",
        lambda path: Volume("/", "nfs" if path.name == "village.book" else "ext4"),
    )
    with pytest.raises(BookElsewhere):
        check_place(tmp_path / "village.book", tmp_path / "own")


@pytest.fixture
def shared(book_file: Path) -> Path:
    """The village's book in a folder that Dropbox copies."""
    folder = book_file.parent / "Dropbox"
    folder.mkdir()
    return book_file.rename(folder / book_file.name)


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> FirstRunScreen:
    monkeypatch.setattr(machine, "books_folder", lambda: tmp_path / "books")
    desk.settings.language = "en"
    page = FirstRunScreen(desk)
    keep(qtbot, page)
    return page


def test_the_book_is_taken_to_this_machine_and_opened_there(
    page: FirstRunScreen, shared: Path, tmp_path: Path
) -> None:
    before = shared.read_bytes()
    assert not page.desk.open(shared)
    assert "another program copies to the internet" in page.banner.text()
    assert [file.name for file in shared.parent.iterdir()] == [shared.name]
    take = page.choice.buttons["take"]
    assert take.isVisible()
    assert not page.choice.buttons["rescue"].isVisible()
    begun = heard(page.begin)
    press(take, Qt.Key.Key_Return)
    assert len(begun) == 1
    assert page.desk.book.path == tmp_path / "books" / "village.book"
    assert page.desk.book.check() == ()
    assert page.desk.settings.last_book == page.desk.book.path
    assert shared.read_bytes() == before


def test_a_damaged_one_is_not_taken(page: FirstRunScreen, shared: Path, tmp_path: Path) -> None:
    shared.write_bytes(shared.read_bytes()[:9_000])
    assert not page.desk.open(shared)
    press(page.choice.buttons["take"], Qt.Key.Key_Return)
    assert "damaged" in page.banner.text()
    assert page.desk.is_empty
    assert not (tmp_path / "books" / "village.book").exists()


def test_an_older_one_is_noticed_when_it_comes_back(
    page: FirstRunScreen, shared: Path, tmp_path: Path
) -> None:
    """It is taken here a second time, over a book that went on: both are kept apart, and told."""
    for _ in range(2):
        assert not page.desk.open(shared)
        press(page.choice.buttons["take"], Qt.Key.Key_Return)
        page.desk.close()
    names = sorted(file.name for file in (tmp_path / "books").iterdir())
    assert names == ["village 2.book", "village.book"]
    Book.open(tmp_path / "books" / "village.book", clock=lambda: NOW).close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Where)
def test_each_place_has_its_own_sentence(language: str, kind: Where) -> None:
    words = open_words(language)
    trouble: BookTrouble = BookElsewhere("village.book", where=kind)
    said = {sentence(words, BookElsewhere("village.book", where=other)) for other in Where}
    assert "village.book" in sentence(words, trouble)
    assert len(said) == len(Where)


@pytest.mark.parametrize(
    ("volume", "said"),
    [
        (Volume("/", "cifs"), "another machine"),
        (Volume("E:/", "FAT32", removable=True), "on a stick"),
        (None, "copies to the internet by itself"),
    ],
)
def test_a_command_says_in_one_sentence_where_the_book_lies_and_goes_on(
    book_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    volume: Volume | None,
    said: str,
) -> None:
    if volume is None:
        (book_file.parent / ".stfolder").mkdir()
    else:
        there = {book_file: volume}
        monkeypatch.setattr(whereabouts, "volume_of", lambda path: there.get(path, DISK))
    status, out, err = Commands(capsys).try_to("check", book_file)
    assert (status, bool(out)) == (0, True)
    assert err.count("\n") == 1
    assert said in err
    assert str(book_file) in err


def test_a_command_on_this_machine_s_own_disk_says_nothing_of_it(
    book_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert Commands(capsys).try_to("check", book_file)[2] == ""
