"""The tables of an import of readings or meters."""

from __future__ import annotations

from typing import Any

from app.core.language import tr
from app.meters.kinds import ReadingKind
from app.meters.meter_line import MeterLine
from app.meters.reading_plan import PlannedReading
from ui.meters.meter_words import KINDS, figures, place_words, usage_words
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.sheet_batches import SheetBatches
from ui.widgets.table_view import TableView


class ReadingLinesTable(TableView[PlannedReading]):
    """The readings as they were understood, with the usage that they come to."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rows that come in"),
            [
                Column(tr("Row"), lambda one: str(one.line.row.number), Kind.NUMBER),
                Column(tr("Unit"), lambda one: place_words(one.line.meter), bold=True, least=8, stretch=True),
                Column(tr("Kind"), lambda one: tr(KINDS[one.line.meter.kind]), tone=Tone.INK2),
                Column(tr("Meter no."), lambda one: one.line.meter.number, tone=Tone.INK2),
                Column(tr("Read on"), lambda one: one.typed.day, Kind.DATE),
                Column(tr("Reading"), lambda one: figures(one.typed.value), Kind.NUMBER, bold=True),
                Column(tr("Usage"), lambda one: usage_words(one.usage), Kind.NUMBER, dash=True),
                Column(tr("State"), _reading_state, Kind.STATE, least=18),
            ],
            key=lambda one: one.line.row.number,
            row_height=28,
        )


def _reading_state(one: PlannedReading) -> State:
    if one.unusual is not None:
        return State(tr("over 3 × usual"), "triangle-alert", Mood.WARN)
    if one.typed.kind is ReadingKind.ESTIMATED:
        return State(tr("estimated"), "hourglass", Mood.ACCENT)
    if one.usage is None:
        return State(tr("first reading"), "flag")
    return State(tr("read"), "circle-check", Mood.OK)


class MeterLinesTable(TableView[MeterLine]):
    """The meters as they were understood."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rows that come in"),
            [
                Column(tr("Row"), lambda one: str(one.row.number), Kind.NUMBER),
                Column(tr("Unit"), lambda one: tr(", ").join(one.units), bold=True, least=8, stretch=True),
                Column(tr("Kind"), lambda one: tr(KINDS[one.new.kind]), tone=Tone.INK2),
                Column(tr("Name"), lambda one: one.new.name, least=10),
                Column(tr("Meter no."), lambda one: one.new.device.number),
                Column(tr("Figures"), lambda one: str(one.new.device.digits), Kind.NUMBER),
                Column(tr("Multiplier"), lambda one: figures(one.new.device.multiplier), Kind.NUMBER),
                Column(tr("First reading"), _first, Kind.NUMBER, dash=True),
            ],
            key=lambda one: one.row.number,
            row_height=28,
        )


def _first(one: MeterLine) -> str | None:
    return None if one.new.first_reading is None else figures(one.new.first_reading)


class MeterBatches(SheetBatches[Any]):
    """Imports of meters or of readings so far."""

    def __init__(self) -> None:
        counted: list[Column[Any]] = [
            Column(tr("Taken in"), lambda batch: f"{batch.counts.brought:,}", Kind.NUMBER),
            Column(tr("Known"), lambda batch: f"{batch.counts.known:,}", Kind.NUMBER),
            Column(tr("Wrong rows"), lambda batch: f"{batch.counts.bad:,}", Kind.NUMBER),
        ]
        super().__init__(counted, [tr("Known")])
