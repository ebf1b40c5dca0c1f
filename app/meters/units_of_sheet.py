"""The units and buildings that a row of a sheet names: codes in one cell, or a room beside its building."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.core.errors import Refusal
from app.core.ids import BuildingId, UnitId
from app.estate.refusals import UnknownUnit
from app.estate.tables import building, unit
from app.estate.unit_code import UnitCode, code_parts, parse_unit_code, unit_code_of
from app.sheets.row_cells import RowCells

_BETWEEN = re.compile(r"[、，,;；\n]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of the book."""

    id: UnitId
    code: str
    building_id: BuildingId


class Places:
    """Knows every unit of the book by its code, and every building."""

    def __init__(self, connection: Connection) -> None:
        asked = select(unit.c.id, unit.c.code, unit.c.building_id, unit.c.sort_key)
        self._units = {
            row.sort_key: Place(UnitId(row.id), row.code, BuildingId(row.building_id))
            for row in connection.execute(asked)
        }
        self._buildings: dict[str, BuildingId] = {}
        for row in connection.execute(select(building.c.id, building.c.code, building.c.name)):
            self._buildings[row.code] = self._buildings[row.name] = BuildingId(row.id)

    def names_unit(self, cells: RowCells) -> bool:
        """Whether the present row names a unit at all."""
        return bool(cells.text("code") or cells.text("room"))

    def units_of(self, cells: RowCells) -> tuple[Place, ...] | None:
        """The units that the row names, in one column or three; what is wrong is noted on the cells."""
        return cells.tried(unit_key(cells), lambda: self._units_of(cells))

    def building_of(self, cells: RowCells) -> BuildingId | None:
        """The building that the row names, if the book has it."""
        text = cells.text("building")
        return self._buildings.get(text) or self._buildings.get("".join(code_parts(text)[:1])) if text else None

    def _units_of(self, cells: RowCells) -> tuple[Place, ...]:
        place = (cells.text("building"), cells.text("entrance"))
        room, whole = cells.text("room"), cells.text("code")
        if place[0] and room:
            return (self._in_book(unit_code_of(*place, room)),)
        parts = [part for part in _BETWEEN.split(whole or room) if part.strip()]
        return tuple(dict.fromkeys(self._one_of(*place, part) for part in parts))

    def _one_of(self, building_text: str, entrance: str, text: str) -> Place:
        """A whole code as it stands, or a room of the building that stands beside it."""
        if not building_text:
            return self._in_book(parse_unit_code(text))
        beside = unit_code_of(building_text, entrance, text)
        if beside.sort_key in self._units:
            return self._units[beside.sort_key]
        try:
            return self._in_book(parse_unit_code(text))
        except Refusal:
            raise UnknownUnit(beside.canonical) from None

    def _in_book(self, code: UnitCode) -> Place:
        if code.sort_key not in self._units:
            raise UnknownUnit(code.canonical)
        return self._units[code.sort_key]


def unit_key(cells: RowCells) -> str:
    """The column that names the unit in the present row."""
    if cells.text("room") and cells.text("building"):
        return "room"
    return "code" if cells.text("code") else "room"
