"""The fields of a ticket that change, which of them a person edits, and how a value is kept in the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Field(StrEnum):
    """A column of a ticket."""

    KIND = "kind"
    CATEGORY = "category_id"
    SERVICE_CLASS = "service_class"
    PRIORITY = "priority"
    STATE = "state"
    UNIT = "unit_id"
    BUILDING = "building_id"
    PLACE = "place_id"
    TYPED_PLACE = "place"
    TEXT = "text"
    SOURCE = "source"
    ASSIGNEE = "assignee_id"
    TEAM = "team_id"
    WORKER = "worker_id"
    APPOINTMENT = "appointment"
    CHECKLIST = "checklist"
    COMPLAINT = "complaint"
    CLOSING = "closing"
    CLOSED_AT = "closed_at"
    REOPENED = "reopened"
    PARENT = "parent_id"
    SAY = "say"
    MERGED_INTO = "merged_into"
    WARRANTY = "warranty"


BY_HAND = frozenset(
    {
        Field.KIND,
        Field.CATEGORY,
        Field.SERVICE_CLASS,
        Field.PRIORITY,
        Field.UNIT,
        Field.BUILDING,
        Field.PLACE,
        Field.TYPED_PLACE,
        Field.TEXT,
        Field.SOURCE,
        Field.ASSIGNEE,
        Field.TEAM,
        Field.WORKER,
        Field.APPOINTMENT,
        Field.CHECKLIST,
        Field.WARRANTY,
    }
)
"""What a person edits directly; the rest follows from what is done with the ticket."""

Values = Mapping[Field, Any]


def kept(value: object) -> object:
    """A value as a document keeps it: times as text, the rest as it is."""
    return value.isoformat() if isinstance(value, date | datetime) else value


def pairs(before: Mapping[str, Any], changes: Values) -> dict[str, list[object]]:
    """What really changes, as {field: [before, after]}."""
    return {
        field.value: [kept(before[field.value]), kept(value)]
        for field, value in changes.items()
        if before[field.value] != value
    }
