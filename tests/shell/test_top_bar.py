"""The head of the window where its words are wide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.clock import SetClock
from ui.shell.main_window import MainWindow
from ui.shell.theme import Theme
from ui.shell.window_settings import WindowSettings


class Counted(QObject):
    """How often a widget was asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def window(qapp: QApplication, clock: SetClock) -> Iterator[MainWindow]:
    theme = Theme(qapp)
    shown = MainWindow(theme, clock, WindowSettings(language="zh_CN"))
    shown.top_bar.show_office("Harbour Garden", "Harbour Garden Property Service Centre")
    for tab in ("Collection", "Tickets", "Incidents", "Duty", "Notices", "Estate", "Tariffs", "Meters"):
        shown.top_bar.tabs.addTab(tab)
    shown.top_bar.show_tabs(shown=True)
    shown.show()
    yield shown
    theme.scale(100)
    shown.close()
    shown.deleteLater()
    QApplication.processEvents()


@pytest.mark.parametrize(("wide", "percent"), [(1366, 100), (900, 100), (1366, 150), (1366, 200)])
def test_what_gives_way_in_the_head_asks_for_no_layout_for_ever(window: MainWindow, wide: int, percent: int) -> None:
    window.theme.scale(percent)
    window.resize(wide, 700)
    QTest.qWait(100)
    counted = Counted()
    window.top_bar.installEventFilter(counted)
    QTest.qWait(150)
    window.top_bar.removeEventFilter(counted)
    assert counted.times <= 1, "each would be drawn again and again"


def test_a5_at_double_text_the_tabs_keep_their_numbers_and_the_current_one_its_words(
    window: MainWindow, qtbot: QtBot
) -> None:
    tabs, live = window.top_bar.tabs, window.top_bar.live

    def widest() -> int:
        widths = [tabs.tabRect(one).width() for one in range(tabs.count())]
        return widths.index(max(widths)) if tabs.tabRect(tabs.count() - 1).right() < tabs.width() else -1

    window.resize(1366, 700)
    qtbot.waitUntil(lambda: tabs.whole_width() == tabs.width())
    whole = tabs.width()
    assert tabs.tabToolTip(3) == ""
    window.theme.scale(200)
    qtbot.waitUntil(lambda: tabs.tabToolTip(3) == "Duty" and tabs.geometry().right() <= live.geometry().left())
    assert window.width() == 1366
    for at in (0, 6):
        tabs.setCurrentIndex(at)
        qtbot.waitUntil(lambda at=at: widest() == at)  # type: ignore[misc]
    window.theme.scale(100)
    qtbot.waitUntil(lambda: (tabs.width(), tabs.tabToolTip(3)) == (whole, ""))
