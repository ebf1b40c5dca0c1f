"""Opening arrears against the sheet itself and against the book: nothing may be owed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from app.core.errors import Refusal
from app.core.ids import FeeItemId, UnitId
from app.estate.search_index import in_portions
from app.fees.assigned_rows import AssignedUnit, read_assigned, read_handover_rule
from app.fees.billing_plan import begins
from app.fees.handover import HandoverMonth
from app.fees.opening.line import OpeningLine
from app.fees.opening.sheet_refusals import ArrearsThere, ArrearsTwice, NoLateFeeTerms, TariffChargesTheseDays
from app.fees.tables import charge
from app.fees.terms import LateFeeTerms
from app.fees.versions import Tariff, read_tariffs

Key = tuple[UnitId, FeeItemId]


class OpeningBook:
    """What the book says of the units of a sheet: their charges and their tariffs."""

    def __init__(self, connection: Connection, lines: Sequence[OpeningLine]) -> None:
        units = sorted({line.unit_id for line in lines})
        items = {line.item.id for line in lines}
        self._rule = read_handover_rule(connection)
        self._tariffs = [one for one in read_tariffs(connection).values() if one.item.id in items]
        self._assigned: defaultdict[Key, list[AssignedUnit]] = defaultdict(list)
        for one in read_assigned(connection, items, units):
            self._assigned[one.unit_id, one.item.id].append(one)
        self._charges: defaultdict[Key, list[Row[Any]]] = defaultdict(list)
        for row in _standing(connection, units):
            self._charges[UnitId(row.unit_id), FeeItemId(row.fee_item_id)].append(row)

    def fault_of(self, line: OpeningLine) -> Refusal | None:
        """Why a row would charge something twice, or asks for a late fee that nobody agreed on."""
        return self._charged(line) or self._will_be_charged(line) or self._without_terms(line)

    def late_fee_of(self, line: OpeningLine) -> LateFeeTerms | None:
        """The late-fee terms of the tariff on the unit, else of the one tariff of the item that has any."""
        if not line.bears_late_fee:
            return None
        lying = [one.tariff for one in self._assigned[line.unit_id, line.item.id]]
        for tariffs in (lying, [one for one in self._tariffs if one.item.id == line.item.id]):
            terms = {terms for one in tariffs if (terms := _late_fee_on(one, line.period.first)) is not None}
            if len(terms) == 1:
                return terms.pop()
        return None

    def _charged(self, line: OpeningLine) -> Refusal | None:
        for row in self._charges[line.unit_id, line.item.id]:
            if row.first < line.period.until and line.period.first < row.until and not _other_meter(line, row.explain):
                return ArrearsThere(line.unit, line.item.name, row.first, row.until)
        return None

    def _will_be_charged(self, line: OpeningLine) -> Refusal | None:
        for one in self._assigned[line.unit_id, line.item.id]:
            first, ends = charges_from(one, self._rule), one.assigned.until
            if first is None or first >= line.period.until:
                continue
            if ends is None or ends > max(first, line.period.first):
                return TariffChargesTheseDays(line.unit, line.item.name, one.tariff.name, first)
        return None

    def _without_terms(self, line: OpeningLine) -> Refusal | None:
        if line.bears_late_fee and self.late_fee_of(line) is None:
            return NoLateFeeTerms(line.unit, line.item.name)
        return None


def charges_from(one: AssignedUnit, rule: HandoverMonth) -> date | None:
    """From which day on a tariff charges its unit for months; None where it charges readings."""
    if all(version.terms.formula.is_metered for version in one.tariff.versions):
        return None
    return one.assigned.charged_from or begins(one.assigned, rule)


def twice_in_sheet(lines: Iterable[OpeningLine]) -> dict[int, Refusal]:
    """By row number: rows that name what an earlier row has named already."""
    seen: defaultdict[Key, list[OpeningLine]] = defaultdict(list)
    faults: dict[int, Refusal] = {}
    for line in lines:
        earlier = seen[line.unit_id, line.item.id]
        same = next((one for one in earlier if line.overlaps(one)), None)
        if same is not None:
            faults[line.row.number] = ArrearsTwice(line.unit, line.item.name, same.row.number)
        earlier.append(line)
    return faults


def _standing(connection: Connection, units: Sequence[UnitId]) -> Iterator[Row[Any]]:
    columns = (charge.c.unit_id, charge.c.fee_item_id, charge.c.first, charge.c.until, charge.c.explain)
    stands = (charge.c.cancelled_at.is_(None), charge.c.first.is_not(None), charge.c.parent_id.is_(None))
    for ids in in_portions(units):
        yield from connection.execute(select(*columns).where(charge.c.unit_id.in_(ids), *stands))


def _other_meter(line: OpeningLine, explain: dict[str, Any]) -> bool:
    """Whether the charge in the book is of another meter than the row's, as its readings tell."""
    readings = explain.get("readings")
    return bool(readings) and line.readings is not None and readings != [str(one) for one in line.readings]


def _late_fee_on(tariff: Tariff, day: date) -> LateFeeTerms | None:
    return tariff.version_on(day).terms.charged_late_fee
