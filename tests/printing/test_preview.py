"""The preview: the real paper, keys for pages and sizes, Enter prints and Esc goes back."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.paper.lettering import missing_in
from tests.printing.some_paper import some_paper
from ui.printing.pdf_view import PdfView
from ui.printing.preview_dialog import PreviewPanel, preview
from ui.shell.actions import ActionRegistry
from ui.shell.window_questions import WindowQuestions

Key = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[PdfView]:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.show_pdf(some_paper(3))
    yield view
    view.close_pdf()


def test_the_whole_width_of_the_first_page_is_seen(view: PdfView) -> None:
    assert (view.page, view.page_count, view.fits_width) == (1, 3, True)
    assert view.horizontalScrollBar().maximum() == 0
    assert darkest(view) < 60


def test_the_page_follows_the_width_of_the_window(view: PdfView) -> None:
    before = view.percent
    view.resize(600, 500)
    assert view.percent < before
    view.zoom_in()
    fixed = view.percent
    view.resize(900, 500)
    assert view.percent == fixed


def test_sizes_go_up_and_down_in_steps_and_stop_at_the_ends(view: PdfView) -> None:
    for _ in range(10):
        view.zoom_in()
    assert view.percent == 300
    for _ in range(10):
        view.zoom_out()
    assert view.percent == 50
    view.fit_width()
    assert view.fits_width


def test_zooming_stays_on_the_page(view: PdfView) -> None:
    view.turn_to(2)
    view.zoom_in()
    assert view.page == 2


def test_turning_stops_at_the_first_and_the_last_page(view: PdfView) -> None:
    view.turn_to(9)
    assert view.page == 3
    view.turn_to(0)
    assert view.page == 1


def test_pages_differ_on_the_screen(view: PdfView) -> None:
    first = view.viewport().grab().toImage()
    view.turn_to(3)
    assert view.viewport().grab().toImage() != first


def test_an_empty_view_has_no_page(qtbot: QtBot) -> None:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.turn_to(1)
    assert (view.page, view.page_count, view.percent) == (0, 0, 100)


class Desk:
    """A window with a field that has the focus, and a preview over it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        self.field = QLineEdit("1862.40", self.window)
        self.window.resize(1000, 640)
        qtbot.addWidget(self.window)
        self.questions = WindowQuestions(self.window, ActionRegistry(self.window))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()
        self.seen: list[tuple[int, int, int]] = []

    def ask(self, *keys: Key, pages: int = 2) -> bool:
        QTimer.singleShot(0, lambda: self._press(*keys))
        return preview(self.questions, "收款收据 R-000128", some_paper(pages))

    def _press(self, *keys: Key) -> None:
        panel = self.window.findChild(PreviewPanel)
        assert isinstance(panel, PreviewPanel)
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key)
            self.seen.append((panel.view.page, panel.view.page_count, panel.view.percent))


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_enter_prints(desk: Desk) -> None:
    assert desk.ask(Key.Key_Return)


def test_escape_goes_back_to_where_the_person_was(desk: Desk) -> None:
    assert not desk.ask(Key.Key_Escape)
    assert QApplication.focusWidget() is desk.field
    assert desk.field.text() == "1862.40"


def test_p7_keys_turn_pages_and_change_the_size(desk: Desk) -> None:
    desk.ask(Key.Key_End, Key.Key_Home, Key.Key_Plus, Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_1, Key.Key_Escape)
    pages = [page for page, *_ in desk.seen[:2]]
    sizes = [percent for *_, percent in desk.seen[2:7]]
    assert pages == [2, 1]
    assert sizes[1] > sizes[0]
    assert sizes[2] == sizes[0]
    assert sizes[4] < sizes[3]


def test_p7_a_page_longer_than_the_view_is_read_screen_by_screen(view: PdfView) -> None:
    for _ in range(4):
        view.zoom_in()
    bar, seen = view.verticalScrollBar(), [0]
    while view.page == 1 and bar.value() < bar.maximum():
        view.go_on()
        assert 0 < bar.value() - seen[-1] <= view.viewport().height()
        seen.append(bar.value())
    assert len(seen) > 2
    for before in reversed(seen[:-1]):
        view.go_back()
        assert bar.value() <= before + view.viewport().height()
    assert bar.value() == 0


def test_p7_going_on_stops_at_the_head_of_the_next_page(view: PdfView) -> None:
    view.whole_page()
    view.go_on()
    assert view.page == 2
    view.go_on()
    assert view.page == 3
    view.go_back()
    assert view.page == 2


def test_p7_the_whole_page_is_seen_at_once(view: PdfView) -> None:
    view.turn_to(2)
    view.whole_page()
    assert view.page == 2
    assert view.horizontalScrollBar().maximum() == 0
    first = view.verticalScrollBar().value()
    view.go_on()
    assert view.verticalScrollBar().value() - first <= view.viewport().height()


def test_p7_arrows_scroll_within_the_page(desk: Desk) -> None:
    panels: list[PreviewPanel] = []
    places: list[tuple[int, int]] = []

    def press() -> None:
        panel = desk.window.findChild(PreviewPanel)
        assert isinstance(panel, PreviewPanel)
        panels.append(panel)
        for key in (*[Key.Key_Plus] * 4, Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left):
            QTest.keyClick(panel.view, key)
            places.append((panel.view.horizontalScrollBar().value(), panel.view.verticalScrollBar().value()))
        QTest.keyClick(panel.view, Key.Key_Escape)

    QTimer.singleShot(0, press)
    preview(desk.questions, "收款收据 R-000128", some_paper(2))
    down, further, right, up, left = places[4:]
    assert further[1] == 2 * (further[1] - down[1]) + places[3][1] > down[1]
    assert right[0] > further[0]
    assert up[1] == down[1]
    assert left[0] == down[0]


def test_characters_that_print_as_boxes_are_listed_before_printing(qtbot: QtBot) -> None:
    panel = PreviewPanel("R-000128", some_paper(), missing_in("𠮷野"))
    qtbot.addWidget(panel)
    assert [words for words in texts(panel) if "𠮷 (U+20BB7)" in words]
    panel.give_up()


def texts(panel: PreviewPanel) -> list[str]:
    return [str(child.property("text")) for child in panel.findChildren(QWidget) if child.property("text")]


def darkest(view: PdfView) -> int:
    picture = (
        view.viewport().grab().toImage().convertToFormat(view.viewport().grab().toImage().Format.Format_Grayscale8)
    )
    return int(np.frombuffer(picture.constBits(), np.uint8).min())
