"""G12: a meter that was being registered stands in its form again after the program ended."""

from __future__ import annotations

from tests.keys import stop_typing
from tests.meters_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab


def half_a_meter(desk: Desk) -> None:
    desk.press("Ctrl+N")
    desk.keys.press("Down", "Down", "Tab")
    desk.fills("1-1-101", "-", "厨房燃气表", "G0001")
    stop_typing()


def test_a_half_filled_form_stands_there_again(desk: Desk, office: OfficeBuilder, desks: OpenTab) -> None:
    half_a_meter(desk)
    second = desks(office)
    second.press("Ctrl+N")
    form, before = second.page.form, desk.page.form
    assert (form.units.text(), form.name.text(), form.number.text()) == ("1-1-101", "厨房燃气表", "G0001")
    assert form.kind.value() is before.kind.value()
    second.press("F9")
    assert second.page.meter.isVisible()
    third = desks(office)
    third.press("Ctrl+N")
    assert third.page.form.number.text() == ""


def test_a_form_that_was_left_and_opened_again_is_still_kept(desk: Desk, office: OfficeBuilder, desks: OpenTab) -> None:
    half_a_meter(desk)
    desk.press("Esc", "Ctrl+N")
    stop_typing()
    second = desks(office)
    second.press("Ctrl+N")
    assert second.page.form.number.text() == "G0001"
