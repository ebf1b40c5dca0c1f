"""The counter is made in two steps; whoever types between them loses nothing."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget

from tests.counter_screen.conftest import OpenCounter
from tests.counter_screen.counter_window import CounterWindow, comes_true
from tests.counter_screen.test_payment import open_home
from ui.counter.counter_page import CounterPage
from ui.widgets.two_line_list import TwoLine

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def codes(page: CounterPage) -> list[str]:
    return [hit.code for hit in page.search.hits]


def is_whole(page: CounterPage) -> bool:
    return page._is_furnished


def places(page: CounterPage) -> list[QRect]:
    parts = [page.search.box, page._hits, page._left, *page.findChildren(QStackedWidget, options=_DIRECT)]
    return [part.geometry() for part in parts]


class Noted:
    """What was seen between the steps."""

    def __init__(self) -> None:
        self.whole: list[bool] = []
        self.codes: list[str] = []
        self.lines: list[str] = []
        self.places: list[QRect] = []


def test_the_search_answers_from_its_first_paint_before_the_rest_is_made(open_window: OpenCounter) -> None:
    noted = Noted()

    def type_initials(page: CounterPage) -> None:
        assert QApplication.focusWidget() is page.search.box
        QTest.keyClicks(page.search.box, "zjg")
        noted.whole.append(is_whole(page))
        noted.codes = codes(page)
        noted.lines = [line.head for line in page.search.list.lines() if isinstance(line, TwoLine)]

    counter = open_window(after_paint=type_initials)
    assert comes_true(lambda: is_whole(counter.page))
    assert noted.whole == [False]
    assert noted.codes == ["1-1-302", "3-2-501", "5-3-1102"]
    assert noted.lines == noted.codes
    assert counter.page.search.box.text() == "zjg"
    assert codes(counter.page) == noted.codes
    counter.keys.press("Down", "Return")
    hand = counter.page.flow.desk.hand
    assert hand is not None
    assert hand.bill.unit.code == "3-2-501"


def test_enter_between_the_steps_opens_what_was_found(open_window: OpenCounter) -> None:
    def type_room(page: CounterPage) -> None:
        QTest.keyClicks(page.search.box, "32501")
        QTest.keyClick(page.search.box, Qt.Key.Key_Return)

    counter = open_window(after_paint=type_room)
    hand = counter.page.flow.desk.hand
    assert hand is not None
    assert hand.bill.unit.code == "3-2-501"
    assert counter.page.flow.desk.panel.amount.hasFocus()


def test_a_key_of_the_counter_between_the_steps_is_heard(open_window: OpenCounter) -> None:
    heard: list[bool] = []

    def press(page: CounterPage) -> None:
        heard.append(is_whole(page))
        QTest.keyClick(page.search.box, Qt.Key.Key_F9)
        heard.append(is_whole(page))

    counter = open_window(after_paint=press)
    assert heard == [False, True]
    assert len(counter.said) == 1


def test_what_an_earlier_run_put_aside_comes_back_between_the_steps(open_window: OpenCounter) -> None:
    first = open_window()
    open_home(first)
    first.keys.type("500")
    first.keys.press("Esc")
    undo = Qt.KeyboardModifier.ControlModifier
    second = open_window(after_paint=lambda page: QTest.keyClick(page.search.box, Qt.Key.Key_Z, undo))
    assert comes_true(lambda: second.page.flow.is_open)
    assert second.page.flow.desk.panel.amount.text() == "500"


def test_nothing_jumps_when_the_rest_comes(open_window: OpenCounter) -> None:
    noted = Noted()

    def look(page: CounterPage) -> None:
        noted.places = places(page)

    counter = open_window(after_paint=look)
    assert comes_true(lambda: is_whole(counter.page))
    assert places(counter.page) == noted.places


def test_a_bill_that_an_earlier_run_left_is_there_from_the_beginning(open_window: OpenCounter) -> None:
    first = open_window()
    open_home(first)
    first.keys.type("500")
    first.page.keep_draft()
    seen: list[bool] = []
    second: CounterWindow = open_window(after_paint=lambda page: seen.append(is_whole(page)))
    assert second.page.flow.desk.panel.amount.text() == "500"
    assert second.page.flow.desk.panel.amount.hasFocus()
    assert seen in ([], [True])
