"""At 200 % text: the bill of several rooms, the parts of the money, and a notice in all its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.core.ids import UnitId
from tests.accessibility import cut_texts
from tests.counter_screen.answering import answering
from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import PaperTray, comes_true
from tests.counter_screen.drawer import press
from tests.counter_screen.test_also_theirs import parking  # noqa: F401 - a fixture
from tests.counter_screen.test_papers_left import takes_out
from tests.counter_screen.test_payment import open_home
from ui.counter.shifts.count_panel import CountPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton
from ui.widgets.line_field import LineField
from ui.widgets.overlay import Overlay


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


def test_a5_a_count_that_is_confirmed_too_early_is_said_beside_the_button(open_window: OpenCounter) -> None:
    counter = open_window(percent=200, size=(1366, 640))
    seen: list[tuple[str, bool]] = []

    def too_early() -> None:
        counter.keys.press("F9")
        panel = counter.window.findChild(CountPanel)
        assert isinstance(panel, CountPanel)
        line = panel.findChild(ErrorLine, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(line, ErrorLine)
        seen.append((line.text(), line.visibleRegion().boundingRect() == line.rect()))
        counter.keys.press("Esc")

    with answering(press(counter.keys, "F12"), too_early):
        counter.keys.press("F12")
    assert seen[0][0].endswith("things are still to be counted")
    assert seen[0][1]


@pytest.mark.parametrize("keys", [("Up", "M"), ("Up", "P"), ("Ctrl+B",)])
def test_a5_no_field_of_a_question_is_squeezed(open_window: OpenCounter, keys: tuple[str, ...]) -> None:
    counter = open_window(percent=200, size=(1366, 640))
    open_home(counter)
    heights: list[tuple[int, int]] = []

    def measure() -> None:
        overlay = counter.window.findChild(Overlay)
        assert isinstance(overlay, Overlay)
        fields = [*overlay.findChildren(LineField), *overlay.findChildren(ChoiceField)]
        heights.extend((field.height(), field.sizeHint().height()) for field in fields if field.isVisible())
        counter.keys.press("Esc")

    with answering(measure):
        counter.keys.press(*keys)
    assert heights
    assert [had for had, _ in heights] == [asked for _, asked in heights]


def test_a5_a_room_that_owes_nothing_shows_the_key_for_paying_ahead(open_window: OpenCounter) -> None:
    counter = open_window(percent=200, size=(1366, 640))
    counter.keys.commit("商铺07")
    counter.keys.press("Return")
    shown = counter.page.flow.desk.sheet.nothing_due
    buttons = shown.findChildren(KeyButton)
    assert [button.action_shown.cap for button in buttons] == ["Ctrl H", "Ctrl T"]
    assert all(button.visibleRegion().boundingRect() == button.rect() for button in buttons)
    assert cut_texts(counter.window) == []
