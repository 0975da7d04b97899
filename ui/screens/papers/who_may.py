"""One plain sentence below a paper that whoever is signed in may not print: who may."""

from PySide6.QtWidgets import QWidget

from ledger.rules.people import Role
from ledger.rules.permits import Act
from translations.naming import word
from ui.desk import Desk
from ui.widgets.labels import WrapLabel


class WhoMay(WrapLabel):
    """Shown only where the buttons beside it are off for want of a permit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role="muted", parent=parent)
        self.hide()

    def may(self, desk: Desk, act: Act | None) -> bool:
        """Whether she may print what takes this act; the sentence is shown where she may not."""
        able = act is None or desk.may(act)
        if act is not None and not able:
            words, permits = desk.words, desk.book.permits
            roles = [word(words, "role", role) for role in Role if permits.may(role, act)]
            self.setText(
                words.say(
                    "Only these may print this: {roles}. Let one of them sign in.",
                    roles=", ".join(roles),
                )
            )
        self.setVisible(not able)
        return able
