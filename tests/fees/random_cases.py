"""Charges as no office would dare to have them, for the oracle."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from tests.fees.oracle import anniversary
from tests.fees.oracle_case import Case, Prices
from tests.fees.oracle_charges import begin
from tests.fees.random_reads import random_reads

BY_MONTHS = ("area", "fixed", "tiered_area", "expression")
BY_METER = ("metered", "tiered_month", "tiered_year")
AREAS = ("building", "inner", "billing")
CONVENTIONS = ("exact_days", "thirty_day", "half", "whole")
HANDOVER_RULES = ("from_handover_day", "from_next_month", "whole_month")
FLOOR, HEADCOUNT = 7, 3
Areas = dict[str, Fraction]


@dataclass(frozen=True)
class Expression:
    """The same arithmetic as the office types it, and as the oracle reckons it for areas, price and coefficient."""

    typed: str
    reckoned: Callable[[Areas, Fraction, Fraction], Fraction]

    @property
    def names_coefficient(self) -> bool:
        return "coefficient" in self.typed or "系数" in self.typed


EXPRESSIONS = (
    Expression("area * price", lambda of, price, _: of["building"] * price),
    Expression("price × (area − 0.5) ÷ 3 + 2.25", lambda of, price, _: price * (of["building"] - Fraction("0.5")) / 3 + Fraction("2.25")),
    Expression("max(price * floor, 12.3)", lambda _, price, __: max(price * FLOOR, Fraction("12.3"))),
    Expression("price * headcount if area > 90 else price", lambda of, price, _: price * (HEADCOUNT if of["building"] > 90 else 1)),
    Expression("如果(楼层 >= 7, 单价 * 1.1, 单价)", lambda _, price, __: price * Fraction("1.1")),
    Expression("area / headcount * price", lambda of, price, _: of["building"] / HEADCOUNT * price),
    Expression("min(inner_area, billing_area) * price", lambda of, price, _: min(of["inner"], of["billing"]) * price),
    Expression("套内面积 × 单价 × 系数 + 1", lambda of, price, own: of["inner"] * price * own + 1),
    Expression("price * coefficient + billing_area / 7", lambda of, price, own: price * own + of["billing"] / 7),
)  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """A case, its expression as typed, and the day up to which a run goes."""

    case: Case
    typed: str
    run_until: date


def random_case(seed: int) -> Drawn:
    """One of endlessly many cases; the same for the same seed."""
    rng = Random(seed)
    start, by_meter = _start(rng), rng.random() < 0.4
    areas, expression = _areas(rng), rng.choice(EXPRESSIONS)
    coefficient = rng.choice(("1", "1", "1.2", "0.85"))
    prices = _prices(rng, BY_METER if by_meter else BY_MONTHS, start)
    case = Case(
        prices=prices,
        start=start,
        end=_some_day(rng, start, 0.25, 1, 300),
        valid_until=_some_day(rng, prices[-1].first, 0.5, 1, 300) if len(prices) > 1 else None,
        handover=_some_day(rng, start, 0.35, -60, 60),
        handover_rule=rng.choice(HANDOVER_RULES),
        areas=_areas_known(rng, areas, prices),
        cycle=rng.choice((1, 1, 1, 3, 3, 6, 12)),
        first_payment=rng.choice((0, 0, 0, 0, 0, 6, 12)),
        own_grid=rng.random() < 0.4,
        convention=rng.choice(CONVENTIONS),
        after_use=rng.random() < 0.3,
        lead_days=rng.choice((0, 0, 1, 10, 31, 92)),
        due_day=rng.choice((5, 5, 1, 15, 28, 29, 30, 31)),
        coefficient=coefficient,
        coefficient_inside=expression.names_coefficient,
        vacant=rng.choice(("1", "1", "1", "0.7")),
        vacancies=_vacancies(rng, start),
        rounding=rng.choice(("half_up", "up", "down")),
        unit_fen=rng.choice((1, 1, 1, 10, 100)),
        reads=random_reads(rng, start) if by_meter else (),
        value=lambda price: expression.reckoned(areas, price, Fraction(coefficient)),
    )
    case = _begun_before(rng, case)
    reach = begin(case) if case.charged is None else case.charged[1]
    typed = expression.typed if any(one.kind == "expression" for one in prices) else ""
    return Drawn(case, typed, reach + timedelta(days=rng.randrange(-20, 45 + 70 * case.cycle)))


def decimal(rng: Random, low: int, high: int, places: int) -> str:
    return str(Decimal(rng.randrange(low * 10**places, high * 10**places)).scaleb(-places))


def _start(rng: Random) -> date:
    """Any day, and often one on which months are hard to count."""
    day = date(2019, 1, 1) + timedelta(days=rng.randrange(3000))
    where = rng.random()
    if where < 0.15:
        return day.replace(day=monthrange(day.year, day.month)[1])
    if where < 0.25:
        return day.replace(day=1)
    return date(rng.choice((2020, 2024)), 2, 29) if where < 0.3 else day


def _some_day(rng: Random, of: date, likely: float, low: int, high: int) -> date | None:
    return of + timedelta(days=rng.randrange(low, high)) if rng.random() < likely else None


def _areas(rng: Random) -> Areas:
    return {kind: Fraction(decimal(rng, 20, 300, rng.choice((0, 2, 2, 4)))) for kind in AREAS}


def _areas_known(rng: Random, areas: Areas, prices: tuple[Prices, ...]) -> tuple[tuple[str, str | None], ...]:
    """Now and then one is missing, unless an expression asks for it."""
    missing = rng.choice(AREAS) if rng.random() < 0.1 else None
    if any(one.kind == "expression" for one in prices):
        missing = None
    known = {kind: str(Decimal(area.numerator) / area.denominator) for kind, area in areas.items()}
    return tuple((kind, None if kind == missing else text) for kind, text in known.items())


def _prices(rng: Random, kinds: tuple[str, ...], start: date) -> tuple[Prices, ...]:
    """One price, or some that follow one another; the formula stays or changes with them."""
    days = [date(1990, 1, 1)]
    if rng.random() < 0.45:
        days += sorted({_day_of_change(rng, start) for _ in range(rng.choice((1, 1, 2)))})
    kind, area = rng.choice(kinds), rng.choice(AREAS)
    growth = rng.random() < 0.3
    extras = rng.random() < 0.3
    found = []
    for day in days:
        if rng.random() < 0.2:
            kind, area = rng.choice(kinds), rng.choice(AREAS)
        found.append(
            Prices(
                first=day,
                kind=kind,
                price=decimal(rng, 1, 9, rng.choice((0, 2, 2, 6))),
                area=area,
                tiers=_tiers(rng) if kind.startswith("tiered") else (),
                surcharge=rng.choice(("0", "5", "0.333")) if extras else "0",
                minimum=rng.choice(("0", "150", "40.55")) if extras else "0",
                growth=(rng.choice(("5", "-3.5", "0.25")), rng.choice((1, 2, 6, 12))) if growth else None,
            )
        )
    return tuple(found)


def _day_of_change(rng: Random, start: date) -> date:
    """Any day, or the first or the last one of a month or of a month of its own."""
    day = start + timedelta(days=rng.randrange(1, 200))
    where = rng.random()
    if where < 0.15 and day.replace(day=1) > start:
        return day.replace(day=1)
    if where < 0.3:
        return day.replace(day=monthrange(day.year, day.month)[1])
    if where < 0.5:
        return anniversary(start, rng.randrange(1, 7)) - timedelta(days=rng.choice((0, 1)))
    return day


def _tiers(rng: Random) -> tuple[tuple[str | None, str], ...]:
    ends = sorted({rng.randrange(5, 260) for _ in range(rng.choice((1, 2, 3)))})
    prices = [decimal(rng, 1, 9, 2) for _ in range(len(ends) + 1)]
    return (*((str(end), price) for end, price in zip(ends, prices, strict=False)), (None, prices[-1]))


def _vacancies(rng: Random, start: date) -> tuple[tuple[date, date | None, str], ...]:
    if rng.random() < 0.7:
        return ()
    first = start + timedelta(days=rng.randrange(-40, 90))
    until = rng.choice((None, first + timedelta(days=rng.randrange(1, 90))))
    one = (first, until, rng.choice(("0.5", "0", "0.75")))
    return (one,) if rng.random() < 0.7 else (one, (first + timedelta(days=10), None, "0.9"))


def _begun_before(rng: Random, case: Case) -> Case:
    """Some were paid in the books before, some are charged or paid ahead up to a day of the middle."""
    where = rng.random()
    if where < 0.15:
        line = anniversary(case.start, rng.randrange(1, 8))
        day = case.start + timedelta(days=rng.randrange(-10, 200))
        case = replace(case, paid_until=rng.choice((line, day)))
    if rng.random() < 0.25:
        first = begin(case)
        ahead = anniversary(first, rng.randrange(1, 8))
        day = rng.choice((ahead, first + timedelta(days=rng.randrange(1, 200))))
        case = replace(case, charged=(first, day))
    return case
