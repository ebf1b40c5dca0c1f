"""One row of a sheet of units and owners, understood; or everything that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from app.core.errors import Refusal
from app.core.quantities import parse_area
from app.estate.kinds import OccupancyRole, UnitKind, kind_by_place, parse_kind, parse_role, parse_state
from app.estate.phones import parse_phones
from app.estate.plates import parse_plates
from app.estate.refusals import AreaNeeded, PhoneWithoutName
from app.estate.unit_code import UnitCode, parse_unit_code, unit_code_of
from app.sheets.cells import ERRORS, cell_count, cell_day, cell_last_day, cell_text
from app.sheets.read_sheet import Sheet, SheetRow
from app.sheets.refusals import ErrorInCell, FormulaWithoutValue, NotACount, ValueMissing
from app.sheets.row_faults import BadRow, Fault

T = TypeVar("T")
_AREA_UNIT = re.compile(r"(?:㎡|m2|m²|平方米|平米|平)$", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"-?\d{1,3}")
_NOTHING = frozenset({"", "/", "-", "--", "无", "—", "——", "空", "没有", "暂无"})
_BETWEEN_NAMES = re.compile(r"[、，,/;；\n]+")
_TEXTS = ("layout", "note")


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
def _area(text: str) -> Decimal:
    return parse_area(_AREA_UNIT.sub("", unicodedata.normalize("NFKC", text).replace("m2", "㎡")))


def _floor(value: object) -> int:
    text = unicodedata.normalize("NFKC", cell_text(value))
    found = _FIRST_NUMBER.search(text)
    if found is None:
        raise NotACount(text)
    return -int(found[0]) if text[:1] in "Bb负" else int(found[0])


class LineReader:
    """Reads the rows of one sheet by its heads."""

    def __init__(self, sheet: Sheet) -> None:
        header = sheet.header
        self._unstored = sheet.unstored
        self._titles = {column.place: column.title for column in header.columns}
        self._places = {
            column.kind.key: header.places(column.kind.key) for column in header.columns if column.kind is not None
        }
        self._paid = [(column.place, column.detail) for column in header.columns if _is(column.kind, "paid_through")]
        self._faults: list[Fault] = []
        self._row = SheetRow(0, ())

    def read(self, row: SheetRow) -> UnitLine | BadRow:
        """The row as a unit's line, or the row with everything that is wrong with it."""
        self._row, self._faults = row, []
        code = self._code()
        facts = self._facts(code)
        people = tuple(self._people())
        plates = self._made("plate", lambda value: parse_plates(cell_text(value))) or ()
        paid = tuple(self._paid_through())
        if code is None or self._faults:
            return BadRow(row, tuple(self._faults))
        return UnitLine(row.number, code, facts, people, plates, paid)

    def _code(self) -> UnitCode | None:
        building, entrance, room = self._text("building"), self._text("entrance"), self._text("room")
        whole = self._text("code")
        if whole and not (building and room):
            return self._try("code", lambda: parse_unit_code(whole))
        key = "room" if "room" in self._places else "code"
        if not room:
            self._blame(key, ValueMissing(self._title(key)))
            return None
        if not building:
            return self._try(key, lambda: parse_unit_code(room))
        return self._try(key, lambda: unit_code_of(building, entrance, room))

    def _facts(self, code: UnitCode | None) -> dict[str, Any]:
        kind = self._made("kind", lambda value: parse_kind(cell_text(value)))
        if kind is None and code is not None and not self._text("kind"):
            kind = kind_by_place(code.building, code.room)
        facts: dict[str, Any] = {
            "kind": kind,
            "state": self._made("state", lambda value: parse_state(cell_text(value))),
            "floor": self._made("floor", _floor),
            "handover_date": self._made("handover_date", cell_day),
            "headcount": self._made("headcount", cell_count),
        }
        for key in ("building_area", "inner_area", "billing_area"):
            facts[key] = self._made(key, lambda value: _area(cell_text(value)))
        for key in _TEXTS:
            facts[key] = self._text(key) or None
        if code is not None:
            self._check_area(code, kind, self._text("building_area"))
        return {name: value for name, value in facts.items() if value is not None}

    def _check_area(self, code: UnitCode, kind: UnitKind | None, area: str) -> None:
        if not area and kind is not None and kind.has_building_area:
            self._blame("building_area", AreaNeeded(code.canonical))

    def _people(self) -> Iterator[LinePerson]:
        role = self._made("role", lambda value: parse_role(cell_text(value))) or OccupancyRole.OWNER
        yield from self._person("name", "phone", role)
        yield from self._person("tenant", "tenant_phone", OccupancyRole.TENANT)
        yield from self._person("contact", "contact_phone", OccupancyRole.CONTACT)

    def _person(self, name_key: str, phone_key: str, role: OccupancyRole) -> Iterator[LinePerson]:
        name = self._text(name_key)
        numbers: dict[str, None] = {}
        for place in self._places.get(phone_key, ()):
            numbers |= dict.fromkeys(self._at(place, lambda value: parse_phones(cell_text(value))) or ())
        if name:
            yield from _named(name, tuple(numbers), role)
        elif numbers:
            self._blame(name_key, PhoneWithoutName(next(iter(numbers))))

    def _paid_through(self) -> Iterator[tuple[str, date]]:
        for place, item in self._paid:
            day = self._at(place, cell_last_day)
            if day is not None:
                yield item, day + timedelta(days=1)

    def _text(self, key: str) -> str:
        for place in self._places.get(key, ()):
            text = cell_text(self._value(place))
            if text not in _NOTHING:
                return text
        return ""

    def _made(self, key: str, make: Callable[[Any], T]) -> T | None:
        for place in self._places.get(key, ()):
            made = self._at(place, make)
            if made is not None:
                return made
        return None

    def _at(self, place: int, make: Callable[[Any], T]) -> T | None:
        value = self._value(place)
        if value is None or (isinstance(value, str) and value.strip() in _NOTHING):
            return None
        try:
            return make(value)
        except Refusal as refusal:
            self._faults.append(Fault(self._titles[place], refusal))
            return None

    def _value(self, place: int) -> object:
        cells = self._row.cells
        value = cells[place] if place < len(cells) else None
        if value is None:
            if self._unstored and (self._row.number, place) in self._unstored:
                self._blame_once(place, FormulaWithoutValue(self._titles[place]))
            return None
        if isinstance(value, str) and value in ERRORS:
            self._blame_once(place, ErrorInCell(self._titles[place], value))
            return None
        return value

    def _blame_once(self, place: int, refusal: Refusal) -> None:
        title = self._titles[place]
        if all(fault.column != title for fault in self._faults):
            self._faults.append(Fault(title, refusal))

    def _blame(self, key: str, refusal: Refusal) -> None:
        title = self._title(key)
        if all(fault.column != title for fault in self._faults):
            self._faults.append(Fault(title, refusal))

    def _try(self, key: str, make: Callable[[], T]) -> T | None:
        try:
            return make()
        except Refusal as refusal:
            self._blame(key, refusal)
            return None

    def _title(self, key: str) -> str:
        places: Sequence[int] = self._places.get(key, ())
        return self._titles[places[0]] if places else key


def _named(cell: str, phones: tuple[str, ...], role: OccupancyRole) -> Iterator[LinePerson]:
    """The people of a cell; as many telephones as names belong one to each, else all to the first."""
    names = [" ".join(name.split()) for name in _BETWEEN_NAMES.split(cell) if name.strip()]
    for place, name in enumerate(names):
        own = phones[place : place + 1] if len(phones) == len(names) else phones if place == 0 else ()
        yield LinePerson(name, own, role)


def _is(kind: Any, key: str) -> bool:
    return kind is not None and kind.key == key
