from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.keys import KeyDriver
from ui.shell.actions import ActionRegistry
from ui.shell.theme import Theme
from ui.widgets.check_box import CheckBox
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Light, Tone, colour
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.line_field import LineField
from ui.widgets.surface import column


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _differing(one: QImage, other: QImage) -> int:
    grey = (
        one.convertToFormat(QImage.Format.Format_Grayscale8),
        other.convertToFormat(QImage.Format.Format_Grayscale8),
    )
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(abs(grey[0].pixelColor(x, y).value() - grey[1].pixelColor(x, y).value()) > 24 for x, y in places)


class Parts:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        actions = ActionRegistry(self.window)
        self.quiet = KeyButton(actions.add("quiet", "Quiet", "F3", lambda: None), Kind.QUIET)
        self.segment = KeyButton(actions.add("cash", "Cash", "F5", lambda: None), Kind.SEGMENT, icon="banknote")
        self.off = KeyButton(actions.add("off", "Take", "F9", lambda: None), Kind.PRIMARY)
        self.field, self.box = LineField("Name"), CheckBox("Print")
        self.choice = ChoiceField("Cycle", [("Month", 1)])
        body = QWidget()
        body.setLayout(column(self.quiet, self.segment, self.off, self.field, self.box, self.choice, None))
        self.window.setCentralWidget(body)
        self.window.resize(300, 320)
        self.keys = KeyDriver(self.window)


@pytest.fixture
def parts(qtbot: QtBot, theme: Theme) -> Parts:
    return Parts(qtbot)


@pytest.mark.parametrize("worn", Light)
def test_the_focus_ring_is_two_pixels_of_accent(parts: Parts, theme: Theme, worn: Light) -> None:
    theme.wear(worn)
    for widget in (parts.quiet, parts.field, parts.choice):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        picture = _picture(widget)
        middle = picture.height() // 2
        assert [picture.pixelColor(x, middle).name() for x in (0, 1)] == [colour(Tone.ACCENT).name()] * 2, widget


def test_what_is_typed_does_not_move_when_the_focus_comes(parts: Parts) -> None:
    parts.field.setText("3-2-501")
    parts.box.setFocus()
    before = parts.field.cursorRect().topLeft()
    parts.field.setFocus()
    parts.field.deselect()
    assert parts.field.cursorRect().topLeft() == before


def test_chosen_ticked_and_off_are_told_without_colour(parts: Parts) -> None:
    plain = _picture(parts.segment)
    parts.segment.setChecked(True)
    assert _differing(plain, _picture(parts.segment)) > 100
    empty = _picture(parts.box)
    parts.box.setChecked(True)
    assert _differing(empty, _picture(parts.box)) > 40
    on = _picture(parts.off)
    parts.off.action_shown.turn_off("No shift is open")
    assert _differing(on, _picture(parts.off)) > 1000
    assert parts.off.accessibleDescription() == "No shift is open"


def test_a_dark_icon_never_shows_in_the_light_theme(parts: Parts, theme: Theme) -> None:
    light = _picture(parts.segment)
    theme.wear(Light.DARK)
    dark = _picture(parts.segment)
    theme.wear(Light.LIGHT)
    assert _differing(light, dark) > 1000
    assert _differing(light, _picture(parts.segment)) == 0
