"""The screen of what runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.shell.context import Context


class RunningPage(QWidget):
    """Shows one running incident and the tabs of the others; `emptied` when nothing runs any more."""

    emptied = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def begin(self, incident_id: int | None = None) -> None:
        """Show this one, or the one that was seen last."""

    def focus_search(self) -> None:
        """Put the focus on the current step."""
