"""An office as it prints: a call list with a private number, and a lift that stuck at 19:41."""

from datetime import datetime, timedelta
from pathlib import Path

from app.core.clock import SetClock
from app.incidents.contacts.contact_rule import ContactFacts
from app.incidents.running.asked import NewIncident, new_client_id
from tests.office_builder import OfficeBuilder

STUCK = datetime(2026, 11, 20, 19, 41)
MAINTAINER, MANAGER = "0571-5550180", "13900001234"


class PaperOffice(OfficeBuilder):
    def __init__(self, folder: Path, clock: SetClock) -> None:
        super().__init__(folder, clock)
        self.set_clock = clock
        contacts = self.office.contacts
        contacts.write(self.supervisor, "lift-maintainer", ContactFacts("台通电梯维保", MAINTAINER))
        contacts.write(self.supervisor, "manager", ContactFacts("赵予安", MANAGER, private=True))

    def stuck(self, *, is_drill: bool = False, place: str = "3 号楼 2 单元 2 号电梯") -> int:
        """Somebody rings from the car; the cashier starts the list."""
        self.set_clock.set(STUCK)
        asked = self.incident("lift-entrapment", place, is_drill=is_drill)
        return self.office.incidents.start(self.cashier, asked)

    def incident(self, code: str, place: str = "3 号楼", *, is_drill: bool = False) -> NewIncident:
        return NewIncident(new_client_id(), code, place, is_drill=is_drill)

    def wait(self, minutes: int) -> None:
        self.set_clock.set(self.set_clock.now() + timedelta(minutes=minutes))
