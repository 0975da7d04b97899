"""The number of a decision is typed, chosen or begun; a second person picks her own name."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ledger.actions.decisions import write_decision
from ledger.rules.decisions import Decision, Subject
from ledger.rules.people import Role
from ledger.rules.permits import Act
from tests.ui.asked import when_asked
from tests.ui.hands import heard, on_page, press, type_letters, type_line
from tests.villages import DAY, OFFICERS, TODAY, actor
from ui.desk import Desk
from ui.screens.minutes.writing import DecisionLine, WriteDecision
from ui.screens.second_person import SecondPerson, ask_second
from ui.widgets.field import Field

FIRST = Decision("11/2026", DAY, Subject.FUND, "ຊື້ປຶ້ມ 20 ຫົວ")


def written(desk: Desk, *decisions: Decision) -> None:
    for decision in decisions:
        write_decision(desk.book, desk.actor, decision=decision, today=TODAY)


def line(qtbot: QtBot, desk: Desk) -> tuple[DecisionLine, Field]:
    edit = DecisionLine(desk, subject=Subject.FUND)
    field = Field(desk.words, edit)
    on_page(qtbot, field)
    edit.setFocus()
    return edit, field


def test_a_number_is_chosen_by_a_word_of_its_text(qtbot: QtBot, village: Desk) -> None:
    written(village, FIRST, replace(FIRST, number="12/2026", text="ຈ່າຍຄ່າເດີນທາງ"))
    edit, field = line(qtbot, village)
    told = heard(edit.committed)
    type_letters(edit, "ປຶ້ມ")
    press(edit, Qt.Key.Key_Down)
    press(edit._popup, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (edit.value(), told) == ("11/2026", ["11/2026"])
    assert field.hint_text() == "ຊື້ປຶ້ມ 20 ຫົວ"


def test_the_newest_is_offered_first(qtbot: QtBot, village: Desk) -> None:
    written(village, FIRST, replace(FIRST, number="12/2026"))
    edit, _ = line(qtbot, village)
    press(edit, Qt.Key.Key_F4)
    assert edit._list.stringList()[0].startswith("12/2026")
    press(edit._popup, Qt.Key.Key_Escape)
    assert edit.value() is None


def test_a_number_that_the_minutes_do_not_have_stays_and_is_said(
    qtbot: QtBot, village: Desk
) -> None:
    edit, field = line(qtbot, village)
    type_line(edit, "77/2026")
    assert edit.value() == "77/2026"
    assert "Not in the minutes" in field.hint_text()


def test_a_new_decision_is_written_without_leaving_the_form(qtbot: QtBot, village: Desk) -> None:
    edit, field = line(qtbot, village)

    def write(dialog: WriteDecision) -> None:
        assert dialog.form.number.value() == "2026-001"
        dialog.act.click()
        assert dialog.form.problem_text("text") == "Write what was decided."
        type_letters(dialog.form.text, "ໃຫ້ຊື້ປຶ້ມ")
        dialog.form.present[OFFICERS[0].name].click()
        type_line(dialog.form.others, "ນາງ ໃໝ່, ທ້າວ ສີ")
        type_line(dialog.form.votes_for, "5")
        type_line(dialog.form.votes_against, "1")
        dialog.act.click()

    met = when_asked(WriteDecision, write)
    press(edit, Qt.Key.Key_F2)
    assert met
    assert edit.value() == "2026-001"
    (decision,) = village.book.decisions()
    assert decision.present == (OFFICERS[0].name, "ນາງ ໃໝ່", "ທ້າວ ສີ")
    assert (decision.subject, decision.votes_for, decision.votes_against) == (Subject.FUND, 5, 1)
    assert field.hint_text() == "ໃຫ້ຊື້ປຶ້ມ"


def test_a_dialog_that_is_left_writes_nothing(qtbot: QtBot, village: Desk) -> None:
    edit, _ = line(qtbot, village)
    type_letters(edit, "5/2026")
    met = when_asked(WriteDecision, lambda dialog: dialog.back.click())
    press(edit, Qt.Key.Key_F2)
    assert met[0].form.number.value() == "5/2026"
    assert village.book.decisions() == ()


def test_a_second_person_picks_her_own_name(village: Desk) -> None:
    me = actor().name
    met = when_asked(SecondPerson, lambda dialog: next(iter(dialog.tiles.values())).click())
    second = ask_second(village, Act.CLOSE_YEAR, what="…")
    assert second is not None
    assert second.name != me
    assert me not in met[0].tiles
    when_asked(SecondPerson, lambda dialog: dialog.reject())
    assert ask_second(village, Act.CLOSE_YEAR, what="…") is None


def test_who_may_not_do_it_is_not_offered(village: Desk) -> None:
    offered = SecondPerson(village, Act.ADOPT_RULES, what="…").tiles
    heads = {Role.PRESIDENT, Role.VICE_PRESIDENT, Role.ACCOUNTANT}
    assert {o.name for o in OFFICERS if o.role in heads} >= set(offered)
