"""The page of discounts by keys: a rule is made beside its worked example, and ended."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from app.fees.adjustments.discount_rule import DiscountKind
from tests.accessibility import cut_texts, nameless
from tests.counter_screen.answering import answering
from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from ui.fees.discounts.panel import DiscountPanel
from ui.widgets.overlay import Overlay


@pytest.fixture
def panels(office: OfficeBuilder, desks: OpenDesk) -> Desk:
    return desks(office, panels=True)


def open_panel(desk: Desk) -> DiscountPanel:
    overlays = [one for one in desk.window.window.findChildren(Overlay) if isinstance(one.panel, DiscountPanel)]
    panel = overlays[-1].panel
    assert isinstance(panel, DiscountPanel)
    return panel


def test_a_discount_is_made_beside_its_example_and_ended(panels: Desk, office: OfficeBuilder) -> None:
    panels.press("Ctrl+G")
    said: list[str] = []

    def types() -> None:
        keys = panels.keys
        keys.press("Tab")
        keys.type("year at once")
        keys.press("Tab", "Tab", "Tab")
        keys.type("5")
        panel = open_panel(panels)
        said.append(panel.example())
        assert nameless(panel) == []
        assert cut_texts(panel) == []
        keys.press("F9")

    with answering(types):
        panels.keys.press("F8")
    assert said == ["12 months: 1,200.00 × 5 % = 60.00 off; to pay 1,140.00, which makes each month 95.00"]
    (rule,) = office.office.discount_rules.all()
    assert (rule.name, rule.months, rule.kind, rule.value) == ("year at once", 12, DiscountKind.PERCENT, Decimal(5))
    assert panels.page.discounts.table.hasFocus()
    with answering(lambda: panels.keys.press("F9")):
        panels.keys.press("Del")
    (rule,) = office.office.discount_rules.all()
    assert rule.until == date(2026, 11, 21)


def test_what_the_office_refuses_is_said_beside_the_field(panels: Desk, office: OfficeBuilder) -> None:
    panels.press("Ctrl+G")
    said: list[str] = []

    def types() -> None:
        panels.keys.press("Tab", "Tab", "Tab", "Tab")
        panels.keys.type("5")
        panels.keys.press("F9")
        said.append(open_panel(panels).name.problem)
        panels.keys.press("Esc")

    with answering(types):
        panels.keys.press("F8")
    assert said == ["The discount has no name. Type one that receipts can print."]
    assert office.office.discount_rules.all() == []


def test_a_cashier_looks_and_changes_nothing(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    desk.press("Ctrl+G", "F8")
    assert "supervisor" in desk.said[-1]
    assert cut_texts(desk.page.discounts) == []
