"""A meter's page: replaced, linked, ended, and what was billed on it."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from tests.meters_screen.conftest import OpenDesk
from tests.meters_screen.desk import Desk, column
from tests.office_builder import OfficeBuilder
from ui.meters.asking_panel import AskingPanel
from ui.meters.reading_panel import ReadingPanel
from ui.meters.replace_panel import ReplacePanel

P = TypeVar("P", bound=AskingPanel[Any])
_VERTICAL = Qt.Orientation.Vertical
_LATER = 600


def one_shown(kind: type[P]) -> P:
    """The panel of a kind that is asked now."""
    return next(one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible())


def test_a_replaced_device_goes_on_in_the_round(panels: Desk) -> None:
    panels.press("Return", "F4")
    final = ("1", "3", "0", "Tab", "Tab", *"9001", "Tab", "Ctrl+A", "2", "F9")
    with panels.keys.when_asked(*final):
        panels.keys.press("Ctrl+R")
    meter = panels.page.meter
    assert column(meter.devices, "Meter no.") == ["W0001", "9001"]
    assert column(meter.readings, "Reading")[:2] == ["2", "130"]
    panels.press("F4")
    assert panels.in_hand() == "9001"
    panels.types("7")
    assert column(panels.page.round.table, "Usage")[0] == "11"
    panels.press("Up", "F4")
    assert column(meter.usage, "Usage")[0] == "11"
    assert column(meter.usage, "")[0] == "device replaced"


def test_the_page_says_what_was_billed(desk: Desk) -> None:
    desk.press("Return", "F4")
    assert column(desk.page.meter.usage, "Usage") == ["8", "8", "8"]
    assert column(desk.page.meter.usage, "Billed") == ["billed, open"] * 3
    assert column(desk.page.meter.usage, "Amount") == ["28.00", "28.00", "28.00"]
    assert column(desk.page.meter.readings, "Reading") == ["124", "116", "108", "100"]


def test_f4_goes_to_the_page_and_back_to_the_row(desk: Desk) -> None:
    desk.press("Return", "Down", "F4")
    assert desk.page.meter.isVisible()
    desk.press("F4")
    assert desk.in_hand() == "W0002"
    desk.types("152")
    assert column(desk.page.round.table, "State")[1] == "read"


def test_a_new_meter_by_its_form(desk: Desk) -> None:
    desk.press("Ctrl+N")
    desk.keys.press("Down", "Down", "Tab")
    desk.fills("1-1-101", "-", "厨房燃气表", "G0001", "-", "35")
    desk.press("F9")
    assert desk.page.meter.isVisible()
    assert column(desk.page.meter.readings, "Reading") == ["35"]
    assert ("1-1-101", "read") in desk.listed()


def test_an_unknown_unit_is_said_beside_its_field_and_nothing_is_lost(desk: Desk) -> None:
    desk.press("Ctrl+N")
    desk.press("Tab")
    desk.fills("9-9-999", "-", "-", "G0001")
    desk.press("F9")
    assert desk.page.form.isVisible()
    assert desk.page.form.units.hasFocus()
    desk.press("Esc", "Ctrl+N")
    assert desk.page.form.number.text() == "G0001"


def test_an_ended_meter_leaves_the_round(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, panels=True)
    desk.press("Return", "F4")
    with desk.keys.when_asked("F9"):
        desk.keys.press("Ctrl+D")
    assert len(desk.listed()) == 24


def test_a_new_device_without_a_number_is_refused_at_its_field(panels: Desk) -> None:
    panels.press("Return", "F4")
    seen: list[object] = []
    final = ("1", "3", "0", "Tab", "Tab", "Tab", "Ctrl+A", "2", "F9")

    def look_and_leave() -> None:
        panel = one_shown(ReplacePanel)
        seen.extend([panel.number.problem, panel.problem.text(), panel.number.hasFocus()])
        panel.give_up()

    QTimer.singleShot(_LATER // 2, lambda: panels.keys.press(*final))
    QTimer.singleShot(_LATER, look_and_leave)
    panels.keys.press("Ctrl+R")
    QTest.qWait(_LATER + 100)
    assert str(seen[0]).endswith("needs its meter no. Type it as it stands on the device.")
    assert seen[1:] == ["", True]
    assert column(panels.page.meter.devices, "Meter no.") == ["W0001"]


def test_every_field_of_a_reading_is_seen_even_beside_a_refusal(panels: Desk) -> None:
    panels.press("Return", "F4")
    hidden: list[int] = []
    said: list[str] = []

    def look(*, leave: bool) -> None:
        panel = one_shown(ReadingPanel)
        hidden.extend(bar.maximum() for bar in panel.findChildren(QScrollBar) if bar.orientation() is _VERTICAL)
        if leave:
            said.append(panel.problem.text())
            panel.give_up()
        else:
            panels.keys.press("1", "F9")

    QTimer.singleShot(_LATER // 2, lambda: look(leave=False))
    QTimer.singleShot(_LATER, lambda: look(leave=True))
    panels.keys.press("F6")
    QTest.qWait(_LATER + 100)
    assert "showed" in said[0]
    assert set(hidden) == {0}
