"""Keeps two lines under each field of a form for hints and problems, so that no field below moves when one comes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.form import Form
from ui.widgets.sizes import px

_TWO_LINES = 40
_BESIDE_FIRST = 6


def label_on_top(form: Form, field: QWidget) -> None:
    """Let the label of a field that is several lines high stand beside its first line."""
    grid = form.layout()
    assert isinstance(grid, QGridLayout)
    row = grid.getItemPosition(grid.indexOf(field))[0]  # type: ignore[index]  # the stubs call the four numbers one object
    label = grid.itemAtPosition(row, 0)
    assert label is not None
    label.widget().setContentsMargins(0, px(_BESIDE_FIRST), 0, 0)
    grid.setAlignment(label.widget(), Qt.AlignmentFlag.AlignTop)


def align_labels(*forms: Form) -> None:
    """Let the fields of forms that stand below each other begin on one line."""
    grids = [grid for form in forms if isinstance(grid := form.layout(), QGridLayout)]
    labels = [
        item.widget() for grid in grids for at in range(1, grid.rowCount()) if (item := grid.itemAtPosition(at, 0))
    ]
    widest = max(label.sizeHint().width() for label in labels)
    for grid in grids:
        grid.setColumnMinimumWidth(0, widest)


def keep_two_lines(form: Form, *, kept: bool) -> None:
    """Keep them, or not; a row that is not shown keeps nothing."""
    grid = form.layout()
    assert isinstance(grid, QGridLayout)
    for at in range(2, grid.rowCount(), 2):
        item = grid.itemAtPosition(at, 1)
        if item is None:
            continue
        shown = not item.widget().isHidden()
        grid.setRowMinimumHeight(at, px(_TWO_LINES) if kept and shown else 0)
        grid.setAlignment(item.widget(), Qt.AlignmentFlag.AlignTop)
