"""The desk: acts are run, refusals are said, changes are told, languages are changed."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from ledger.actions.group import change_group
from ledger.actions.members import add_member
from ledger.book.book import Book
from ledger.book.change import Change, Topic
from ledger.book.trouble import BookTrouble
from ledger.rules.people import SET_UP, Actor
from ledger.rules.set_up import MemberNumberTaken
from tests.ui.hands import heard
from tests.villages import KHAM, actor
from ui.desk import Desk

NEW = replace(KHAM, number="099", name="ບົວ ສີສະຫວັດ")


class TestActs:
    def test_an_act_is_written_and_told(self, village: Desk) -> None:
        changes, refusals = heard(village.changed), heard(village.refused)
        assert village.do(partial(add_member, member=NEW))
        assert [Topic.MEMBERS in change.topics for change in changes] == [True]
        assert refusals == []
        assert NEW.name in [member.name for member in village.book.members()]

    def test_a_refusal_is_said_and_nothing_is_told(self, village: Desk) -> None:
        changes, refusals = heard(village.changed), heard(village.refused)
        assert not village.do(partial(add_member, member=replace(NEW, number=KHAM.number)))
        assert changes == []
        assert len(refusals) == 1
        assert KHAM.number in refusals[0]
        assert village.last_sentence == refusals[0]

    def test_a_trouble_of_the_machine_is_said_too(self, village: Desk) -> None:
        def pulled_out(book: Book, actor: Actor) -> Change:
            raise BookTrouble(str(book.path))

        refusals = heard(village.refused)
        assert not village.do(pulled_out)
        assert "village.book" in refusals[0]

    def test_our_own_mistakes_are_not_hidden(self, village: Desk) -> None:
        def mistaken(book: Book, actor: Actor) -> Change:
            raise KeyError(actor)

        with pytest.raises(KeyError):
            village.do(mistaken)

    def test_the_act_is_done_by_who_is_signed_in(self, village: Desk) -> None:
        seen: list[Actor] = []

        def look(book: Book, actor: Actor) -> Change:
            seen.append(actor)
            return Change()

        village.do(look)
        assert seen == [actor()]

    def test_a_question_may_be_refused(self, village: Desk) -> None:
        refusals = heard(village.refused)
        assert village.ask(lambda book: book.group.name) == village.book.group.name

        def refuse(book: Book) -> int:
            raise MemberNumberTaken(number="7")

        assert village.ask(refuse) is None
        assert len(refusals) == 1


class TestBooks:
    def test_an_empty_desk_has_no_book(self, desk: Desk) -> None:
        assert desk.is_empty
        with pytest.raises(RuntimeError):
            _ = desk.book

    def test_opening_is_told_and_remembered(self, desk: Desk, book_file: Path) -> None:
        opened = heard(desk.opened)
        assert desk.open(book_file)
        assert len(opened) == 1
        assert desk.settings.last_book == book_file

    def test_a_book_that_is_not_there_is_said(self, desk: Desk, tmp_path: Path) -> None:
        refusals = heard(desk.refused)
        assert not desk.open(tmp_path / "nothing.book")
        assert "nothing.book" in refusals[0]
        assert desk.is_empty

    def test_another_book_takes_the_place_of_the_first(self, village: Desk, tmp_path: Path) -> None:
        assert not village.open(tmp_path / "nothing.book")
        assert village.actor == actor()
        assert village.open(village.book.path)
        village.close()
        assert (village.is_empty, village.actor) == (True, SET_UP)


class TestWords:
    def test_the_language_is_changed_told_and_remembered(self, village: Desk) -> None:
        told = heard(village.language_changed)
        village.speak("lo")
        assert (village.words.language, village.settings.language) == ("lo", "lo")
        assert len(told) == 1

    def test_the_groups_way_of_writing_money_is_used_at_once(self, village: Desk) -> None:
        told = heard(village.language_changed)
        group = replace(village.book.group, points=True)
        assert village.do(partial(change_group, group=group))
        assert village.words.kip(20_000) == "20.000"
        assert len(told) == 1

    def test_the_size_of_the_text_is_remembered(self, desk: Desk) -> None:
        told = heard(desk.text_sized)
        desk.size_text(140)
        assert (told, desk.settings.text_size) == ([140], 140)

    def test_today_is_the_clocks(self, desk: Desk) -> None:
        assert desk.today() == date(2026, 4, 20)
