"""Tariffs on units: laid on many at once, after a preview, and ended; never two of one fee item on the same days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select, update

from app.access.actor import Actor
from app.access.audit import record
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import AssignmentId, MeterId, TariffId, UnitId
from app.fees.assigned import Assigned
from app.fees.assigned_rows import AssignedUnit, read_assigned, read_handover_rule
from app.fees.charge_rows import Occasion
from app.fees.ending.rule import must_be_endable
from app.fees.ending.unserved_charges import EndedInside, let_go, read_unserved
from app.fees.new_assignments import NONE_OWN, Own, OwnTerms
from app.fees.next_period import NextPeriod, next_period
from app.fees.proposals import ProposedAssignment, Wish, propose
from app.fees.refusals import NoUnitsChosen, UnitsWithoutMeter
from app.fees.tables import assignment
from app.fees.terms import UNCHANGED, Modifiers
from app.fees.terms_check import check_modifiers
from app.fees.versions import Tariff, read_tariffs
from app.ledger.head import keep_head
from app.store.store import Store

__all__ = ["AssignmentRow", "Assignments", "NextPeriod", "ProposedAssignment", "next_period"]


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """A tariff on a unit, its days, and what it charges next; `meter` names the one that it measures by."""

    id: AssignmentId
    unit_id: UnitId
    unit_code: str
    tariff: Tariff
    first: date
    until: date | None
    charged_until: date | None
    next: NextPeriod
    meter_id: MeterId | None = None
    meter: str = ""


class Assignments:
    """Which tariffs lie on which units."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def preview(
        self,
        tariff_id: TariffId,
        unit_ids: Sequence[UnitId],
        first: date,
        until: date | None = None,
        own: Own = NONE_OWN,
        *,
        follows: bool = False,
    ) -> list[ProposedAssignment]:
        """What `assign` would do, unit by unit in building order. Raises AssignedBeforeTariff, DatesReversed."""
        with self._store.reading() as connection:
            return propose(connection, Wish(tariff_id, unit_ids, first, until, own, follows))

    def assign(
        self,
        by: Actor,
        tariff_id: TariffId,
        unit_ids: Sequence[UnitId],
        first: date,
        until: date | None = None,
        modifiers: Modifiers = UNCHANGED,
        own: Own = NONE_OWN,
        *,
        follows: bool = False,
    ) -> int:
        """Lay a tariff on units for `[first, until)`; all of them or none. Returns how many.

        `own` is what differs for single units; `modifiers` holds for all others. With `follows` a unit begins on the
        day after it was last charged or paid for the fee item, where that is known and it has no first day of its own.

        A tariff by meter makes an assignment for each meter of its kind that serves the unit. Raises NotPermitted,
        NoUnitsChosen, AssignedBeforeTariff, DatesReversed, AssignmentOverlaps (naming the unit), UnitsWithoutMeter,
        CoefficientOutOfRange, VacantFactorOutOfRange.
        """
        by.require(Permission.MANAGE_TARIFFS)
        if not unit_ids:
            raise NoUnitsChosen
        usual = OwnTerms(modifiers)
        for agreed in (usual, *own.values()):
            check_modifiers(agreed.modifiers)
        with self._store.transaction() as connection:
            said = {unit_id: own.get(unit_id, usual) for unit_id in unit_ids}
            proposed = propose(connection, Wish(tariff_id, unit_ids, first, until, said, follows))
            _must_be_layable(connection, tariff_id, proposed)
            common = {"tariff_id": tariff_id, "until": until, "at": self._clock.now(), "by": by.id}
            connection.execute(insert(assignment), [common | _row(one, said[one.unit_id]) for one in proposed])
        return len(proposed)

    def look_at_end(self, assignment_id: AssignmentId, until: date) -> EndedInside:
        """What `end` would do to what is charged already. Raises DatesReversed, AssignmentEnded, EndsInsideReadings."""
        with self._store.reading() as connection:
            return _ended_inside(connection, assignment_id, until)

    def end(self, by: Actor, assignment_id: AssignmentId, until: date) -> EndedInside:
        """Charge nothing from `until` on; its own first day means that it never applied.

        What is charged for days after it is let go as far as it is unpaid; what was paid is named, to be given back.
        Raises NotPermitted, DatesReversed, AssignmentEnded, EndsInsideReadings.
        """
        by.require(Permission.MANAGE_TARIFFS)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            inside = _ended_inside(connection, assignment_id, until)
            connection.execute(update(assignment).where(assignment.c.id == assignment_id).values(until=until))
            let_go(connection, inside.charges, until, occasion)
            if inside.let_go:
                facts = {"until": until.isoformat(), "let_go": inside.let_go.fen, "paid": inside.paid.fen}
                record(connection, "tariff_ended_inside", str(assignment_id), facts, occasion.at, occasion.by)
                keep_head(self._store, connection, f"assignment {assignment_id}")
        return inside

    def of_unit(self, unit_id: UnitId) -> list[AssignmentRow]:
        """The tariffs on a unit, ended ones too, and the next period of each."""
        with self._store.reading() as connection:
            return _rows(connection, read_assigned(connection, units=[unit_id]))

    def of_tariff(self, tariff_id: TariffId) -> list[AssignmentRow]:
        """The units that a tariff lies on, in building order."""
        with self._store.reading() as connection:
            one = read_tariffs(connection)[tariff_id]
            assigned = read_assigned(connection, items={one.item.id})
            return _rows(connection, [each for each in assigned if each.tariff.id == tariff_id])


def _ended_inside(connection: Connection, assignment_id: AssignmentId, until: date) -> EndedInside:
    unit_id = connection.execute(select(assignment.c.unit_id).where(assignment.c.id == assignment_id)).scalar_one()
    one = next(one for one in read_assigned(connection, units=[unit_id]) if one.id == assignment_id)
    inside = read_unserved(connection, assignment_id, until)
    must_be_endable(one, until, owed_beyond=bool(inside.let_go))
    return inside


def _rows(connection: Connection, assigned: Sequence[AssignedUnit]) -> list[AssignmentRow]:
    rule = read_handover_rule(connection)
    return [
        AssignmentRow(
            id=one.id,
            unit_id=one.unit_id,
            unit_code=one.unit_code,
            tariff=one.tariff,
            first=one.assigned.first,
            until=one.assigned.until,
            charged_until=_served_until(one.assigned),
            next=next_period(one.assigned, rule),
            meter_id=one.assigned.meter_id,
            meter=one.meter,
        )
        for one in assigned
    ]


def _served_until(assigned: Assigned) -> date | None:
    """Up to which day it charged; what it charged beyond its end was let go, or goes back."""
    charged, until = assigned.charged_until, assigned.until
    return charged if charged is None or until is None else min(charged, until)


def _row(one: ProposedAssignment, own: OwnTerms) -> dict[str, object]:
    facts = {"first": one.first, "modifiers": own.modifiers.to_facts()}
    return {"unit_id": one.unit_id, "meter_id": one.meter_id, **facts}


def _must_be_layable(connection: Connection, tariff_id: TariffId, proposed: Sequence[ProposedAssignment]) -> None:
    for one in proposed:
        if one.overlap is not None:
            raise one.overlap
    lacking = tuple(one.unit_code for one in proposed if one.lacks_meter)
    if lacking:
        tariff = read_tariffs(connection)[tariff_id]
        raise UnitsWithoutMeter(tariff.name, tariff.versions[-1].terms.meter_kind, lacking)
