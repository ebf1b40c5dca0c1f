"""An office whose people are known to the test: every number and name of a resident, wherever it was written down."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from app.core.clock import SetClock
from app.demo.build import build_demo
from app.demo.plan import DemoPlan
from app.estate.tables import occupancy, person, phone
from app.incidents.attached.people import PersonTold
from app.incidents.running.asked import NewIncident
from app.incidents.tables import incident_person
from app.office import Office
from app.store.store import Store
from app.tickets.entry.new_ticket import Caller, NewTicket, new_client_id
from app.tickets.kinds import TicketKind
from app.tickets.tables import ticket_reporter
from tests.conftest import MORNING

LEAST_NUMBER = 7
_STRANGER, _TRAPPED = "13755550199", "13655550177"


def build_known_people(folder: Path) -> None:
    """A demo estate in which besides a stranger reported something, and somebody is trapped."""
    build_demo(folder, DemoPlan(units=24, months=3, seed=7, now=MORNING), lambda _done, _whole: None)
    office = Office.open(folder, SetClock(MORNING))
    by = office.demo_actor()
    told = Caller(name="过路人", phone=_STRANGER)
    office.tickets.report(
        by, NewTicket(client_id=new_client_id(), kind=TicketKind.ENQUIRY, text="门口积水", place="南门", caller=told)
    )
    lift = office.incidents.start(by, NewIncident(new_client_id(), "lift-entrapment", "3 幢 2 单元"))
    office.incident_people.add(by, lift, PersonTold("周敏", _TRAPPED, condition="头晕"))
    office.close()


def numbers_of(store: Store) -> set[str]:
    """Every telephone of a resident or of whoever reported something."""
    with store.reading() as connection:
        kept = (phone.c.number, ticket_reporter.c.phone, incident_person.c.phone)
        found = [connection.execute(select(one)).scalars().all() for one in kept]
    return {number for numbers in found for number in numbers if len(number) >= LEAST_NUMBER}


def resident_number(store: Store) -> str:
    """The telephone of somebody who lives there."""
    asked = select(phone.c.number).join(occupancy, occupancy.c.person_id == phone.c.person_id)
    with store.reading() as connection:
        return connection.execute(asked.where(occupancy.c.until.is_(None))).scalars().first() or ""


def names_of(store: Store) -> set[str]:
    """Everybody of the register."""
    with store.reading() as connection:
        return set(connection.execute(select(person.c.name)).scalars())


def spellings(word: str) -> tuple[bytes, ...]:
    """The bytes of a word as files hold it."""
    as_json = word.encode("unicode_escape")
    return (word.encode(), word.encode("utf-16-le"), word.encode("gb18030"), as_json)
