"""At 200 % text: the bill of several rooms, the parts of the money, and a notice in all its words."""

from __future__ import annotations

import pytest

from app.core.ids import UnitId
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import PaperTray, comes_true
from tests.counter_screen.test_also_theirs import parking  # noqa: F401 - a fixture
from tests.counter_screen.test_papers_left import takes_out
from tests.counter_screen.test_payment import open_home


def test_a5_the_parts_of_the_money_name_the_keys_that_take_them_back(open_window: OpenCounter) -> None:
    counter = open_window(percent=200)
    open_home(counter)
    counter.keys.type("100")
    counter.keys.press("Ctrl+Return")
    counter.keys.type("50")
    counter.keys.press("Ctrl+Return")
    words = counter.page.flow.desk.panel.slot.rounding

    def said() -> str:
        assert words.heightForWidth(words.width()) <= 2 * words.fontMetrics().lineSpacing() + 2
        return words.text().replace("\u00a0", " ")

    assert said() == "Cash 100.00 [Alt 1] + Cash 50.00 [Alt 2]"
    counter.keys.type("50")
    counter.keys.press("Ctrl+Return")
    assert said() == "Cash 100.00 + Cash 50.00 + Cash 50.00 [Alt 1 … Alt 3]"
    counter.keys.press("Alt+1", "Alt+1")
    assert said() == "Cash 50.00 [Alt 1]"


def test_a5_every_column_of_several_rooms_is_in_view(
    open_window: OpenCounter,
    parking: UnitId,  # noqa: F811
) -> None:
    counter = open_window(percent=200)
    open_home(counter)
    counter.keys.press("Ctrl+O")
    table = counter.page.flow.desk.sheet.lines.table
    assert table.shows_rooms
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_c8_what_is_filled_in_gives_way_to_what_is_typed_also_after_another_room(
    open_window: OpenCounter,
    parking: UnitId,  # noqa: F811
) -> None:
    counter = open_window()
    open_home(counter)
    counter.keys.press("Ctrl+O")
    counter.keys.type("900")
    assert counter.page.flow.desk.panel.amount.text() == "900"


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a5_a_notice_stands_there_in_all_its_words(open_window: OpenCounter, tray: PaperTray, percent: int) -> None:
    tray.missing = True
    counter = open_window(tray=tray, percent=percent)
    assert comes_true(takes_out(counter))
    note = counter.page.flow.empty.note
    assert comes_true(lambda: note.height() >= note.height_in(note.width()))
    assert comes_true(lambda: note.geometry().bottom() <= counter.page.flow.empty.rect().bottom())
