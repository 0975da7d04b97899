"""One window for each user of the machine: a second start raises the first and ends."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1500
"""How long the first window is waited for, in milliseconds."""


class OneWindow(QObject):
    """Held while the window is open. `called` carries the book that a second start asked for.

    An empty text means that it only wants to be seen.
    """

    called = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)
        self._name = f"thon-ngoen-{zlib.crc32(str(folder.resolve()).encode()):08x}"
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Be the one window; false where another one is open."""
        return self._lock.tryLock(0)

    def call(self, book: str) -> bool:
        """Ask the first window to show itself, with a book; false where it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 -- only a second start needs it

        line = QLocalSocket()
        line.connectToServer(self._name)
        if not line.waitForConnected(_PATIENCE):
            return False
        line.write(book.encode() + b"\n")
        return line.waitForBytesWritten(_PATIENCE)

    def listen(self) -> None:
        """Hear a second start from now on; called after the window was painted."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 -- not before the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._hear)
        self._server.listen(self._name)

    def release(self) -> None:
        """Let another window be opened."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _hear(self) -> None:
        server = self._server
        line = server.nextPendingConnection() if server is not None else None
        if line is not None:
            line.readyRead.connect(lambda: self._read(line))
            line.disconnected.connect(line.deleteLater)
            if line.canReadLine():
                self._read(line)

    def _read(self, line: QLocalSocket) -> None:
        while line.canReadLine():
            self.called.emit(bytes(line.readLine().data()).decode().strip())
