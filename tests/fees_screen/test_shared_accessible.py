"""What a screen reader and a person with large text need where a cost is shared and the disclosure sheet is asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.accessibility import check_at_every_text_size, nameless, tab_stops
from tests.fees_screen.desk import Desk
from tests.fees_screen.test_shared_lighting import begin
from ui.fees.disclosure.panel import DisclosurePanel

WAYS: dict[str, tuple[str, ...]] = {
    "the fields and the choice of units": (),
    "the shares before they are charged": ("F9",),
    "the shares with some left out": ("F9", "Alt+L"),
    "a shared cost": ("F9", "Alt+L", "F9"),
}


@pytest.mark.parametrize("way", WAYS)
def test_everything_that_takes_the_focus_has_a_name_and_no_words_are_cut(spoken: Desk, way: str) -> None:
    begin(spoken)
    spoken.press(*WAYS[way])
    check_at_every_text_size(spoken, (100, 200))


def test_tab_walks_through_the_fields_as_they_are_read(desk: Desk) -> None:
    desk.press("Ctrl+H")
    assert tab_stops(desk.page, desk.page.share.fields.title)[:12] == [
        "Title",
        "Fee item",
        "Split",
        "Cost from",
        "Total (yuan)",
        "Unsold units share too",
        "First day",
        "Last day",
        "Due",
        "Building",
        "Kind",
        "Room or name",
    ]


def test_every_field_of_the_disclosure_sheet_has_a_name(desk: Desk) -> None:
    found: list[list[str]] = []

    def look(panel: Any) -> Any:
        found.append(nameless(panel))

    desk.answers.will_answer(DisclosurePanel, look)
    desk.press("Ctrl+D")
    assert found == [[]]
