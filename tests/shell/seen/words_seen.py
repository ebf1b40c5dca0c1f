"""Everything that a person can read, have read to them, or take along from the window now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

MOST_LINES = 40
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def words_seen(window: QWidget) -> Iterator[str]:
    """Titles, labels, fields, cells, tips, what a screen reader says, and the clipboard."""
    yield QGuiApplication.clipboard().text()
    for widget in (window, *(one for one in window.findChildren(QWidget) if one.isVisible())):
        yield from (widget.toolTip(), widget.whatsThis(), widget.statusTip(), widget.windowTitle())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        yield from _said_by(widget)


def _said_by(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield from (widget.toPlainText(), widget.placeholderText())
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _cells(widget.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for line in range(min(model.rowCount(), MOST_LINES)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            said = (model.index(line, column).data(role) for role in _ROLES)
            yield from (one for one in said if isinstance(one, str))


@contextmanager
def words_painted(tell: Callable[[str], None]) -> Iterator[None]:
    """Tell every text that a widget paints itself meanwhile, whatever it calls itself."""
    before = QPainter.drawText

    def draw(painter: QPainter, *given: object) -> object:
        for one in given:
            if isinstance(one, str):
                tell(one)
        return before(painter, *given)  # type: ignore[call-overload]

    QPainter.drawText = draw  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        QPainter.drawText = before  # type: ignore[method-assign]
