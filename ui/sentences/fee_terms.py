"""Sentences of what is refused of a tariff's terms: figures, tiers, escalation, expressions."""

from app.core.language import mark, tr
from app.core.show import show_decimal
from app.fees import refusals as fees
from app.fees import terms_refusals as terms
from app.fees.terms_refusals import Figure
from app.meters.kinds import KIND_NAMES, MeterKind
from ui.sentences import sentence

_FIGURES: dict[Figure, str] = {
    Figure.PRICE: mark("price"),
    Figure.SURCHARGE: mark("surcharge"),
    Figure.MINIMUM: mark("minimum"),
    Figure.TIER_PRICE: mark("price"),
    Figure.TIER_END: mark("end"),
    Figure.ESCALATION: mark("percentage"),
}
_ABOUT: dict[str, str] = {
    "÷ 0": mark("it divides by zero"),
    "< 0": mark("the result is below zero"),
}


@sentence(terms.FigureTooFine)
def _figure_too_fine(error: terms.FigureTooFine) -> str:
    facts = {"figure": tr(_FIGURES[error.figure]), "value": show_decimal(error.value), "most": error.most}
    if error.tier:
        return tr("Tier {tier}: the {figure} {value} has more than {most} decimals. Shorten it.").format(
            tier=error.tier, **facts
        )
    return tr("The {figure} {value} has more than {most} decimals. Shorten it.").format(**facts)


@sentence(terms.FigureBelowZero)
def _figure_below_zero(error: terms.FigureBelowZero) -> str:
    return tr("The {figure} {value} is below zero. Type it without a minus sign, or clear it.").format(
        figure=tr(_FIGURES[error.figure]), value=show_decimal(error.value)
    )


@sentence(terms.CoefficientOutOfRange)
def _coefficient_out_of_range(error: terms.CoefficientOutOfRange) -> str:
    words = tr("{value} is no coefficient. Type one above 0 and up to 100 with at most 4 decimals, such as 1.2.")
    return words.format(value=show_decimal(error.value))


@sentence(terms.VacantFactorOutOfRange)
def _vacant_factor_out_of_range(error: terms.VacantFactorOutOfRange) -> str:
    words = tr("{value} is no factor for an empty home. Type one from 0 to 1 with at most 4 decimals, such as 0.7.")
    return words.format(value=show_decimal(error.value))


@sentence(terms.NoTiers)
def _no_tiers(_: terms.NoTiers) -> str:
    return tr("A tariff by tiers needs at least two of them. Add one, or choose one price for all.")


@sentence(terms.TierNotHigher)
def _tier_not_higher(error: terms.TierNotHigher) -> str:
    return tr("Tier {tier} ends at {up_to}, which is not above {before}. Let each tier end higher.").format(
        tier=error.tier, up_to=show_decimal(error.up_to), before=show_decimal(error.before)
    )


@sentence(terms.TierWithoutEnd)
def _tier_without_end(error: terms.TierWithoutEnd) -> str:
    return tr("Tier {tier} has no end, so that the tiers after it would never be reached. Type where it ends.").format(
        tier=error.tier
    )


@sentence(terms.LastTierEnds)
def _last_tier_ends(error: terms.LastTierEnds) -> str:
    return tr("Above {up_to} there is no price. Leave the end of the last tier ({tier}) empty.").format(
        up_to=show_decimal(error.up_to), tier=error.tier
    )


@sentence(terms.TierPriceNotPositive)
def _tier_price_not_positive(error: terms.TierPriceNotPositive) -> str:
    return tr("The price of tier {tier} must be more than zero.").format(tier=error.tier)


@sentence(terms.NoMeterKind)
def _no_meter_kind(_: terms.NoMeterKind) -> str:
    return tr("The tariff goes by meter. Choose by which kind: water, electricity, gas or heat.")


@sentence(terms.EscalationOfNothing)
def _escalation_of_nothing(error: terms.EscalationOfNothing) -> str:
    return tr("A price cannot change by {percent}% after every {n} months. Check both figures, or clear them.").format(
        percent=show_decimal(error.percent, 0), n=error.every_months
    )


@sentence(terms.EscalationWithoutPrice)
def _escalation_without_price(error: terms.EscalationWithoutPrice) -> str:
    return tr("The price is to rise, but “{expression}” does not name it. Write “price” where it belongs.").format(
        expression=error.expression
    )


@sentence(terms.ExpressionUnsound)
def _expression_unsound(error: terms.ExpressionUnsound) -> str:
    if not error.place:
        return tr("The expression “{expression}” is not understood. Write it like area × price + 2.").format(
            expression=error.expression
        )
    return tr("“{piece}” (character {place} of the expression) is not understood. Check its spelling.").format(
        piece=error.piece, place=error.place
    )


@sentence(terms.ExpressionFailsEverywhere)
def _expression_fails_everywhere(error: terms.ExpressionFailsEverywhere) -> str:
    facts = {"expression": error.expression, "unit": error.unit, "about": tr(error.about)}
    if error.about in _ABOUT:
        return tr("“{expression}” gives no amount on any unit; on {unit}: {problem}. Change it.").format(
            **facts, problem=tr(_ABOUT[error.about])
        )
    return tr(
        "“{expression}” gives no amount on any unit: {unit} and the others have no “{about}”. Enter it in the estate’s"
        " book, or leave it out."
    ).format(**facts)


@sentence(terms.VersionOfOtherKind)
def _version_of_other_kind(error: terms.VersionOfOtherKind) -> str:
    return tr(
        "“{tariff}” cannot change between months and a meter, or to another kind of meter. Make a new one."
    ).format(tariff=error.tariff)


@sentence(fees.UnitsWithoutMeter)
def _units_without_meter(error: fees.UnitsWithoutMeter) -> str:
    kind = tr(KIND_NAMES[MeterKind(error.kind)]) if error.kind in set(MeterKind) else tr("any kind")
    return tr(
        "“{tariff}” goes by meter ({kind}), and these units have none: {units}. Link their meters, or leave them out."
    ).format(tariff=error.tariff, kind=kind, units=", ".join(error.units))
