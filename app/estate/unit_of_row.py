"""Which unit of the book a row of a sheet means: by its code in any spelling, by three columns, or by a plate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.core.ids import UnitId
from app.estate.plates import parse_plate
from app.estate.refusals import PlateOfSeveral, UnknownPlate, UnknownUnit
from app.estate.tables import plate, unit
from app.estate.unit_code import UnitCode, parse_unit_code, unit_code_of
from app.estate.unit_columns import COLUMNS
from app.sheets.refusals import ValueMissing
from app.sheets.row_cells import RowCells

_KEYS = ("code", "building", "entrance", "room", "plate")
UNIT_COLUMNS = tuple(column for column in COLUMNS if column.key in _KEYS)


@dataclass(frozen=True, slots=True)
class UnitOfRow:
    """A unit of the book that a row names."""

    id: UnitId
    code: str


class UnitsOfSheet:
    """Knows every unit of the book by code and plate."""

    def __init__(self, connection: Connection) -> None:
        rows = connection.execute(select(unit.c.id, unit.c.code, unit.c.sort_key)).all()
        self._by_key = {row.sort_key: UnitOfRow(UnitId(row.id), row.code) for row in rows}
        by_id = {one.id: one for one in self._by_key.values()}
        self._by_plate: defaultdict[str, list[UnitOfRow]] = defaultdict(list)
        for row in connection.execute(select(plate.c.number, plate.c.unit_id).order_by(plate.c.id)):
            self._by_plate[row.number].append(by_id[row.unit_id])

    def of(self, cells: RowCells) -> UnitOfRow | None:
        """The unit that the present row names; what is wrong is noted on the cells."""
        key = next((key for key in ("code", "room", "plate") if cells.text(key)), None)
        if key is None:
            head = next((key for key in ("code", "room", "plate") if cells.has(key)), "code")
            cells.blame(head, ValueMissing(cells.title(head)))
            return None
        return cells.tried(key, lambda: self._by_number(cells) if key == "plate" else self._by_code(cells))

    def _by_code(self, cells: RowCells) -> UnitOfRow:
        code = code_of_row(cells)
        found = self._by_key.get(code.sort_key)
        if found is None:
            raise UnknownUnit(code.canonical)
        return found

    def _by_number(self, cells: RowCells) -> UnitOfRow:
        number = parse_plate(cells.text("plate"))
        found: Sequence[UnitOfRow] = self._by_plate.get(number, ())
        if not found:
            raise UnknownPlate(number)
        if len({one.id for one in found}) > 1:
            raise PlateOfSeveral(number, tuple(one.code for one in found))
        return found[0]


def code_of_row(cells: RowCells) -> UnitCode:
    """The code that a row states in one column or in three. Raises NotAUnitCode."""
    building, entrance, room = cells.text("building"), cells.text("entrance"), cells.text("room")
    whole = cells.text("code")
    if whole and not (building and room):
        return parse_unit_code(whole)
    return unit_code_of(building, entrance, room) if building else parse_unit_code(room)
