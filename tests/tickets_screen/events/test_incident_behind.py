"""A mass event and the incident behind it, by one key; the log of the incident names the event."""

from __future__ import annotations

from app.incidents.running.asked import NewIncident, new_client_id
from tests.tickets_screen.desk import Desk
from tests.tickets_screen.events.test_events import EVENT, House, calls, house, make_event

__all__ = ["calls", "house"]


def begin(house: House, code: str, *, drill: bool = False) -> int:
    office = house.office
    building = office.office.estate.unit_page(house.homes[0]).building_id
    asked = NewIncident(new_client_id(), code, "3栋", building, is_drill=drill)
    return office.office.incidents.start(office.cashier, asked)


def test_an_event_is_put_to_the_incident_that_runs_in_its_building(
    panels: Desk, house: House, calls: list[int]
) -> None:
    assert calls
    incident_id = begin(house, "water-cut")
    panels.press("F5")
    event = make_event(panels)
    with panels.keys.when_asked("Ctrl+I"):
        panels.press(EVENT)
    assert house.office.office.incidents.of_ticket(event) == incident_id
    assert [one.ticket_id for one in house.office.office.incidents.tickets(incident_id)] == [event]


def test_from_then_on_the_same_key_leads_to_the_incident(panels: Desk, house: House, calls: list[int]) -> None:
    assert calls
    incident_id = begin(house, "water-cut")
    panels.press("F5")
    event = make_event(panels)
    house.office.office.incidents.link_ticket(house.office.cashier, incident_id, event)
    taken: list[object] = []
    panels.window.context.ways.taken.connect(lambda tab, what: taken.append((tab, what)))
    with panels.keys.when_asked("Ctrl+I"):
        panels.press(EVENT)
    assert taken == [("incidents", incident_id)]


def test_a_drill_is_behind_no_event(panels: Desk, house: House, calls: list[int]) -> None:
    assert calls
    incident_id = begin(house, "water-cut", drill=True)
    panels.press("F5")
    make_event(panels)
    with panels.keys.when_asked("Ctrl+I", "Esc"):
        panels.press(EVENT)
    assert house.office.office.incidents.tickets(incident_id) == ()
