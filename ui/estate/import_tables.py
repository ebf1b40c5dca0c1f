"""The tables of an import: the rows that come in, and the imports so far."""

from __future__ import annotations

from datetime import timedelta

from app.core.language import tr
from app.core.show import mask_phone, show_date, show_decimal
from app.estate.import_results import UnitBatch
from app.estate.kinds import UnitKind
from app.estate.unit_line import UnitLine
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.sheet_batches import SheetBatches
from ui.widgets.table_view import TableView
from ui.widgets.unit_words import KINDS

_DAY = timedelta(days=1)


class LinesTable(TableView[UnitLine]):
    """The rows as they were understood."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rows that come in"),
            [
                Column(tr("Row"), lambda line: line.number, Kind.NUMBER),
                Column(tr("Unit"), lambda line: line.code.canonical, bold=True, sort=lambda line: line.code.sort_key),
                Column(tr("Kind"), lambda line: tr(KINDS[line.facts.get("kind", UnitKind.HOME)])),
                Column(tr("Building area ㎡"), _area, Kind.NUMBER, dash=True),
                Column(tr("People"), lambda line: "  ".join(one.name for one in line.people), least=10),
                Column(tr("Telephone"), _phones, least=14),
                Column(tr("Handover"), lambda line: line.facts.get("handover_date"), Kind.DATE, dash=True),
                Column(tr("Paid before through"), _paid, tone=Tone.INK2, stretch=True),
            ],
            key=lambda line: line.number,
            row_height=28,
        )


def _area(line: UnitLine) -> str | None:
    area = line.facts.get("building_area")
    return None if area is None else show_decimal(area)


def _phones(line: UnitLine) -> str:
    return "  ".join(mask_phone(number) for one in line.people for number in one.phones)


def _paid(line: UnitLine) -> str:
    return "  ".join(f"{item} {show_date(until - _DAY)}".strip() for item, until in line.paid)


class BatchesTable(SheetBatches[UnitBatch]):
    """The imports of units and owners so far."""

    def __init__(self) -> None:
        counted: list[Column[UnitBatch]] = [
            Column(tr("New"), lambda batch: batch.counts.new, Kind.NUMBER),
            Column(tr("Changed"), lambda batch: batch.counts.changed, Kind.NUMBER),
            Column(tr("Left out"), lambda batch: batch.counts.skipped, Kind.NUMBER),
            Column(tr("Wrong rows"), lambda batch: batch.counts.bad, Kind.NUMBER),
        ]
        super().__init__(counted, (tr("Changed"), tr("Left out")))
