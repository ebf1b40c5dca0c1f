"""One row of a sheet of units and owners, understood; or everything that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.core.quantities import parse_area
from app.estate.kinds import OccupancyRole, UnitKind, UnitState, kind_by_place, parse_kind, parse_role, parse_state
from app.estate.phones import parse_phones
from app.estate.plates import parse_plates
from app.estate.refusals import AreaNeeded, NameNeeded, PhoneWithoutName
from app.estate.search_terms import squash
from app.estate.unit_code import UnitCode, parse_unit_code, unit_code_of
from app.sheets.cells import cell_count, cell_day, cell_last_day, cell_text
from app.sheets.read_sheet import Sheet, SheetRow
from app.sheets.refusals import NotACount, ValueMissing
from app.sheets.row_cells import RowCells
from app.sheets.row_faults import BadRow

_AREA_UNIT = re.compile(r"(?:㎡|m2|m²|平方米|平米|平)$", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"-?\d{1,3}")
_BETWEEN_NAMES = re.compile(r"[、，,/;；\n]+")


@dataclass(frozen=True, slots=True)
class LinePerson:
    """A person as a row names them."""

    name: str
    phones: tuple[str, ...]
    role: OccupancyRole


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A good row: the unit's code, the facts it states (only those), people, plates, first days not yet paid."""

    number: int
    code: UnitCode
    facts: dict[str, Any]
    people: tuple[LinePerson, ...]
    plates: tuple[str, ...]
    paid: tuple[tuple[str, date], ...]


@lru_cache(maxsize=8192)
def _area(value: object) -> Decimal:
    text = unicodedata.normalize("NFKC", cell_text(value)).replace("m2", "㎡")
    return parse_area(_AREA_UNIT.sub("", text))


def _floor(value: object) -> int:
    text = unicodedata.normalize("NFKC", cell_text(value))
    found = _FIRST_NUMBER.search(text)
    if found is None:
        raise NotACount(text)
    return -int(found[0]) if text[:1] in "Bb负" else int(found[0])


def _kind(value: object) -> UnitKind:
    return parse_kind(cell_text(value))


def _state(value: object) -> UnitState:
    return parse_state(cell_text(value))


def _role(value: object) -> OccupancyRole:
    return parse_role(cell_text(value))


def _phones(value: object) -> tuple[str, ...]:
    return parse_phones(cell_text(value))


def _plates(value: object) -> tuple[str, ...]:
    return parse_plates(cell_text(value))


_MAKERS: tuple[tuple[str, Callable[[Any], object]], ...] = (
    ("kind", _kind),
    ("state", _state),
    ("floor", _floor),
    ("building_area", _area),
    ("inner_area", _area),
    ("billing_area", _area),
    ("handover_date", cell_day),
    ("headcount", cell_count),
    ("layout", cell_text),
    ("note", cell_text),
)
_PEOPLE = (
    ("tenant", "tenant_phone", OccupancyRole.TENANT),
    ("contact", "contact_phone", OccupancyRole.CONTACT),
)


class LineReader:
    """Reads the rows of one sheet by its heads."""

    def __init__(self, sheet: Sheet) -> None:
        self._cells = RowCells(sheet)
        columns = sheet.header.columns
        self._paid = [(one.place, one.detail) for one in columns if one.kind and one.kind.key == "paid_through"]
        self._makers = [(key, make) for key, make in _MAKERS if self._cells.has(key)]
        self._people = [one for one in _PEOPLE if self._cells.has(one[0])]
        self._room_key = "room" if self._cells.has("room") else "code"

    def read(self, row: SheetRow) -> UnitLine | BadRow:
        """The row as a unit's line, or the row with everything that is wrong with it."""
        cells = self._cells
        cells.turn_to(row)
        code = self._code()
        facts = self._facts(code)
        people = tuple(self._everybody())
        plates = cells.made("plate", _plates) or ()
        paid = tuple(self._paid_through()) if self._paid else ()
        if code is None or cells.faults:
            return BadRow(row, tuple(cells.faults))
        return UnitLine(row.number, code, facts, people, plates, paid)

    def _code(self) -> UnitCode | None:
        cells = self._cells
        building, entrance, room = cells.text("building"), cells.text("entrance"), cells.text("room")
        whole = cells.text("code")
        if whole and not (building and room):
            return cells.tried("code", lambda: parse_unit_code(whole))
        if not room:
            cells.blame(self._room_key, ValueMissing(cells.title(self._room_key)))
            return None
        if not building:
            return cells.tried(self._room_key, lambda: parse_unit_code(room))
        return cells.tried(self._room_key, lambda: unit_code_of(building, entrance, room))

    def _facts(self, code: UnitCode | None) -> dict[str, Any]:
        cells = self._cells
        facts = {key: value for key, make in self._makers if (value := cells.made(key, make)) is not None}
        if code is None:
            return facts
        if "kind" not in facts and not cells.text("kind"):
            facts["kind"] = kind_by_place(code.building, code.room)
        kind = facts.get("kind")
        if isinstance(kind, UnitKind) and kind.has_building_area and not cells.text("building_area"):
            cells.blame("building_area", AreaNeeded(code.canonical))
        return facts

    def _everybody(self) -> Iterator[LinePerson]:
        role = self._cells.made("role", _role) or OccupancyRole.OWNER
        yield from self._somebody("name", "phone", role)
        for name_key, phone_key, of_column in self._people:
            yield from self._somebody(name_key, phone_key, of_column)

    def _somebody(self, name_key: str, phone_key: str, role: OccupancyRole) -> Iterator[LinePerson]:
        name = self._cells.text(name_key)
        found = self._cells.all_made(phone_key, _phones)
        numbers = found[0] if len(found) == 1 else tuple(dict.fromkeys(number for some in found for number in some))
        if name and not squash(name):
            self._cells.blame(name_key, NameNeeded())
        elif name:
            yield from _named(name, numbers, role)
        elif numbers:
            self._cells.blame(name_key, PhoneWithoutName(numbers[0]))

    def _paid_through(self) -> Iterator[tuple[str, date]]:
        for place, item in self._paid:
            day = self._cells.made_at(place, cell_last_day)
            if day is not None:
                yield item, day + timedelta(days=1)


def _named(cell: str, phones: tuple[str, ...], role: OccupancyRole) -> Iterator[LinePerson]:
    """The people of a cell; as many telephones as names belong one to each, else all to the first."""
    if cell.isalpha():
        yield LinePerson(cell, phones, role)
        return
    names = [" ".join(name.split()) for name in _BETWEEN_NAMES.split(cell) if name.strip()]
    for place, name in enumerate(names):
        own = phones[place : place + 1] if len(phones) == len(names) else phones if place == 0 else ()
        yield LinePerson(name, own, role)
