"""The call list as the office keeps it."""

from datetime import timedelta

import pytest

from app.access.refusals import NotPermitted
from app.incidents.contacts.contact import Contact
from app.incidents.contacts.contact_rule import ContactFacts
from app.incidents.contacts.refusals import (
    CallNumberUnreadable,
    ContactChangedMeanwhile,
    ContactIsFixed,
    ContactNeedsName,
    ContactNeedsNumber,
    ContactUnwritten,
)
from tests.office_builder import OfficeBuilder

MAINTAINER = ContactFacts("台通电梯维保", "0571-5550180", "夜间值班", "0571-5550181")


def contact(house: OfficeBuilder, key: str) -> Contact:
    return next(line.contact for line in house.office.contacts.lines() if line.contact.key == key)


def test_missing_numbers_stand_first_those_of_most_plans_before_the_others(house: OfficeBuilder) -> None:
    lines = house.office.contacts.lines()
    urgent = [line for line in lines if line.is_urgent]
    assert list(lines[: len(urgent)]) == urgent
    assert [len(line.plans) for line in urgent] == sorted((len(line.plans) for line in urgent), reverse=True)
    assert urgent[0].contact.key == "manager"
    assert [line.contact.key for line in lines[-3:]] == ["119", "120", "110"]


def test_a_written_number_is_no_longer_missing_and_counts_as_never_tried(house: OfficeBuilder) -> None:
    before = house.office.contacts.counts()
    house.office.contacts.write(house.supervisor, "lift-maintainer", MAINTAINER)
    after = house.office.contacts.counts()
    assert (after.missing, after.stale) == (before.missing - 1, before.stale + 1)


def test_i16_a_number_that_was_tried_is_stale_again_after_ninety_days(house: OfficeBuilder) -> None:
    house.office.contacts.write(house.supervisor, "lift-maintainer", MAINTAINER)
    house.office.contacts.confirm(house.supervisor, "lift-maintainer")
    assert house.office.contacts.counts().stale == 0
    house.clock.set(house.clock.now() + timedelta(days=91))
    assert house.office.contacts.counts().stale == 1


def test_one_key_takes_the_usual_number_over_as_tried(house: OfficeBuilder) -> None:
    house.office.contacts.confirm(house.supervisor, "power-company")
    power = contact(house, "power-company")
    assert (power.number, power.confirmed_on) == ("95598", house.clock.now().date())


def test_another_number_has_to_be_tried_anew_another_name_has_not(house: OfficeBuilder) -> None:
    contacts, by = house.office.contacts, house.supervisor
    row = contacts.write(by, "lift-maintainer", MAINTAINER)
    contacts.confirm(by, "lift-maintainer")
    row = contacts.write(
        by, "lift-maintainer", ContactFacts("新维保", "0571-5550180", "值班", "0571-5550181"), seen=row
    )
    assert contact(house, "lift-maintainer").confirmed_on == house.clock.now().date()
    contacts.write(by, "lift-maintainer", ContactFacts("新维保", "0571-5550190"), seen=row)
    assert contact(house, "lift-maintainer").confirmed_on is None


def test_two_people_do_not_write_over_each_other(house: OfficeBuilder) -> None:
    contacts, by = house.office.contacts, house.supervisor
    seen = contacts.write(by, "manager", ContactFacts("周可", "13800001111", private=True))
    contacts.write(by, "manager", ContactFacts("周可", "13800002222", private=True), seen=seen)
    with pytest.raises(ContactChangedMeanwhile):
        contacts.write(by, "manager", ContactFacts("周可", "13800003333"), seen=seen)
    assert contact(house, "manager").number == "13800002222"
    assert contact(house, "manager").private


def test_a_contact_removed_while_an_incident_runs_is_still_to_be_called_there(house: OfficeBuilder) -> None:
    contacts, by = house.office.contacts, house.supervisor
    contacts.write(by, "lift-maintainer", MAINTAINER)
    began = house.clock.now()
    house.clock.set(began + timedelta(minutes=5))
    contacts.take_off(by, "lift-maintainer")
    running = contacts.to_call(["lift-maintainer"], since=began)[0]
    assert (running.to_call, running.deputy_number, running.retired) == ("0571-5550180", "0571-5550181", True)
    assert contact(house, "lift-maintainer").is_missing


def test_a_party_of_the_offices_own_comes_with_its_name(house: OfficeBuilder) -> None:
    key = house.office.contacts.add(house.supervisor, ContactFacts("隔壁小区监控室", "8001"))
    again = house.office.contacts.add(house.supervisor, ContactFacts("社区警务室", "0571-5550110"))
    assert (contact(house, key).title.zh, contact(house, again).number) == ("隔壁小区监控室", "0571-5550110")
    with pytest.raises(ContactNeedsName):
        house.office.contacts.add(house.supervisor, ContactFacts(" ", "8001"))


@pytest.mark.parametrize("key", ["110", "119", "120"])
def test_the_numbers_of_the_country_cannot_be_changed(house: OfficeBuilder, key: str) -> None:
    contacts, by = house.office.contacts, house.supervisor
    with pytest.raises(ContactIsFixed):
        contacts.write(by, key, ContactFacts("", "12345"))
    with pytest.raises(ContactIsFixed):
        contacts.confirm(by, key)
    with pytest.raises(ContactIsFixed):
        contacts.take_off(by, key)


def test_what_is_no_number_is_refused(house: OfficeBuilder) -> None:
    contacts, by = house.office.contacts, house.supervisor
    with pytest.raises(CallNumberUnreadable):
        contacts.write(by, "manager", ContactFacts("周可", "问门卫"))
    with pytest.raises(ContactNeedsNumber):
        contacts.write(by, "manager", ContactFacts("周可", " "))
    with pytest.raises(ContactUnwritten):
        contacts.confirm(by, "manager")
    with pytest.raises(ContactUnwritten):
        contacts.take_off(by, "power-company")


def test_only_who_keeps_the_plans_writes_numbers(house: OfficeBuilder) -> None:
    contacts, by = house.office.contacts, house.cashier
    for act in (
        lambda: contacts.write(by, "manager", ContactFacts("周可", "13800001111")),
        lambda: contacts.add(by, ContactFacts("监控室", "8001")),
        lambda: contacts.confirm(by, "power-company"),
        lambda: contacts.take_off(by, "manager"),
    ):
        with pytest.raises(NotPermitted):
            act()
