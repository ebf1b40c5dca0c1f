"""Tariffs on units: laid on many at once, after a preview, and ended; never two of one fee item on the same days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, insert, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import AssignmentId, TariffId, UnitId
from app.fees.assigned_rows import (
    AssignedUnit,
    PaidBefore,
    UnitToBill,
    read_assigned,
    read_handover_rule,
    read_units,
)
from app.fees.billing_plan import Assigned, PlannedCharge, SkipReason, begins, next_charge, not_billable
from app.fees.formulas import NoArea
from app.fees.handover import HandoverMonth
from app.fees.refusals import (
    AssignedBeforeTariff,
    AssignmentEnded,
    AssignmentOverlaps,
    DatesReversed,
    EndsInsideCharged,
    NoUnitsChosen,
)
from app.fees.tables import assignment
from app.fees.terms import UNCHANGED, Modifiers
from app.fees.versions import Tariff, read_tariffs
from app.store.store import Store


@dataclass(frozen=True, slots=True)
class NextPeriod:
    """What an assignment charges next; without a charge, the reason."""

    begins: date
    charge: PlannedCharge | None
    reason: SkipReason | None


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """A tariff on a unit, its days, and what it charges next."""

    id: AssignmentId
    unit_id: UnitId
    unit_code: str
    tariff: Tariff
    first: date
    until: date | None
    charged_until: date | None
    next: NextPeriod


@dataclass(frozen=True, slots=True)
class ProposedAssignment:
    """What laying a tariff on one unit would do; with an overlap it cannot be laid."""

    unit_id: UnitId
    unit_code: str
    next: NextPeriod
    overlap: AssignmentOverlaps | None


class Assignments:
    """Which tariffs lie on which units."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def preview(
        self, tariff_id: TariffId, unit_ids: Sequence[UnitId], first: date, until: date | None = None
    ) -> list[ProposedAssignment]:
        """What `assign` would do, unit by unit in building order. Raises AssignedBeforeTariff, DatesReversed."""
        with self._store.reading() as connection:
            return _proposed(connection, tariff_id, unit_ids, first, until)

    def assign(  # the fields of the form
        self,
        by: Actor,
        tariff_id: TariffId,
        unit_ids: Sequence[UnitId],
        first: date,
        until: date | None = None,
        modifiers: Modifiers = UNCHANGED,
    ) -> int:
        """Lay a tariff on units for `[first, until)`; all of them or none. Returns how many.

        Raises NotPermitted, NoUnitsChosen, AssignedBeforeTariff, DatesReversed, AssignmentOverlaps (naming the unit).
        """
        by.require(Permission.MANAGE_TARIFFS)
        if not unit_ids:
            raise NoUnitsChosen
        with self._store.transaction() as connection:
            proposed = _proposed(connection, tariff_id, unit_ids, first, until)
            for one in proposed:
                if one.overlap is not None:
                    raise one.overlap
            common = {"tariff_id": tariff_id, "first": first, "until": until, "modifiers": modifiers.to_facts()}
            stamp = {"at": self._clock.now(), "by": by.id}
            connection.execute(insert(assignment), [{"unit_id": one.unit_id, **common, **stamp} for one in proposed])
        return len(proposed)

    def end(self, by: Actor, assignment_id: AssignmentId, until: date) -> None:
        """Charge nothing from `until` on; its own first day means that it never applied.

        Raises NotPermitted, DatesReversed, AssignmentEnded, EndsInsideCharged.
        """
        by.require(Permission.MANAGE_TARIFFS)
        with self._store.transaction() as connection:
            unit_id = connection.execute(
                select(assignment.c.unit_id).where(assignment.c.id == assignment_id)
            ).scalar_one()
            one = next(one for one in read_assigned(connection, units=[unit_id]) if one.id == assignment_id)
            _may_end(one, until)
            connection.execute(update(assignment).where(assignment.c.id == assignment_id).values(until=until))

    def copy(self, by: Actor, from_unit: UnitId, to_units: Sequence[UnitId], first: date) -> int:
        """Lay the tariffs of one unit, as far as they have not ended by `first`, on others too. Raises as `assign`."""
        by.require(Permission.MANAGE_TARIFFS)
        with self._store.transaction() as connection:
            lying = [
                one
                for one in read_assigned(connection, units=[from_unit])
                if one.assigned.until is None or one.assigned.until > first
            ]
            return sum(
                self.assign(by, one.tariff.id, to_units, first, one.assigned.until, one.assigned.modifiers)
                for one in lying
            )

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
            charged_until=one.assigned.charged_until,
            next=next_period(one.assigned, rule),
        )
        for one in assigned
    ]


def next_period(assigned: Assigned, rule: HandoverMonth) -> NextPeriod:
    """The next charge of an assignment, whenever it comes, or why there is none."""
    start = assigned.charged_until or begins(assigned, rule)
    reason = not_billable(assigned.unit)
    if reason is not None:
        return NextPeriod(start, None, reason)
    try:
        charge = next_charge(assigned, rule)
    except NoArea:
        return NextPeriod(start, None, SkipReason.NO_AREA)
    if charge is None:
        over = assigned.until is not None and start >= assigned.until
        return NextPeriod(start, None, SkipReason.ENDED if over else SkipReason.NO_PRICE)
    return NextPeriod(start, charge, None)


def _proposed(
    connection: Connection, tariff_id: TariffId, unit_ids: Sequence[UnitId], first: date, until: date | None
) -> list[ProposedAssignment]:
    tariff = read_tariffs(connection)[tariff_id]
    if until is not None and until <= first:
        raise DatesReversed(first, until)
    if first < tariff.first:
        raise AssignedBeforeTariff(tariff.name, tariff.first, first)
    wanted = set(unit_ids)
    lying: defaultdict[UnitId, list[AssignedUnit]] = defaultdict(list)
    for one in read_assigned(connection, {tariff.item.id}, wanted):
        lying[one.unit_id].append(one)
    rule, paid = read_handover_rule(connection), PaidBefore(connection, wanted)
    return [
        ProposedAssignment(
            unit_id=unit.id,
            unit_code=unit.code,
            next=next_period(_new(tariff, unit, first, until, paid), rule),
            overlap=_overlap(lying[unit.id], first, until),
        )
        for unit in read_units(connection, wanted)
    ]


def _new(tariff: Tariff, unit: UnitToBill, first: date, until: date | None, paid: PaidBefore) -> Assigned:
    return Assigned(unit.billable, tariff.valid_terms(), first, until, paid_until=paid.until(unit.id, tariff.item))


def _overlap(lying: Sequence[AssignedUnit], first: date, until: date | None) -> AssignmentOverlaps | None:
    for one in lying:
        theirs = one.assigned
        ends_before = theirs.until is not None and (theirs.until <= first or theirs.until <= theirs.first)
        if not ends_before and (until is None or theirs.first < until):
            return AssignmentOverlaps(one.unit_code, one.item.name, one.tariff.name, theirs.first, theirs.until)
    return None


def _may_end(one: AssignedUnit, until: date) -> None:
    assigned = one.assigned
    if assigned.until is not None and assigned.until <= until:
        raise AssignmentEnded(one.unit_code, assigned.until)
    if until < assigned.first:
        raise DatesReversed(assigned.first, until)
    if assigned.charged_until is not None and until < assigned.charged_until:
        raise EndsInsideCharged(one.unit_code, assigned.charged_until)
