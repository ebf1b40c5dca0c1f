"""G12: a common cost that was being typed stands in its form again after the program ended."""

from __future__ import annotations

from tests.fees_screen.conftest import OpenDesk
from tests.fees_screen.desk import Desk
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder


def test_title_amount_and_units_stand_there_again(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    desk.press("Alt+3", "Ctrl+H")
    desk.type_into(desk.page.share.fields.title, "lamps of block 3")
    desk.type_into(desk.page.share.fields.total, "312.40")
    desk.tab_to(desk.page.share.choice.building)
    desk.keys.press("Down")
    desk.press("Alt+A")
    stop_typing()
    second = desks(office)
    second.press("Alt+3", "Ctrl+H")
    fields = second.page.share.fields
    assert (fields.title.text(), fields.total.text()) == ("lamps of block 3", "312.40")
    assert second.page.share.choice.count.text() == desk.page.share.choice.count.text() == "36 units chosen"
    assert fields.due_on.text() == desk.page.share.fields.due_on.text()
