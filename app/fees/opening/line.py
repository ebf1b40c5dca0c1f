"""One row of a sheet of opening arrears, understood; or everything that is wrong with it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.core.ids import UnitId
from app.core.money import NOTHING, Money
from app.core.money_text import parse_money
from app.core.periods import Period
from app.core.quantities import parse_reading
from app.estate.unit_of_row import UnitsOfSheet
from app.fees.items import FeeItem
from app.fees.opening.plain_name import plain_name
from app.fees.opening.sheet_refusals import NotYesOrNo, ReadingsReversed, UnknownFeeItem
from app.fees.refusals import ChargeOfNothing, DatesReversed
from app.sheets.cells import cell_day, cell_first_day, cell_last_day, cell_text
from app.sheets.read_sheet import Sheet, SheetRow
from app.sheets.refusals import ValueMissing
from app.sheets.row_cells import RowCells
from app.sheets.row_faults import BadRow

_DAY = timedelta(days=1)
_YES = frozenset({"是", "有", "计", "按标准", "按合同", "y", "yes", "1", "true", "√"})
_NO = frozenset({"否", "不计", "不", "n", "no", "0", "false", "×"})


@dataclass(frozen=True, slots=True)
class OpeningLine:
    """Arrears of one unit for one fee; amount in fen, `period` half-open, readings where the sheet has both."""

    row: SheetRow
    unit_id: UnitId
    unit: str
    item: FeeItem
    period: Period
    amount: Money
    due_on: date
    before: Decimal | None
    now: Decimal | None
    bears_late_fee: bool
    note: str

    @property
    def readings(self) -> tuple[Decimal, Decimal] | None:
        """Both readings, or nothing."""
        return None if self.before is None or self.now is None else (self.before, self.now)

    def overlaps(self, other: OpeningLine) -> bool:
        """Whether both are one debt: the same fee of a unit on some of the same days, unless by two meters."""
        if (self.unit_id, self.item.id) != (other.unit_id, other.item.id):
            return False
        two_meters = self.readings is not None and other.readings is not None and self.readings != other.readings
        return not two_meters and self.period.first < other.period.until and other.period.first < self.period.until


class OpeningReader:
    """Reads the rows of one sheet by its heads."""

    def __init__(self, sheet: Sheet, units: UnitsOfSheet, items: Sequence[FeeItem]) -> None:
        self._cells = RowCells(sheet)
        self._units = units
        self._items = {plain_name(name): item for item in items for name in (item.code, item.paper_name, item.name)}
        self._names = tuple(item.name for item in items if item.active)

    def read(self, row: SheetRow) -> OpeningLine | BadRow:
        """The row as arrears, or the row with everything that is wrong with it."""
        cells = self._cells
        cells.turn_to(row)
        unit, item = self._units.of(cells), self._needed("item", self._item)
        first, last = self._needed("first", cell_first_day), self._needed("until", cell_last_day)
        amount = self._needed("amount", _amount)
        due, late_fee = cells.made("due", cell_day), cells.made("late_fee", _yes) or False
        before, now = self._readings()
        if first is not None and last is not None and last < first:
            cells.blame("until", DatesReversed(first, last))
        if cells.faults:
            return BadRow(row, tuple(cells.faults))
        assert unit is not None
        assert item is not None
        assert first is not None
        assert last is not None
        assert amount is not None
        period = Period(first, last + _DAY)
        return OpeningLine(
            row, unit.id, unit.code, item, period, amount, due or last, before, now, late_fee, cells.text("note")
        )

    def _needed(self, key: str, make: Callable[[Any], Any]) -> Any:
        if not self._cells.text(key):
            self._cells.blame(key, ValueMissing(self._cells.title(key)))
            return None
        return self._cells.made(key, make)

    def _item(self, value: object) -> FeeItem:
        text = cell_text(value)
        if plain_name(text) not in self._items:
            raise UnknownFeeItem(text, self._names)
        return self._items[plain_name(text)]

    def _readings(self) -> tuple[Decimal | None, Decimal | None]:
        cells = self._cells
        before, now = cells.made("before", _reading), cells.made("now", _reading)
        for key, other in (("before", "now"), ("now", "before")):
            if cells.text(key) and not cells.text(other):
                cells.blame(other, ValueMissing(cells.title(other)))
        if before is not None and now is not None and now < before:
            cells.blame("now", ReadingsReversed(before, now))
        return before, now


def _amount(value: object) -> Money:
    amount = parse_money(cell_text(value))
    if amount == NOTHING:
        raise ChargeOfNothing
    return amount


def _reading(value: object) -> Decimal:
    return parse_reading(cell_text(value))


def _yes(value: object) -> bool:
    text = unicodedata.normalize("NFKC", cell_text(value)).strip().lower()
    if text not in _YES | _NO:
        raise NotYesOrNo(text)
    return text in _YES
