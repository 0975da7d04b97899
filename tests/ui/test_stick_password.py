"""A stick with a password, in the window and by command: set, asked for, wrong, put back."""

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from ledger.actions.record import record_day
from ledger.book.files import is_locked
from ledger.rules.lines import Deposit
from ledger.rules.permits import Act
from tests.reports.pdfs import text_of
from tests.ui.asked import when_asked
from tests.ui.hands import click, heard, keep, press, type_letters
from tests.ui.test_copies import settle
from tests.villages import DAY, KHAM, TODAY
from tests.walks.commands import Commands
from ui import settings as machine
from ui.commands.refusals import FileUnusable
from ui.commands.spots import read_secret
from ui.desk import Desk
from ui.keeper import Keeper, keeper_of
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.safe.copies import CopiesScreen
from ui.screens.safe.name_stick import NameStick
from ui.screens.safe.rescue import RescueScreen
from ui.screens.safe.stick_password import AskPassword, RecoverySheet, SetPassword
from ui.screens.second_person import SecondPerson

ENTER = Qt.Key.Key_Return
PASSWORD = "ນາ 12 ໄຮ່ ງົວ 3"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    root = tmp_path / "E"
    root.mkdir()
    return root


@pytest.fixture
def keeper(village: Desk, stick: Path) -> Iterator[Keeper]:
    keeper = keeper_of(village)
    keeper.volumes = lambda: [stick]
    yield keeper
    settle(keeper)


@pytest.fixture
def page(qtbot: QtBot, village: Desk, keeper: Keeper, stick: Path) -> CopiesScreen:
    """The page of the copies; the stick is named, and chosen."""
    keeper.name(stick, "ແຟລດ 1")
    settle(keeper)
    page = CopiesScreen(village)
    keep(qtbot, page)
    page.refresh()
    page.places.select_row(1)
    return page


@pytest.mark.parametrize(
    "made",
    [
        lambda desk: SetPassword(desk, locked=True),
        lambda desk: AskPassword(desk, lambda _: None),
        lambda desk: NameStick(desk, []),
    ],
)
def test_a_dialog_says_in_a_heading_what_it_is(
    qtbot: QtBot, village: Desk, made: Callable[[Desk], QDialog]
) -> None:
    """Its frame may show no title: on some machines it has none."""
    dialog = made(village)
    keep(qtbot, dialog)
    labels = dialog.findChildren(QLabel)
    heads = [label.text() for label in labels if label.property("role") == "heading"]
    assert heads == [dialog.windowTitle()]


def set_password(page: CopiesScreen, keeper: Keeper, password: str = PASSWORD) -> str:
    """Set a password with keys and clicks; the code of the sheet."""
    codes: list[str] = []

    def put_away(sheet: RecoverySheet) -> None:
        codes.append(sheet._code)
        click(sheet.done_with)

    def typed(dialog: SetPassword) -> None:
        type_letters(dialog.new, password)
        type_letters(dialog.again, password)
        when_asked(RecoverySheet, put_away)
        click(dialog.do)

    when_asked(SetPassword, typed)
    click(page.password)
    settle(keeper)
    page.refresh()
    page.places.select_row(1)
    return codes[0]


def the_copy(page: CopiesScreen) -> Path:
    row = page.chosen()
    assert row is not None
    return row.file


def another_machine(page: CopiesScreen) -> None:
    """This machine does not know the key any more."""
    page.desk.keeping.locks(page.book.mark).put(page.place().key, None)


