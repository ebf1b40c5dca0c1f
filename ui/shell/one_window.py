"""One window for each data folder: a second start brings the first one forward."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDir, QLockFile, QObject, Signal

_PATIENCE = 2000


class OneWindow(QObject):
    """Holds the folder for this window while the program runs; the lock of a killed program is taken over."""

    called = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.name = f"property-counter-{_mark_of(folder)}"
        self._lock = QLockFile(f"{QDir.tempPath()}/{self.name}.lock")
        self._lock.setStaleLockTime(0)
        self._server: QObject | None = None

    def take(self) -> bool:
        """Whether this is the first window on the folder."""
        return self._lock.tryLock(0)

    def listen(self) -> None:
        """Hear later starts: `called` comes for each."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        server = QLocalServer(self)
        QLocalServer.removeServer(self.name)
        server.newConnection.connect(self._on_called)
        server.listen(self.name)
        self._server = server

    def call_first(self) -> bool:
        """Ask the window that holds the folder to come forward; whether it heard."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - needed by a second start only

        socket = QLocalSocket()
        socket.connectToServer(self.name)
        heard = socket.waitForConnected(_PATIENCE)
        socket.disconnectFromServer()
        return heard

    def give_back(self) -> None:
        """Let another start have the folder."""
        self._lock.unlock()

    def _on_called(self) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - as above

        assert isinstance(self._server, QLocalServer)
        self._server.nextPendingConnection().deleteLater()
        self.called.emit()


def _mark_of(folder: Path) -> str:
    whole = str(folder.resolve()).encode()
    return bytes(QCryptographicHash.hash(whole, QCryptographicHash.Algorithm.Sha256).toHex().data()).decode()[:16]
