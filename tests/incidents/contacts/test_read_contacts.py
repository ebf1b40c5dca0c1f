"""Which number is called for a party, and which party is called at all."""

from datetime import date, datetime, timedelta

from sqlalchemy import update

from app.incidents.contacts.read_contacts import contacts_to_call, read_contacts
from app.incidents.tables import plan_contact
from app.store.rows import insert_row
from app.store.store import Store
from tests.conftest import MORNING


def written(store: Store, key: str, number: str, *, retired_at: datetime | None = None, name: str = "王工") -> int:
    with store.transaction() as connection:
        return insert_row(
            connection,
            plan_contact,
            key=key,
            name=name,
            number=number,
            deputy="",
            deputy_number="",
            private=False,
            position=1,
            confirmed_on=date(2026, 11, 1),
            confirmed_by=None,
            retired_at=retired_at,
            at=MORNING,
            by=None,
        )


def test_i16_the_order_is_the_plans_and_119_120_and_110_never_lack(store: Store) -> None:
    written(store, "manager", "0571-55550001")
    with store.reading() as connection:
        called = contacts_to_call(connection, ["lift-maintainer", "119", "manager"])
    assert [one.key for one in called] == ["lift-maintainer", "119", "manager", "120", "110"]
    assert [one.to_call for one in called] == ["", "119", "0571-55550001", "120", "110"]


def test_a_usual_number_is_proposed_and_counts_as_missing_until_the_office_wrote_it(store: Store) -> None:
    with store.reading() as connection:
        power = read_contacts(connection)["power-company"]
    assert (power.number, power.proposed, power.to_call, power.is_missing) == ("", "95598", "95598", True)


def test_no_row_changes_the_numbers_of_the_country(store: Store) -> None:
    written(store, "119", "12345")
    with store.reading() as connection:
        assert read_contacts(connection)["119"].to_call == "119"


def test_a_contact_that_was_removed_is_still_there_for_an_incident_that_ran(store: Store) -> None:
    written(store, "lift-maintainer", "0571-55550002", retired_at=MORNING)
    with store.reading() as connection:
        running = contacts_to_call(connection, ["lift-maintainer"], since=MORNING - timedelta(hours=1))[0]
        later = contacts_to_call(connection, ["lift-maintainer"], since=MORNING + timedelta(hours=1))[0]
    assert (running.number, running.retired) == ("0571-55550002", True)
    assert (later.number, later.retired) == ("", False)


def test_a_changed_number_serves_a_running_incident_at_once(store: Store) -> None:
    old = written(store, "manager", "0571-55550001")
    with store.transaction() as connection:
        connection.execute(update(plan_contact).where(plan_contact.c.id == old).values(retired_at=MORNING))
    written(store, "manager", "0571-55550009")
    with store.reading() as connection:
        assert (
            contacts_to_call(connection, ["manager"], since=MORNING - timedelta(hours=1))[0].number == "0571-55550009"
        )


def test_a_party_that_the_office_added_stands_after_those_of_the_program(store: Store) -> None:
    written(store, "own-1", "0571-55550003", name="隔壁小区监控室")
    with store.reading() as connection:
        last = list(read_contacts(connection).values())[-1]
    assert (last.key, last.title.zh) == ("own-1", "隔壁小区监控室")


def test_i16_a_number_is_stale_on_the_ninety_first_day(store: Store) -> None:
    written(store, "manager", "0571-55550001")
    with store.reading() as connection:
        manager = read_contacts(connection)["manager"]
    assert not manager.is_stale(date(2026, 11, 1) + timedelta(days=90))
    assert manager.is_stale(date(2026, 11, 1) + timedelta(days=91))
