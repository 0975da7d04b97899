"""Who is at the desk: each officer has a tile with her name, and every act carries it from then on.

Whoever has given herself a PIN is asked for it. A group that wants none simply goes without: then
the name says who wrote, and keeps nobody out.
"""

from PySide6.QtWidgets import QGridLayout, QWidget

from ledger.book.change import Change, Topic
from ledger.rules.people import Actor, Officer
from ledger.rules.permits import Act
from translations.naming import word
from ui.desk import Desk
from ui.screens.pins.asking import ask_pin
from ui.screens.screen import Screen
from ui.widgets.buttons import BigButton
from ui.widgets.labels import WrapLabel

_ACROSS = 3


class SignInScreen(Screen):
    """Tiles of the officers who serve today; those who may only read are there too."""

    topics = frozenset({Topic.OFFICERS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.tiles: list[BigButton] = []
        self._officers: list[Officer] = []
        self._hint = WrapLabel()
        self._place = QGridLayout()
        self._place.setSpacing(14)
        self.body.addWidget(self._hint)
        self.body.addSpacing(12)
        self.body.addLayout(self._place)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Say who is asked for, and the roles under the names."""
        self.title.setText(self.words.say("Who is at the desk?"))
        self._hint.setText(self.words.say("Choose your name. Everything you write carries it."))
        for tile, officer in zip(self.tiles, self._officers, strict=True):
            tile.setText(f"{officer.name}\n{self._role(officer)}")
            tile.setAccessibleName(f"{officer.name}, {self._role(officer)}")

    def refresh(self, change: Change | None = None) -> None:
        """Read who serves today and lay out the tiles."""
        for tile in self.tiles:
            self._place.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        today = self.today()
        self._officers = [o for o in self.book.officers() if o.serves(today)]
        self.tiles = [self._tile(n, o) for n, o in enumerate(self._officers)]
        self.retranslate()
        if self.tiles:
            # The window gives a page the keys as it opens it; the first tile takes them.
            self.setFocusProxy(self.tiles[0])

    def _tile(self, number: int, officer: Officer) -> BigButton:
        tile = BigButton("person")
        tile.clicked.connect(lambda: self._sign_in(officer))
        self._place.addWidget(tile, number // _ACROSS, number % _ACROSS)
        tile.show()
        return tile

    def _sign_in(self, officer: Officer) -> None:
        actor = Actor(id=officer.id, name=officer.name, role=officer.role)
        if ask_pin(self.desk, actor, self):
            self.desk.sign_in(actor)
            self.go.emit("home", None)

    def _role(self, officer: Officer) -> str:
        role = word(self.words, "role", officer.role.value)
        if self.book.permits.may(officer.role, Act.PENCIL):
            return role
        return self.words.say("{role} – may look, not write", role=role)
