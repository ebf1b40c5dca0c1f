"""The reader's round as a sheet: every meter in route order, with empty cells for what will be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from app.meters.kinds import KIND_WORDS
from app.meters.meter_facts import MeterFilter
from app.meters.reading_columns import HEADS, SHEET_NAME
from app.meters.reading_round import RoundLine, read_round
from app.sheets.write_sheet import write_template


def write_round_sheet(connection: Connection, path: Path, wanted: MeterFilter, today: date) -> int:
    """Save the round; how many meters it has. Raises SheetUnreadable."""
    lines = read_round(connection, wanted, date.max, today).lines
    write_template(path, SHEET_NAME, HEADS, [_cells(line) for line in lines])
    return len(lines)


def _cells(line: RoundLine) -> list[object]:
    meter, last = line.meter, line.last
    who = [meter.facts.route, meter.building or None, "、".join(meter.units) or None, meter.name, meter.number or None]
    shown = [None, None] if last is None else [last.value.normalize() + 0, last.day]
    return [*who, KIND_WORDS[meter.kind][0], meter.device.multiplier.normalize() + 0, *shown]
