"""An office in which something happens: every word is a real use case, the clock goes on by itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, update

from app.access.actor import Actor
from app.core.clock import SetClock
from app.incidents.closing.closing import Closing
from app.incidents.plans.plan import AskKind, Step
from app.incidents.running.asked import NewIncident, Written, new_client_id
from app.incidents.running.entry import Entry, EntryKind
from app.incidents.running.incidents import Incidents
from app.incidents.running.progress import StepState
from app.office import Office
from app.store.folder import DataFolder
from tests.office_builder import OfficeBuilder

_ANSWERS = {AskKind.NUMBER: "2", AskKind.TIME: "19:45", AskKind.PERSON: "陈队长", AskKind.TEXT: "东梯"}


def any_answers(step: Step) -> dict[str, str]:
    """Of a choice the first, else something of its kind."""
    return {ask.id: ask.options[0].id if ask.options else _ANSWERS[ask.kind] for ask in step.asks}


class IncidentOffice:
    """The office at night, with a cashier and a supervisor; `again` opens it after it was closed."""

    def __init__(self, folder: DataFolder, clock: SetClock) -> None:
        self.folder, self.clock = folder, clock
        self._open()

    def _open(self) -> None:
        self.builder = OfficeBuilder(self.folder.path, self.clock)
        self.office: Office = self.builder.office
        self.cashier: Actor = self.builder.cashier
        self.supervisor: Actor = self.builder.supervisor

    @property
    def incidents(self) -> Incidents:
        return self.office.incidents

    def again(self) -> IncidentOffice:
        self.office.close()
        self._open()
        return self

    def started(self, code: str = "lift-entrapment", place: str = "3 栋东梯", **facts: Any) -> int:
        return self.incidents.start(self.cashier, NewIncident(new_client_id(), code, place, **facts))

    def ticks(self, incident_id: int, *steps: str) -> Written:
        """Tick these, or the one that is next, with any answers."""
        written = Written((), self.incidents.standing(incident_id).progress)
        for step in steps or (self.next(incident_id),):
            self.clock.advance(seconds=20)
            found = written.progress.step(step).step
            written = self.incidents.tick(self.cashier, incident_id, step, any_answers(found))
        return written

    def next(self, incident_id: int) -> str:
        current = self.incidents.standing(incident_id).progress.current
        assert current is not None
        return current.step.id

    def closes(self, incident_id: int, result: str = "两人救出") -> Written:
        """Close with a reason for every critical step that is still open."""
        self.clock.advance(seconds=20)
        left = self.incidents.standing(incident_id).progress.unsettled_critical
        reasons = {one.step.id: "由救援人员完成" for one in left}
        return self.incidents.close(self.cashier, incident_id, Closing(result, self.clock.now()), reasons)

    def kinds(self, incident_id: int) -> list[EntryKind]:
        return [entry.kind for entry in self.log(incident_id)]

    def log(self, incident_id: int) -> tuple[Entry, ...]:
        return self.incidents.log(incident_id)

    def last(self, incident_id: int) -> Entry:
        return self.log(incident_id)[-1]

    def state(self, incident_id: int, step: str) -> StepState:
        return self.incidents.standing(incident_id).progress.step(step).state

    def breaches(self) -> list[str]:
        return [finding.truth for finding in self.office.verify() if finding.breaches]

    def alter(self, table: Table, row_id: int, **values: Any) -> None:
        """What somebody does who opens the file with another program."""
        with self.office.store.transaction() as connection:
            connection.execute(update(table).where(table.c.id == row_id).values(**values))
