"""Whether the terms of a tariff can be charged by at all: checked before they are saved."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.core.quantities import PRICE_DECIMALS, exponent_of
from app.fees.expression import Unsound, names_in
from app.fees.items import FeeItem
from app.fees.money_of import MoneyOf
from app.fees.refusals import DepositHasNoTariff, MandateMissing, MandateNotMadeYet, TermsNotPositive
from app.fees.terms import Escalation, Formula, Modifiers, TariffTerms, Tier
from app.fees.terms_refusals import (
    CoefficientOutOfRange,
    EscalationOfNothing,
    EscalationWithoutPrice,
    ExpressionUnsound,
    Figure,
    FigureBelowZero,
    FigureTooFine,
    LastTierEnds,
    NoMeterKind,
    NoTiers,
    TierNotHigher,
    TierPriceNotPositive,
    TierWithoutEnd,
    VacantFactorOutOfRange,
    VersionOfOtherKind,
)

QUANTITY_DECIMALS = 4
PERCENT_DECIMALS = 4
FACTOR_DECIMALS = 4


def check_terms(item: FeeItem, terms: TariffTerms, today: date) -> None:
    """Prices above nothing, tiers without holes, an expression that is understood; held money bears what it may.

    Raises DepositHasNoTariff, MandateMissing, MandateNotMadeYet, TermsNotPositive, and the refusals of
    `terms_refusals`.
    """
    if item.money_of is MoneyOf.DEPOSIT:
        raise DepositHasNoTariff(item.name)
    _check_formula(terms)
    _check_extras(terms)
    if terms.escalation is not None:
        _check_escalation(terms, terms.escalation)
    if item.money_of.held and terms.extras:
        _check_mandate(item, terms, today)


def check_versions_agree(tariff: str, before: TariffTerms, after: TariffTerms) -> None:
    """Assignments keep their meters from version to version. Raises VersionOfOtherKind."""
    if _measure(before) != _measure(after):
        raise VersionOfOtherKind(tariff)


def check_modifiers(modifiers: Modifiers) -> None:
    """Factors that never turn a charge round. Raises CoefficientOutOfRange, VacantFactorOutOfRange."""
    if not 0 < modifiers.coefficient <= 100 or _finer(modifiers.coefficient, FACTOR_DECIMALS):
        raise CoefficientOutOfRange(modifiers.coefficient)
    if not 0 <= modifiers.vacant_factor <= 1 or _finer(modifiers.vacant_factor, FACTOR_DECIMALS):
        raise VacantFactorOutOfRange(modifiers.vacant_factor)


def _measure(terms: TariffTerms) -> str | None:
    return terms.meter_kind if terms.formula.is_metered else None


def _check_formula(terms: TariffTerms) -> None:
    if terms.formula.is_metered and not terms.meter_kind:
        raise NoMeterKind
    if terms.formula.is_tiered:
        check_tiers(terms.tiers)
        return
    named = _names(terms.expression) if terms.formula is Formula.EXPRESSION else {"price"}
    if "price" in named:
        if terms.price <= 0:
            raise TermsNotPositive
        _not_finer(Figure.PRICE, terms.price, PRICE_DECIMALS)


def _names(expression: str) -> frozenset[str]:
    try:
        return names_in(expression)
    except Unsound as unsound:
        raise ExpressionUnsound(expression, unsound.piece, unsound.place) from None


def check_tiers(tiers: Sequence[Tier]) -> None:
    """Tiers that follow one another without a hole, the last one open. Raises the refusals of tiers."""
    if len(tiers) < 2:
        raise NoTiers
    for place, tier in enumerate(tiers, 1):
        if tier.price <= 0:
            raise TierPriceNotPositive(place)
        _not_finer(Figure.TIER_PRICE, tier.price, PRICE_DECIMALS, place)
        if tier.up_to is None and place < len(tiers):
            raise TierWithoutEnd(place)
        _not_finer(Figure.TIER_END, tier.up_to or Decimal(0), QUANTITY_DECIMALS, place)
    ends = [Decimal(0), *(tier.up_to for tier in tiers if tier.up_to is not None)]
    for place, (before, up_to) in enumerate(pairwise(ends), 1):
        if up_to <= before:
            raise TierNotHigher(place, up_to, before)
    last = tiers[-1].up_to
    if last is not None:
        raise LastTierEnds(len(tiers), last)


def _check_extras(terms: TariffTerms) -> None:
    for figure, value in ((Figure.SURCHARGE, terms.surcharge), (Figure.MINIMUM, terms.minimum)):
        if value < 0:
            raise FigureBelowZero(figure, value)
        _not_finer(figure, value, PRICE_DECIMALS)


def _check_mandate(item: FeeItem, terms: TariffTerms, today: date) -> None:
    """Extras on money held for others rest on a document that is there already."""
    if terms.mandate is None or not terms.mandate.words.strip():
        raise MandateMissing(item.name, terms.extras)
    if terms.mandate.day > today:
        raise MandateNotMadeYet(terms.mandate.day, today)


def _check_escalation(terms: TariffTerms, escalation: Escalation) -> None:
    if not escalation.percent or escalation.percent <= -100 or escalation.every_months < 1:
        raise EscalationOfNothing(escalation.percent, escalation.every_months)
    _not_finer(Figure.ESCALATION, escalation.percent, PERCENT_DECIMALS)
    if terms.formula is Formula.EXPRESSION and "price" not in names_in(terms.expression):
        raise EscalationWithoutPrice(terms.expression)


def _not_finer(figure: Figure, value: Decimal, most: int, tier: int = 0) -> None:
    if _finer(value, most):
        raise FigureTooFine(figure, value, most, tier)


def _finer(value: Decimal, most: int) -> bool:
    return -exponent_of(value.normalize()) > most
