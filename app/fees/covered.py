"""Up to which day a fee item is charged or paid on units: where a tariff that is laid now follows on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Connection, case, func, select

from app.core.ids import MeterId, UnitId
from app.fees.assigned_rows import AssignedUnit, PaidBefore
from app.fees.charge_rows import OPENING_ARREARS, PERIOD
from app.fees.items import FeeItem
from app.fees.tables import assignment, charge
from app.meters.interval_rows import in_portions

Place = tuple[UnitId, MeterId | None]


class Covered:
    """What was charged of one item, what was paid before the book began, and what ended tariffs still charge."""

    def __init__(
        self, connection: Connection, item: FeeItem, unit_ids: Collection[UnitId], lying: Sequence[AssignedUnit]
    ) -> None:
        self._item = item
        self._paid = PaidBefore(connection, unit_ids)
        self._charged = _charged(connection, item, unit_ids)
        self._ends: defaultdict[Place, list[date]] = defaultdict(list)
        self._goes_on: set[Place] = set()
        for one in lying:
            theirs, place = one.assigned, (one.unit_id, one.assigned.meter_id)
            if theirs.until is None:
                self._goes_on.add(place)
            elif theirs.until > theirs.first:
                self._ends[place].append(theirs.until)

    def charged_until(self, unit_id: UnitId, meter_id: MeterId | None) -> date | None:
        """The first day after the last one charged; by meter what was charged without one counts too."""
        found = [self._charged.get(place) for place in {(unit_id, meter_id), (unit_id, None)}]
        return max((day for day in found if day is not None), default=None)

    def until(self, unit_id: UnitId, meter_id: MeterId | None) -> date | None:
        """The first day that nothing has charged or will charge; None where nothing is known, or a tariff goes on."""
        if (unit_id, meter_id) in self._goes_on:
            return None
        known = [self.charged_until(unit_id, meter_id), self._paid.until(unit_id, self._item)]
        known += self._ends[unit_id, meter_id]
        return max((day for day in known if day is not None), default=None)


def _charged(connection: Connection, item: FeeItem, unit_ids: Collection[UnitId]) -> dict[Place, date]:
    """By unit and meter, what stands charged for periods of an item, opening arrears among it.

    What a tariff charged for days after its end was let go, or goes back to who paid it.
    """
    served = case((assignment.c.until < charge.c.until, assignment.c.until), else_=charge.c.until)
    last = (
        select(charge.c.unit_id, assignment.c.meter_id, func.max(served).label("until"))
        .join_from(charge, assignment, assignment.c.id == charge.c.assignment_id, isouter=True)
        .where(
            charge.c.fee_item_id == item.id,
            charge.c.kind.in_((PERIOD, OPENING_ARREARS)),
            charge.c.cancelled_at.is_(None),
            charge.c.until.is_not(None),
        )
        .group_by(charge.c.unit_id, assignment.c.meter_id)
    )
    found: dict[Place, date] = {}
    for ids in in_portions(sorted(unit_ids)):
        for row in connection.execute(last.where(charge.c.unit_id.in_(ids))):
            found[UnitId(row.unit_id), row.meter_id] = row.until
    return found
