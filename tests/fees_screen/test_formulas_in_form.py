"""Every formula of a tariff, made by keys: its own fields on the screen, and saved what was typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget

from app.core.periods import Convention
from app.core.rounding import Rounding
from app.fees.terms import (
    Anchor,
    AreaBase,
    Escalation,
    Formula,
    LateFeeTerms,
    Pays,
    TariffTerms,
    Tier,
    TierSpan,
)
from tests.fees_screen.desk import Desk
from tests.fees_screen.test_tariff_form import fields, saved
from ui.fees.tariffs.variable_panel import VariablePanel
from ui.fees.terms_words import METHODS, Method

AREA_TIERS = (Tier(Decimal(90), Decimal("1.50")), Tier(Decimal(144), Decimal("1.80")), Tier(None, Decimal("2.20")))
WATER_TIERS = (Tier(Decimal(216), Decimal("2.07")), Tier(Decimal(300), Decimal("4.07")), Tier(None, Decimal("6.07")))


def begin(desk: Desk, name: str, method: Method) -> None:
    desk.keys.press("Ctrl+N")
    desk.type_into(fields(desk).name, name)
    desk.tab_to(fields(desk).formula.method)
    desk.keys.press("Home", *["Down"] * list(METHODS).index(method))


def type_tiers(desk: Desk, *figures: str) -> None:
    """Type into the cells one after the other, Enter between them."""
    desk.tab_to(fields(desk).formula.tiers.cells()[0])
    for at, figure in enumerate(figures):
        if at:
            desk.keys.press("Return")
        if figure:
            desk.keys.type(figure)


def seen(desk: Desk) -> set[str]:
    """The names of the formula's fields that are on the screen."""
    return {name for name, field in fields(desk).formula.fields().items() if field.isVisible()}


@pytest.mark.parametrize(
    ("method", "own"),
    [
        (Method(Formula.AREA), {"price"}),
        (Method(Formula.AREA, AreaBase.INNER), {"price"}),
        (Method(Formula.AREA, AreaBase.BILLING), {"price"}),
        (Method(Formula.FIXED), {"price"}),
        (Method(Formula.TIERED_AREA), {"tiers"}),
        (Method(Formula.METERED), {"meter", "price"}),
        (Method(Formula.TIERED_METERED, tier_span=TierSpan.YEAR), {"meter", "tiers"}),
        (Method(Formula.EXPRESSION), {"price", "expression"}),
    ],
)
def test_only_the_fields_of_the_chosen_formula_stand_on_the_screen(desk: Desk, method: Method, own: set[str]) -> None:
    begin(desk, "试算", method)
    assert seen(desk) == {"method", *own}


def test_tiers_of_area_are_typed_cell_by_cell_and_shown_on_real_units(desk: Desk) -> None:
    begin(desk, "阶梯物业费", Method(Formula.TIERED_AREA))
    type_tiers(desk, "90", "1.50", "144", "1.80", "", "2.20")
    shown = desk.page.form.example.text()
    assert "(75.40 ㎡ × 1.50) yuan a month × 1 month = 113.10" in shown
    assert "(90.00 ㎡ × 1.50 + 52.06 ㎡ × 1.80) yuan a month" in shown
    desk.keys.press("F9")
    assert saved(desk, "阶梯物业费").versions[0].terms.tiers == AREA_TIERS


def test_water_by_the_tiers_of_the_calendar_year_is_shown_on_an_invented_usage(desk: Desk) -> None:
    begin(desk, "自来水阶梯", Method(Formula.TIERED_METERED, tier_span=TierSpan.YEAR))
    type_tiers(desk, "216", "2.07", "300", "4.07", "", "6.07")
    shown = desk.page.form.example.text()
    assert "No readings yet: invented, 10 used in a month" in shown
    assert "(10.00 m³ × 2.07) yuan = 20.70" in shown
    desk.keys.press("F9")
    terms = saved(desk, "自来水阶梯").versions[0].terms
    assert (terms.tiers, terms.tier_span, terms.meter_kind) == (WATER_TIERS, TierSpan.YEAR, "water")


