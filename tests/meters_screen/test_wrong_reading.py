"""The panel that corrects a reading: what it says first, what it asks, and who may do it."""

from __future__ import annotations

from typing import Any

import pytest

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.meters.write_correction import Corrected
from tests.meters_screen.conftest import OpenDesk
from tests.meters_screen.desk import Desk, column
from tests.office_builder import SUPERVISOR_PASSWORD, OfficeBuilder
from ui.meters.correct_panel import CorrectPanel

_REASON = "misread"


def test_the_panel_says_first_which_charges_change(desk: Desk) -> None:
    def look(panel: CorrectPanel) -> Any:  # backs out: no answer
        panel.value.setText("120")
        said.append(panel.changes.text())

    said: list[str] = []
    desk.press("Return", "F4")
    desk.answers.will_answer(CorrectPanel, look)
    desk.press("F7")
    assert said[0].splitlines() == [
        "Usage 2026-09-30 – 2026-10-30: 8 becomes 4.",
        "1 charge gets an adjustment:",
        "1-1-101 代收水费 2026-09-30 – 2026-10-30: 28.00 becomes 14.00 (−14.00)",
    ]
    assert column(desk.page.meter.readings, "Reading") == ["124", "116", "108", "100"]


def test_a_correction_says_why(panels: Desk) -> None:
    panels.press("Return", "F4")
    with panels.keys.when_asked("Ctrl+A", *"120", "F9", "Esc"):
        panels.keys.press("F7")
    assert column(panels.page.meter.readings, "Reading")[0] == "124"


def test_another_value_for_an_entered_row_is_a_correction(panels: Desk) -> None:
    panels.press("Return")
    panels.types("142")
    panels.press("Up")
    panels.keys.type("134")
    with panels.keys.when_asked(*_REASON, "F9"):
        panels.keys.press("Return")
    assert column(panels.page.round.table, "Reading")[0] == "134"
    assert panels.in_hand() == "W0002"


def test_backing_out_of_a_correction_keeps_what_is_typed(panels: Desk) -> None:
    panels.press("Return")
    panels.types("142")
    panels.press("Up")
    panels.keys.type("134")
    with panels.keys.when_asked("Esc"):
        panels.keys.press("Return")
    assert panels.page.round.table.field.text() == "134"
    assert column(panels.page.round.table, "State")[0] == "not entered"


def test_a_cashier_needs_a_supervisors_yes(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    people = office.office.people

    def correct(panel: CorrectPanel) -> Corrected:
        panel.value.setText("120")
        panel.reason.setText(_REASON)
        assert panel.do is not None
        return panel.do(False)

    def approve(permission: Permission, _what: str, reason: str, facts: dict[str, object], asked_by: Actor) -> Approval:
        return people.approve(permission, "沈若兰", SUPERVISOR_PASSWORD, asked_by, reason, facts)

    desk.press("Return", "F4")
    desk.answers.will_answer(CorrectPanel, correct)
    desk.answers.will_approve(approve)
    desk.press("F7")
    assert column(desk.page.meter.readings, "Reading")[:2] == ["120", "124"]
    assert "28.00 becomes 14.00" in desk.answers.asked[-1]


def test_without_that_yes_nothing_is_corrected(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)

    def correct(panel: CorrectPanel) -> Any:  # backs out: no answer
        panel.value.setText("120")
        panel.reason.setText(_REASON)
        assert panel.do is not None
        with pytest.raises(NotPermitted):
            panel.do(False)

    desk.press("Return", "F4")
    desk.answers.will_answer(CorrectPanel, correct)
    desk.answers.will_approve(None)
    desk.press("F7")
    assert column(desk.page.meter.readings, "Reading")[0] == "124"
