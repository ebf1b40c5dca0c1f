"""Moving units from one tariff to another in one step: the old one ends and the new one begins on the same day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import AssignmentId, BatchId, TariffId
from app.fees.assigned_rows import read_assigned, read_handover_rule
from app.fees.charge_rows import Occasion
from app.fees.move_plan import MoveWish, ProposedMove, may_move, plan_moves
from app.fees.opening.assignment_sheet import KIND
from app.fees.refusals import NoUnitsChosen
from app.fees.tables import assignment, vacancy
from app.fees.versions import Tariff, read_tariffs
from app.meters.interval_rows import in_portions
from app.sheets.batches import batches, open_batch, write_batch_facts
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class TariffMove:
    """A move that stands: between which tariffs, on which day, how many units; taken back like an import of them."""

    batch_id: BatchId
    old: str
    new: str
    day: date
    units: int


class TariffMoves:
    """Moves units between tariffs of one fee item; a move is a batch, listed and taken back with the imports."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def targets(self, old: TariffId) -> list[Tariff]:
        """The tariffs to which units of this one may move, as far as they still have a price today."""
        today = self._clock.now().date()
        with self._store.reading() as connection:
            tariffs = read_tariffs(connection)
        goes_on = [one for one in tariffs.values() if one.until is None or one.until > today]
        return [one for one in goes_on if may_move(tariffs[old], one)]

    def preview(self, wish: MoveWish) -> list[ProposedMove]:
        """What `move` would do, in building order. Raises MovedToAnotherKind, AssignedBeforeTariff."""
        with self._store.reading() as connection:
            return _planned(connection, wish)

    def move(self, by: Actor, wish: MoveWish) -> TariffMove:
        """End the old tariff and begin the new one on all these units, or on none; what was agreed for them goes on.

        Raises NotPermitted, NoUnitsChosen, MovedToAnotherKind, AssignedBeforeTariff, EndsInsideCharged.
        """
        by.require(Permission.MANAGE_TARIFFS)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            moves = _planned(connection, wish)
            if not moves:
                raise NoUnitsChosen
            for one in moves:
                if one.trouble is not None:
                    raise one.trouble
            tariffs = read_tariffs(connection)
            old, new = tariffs[wish.old].name, tariffs[wish.new].name
            batch_id = open_batch(connection, KIND, f"{old} → {new}", occasion.at, by.id)
            _write(connection, moves, wish, batch_id, occasion)
            units = len({one.unit_id for one in moves})
            ended = [[one.assignment_id, None if one.until is None else one.until.isoformat()] for one in moves]
            facts = {"rows": len(moves), "units": units, "bad": 0, "ended": ended}
            moved = {"old": wish.old, "new": wish.new, "day": wish.day.isoformat()}
            write_batch_facts(connection, batch_id, facts | {"moved": moved})
        return TariffMove(batch_id, old, new, wish.day, units)

    def last_of(self, tariff_id: TariffId) -> TariffMove | None:
        """The newest move to or from a tariff that was not taken back."""
        with self._store.reading() as connection:
            tariffs = read_tariffs(connection)
            for batch in batches(connection, KIND):
                moved = batch.facts.get("moved")
                if moved is not None and batch.undone_at is None and tariff_id in (moved["old"], moved["new"]):
                    names = [tariffs[TariffId(moved[side])].name for side in ("old", "new")]
                    day = date.fromisoformat(moved["day"])
                    return TariffMove(batch.id, names[0], names[1], day, batch.facts["units"])
        return None


def _planned(connection: Connection, wish: MoveWish) -> list[ProposedMove]:
    tariffs = read_tariffs(connection)
    old, new = tariffs[wish.old], tariffs[wish.new]
    lying = read_assigned(connection, {old.item.id}, set(wish.unit_ids))
    return plan_moves(lying, old, new, wish.day, read_handover_rule(connection))


def _write(
    connection: Connection, moves: Sequence[ProposedMove], wish: MoveWish, batch_id: BatchId, occasion: Occasion
) -> None:
    end = update(assignment).where(assignment.c.id == bindparam("key")).values(until=bindparam("end"))
    connection.execute(end, [{"key": one.assignment_id, "end": one.day} for one in moves])
    agreed = _agreed(connection, [one.assignment_id for one in moves])
    common = {"tariff_id": wish.new, "batch_id": batch_id, "at": occasion.at, "by": occasion.by}
    rows = [
        common
        | {"unit_id": one.unit_id, "meter_id": one.meter_id, "first": one.day, "until": one.until}
        | {"modifiers": agreed[one.assignment_id]}
        for one in moves
    ]
    connection.execute(insert(assignment), rows)
    _carry_vacancies(connection, moves, batch_id, occasion)


def _agreed(connection: Connection, ids: Sequence[AssignmentId]) -> dict[int, object]:
    """The factors of these assignments as they are written."""
    found: dict[int, object] = {}
    for part in in_portions(ids):
        rows = connection.execute(select(assignment.c.id, assignment.c.modifiers).where(assignment.c.id.in_(part)))
        found |= {row.id: row.modifiers for row in rows}
    return found


def _carry_vacancies(
    connection: Connection, moves: Sequence[ProposedMove], batch_id: BatchId, occasion: Occasion
) -> None:
    """Grants for an empty unit hold by the new tariff too, from the day of the move on."""
    begun = select(assignment.c.id, assignment.c.unit_id, assignment.c.meter_id, assignment.c.first)
    begun = begun.where(assignment.c.batch_id == batch_id)
    new = {(row.unit_id, row.meter_id, row.first): row.id for row in connection.execute(begun)}
    old = {one.assignment_id: one for one in moves}
    stamp = {"at": occasion.at, "by": occasion.by}
    rows: list[dict[str, object]] = []
    for row in _vacancies(connection, list(old)):
        one = old[row.assignment_id]
        if row.until is None or row.until > one.day:
            days = {"first": max(row.first, one.day), "until": row.until}
            grant = {"factor": row.factor, "reason": row.reason, "approval_id": row.approval_id}
            rows.append({"assignment_id": new[one.unit_id, one.meter_id, one.day]} | days | grant | stamp)
    if rows:
        connection.execute(insert(vacancy), rows)


def _vacancies(connection: Connection, ids: Sequence[AssignmentId]) -> Iterator[Row[Any]]:
    """The grants on these assignments that were not withdrawn, the newest last."""
    granted = select(vacancy).where(vacancy.c.withdrawn_at.is_(None)).order_by(vacancy.c.id)
    for part in in_portions(ids):
        yield from connection.execute(granted.where(vacancy.c.assignment_id.in_(part)))
