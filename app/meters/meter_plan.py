"""Which rows of a sheet make new meters: those whose number or name the book and the sheet do not have yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection

from app.core.errors import Refusal
from app.meters.kinds import MeterKind
from app.meters.meter_facts import MeterFilter, MeterRow
from app.meters.meter_line import MeterLine
from app.meters.meter_pages import read_meter_rows
from app.meters.meters_of_sheet import plain_number
from app.meters.refusals import MeterNumberTaken
from app.meters.sheet_refusals import MeterTwiceInSheet
from app.sheets.row_faults import BadRow, Fault

Key = tuple[MeterKind, str]


@dataclass(slots=True)
class MeterPlan:
    """Rows that make meters, how many name meters of the book, and those that cannot come in."""

    good: list[MeterLine] = field(default_factory=list)
    known: int = 0
    bad: list[BadRow] = field(default_factory=list)


def plan_meters(connection: Connection, lines: Iterable[MeterLine], today: date) -> MeterPlan:
    """Part new meters from known ones; a device is known by its number, one without by its name."""
    there = {_key(row.kind, row.number, row.name): row for row in read_meter_rows(connection, MeterFilter(), today)}
    plan, in_sheet = MeterPlan(), dict[Key, MeterLine]()
    for line in lines:
        key = _key(line.new.kind, line.new.device.number, line.new.name)
        row = there.get(key)
        if row is not None and _same(row, line):
            plan.known += 1
        elif row is not None:
            plan.bad.append(_bad(line, MeterNumberTaken(line.new.device.number, row.name)))
        elif key in in_sheet:
            plan.bad.append(_bad(line, MeterTwiceInSheet(key[1], in_sheet[key].row.number)))
        else:
            in_sheet[key] = line
            plan.good.append(line)
    return plan


def _key(kind: MeterKind, number: str, name: str) -> Key:
    return kind, plain_number(number) or name


def _same(row: MeterRow, line: MeterLine) -> bool:
    return set(row.units) == set(line.units) or not line.units


def _bad(line: MeterLine, why: Refusal) -> BadRow:
    return BadRow(line.row, (Fault("", why),))
