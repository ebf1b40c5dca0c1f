"""The thread on which papers are drawn and printed, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

Work = Callable[[], None]


class PrintThread(QObject):
    """It begins with the first work; a bug in one is raised on the window's thread, and the next one follows."""

    _broke = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: SimpleQueue[Work | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._broke.connect(self._on_broke, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Work) -> None:
        """Behind what is being done."""
        if self._thread is None:
            self._thread = Thread(target=self._run, name="printing", daemon=True)
            self._thread.start()
        self._work.put(work)

    def close(self, patience: float) -> None:
        """Finish what is being done, for at most so many seconds; what waits is not done."""
        if self._thread is not None:
            while not self._work.empty():
                self._work.get()
            self._work.put(None)
            self._thread.join(patience)

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception as bug:  # noqa: BLE001 - carried to the window's thread, where bugs are told
                if not isValid(self):
                    return  # the window went while the printer was slow: nobody is left to be told
                self._broke.emit(bug)

    @Slot(object)
    def _on_broke(self, bug: Exception) -> None:
        raise bug
