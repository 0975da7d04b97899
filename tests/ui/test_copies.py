"""Copies and sticks in the window: made beside it, looked into, and put back by two."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from ledger.actions.meeting import count_cash, open_sheet, sign_sheet
from ledger.actions.record import record_day
from ledger.book.book import Book
from ledger.book.change import Change
from ledger.book.copies import CopyMade, make_copy
from ledger.book.places import Places
from ledger.book.shelf import Shelf
from ledger.book.trouble import BookDamaged, DiskFull
from ledger.rules.lines import Deposit
from ledger.rules.meeting_values import CashCount, SheetKind
from ledger.rules.people import Actor
from ledger.rules.permits import Act
from ledger.statements.copies import KeptPlace, Outcome
from ledger.statements.findings import Fault, Finding
from tests.book.books import strip_guards
from tests.ui.hands import click, heard, keep, press, type_letters
from tests.villages import DAY, KHAM, TODAY, actor
from ui import sticks
from ui.desk import Desk
from ui.keeper import Keeper, keeper_of
from ui.screens.home.safe_card import SafeCard
from ui.screens.home.screen import HomeScreen
from ui.screens.reasoned import Reasoned
from ui.screens.safe.copies import CopiesScreen
from ui.screens.safe.name_stick import NameStick
from ui.screens.second_person import SecondPerson
from ui.sticks import name_stick, plugged, stick_at

ENTER = Qt.Key.Key_Return


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
def page(qtbot: QtBot, village: Desk, keeper: Keeper) -> CopiesScreen:
    page = CopiesScreen(village)
    keep(qtbot, page)
    assert page.keeper is keeper
    return page


def settle(keeper: Keeper) -> None:
    """Wait until all copies that are on their way have arrived."""
    while keeper.busy is not None or keeper.rehearser.busy:
        keeper.finish()


def save(desk: Desk, kip: int) -> None:
    lines = (Deposit(KHAM.id, kip),)
    assert desk.do(lambda book, who: record_day(book, who, day=DAY, lines=lines, today=TODAY))


def hold_meeting(desk: Desk) -> None:
    """A meeting at which nobody paid anything, signed by two."""
    count = CashCount(((50_000, 50),))

    def open_it(book: Book, who: Actor) -> Change:
        return open_sheet(book, who, day=DAY, kind=SheetKind.MEETING, opening=count, today=TODAY)

    assert desk.do(open_it)
    sheet = desk.book.open_sheet()
    assert sheet is not None
    of = sheet.id
    assert desk.do(lambda b, who: count_cash(b, who, sheet=of, when="closing", count=count))
    assert desk.do(lambda b, who: sign_sheet(b, who, sheet=of, signers=(), today=TODAY))


def answer(action: object) -> None:
    """Do something in the dialog that opens next."""
    assert callable(action)
    QTimer.singleShot(0, action)


def pick_second() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SecondPerson)
    click(next(iter(dialog.tiles.values())))


def leave() -> None:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


class TestTheKeeper:
    def test_a_copy_lies_on_this_machine_and_is_told(self, keeper: Keeper, village: Desk) -> None:
        keeper.copy()
        settle(keeper)
        (here,) = keeper.places()
        assert (here.good, here.members, here.savings) == (True, 6, 2_500_000)
        assert here.act == village.book.paper_code().act

    def test_a_named_stick_gets_a_copy_and_is_known_again(
        self, keeper: Keeper, village: Desk, stick: Path
    ) -> None:
        keeper.name(stick, "ແຟລດ ນາງ ດາວ")
        settle(keeper)
        place = keeper.places()[1]
        assert (place.name, place.good) == ("ແຟລດ ນາງ ດາວ", True)
        keeper.volumes = list
        save(village, 20_000)
        keeper.look_for_sticks()
        settle(keeper)
        assert keeper.places()[1].act < village.book.paper_code().act
        keeper.volumes = lambda: [stick]
        keeper.look_for_sticks()
        settle(keeper)
        assert keeper.places()[1].act == village.book.paper_code().act

    def test_a_stick_pulled_out_loses_only_the_copy(
        self, keeper: Keeper, village: Desk, stick: Path
    ) -> None:
        keeper.name(stick, "x")
        settle(keeper)
        said = heard(keeper.failed)
        copies = stick / sticks.FOLDER
        for file in copies.iterdir():
            file.unlink()
        copies.rmdir()
        copies.write_bytes(b"")
        save(village, 20_000)
        keeper.copy()
        settle(keeper)
        here, there = keeper.places()
        assert (here.good, there.good) == (True, False)
        assert said[0].startswith("No copy was made at x. Was the stick pulled out?")
        assert village.book.check() == ()

    def test_a_full_stick_is_called_by_its_name(
        self, keeper: Keeper, village: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        keeper.name(stick, "ນາງ ດາວ")
        settle(keeper)
        said = heard(keeper.failed)

        def no_room(snapshot: Shelf, folder: Path, **facts: object) -> CopyMade:
            if stick in folder.parents:
                raise DiskFull(str(folder))
            return make_copy(snapshot, folder, **facts)  # type: ignore[arg-type]

        monkeypatch.setattr("ui.keeper.make_copy", no_room)
        keeper.copy()
        settle(keeper)
        assert [sentence[:44] for sentence in said] == [
            "The stick ນາງ ດາວ is full, and no copy was m"
        ]
        assert [place.good for place in keeper.places()] == [True, False]

    def test_what_was_changed_is_found_at_opening(
        self, qtbot: QtBot, keeper: Keeper, village: Desk, book_file: Path
    ) -> None:
        village.close()
        strip_guards(book_file, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 1 AND line = 0"])
        assert village.open(book_file)
        with qtbot.waitSignal(keeper.kept):
            keeper.check()
        card = SafeCard(village)
        keep(qtbot, card)
        card.show_state()
        assert card.said()[0] == "Entry number 1 was changed after it was written."
        wanted = heard(card.wanted)
        press(card.open, ENTER)
        assert wanted[0][0] == "books"

    def test_a_book_that_is_opened_while_another_is_checked_has_its_turn(
        self, qtbot: QtBot, keeper: Keeper, village: Desk, book_file: Path
    ) -> None:
        keeper.check()
        village.close()
        strip_guards(book_file, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 1 AND line = 0"])
        assert village.open(book_file)
        keeper.check()
        qtbot.waitUntil(lambda: bool(keeper.findings))
        assert keeper.findings[0].place == (1,)

    def test_a_book_that_cannot_be_read_to_its_end_is_not_sound(
        self, qtbot: QtBot, keeper: Keeper, village: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def torn(_: Shelf) -> tuple[Finding, ...]:
            raise BookDamaged("x", detail="page 9")

        monkeypatch.setattr("ui.keeper.check_book", torn)
        with qtbot.waitSignal(keeper.kept):
            keeper.check()
        assert [(f.fault, f.found) for f in keeper.findings] == [(Fault.FILE, "page 9")]
        card = SafeCard(village)
        keep(qtbot, card)
        card.show_state()
        assert card.said()[0].startswith("The file is damaged: page 9.")

    def test_what_was_changed_stands_across_the_first_page(
        self, qtbot: QtBot, keeper: Keeper, village: Desk, book_file: Path
    ) -> None:
        home = HomeScreen(village)
        keep(qtbot, home)
        home.show()
        assert not home.banner.isVisible()
        village.close()
        strip_guards(book_file, ["UPDATE transfer SET kip = kip + 1 WHERE entry = 1 AND line = 0"])
        assert village.open(book_file)
        with qtbot.waitSignal(keeper.kept):
            keeper.check()
        assert home.banner.isVisible()
        assert "Entry number 1 was changed after it was written. From" in home.banner.text()
        newest = village.book.paper_code()
        lines, today = (Deposit(KHAM.id, 10_000),), TODAY
        village.sign_in(actor())
        assert not village.do(lambda b, who: record_day(b, who, day=DAY, lines=lines, today=today))
        assert village.last_sentence.startswith("Nothing was written: something in this book")
        assert village.book.paper_code() == newest
        wanted = heard(home.go)
        click(home.banner._act)
        assert wanted[0][0] == "books"

    def test_a_disk_that_is_nearly_full_is_said(
        self, qtbot: QtBot, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        card = SafeCard(keeper.desk)
        keep(qtbot, card)
        for free, said in ((200_000_000, False), (199_000_000, True)):
            monkeypatch.setattr(
                shutil, "disk_usage", lambda _, free=free: SimpleNamespace(free=free)
            )
            card.show_state()
            line = "Only 199 MB are free on this disk. Make room."
            assert (line in card.said()) is said

    def test_at_the_end_the_newest_act_is_copied(self, keeper: Keeper, village: Desk) -> None:
        save(village, 20_000)
        keeper.finish()
        assert keeper.places()[0].act == village.book.paper_code().act


class TestRehearsing:
    def test_a_stick_that_is_plugged_in_is_rehearsed_once_in_a_month(
        self, qtbot: QtBot, keeper: Keeper, village: Desk, stick: Path
    ) -> None:
        keeper.name(stick, "ແຟລດ")
        settle(keeper)
        village.close()
        assert village.open(village.settings.last_book or stick)
        keeper.check()
        qtbot.waitUntil(lambda: keeper.rehearser.due() == [])
        place = keeper.places()[1]
        assert (place.rehearsed, place.outcome) == (village.today(), Outcome.GOOD)
        assert village.book.history(1)[0].act != Act.REHEARSE
        village.sign_in(actor())
        (act,) = village.book.history(1)
        assert (act.act, act.facts["place"]) == (Act.REHEARSE, "ແຟລດ")
        assert keeper.rehearser.due() == []
        keeper.rehearser.start()
        assert not keeper.rehearser.busy

    def test_a_bad_copy_is_named_on_the_first_page_with_what_to_do(
        self, qtbot: QtBot, keeper: Keeper, village: Desk
    ) -> None:
        keeper.copy()
        settle(keeper)
        (file,) = village.keeping.copies(village.book.mark).iterdir()
        good = file.read_bytes()
        file.write_bytes(good[:9_000])
        card = SafeCard(village)
        keep(qtbot, card)
        with qtbot.waitSignal(keeper.rehearser.rehearsed):
            keeper.rehearser.start()
        assert " – not good" in card.said()[0]
        assert card.said()[0].endswith(
            "the newest copy cannot be opened. Make copies now; where "
            "that fails too, take another stick."
        )
        page = CopiesScreen(village)
        keep(qtbot, page)
        assert page.inside.said() == [card.said()[0].split(" – not good ")[1]]
        keeper.copy()
        settle(keeper)
        assert keeper.places()[0].outcome is None
        with qtbot.waitSignal(keeper.rehearser.rehearsed):
            keeper.rehearser.start()
        assert card.said()[0].endswith("Rehearsed on 20/04/2026: good.")

    def test_what_was_said_of_a_copy_goes_when_its_rehearsal_finds_it_bad(
        self, qtbot: QtBot, page: CopiesScreen, keeper: Keeper, village: Desk
    ) -> None:
        press(page.make, ENTER)
        settle(keeper)
        assert page.banner.text() == "All copies are made and were opened again."
        for file in village.keeping.copies(village.book.mark).iterdir():
            file.write_bytes(file.read_bytes()[:9_000])
        with qtbot.waitSignal(keeper.rehearser.rehearsed):
            keeper.rehearser.start()
        assert page.banner.text() == "There is no good copy on: This machine. Make one there."
        assert page.place_model.index(0, 4).data() == "not good"

    def test_after_a_meeting_the_copies_are_rehearsed(
        self, qtbot: QtBot, keeper: Keeper, village: Desk
    ) -> None:
        keeper.watch()
        with qtbot.waitSignal(keeper.rehearser.rehearsed):
            hold_meeting(village)
        assert village.book.history(1)[0].act == Act.REHEARSE
        assert keeper.places()[0].outcome is Outcome.GOOD


class TestThePage:
    def test_a_copy_is_looked_into(self, page: CopiesScreen, keeper: Keeper) -> None:
        press(page.make, ENTER)
        settle(keeper)
        save(page.desk, 20_000)
        page.refresh()
        assert len(page.copy_model.rows()) == 1
        press(page.look_inside, ENTER)
        said = page.inside.said()
        assert "It was opened and worked out anew: everything is right." in said
        assert "With this copy 1 acts with 1 entries would be lost:" in said
        assert "20,000" in said[-2]
        assert said[-1].startswith("Today's book: 6 members, savings 2,520,000")

    def test_a_copy_is_put_back_by_two(self, page: CopiesScreen, keeper: Keeper) -> None:
        press(page.make, ENTER)
        settle(keeper)
        before = page.book.figures(TODAY).savings
        save(page.desk, 20_000)
        page.refresh()
        answer(pick_second)
        press(page.put_back, ENTER)
        settle(keeper)
        # The copies that are made at once do not push it aside.
        assert page.banner.text().startswith("The book was put back from the copy of act 2.")
        assert page.book.figures(TODAY).savings == before
        assert page.book.history(1)[0].act == Act.RESTORE
        assert page.desk.actor == actor()
        save(page.desk, 30_000)

    def test_nobody_who_agrees_and_nothing_is_put_back(
        self, page: CopiesScreen, keeper: Keeper
    ) -> None:
        press(page.make, ENTER)
        settle(keeper)
        save(page.desk, 20_000)
        page.refresh()
        act = page.book.paper_code()
        answer(leave)
        press(page.put_back, ENTER)
        assert page.book.paper_code() == act

    def test_a_damaged_copy_is_not_put_back(self, page: CopiesScreen, keeper: Keeper) -> None:
        press(page.make, ENTER)
        settle(keeper)
        page.refresh()
        row = page.chosen()
        assert row is not None
        row.file.write_bytes(row.file.read_bytes()[:9_000])
        press(page.put_back, ENTER)
        assert "damaged" in page.banner.text()
        assert page.book.check() == ()

    def test_a_stick_is_named(self, page: CopiesScreen, keeper: Keeper, stick: Path) -> None:
        def name() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, NameStick)
            assert not dialog.do.isEnabled()
            type_letters(dialog.name, "ແຟລດ 1")
            click(dialog.do)

        answer(name)
        press(page.name_stick, ENTER)
        settle(keeper)
        page.refresh()
        assert [place.name for place in page.place_model.rows()] == ["", "ແຟລດ 1"]
        assert stick_at(stick) is not None

    def test_an_older_file_is_gone_on_with_by_two(
        self, qtbot: QtBot, page: CopiesScreen, keeper: Keeper, book_file: Path, tmp_path: Path
    ) -> None:
        desk = page.desk
        desk.close()
        copyfile(book_file, tmp_path / "older")
        assert desk.open(book_file)
        desk.sign_in(actor())
        save(desk, 20_000)
        desk.close()
        copyfile(tmp_path / "older", book_file)
        assert desk.open(book_file)
        desk.sign_in(actor())
        page.look_again()
        assert page.banner.text().startswith("This is an older file of the book")
        assert page.go_on.isVisible()
        with qtbot.waitSignal(keeper.kept):
            keeper.check()
        home = HomeScreen(desk)
        keep(qtbot, home)
        home.show()
        assert "until two officers have decided" in home.banner.text()
        wanted = heard(home.go)
        click(home.banner._act)
        assert wanted[0][0] == "copies"

        def why() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, Reasoned)
            type_letters(dialog.reason, "ທົດລອງ")
            answer(pick_second)
            click(dialog.act)

        answer(why)
        press(page.go_on, ENTER)
        assert desk.book.setback is None
        assert not page.go_on.isVisible()
        home.banner.clear()
        home.look_again()
        assert home.banner.text() == ""
        save(desk, 30_000)


class TestSticks:
    def test_only_a_named_stick_is_one(self, stick: Path, tmp_path: Path) -> None:
        assert plugged([stick, tmp_path / "gone"]) == []
        named = name_stick(stick, " ແຟລດ ")
        assert plugged([stick]) == [named]
        assert replace(name_stick(stick, "ອື່ນ"), name="ແຟລດ") == named

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "[]",
            "{}",
            '{"stick": "../x", "name": ""}',
            '{"stick": 1}' + " " * 9_000,
            "[" * 2_000,
        ],
    )
    def test_a_foreign_file_of_that_name_is_no_mark(self, stick: Path, content: str) -> None:
        (stick / sticks.MARKER).write_text(content, encoding="utf-8")
        assert stick_at(stick) is None


def test_places_are_kept_and_a_damaged_list_is_begun_anew(tmp_path: Path) -> None:
    places = Places(tmp_path / "p" / "x.json")
    one = KeptPlace("a1", "ແຟລດ", 7, DAY, 3, 1_000, good=True)
    places.put(one)
    assert places.every() == (KeptPlace("", ""), one)
    assert places.of("a1") == one
    places.forget("a1")
    assert places.of("a1") is None
    for damaged in (b"{", b"[" * 5_000):
        (tmp_path / "p" / "x.json").write_bytes(damaged)
        assert places.every() == (KeptPlace("", ""),)


def test_dialogs_close(qtbot: QtBot, village: Desk) -> None:
    dialog = NameStick(village, [])
    qtbot.addWidget(dialog)
    assert isinstance(dialog, QDialog)
    type_letters(dialog.name, "x")
    assert not dialog.do.isEnabled()
