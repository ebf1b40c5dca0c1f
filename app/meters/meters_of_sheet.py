"""Which meter a row of a sheet means: by its number, by unit and kind, or by its name."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, select

from app.core.errors import Refusal
from app.estate.tables import estate
from app.meters.kinds import MeterKind, parse_meter_kind
from app.meters.meter_facts import MeterFilter, MeterRow
from app.meters.meter_pages import read_meter_rows
from app.meters.refusals import UnknownMeter
from app.meters.sheet_refusals import MeterElsewhere, NoMeterOfUnit, OtherEstate, SeveralMeters
from app.meters.units_of_sheet import Places, unit_key
from app.sheets.cells import cell_text
from app.sheets.refusals import ValueMissing
from app.sheets.row_cells import RowCells


class MetersOfSheet:
    """Knows every meter in use by number, unit and name, and every unit of the book."""

    def __init__(self, connection: Connection, today: date) -> None:
        self.rows = read_meter_rows(connection, MeterFilter(), today)
        self._by_number: defaultdict[str, list[MeterRow]] = defaultdict(list)
        self._by_unit: defaultdict[str, list[MeterRow]] = defaultdict(list)
        self._by_name: defaultdict[str, list[MeterRow]] = defaultdict(list)
        for row in self.rows:
            for key in {plain_number(row.number), _without_zeros(row.number)} - {""}:
                self._by_number[key].append(row)
            self._by_name[row.name].append(row)
            for code in row.units:
                self._by_unit[code].append(row)
        self._places = Places(connection)
        self._estates = tuple(connection.execute(select(estate.c.name).order_by(estate.c.id)).scalars())

    def of(self, cells: RowCells) -> MeterRow | None:
        """The meter that the present row names; what is wrong is noted on the cells."""
        self._check_estate(cells)
        number, units = cells.text("number"), self._units(cells)
        if units is None:
            return None
        if number:
            return cells.tried("number", lambda: self._numbered(number, units, _kind_if_known(cells)))
        kind = cells.made("kind", _kind)
        if kind is None and cells.text("kind"):
            return None
        if units:
            return cells.tried(unit_key(cells), lambda: self._serving(units[0], kind, cells.text("name")))
        if cells.text("name"):
            return cells.tried("name", lambda: self._named(cells.text("name")))
        cells.blame("number", ValueMissing(cells.title("number")))
        return None

    def _units(self, cells: RowCells) -> tuple[str, ...] | None:
        """The codes of the units that the row names; None where it names them wrongly."""
        places = self._places.units_of(cells) if self._places.names_unit(cells) else ()
        return None if places is None else tuple(place.code for place in places)

    def _check_estate(self, cells: RowCells) -> None:
        name = cells.text("estate")
        if name and name not in self._estates:
            cells.blame("estate", OtherEstate(name, self._estates))

    def _numbered(self, number: str, units: Sequence[str], kind: MeterKind | None) -> MeterRow:
        found = self._by_number.get(plain_number(number)) or self._by_number.get(_without_zeros(number)) or []
        of_kind = [row for row in found if kind in (None, row.kind)]
        serving = [row for row in of_kind if set(units) & set(row.units)]
        if of_kind and not serving and units and any(row.units for row in of_kind):
            raise MeterElsewhere(number, units[0], of_kind[0].units)
        return _only(serving or of_kind, number, UnknownMeter(number))

    def _serving(self, code: str, kind: MeterKind | None, name: str) -> MeterRow:
        found = [row for row in self._by_unit.get(code, ()) if kind in (None, row.kind)]
        named = [row for row in found if row.name == name]
        return _only(named or found, code, NoMeterOfUnit(code))

    def _named(self, name: str) -> MeterRow:
        return _only(self._by_name.get(name, ()), name, UnknownMeter(name))


def plain_number(text: str) -> str:
    """A device's number without blanks, full-width signs made plain, letters large."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def _without_zeros(text: str) -> str:
    """As a spreadsheet leaves a number that it took for a quantity."""
    number = plain_number(text)
    return f"0:{number.lstrip('0')}" if number.isdecimal() else ""


def _kind(value: object) -> MeterKind:
    return parse_meter_kind(cell_text(value))


def _kind_if_known(cells: RowCells) -> MeterKind | None:
    """Beside a number the kind only helps; a fee item that means none is no fault."""
    try:
        return parse_meter_kind(cells.text("kind")) if cells.text("kind") else None
    except Refusal:
        return None


def _only(found: Iterable[MeterRow], text: str, none: Refusal) -> MeterRow:
    rows = list(found)
    if not rows:
        raise none
    if len(rows) > 1:
        raise SeveralMeters(text, tuple(row.name for row in rows))
    return rows[0]
