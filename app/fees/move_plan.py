"""Units that go from one tariff of a fee item to another on a day: what each is charged then, and what forbids it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.core.ids import AssignmentId, MeterId, TariffId, UnitId
from app.fees.assigned import Assigned
from app.fees.assigned_rows import AssignedUnit
from app.fees.ending.rule import charged_beyond
from app.fees.handover import HandoverMonth
from app.fees.next_period import NextPeriod, next_period
from app.fees.refusals import AssignedBeforeTariff, EndsInsideCharged, MovedToAnotherKind
from app.fees.versions import Tariff


@dataclass(frozen=True, slots=True)
class MoveWish:
    """The old tariff ends on these units on `day`, the new one begins."""

    old: TariffId
    new: TariffId
    unit_ids: Sequence[UnitId]
    day: date


@dataclass(frozen=True, slots=True)
class ProposedMove:
    """What moving one unit would do; with a `trouble` it cannot move.

    `day` is its own first day by the new tariff: later than the day asked for where the old one has not begun by then.
    """

    assignment_id: AssignmentId
    unit_id: UnitId
    unit_code: str
    day: date
    until: date | None
    charged_until: date | None
    before: NextPeriod
    next: NextPeriod
    trouble: EndsInsideCharged | None
    meter_id: MeterId | None = None
    meter: str = ""


def may_move(old: Tariff, new: Tariff) -> bool:
    """Whether units may go from one tariff to another: they charge the same item by the same kind of measure."""
    before, after = old.versions[-1].terms, new.versions[-1].terms
    same_measure = (before.formula.is_metered, before.meter_kind) == (after.formula.is_metered, after.meter_kind)
    return old.id != new.id and old.item.id == new.item.id and same_measure


def plan_moves(
    lying: Sequence[AssignedUnit], old: Tariff, new: Tariff, day: date, rule: HandoverMonth
) -> list[ProposedMove]:
    """The move of each unit that the old tariff charges on or after that day.

    Raises MovedToAnotherKind, AssignedBeforeTariff.
    """
    if not may_move(old, new):
        raise MovedToAnotherKind(old.name, new.name)
    moves = [
        _move(one, new, max(day, one.assigned.first), rule)
        for one in lying
        if one.tariff.id == old.id and lies(one, day)
    ]
    early = min((move.day for move in moves), default=day)
    if early < new.first:
        raise AssignedBeforeTariff(new.name, new.first, early)
    return moves


def lies(one: AssignedUnit, day: date) -> bool:
    """Whether a tariff is still charged on that day or later."""
    assigned = one.assigned
    return assigned.until is None or assigned.until > max(day, assigned.first)


def _move(one: AssignedUnit, new: Tariff, day: date, rule: HandoverMonth) -> ProposedMove:
    assigned = one.assigned
    return ProposedMove(
        assignment_id=one.id,
        unit_id=one.unit_id,
        unit_code=one.unit_code,
        day=day,
        until=assigned.until,
        charged_until=assigned.charged_until,
        before=next_period(assigned, rule),
        next=next_period(_by_new(assigned, new, day), rule),
        trouble=charged_beyond(one, day),
        meter_id=assigned.meter_id,
        meter=one.meter,
    )


def _by_new(assigned: Assigned, new: Tariff, day: date) -> Assigned:
    """The same unit by the new tariff: what was agreed for it goes on, what was charged stays with the old one."""
    return replace(
        assigned,
        versions=new.valid_terms(),
        first=day,
        charged_from=None,
        charged_until=None,
        last_first=None,
        last_amount=None,
    )