class TestThePage:
    def test_a_password_locks_the_copies(self, page: CopiesScreen, keeper: Keeper) -> None:
        assert not is_locked(the_copy(page))
        set_password(page, keeper)
        assert is_locked(the_copy(page))
        assert len(page.copy_model.rows()) == 1
        (_, place) = keeper.places()
        assert (place.good, place.locked) == (True, True)
        assert page.place_model.index(1, 4).data() == "good, locked"
        page.places.select_row(0)
        assert not page.password.isEnabled()
        assert not is_locked(the_copy(page))

    def test_this_machine_looks_inside_without_asking(
        self, page: CopiesScreen, keeper: Keeper
    ) -> None:
        set_password(page, keeper)
        press(page.look_inside, ENTER)
        assert "It was opened and worked out anew: everything is right." in page.inside.said()

    @pytest.mark.parametrize(
        ("new", "again", "said"),
        [
            ("short", "short", "A password has 10 to 64 signs; this one has 5."),
            ("aaaaaaaaaaaa", "aaaaaaaaaaaa", "A password has at least 5 different signs."),
            (PASSWORD, PASSWORD + "x", "The two are not the same."),
        ],
    )
    def test_one_that_does_not_do_is_said_in_place(
        self, page: CopiesScreen, new: str, again: str, said: str
    ) -> None:
        problems: list[str] = []

        def typed(dialog: SetPassword) -> None:
            type_letters(dialog.new, new)
            type_letters(dialog.again, again)
            click(dialog.do)
            problems.extend((dialog.new_field.problem_text(), dialog.again_field.problem_text()))
            dialog.reject()

        when_asked(SetPassword, typed)
        click(page.password)
        assert any(problem.startswith(said) for problem in problems)
        assert not is_locked(the_copy(page))

    def test_on_another_machine_it_is_asked_for(self, page: CopiesScreen, keeper: Keeper) -> None:
        code = set_password(page, keeper)
        another_machine(page)
        seen: list[str] = []

        def asked(dialog: AskPassword) -> None:
            type_letters(dialog.line, "ນາ 12 ໄຮ່ ງົວ 4")
            click(dialog.do)
            seen.append(dialog.field.problem_text())
            dialog.line.clear()
            type_letters(dialog.line, code)
            click(dialog.do)

        when_asked(AskPassword, asked)
        press(page.look_inside, ENTER)
        assert seen[0].startswith("Neither the password nor the code of the recovery sheet fits")
        assert "It was opened and worked out anew: everything is right." in page.inside.said()

    def test_whoever_does_not_know_it_sees_nothing(
        self, page: CopiesScreen, keeper: Keeper
    ) -> None:
        set_password(page, keeper)
        another_machine(page)
        when_asked(AskPassword, lambda dialog: dialog.reject())
        press(page.look_inside, ENTER)
        assert page.inside.said() == []

    def test_it_is_put_back_with_the_password(self, page: CopiesScreen, keeper: Keeper) -> None:
        set_password(page, keeper)
        another_machine(page)
        before = page.book.figures(TODAY).savings
        lines = (Deposit(KHAM.id, 20_000),)
        assert page.desk.do(
            lambda book, who: record_day(book, who, day=DAY, lines=lines, today=TODAY)
        )
        page.refresh()
        page.places.select_row(1)

        def asked(dialog: AskPassword) -> None:
            when_asked(SecondPerson, lambda second: click(next(iter(second.tiles.values()))))
            type_letters(dialog.line, PASSWORD)
            click(dialog.do)

        when_asked(AskPassword, asked)
        press(page.put_back, ENTER)
        settle(keeper)
        assert page.book.figures(TODAY).savings == before
        assert page.book.history(1)[0].act == Act.RESTORE

    def test_the_copies_are_open_again(self, page: CopiesScreen, keeper: Keeper) -> None:
        set_password(page, keeper)
        when_asked(SetPassword, lambda dialog: click(dialog.leave_open))
        click(page.password)
        settle(keeper)
        page.refresh()
        assert keeper.places()[1].locked is False
        files = sorted(file.name for file in (page.keeper.sticks()[0].copies).iterdir())
        assert [name.endswith(".locked") for name in files] == [False, True]


def test_the_sheet_has_the_code_and_says_what_it_cannot_do(
    qtbot: QtBot, village: Desk, tmp_path: Path
) -> None:
    sheet = RecoverySheet(village, "7K3M-9QZT-04XB-5RGH-2W6N", "ແຟລດ 1")
    qtbot.addWidget(sheet)
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(sheet.draw())
    text = " ".join(text_of(pdf).split())
    assert "7K3M-9QZT-04XB-5RGH-2W6N" in text
    assert "Nobody can: not the program, not its makers." in text


def test_the_code_is_drawn_in_memory_and_lies_in_no_file(qtbot: QtBot, village: Desk) -> None:
    sheet = RecoverySheet(village, "7K3M-9QZT-04XB-5RGH-2W6N", "ແຟລດ 1")
    qtbot.addWidget(sheet)
    written: list[str] = []

    def listen(event: str, facts: tuple[object, ...]) -> None:
        if listening and event == "open" and isinstance(facts[1], str) and facts[1][0] in "wax":
            written.append(str(facts[0]))

    listening = True
    sys.addaudithook(listen)
    pages = sheet.pages()
    listening = False
    assert pages is not None
    assert (len(pages), written) == (1, [])


