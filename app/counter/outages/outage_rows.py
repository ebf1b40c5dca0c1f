"""The rows of outages: when each began, what was made for it, when it was over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from app.access.actor import Actor
from app.counter.tables import outage
from app.store.rows import insert_row


class OutageKind(StrEnum):
    """What is gone."""

    POWER = "power"
    ONLINE = "online"


_STANDING = select(outage).where(outage.c.kind == bindparam("kind"), outage.c.ended_at.is_(None)).order_by(outage.c.id)
_BY_ID = select(outage).where(outage.c.id == bindparam("id"))


def begin_outage(
    connection: Connection, by: Actor, kind: OutageKind, at: datetime, reason: str, facts: Mapping[str, object]
) -> int:
    """Write that an outage began, with what was made for it."""
    values = {"kind": kind.value, "began_at": at, "reason": reason.strip(), "facts": dict(facts)}
    return insert_row(connection, outage, **values, at=at, by=by.id)


def end_outage(connection: Connection, by: Actor, outage_id: int, at: datetime) -> None:
    """Write that it is over."""
    connection.execute(update(outage).where(outage.c.id == outage_id).values(ended_at=at, ended_by=by.id))


def standing_outages(connection: Connection, kind: OutageKind) -> list[Row[Any]]:
    """Those of a kind that are not over, the oldest first."""
    return list(connection.execute(_STANDING, {"kind": kind.value}))


def outage_row(connection: Connection, outage_id: int) -> Row[Any]:
    """One outage."""
    return connection.execute(_BY_ID, {"id": outage_id}).one()
