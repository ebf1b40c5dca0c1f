"""Who did or looked at what, when, from which window: rows that are only ever added, each chained to the one before."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from app.access.tables import audit
from app.access.windows import acting_window
from app.core.ids import UserId
from app.store.columns import canonical
from app.store.rows import insertion

FIRST_LINK = "0" * 64
_NEWEST = select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class AuditEnd:
    """Number and hash of the newest row; 0 and the first link for an empty trail."""

    no: int
    hash: str


def audit_end(connection: Connection) -> AuditEnd:
    """Where the trail ends now."""
    row = connection.execute(_NEWEST).first()
    return AuditEnd(0, FIRST_LINK) if row is None else AuditEnd(row.id, row.hash)


def record(
    connection: Connection, action: str, subject: str, facts: Mapping[str, object], at: datetime, by: UserId | None
) -> AuditEnd:
    """Add one row to the audit trail inside the transaction of the act itself; where the trail ends with it."""
    end = audit_end(connection)
    row = {"id": end.no + 1, "action": action, "subject": subject, "facts": dict(facts), "at": at, "by": by}
    row |= {"window": acting_window(), "previous": end.hash}
    own = audit_link(row, canonical(row["facts"]))
    connection.execute(insertion(audit), row | {"hash": own})
    return AuditEnd(end.no + 1, own)


def audit_link(row: Mapping[str, object], facts: str) -> str:
    """SHA-256 over the hash before and everything that the row says, its facts as they are stored: 64 hex digits."""
    by = "" if row["by"] is None else row["by"]
    said = f"{row['id']}|{row['action']}|{row['subject']}|{row['at']}|{by}|{row['window']}"
    return hashlib.sha256("\n".join((str(row["previous"]), said, facts)).encode()).hexdigest()
