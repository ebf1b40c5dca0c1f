"""Hand-overs as rows; nothing of one is edited but that the taker signs it once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from app.access.tables import user
from app.duty.log.handover_facts import Handover, Leftover, leftover_of
from app.duty.log.kinds import EntryKind
from app.duty.tables import duty_entry, duty_handover
from app.store.rows import insert_row

H = duty_handover.c


def add_handover(
    connection: Connection,
    names: tuple[str, str],
    left: Sequence[Leftover],
    things: Sequence[str],
    words: str,
    **stamp: object,
) -> int:
    """Write one, signed by its giver; its id."""
    kept = {"left": [one.facts() for one in left], "things": list(things)}
    giver, taker = names
    return insert_row(connection, duty_handover, giver=giver, taker=taker, left_over=kept, words=words, **stamp)


def read_handovers(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> tuple[Handover, ...]:
    """Hand-overs, the newest first."""
    asked = select(duty_handover).where(*conditions).order_by(H.at.desc(), H.id.desc())
    rows = connection.execute(asked if limit is None else asked.limit(limit)).all()
    withdrawn = _withdrawn(connection)
    return tuple(_handover(row, withdrawn.get(row.id, "")) for row in rows)


def read_open(connection: Connection) -> tuple[Handover, ...]:
    """Those that wait for a signature, the newest first."""
    return tuple(one for one in read_handovers(connection, H.signed_at.is_(None)) if one.is_open)


def last_given(connection: Connection) -> Handover | None:
    """The newest that was not withdrawn."""
    return next((one for one in read_handovers(connection, limit=20) if not one.withdrawn), None)


def people(connection: Connection) -> tuple[str, ...]:
    """Who may sign with a password."""
    rows = connection.execute(select(user.c.name).where(user.c.active).order_by(user.c.name))
    return tuple(rows.scalars())


def since_last(connection: Connection) -> datetime | None:
    """When the last hand-over was given."""
    last = last_given(connection)
    return None if last is None else last.at


def _withdrawn(connection: Connection) -> dict[int, str]:
    rows = connection.execute(
        select(duty_entry.c.facts, duty_entry.c.text).where(duty_entry.c.kind == EntryKind.WITHDRAWN.value)
    )
    return {row.facts["handover"]: row.text for row in rows}


def _handover(row: Row[Any], withdrawn: str) -> Handover:
    left = tuple(leftover_of(one) for one in row.left_over["left"])
    things = tuple(row.left_over["things"])
    return Handover(row.id, row.giver, row.taker, left, things, row.words, row.at, row.signed_at, withdrawn)
