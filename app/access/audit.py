"""Who did or looked at what, when: rows that are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from app.access.tables import audit
from app.core.ids import UserId
from app.store.rows import insertion


def record(
    connection: Connection, action: str, subject: str, facts: Mapping[str, object], at: datetime, by: UserId | None
) -> None:
    """Add one row to the audit trail inside the transaction of the act itself."""
    row = {"action": action, "subject": subject, "facts": dict(facts), "at": at, "by": by}
    connection.execute(insertion(audit), row)
