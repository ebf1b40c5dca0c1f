"""G12: an open incident comes back with what was being typed in it, into its step and into its log."""

from __future__ import annotations

from tests.incidents_screen.running.night_desk import NightDesk
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab


def test_what_is_typed_into_a_step_and_a_line_stands_there_again(
    desk: NightDesk, office: OfficeBuilder, desks: OpenTab
) -> None:
    desk.press("1", "Return")
    desk.type("liu")
    desk.press("Alt+T")
    desk.type("guard on the floor")
    stop_typing()
    second = desks(office)
    assert second.main.current.answers()["reached"] == "yes"
    assert second.main.current.answers()["maintainer-person"] == "liu"
    assert second.page.running.beside.pane.box.field.text() == "guard on the floor"
    second.press("Return")
    assert second.step("call-maintainer").answers == {"reached": "yes", "maintainer-person": "liu"}
    third = desks(office)
    assert "liu" not in third.main.current.answers().values()