def test_power_by_meter_is_saved_with_its_kind(desk: Desk) -> None:
    begin(desk, "商铺电费", Method(Formula.METERED))
    desk.tab_to(fields(desk).formula.meter)
    desk.keys.press("Down")
    desk.type_into(fields(desk).price, "0.85")
    desk.keys.press("F9")
    terms = saved(desk, "商铺电费").versions[0].terms
    assert (terms.formula, terms.meter_kind, terms.price) == (Formula.METERED, "electricity", Decimal("0.85"))


def test_an_expression_takes_its_variables_by_a_key_and_is_tried_on_real_units(desk: Desk) -> None:
    begin(desk, "电梯费", Method(Formula.EXPRESSION))
    desk.type_into(fields(desk).price, "0.50")
    desk.tab_to(fields(desk).formula.expression.line)
    desk.answers.will_answer(VariablePanel, "area")
    desk.keys.press("Alt+V")
    desk.keys.type(" * price + 2 * (floor - 1)")
    assert fields(desk).formula.expression.text() == "area * price + 2 * (floor - 1)"
    assert "(area = 75.40, floor = 3, price = 0.50) = 41.70 yuan/month" in desk.page.form.example.text()
    desk.keys.press("F9")
    assert saved(desk, "电梯费").versions[0].terms.expression == "area * price + 2 * (floor - 1)"


def test_an_expression_that_is_not_understood_says_so_when_typing_pauses(desk: Desk) -> None:
    begin(desk, "电梯费", Method(Formula.EXPRESSION))
    desk.type_into(fields(desk).formula.expression.line, "area * prise")
    assert fields(desk).formula.expression.line.problem == ""
    fields(desk).formula.expression._pause.timeout.emit()
    assert "“prise”" in fields(desk).formula.expression.line.problem
    desk.keys.press("F9")
    assert "电梯费" not in desk.listed()
    assert fields(desk).formula.expression.line.hasFocus()
    desk.type_into(fields(desk).formula.expression.line, "area * 2")
    assert fields(desk).formula.expression.line.problem == ""


def test_the_keys_walk_from_the_formula_to_its_price(desk: Desk) -> None:
    begin(desk, "电梯费", Method(Formula.EXPRESSION))
    formula = fields(desk).formula
    formula.method.setFocus()
    walked = []
    for _ in range(4):
        desk.keys.press("Tab")
        walked.append(desk.window.window.focusWidget())
    assert walked[0] is formula.expression.line
    assert walked[1].accessibleName().startswith("Variables")
    assert walked[2] is formula.price
    assert formula.price.y() > formula.expression.y()


def test_a_new_version_of_a_formula_without_a_price_begins_in_the_formula(desk: Desk) -> None:
    begin(desk, "电梯费", Method(Formula.EXPRESSION))
    desk.type_into(fields(desk).formula.expression.line, "2 * (floor - 1)")
    desk.keys.press("F9", "F8")
    assert fields(desk).formula.expression.line.hasFocus()
    desk.keys.press("Ctrl+A")
    desk.keys.type("0.5 * area")
    desk.keys.press("F9")
    assert saved(desk, "电梯费").versions[1].terms.expression == "0.5 * area"


def test_an_expression_that_names_the_price_needs_one(desk: Desk) -> None:
    begin(desk, "电梯费", Method(Formula.EXPRESSION))
    desk.type_into(fields(desk).formula.expression.line, "area * price")
    desk.keys.press("F9")
    assert fields(desk).price.problem != ""
    assert fields(desk).price.hasFocus()


