"""What is refused of a tariff's terms: the figure or piece that is wrong, and its place."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from app.core.errors import Refusal


class Figure(StrEnum):
    """Which figure of the terms is meant."""

    PRICE = "price"
    SURCHARGE = "surcharge"
    MINIMUM = "minimum"
    TIER_PRICE = "tier_price"
    TIER_END = "tier_end"
    ESCALATION = "escalation"


class FigureTooFine(Refusal):
    """More decimals than this figure may have; `tier` counts from 1, 0 where the figure is in no tier."""

    figure: Figure
    value: Decimal
    most: int
    tier: int = 0


class FigureBelowZero(Refusal):
    """A surcharge or minimum below zero."""

    figure: Figure
    value: Decimal


class CoefficientOutOfRange(Refusal):
    """A unit's own factor is more than nothing and at most 100, with up to 4 decimals."""

    value: Decimal


class VacantFactorOutOfRange(Refusal):
    """A factor for standing empty lies between 0 and 1, with up to 4 decimals."""

    value: Decimal


class NoTiers(Refusal):
    """A tariff by tiers with fewer than two of them."""


class TierNotHigher(Refusal):
    """A tier that ends no later than the one before it (the first: at nothing)."""

    tier: int
    up_to: Decimal
    before: Decimal


class TierWithoutEnd(Refusal):
    """A tier before the last one says no end: what lies above it would never be reached."""

    tier: int


class LastTierEnds(Refusal):
    """The last tier ends: what lies above it would have no price."""

    tier: int
    up_to: Decimal


class TierPriceNotPositive(Refusal):
    """A tier whose price is nothing or less."""

    tier: int


class NoMeterKind(Refusal):
    """A tariff by meter that does not say by which kind."""


class EscalationOfNothing(Refusal):
    """A price that grows by 0 %, falls to nothing, or after no months at all."""

    percent: Decimal
    every_months: int


class EscalationWithoutPrice(Refusal):
    """The price grows, but the expression does not name it."""

    expression: str


class ExpressionUnsound(Refusal):
    """A piece of the expression that is not understood; `place` counts its characters from 1, 0 for all of it."""

    expression: str
    piece: str
    place: int


class ExpressionFailsEverywhere(Refusal):
    """The expression gives no amount on any unit of the book: `unit` is the first of them, `about` what it lacks."""

    expression: str
    unit: str
    about: str


class VersionOfOtherKind(Refusal):
    """A tariff by meter stays one by the same kind of meter, and one by months stays so."""

    tariff: str
