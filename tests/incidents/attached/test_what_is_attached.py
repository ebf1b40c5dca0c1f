"""People, losses and photos of an incident: taken down with a line of the log, hidden, and taken off without a gap."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from app.core.clock import SetClock
from app.core.money import Money
from app.incidents.attached import photos as of_photos
from app.incidents.attached.people import PersonTold
from app.incidents.attached.refusals import LossNegative, NobodyTold, NoLossTold, TooManyIncidentPhotos
from app.incidents.closing.closing import Closing
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.entry import EntryKind
from app.incidents.running.refusals import IncidentClosed
from app.incidents.words.lines import line_text
from app.store.folder import DataFolder
from app.tickets.files.picture import Picture, prepare_picture
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder


@pytest.fixture
def office(office_folder: DataFolder) -> OfficeBuilder:
    """A lift is stuck; the incident is number one."""
    built = OfficeBuilder(office_folder.path, SetClock(MORNING))
    built.office.incidents.start(built.cashier, NewIncident(new_client_id(), "lift-entrapment", "2 栋"))
    return built


def picture(shade: int) -> Picture:
    """A small picture of its own."""
    file = BytesIO()
    Image.new("RGB", (10, 10), (shade, 0, 0)).save(file, "PNG")
    return prepare_picture(file.getvalue(), f"{shade}.png")


def closed(office: OfficeBuilder) -> None:
    """The incident is over."""
    incidents = office.office.incidents
    reasons = {one.step.id: "误报" for one in incidents.view(1).progress.unsettled_critical}
    incidents.close(office.cashier, 1, Closing("误报", office.clock.now()), reasons)


def test_a_person_taken_off_leaves_neither_name_nor_telephone_and_every_truth_holds(office: OfficeBuilder) -> None:
    people = office.office.incident_people
    person = people.add(office.cashier, 1, PersonTold("周敏", "13800005678", condition="头晕"))
    people.take_off(office.cashier, person)
    assert people.of(1) == ()
    assert people.unmasked(office.cashier, 1) == ()
    assert office.breaches() == []


def test_a_loss_taken_off_is_counted_no_more_and_every_truth_holds(office: OfficeBuilder) -> None:
    losses = office.office.incident_losses
    loss = losses.add(office.cashier, 1, "轿厢门", Money(35000))
    losses.take_off(office.cashier, loss)
    assert losses.of(1) == ()
    assert office.breaches() == []


def test_what_was_taken_down_by_mistake_stays_with_a_line_that_corrects_it(office: OfficeBuilder) -> None:
    people, losses, incidents = office.office.incident_people, office.office.incident_losses, office.office.incidents
    person = people.add(office.cashier, 1, PersonTold("周敏", "13800005678"))
    loss = losses.add(office.cashier, 1, "轿厢门", Money(35000))
    before = incidents.log(1)
    people.take_off(office.cashier, person, "没有被困")
    losses.take_off(office.cashier, loss)
    people.take_off(office.cashier, person, "再按一次")
    added = incidents.log(1)[len(before) :]
    assert incidents.log(1)[: len(before)] == before
    assert [line_text(one, incidents.view(1).plan).zh for one in added] == [
        "第 2 条登记有误，已撤销：没有被困",
        "第 3 条登记有误，已撤销",
    ]
    assert office.breaches() == []


def test_a_mistake_that_is_seen_after_the_close_is_a_dated_addition(office: OfficeBuilder) -> None:
    loss = office.office.incident_losses.add(office.cashier, 1, "轿厢门")
    closed(office)
    office.office.incident_losses.take_off(office.cashier, loss, "早就坏了")
    last = office.office.incidents.log(1)[-1]
    assert last.kind is EntryKind.ADDED
    assert line_text(last, office.office.incidents.view(1).plan).zh == "第 2 条登记有误，已撤销：早就坏了"
    assert office.office.incident_losses.of(1) == ()
    assert office.breaches() == []


def test_nobody_and_nothing_are_refused(office: OfficeBuilder) -> None:
    with pytest.raises(NobodyTold):
        office.office.incident_people.add(office.cashier, 1, PersonTold("  ", "13800005678"))
    with pytest.raises(NoLossTold):
        office.office.incident_losses.add(office.cashier, 1, " ")
    with pytest.raises(LossNegative):
        office.office.incident_losses.add(office.cashier, 1, "门", Money(-1))


def test_a_loss_may_come_to_light_after_the_close_a_person_may_not(office: OfficeBuilder) -> None:
    closed(office)
    office.office.incident_losses.add(office.cashier, 1, "地板")
    with pytest.raises(IncidentClosed):
        office.office.incident_people.add(office.cashier, 1, PersonTold("周敏"))
    assert office.office.incident_people.of(1) == ()
    assert office.breaches() == []


def test_a_photo_too_many_is_refused_and_leaves_no_line(office: OfficeBuilder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(of_photos, "MOST_PHOTOS", 1)
    photos = office.office.incident_photos
    photos.add(office.cashier, 1, picture(1))
    with pytest.raises(TooManyIncidentPhotos):
        photos.add(office.cashier, 1, picture(2))
    lines = [entry for entry in office.office.incidents.log(1) if entry.kind is EntryKind.PHOTO]
    assert [line.text for line in lines] == ["1.png"]
    assert photos.open(office.cashier, photos.of(1)[0].id).startswith(b"\x89PNG")
    assert office.breaches() == []
