"""G12: a tariff that was being entered is there again after the program ended in the middle of a word."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.fees_screen.test_tariff_form import begin
from tests.office_builder import OfficeBuilder
from ui.shell.draft_keeper import SAVED_WITHIN_MS


def test_a_tariff_that_was_being_typed_is_offered_again_after_a_kill(
    desk: Desk, office: OfficeBuilder, desks: OpenDesk
) -> None:
    begin(desk, "多层住宅")
    QTest.qWait(SAVED_WITHIN_MS + 200)
    second = desks(office)
    assert "A form was left unsaved. Ctrl Z brings it back." in second.said
    second.keys.press("Tab", "Ctrl+Z")
    assert second.page.form.fields.name.text() == "多层住宅"
