"""Who is on the committee: new officers are added, those who leave get their last day."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from ledger.actions.group import set_officers
from ledger.book.change import Topic
from ledger.rules.people import Officer, OfficerId, Role
from ledger.rules.permits import Act
from translations import N_
from translations.naming import word
from translations.reading import normalise, read_day
from ui.bringing.meaning import choice_of
from ui.desk import Desk
from ui.models.entry_rows import CellWrong, EntryColumn, Texts
from ui.screens.entry_grid import EntryGrid
from ui.screens.first_run.people import day_reader, needed, role_of
from ui.screens.settings.part import Part
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import WrapLabel


class CommitteePart(Part):
    """Post, name, from and until; nobody is ever taken out of the list."""

    name = N_("The committee")
    picture = "members"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.OFFICERS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._shown: tuple[Texts, ...] = ()
        self._teacher = WrapLabel(role="muted")
        self.grid = EntryGrid(desk.words)
        self.grid.drop.hide()
        self.write = PrimaryButton("save")
        self.write.clicked.connect(self._write)
        self.body.addWidget(self._teacher)
        self.body.addWidget(self.grid, 1)
        self.elect = Button(picture="members")
        self.elect.clicked.connect(lambda: self.go.emit("hand_over", None))
        self.acts.addWidget(self.elect)
        self.acts.addWidget(self.write)
        self.setFocusProxy(self.grid)

    def say(self) -> None:
        """Give every part its words."""
        self.write.setText(self.words.say("Save the committee"))
        self.elect.setText(self.words.say("Election and hand-over"))
        self._teacher.setText(
            self.words.say(
                "Add a row for a new officer. Whoever leaves stays in the list with the last day."
            )
        )

    def show_book(self) -> None:
        """Show everybody who is or was in office."""
        words = self.words
        day = day_reader(words)
        rows = tuple(
            (
                str(officer.id),
                officer.role.value,
                officer.name,
                officer.since.isoformat() if officer.since else "",
                officer.until.isoformat() if officer.until else "",
            )
            for officer in self.desk.book.officers()
        )
        columns = (
            EntryColumn("", hidden=True),
            EntryColumn(
                words.say("Office"),
                read=self._post,
                choices=tuple((r.value, word(words, "role", r.value)) for r in Role),
            ),
            EntryColumn(words.say("Name"), read=lambda text: needed(text, words)),
            EntryColumn(words.say("In office since"), read=day),
            EntryColumn(words.say("Until"), read=day),
        )
        self.grid.model.show(columns, rows)
        self.grid.fit((2,))
        self._shown = self.grid.model.rows()
        self.write.setEnabled(self.desk.may(Act.SET_OFFICERS))

    def holds_typing(self) -> bool:
        """Whether a row was typed that has not been saved."""
        return self.grid.model.rows() != self._shown

    def officers(self) -> tuple[Officer, ...]:
        """The rows as officers. Raises Unreadable for a row that was not put right."""
        return tuple(self._officers())

    def _officers(self) -> Iterator[Officer]:
        known = {officer.id: officer for officer in self.desk.book.officers()}
        free = max(known, default=0)
        for number, role, name, since, until in self.grid.model.rows():
            clean = normalise(name).strip()
            if number:
                officer = known[OfficerId(int(number))]
            else:
                free += 1
                officer = Officer(OfficerId(free), clean, role_of(role))
            yield replace(
                officer,
                name=clean,
                role=role_of(role),
                since=read_day(since) if since else None,
                until=read_day(until) if until else None,
            )

    def _post(self, text: str) -> str:
        role = choice_of(text, "role", list(Role)) if text else None
        if role is None:
            raise CellWrong(self.words.say("Choose the office."))
        return word(self.words, "role", role)

    def _write(self) -> None:
        if not self.grid.is_right():
            return
        act = partial(set_officers, officers=self.officers())
        if self.desk.do(act):
            self.told.emit(self.words.say("The committee is saved."))
