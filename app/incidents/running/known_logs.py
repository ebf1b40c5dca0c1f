"""What was read of each incident before: a key reads only what somebody else wrote since."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row

from app.incidents.running.chain import first_broken
from app.incidents.running.log_rows import Standing, read_lines, read_plan_of, read_row
from app.incidents.running.progress import progress

_MOST_KNOWN = 16  # more than ever run at once


class KnownLogs:
    """A log only grows, so that what is known of it holds as long as its newest line is still the one that was read."""

    def __init__(self) -> None:
        self._known: dict[int, Standing] = {}

    def standing(self, connection: Connection, incident_id: int) -> Standing:
        """An incident as it stands in this transaction. Raises IncidentUnknown."""
        row = read_row(connection, incident_id)
        known = self._known.get(incident_id)
        standing = None if known is None else _grown(connection, known, row)
        standing = standing or read_whole(connection, row)
        self.keep(standing)
        return standing

    def keep(self, standing: Standing) -> None:
        """Know this one from now on; should its transaction be taken back, the next reading finds another end."""
        self._known.pop(standing.row.id, None)
        self._known[standing.row.id] = standing
        while len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]


def _grown(connection: Connection, known: Standing, row: Row[Any]) -> Standing | None:
    """What is known with the lines that came since; None where the log does not go on from there."""
    last = known.last_no
    if row.head_no == last and row.head == known.head:
        return replace(known, row=row)
    joint, *since = read_lines(connection, row.id, last) or (None,)
    if joint is None or joint[1] != known.head:
        return None
    return replace(known, row=row).with_lines([entry for entry, _ in since], row.head)


def read_whole(connection: Connection, row: Row[Any]) -> Standing:
    """An incident with every line, where nothing of it is known yet; its chain is gone through."""
    plan = read_plan_of(connection, row.plan_id)
    lines = read_lines(connection, row.id)
    entries = tuple(entry for entry, _ in lines)
    head = lines[-1][1] if lines else row.head
    return Standing(row, plan, entries, progress(plan, entries), head, first_broken(lines))
