"""The running screen at every text size and on the screens that offices have."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, tab_stops
from tests.counter_screen.counter_window import comes_true
from tests.incidents_screen.running.night_desk import NightDesk
from tests.page_fixtures import OpenTab, spoken

__all__ = ["spoken"]


@pytest.fixture
def large(desk: NightDesk) -> Iterator[NightDesk]:
    yield desk
    desk.window.context.theme.scale(100)


def test_every_stop_has_a_name_and_nothing_is_cut_at_any_text_size(spoken: NightDesk) -> None:
    check_at_every_text_size(spoken)


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_window_stays_as_large_as_the_screen(office: object, desks: OpenTab, size: tuple[int, int]) -> None:
    desk = desks(office, size=size)
    check_it_fits(desk, size, [("Down",), ("F4",), ("Alt+T", "Esc")], ("Up",))


def test_at_double_text_head_and_buttons_stay_and_the_step_is_seen(large: NightDesk) -> None:
    large.window.context.theme.scale(200)
    large.window.context.layout.measure(1366, 200)
    large.wait()
    first, *_ = large.main.buttons.buttons
    for part in (large.main.head.since, first):
        assert not part.visibleRegion().isEmpty(), part
    assert _is_whole(large, large.main.current.face), "its words are whole"


def test_at_double_text_the_fields_of_a_step_are_seen_whole_and_every_button_is_there(large: NightDesk) -> None:
    large.start("power-cut", "B2")
    large.press("F6")
    large.window.context.theme.scale(200)
    large.window.context.layout.measure(1366, 200)
    large.wait()
    current = large.main.current
    for part in (current.face, current.box):
        assert _is_whole(large, part), part
    row = large.main.buttons
    for button in row.buttons:
        if row.more.isAncestorOf(button):
            large.main.arranged.scroll.show_whole(button)
        large.wait()
        assert not button.visibleRegion().isEmpty(), button.text()


def test_alt_t_brings_the_line_to_write_into_view_at_double_text(large: NightDesk) -> None:
    large.window.context.theme.scale(200)
    large.window.context.layout.measure(1366, 200)
    large.wait()
    large.press("Alt+T")
    assert large.page.running is not None
    box = large.page.running.beside.pane.box.field
    assert not box.visibleRegion().isEmpty()


def test_tab_walks_from_the_fields_to_the_buttons_and_the_side(desk: NightDesk) -> None:
    stops = tab_stops(desk.page, desk.main.current.fields[0].field)
    assert len(stops) >= 10
    assert len(stops) == len(set(stops))


def _is_whole(desk: NightDesk, part: QWidget) -> bool:
    """Whether all of it is in view, once every part that was laid out anew has scrolled to its place."""
    desk.wait()
    return comes_true(lambda: part.visibleRegion().boundingRect().height() == part.height())
