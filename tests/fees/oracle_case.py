"""Everything that the money rules name about one tariff on one unit, in plain text and days; and what they make of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Prices:
    """What holds from a day on: a formula at one price, or at tiers of (end, price); extras a month; growth in percent.

    `kind`: area, fixed, tiered_area, expression; by meter: metered, tiered_month, tiered_year.
    """

    first: date
    kind: str
    price: str = "0"
    area: str = "building"
    tiers: tuple[tuple[str | None, str], ...] = ()
    surcharge: str = "0"
    minimum: str = "0"
    growth: tuple[str, int] | None = None


@dataclass(frozen=True)
class Counted:
    """What one device showed at the start and the end of its time between two readings."""

    before: str
    now: str
    multiplier: str = "1"
    rolled_over_digits: int = 0

    @property
    def usage(self) -> Fraction:
        anew = 10**self.rolled_over_digits if self.rolled_over_digits else 0
        return (Fraction(self.now) - Fraction(self.before) + anew) * Fraction(self.multiplier)


@dataclass(frozen=True)
class Read:
    """Two readings of a meter: what its devices counted in between, and whose part of it this is."""

    first: date
    until: date
    devices: tuple[Counted, ...]
    loss: str = "0"
    share: Fraction = Fraction(1)

    @property
    def usage(self) -> Fraction:
        counted = sum((one.usage for one in self.devices), Fraction(0))
        return counted * (1 + Fraction(self.loss)) * self.share

    @property
    def usage_a_day(self) -> Fraction:
        return self.usage / (self.until - self.first).days


@dataclass(frozen=True)
class Case:
    """One tariff on one unit from a day on; `charged` is what was charged before, from its first day to its end."""

    prices: tuple[Prices, ...]
    start: date
    end: date | None = None
    valid_until: date | None = None
    handover: date | None = None
    handover_rule: str = "from_handover_day"
    paid_until: date | None = None
    charged: tuple[date, date] | None = None
    areas: tuple[tuple[str, str | None], ...] = ()
    cycle: int = 1
    first_payment: int = 0
    own_grid: bool = False
    convention: str = "exact_days"
    after_use: bool = False
    lead_days: int = 0
    due_day: int = 5
    coefficient: str = "1"
    coefficient_inside: bool = False
    vacant: str = "1"
    vacancies: tuple[tuple[date, date | None, str], ...] = ()
    rounding: str = "half_up"
    unit_fen: int = 1
    reads: tuple[Read, ...] = ()
    value: Callable[[Fraction], Fraction] = Fraction  # an expression: what one month costs at a price

    @property
    def by_meter(self) -> bool:
        return self.prices[0].kind in ("metered", "tiered_month", "tiered_year")


@dataclass(frozen=True)
class Answer:
    first: date
    until: date
    due_on: date
    fen: int


class NoCharge(Exception):  # noqa: N818 - named as a fact, like all errors here
    """Nothing is charged from here on: no area, or a usage below nothing."""
