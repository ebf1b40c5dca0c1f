"""Working an incident: each key is one transaction that is durable before the screen shows it."""

from __future__ import annotations

from app.incidents.running.ending import Ending
from app.incidents.running.entry import Entry
from app.incidents.running.follow_up import FollowUps
from app.incidents.running.log_rows import Standing
from app.incidents.running.read_view import read_heads, read_running, view_of
from app.incidents.running.shift_acts import ShiftActs
from app.incidents.running.side_acts import SideActs
from app.incidents.running.step_acts import StepActs
from app.incidents.running.taking_up import TakingUp
from app.incidents.running.view import IncidentView, RunningLine
from app.incidents.unsigned.joining import Joining


class Incidents(Joining, StepActs, SideActs, ShiftActs, FollowUps, Ending, TakingUp):
    """Every act raises NotPermitted and IncidentUnknown, and what `allowed` refuses; each writes lines of the log."""

    def standing(self, incident_id: int) -> Standing:
        """How far it is now. Raises IncidentUnknown."""
        with self._store.reading() as connection:
            return self._logs.standing(connection, incident_id)

    def log(self, incident_id: int) -> tuple[Entry, ...]:
        """Every line, oldest first. Raises IncidentUnknown."""
        return self.standing(incident_id).entries

    def view(self, incident_id: int) -> IncidentView:
        """An incident as its screen shows it, with every line. Raises IncidentUnknown."""
        with self._store.reading() as connection:
            return view_of(connection, self._logs.standing(connection, incident_id))

    def running(self) -> tuple[RunningLine, ...]:
        """The incidents that are not closed, the oldest first."""
        with self._store.reading() as connection:
            return read_running(connection)

    def heads(self) -> tuple[tuple[int, int], ...]:
        """The incidents that are not closed, each with the number of its last line: by it is seen what was written."""
        with self._store.reading() as connection:
            return read_heads(connection)
