"""The number of a ticket as it is spoken on the telephone."""

from __future__ import annotations

from datetime import date


def ticket_number(day: date, serial: int) -> str:
    """`261120-003`: the day and the running number of that day."""
    return f"{day:%y%m%d}-{serial:03d}"
