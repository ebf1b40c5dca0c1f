"""What a screen reader, a person without a mouse and a person with large text need from every screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget

from tests.page_desk import PageDesk
from ui.widgets.key_button import KeyButton

TEXT_SIZES = (100, 125, 200)
OFFICE_SCREENS = ((1093, 468), (1366, 620), (1920, 950))
"""What remains for a page of the screens that offices have, 125 % of the first among them."""


def check_at_every_text_size(desk: PageDesk[Any], sizes: Sequence[int] = TEXT_SIZES) -> None:
    """Every stop has a name and no words are cut, however large the text; the window grows no wider (A1, A5)."""
    window, context = desk.window.window, desk.window.context
    wide = window.width()
    for percent in sizes:
        context.theme.scale(percent)
        context.layout.measure(wide, percent)
        desk.wait()
        assert nameless(desk.page) == []
        assert cut_texts(desk.page) == []
        assert window.width() == wide


def check_it_fits(
    desk: PageDesk[Any], size: tuple[int, int], ways: Iterable[Sequence[str]], back: Sequence[str]
) -> None:
    """The window stays as large as the screen on every way through the page; `back` leads to where it began."""
    for way in ways:
        desk.press(*way)
        assert (desk.window.window.width(), desk.window.window.height()) == size
        desk.press(*back)


def focusable(root: QWidget) -> list[QWidget]:
    """Every visible widget that the Tab key can reach or a click can focus."""
    found = [widget for widget in root.findChildren(QWidget) if widget.isVisible() and _is_stop(widget)]
    return [widget for widget in found if not _belongs_to_another(widget)]


def nameless(root: QWidget) -> list[str]:
    """The focusable widgets without an accessible name (A1)."""
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in focusable(root)
        if not name_of(widget)
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls the widget; the words of its buddy label count."""
    if widget.accessibleName():
        return widget.accessibleName().strip()
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def cut_texts(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit their place (A5), once what just changed has been laid out."""
    for _ in range(2):  # a part asks first, the whole that holds it in the next turn
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    labels = [
        label for label in root.findChildren(QLabel) if label.isVisible() and not label.wordWrap() and label.text()
    ]
    cut = [label.text() for label in labels if _width(label) > label.contentsRect().width() + 1]
    buttons = [button for button in root.findChildren(KeyButton) if button.isVisible()]
    return cut + [button.text() for button in buttons if button.sizeHint().width() > button.width() + 1]


def tab_stops(root: QWidget, first: QWidget) -> list[str]:
    """The names that Tab walks through from `first` until it comes round, as the person meets them (A2)."""
    first.setFocus()
    names: list[str] = []
    for _ in range(200):
        now = QApplication.focusWidget()
        assert now is not None
        if names and now is first:
            return names
        names.append(name_of(now))
        QTest.keyClick(now, Qt.Key.Key_Tab)
        assert root.isAncestorOf(QApplication.focusWidget() or root), "Tab left the form"
    raise AssertionError(names)


def _width(label: QLabel) -> float:
    metrics = QFontMetricsF(label.font())
    return max(metrics.horizontalAdvance(line) for line in label.text().splitlines())


def _is_stop(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isEnabled()


def _belongs_to_another(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    inner = isinstance(parent, QAbstractScrollArea) and widget is parent.viewport()
    return inner or widget.focusProxy() is not None or type(widget).__name__.startswith("QComboBoxPrivate")
