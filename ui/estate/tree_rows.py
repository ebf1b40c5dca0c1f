"""The tree of the estate as one list of rows: buildings, their entrances, their units, as far as they are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.core.ids import BuildingId, UnitId
from app.core.language import tr
from app.estate.kinds import UnitState
from app.estate.unit_facts import BuildingNode, UnitRow
from ui.estate.words import entrance_words, units_words
from ui.widgets.unit_words import STATES

Branch = tuple[BuildingId, str | None]
_EMPTY = frozenset({UnitState.VACANT, UnitState.UNSOLD, UnitState.NOT_HANDED_OVER})


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row: `branch` opens and closes, or `unit_id` has a page; `level` is 0 to 2."""

    level: int
    text: str
    right: str
    branch: Branch | None = None
    is_open: bool = False
    unit_id: UnitId | None = None


def tree_rows(
    buildings: Sequence[BuildingNode],
    opened: set[Branch],
    units_of: Callable[[BuildingId, str], Sequence[UnitRow]],
) -> list[TreeRow]:
    """The rows to show; units are asked for only below an open branch."""
    rows: list[TreeRow] = []
    for node in buildings:
        whole: Branch = (node.id, None)
        is_open = whole in opened
        rows.append(TreeRow(0, node.name, units_words(node.units), whole, is_open))
        if is_open:
            rows += _below(node, opened, units_of)
    return rows


def _below(
    node: BuildingNode, opened: set[Branch], units_of: Callable[[BuildingId, str], Sequence[UnitRow]]
) -> list[TreeRow]:
    if len(node.entrances) == 1 and not node.entrances[0].name:
        return [_unit(row, 1) for row in units_of(node.id, "")]
    rows: list[TreeRow] = []
    for entrance in node.entrances:
        branch: Branch = (node.id, entrance.name)
        is_open = branch in opened
        rows.append(TreeRow(1, entrance_words(entrance.name), units_words(entrance.units), branch, is_open))
        if is_open:
            rows += [_unit(row, 2) for row in units_of(node.id, entrance.name)]
    return rows


def _unit(row: UnitRow, level: int) -> TreeRow:
    person = row.person or (tr(STATES[row.facts.state]) if row.facts.state in _EMPTY else "")
    return TreeRow(level, row.room, person, unit_id=row.id)


def branches_to(row: UnitRow) -> set[Branch]:
    """What must be open for a unit to be seen."""
    return {(row.building_id, None), (row.building_id, row.entrance)}
