"""Pages that share one place: what nobody sees asks for no room and costs no time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.page_stack import PageStack
from ui.widgets.surface import column


class Page(QWidget):
    """A page that counts how often it is asked for its size."""

    def __init__(self, wide: int) -> None:
        super().__init__()
        self._wide = wide
        self.asked = 0

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        self.asked += 1
        return QSize(self._wide, 40)


@pytest.fixture
def pages(qapp: QApplication) -> tuple[PageStack, Page, Page]:
    stack, narrow, wide = PageStack(), Page(300), Page(900)
    for page in (narrow, wide):
        stack.addWidget(page)
    return stack, narrow, wide


def test_a_wide_page_that_nobody_sees_does_not_widen_the_window(pages: tuple[PageStack, Page, Page]) -> None:
    stack, _, wide = pages
    assert (stack.sizeHint().width(), stack.minimumSizeHint().width()) == (300, 300)
    stack.setCurrentWidget(wide)
    assert (stack.sizeHint().width(), stack.minimumSizeHint().width()) == (900, 900)


def test_a_page_that_nobody_sees_is_not_laid_out(pages: tuple[PageStack, Page, Page]) -> None:
    stack, narrow, wide = pages
    window = QWidget()
    window.setLayout(column(stack))
    window.show()
    QApplication.processEvents()
    before = wide.asked
    for _ in range(5):
        narrow.updateGeometry()
        QApplication.processEvents()
        stack.heightForWidth(300)
    assert wide.asked == before
    assert narrow.asked


def test_an_empty_one_asks_for_nothing(qapp: QApplication) -> None:
    empty = PageStack()
    assert (empty.hasHeightForWidth(), empty.heightForWidth(300)) == (False, -1)
    assert empty.minimumSizeHint().isEmpty()
