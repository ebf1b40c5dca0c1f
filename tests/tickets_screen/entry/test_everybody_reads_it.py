"""The form for a screen reader, without a mouse, in both languages, at large text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.accessibility import cut_texts, nameless, tab_stops
from tests.tickets_screen.entry.clipboard import copy_picture
from tests.tickets_screen.entry.entry_desk import EntryDesk
from ui.widgets.scrolling import Scrolling

SIZES = [(100, 1366, 620), (125, 1366, 610), (150, 1366, 590), (200, 1366, 560), (100, 1093, 520)]


def _view_of(field: QWidget) -> QWidget:
    """What of the form is seen at once."""
    above = field.parentWidget()
    while above is not None and not isinstance(above, Scrolling):
        above = above.parentWidget()
    assert above is not None
    return above.viewport()


def filled(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Return")
    desk.keys.commit("厨房下水反水，已漏到楼下")
    copy_picture()
    desk.keys.press("Ctrl+V")


@pytest.mark.parametrize(("percent", "width", "height"), SIZES)
def test_a1_a5_every_field_is_named_and_no_words_are_cut(
    spoken: EntryDesk, percent: int, width: int, height: int
) -> None:
    spoken.window.context.theme.scale(percent)
    spoken.window.window.resize(width, height)
    filled(spoken)
    spoken.keys.press("Ctrl+Return")
    filled(spoken)
    spoken.wait()
    assert nameless(spoken.form) == []
    assert cut_texts(spoken.form) == []
    inside = spoken.form.rect()
    for button in (spoken.form.side.join, *spoken.form.findChildren(type(spoken.form.side.join))):
        place = button.mapTo(spoken.form, button.rect().topRight())
        assert not button.isVisible() or place.x() <= inside.right()


@pytest.mark.parametrize("percent", [100, 200])
def test_a5_no_field_is_wider_than_its_place(desk: EntryDesk, percent: int) -> None:
    desk.window.context.theme.scale(percent)
    filled(desk)
    desk.wait()
    fields = desk.form.fields
    try:
        for field in (fields.where, fields.text, fields.phone, fields.choices.team, fields.choices.source):
            assert field.mapTo(desk.form, field.rect().topRight()).x() < desk.form.width()
    finally:
        desk.window.context.theme.scale(100)


@pytest.mark.parametrize(("percent", "width", "height"), SIZES)
def test_a5_the_words_of_the_caller_stand_whole_in_view(desk: EntryDesk, percent: int, width: int, height: int) -> None:
    desk.window.window.resize(width, height)
    desk.window.context.theme.scale(percent)
    try:
        desk.keys.press("Ctrl+N")
        desk.keys.type("32501")
        desk.keys.press("Return")
        desk.keys.type("sl")
        desk.keys.press("Tab")
        desk.keys.commit("卫生间顶棚渗水，昨天晚上开始滴，今天早上地面已有积水，请尽快上门")
        desk.wait()
        text = desk.form.fields.text
        assert text.hasFocus()
        view = _view_of(text)
        assert view.rect().contains(QRect(text.mapTo(view, QPoint(0, 0)), text.size()))
    finally:
        desk.window.context.theme.scale(100)


def test_a5_short_fields_end_where_long_ones_do(desk: EntryDesk) -> None:
    desk.window.context.theme.scale(200)
    try:
        filled(desk)
        desk.wait()
        fields = desk.form.fields
        ends = {field.geometry().right() for field in (fields.where, fields.text, fields.name, fields.choices.team)}
        assert len(ends) == 1
    finally:
        desk.window.context.theme.scale(100)


def test_a2_tab_goes_as_the_eye_does(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    stops = tab_stops(desk.page, desk.form.fields.where)
    begun = stops.index("Who or where")
    assert stops[begun : begun + 10] == [
        "Who or where",
        "Category",
        "What is reported",
        "Reporter",
        "Telephone",
        "Kind",
        "Class",
        "Priority",
        "Team",
        "Reached us",
    ]


def test_g4_every_key_of_the_form_is_in_the_key_list(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    listed = {one.cap for one in desk.window.context.actions.active() if one.spec.context == "tickets.entry"}
    assert {"Ctrl Enter", "Alt M", "Ctrl V", "Alt P", "Alt X", "Esc"} <= listed


def test_the_keys_of_the_form_act_only_while_it_is_seen(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N", "Esc")
    assert not [one for one in desk.window.context.actions.active() if one.spec.context.startswith("tickets.entry")]
    desk.keys.press("Ctrl+Return")
    assert desk.tickets() == []