ALL_TERMS = [
    TariffTerms(
        Formula.AREA,
        Decimal("1.854"),
        area_base=AreaBase.BILLING,
        cycle_months=6,
        anchor=Anchor.OWN,
        convention=Convention.HALF,
        due_day=31,
        pays=Pays.AFTER,
        rounding=Rounding.UP,
        rounding_unit_fen=10,
        surcharge=Decimal(5),
        minimum=Decimal("20.50"),
        late_fee=LateFeeTerms(Decimal("0.0005"), 7, Decimal("0.3")),
        escalation=Escalation(Decimal("2.5"), 24),
        first_payment_months=12,
        lead_days=30,
    ),
    TariffTerms(Formula.FIXED, Decimal(150), convention=Convention.WHOLE),
    TariffTerms(Formula.TIERED_AREA, Decimal(0), area_base=AreaBase.INNER, tiers=AREA_TIERS),
    TariffTerms(Formula.METERED, Decimal("3.2"), meter_kind="gas", surcharge=Decimal(5)),
    TariffTerms(Formula.TIERED_METERED, Decimal(0), tiers=WATER_TIERS, tier_span=TierSpan.YEAR, meter_kind="water"),
    TariffTerms(Formula.EXPRESSION, Decimal(0), expression="max(area, 60) * 1.2"),
]


@pytest.mark.parametrize("terms", ALL_TERMS, ids=lambda terms: terms.formula.value)
def test_a_form_that_nobody_touched_says_the_terms_that_it_was_filled_with(desk: Desk, terms: TariffTerms) -> None:
    desk.keys.press("Ctrl+N")
    fields(desk).fill(terms, date(2027, 1, 1))
    assert fields(desk).answer().terms == terms


def test_what_is_folded_away_and_not_as_usual_is_told_beside_its_key(desk: Desk) -> None:
    desk.keys.press("Ctrl+N")
    assert fields(desk).more.isHidden()
    assert fields(desk)._unusual.text() == ""
    fields(desk).fill(ALL_TERMS[0], date(2027, 1, 1))
    assert fields(desk)._unusual.text() == (
        "up to the jiao, surcharge 5.00, at least 20.50, 2.5% after every 24 months, the unit's own months, half months, "
        "paid after use, first payment 12 months, billed 30 days ahead"
    )


def test_each_of_the_further_terms_says_an_example_in_words(desk: Desk) -> None:
    desk.keys.press("Ctrl+N", "F4")
    more = fields(desk).more
    assert more.rounding.hasFocus()

    def hint(field: QWidget) -> str:
        return more._hints[field].text()

    assert hint(more.convention) == "18 – 31 March: 14/31 months; 1 – 10 March: 10/31 months"
    desk.tab_to(more.convention)
    desk.keys.press("Down")
    assert hint(more.convention) == "18 – 31 March: 13/30 months; 1 – 10 March: 1/3 months"
    desk.tab_to(more.anchor)
    assert hint(more.anchor) == "Begun on 2026-03-18: first period until 2026-03-31"
    desk.keys.press("Down")
    assert hint(more.anchor) == "Begun on 2026-03-18: first period until 2026-04-17"
    desk.tab_to(more.pays)
    desk.keys.press("Down")
    assert hint(more.pays) == "2026-04-01 – 2026-06-30 is due on 2026-07-05"
    desk.type_into(fields(desk).price, "100")
    desk.type_into(more.rise, "5")
    assert hint(more.rise) == "100.00, after 12 months 105.00, after 24 months 110.25"
    desk.keys.press("F4")
    assert more.isHidden()


def test_a_further_term_that_cannot_be_read_unfolds_to_say_so(desk: Desk) -> None:
    desk.keys.press("Ctrl+N", "F4")
    desk.type_into(fields(desk).more.lead, "a week")
    desk.type_into(fields(desk).name, "提前出账")
    desk.type_into(fields(desk).price, "1.20")
    desk.keys.press("F4", "F9")
    assert fields(desk).more.lead.isVisible()
    assert "is not a number" in fields(desk).more.lead.problem
