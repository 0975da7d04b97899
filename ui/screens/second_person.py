"""The question for a second person: another officer picks her own name, and the act is both's."""

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QWidget

from ledger.rules.people import Actor, Officer
from ledger.rules.permits import Act
from translations.naming import word
from ui.desk import Desk
from ui.screens.pins.asking import ask_pin
from ui.widgets.buttons import BigButton, Button
from ui.widgets.labels import WrapLabel, line_label
from ui.widgets.margins import dialog_rows

_ACROSS = 2


class SecondPerson(QDialog):
    """A tile for each officer who may agree to the act and is not at the desk herself.

    `what` says what is about to be done, in one sentence. `second` is who picked her name. With
    `title` and `ask` it asks for the first person of two.
    """

    def __init__(
        self,
        desk: Desk,
        act: Act,
        *,
        what: str,
        title: str = "",
        ask: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.second: Actor | None = None
        self.tiles: dict[str, BigButton] = {}
        words = desk.words
        title = title or words.say("A second person confirms")
        heading, said, asked = line_label("heading"), WrapLabel(), WrapLabel()
        self.setWindowTitle(title)
        heading.setText(title)
        said.setText(what)
        place = QGridLayout()
        place.setSpacing(14)
        for number, officer in enumerate(_others(desk, act)):
            place.addWidget(self._tile(officer), number // _ACROSS, number % _ACROSS)
        asked.setText(self._asked(ask))
        back = Button()
        back.setText(words.say("Go back"))
        back.clicked.connect(self.reject)
        acts = QHBoxLayout()
        acts.addWidget(back)
        acts.addStretch(1)
        rows = dialog_rows(self, 12)
        for part in (heading, said, asked):
            rows.addWidget(part)
        rows.addLayout(place)
        rows.addStretch(1)
        rows.addLayout(acts)
        self.resize(640, 320)

    def _asked(self, ask: str) -> str:
        """What is asked for, or why nobody can answer."""
        words = self.desk.words
        if not self.tiles:
            return words.say("No other officer may confirm this. Write down the committee first.")
        return ask or words.say(
            "This takes two. Another officer reads it and picks their own name."
        )

    def _tile(self, officer: Officer) -> BigButton:
        role = word(self.desk.words, "role", officer.role.value)
        tile = BigButton("person")
        tile.setText(f"{officer.name}\n{role}")
        tile.setAccessibleName(f"{officer.name}, {role}")
        tile.clicked.connect(lambda: self._pick(officer))
        self.tiles[officer.name] = tile
        return tile

    def _pick(self, officer: Officer) -> None:
        second = Actor(id=officer.id, name=officer.name, role=officer.role)
        if ask_pin(self.desk, second, self):
            self.second = second
            self.accept()


def ask_second(
    desk: Desk,
    act: Act,
    *,
    what: str,
    title: str = "",
    ask: str = "",
    parent: QWidget | None = None,
) -> Actor | None:
    """Ask for a second person; nothing where nobody confirmed."""
    dialog = SecondPerson(desk, act, what=what, title=title, ask=ask, parent=parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.second


def _others(desk: Desk, act: Act) -> list[Officer]:
    """Who serves today, may do this, and is another person than whoever is signed in."""
    today, officers = desk.today(), desk.book.officers()
    mine = next((o.member for o in officers if o.id == desk.actor.id), None)
    return [
        officer
        for officer in officers
        if officer.serves(today)
        and desk.book.permits.may(officer.role, act)
        and officer.id != desk.actor.id
        and (mine is None or officer.member != mine)
    ]
