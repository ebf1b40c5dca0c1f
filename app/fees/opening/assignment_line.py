"""One row of a sheet of tariffs on units, understood; or everything that is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.core.errors import Refusal
from app.core.ids import MeterId, UnitId
from app.core.quantities import parse_area
from app.estate.unit_of_row import UnitOfRow, UnitsOfSheet
from app.fees.opening.plain_name import plain_name
from app.fees.opening.sheet_refusals import MeterNotNamed, NoMeterOnUnit, TariffNotNamed, UnknownTariff
from app.fees.refusals import AssignedBeforeTariff, DatesReversed
from app.fees.versions import Tariff
from app.sheets.cells import cell_first_day, cell_last_day, cell_text
from app.sheets.read_sheet import Sheet, SheetRow
from app.sheets.refusals import ValueMissing
from app.sheets.row_cells import RowCells
from app.sheets.row_faults import BadRow

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class UnitMeter:
    """A meter that serves a unit."""

    id: MeterId
    name: str
    number: str
    kind: str


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """A tariff on one unit over `[first, until)`; `meter` for a metered one, `coefficient` where the row says one."""

    row: SheetRow
    unit_id: UnitId
    unit: str
    tariff: Tariff
    meter: UnitMeter | None
    first: date
    until: date | None
    coefficient: Decimal | None

    @property
    def meter_id(self) -> MeterId | None:
        """The meter's id."""
        return None if self.meter is None else self.meter.id


class AssignmentReader:
    """Reads the rows of one sheet by its heads; rows whose dates were left empty are no lines."""

    def __init__(
        self,
        sheet: Sheet,
        units: UnitsOfSheet,
        tariffs: Iterable[Tariff],
        meters: Mapping[UnitId, Sequence[UnitMeter]],
    ) -> None:
        self._cells = RowCells(sheet)
        self._units = units
        self._meters = meters
        self._tariffs = {plain_name(one.name): one for one in tariffs}
        self._by_item: defaultdict[str, list[Tariff]] = defaultdict(list)
        for one in self._tariffs.values():
            self._by_item[plain_name(one.item.name)].append(one)

    def read(self, row: SheetRow) -> AssignmentLine | BadRow | None:
        """The row as a tariff on a unit, with everything that is wrong with it, or None where no day is filled in."""
        cells = self._cells
        cells.turn_to(row)
        if not any(cells.text(key) for key in ("made", "first", "until")):
            return BadRow(row, tuple(cells.faults)) if cells.faults else None
        unit, tariff = self._units.of(cells), self._tariff()
        made, first = cells.made("made", cell_first_day), cells.made("first", cell_first_day)
        last, first = cells.made("until", cell_last_day), first or made
        coefficient = cells.made("coefficient", _coefficient)
        if first is None:
            cells.blame("first", ValueMissing(cells.title("first")))
        elif last is not None and last < first:
            cells.blame("until", DatesReversed(first, last))
        elif tariff is not None and first < tariff.first:
            cells.blame("first", AssignedBeforeTariff(tariff.name, tariff.first, first))
        meter = None if unit is None or tariff is None else self._meter(unit, tariff)
        if cells.faults:
            return BadRow(row, tuple(cells.faults))
        assert unit is not None
        assert tariff is not None
        assert first is not None
        return AssignmentLine(
            row, unit.id, unit.code, tariff, meter, first, None if last is None else last + _DAY, coefficient
        )

    def _tariff(self) -> Tariff | None:
        key = "tariff" if self._cells.text("tariff") else "item"
        if not self._cells.text(key):
            self._cells.blame(key, ValueMissing(self._cells.title(key)))
            return None
        return self._cells.tried(key, self._named)

    def _named(self) -> Tariff:
        """The tariff by its name; a fee item stands for its only tariff."""
        item, name = plain_name(self._cells.text("item")), plain_name(self._cells.text("tariff"))
        of_item = self._by_item.get(item, [])
        known = tuple(one.name for one in of_item or self._tariffs.values())
        if name or not of_item:
            found = self._tariffs.get(name or item)
            if found is None or not _is_of(found, item):
                raise UnknownTariff(self._cells.text("tariff") or self._cells.text("item"), known)
            return found
        if len(of_item) > 1:
            raise TariffNotNamed(item, known)
        return of_item[0]

    def _meter(self, unit: UnitOfRow, tariff: Tariff) -> UnitMeter | None:
        terms = tariff.versions[-1].terms
        if not terms.formula.is_metered:
            return None
        there = [one for one in self._meters.get(unit.id, ()) if one.kind == terms.meter_kind]
        said = self._cells.text("meter")
        named = [one for one in there if said in (one.name, one.number)] if said else there
        if len(named) == 1:
            return named[0]
        why: Refusal = NoMeterOnUnit(unit.code, tariff.name)
        if there:
            why = MeterNotNamed(unit.code, tuple(one.name for one in there))
        self._cells.blame("meter", why)
        return None


def _is_of(tariff: Tariff, item: str) -> bool:
    """Whether what the row calls the fee item is the tariff's; a row may say nothing, or the tariff itself."""
    names = (tariff.name, tariff.item.name, tariff.item.paper_name, tariff.item.code)
    return not item or item in map(plain_name, names)


def _coefficient(value: object) -> Decimal:
    return parse_area(cell_text(value))
