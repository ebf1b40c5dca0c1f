"""What laying a tariff on units would do, unit by unit, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from app.core.ids import MeterId, TariffId, UnitId
from app.fees.assigned_rows import AssignedUnit, read_assigned, read_handover_rule
from app.fees.billing_plan import Assigned, SkipReason
from app.fees.covered import Covered
from app.fees.following import SEAMLESS, Following, first_after, following
from app.fees.handover import HandoverMonth
from app.fees.new_assignments import PLAIN, NewAssignment, Own, OwnTerms, read_new
from app.fees.next_period import NextPeriod, next_period
from app.fees.refusals import AssignedBeforeTariff, AssignmentOverlaps, DatesReversed
from app.fees.versions import Tariff, read_tariffs
from app.store.gone import GoneMeanwhile


@dataclass(frozen=True, slots=True)
class Wish:
    """A tariff that is to lie on units for `[first, until)`.

    `own` is what differs for single units. With `follows` each begins where it was last charged or paid, if known.
    """

    tariff_id: TariffId
    unit_ids: Sequence[UnitId]
    first: date
    until: date | None
    own: Own
    follows: bool


@dataclass(frozen=True, slots=True)
class ProposedAssignment:
    """What laying a tariff on one unit would do; with an overlap, or without the meter it needs, it cannot be laid.

    A tariff by meter is proposed once for each meter that serves the unit. `first` is the unit's own first day.
    """

    unit_id: UnitId
    unit_code: str
    next: NextPeriod
    overlap: AssignmentOverlaps | None
    first: date
    following: Following
    meter_id: MeterId | None = None
    meter: str = ""

    @property
    def lacks_meter(self) -> bool:
        """Whether the tariff goes by meter and none of its kind serves the unit."""
        return self.next.reason is SkipReason.NO_METER


def propose(connection: Connection, wish: Wish) -> list[ProposedAssignment]:
    """Every unit in building order. Raises AssignedBeforeTariff, DatesReversed, GoneMeanwhile."""
    tariff = read_tariffs(connection)[wish.tariff_id]
    _must_fit(tariff, wish)
    wanted = set(wish.unit_ids)
    lying: defaultdict[UnitId, list[AssignedUnit]] = defaultdict(list)
    for one in read_assigned(connection, {tariff.item.id}, wanted):
        lying[one.unit_id].append(one)
    covered = Covered(connection, tariff.item, wanted, [one for each in lying.values() for one in each])
    new = read_new(connection, tariff, wanted, wish.first, wish.until, wish.own)
    if wanted.difference(one.unit_id for one in new):
        raise GoneMeanwhile
    if wish.follows:
        own = _following_on(new, wish, covered, tariff)
        new = read_new(connection, tariff, wanted, wish.first, wish.until, own)
    rule = read_handover_rule(connection)
    return [_proposed(one, lying[one.unit_id], covered, rule) for one in new]


def _must_fit(tariff: Tariff, wish: Wish) -> None:
    for begin in sorted({wish.first, *(one.first for one in wish.own.values() if one.first is not None)}):
        if wish.until is not None and wish.until <= begin:
            raise DatesReversed(begin, wish.until)
        if begin < tariff.first:
            raise AssignedBeforeTariff(tariff.name, tariff.first, begin)


def _following_on(new: Sequence[NewAssignment], wish: Wish, covered: Covered, tariff: Tariff) -> dict[UnitId, OwnTerms]:
    """The terms of the units, those without a day of their own from the day after the last one that is covered."""
    found = dict(wish.own)
    for one in new:
        said = wish.own.get(one.unit_id, PLAIN)
        first = first_after(covered.until(one.unit_id, one.assigned.meter_id), tariff.first, wish.until)
        if said.first is None and first is not None:
            before = found.get(one.unit_id, PLAIN).first
            found[one.unit_id] = replace(said, first=first if before is None else max(before, first))
    return found


def _proposed(
    new: NewAssignment, lying: Sequence[AssignedUnit], covered: Covered, rule: HandoverMonth
) -> ProposedAssignment:
    place = new.unit_id, new.assigned.meter_id
    overlap = _overlap(lying, new.assigned)
    follows = following(new.assigned, covered.until(*place), covered.charged_until(*place), rule)
    return ProposedAssignment(
        unit_id=new.unit_id,
        unit_code=new.unit_code,
        next=_first_period(new.assigned, rule),
        overlap=overlap,
        meter_id=new.assigned.meter_id,
        meter=new.meter,
        first=new.assigned.first,
        following=follows if overlap is None else SEAMLESS,
    )


def _first_period(new: Assigned, rule: HandoverMonth) -> NextPeriod:
    """What it would charge first; without a meter to go by it is not laid at all, sold or not."""
    if new.is_metered and new.meter_id is None:
        return NextPeriod(new.first, None, SkipReason.NO_METER)
    return next_period(new, rule)


def _overlap(lying: Sequence[AssignedUnit], new: Assigned) -> AssignmentOverlaps | None:
    """The tariff of the item that lies on the same days already; those by two meters do not meet."""
    for one in lying:
        theirs = one.assigned
        ended = theirs.until is not None and (theirs.until <= new.first or theirs.until <= theirs.first)
        by_other_meter = None not in (theirs.meter_id, new.meter_id) and theirs.meter_id != new.meter_id
        if not ended and not by_other_meter and (new.until is None or theirs.first < new.until):
            return AssignmentOverlaps(one.unit_code, one.item.name, one.tariff.name, theirs.first, theirs.until)
    return None
