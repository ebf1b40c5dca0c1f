"""A tariff that is not laid yet, on each unit it is meant for: once, or once for each meter of its kind."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from app.core.ids import MeterId, UnitId
from app.fees.assigned import Assigned
from app.fees.assigned_rows import PaidBefore, read_units
from app.fees.metered_rows import read_meter_names, read_meters_of, read_usages
from app.fees.terms import UNCHANGED, Modifiers
from app.fees.versions import Tariff


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """A tariff on one unit as it would be; `meter` names the meter that it would measure by, if there is one."""

    unit_id: UnitId
    unit_code: str
    assigned: Assigned
    meter: str = ""


@dataclass(frozen=True, slots=True)
class OwnTerms:
    """What is agreed for one unit of many: its factors, and its own first day (None: that of all)."""

    modifiers: Modifiers = UNCHANGED
    first: date | None = None


PLAIN = OwnTerms()
Own = Mapping[UnitId, OwnTerms]
NONE_OWN: Own = {}


def read_new(
    connection: Connection,
    tariff: Tariff,
    unit_ids: Collection[UnitId],
    first: date,
    until: date | None,
    own: Own = NONE_OWN,
) -> list[NewAssignment]:
    """What laying a tariff on units would make, in building order; by meter, a unit without one stands there bare."""
    paid, versions = PaidBefore(connection, unit_ids), tariff.valid_terms()
    plain = [
        NewAssignment(
            unit.id,
            unit.code,
            Assigned(
                unit.billable,
                versions,
                own.get(unit.id, PLAIN).first or first,
                until,
                own.get(unit.id, PLAIN).modifiers,
                paid_until=paid.until(unit.id, tariff.item),
            ),
        )
        for unit in read_units(connection, unit_ids)
    ]
    return list(_by_meter(connection, plain)) if tariff.versions[-1].terms.formula.is_metered else plain


def _by_meter(connection: Connection, plain: list[NewAssignment]) -> Iterator[NewAssignment]:
    meters = _meters(connection, plain)
    served = {(meter_id, unit_id) for unit_id, each in meters.items() for meter_id in each}
    usages = read_usages(connection, served)
    names = read_meter_names(connection, (meter_id for meter_id, _ in served))
    for one in plain:
        for meter_id in meters[one.unit_id]:
            measured = replace(one.assigned, meter_id=meter_id, intervals=usages[meter_id, one.unit_id])
            yield replace(one, assigned=measured, meter=names[meter_id])
        if not meters[one.unit_id]:
            yield one


def _meters(connection: Connection, plain: list[NewAssignment]) -> dict[UnitId, list[MeterId]]:
    """The meters that serve each unit on some day of the assignment, each once."""
    kind = plain[0].assigned.versions[-1].terms.meter_kind if plain else ""
    links = read_meters_of(connection, [one.unit_id for one in plain], kind)
    found: dict[UnitId, list[MeterId]] = {}
    for one in plain:
        lying = one.assigned
        fitting = [
            link.meter_id
            for link in links.get(one.unit_id, ())
            if (link.until is None or link.until > lying.first) and (lying.until is None or link.first < lying.until)
        ]
        found[one.unit_id] = list(dict.fromkeys(fitting))
    return found
