"""What a screen reader, a person without a mouse and a person with large text need from the journal."""

from __future__ import annotations

import pytest

from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits
from tests.incidents_screen.journal.look_back import LookBack
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab

WAYS: dict[str, tuple[str, ...]] = {"real": ("Alt+1",), "to review": ("Alt+2",), "all": ("Alt+4",)}


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: LookBack, way: str) -> None:
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken)


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_the_page_fits_the_screens_that_offices_have(
    office: OfficeBuilder, desks: OpenTab, size: tuple[int, int]
) -> None:
    check_it_fits(desks(office, size=size), size, WAYS.values(), back=("Alt+1",))
