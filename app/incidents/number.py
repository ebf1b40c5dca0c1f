"""The number of an incident as it is spoken and written on its report."""

from __future__ import annotations

from datetime import date


def incident_number(day: date, serial: int, *, is_drill: bool) -> str:
    """`突261120-01`, a drill `练261120-02`: the day and the running number of that day."""
    return f"{'练' if is_drill else '突'}{day:%y%m%d}-{serial:02d}"
