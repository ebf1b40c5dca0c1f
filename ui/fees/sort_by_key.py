"""Sorting a list by a key: each press goes one step on, through the columns, up and down, back to the order given."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from app.core.language import tr
from ui.widgets.columns import Kind
from ui.widgets.table_view import TableView

_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


def sort_next(table: TableView[Any]) -> str:
    """Sort by the next step; says what the list is sorted by now."""
    model = table.rows_model
    steps = [None, *((at, order) for at in _sortable(table) for order in (_UP, _DOWN))]
    now = model.sorted_by
    following = steps[(steps.index(now) + 1) % len(steps)] if now in steps else None
    model.sort(-1 if following is None else following[0], _UP if following is None else following[1])
    table.horizontalHeader().viewport().update()
    if following is None:
        return tr("In the order of the estate")
    title = model.columns[following[0]].title
    sentence = tr("Sorted by {column}, upward") if following[1] is _UP else tr("Sorted by {column}, downward")
    return sentence.format(column=title)


def _sortable(table: TableView[Any]) -> list[int]:
    columns = table.rows_model.columns
    return [
        at
        for at, column in enumerate(columns)
        if column.title and column.kind is not Kind.OWN and not table.isColumnHidden(at)
    ]
