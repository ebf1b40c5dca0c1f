"""One row of a sheet of meters, understood; or everything that is wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.errors import Refusal
from app.core.ids import BuildingId, UnitId
from app.core.quantities import parse_reading
from app.meters.kinds import KIND_WORDS, MeterKind, parse_meter_kind
from app.meters.meter_checks import check_device, check_loss_rate
from app.meters.meter_facts import NewDevice, NewMeter
from app.meters.reading_refusals import ReadingBeyondDigits, ReadingInFuture
from app.meters.refusals import LossRateOutOfRange, MeterIsPublic
from app.meters.units_of_sheet import Places
from app.sheets.cells import cell_count, cell_day, cell_text
from app.sheets.read_sheet import Sheet, SheetRow
from app.sheets.refusals import ValueMissing
from app.sheets.row_cells import RowCells
from app.sheets.row_faults import BadRow

_YES = frozenset({"是", "公共", "公摊", "公用", "公表", "y", "yes", "1", "true", "√"})
_ONE = Decimal(1)
_DIGITS = 5


@dataclass(frozen=True, slots=True)
class MeterLine:
    """A good row."""

    row: SheetRow
    new: NewMeter
    units: tuple[str, ...]


class MeterLines:
    """Reads the rows of one sheet; a meter without a day stands there since `today`."""

    def __init__(self, sheet: Sheet, places: Places, today: date) -> None:
        self._cells = RowCells(sheet)
        self._places = places
        self._today = today

    def read(self, row: SheetRow) -> MeterLine | BadRow:
        """The row as a meter, or the row with everything that is wrong with it."""
        cells = self._cells
        cells.turn_to(row)
        kind = self._kind()
        public = unicodedata.normalize("NFKC", cells.text("public")).strip().lower() in _YES
        units = self._places.units_of(cells) if self._places.names_unit(cells) else ()
        building = None if units else self._places.building_of(cells)
        self._check_public(public=public, serves=bool(units))
        first_reading = cells.made("first_reading", _reading)
        device = cells.tried("digits" if cells.has("digits") else "number", lambda: self._device(first_reading))
        loss_rate = cells.made("loss_rate", _loss_rate) or Decimal(0)
        since, route = cells.made("since", cell_day) or self._today, cells.made("route", cell_count)
        if since > self._today:
            cells.blame("since", ReadingInFuture(cells.text("name"), since, self._today))
        if cells.faults or kind is None or device is None or units is None:
            return BadRow(row, tuple(cells.faults))
        self._check_figures(device, first_reading)
        if cells.faults:
            return BadRow(row, tuple(cells.faults))
        new = NewMeter(
            kind=kind,
            name=cells.text("name") or _name(kind, [one.code for one in units], device.number),
            device=device,
            since=since,
            units=tuple((UnitId(one.id), _ONE) for one in units),
            public=public,
            building_id=building or (BuildingId(units[0].building_id) if units else None),
            route=route,
            loss_rate=loss_rate,
            note=cells.text("note"),
            first_reading=first_reading,
        )
        return MeterLine(row, new, tuple(one.code for one in units))

    def _check_public(self, *, public: bool, serves: bool) -> None:
        """A meter is either public or serves a unit."""
        cells = self._cells
        if public and serves:
            cells.blame("public", MeterIsPublic(cells.text("name") or cells.text("number")))
        if not public and not self._places.names_unit(cells):
            cells.blame("code", ValueMissing(cells.title("code") if cells.has("code") else "房屋"))

    def _kind(self) -> MeterKind | None:
        if not self._cells.text("kind"):
            self._cells.blame("kind", ValueMissing(self._cells.title("kind")))
        return self._cells.made("kind", _meter_kind)

    def _device(self, first_reading: Decimal | None) -> NewDevice:
        """A device shows five figures unless the sheet, or its first reading, says more."""
        cells = self._cells
        figures = max(_DIGITS, len(str(int(first_reading or 0))))
        digits = cells.made("digits", cell_count) or figures
        device = NewDevice(cells.text("number"), digits, cells.made("multiplier", _reading) or _ONE)
        check_device(device)
        return device

    def _check_figures(self, device: NewDevice, first_reading: Decimal | None) -> None:
        if first_reading is not None and first_reading >= Decimal(10) ** device.digits:
            beyond = ReadingBeyondDigits(device.number, first_reading, device.digits)
            self._cells.blame("first_reading", beyond)


def _name(kind: MeterKind, units: Sequence[str], number: str) -> str:
    return " ".join(part for part in (*units[:1], KIND_WORDS[kind][0], "" if units else number) if part)


def _meter_kind(value: object) -> MeterKind:
    return parse_meter_kind(cell_text(value))


def _reading(value: object) -> Decimal:
    return parse_reading(cell_text(value))


def _loss_rate(value: object) -> Decimal:
    """`3%` or `0.03`."""
    text = unicodedata.normalize("NFKC", cell_text(value)).strip()
    try:
        rate = parse_reading(text.removesuffix("%"))
    except Refusal:
        raise LossRateOutOfRange(text) from None
    rate = rate.scaleb(-2) if text.endswith("%") else rate
    check_loss_rate(rate)
    return rate
