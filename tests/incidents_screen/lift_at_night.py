"""An office at night: the contacts are written, and a lift with two people in it has been running for twelve minutes."""

from __future__ import annotations

from datetime import datetime

from app.incidents.contacts.contact_rule import ContactFacts
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.view import IncidentView
from tests.office_builder import OfficeBuilder

STARTED, NOW = datetime(2026, 11, 20, 19, 41), datetime(2026, 11, 20, 19, 53)
MAINTAINER, SECOND = "0571-55500147", "13900005162"
_ANSWERS = {
    "which-lift": {"lift": "东梯", "floor": "7"},
    "how-many": {"people": "2", "condition": "well", "shaft": "clear"},
    "calm": {},
}


class LiftAtNight:
    """`id` is the incident that runs."""

    def __init__(self, office: OfficeBuilder) -> None:
        self.office = office
        self.id = 0

    def build(self) -> LiftAtNight:
        """Everything as it is at 19:53: three steps done, the maintainer is to be called."""
        clock = self.office.clock
        clock.set(datetime(2026, 11, 20, 9))
        self.office.unit("2-1-701", "周敏")
        self.contacts()
        clock.set(STARTED)
        self.id = self.start("lift-entrapment", "2 栋 1 单元 东梯")
        for minute, (step, answers) in enumerate(_ANSWERS.items(), 42):
            clock.set(STARTED.replace(minute=minute))
            self.office.office.incidents.tick(self.office.cashier, self.id, step, answers)
        clock.set(NOW)
        return self

    def contacts(self) -> None:
        """Two parties have numbers, one of them a second one; the others have none."""
        written = self.office.office.contacts
        both = ContactFacts("安捷电梯维保", MAINTAINER, "刘师傅", SECOND)
        written.write(self.office.supervisor, "lift-maintainer", both)
        written.write(self.office.supervisor, "guard-leader", ContactFacts("陈队长", "13700001234", private=True))

    def start(self, code: str, place: str, *, drill: bool = False) -> int:
        """Another incident."""
        asked = NewIncident(new_client_id(), code, place, is_drill=drill)
        return self.office.office.incidents.start(self.office.cashier, asked)

    def view(self, incident_id: int | None = None) -> IncidentView:
        """As it is now."""
        return self.office.office.incidents.view(incident_id or self.id)
