"""One row of a sheet of readings, understood; or everything that is wrong with it; or a meter that was not read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.quantities import parse_reading
from app.meters.kinds import ReadingKind
from app.meters.meter_facts import MeterRow
from app.meters.meters_of_sheet import MetersOfSheet
from app.meters.reading_rule import TypedReading
from app.meters.sheet_refusals import MultiplierDiffers
from app.sheets.cells import cell_day, cell_text
from app.sheets.read_sheet import Sheet, SheetRow
from app.sheets.row_cells import RowCells
from app.sheets.row_faults import BadRow

_YES = frozenset({"是", "有", "估", "估抄", "估读", "估算", "翻转", "过零", "过圈", "y", "yes", "1", "true", "√"})


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """A good row: the reading, and the one before it as the sheet says it; `heads` name its columns."""

    row: SheetRow
    meter: MeterRow
    typed: TypedReading
    before: Decimal | None
    before_day: date | None
    heads: dict[str, str]


class ReadingLines:
    """Reads the rows of one sheet; a reading without a day was taken on `day`."""

    def __init__(self, sheet: Sheet, meters: MetersOfSheet, day: date) -> None:
        self._cells = RowCells(sheet)
        self._meters = meters
        self._day = day
        self._heads = {key: self._cells.title(key) for key in ("now", "day", "before", "before_day")}

    def read(self, row: SheetRow) -> ReadingLine | BadRow | None:
        """The row as a reading; None where the meter was not read."""
        cells = self._cells
        cells.turn_to(row)
        if not cells.text("now") and not cells.faults:
            return None
        meter = self._meters.of(cells)
        now, before = cells.made("now", _reading), cells.made("before", _reading)
        day, before_day = cells.made("day", cell_day), cells.made("before_day", cell_day)
        if meter is not None:
            self._check_multiplier(meter)
        if cells.faults:
            return BadRow(row, tuple(cells.faults))
        assert meter is not None
        assert now is not None
        typed = TypedReading(
            meter_id=meter.id,
            day=day or self._day,
            value=now,
            kind=ReadingKind.ESTIMATED if self._says("estimated") else ReadingKind.READ,
            rolled_over=self._says("rolled_over"),
            read_by=cells.text("reader"),
            note=cells.text("note"),
        )
        return ReadingLine(row, meter, typed, before, before_day, self._heads)

    def _check_multiplier(self, meter: MeterRow) -> None:
        said = self._cells.made("multiplier", _reading)
        if said is not None and said != meter.device.multiplier:
            self._cells.blame("multiplier", MultiplierDiffers(meter.name, said, meter.device.multiplier))

    def _says(self, key: str) -> bool:
        return unicodedata.normalize("NFKC", self._cells.text(key)).strip().lower() in _YES


def _reading(value: object) -> Decimal:
    return parse_reading(cell_text(value))
