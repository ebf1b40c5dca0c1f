"""The terms of a tariff: what one version of it says, as it is stored with the version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, Self

from app.core.periods import Convention
from app.core.rounding import ROUNDING_UNITS_FEN, Rounding
from app.fees.mandate import Mandate, mandate_in

CYCLES = (1, 3, 6, 12)
DUE_DAY = 5
FIRST_PAYMENTS = (0, 6, 12)


class Formula(StrEnum):
    """What an amount is computed from."""

    AREA = "area"
    FIXED = "fixed"
    TIERED_AREA = "tiered_area"
    METERED = "metered"
    TIERED_METERED = "tiered_metered"
    EXPRESSION = "expression"

    @property
    def is_metered(self) -> bool:
        """Whether it charges usage between two readings instead of months."""
        return self in (Formula.METERED, Formula.TIERED_METERED)

    @property
    def is_tiered(self) -> bool:
        """Whether it has prices by tier instead of one price."""
        return self in (Formula.TIERED_AREA, Formula.TIERED_METERED)


class AreaBase(StrEnum):
    """Which of a unit's areas an area tariff uses."""

    BUILDING = "building"
    INNER = "inner"
    BILLING = "billing"


class Anchor(StrEnum):
    """Where cycles begin: with the calendar's months, or with the assignment's own first day."""

    CALENDAR = "calendar"
    OWN = "own"


class Pays(StrEnum):
    """Whether a period is paid before it is used or after."""

    BEFORE = "before"
    AFTER = "after"


class Extra(StrEnum):
    """What a tariff may add to its formula; to money held for others only by a mandate."""

    LATE_FEE = "late_fee"
    SURCHARGE = "surcharge"
    MINIMUM = "minimum"


class TierSpan(StrEnum):
    """Over which usage the tiers of a metered tariff are counted: each month's own, or the calendar year so far."""

    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Tier:
    """The price of what lies above the tier before, up to and including `up_to` (㎡ or usage); None has no end."""

    up_to: Decimal | None
    price: Decimal


@dataclass(frozen=True, slots=True)
class Escalation:
    """The price grows by `percent` (5 means 5 %) after every so many months of the assignment, compounding."""

    percent: Decimal
    every_months: int


