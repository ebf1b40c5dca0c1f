from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from app.core.errors import Refusal
from app.core.ids import FeeItemId
from app.fees.items import FeeItem
from app.fees.mandate import Mandate
from app.fees.money_of import MoneyOf
from app.fees.refusals import MandateMissing, MandateNotMadeYet, TermsNotPositive
from app.fees.terms import Formula, LateFeeTerms, Modifiers, TariffTerms
from app.fees.terms_check import check_modifiers, check_terms, check_versions_agree
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
from tests.fees.charging import by_area, rises, terms, tiers

OWN = FeeItem(FeeItemId(1), "property", "物业费", MoneyOf.OWN, 1, None, True)
TODAY = date(2026, 11, 20)
MANDATE = Mandate("供水公司 2026 年第 8 号通知", TODAY)
HELD = FeeItem(FeeItemId(2), "water", "水费", MoneyOf.SUPPLIER, 2, None, True)


def tiered(*pairs: tuple[str | None, str], formula: Formula = Formula.TIERED_AREA) -> TariffTerms:
    return terms(formula, tiers=tiers(*pairs))


def said(typed: str, price: str = "0", **more: Any) -> TariffTerms:
    return terms(Formula.EXPRESSION, price, expression=typed, **more)


@pytest.mark.parametrize(
    "sound",
    [
        by_area("0.000001"),
        by_area("1.85", surcharge="5", minimum="80", escalation=rises("-2.5", 6)),
        tiered(("90", "1.50"), ("144.5", "1.80"), (None, "2.20")),
        tiered(("216", "2.07"), (None, "4.07"), formula=Formula.TIERED_METERED),
        terms(Formula.METERED, "3.2"),
        said("area * 2"),
        said("area * price", "1.85", escalation=rises("5", 12)),
    ],
)
def test_terms_that_can_be_charged_by_are_taken(sound: TariffTerms) -> None:
    check_terms(OWN, sound, TODAY)


@pytest.mark.parametrize(
    ("wrong", "refusal", "facts"),
    [
        (by_area("0"), TermsNotPositive, {}),
        (by_area("-1"), TermsNotPositive, {}),
        (said("area * price"), TermsNotPositive, {}),
        (by_area("1.0000001"), FigureTooFine, {"figure": Figure.PRICE, "most": 6}),
        (by_area("1", surcharge="0.0000001"), FigureTooFine, {"figure": Figure.SURCHARGE}),
        (by_area("1", surcharge="-1"), FigureBelowZero, {"figure": Figure.SURCHARGE}),
        (by_area("1", minimum="-1"), FigureBelowZero, {"figure": Figure.MINIMUM}),
        (tiered(), NoTiers, {}),
        (tiered((None, "1")), NoTiers, {}),
        (tiered(("90", "1"), ("90", "2"), (None, "3")), TierNotHigher, {"tier": 2}),
        (tiered(("90", "1"), ("80", "2"), (None, "3")), TierNotHigher, {"tier": 2}),
        (tiered(("0", "1"), (None, "2")), TierNotHigher, {"tier": 1}),
        (tiered(("90", "1"), (None, "2"), (None, "3")), TierWithoutEnd, {"tier": 2}),
        (tiered(("90", "1"), ("144", "2")), LastTierEnds, {"tier": 2, "up_to": Decimal(144)}),
        (tiered(("90", "1"), (None, "0")), TierPriceNotPositive, {"tier": 2}),
        (tiered(("90", "1.1234567"), (None, "2")), FigureTooFine, {"figure": Figure.TIER_PRICE, "tier": 1}),
        (tiered(("90.12345", "1"), (None, "2")), FigureTooFine, {"figure": Figure.TIER_END, "tier": 1}),
        (terms(Formula.METERED, "3.2", meter_kind=""), NoMeterKind, {}),
        (by_area("1", escalation=rises("0", 12)), EscalationOfNothing, {}),
        (by_area("1", escalation=rises("-100", 12)), EscalationOfNothing, {}),
        (by_area("1", escalation=rises("5", 0)), EscalationOfNothing, {}),
        (by_area("1", escalation=rises("5.12345", 12)), FigureTooFine, {"figure": Figure.ESCALATION}),
        (said("area * 2", escalation=rises("5", 12)), EscalationWithoutPrice, {}),
        (said("area * prise"), ExpressionUnsound, {"piece": "prise", "place": 8}),
        (said(""), ExpressionUnsound, {"place": 0}),
    ],
)
def test_terms_that_nobody_could_be_charged_by_are_refused(
    wrong: TariffTerms, refusal: type[Refusal], facts: dict[str, object]
) -> None:
    with pytest.raises(refusal) as refused:
        check_terms(OWN, wrong, TODAY)
    assert {name: getattr(refused.value, name) for name in facts} == facts


@pytest.mark.parametrize(
    "extra", [{"surcharge": "5"}, {"minimum": "10"}, {"late_fee": LateFeeTerms(Decimal("0.0005"))}]
)
@pytest.mark.parametrize("formula", Formula)
def test_held_money_bears_extras_only_by_a_mandate(formula: Formula, extra: dict[str, Any]) -> None:
    plain = {"tiers": tiers(("90", "1"), (None, "2")), "expression": "area"}
    with pytest.raises(MandateMissing) as refused:
        check_terms(HELD, terms(formula, "1", **plain, **extra), TODAY)
    assert [one.value for one in refused.value.extras] == list(extra)
    check_terms(HELD, terms(formula, "1", **plain), TODAY)
    check_terms(HELD, terms(formula, "1", **plain, **extra, mandate=MANDATE), TODAY)


@pytest.mark.parametrize(
    ("mandate", "refusal"),
    [
        (Mandate("  ", TODAY), MandateMissing),
        (Mandate("业主大会决议", TODAY + timedelta(days=1)), MandateNotMadeYet),
    ],
)
def test_a_mandate_names_its_document_and_was_made_already(mandate: Mandate, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        check_terms(HELD, terms(Formula.FIXED, "1", surcharge="5", mandate=mandate), TODAY)
    check_terms(HELD, terms(Formula.FIXED, "1", mandate=mandate), TODAY)  # nothing is added: nothing is asked for


def test_a_tariff_by_meter_stays_one_by_the_same_meter() -> None:
    water, power = terms(Formula.METERED, "3"), terms(Formula.METERED, "1", meter_kind="electricity")
    check_versions_agree("水费", water, terms(Formula.TIERED_METERED))
    check_versions_agree("物业费", by_area("1"), terms(Formula.FIXED, "2"))
    for one, other in ((water, power), (water, by_area("1")), (by_area("1"), water)):
        with pytest.raises(VersionOfOtherKind):
            check_versions_agree("水费", one, other)


@pytest.mark.parametrize("value", ["0", "-1", "100.01", "1.00001"])
def test_a_coefficient_never_turns_a_charge_round(value: str) -> None:
    check_modifiers(Modifiers(Decimal("1.2"), Decimal("0.7")))
    with pytest.raises(CoefficientOutOfRange):
        check_modifiers(Modifiers(coefficient=Decimal(value)))


@pytest.mark.parametrize("value", ["-0.1", "1.1", "0.70001"])
def test_a_vacant_factor_lies_between_nothing_and_one(value: str) -> None:
    check_modifiers(Modifiers(vacant_factor=Decimal(0)))
    with pytest.raises(VacantFactorOutOfRange):
        check_modifiers(Modifiers(vacant_factor=Decimal(value)))
