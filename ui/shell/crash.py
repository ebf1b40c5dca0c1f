"""What happens to a bug: a report without anybody's data, a calm word, and what was typed is kept."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from app.core.clock import Clock
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.sentences import say

if TYPE_CHECKING:
    from ui.shell.questions import Questions


_QUIET_FOR = timedelta(minutes=10)


class CrashGuard(QObject):
    """Catches what no one caught, on any thread, and tells it on the window's thread once it is idle."""

    _happened = Signal(object)

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        questions: Questions,
        keep_drafts: Callable[[], object] | None = None,
        in_passing: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__()
        self._in_passing = in_passing
        self._told_at: dict[str, datetime] = {}
        self._folder = folder
        self._clock = clock
        self._questions = questions
        self._telling = False
        self.keep_drafts = keep_drafts
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def stand_guard(self) -> None:
        """Take over from Python's own way of telling, on all threads."""
        sys.excepthook = self.catch
        threading.excepthook = lambda raised: self.report(raised.exc_value)

    def catch(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Python's hook for what no one caught."""
        self.report(error)

    def report(self, error: BaseException | None) -> None:
        """Note an error from whatever thread it came."""
        if error is not None and not isinstance(error, KeyboardInterrupt):
            self._happened.emit(error)

    def _on_happened(self, error: BaseException) -> None:
        if isinstance(error, Trouble) and self._in_passing is not None and self._was_told(say(error)):
            self._in_passing(say(error))
            return
        if isinstance(error, (Refusal, Trouble)):
            self._tell(tr("That did not work"), say(error))
            return
        self._keep_what_is_typed()
        where = write_crash_report(self._folder, error, self._clock.now())
        self._tell(
            tr("Something in the program went wrong"),
            tr(
                "What was saved before is safe, and what you had typed is kept as a draft. Look at the screen and do "
                "the last step again. A report without anybody's data is in {file}; give it to whoever keeps the "
                "machine."
            ).format(file=where),
        )

    def _was_told(self, words: str) -> bool:
        """Whether a panel said the same just before: what looks every minute must not stop the work every minute."""
        now = self._clock.now()
        before = self._told_at.get(words)
        if before is not None and timedelta(0) <= now - before < _QUIET_FOR:
            return True
        self._told_at[words] = now
        return False

    def _tell(self, title: str, text: str) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self._questions.tell(title, text)
        finally:
            self._telling = False

    def _keep_what_is_typed(self) -> None:
        if self.keep_drafts is None:
            return
        try:
            self.keep_drafts()
        except Exception as second:  # noqa: BLE001 - the first bug must still be told
            write_crash_report(self._folder, second, self._clock.now())


def write_crash_report(folder: Path, error: BaseException, at: datetime) -> Path:
    """Write where in the code it happened; no values and no messages, for they may hold names and amounts."""
    target = folder / f"crash-{at:%Y%m%d-%H%M%S}.txt"
    lines = [
        f"at {at.isoformat()}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        *_without_values(error),
    ]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        with suppress(OSError, AttributeError):  # a window without a console has no place for it either
            sys.stderr.write("\n".join(lines) + "\n")
    return target


def _without_values(error: BaseException) -> list[str]:
    lines: list[str] = []
    link: BaseException | None = error
    while link is not None:
        frames = traceback.extract_tb(link.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames]
        lines.append(type(link).__qualname__)
        link = link.__cause__ or link.__context__
        if link is not None:
            lines.append("after")
    return lines