@dataclass(frozen=True, slots=True)
class LateFeeTerms:
    """The contract's rate: a fraction per day, days of grace, and the cap as a fraction of the charge.

    A charge keeps the mandate with them where its money is held for others.
    """

    daily_rate: Decimal
    grace_days: int = 0
    cap: Decimal = Decimal(1)
    mandate: Mandate | None = None

    def to_facts(self) -> dict[str, Any]:
        """A document with decimals as text."""
        facts = {"daily_rate": str(self.daily_rate), "grace_days": self.grace_days, "cap": str(self.cap)}
        return facts if self.mandate is None else facts | {"mandate": self.mandate.to_facts()}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The terms that a document says."""
        rate, cap = Decimal(facts["daily_rate"]), Decimal(facts["cap"])
        return cls(rate, int(facts["grace_days"]), cap, mandate_in(facts))


@dataclass(frozen=True, slots=True)
class TariffTerms:
    """How one fee item is computed: price and extras in yuan per month, cycle in months, days as days of the month."""

    formula: Formula
    price: Decimal
    area_base: AreaBase = AreaBase.BUILDING
    cycle_months: int = 1
    anchor: Anchor = Anchor.CALENDAR
    convention: Convention = Convention.EXACT_DAYS
    due_day: int = DUE_DAY
    pays: Pays = Pays.BEFORE
    rounding: Rounding = Rounding.HALF_UP
    rounding_unit_fen: int = 1
    surcharge: Decimal = Decimal(0)
    minimum: Decimal = Decimal(0)
    late_fee: LateFeeTerms | None = None
    tiers: tuple[Tier, ...] = ()
    tier_span: TierSpan = TierSpan.MONTH
    meter_kind: str = ""
    expression: str = ""
    escalation: Escalation | None = None
    first_payment_months: int = 0
    lead_days: int = 0
    mandate: Mandate | None = None

    def __post_init__(self) -> None:
        if self.cycle_months not in CYCLES or not 1 <= self.due_day <= 31:
            msg = f"no cycle of {self.cycle_months} months, or no due day {self.due_day}"
            raise ValueError(msg)
        if self.rounding_unit_fen not in ROUNDING_UNITS_FEN:
            msg = f"no rounding to {self.rounding_unit_fen} fen"
            raise ValueError(msg)
        if self.first_payment_months not in FIRST_PAYMENTS or not 0 <= self.lead_days <= 92:
            msg = f"no first payment of {self.first_payment_months} months, or no lead of {self.lead_days} days"
            raise ValueError(msg)

    @property
    def extras(self) -> tuple[Extra, ...]:
        """The extras that are set."""
        said = {Extra.LATE_FEE: self.late_fee, Extra.SURCHARGE: self.surcharge, Extra.MINIMUM: self.minimum}
        return tuple(extra for extra, value in said.items() if value)

    @property
    def charged_late_fee(self) -> LateFeeTerms | None:
        """The late fee as a charge keeps it: with the mandate on which it rests."""
        if self.late_fee is None or self.mandate is None:
            return self.late_fee
        return replace(self.late_fee, mandate=self.mandate)

    def to_facts(self) -> dict[str, Any]:
        """A document for the database: decimals as text, choices by name; what came later only where it is used."""
        facts: dict[str, Any] = {
            "formula": self.formula.value,
            "price": str(self.price),
            "area_base": self.area_base.value,
            "cycle_months": self.cycle_months,
            "anchor": self.anchor.value,
            "convention": self.convention.value,
            "due_day": self.due_day,
            "pays": self.pays.value,
            "rounding": self.rounding.value,
            "rounding_unit_fen": self.rounding_unit_fen,
            "surcharge": str(self.surcharge),
            "minimum": str(self.minimum),
            "late_fee": None if self.late_fee is None else self.late_fee.to_facts(),
        }
        return facts | {name: value for name, value in self._later_facts().items() if value}

    def _later_facts(self) -> dict[str, Any]:
        escalation = self.escalation
        return {
            "tiers": [tier_facts(tier) for tier in self.tiers],
            "tier_span": self.tier_span.value if self.formula is Formula.TIERED_METERED else "",
            "meter_kind": self.meter_kind,
            "expression": self.expression,
            "escalation": None if escalation is None else [str(escalation.percent), escalation.every_months],
            "first_payment_months": self.first_payment_months,
            "lead_days": self.lead_days,
            "mandate": None if self.mandate is None else self.mandate.to_facts(),
        }

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The terms that a document says; an old one lacks what came later."""
        late_fee, escalation = facts["late_fee"], facts.get("escalation")
        return cls(
            formula=Formula(facts["formula"]),
            price=Decimal(facts["price"]),
            area_base=AreaBase(facts["area_base"]),
            cycle_months=int(facts["cycle_months"]),
            anchor=Anchor(facts["anchor"]),
            convention=Convention(facts["convention"]),
            due_day=int(facts["due_day"]),
            pays=Pays(facts["pays"]),
            rounding=Rounding(facts["rounding"]),
            rounding_unit_fen=int(facts["rounding_unit_fen"]),
            surcharge=Decimal(facts["surcharge"]),
            minimum=Decimal(facts["minimum"]),
            late_fee=None if late_fee is None else LateFeeTerms.from_facts(late_fee),
            tiers=tuple(tier_of(*said) for said in facts.get("tiers", ())),
            tier_span=TierSpan(facts.get("tier_span", TierSpan.MONTH)),
            meter_kind=facts.get("meter_kind", ""),
            expression=facts.get("expression", ""),
            escalation=None if escalation is None else Escalation(Decimal(escalation[0]), int(escalation[1])),
            first_payment_months=int(facts.get("first_payment_months", 0)),
            lead_days=int(facts.get("lead_days", 0)),
            mandate=mandate_in(facts),
        )


def tier_facts(tier: Tier) -> list[str | None]:
    """A tier as a document: where it ends, and its price."""
    return [None if tier.up_to is None else str(tier.up_to), str(tier.price)]


def tier_of(up_to: str | None, price: str) -> Tier:
    """The tier that a document says."""
    return Tier(None if up_to is None else Decimal(up_to), Decimal(price))


@dataclass(frozen=True, slots=True)
class Modifiers:
    """What an assignment changes for its one unit: factors on the formula, 1 each unless agreed otherwise."""

    coefficient: Decimal = Decimal(1)
    vacant_factor: Decimal = Decimal(1)

    @property
    def factor(self) -> Fraction:
        """Both factors at once."""
        return factor_of(self.coefficient, self.vacant_factor)

    def to_facts(self) -> dict[str, Any]:
        """Only what differs from 1, so that most assignments store an empty document."""
        named = {"coefficient": self.coefficient, "vacant_factor": self.vacant_factor}
        return {name: str(value) for name, value in named.items() if value != 1}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Self:
        """The modifiers that a document says."""
        return cls(**{name: Decimal(value) for name, value in facts.items()})


@lru_cache(maxsize=256)
def factor_of(coefficient: Decimal, vacant_factor: Decimal) -> Fraction:
    """What both factors make of a formula's amount, exactly."""
    return Fraction(coefficient) * Fraction(vacant_factor)


UNCHANGED = Modifiers()
