"""A tick that was shown and is gone from the file is said when the window opens."""

from __future__ import annotations

from sqlalchemy import delete, update

from app.incidents.running.asked import NewIncident
from app.incidents.tables import incident, incident_entry
from tests.incidents_screen.real_window import Open
from tests.office_builder import OfficeBuilder


def test_i10_the_window_says_which_incident_lost_lines(office: OfficeBuilder, open_window: Open) -> None:
    work = office.office.incidents
    number = work.start(office.cashier, NewIncident("night", "lift-entrapment", "3栋"))
    work.note(office.cashier, number, "门岗到了")
    first, label = work.standing(number), work.view(number).number
    with office.office.store.transaction() as connection:
        connection.execute(delete(incident_entry).where(incident_entry.c.no > 1))
        of_first = incident_entry.select().where(incident_entry.c.incident_id == first.row.id)
        head = connection.execute(of_first).one().fingerprint
        connection.execute(update(incident).values(head_no=1, head=head))
    real = open_window()
    assert real.window.status.message.startswith(f"Lines of {label} were saved")
