"""The tables of an import of readings or meters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.ids import UserId
from app.core.language import tr
from app.core.show import show_time
from app.meters.kinds import ReadingKind
from app.meters.meter_line import MeterLine
from app.meters.reading_plan import PlannedReading
from app.sheets.row_faults import BadRow
from ui.meters.meter_words import KINDS, figures, place_words, usage_words
from ui.meters.sheet_kinds import Batch
from ui.meters.sheet_words import taken
from ui.sentences import say
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


class BadRowsTable(TableView[BadRow]):
    """Every row with its number in the sheet and all that is wrong with it."""

    def __init__(self) -> None:
        super().__init__(
            tr("Rows that cannot come in"),
            [
                Column(tr("Row"), lambda bad: str(bad.row.number), Kind.NUMBER),
                Column(tr("What is wrong"), bad_words, tone=Tone.DANGER, stretch=True),
            ],
            key=lambda bad: bad.row.number,
            row_height=28,
        )


def bad_words(bad: BadRow) -> str:
    """Everything that is wrong with a row, in one line."""
    said = (f"{fault.column}: {say(fault.why)}" if fault.column else say(fault.why) for fault in bad.faults)
    return " ".join(said)


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


class BatchesTable(TableView[Batch]):
    """The imports so far, the last first; those taken back stay in the list."""

    def __init__(self) -> None:
        self._people: Mapping[UserId, str] = {}
        super().__init__(
            tr("Imports so far"),
            [
                Column(tr("When"), lambda batch: show_time(batch.at)),
                Column(tr("File"), lambda batch: batch.file, bold=True, stretch=True),
                Column(tr("Taken in"), lambda batch: f"{taken(batch):,}", Kind.NUMBER),
                Column(tr("Known"), lambda batch: f"{batch.counts.known:,}", Kind.NUMBER),
                Column(tr("Wrong rows"), lambda batch: f"{batch.counts.bad:,}", Kind.NUMBER),
                Column(tr("By"), lambda batch: self._people.get(batch.by, ""), tone=Tone.INK2),
                Column(tr("State"), _batch_state, Kind.STATE),
            ],
            key=lambda batch: batch.id,
            look=lambda batch: RowLook(quiet=batch.undone_at is not None),
        )

    def fold(self, *, narrow: bool) -> None:
        """Leave out what is told after each import where words are large."""
        for title in (tr("Known"), tr("By")):
            self.hide_column(title, hidden=narrow)

    def show_batches(self, batches: Sequence[Batch], people: Mapping[UserId, str]) -> None:
        """Show these, with the names of those who imported."""
        self._people = people
        self.show_rows(batches)


def _batch_state(batch: Batch) -> State:
    if batch.undone_at is None:
        return State(tr("in the book"), "circle-check", Mood.OK)
    return State(tr("taken back {time}").format(time=show_time(batch.undone_at)), "undo-2")
