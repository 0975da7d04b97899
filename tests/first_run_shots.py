"""The states of the first run and of the settings that are drawn to be looked at."""

from collections.abc import Callable
from dataclasses import replace

from tests.walks.pakhon import pakhon_draft
from ui.screens.first_run.screen import FirstRunScreen
from ui.screens.first_run.steps import STEPS
from ui.screens.rules.edits import LINES
from ui.screens.rules.places import put
from ui.screens.rules.section import SECTIONS
from ui.screens.screen import Screen
from ui.screens.settings.screen import SettingsScreen

Prepare = Callable[[Screen], object]


def _first_run(screen: Screen) -> FirstRunScreen:
    """Before the first group there is no book: the practice group is put away."""
    assert isinstance(screen, FirstRunScreen)
    screen.put_book_away()
    return screen


def _settings(screen: Screen) -> SettingsScreen:
    assert isinstance(screen, SettingsScreen)
    return screen


def _step(name: str) -> Prepare:
    draft = replace(pakhon_draft(), page=STEPS.index(name), reached=len(STEPS) - 1)
    return lambda screen: _first_run(screen).enter(draft)


def _templates(screen: Screen) -> None:
    draft = replace(pakhon_draft(), rulebook=None, template=None, page=1, reached=1)
    _first_run(screen).enter(draft)


def _miscounted(screen: Screen) -> None:
    draft = pakhon_draft()
    notes = ((100_000, 149), *draft.notes[1:])
    page = STEPS.index("cash")
    _first_run(screen).enter(replace(draft, notes=notes, page=page, reached=page))


def _mistyped(screen: Screen) -> None:
    draft = pakhon_draft()
    wrong = (*draft.members[1][:6], "31/02/2020", "", "", "")
    members = (draft.members[0], wrong, *draft.members[2:])
    page = STEPS.index("members")
    _first_run(screen).enter(replace(draft, members=members, page=page, reached=page))
    _first_run(screen).steps.page().is_right()


def _owing(screen: Screen) -> None:
    """A group that has borrowed twice."""
    page = STEPS.index("debts")
    debts = (
        (
            "ກອງທຶນເມືອງ ໜອງບົກ",
            "3000000",
            "0.5",
            "outstanding",
            "bullet",
            "15/06/2026",
            "12",
            "7/2025",
        ),
        ("ກຸ່ມບ້ານໃຕ້", "500000", "1", "flat", "principal_parts", "31/10/2026", "5", "2/2026"),
    )
    draft = replace(pakhon_draft(), debts=debts, page=page, reached=len(STEPS) - 1)
    _first_run(screen).enter(draft)


def _part(number: int) -> Prepare:
    return lambda screen: _settings(screen).list.setCurrentRow(number)


def _permits(screen: Screen) -> None:
    """Who may do what, while it is being changed."""
    assert isinstance(screen, SettingsScreen)
    screen.show_part(screen.permits)
    screen.permits.change.click()


def _rules(section: int) -> Prepare:
    def show(screen: Screen) -> None:
        settings = _settings(screen)
        settings.show_part(settings.rules)
        settings.rules.editor.sections.setCurrentRow(section)

    return show


def _too_much(screen: Screen) -> None:
    """New rules that share out 148 percent of the profit."""
    settings = _settings(screen)
    settings.show_part(settings.rules)
    settings.rules.new.click()
    editor = settings.rules.editor
    lines = editor.rulebook().profit.lines
    percents = (7_000, 1_500, 1_000, 3_000, 2_300)
    new = tuple(replace(line, amount=amount) for line, amount in zip(lines, percents, strict=True))
    editor.show_rulebook(put(editor.rulebook(), LINES, new))
    editor.is_right()


FIRST_RUN_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("language", lambda screen: _first_run(screen).see(_first_run(screen).language)),
    ("welcome", lambda screen: _first_run(screen).see(_first_run(screen).choice)),
    ("templates", _templates),
    *((f"first_{name}", _step(name)) for name in STEPS),
    ("first_debts_owing", _owing),
    ("first_members_wrong", _mistyped),
    ("first_cash_wrong", _miscounted),
)
SETTINGS_SHOTS: tuple[tuple[str, Prepare], ...] = (
    ("settings_group", _part(0)),
    ("settings_committee", _part(1)),
    *((f"settings_rules_{number}", _rules(number)) for number in range(len(SECTIONS))),
    ("settings_permits", _permits),
    ("settings_machine", _part(5)),
    ("settings_rules_wrong", _too_much),
)
