"""Sets of changes by keys: entered, changed, and offered no longer."""

from __future__ import annotations

from app.tickets.fields import Field
from app.tickets.kinds import Priority, State
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.rules.conftest import OpenDesk
from tests.tickets_screen.rules.desk import Desk
from ui.tickets.rules.macro_panel import MacroFormPanel
from ui.tickets.rules.page import Part


def entered(panels: Desk, name: str = "夜间急修") -> None:
    """A set that makes tickets urgent and on the way."""
    panels.goes_to(Part.MACROS)
    panels.asks("F8", panels.keys_in(f"={name}", "Return", "End", *["Return"] * 6, "Down", "Down", "Down", "F9"))


def test_a_set_is_entered_and_told_in_words(panels: Desk) -> None:
    entered(panels)
    (macro,) = panels.office.office.macros.all()
    assert (macro.name, dict(macro.changes.values), macro.changes.to) == (
        "夜间急修",
        {Field.PRIORITY: Priority.URGENT},
        State.CONTACTED,
    )
    assert panels.cells("What it changes") == ["ticket priority urgent, ticket state contacted"]


def test_a_set_without_a_name_or_without_a_change_is_refused_in_its_place(panels: Desk) -> None:
    said: list[str] = []

    def nameless(panel: MacroFormPanel) -> None:
        panels.keys_in("F9")(panel)
        said.append(panel.name.problem)
        panels.keys_in("=空的", "F9")(panel)
        said.append(panel.to.accessibleDescription())
        panels.keys.press("Esc")

    panels.goes_to(Part.MACROS)
    panels.asks("F8", nameless)
    assert all(said)
    assert panels.office.office.macros.all() == ()


def test_a_set_is_changed_under_its_own_name_or_another(panels: Desk) -> None:
    entered(panels)
    panels.asks("Return", panels.keys_in("=白天急修", "F9"))
    (macro,) = panels.office.office.macros.all()
    assert (macro.name, macro.changes.to) == ("白天急修", State.CONTACTED)
    panels.asks("Return", panels.keys_in("Return", "Home", "F9"))
    (macro,) = panels.office.office.macros.all()
    assert dict(macro.changes.values) == {}


def test_a_set_is_offered_no_longer(panels: Desk) -> None:
    entered(panels)
    panels.press("F7")
    assert panels.office.office.macros.all() == ()
    assert panels.page.section.pane.empty.isVisible()


def test_a_cashier_may_not_and_is_told_so(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    desk.goes_to(Part.MACROS)
    desk.press("F8")
    assert desk.said[-1] != ""
    assert desk.answers.asked == []
