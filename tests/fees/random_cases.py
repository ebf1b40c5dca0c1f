"""Charges as no office would dare to have them, for the oracle; and the same case told to the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from app.core.ids import DeviceId, MeterId, ReadingId
from app.core.periods import Convention
from app.core.rounding import Rounding
from app.fees.billing_plan import Assigned, BillableUnit, Vacancy, ValidTerms
from app.fees.formulas import Areas
from app.fees.terms import Anchor, Escalation, Formula, Modifiers, Pays, TariffTerms, Tier, TierSpan
from app.fees.usage import UnitUsage
from app.meters.intervals import DevicePart, Interval, counted
from tests.fees.oracle import Case, Prices, Read

FORMULAS = {
    "area": Formula.AREA,
    "fixed": Formula.FIXED,
    "tiered_area": Formula.TIERED_AREA,
    "expression": Formula.EXPRESSION,
    "metered": Formula.METERED,
    "tiered_month": Formula.TIERED_METERED,
    "tiered_year": Formula.TIERED_METERED,
}
FLOOR, HEADCOUNT = 7, 3


@dataclass(frozen=True)
class Expression:
    """The same arithmetic as the office types it, and as the oracle reckons it."""

    typed: str
    reckoned: Callable[[Fraction, Fraction], Fraction]


EXPRESSIONS = (
    Expression("area * price", lambda area, price: area * price),
    Expression("price × (area − 0.5) ÷ 3 + 2.25", lambda area, price: price * (area - Fraction("0.5")) / 3 + Fraction("2.25")),
    Expression("max(price * floor, 12.3)", lambda _, price: max(price * FLOOR, Fraction("12.3"))),
    Expression("price * headcount if area > 90 else price", lambda area, price: price * (HEADCOUNT if area > 90 else 1)),
    Expression("如果(楼层 >= 7, 单价 * 1.1, 单价)", lambda _, price: price * Fraction("1.1")),
    Expression("area / headcount * price", lambda area, price: area / HEADCOUNT * price),
)  # fmt: skip


def random_case(seed: int) -> tuple[Case, str]:
    """A case, and its expression as typed (empty for other kinds)."""
    rng = Random(seed)
    kind = rng.choice(list(FORMULAS))
    start = date(2019, 1, 1) + timedelta(days=rng.randrange(3000))
    expression = rng.choice(EXPRESSIONS)
    area = _decimal(rng, 20, 300, rng.choice((0, 2, 2, 4)))
    by_area = kind in ("area", "tiered_area", "expression")
    by_meter = kind in ("metered", "tiered_month", "tiered_year")
    case = Case(
        kind=kind,
        prices=_prices(rng, kind, start),
        start=start,
        end=start + timedelta(days=rng.randrange(1, 300)) if rng.random() < 0.2 else None,
        area=area if by_area else None,
        cycle=rng.choice((1, 1, 1, 3, 3, 6, 12)),
        first_payment=rng.choice((0, 0, 0, 0, 0, 6, 12)),
        own_grid=rng.random() < 0.4,
        convention=rng.choice(list(Convention)).value,
        after_use=rng.random() < 0.3,
        due_day=rng.choice((5, 5, 1, 15, 28, 29, 30, 31)),
        coefficient=rng.choice(("1", "1", "1.2", "0.85")),
        vacant=rng.choice(("1", "1", "1", "0.7")),
        vacancies=_vacancies(rng, start),
        rounding=rng.choice(list(Rounding)).value,
        unit_fen=rng.choice((1, 1, 1, 10, 100)),
        reads=_reads(rng, start) if by_meter else (),
        value=lambda price: expression.reckoned(Fraction(area), price),
    )
    return case, expression.typed if kind == "expression" else ""


def _decimal(rng: Random, low: int, high: int, places: int) -> str:
    return str(Decimal(rng.randrange(low * 10**places, high * 10**places)).scaleb(-places))


def _prices(rng: Random, kind: str, start: date) -> tuple[Prices, ...]:
    days = [date(1990, 1, 1)]
    if rng.random() < 0.4:
        days += sorted({start + timedelta(days=rng.randrange(1, 200)) for _ in range(rng.choice((1, 1, 2)))})
    growth = (rng.choice(("5", "-3.5", "0.25")), rng.choice((1, 2, 6, 12))) if rng.random() < 0.25 else None
    extras = rng.random() < 0.3
    return tuple(
        Prices(
            first=day,
            price=_decimal(rng, 1, 9, rng.choice((0, 2, 2, 6))),
            tiers=_tiers(rng, kind) if kind.startswith("tiered") else (),
            surcharge=rng.choice(("0", "5", "0.333")) if extras else "0",
            minimum=rng.choice(("0", "150", "40.55")) if extras else "0",
            growth=growth,
        )
        for day in days
    )


def _tiers(rng: Random, kind: str) -> tuple[tuple[str | None, str], ...]:
    ends = sorted({rng.randrange(5, 260) for _ in range(rng.choice((1, 2, 3)))})
    prices = [_decimal(rng, 1, 9, 2) for _ in range(len(ends) + 1)]
    return (*((str(end), price) for end, price in zip(ends, prices, strict=False)), (None, prices[-1]))


def _vacancies(rng: Random, start: date) -> tuple[tuple[date, date | None, str], ...]:
    if rng.random() < 0.7:
        return ()
    first = start + timedelta(days=rng.randrange(-40, 90))
    until = rng.choice((None, first + timedelta(days=rng.randrange(1, 90))))
    one = (first, until, rng.choice(("0.5", "0", "0.75")))
    return (one,) if rng.random() < 0.7 else (one, (first + timedelta(days=10), None, "0.9"))


def _reads(rng: Random, start: date) -> tuple[Read, ...]:
    """A reading before the charged one, and one whose days the assignment may have only some of."""
    first = start - timedelta(days=rng.choice((0, 0, 0, 1, 9)))
    until = first + timedelta(days=rng.randrange(10, 100))
    earlier = first - timedelta(days=rng.randrange(20, 120))
    value = Decimal(_decimal(rng, 0, 900, 2))
    middle = value + Decimal(_decimal(rng, 0, 300, 1))
    rolled = rng.random() < 0.15
    now = Decimal(_decimal(rng, 0, 90, 1)) if rolled else middle + Decimal(_decimal(rng, 0, 200, rng.choice((0, 1, 4))))
    facts: dict[str, Any] = {"multiplier": rng.choice(("1", "1", "40")), "loss": rng.choice(("0", "0", "0.05"))}
    shared = rng.choice((Fraction(1), Fraction(1), Fraction(1, 3)))
    return (
        Read(earlier, first, str(value), str(middle), **facts, share=shared),
        Read(first, until, str(middle), str(now), **facts, rolled_over_digits=5 if rolled else 0, share=shared),
    )


def told(case: Case, expression: str = "") -> Assigned:
    """The case as the program keeps it."""
    ends = [*(one.first for one in case.prices[1:]), None]
    versions = [
        ValidTerms(one.first, end, _terms(case, one, expression)) for one, end in zip(case.prices, ends, strict=True)
    ]
    area = None if case.area is None else Decimal(case.area)
    return Assigned(
        unit=BillableUnit(Areas(building=area), floor=FLOOR, headcount=HEADCOUNT),
        versions=versions,
        first=case.start,
        until=case.end,
        modifiers=Modifiers(Decimal(case.coefficient), Decimal(case.vacant)),
        intervals=tuple(UnitUsage(_interval(read), read.share) for read in case.reads),
        vacancies=tuple(Vacancy(first, until, Decimal(factor)) for first, until, factor in case.vacancies),
    )


def _terms(case: Case, prices: Prices, expression: str) -> TariffTerms:
    growth = prices.growth
    return TariffTerms(
        formula=FORMULAS[case.kind],
        price=Decimal(prices.price),
        cycle_months=case.cycle,
        anchor=Anchor.OWN if case.own_grid else Anchor.CALENDAR,
        convention=Convention(case.convention),
        due_day=case.due_day,
        pays=Pays.AFTER if case.after_use else Pays.BEFORE,
        rounding=Rounding(case.rounding),
        rounding_unit_fen=case.unit_fen,
        surcharge=Decimal(prices.surcharge),
        minimum=Decimal(prices.minimum),
        tiers=tuple(Tier(None if end is None else Decimal(end), Decimal(price)) for end, price in prices.tiers),
        tier_span=TierSpan.YEAR if case.kind == "tiered_year" else TierSpan.MONTH,
        meter_kind="water" if case.by_meter else "",
        expression=expression,
        escalation=None if growth is None else Escalation(Decimal(growth[0]), growth[1]),
        first_payment_months=case.first_payment,
    )


def _interval(read: Read) -> Interval:
    before, now, multiplier, loss = (Decimal(one) for one in (read.before, read.now, read.multiplier, read.loss))
    rolled, digits = bool(read.rolled_over_digits), read.rolled_over_digits or 5
    usage = counted(before, now, digits, rolled_over=rolled) * multiplier
    part = DevicePart(DeviceId(1), "A1", before, now, multiplier, digits, rolled, usage)
    return Interval(
        MeterId(1), read.first, read.until, before, now, usage * (1 + loss), False, ReadingId(1), (part,), loss
    )  # fmt: skip
