"""Which people stand on payments, so that an import that brought them in keeps them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from app.core.ids import PersonId
from app.counter.tables import payment


def people_on_payments(connection: Connection, person_ids: Sequence[PersonId]) -> set[PersonId]:
    """Those of the people who paid something."""
    payers = connection.execute(select(payment.c.payer_id).where(payment.c.payer_id.is_not(None)).distinct())
    return {PersonId(person_id) for person_id in payers.scalars()}.intersection(person_ids)
