"""Whatever is altered in the file with another program is found: every column of every table of an incident."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Table, select

from app.access import audit
from app.core.money import Money
from app.incidents.attached.people import PersonTold
from app.incidents.plans.plan import Severity
from app.incidents.running.asked import Where
from app.incidents.tables import (
    incident,
    incident_entry,
    incident_loss,
    incident_person,
    incident_photo,
    incident_plan,
    incident_ticket,
)
from app.incidents.truths import TRUTHS
from app.store.columns import Facts, MoneyColumn
from app.store.truths import check_truths
from app.tickets.entry.new_ticket import NewTicket
from tests.incidents.working.incident_office import IncidentOffice

UNTOLD = {  # keys by which nothing is told
    "incident_person": {"id"},
    "incident_loss": {"id"},
    "incident_ticket": {"id"},
    "incident_photo": {"id"},
    "incident_entry": {"id"},
    "incident": {"id"},
}
ALTERED = [
    (table, column)
    for table in (incident, incident_entry, incident_photo, incident_ticket, incident_person, incident_loss)
    for column in table.c
    if column.name not in UNTOLD[table.name]
]


def broken(desk: IncidentOffice) -> list[str]:
    """What of the truths of incidents does not hold; the many others of the office are checked elsewhere."""
    with desk.office.store.reading() as connection:
        return [finding.truth for finding in check_truths(connection, TRUTHS) if finding.breaches]


def a_photo(desk: IncidentOffice) -> Any:
    file = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "JPEG")
    return desk.office.photos.read_bytes(file.getvalue(), "现场.jpg")


@pytest.fixture
def full(desk: IncidentOffice) -> IncidentOffice:
    """Two incidents of which nearly everything can be told."""
    unit, by = desk.builder.unit("3-2-501"), desk.cashier
    desk.started("fire")
    number = desk.started(reporter="住户", unit_id=unit, minutes_ago=5)
    desk.ticks(number, "which-lift", "how-many")
    desk.incidents.change_severity(by, number, Severity.NORMAL)
    desk.incidents.name_place(by, number, Where("3 栋", unit_id=unit))
    desk.incidents.raise_ticket(by, number, NewTicket("form", "更换门机", place="3 栋"))
    desk.office.incident_photos.add(by, number, a_photo(desk))
    desk.office.incident_people.add(by, number, PersonTold("张建国", "13800005678", unit, "头晕"))
    desk.office.incident_losses.add(by, number, "门机", Money(1_200_00), unit)
    desk.office.incident_people.take_off(by, desk.office.incident_people.add(by, number, PersonTold("错人")), "记错了")
    desk.office.incident_losses.take_off(by, desk.office.incident_losses.add(by, number, "地板"))
    desk.closes(number)
    desk.incidents.review(desk.supervisor, number, {"well": "对讲及时"})
    assert broken(desk) == []
    return desk


@pytest.mark.parametrize(("table", "column"), ALTERED, ids=lambda one: one.name)
def test_i29_every_altered_column_is_found(full: IncidentOffice, table: Table, column: Column[Any]) -> None:
    for row in list(_rows(full, table))[-3:]:
        with full.office.store.transaction() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            full.alter(table, row.id, **{column.name: _other(column, getattr(row, column.name))})
            assert broken(full), f"{table.name}.{column.name} of {row.id}"
            full.alter(table, row.id, **{column.name: getattr(row, column.name)})
    assert broken(full) == []


def test_i29_a_line_that_is_gone_or_added_is_found(full: IncidentOffice) -> None:
    rows = list(_rows(full, incident_entry))
    for row in rows:
        with full.office.store.transaction() as connection:
            connection.execute(incident_entry.delete().where(incident_entry.c.id == row.id))
            assert broken(full), row.no
            connection.execute(incident_entry.insert().values(row._asdict()))
    assert broken(full) == []


@pytest.mark.parametrize("table", [incident_person, incident_loss], ids=lambda one: one.name)
def test_i29_a_person_or_a_loss_whose_row_is_gone_is_found(full: IncidentOffice, table: Table) -> None:
    for row in list(_rows(full, table)):
        with full.office.store.transaction() as connection:
            connection.execute(table.delete().where(table.c.id == row.id))
            assert broken(full), row.id
            connection.execute(table.insert().values(row._asdict()))
    assert broken(full) == []


def test_whoever_is_forgotten_for_good_is_so_by_an_act_of_the_audit_trail(full: IncidentOffice) -> None:
    (row, _) = _rows(full, incident_person)
    at, by = full.clock.now(), full.supervisor
    gone = {"name": "", "phone": "", "taken_off_at": at, "taken_off_by": by.id}
    full.alter(incident_person, row.id, **gone)
    assert broken(full) == ["whoever or whatever was taken off an incident is so by a line of its log"]
    with full.office.store.transaction() as connection:
        audit.record(connection, "forget_person", "1", {}, at, by.id)
    assert broken(full) == []


def test_i8_a_plan_altered_under_an_incident_is_found(full: IncidentOffice) -> None:
    (row,) = [row for row in _rows(full, incident_plan) if row.code == "lift-entrapment"]
    for name, value in (("text", row.text.replace("撬门", "开门")), ("version", 2)):
        full.alter(incident_plan, row.id, **{name: value})
        assert broken(full), name
        full.alter(incident_plan, row.id, **{name: getattr(row, name)})


def _rows(desk: IncidentOffice, table: Table) -> Iterator[Any]:
    with desk.office.store.reading() as connection:
        yield from connection.execute(select(table).order_by(table.c.id)).all()


def _other(column: Column[Any], value: Any) -> Any:
    if column.foreign_keys:
        return 1 if value != 1 else 2
    return _OTHERS[type(column.type)](value)


_OTHERS: dict[type, Callable[[Any], Any]] = {
    Boolean: lambda value: not value,
    Integer: lambda value: (value or 0) + 1_000,
    DateTime: lambda value: datetime(2026, 11, 20, 19, 40, 59) if value is None else value.replace(year=2025),
    Date: lambda value: date(2026, 12, 24) if value != date(2026, 12, 24) else date(2026, 12, 25),
    LargeBinary: lambda value: value[:-1] + bytes([value[-1] ^ 1]),
    Facts: lambda value: {**(value or {}), "other": 1},
    MoneyColumn: lambda value: (value or Money(0)) + Money(1),
}


def _text(value: Any) -> str:
    return "written" if value == "noted" else "noted"


for _kind in {type(column.type) for _, column in ALTERED} - set(_OTHERS):
    _OTHERS[_kind] = _text


def test_i29_a_log_that_somebody_altered_says_so_when_it_is_opened(full: IncidentOffice) -> None:
    altered = next(row for row in _rows(full, incident_entry) if row.incident_id == 2 and row.no == 3)
    assert full.incidents.view(2).broken_at is None
    full.alter(incident_entry, altered.id, text="另一句话")
    again = full.again()
    assert again.incidents.view(2).broken_at == 3
    assert again.incidents.view(1).broken_at is None
    again.incidents.add(again.cashier, 2, "仍可补记")
    assert again.incidents.view(2).broken_at == 3