def test_by_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commands, book, stick = Commands(capsys), tmp_path / "group.book", tmp_path / "stick"
    commands.run(
        *("new", book, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ"),
        *("--begin", "2026-01-05", "--officer", "president:ນາງ ດາວ"),
        *("--officer", "accountant:ນາງ ບົວ"),
    )

    def typed(*lines: str) -> None:
        text = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    def refused(*words: Any) -> str:
        status, _, err = commands.try_to(*words)
        assert status == 1
        return err

    typed(PASSWORD, PASSWORD + "x")
    assert "not the same" in refused("backup", book, "--to", stick, "--password")
    typed(PASSWORD, PASSWORD)
    out = commands.run("backup", book, "--to", stick, "--password")
    code = out.splitlines()[0].rpartition(": ")[2]
    (copy,) = stick.iterdir()
    typed("ນາ 12 ໄຮ່ ງົວ 4")
    assert "Neither the password" in refused("look", copy)
    for secret in (PASSWORD, code):
        typed(secret)
        assert "everything is right" in commands.run("look", copy)
    assert "is locked with a password" in refused("check", copy)
    new, both = tmp_path / "new.book", ("--by", "ນາງ ດາວ", "--second", "ນາງ ບົວ")
    typed(PASSWORD)
    commands.run("restore", new, copy, *both, "--today", "2026-03-05")
    assert commands.run("check", new).startswith("The book is whole.")


def test_a_book_is_rescued_from_locked_copies_by_command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The laptop is gone, and the only copy that is left lies on a stick with a password."""
    commands, book, stick = Commands(capsys), tmp_path / "group.book", tmp_path / "stick"
    commands.run(
        *("new", book, "--rules", "a03_seventy_percent", "--name", "ກຸ່ມບ້ານນາ"),
        *("--begin", "2026-01-05", "--officer", "president:ດາວ", "--officer", "accountant:ບົວ"),
    )
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n{PASSWORD}\n"))
    commands.run("backup", book, "--to", stick, "--password")
    book.unlink()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another machine"))
    both = ("--by", "president", "--second", "accountant", "--today", "2026-03-05")
    said = tmp_path / "password.txt"
    for typed, why in (("", "president"), ("ນາ 12 ໄຮ່ ງົວ 4", "Neither the password")):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
        status, _, err = commands.try_to("rescue", book, "--at", stick, *both)
        assert status == 1
        assert why in err
        assert not book.exists()
    said.write_text(f"{PASSWORD}\n", encoding="utf-8")
    commands.run("rescue", book, "--at", stick, *both, "--password-file", said)
    assert commands.run("check", book).startswith("The book is whole.")


def test_a_password_file_that_is_not_there_is_said(
    tmp_path: Path,
) -> None:
    with pytest.raises(FileUnusable):
        read_secret(tmp_path / "nothing.txt")
    (tmp_path / "latin.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(FileUnusable):
        read_secret(tmp_path / "latin.txt")


@pytest.fixture
def lost(page: CopiesScreen, keeper: Keeper, tmp_path: Path) -> Path:
    """A locked copy on the stick; the machine knows nothing of the book any more."""
    set_password(page, keeper)
    copy = the_copy(page)
    settle(keeper)
    page.desk.book.path.unlink()
    page.desk.close()
    shutil.rmtree(page.desk.settings.data)
    return copy


def test_a_locked_copy_is_opened_on_a_new_machine_from_the_first_page(
    qtbot: QtBot, lost: Path, village: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "books_folder", lambda: tmp_path / "books")
    village.settings.language = "en"
    first = FirstRunScreen(village)
    keep(qtbot, first)
    assert not village.open(lost)
    unlock = first.choice.buttons["unlock"]
    assert unlock.isVisible()
    begun, seen = heard(first.begin), []

    def asked(dialog: AskPassword) -> None:
        type_letters(dialog.line, "ນາ 12 ໄຮ່ ງົວ 4")
        click(dialog.do)
        seen.append(dialog.field.problem_text())
        dialog.line.clear()
        type_letters(dialog.line, PASSWORD)
        click(dialog.do)

    when_asked(AskPassword, asked)
    press(unlock, ENTER)
    assert seen[0]
    assert len(begun) == 1
    assert village.book.path.parent == tmp_path / "books"
    assert village.book.check() == ()
    assert is_locked(lost)


def test_a_rescue_says_that_a_copy_is_locked_and_opens_it_with_its_password(
    qtbot: QtBot, lost: Path, village: Desk, tmp_path: Path
) -> None:
    page = RescueScreen(village)
    keep(qtbot, page)
    page.folders = []
    page.show_item(tmp_path / "gone.book")
    page.folders = [lost.parent]
    qtbot.waitUntil(page.working.isHidden, timeout=20_000)
    page.look()
    qtbot.waitUntil(page.working.isHidden, timeout=20_000)
    assert page.unlock.isVisible()
    assert not page.save.isEnabled()

    def asked(dialog: AskPassword) -> None:
        type_letters(dialog.line, PASSWORD)
        click(dialog.do)

    when_asked(AskPassword, asked)
    press(page.unlock, ENTER)
    assert page.save.isEnabled()
    assert not page.unlock.isVisible()
    assert any("Acts from the newest sound copy" in line for line in page.found.said())
    assert page.may_leave()
