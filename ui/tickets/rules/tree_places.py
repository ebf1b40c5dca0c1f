"""Where a category goes when it is moved by an arrow."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from app.tickets.catalogue.category_facts import CategoryRow


class Way(Enum):
    """The arrows."""

    UP = auto()
    DOWN = auto()
    OUT = auto()
    IN = auto()


def new_place(rows: Sequence[CategoryRow], row: CategoryRow, way: Way) -> tuple[int | None, int] | None:
    """What it comes under and as which there, 0 the first; None where there is no such place."""
    beside = [one.id for one in rows if one.parent_id == row.parent_id]
    at = beside.index(row.id)
    if way is Way.UP:
        return (row.parent_id, at - 1) if at else None
    if way is Way.DOWN:
        return (row.parent_id, at + 1) if at + 1 < len(beside) else None
    if way is Way.IN:
        return (beside[at - 1], _below(rows, beside[at - 1])) if at else None
    return _outside(rows, row)


def _outside(rows: Sequence[CategoryRow], row: CategoryRow) -> tuple[int | None, int] | None:
    parent = next((one for one in rows if one.id == row.parent_id), None)
    if parent is None:
        return None
    beside = [one.id for one in rows if one.parent_id == parent.parent_id]
    return parent.parent_id, beside.index(parent.id) + 1


def _below(rows: Sequence[CategoryRow], parent_id: int) -> int:
    return sum(one.parent_id == parent_id for one in rows)
