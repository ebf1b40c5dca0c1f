"""Values that a person gives a field: known, offered, and of the right kind, as they are then stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection

from app.tickets.catalogue.category_rows import offered_category
from app.tickets.catalogue.crew import offered_worker
from app.tickets.entry.new_row import building_of
from app.tickets.field_checks import check_assignee, check_team
from app.tickets.fields import BY_HAND, Field, Values
from app.tickets.kinds import Priority, ServiceClass, Source, TicketKind
from app.tickets.refusals import FieldNotChanged, NothingReported, ValueUnusable, WhereMissing
from app.tickets.texts import tidy
from app.tickets.writing import TicketRow

_NAMES: Mapping[Field, type[StrEnum]] = {
    Field.KIND: TicketKind,
    Field.SERVICE_CLASS: ServiceClass,
    Field.PRIORITY: Priority,
    Field.SOURCE: Source,
}
_TEXTS = frozenset({Field.TEXT, Field.TYPED_PLACE})
_WHERE = frozenset({Field.UNIT, Field.PLACE, Field.BUILDING, Field.TYPED_PLACE})


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """One point of a checklist."""

    text: str
    done: bool = False


def usable(connection: Connection, row: TicketRow, values: Values, today: date) -> dict[Field, Any]:
    """The values as they are stored, without those that the ticket has already.

    Raises FieldNotChanged, ValueUnusable, CategoryNotOffered, TeamGone, AssigneeGone, WorkerLeft, UnitUnknown,
    PlaceUnknown, WhereMissing, NothingReported, TicketTextTooLong.
    """
    found: dict[Field, Any] = {}
    for field, value in values.items():
        if field not in BY_HAND:
            raise FieldNotChanged(field)
        stored = _stored(field, value)
        if stored != row[field.value]:
            _check(connection, field, stored, today)
            found[field] = stored
    new = {**row, **{field.value: value for field, value in found.items()}}
    if found.keys() & {Field.UNIT, Field.PLACE}:
        found[Field.BUILDING] = building_of(connection, new["unit_id"], new["place_id"]) or new["building_id"]
    if not new["text"] and new["category_id"] is None:
        raise NothingReported
    somewhere = new["place"] or any(new[field.value] is not None for field in _WHERE - {Field.TYPED_PLACE})
    if new["kind"] == TicketKind.REPAIR.value and not somewhere:
        raise WhereMissing
    return found


def _stored(field: Field, value: object) -> object:
    if field in _NAMES:
        return _named(field, value)
    if field in _TEXTS:
        return tidy(_typed(field, value, str))
    if field is Field.CHECKLIST:
        return _points(value)
    if field is Field.WARRANTY:
        return _typed(field, value, bool)
    if value is None:
        return None
    return _typed(field, value, datetime if field is Field.APPOINTMENT else int)


def _named(field: Field, value: object) -> str:
    try:
        return _NAMES[field](str(value)).value
    except ValueError as unknown:
        raise ValueUnusable(field) from unknown


def _typed(field: Field, value: object, kind: type[Any]) -> Any:
    if not isinstance(value, kind):
        raise ValueUnusable(field)
    return value


def _points(value: object) -> list[dict[str, object]]:
    if not isinstance(value, list | tuple) or not all(isinstance(point, CheckPoint) for point in value):
        raise ValueUnusable(Field.CHECKLIST)
    return [{"text": tidy(point.text), "done": point.done} for point in value]


def _check(connection: Connection, field: Field, value: Any, today: date) -> None:
    checks: dict[Field, Callable[[], object]] = {
        Field.CATEGORY: lambda: offered_category(connection, value),
        Field.TEAM: lambda: check_team(connection, value),
        Field.ASSIGNEE: lambda: check_assignee(connection, value),
        Field.WORKER: lambda: offered_worker(connection, value, today),
    }
    if value is not None and field in checks:
        checks[field]()
