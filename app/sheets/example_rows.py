"""The rows of a template that show how to fill it in, and how they are known again when they come back."""

from __future__ import annotations

from collections.abc import Sequence

EXAMPLE_NOTE = "示例，导入前请删除"
_SAYS_SO = "导入前请删除"


def place_of_example(cells: Sequence[object]) -> int | None:
    """The cell, counted from 0, that still says that its row is an example; None for a row of the office's own."""
    return next((place for place, cell in enumerate(cells) if type(cell) is str and _SAYS_SO in cell), None)
