"""What a screen reader, a person without a mouse and a person with large text need from the tab of notices."""

from __future__ import annotations

import pytest

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits
from tests.notices_screen.conftest import OpenDesk
from tests.notices_screen.desk import Desk
from tests.office_builder import OfficeBuilder

WAYS: dict[str, tuple[str, ...]] = {
    "the list": (),
    "the places": ("Return",),
    "what it is about": ("Ctrl+N",),
    "a planned cut": ("Ctrl+N", "1"),
    "a general notice": ("Ctrl+N", "0"),
    "the slip": ("Ctrl+N", "2", "F7"),
    "the templates": ("Ctrl+T",),
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: Desk, way: str) -> None:
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken)


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_pages_fit_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]
) -> None:
    desk = desks(office, size=size)
    check_it_fits(desk, size, [way for way in WAYS.values() if way], ("Esc", "Esc"))
