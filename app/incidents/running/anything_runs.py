"""Whether anything runs: asked at every start, so it reads no plan and no log."""

from __future__ import annotations

from sqlalchemy import Connection, select

from app.incidents.tables import incident

_ANY = select(incident.c.id).where(incident.c.closed_at.is_(None)).limit(1)


def anything_runs(connection: Connection) -> bool:
    """Whether an incident or a drill is not closed."""
    return connection.execute(_ANY).first() is not None
