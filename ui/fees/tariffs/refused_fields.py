"""Which field of the tariff form a refusal is about, so that it is said there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.fees import refusals as fees
from app.fees import terms_refusals as terms
from ui.fees.tariffs.tariff_fields import TariffFields

_TIERS = (
    terms.NoTiers,
    terms.TierNotHigher,
    terms.TierWithoutEnd,
    terms.LastTierEnds,
    terms.TierPriceNotPositive,
)


def field_of(refusal: Refusal, fields: TariffFields) -> QWidget | None:
    """The field to go to; None for what concerns no single one."""
    if isinstance(refusal, terms.FigureTooFine | terms.FigureBelowZero):
        return _field_of_figure(refusal.figure, fields)
    if isinstance(refusal, fees.MandateMissing):
        return fields.mandate.missing()
    places: list[tuple[tuple[type[Refusal], ...], QWidget]] = [
        ((fees.TariffNeedsName, fees.TariffExists), fields.name),
        ((fees.TermsNotPositive,), fields.price),
        ((fees.VersionNotLater, fees.VersionLeavesHole, fees.DatesReversed), fields.first),
        ((fees.MandateNotMadeYet,), fields.mandate.day),
        (_TIERS, fields.formula.tiers),
        ((terms.NoMeterKind, terms.VersionOfOtherKind), fields.formula.meter),
        ((terms.ExpressionUnsound, terms.ExpressionFailsEverywhere), fields.formula.expression),
        ((terms.EscalationOfNothing, terms.EscalationWithoutPrice), fields.more.rise),
    ]
    return next((field for kinds, field in places if isinstance(refusal, kinds)), None)


def _field_of_figure(figure: terms.Figure, fields: TariffFields) -> QWidget:
    return {
        terms.Figure.PRICE: fields.price,
        terms.Figure.SURCHARGE: fields.more.surcharge,
        terms.Figure.MINIMUM: fields.more.minimum,
        terms.Figure.TIER_PRICE: fields.formula.tiers,
        terms.Figure.TIER_END: fields.formula.tiers,
        terms.Figure.ESCALATION: fields.more.rise,
    }[figure]
