"""A copy is opened and held against today's book; one that is locked asks for its password."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ledger.book.copies import against_today, look_into
from ledger.book.files import Secret
from ledger.book.trouble import BookTrouble, CopyLocked, PasswordWrong
from ledger.statements.copies import AgainstToday, CopyLook
from ui.desk import Desk
from ui.models.copies import CopyRow
from ui.screens.safe.stick_password import ask_password


@dataclass(frozen=True, slots=True)
class Looked:
    """What is in a copy, what it lacks, and what opened it."""

    look: CopyLook
    lost: AgainstToday
    secret: Secret | None


def open_copy(
    desk: Desk, row: CopyRow, key: bytes | None, parent: QWidget | None = None
) -> Looked | None:
    """Look into a copy with this machine's own key, or with the password; None where refused."""
    try:
        return _looked(desk, row, key)
    except (CopyLocked, PasswordWrong):
        asked = ask_password(desk, lambda typed: _looked(desk, row, typed), parent)
        return None if asked is None else asked[1]
    except BookTrouble:
        # Said in place, as every other trouble is.
        return desk.ask(lambda _: _looked(desk, row, key))


def _looked(desk: Desk, row: CopyRow, secret: Secret | None) -> Looked:
    with _waiting():
        look = look_into(row.file, clock=desk.book.clock, secret=secret)
        return Looked(look, against_today(row.file, desk.book, secret), secret)


@contextmanager
def _waiting() -> Iterator[None]:
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
