"""What must hold of material, labour and what residents are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from app.core.language import mark
from app.core.money import NOTHING
from app.fees.charge_rows import ONE_OFF
from app.fees.tables import charge
from app.store.truths import Truth
from app.tickets.materials.kinds import FreeReason
from app.tickets.materials.line_rule import amount_of
from app.tickets.tables import ticket_line

_C = ticket_line.c


_LINES = select(_C.id, _C.quantity, _C.price, _C.amount, _C.free).order_by(_C.id)


def _amounts(connection: Connection) -> Iterator[str]:
    for row in connection.execute(_LINES):
        if row.amount != amount_of(row.quantity, row.price, FreeReason(row.free) if row.free else None):
            yield f"line {row.id}: {row.amount}"


_CHARGED = (
    select(_C.id, _C.amount, _C.free, _C.taken_off_at)
    .add_columns(charge.c.amount.label("charged"), charge.c.kind, charge.c.outstanding)
    .join(charge, charge.c.id == _C.charge_id)
    .order_by(_C.id)
)


def _charges(connection: Connection) -> Iterator[str]:
    """A charge is that of its line, to the fen; a free line has none, and one that was taken off asks for nothing."""
    for row in connection.execute(_CHARGED):
        asked = row.taken_off_at is not None and row.outstanding != NOTHING
        if row.free or row.charged != row.amount or row.kind != ONE_OFF or asked:
            yield f"line {row.id}: {row.amount} / {row.charged}"


_TWICE = select(_C.charge_id).where(_C.charge_id.is_not(None)).group_by(_C.charge_id).having(func.count() > 1)


def _one_line_each(connection: Connection) -> Iterator[str]:
    yield from (f"charge {charge_id}" for charge_id in connection.execute(_TWICE).scalars())


TRUTHS = (
    Truth(mark("each line of material or labour is quantity times price, or free"), _amounts),
    Truth(mark("each charge of a repair is that of its line, and what was taken off is not asked for"), _charges),
    Truth(mark("each charge of a repair has one line"), _one_line_each),
)
