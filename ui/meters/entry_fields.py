"""Fields of figures that the forms of this tab share."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.core.quantities import parse_area, parse_reading
from app.sheets.cells import cell_count
from ui.meters.meter_words import figures
from ui.shell.context import Context
from ui.widgets.date_field import DateField
from ui.widgets.typed_field import TypedField


def reading_field(name: str, *, required: bool = False) -> TypedField[Decimal]:
    """What a meter shows."""
    return TypedField(name, parse_reading, figures, required=required, columns=12)


def factor_field(name: str) -> TypedField[Decimal]:
    """A multiplier or a weight, more than nought."""
    return TypedField(name, parse_area, figures, required=True, columns=8)


def count_field(name: str) -> TypedField[int]:
    """A whole number."""
    return TypedField(name, cell_count, str, required=True, columns=6)


def day_field(context: Context, name: str, day: date | None) -> DateField:
    """A day that must be given."""
    field = DateField(name, lambda: context.clock.now().date(), required=True)
    field.set_value(day)
    return field
