"""Tariffs, units and readings in one line each, for the rules that need no database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from app.core.ids import DeviceId, MeterId, ReadingId
from app.core.money import Money
from app.fees.billing_plan import Assigned, BillableUnit, Plan, PlannedCharge, ValidTerms, next_charge, plan
from app.fees.explanation import recompute
from app.fees.formulas import Areas
from app.fees.handover import HandoverMonth
from app.fees.terms import Escalation, Formula, TariffTerms, Tier
from app.fees.usage import UnitUsage
from app.meters.intervals import Device, Reading, intervals_of
from app.meters.kinds import ReadingKind

FROM_DAY = HandoverMonth.FROM_HANDOVER_DAY
LONG_AGO = date(1990, 1, 1)
METER = MeterId(1)


def d(text: str) -> date:
    return date.fromisoformat(text)


def yuan(text: str) -> Money:
    return Money(int(Decimal(text) * 100))


def tiers(*pairs: tuple[str | None, str]) -> tuple[Tier, ...]:
    """Tiers by end and price: `("216", "2.07"), (None, "4.07")`."""
    return tuple(Tier(None if end is None else Decimal(end), Decimal(price)) for end, price in pairs)


def rises(percent: str, months: int) -> Escalation:
    return Escalation(Decimal(percent), months)


def terms(formula: Formula, price: str = "0", **more: Any) -> TariffTerms:
    """Terms with decimals as text where they are figures."""
    figures: dict[str, Any] = {name: Decimal(more.pop(name)) for name in ("surcharge", "minimum") if name in more}
    if formula.is_metered:
        more.setdefault("meter_kind", "water")
    return TariffTerms(formula, Decimal(price), **figures, **more)


def by_area(price: str, **more: Any) -> TariffTerms:
    return terms(Formula.AREA, price, **more)


def laid(
    what: TariffTerms | list[ValidTerms], first: str, until: str | None = None, area: str | None = "89.50", **more: Any
) -> Assigned:
    """A tariff, or its versions, on a unit from a day on."""
    versions = what if isinstance(what, list) else [ValidTerms(LONG_AGO, None, what)]
    unit = more.pop("unit", None) or BillableUnit(Areas(None if area is None else Decimal(area)))
    return Assigned(unit, versions, d(first), None if until is None else d(until), **more)


def changed(before: TariffTerms, day: str, after: TariffTerms) -> list[ValidTerms]:
    """Two versions: the second one from a day on."""
    return [ValidTerms(LONG_AGO, d(day), before), ValidTerms(d(day), None, after)]


def charge_of(case: Assigned, rule: HandoverMonth = FROM_DAY) -> PlannedCharge:
    """The next charge, which explains itself to the fen."""
    charge = next_charge(case, rule)
    assert charge is not None
    assert recompute(charge.explain) == charge.amount
    return charge


def planned(case: Assigned, until: str, rule: HandoverMonth = FROM_DAY) -> Plan:
    """What a run up to a day writes."""
    found = plan(case, d(until), rule)
    for charge in found.charges:
        assert recompute(charge.explain) == charge.amount
    return found


def shown(charges: tuple[PlannedCharge, ...]) -> list[str]:
    """`2026-01-01 2026-02-01 165.58` for each charge."""
    return [f"{one.period.first} {one.period.until} {one.amount.fen / 100:.2f}" for one in charges]


def readings(
    *read: tuple[str, str],
    share: str = "1",
    multiplier: str = "1",
    loss: str = "0",
    estimated: str = "",
    rolled: str = "",
) -> tuple[UnitUsage, ...]:
    """The usages between readings given by day and value; `estimated` and `rolled` name days."""
    device = Device(DeviceId(1), METER, "A1", 5, Decimal(multiplier), d(read[0][0]))
    found = [
        Reading(
            ReadingId(number),
            ReadingId(number),
            METER,
            device.id,
            d(day),
            Decimal(value),
            ReadingKind.BASE if number == 1 else ReadingKind.ESTIMATED if day == estimated else ReadingKind.READ,
            day == rolled,
        )
        for number, (day, value) in enumerate(read, 1)
    ]
    return tuple(UnitUsage(one, Fraction(share)) for one in intervals_of(Decimal(loss), {device.id: device}, found))


def metered(what: TariffTerms | list[ValidTerms], first: str, *read: tuple[str, str], **more: Any) -> Assigned:
    """A tariff by meter on a unit whose meter was read on these days."""
    how = {name: more.pop(name) for name in ("share", "multiplier", "loss", "estimated", "rolled") if name in more}
    return laid(what, first, meter_id=METER, intervals=readings(*read, **how), **more)
