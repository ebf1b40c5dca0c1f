"""What was damaged or lost, of whom, and what it may cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.access.actor import Actor
from app.core.clock import Clock
from app.core.ids import UnitId
from app.core.money import Money
from app.estate.tables import unit
from app.incidents.attached.mistakes import Mistake, take_off
from app.incidents.attached.refusals import LossNegative, NoLossTold
from app.incidents.running.entry import EntryKind
from app.incidents.running.incidents import Incidents
from app.incidents.running.log_rows import Line
from app.incidents.tables import incident_loss
from app.store.rows import insert_row
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class LossRow:
    """One loss; `amount` is an estimate, None where nobody can say; `unit` is the code of whose it is, or ""."""

    id: int
    what: str
    amount: Money | None
    unit: str
    at: datetime


class IncidentLosses:
    """Each loss is a row and a line of the log."""

    def __init__(self, store: Store, clock: Clock, incidents: Incidents) -> None:
        self._store = store
        self._clock = clock
        self._incidents = incidents

    def add(
        self, by: Actor, incident_id: int, what: str, amount: Money | None = None, unit_id: UnitId | None = None
    ) -> int:
        """Take a loss down; the row's id.

        Raises NotPermitted, IncidentUnknown, IncidentClosed, NoLossTold, LossNegative.
        """
        tidy = " ".join(what.split())
        if not tidy:
            raise NoLossTold
        if amount is not None and amount.fen < 0:
            raise LossNegative
        stamp = {"at": self._clock.now(), "by": by.id}
        with self._store.transaction() as connection:
            loss_id = insert_row(
                connection, incident_loss, incident_id=incident_id, unit_id=unit_id, what=tidy, amount=amount, **stamp
            )
            facts = {"loss": loss_id, "amount": None if amount is None else amount.fen, "unit": unit_id}
            self._incidents.tell(by, incident_id, Line(EntryKind.LOSS, text=tidy, facts=facts))
            return loss_id

    def of(self, incident_id: int) -> tuple[LossRow, ...]:
        """What was taken down and not taken off, in the order in which it came."""
        rows = (
            select(incident_loss, unit.c.code.label("unit"))
            .join_from(incident_loss, unit, unit.c.id == incident_loss.c.unit_id, isouter=True)
            .where(incident_loss.c.incident_id == incident_id, incident_loss.c.taken_off_at.is_(None))
            .order_by(incident_loss.c.id)
        )
        with self._store.reading() as connection:
            return tuple(
                LossRow(row.id, row.what, row.amount, row.unit or "", row.at) for row in connection.execute(rows)
            )

    def take_off(self, by: Actor, loss_id: int, why: str = "") -> None:
        """It was none after all: the row stays, the log says so in a line. Raises NotPermitted."""
        with self._store.transaction() as connection:
            take_off(connection, self._incidents, by, self._clock.now(), Mistake("loss", incident_loss, loss_id, why))
