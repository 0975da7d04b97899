"""The fifth step: what will be written, in plain words."""

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QWidget

from translations import Words
from ui.models.closing import YearView, entries_said
from ui.screens.year_end.page import YearPage
from ui.widgets.amount_list import AmountList
from ui.widgets.labels import WrapLabel


class EntriesPage(YearPage):
    """Each thing that the closing writes, and what each officer gets of the pools."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.when = WrapLabel()
        self.written = AmountList()
        self.persons = AmountList()
        lists = QHBoxLayout()
        lists.setSpacing(14)
        lists.addWidget(self.written, 3)
        lists.addWidget(self.persons, 2)
        self.rows.addWidget(self.when)
        self.rows.addLayout(lists)
        self.rows.addStretch(1)

    def show_year(self, view: YearView, words: Words) -> None:
        """Say what is written."""
        self.when.setText(_when(view, words))
        self.written.show_rows(
            words.say("What is written"),
            [(said.sentence, words.kip(said.kip)) for said in entries_said(words, view)],
            empty=words.say("Nothing: there was neither income nor cost."),
        )
        persons = [*_persons(view, words)]
        self.persons.show_rows(words.say("Committee and advisers"), persons)
        self.persons.setVisible(bool(persons))


def _when(view: YearView, words: Words) -> str:
    number = len(view.plan.entries) if view.plan else 0
    day = words.day(view.facts.year.last)
    if view.closed is not None:
        return words.say_many(
            "{n} entry was written under {day}.", "{n} entries were written under {day}.",
            number, day=day,
        )  # fmt: skip
    return words.say_many(
        "Closing writes {n} entry under {day}. Nothing is written before two have confirmed.",
        "Closing writes {n} entries under {day}. Nothing is written before two have confirmed.",
        number,
        day=day,
    )


def _persons(view: YearView, words: Words) -> Iterator[tuple[str, str]]:
    for share in view.plan.lines if view.plan else ():
        for person in share.persons:
            yield person.officer.name, words.kip(person.kip)
