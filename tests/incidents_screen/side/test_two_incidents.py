"""Two incidents at once: what is typed or dialled for one never lands in the log of the other."""

import pytest

from app.incidents.running.entry import EntryKind
from tests.incidents_screen.lift_at_night import LiftAtNight
from tests.incidents_screen.night import OpenNight
from tests.incidents_screen.night_desk import NightDesk
from tests.office_builder import OfficeBuilder


@pytest.fixture
def two(office: OfficeBuilder, desks: OpenNight) -> NightDesk:
    """A power cut runs beside the lift, and the lift is shown."""
    LiftAtNight(office).start("power-cut", "3 栋")
    desk: NightDesk = desks(office)
    desk.page.begin(1)
    desk.page.focus_search()
    return desk


def written(desk: NightDesk, incident_id: int, kind: EntryKind) -> list[str]:
    """The texts of the lines of a kind."""
    return [entry.text for entry in desk.office.office.incidents.log(incident_id) if entry.kind is kind]


def test_i19_what_is_half_written_waits_in_its_own_incident(two: NightDesk) -> None:
    two.press("Alt+T")
    two.keys.type("lift door")
    two.press("F6", "Alt+T")
    assert two.box.field.text() == ""
    two.keys.type("dark stairs")
    two.press("Return", "F6", "Alt+T")
    assert two.box.field.text() == "lift door"
    two.press("Return")
    assert written(two, 1, EntryKind.WRITTEN) == ["lift door"]
    assert written(two, 2, EntryKind.WRITTEN) == ["dark stairs"]


def test_i19_a_result_never_goes_to_the_other_incident(two: NightDesk) -> None:
    two.press("Alt+C", "F6")
    assert not two.phones.results.isVisible()
    assert written(two, 2, EntryKind.CALLED) == []
    two.press("F6", "Alt+C", "1")
    assert len(written(two, 1, EntryKind.CALLED)) == 1


def test_i19_each_incident_calls_its_own_parties(two: NightDesk) -> None:
    lift = two.phones.party.text()
    two.press("F6")
    assert two.phones.party.text() != lift
