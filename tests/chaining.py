"""The audit trail of an office whose story has changed behind its back, chained anew over the rows that are left."""

from __future__ import annotations

from sqlalchemy import Connection, Text, select, type_coerce, update

from app.access.audit import FIRST_LINK, audit_link
from app.access.tables import audit


def chain_anew(connection: Connection) -> None:
    """As if what is gone had never been."""
    previous = FIRST_LINK
    for row in connection.execute(
        select(audit, type_coerce(audit.c.facts, Text).label("said")).order_by(audit.c.id)
    ).all():
        link = audit_link(row._asdict() | {"previous": previous}, row.said)
        connection.execute(update(audit).where(audit.c.id == row.id).values(previous=previous, hash=link))
        previous = link
