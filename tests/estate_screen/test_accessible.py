"""The tab of the estate for a person without a mouse, with a screen reader, or with large text."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.accessibility import cut_texts, nameless, tab_stops
from tests.estate_screen.conftest import Desk, OpenDesk
from tests.estate_screen.test_import_page import preview
from tests.office_builder import OfficeBuilder
from tests.sheets.messy_sheet import MessySheet

PLACES = {
    "tree": (),
    "unit": ("F2", "1", "Return"),
    "unit form": ("Ctrl+N",),
    "person form": ("F2", "1", "Return", "Alt+1"),
    "imports": ("Ctrl+I",),
}


def go(desk: Desk, place: str) -> None:
    for key in PLACES[place]:
        if key == "F2":
            desk.page.focus_search()
        else:
            desk.keys.press(key)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("size", [(1366, 697), (1093, 545)])
def test_every_stop_has_a_name_and_no_words_are_cut(
    office: OfficeBuilder, desks: OpenDesk, place: str, size: tuple[int, int]
) -> None:
    desk = desks(office, size=size)
    go(desk, place)
    QApplication.processEvents()
    assert nameless(desk.page) == []
    assert cut_texts(desk.page) == []


@pytest.mark.parametrize("size", [(1366, 697), (1093, 545)])
def test_the_preview_is_whole(
    new_office: OfficeBuilder, desks: OpenDesk, messy: MessySheet, size: tuple[int, int]
) -> None:
    desk = desks(new_office, size=size)
    preview(desk, messy.path)
    assert nameless(desk.page) == []
    assert cut_texts(desk.page) == []


def test_the_unit_form_is_walked_in_reading_order(desk: Desk) -> None:
    desk.keys.press("Ctrl+N")
    form = desk.page.unit_form
    stops = tab_stops(desk.page, form.code)
    fields = [field.accessibleName() for field in form.fields().values()]
    assert stops[: len(fields)] == fields
    assert stops[len(fields)].startswith("Save")


def test_the_person_form_is_walked_in_reading_order(desk: Desk) -> None:
    go(desk, "person form")
    form = desk.page.person_form
    fields = [field.accessibleName() for field in form.fields().values()]
    assert tab_stops(desk.page, form.name)[: len(fields)] == fields
