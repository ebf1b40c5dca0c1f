"""The work on what runs: every act goes through the office, and is shown only after it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal
from app.incidents.plans.plan import Both
from app.incidents.refusals import PlanUnknown
from app.incidents.running.asked import Written, beside
from app.incidents.running.entry import EntryKind
from app.incidents.running.refusals import AnswerMissing, AnswerUnreadable
from app.incidents.running.view import IncidentView, RunningLine
from ui.sentences import say
from ui.shell.context import Context

_ONLY_STEPS = frozenset(
    {
        *(EntryKind.TICKED, EntryKind.UNDONE, EntryKind.NOTED, EntryKind.DEVIATED, EntryKind.NOT_APPLICABLE),
        *(EntryKind.LATER, EntryKind.OPENED_BY_RULE, EntryKind.HIDDEN_BY_RULE, EntryKind.TIMER_ANSWERED),
        EntryKind.WRITTEN,
    }
)
"""After these lines the rest of the view is as it was, and nothing is read again."""


class RunningWork(QObject):
    """Holds the views of what was looked at; `refused` with the words and the ask that they are about, if any."""

    changed = Signal(object)
    refused = Signal(str, str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._views: dict[int, IncidentView] = {}

    def running(self) -> tuple[RunningLine, ...]:
        """What runs, the oldest first."""
        return self._context.office.incidents.running()

    def view(self, incident_id: int, *, anew: bool = False) -> IncidentView:
        """An incident as it is shown. Raises IncidentUnknown."""
        if anew or incident_id not in self._views:
            self._views[incident_id] = self._context.office.incidents.view(incident_id)
        return self._views[incident_id]

    def forget(self) -> None:
        """Somebody else wrote: everything is read again when it is next looked at."""
        self._views.clear()

    def act(self, incident_id: int, do: Callable[[], Written]) -> bool:
        """Do one thing; whether it was written. What was refused is said, and shown as it really stands."""
        try:
            written = do()
        except (AnswerMissing, AnswerUnreadable) as refusal:
            self.refused.emit(say(refusal), refusal.ask.id)
            return False
        except Refusal as refusal:
            self.changed.emit(self.view(incident_id, anew=True))
            self.refused.emit(say(refusal), "")
            return False
        self.changed.emit(self._after(incident_id, written))
        self._context.changes.announce("incidents", by=self)
        return True

    def start_beside(self, view: IncidentView, code: str) -> int | None:
        """Start the plan that an answer asked for at the same place; None where it was refused."""
        try:
            started = self._context.office.incidents.start(self._context.actor, beside(view, code))
        except Refusal as refusal:
            self.refused.emit(say(refusal), "")
            return None
        self.view(view.id, anew=True)
        self._context.changes.announce("incidents", by=self)
        return started

    def name_of(self, code: str) -> Both | None:
        """What a plan is called; None where the office has it no more."""
        try:
            return self._context.office.plans.plan(code).name
        except PlanUnknown:
            return None

    def _after(self, incident_id: int, written: Written) -> IncidentView:
        view = self._views.get(incident_id)
        follows = view is not None and written.entries and written.entries[0].no == len(view.entries) + 1
        if view is None or not follows or any(entry.kind not in _ONLY_STEPS for entry in written.entries):
            return self.view(incident_id, anew=True)
        entries = (*view.entries, *written.entries)
        self._views[incident_id] = replace(view, progress=written.progress, entries=entries)
        return self._views[incident_id]
