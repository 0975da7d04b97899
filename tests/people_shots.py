"""Memberships in pictures: a settlement before it is written, candidates, households, hand-over."""

from collections.abc import Callable
from functools import partial

from ledger.actions.admissions import ask_to_join
from ledger.rules.admission import NOBODY
from ledger.rules.member_life import LifeKind
from ledger.rules.people import Member
from ui.screens.members.candidates import CandidatesScreen
from ui.screens.members.life import LifeScreen
from ui.screens.screen import Screen
from ui.screens.settings.hand_over import HandOverScreen

Prepare = Callable[[Screen], object]


def leave(page: Screen) -> None:
    """The form for a leave, and an empty history."""
    assert isinstance(page, LifeScreen)
    page.show_item(5)
    page.look_again()


def settlement(page: Screen) -> None:
    """The settlement sheet of somebody with a loan."""
    assert isinstance(page, LifeScreen)
    rows = page.book.loan_rows(page.today())
    page.show_item(rows[0].member.id if rows else 5)
    page.look_again()
    page.form.kind.show_value(LifeKind.SETTLED)
    page.form.kind.chosen.emit(LifeKind.SETTLED)


def candidates(page: Screen) -> None:
    """Two who wait for the meeting."""
    assert isinstance(page, CandidatesScreen)
    day = page.today()
    if not page.book.asked():
        for name in ("ແສງ ວົງຄຳ", "ຈັນ ພົມມະ"):
            person = Member(NOBODY, "", name, day, household="7")
            page.desk.do(partial(ask_to_join, person=person, day=day))
    page.tabs.setCurrentIndex(0)


def asking(page: Screen) -> None:
    """The form for somebody who asks."""
    assert isinstance(page, CandidatesScreen)
    page.tabs.setCurrentIndex(1)


def election(page: Screen) -> None:
    """Somebody new comes."""
    assert isinstance(page, HandOverScreen)
    page.role.show_value(page.role.values()[0])
    page.name.show_value("ນາງ ດາລາ ພົມມະຈັນ")
    page.add.click()


LIFE_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("life_leave", leave),
    ("life_settlement", settlement),
)
CANDIDATES_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("candidates", candidates),
    ("candidates_asking", asking),
)
HAND_OVER_SHOTS: tuple[tuple[str, Prepare], ...] = (("hand_over", election),)
