"""What a version changed, a copy under another name, and the end of a tariff for all its units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.core.periods import Convention
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
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk, column
from tests.fees_screen.test_tariff_form import fields, saved
from tests.office_builder import OfficeBuilder
from ui.fees.end_panel import EndPanel
from ui.fees.tariffs.version_changes import change_words

HIGH_RISE = "住宅物业费（高层）"
PLAIN = TariffTerms(Formula.AREA, Decimal("1.85"))
TIERS = (Tier(Decimal(216), Decimal("2.07")), Tier(None, Decimal("4.07")))


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (replace(PLAIN, price=Decimal("2.10")), "Price 1.85 yuan/㎡·month × building area → 2.10 yuan/㎡·month × building area"),
        (replace(PLAIN, area_base=AreaBase.INNER), "Price 1.85 yuan/㎡·month × building area → 1.85 yuan/㎡·month × inner area"),
        (replace(PLAIN, cycle_months=3), "Cycle monthly → quarterly; Due day day 5 → day 5 of the first month"),
        (replace(PLAIN, anchor=Anchor.OWN), "Cycle monthly → monthly, from the unit's own day"),
        (replace(PLAIN, convention=Convention.HALF), "Part months now half months"),
        (replace(PLAIN, due_day=10), "Due day day 5 → day 10"),
        (replace(PLAIN, pays=Pays.AFTER), "Due day day 5 → day 5, after the period"),
        (replace(PLAIN, rounding_unit_fen=10), "Rounding half up to the fen → half up to the jiao"),
        (replace(PLAIN, late_fee=LateFeeTerms(Decimal("0.0005"))), "Late fee none → 0.05% a day, at most 100% of the charge"),
        (replace(PLAIN, escalation=Escalation(Decimal(5), 12)), "Price rises now 5% after every 12 months"),
        (replace(PLAIN, first_payment_months=12), "First payment now 12 months"),
        (replace(PLAIN, lead_days=30), "Billed ahead now 30 days"),
    ],
)  # fmt: skip
def test_every_change_is_said_in_words(after: TariffTerms, words: str) -> None:
    assert "; ".join(change_words(PLAIN, after)) == words


def test_a_surcharge_and_a_minimum_are_part_of_the_price_that_changed() -> None:
    (words,) = change_words(PLAIN, replace(PLAIN, surcharge=Decimal(5), minimum=Decimal(20)))
    assert words.endswith("→ 1.85 yuan/㎡·month × building area, plus 5.00 yuan/month, at least 20.00 yuan/month")


def test_what_no_longer_holds_is_said_too() -> None:
    assert change_words(replace(PLAIN, lead_days=30), PLAIN) == ["Billed ahead no longer 30 days"]


def test_tiers_are_told_with_their_ends() -> None:
    water = TariffTerms(Formula.TIERED_METERED, Decimal(0), tiers=TIERS, meter_kind="water")
    (words,) = change_words(water, replace(water, tier_span=TierSpan.YEAR))
    assert words == (
        "Price up to 216: 2.07, above: 4.07 yuan/m³; tiers of each month → "
        "up to 216: 2.07, above: 4.07 yuan/m³; tiers of the calendar year"
    )


def test_the_page_says_what_the_newest_version_changed_and_then_any_other(desk: Desk) -> None:
    changes = desk.page.tariff.changes
    assert changes.text() == (
        "From 2026-04-01: Price 1.65 yuan/㎡·month × building area → 1.85 yuan/㎡·month × building area"
    )
    desk.tab_to(desk.page.tariff.history)
    desk.keys.press("End")
    assert changes.text() == "From 2025-01-01: the first version"


def test_a_copy_has_the_same_terms_and_asks_for_a_name(desk: Desk) -> None:
    desk.keys.press("F7")
    assert fields(desk).name.hasFocus()
    assert (fields(desk).name.text(), fields(desk).price.text()) == ("", "1.85")
    desk.keys.commit("住宅物业费（小高层）")
    desk.keys.press("F9")
    copied, original = saved(desk, "住宅物业费（小高层）"), saved(desk, HIGH_RISE)
    assert copied.versions[0].terms == original.versions[-1].terms
    assert copied.item == original.item
    assert copied.first == date(2026, 11, 1)
    assert desk.office.office.assignments.of_tariff(copied.id) == []


def test_a_tariff_is_ended_for_all_its_units_from_a_day_on(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    with desk.keys.when_asked("F9"):
        desk.keys.press("Ctrl+E")
    assert desk.keys.asked == [f"End “{HIGH_RISE}” for all units"]
    assert saved(desk, HIGH_RISE).until == date(2026, 12, 1)
    assert f"“{HIGH_RISE}” has no price from 2026-12-01 on" in desk.said
    assert set(column(desk.page.tariff.table, "Remark")) >= {"no price"}


def test_an_end_before_the_newest_version_is_refused_in_the_question(desk: Desk) -> None:
    def too_early(panel: EndPanel) -> Any:
        panel._day.setText("2026-03-31")
        panel._on_end()
        assert "The end 2026-03-31 lies before the beginning 2026-04-01" in panel._day.problem

    desk.answers.will_answer(EndPanel, too_early)
    desk.keys.press("Ctrl+E")
    assert saved(desk, HIGH_RISE).until is None


def test_a_new_version_of_a_metered_tariff_stays_one_by_the_same_kind_of_meter(desk: Desk) -> None:
    desk.keys.press("Ctrl+N")
    desk.type_into(fields(desk).name, "自来水")
    desk.tab_to(fields(desk).formula.method)
    desk.keys.press("Home", *["Down"] * 7)
    desk.type_into(fields(desk).price, "3.55")
    desk.keys.press("F9", "F8")
    ways = [fields(desk).formula.method.itemText(at) for at in range(fields(desk).formula.method.count())]
    assert ways == ["by meter", "by meter, tiers of each month", "by meter, tiers of the calendar year"]
    assert not fields(desk).formula.meter.isEnabled()
    desk.keys.press("Esc", "Ctrl+N")
    assert fields(desk).formula.meter.isEnabled()
    assert fields(desk).formula.method.count() == 11
