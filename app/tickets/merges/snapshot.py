"""A ticket as a document from which it is restored exactly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.tickets.fields import Field, kept
from app.tickets.writing import TicketRow

_TIMES = frozenset({Field.APPOINTMENT.value, Field.CLOSED_AT.value})


def ticket_facts(row: TicketRow) -> dict[str, object]:
    """Every column that can change."""
    return {field.value: kept(row[field.value]) for field in Field}


def columns_of(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The columns that a document says."""
    return {
        name: datetime.fromisoformat(value) if name in _TIMES and value is not None else value
        for name, value in facts.items()
    }
