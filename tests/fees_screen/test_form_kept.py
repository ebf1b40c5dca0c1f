"""G12: a tariff that was being entered is there again after the program ended in the middle of a word."""

from __future__ import annotations

from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.fees_screen.test_tariff_form import begin
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from ui.fees.tariffs.form_draft import FORM


def test_a_tariff_that_was_being_typed_is_offered_again_after_a_kill(
    desk: Desk, office: OfficeBuilder, desks: OpenDesk
) -> None:
    begin(desk, "多层住宅")
    stop_typing()
    second = desks(office)
    assert "A form was left unsaved. Ctrl Z brings it back." in second.said
    second.keys.press("Tab", "Ctrl+Z")
    assert second.page.form.fields.name.text() == "多层住宅"


def test_what_another_version_of_the_form_left_keeps_nobody_out(desks: OpenDesk, office: OfficeBuilder) -> None:
    office.office.drafts.save(office.supervisor, FORM, {"rate": "1.20"})
    desk = desks(office)
    assert desk.said == []
    desk.press("Tab", "Ctrl+Z")
    assert desk.said == ["No form was left."]


def test_a_folder_that_is_gone_is_said_and_keeps_no_other_page_from_saving(desk: Desk, office: OfficeBuilder) -> None:
    begin(desk, "多层住宅")
    folder = office.office.store.folder.path
    aside = folder.rename(folder.with_name("elsewhere"))
    desk.page.keep_draft()
    aside.rename(folder)
    assert str(folder) in desk.said[-1]
    desk.page.keep_draft()
    assert office.office.drafts.find(office.supervisor, FORM) is not None
