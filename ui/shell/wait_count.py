"""Says how many seconds are still to wait after wrong passwords, and counts them down."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.access.refusals import WaitAfterWrongPasswords
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from ui.sentences import say
from ui.shell.front_page import FrontPage
from ui.widgets.error_line import ErrorLine

_A_SECOND = 1_000


class WaitCount(QObject):
    """Speaks through a page's own line; whatever is said later takes the place of the count."""

    def __init__(self, line: ErrorLine) -> None:
        super().__init__(line)
        self._line = line
        self._wait: WaitAfterWrongPasswords | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.count)

    def clear(self) -> None:
        """Nothing is wrong any longer."""
        self._timer.stop()
        self._line.show_hint("")
        self._line.show_problem("")

    def say(self, error: Refusal | Trouble) -> None:
        """Say what is refused; a wait is counted down."""
        self.clear()
        if isinstance(error, WaitAfterWrongPasswords):
            self._wait = type(error)(error.seconds)
            self._timer.start(_A_SECOND)
        self._line.show_problem(say(error))
        self._bring_up()

    def _bring_up(self) -> None:
        """Where the text is large the line may lie below what is seen."""
        page = self._line.parentWidget()
        while page is not None and not isinstance(page, FrontPage):
            page = page.parentWidget()
        if page is not None:
            page.bring_up(self._line)

    def count(self) -> None:
        """A second has gone."""
        if self._wait is None:
            return
        self._wait.seconds -= 1
        if self._wait.seconds > 0:
            self._line.show_problem(say(self._wait))
        else:
            self.clear()
            self._line.show_hint(tr("Now it can be typed again."))
