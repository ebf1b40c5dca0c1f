"""The tables of a meter's page: usage, readings, units, devices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.language import tr
from app.core.money import Money, total
from app.core.show import show_date, show_time
from app.fees.charges_of_meter import MeterCharge
from app.meters.intervals import Device, Interval
from app.meters.meter_facts import LinkRow, MeterPage, ReadingRow
from app.meters.reading_rule import TRUED_UP
from ui.meters.meter_words import READINGS, figures, usage_words
from ui.widgets.chip import Mood
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind, State
from ui.widgets.row_delegate import RowLook
from ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class UsageLine:
    """An interval with the charges that have it in them."""

    interval: Interval
    charges: tuple[MeterCharge, ...]

    @property
    def amount(self) -> Money | None:
        """What was charged for it, with corrections since; the charge may hold usage before it too."""
        return total(one.amount + one.corrected for one in self.charges) if self.charges else None


def usage_lines(page: MeterPage, charges: Sequence[MeterCharge]) -> list[UsageLine]:
    """The usage of a meter, the latest first, with what was charged for it."""
    return [
        UsageLine(one, tuple(charge for charge in charges if charge.covers(one.first, one.until)))
        for one in page.intervals
    ]


class UsageTable(TableView[UsageLine]):
    """What the meter counted between its readings, and whether it was billed."""

    def __init__(self) -> None:
        super().__init__(
            tr("Usage"),
            [
                Column(tr("From"), lambda line: line.interval.first, Kind.DATE),
                Column(tr("To"), lambda line: line.interval.until, Kind.DATE),
                Column(tr("Before"), lambda line: figures(line.interval.before), Kind.NUMBER),
                Column(tr("Now"), lambda line: figures(line.interval.now), Kind.NUMBER),
                Column(tr("Usage"), lambda line: usage_words(line.interval.usage), Kind.NUMBER, bold=True),
                Column("", lambda line: _how(line.interval), tone=Tone.INK2, stretch=True),
                Column(tr("Billed"), _billed, Kind.STATE),
                Column(tr("Amount"), lambda line: line.amount, Kind.MONEY, dash=True),
            ],
            key=lambda line: line.interval.reading_id,
            row_height=28,
        )


def _how(interval: Interval) -> str:
    said = [tr("estimated")] if interval.estimated else []
    said += [tr("device replaced")] if len(interval.parts) > 1 else []
    said += [tr("rolled over")] if any(part.rolled_over for part in interval.parts) else []
    multipliers = {part.multiplier for part in interval.parts if part.multiplier != 1}
    said += [tr("× {times}").format(times=figures(one)) for one in sorted(multipliers)]
    return tr(", ").join(said)


def _billed(line: UsageLine) -> State:
    if not line.charges:
        return State(tr("not billed"), "circle-dashed")
    corrected = any(one.corrected for one in line.charges)
    if any(one.outstanding for one in line.charges):
        return State(tr("adjusted, open") if corrected else tr("billed, open"), "clock-3", Mood.WARN)
    return State(tr("adjusted, paid") if corrected else tr("billed, paid"), "circle-check", Mood.OK)


class ReadingsTable(TableView[ReadingRow]):
    """Every row that was written; what was corrected since stays, struck."""

    def __init__(self) -> None:
        self._numbers: dict[int, str] = {}
        super().__init__(
            tr("Readings"),
            [
                Column(tr("Day"), lambda one: one.day, Kind.DATE),
                Column(tr("Reading"), self._value, Kind.NUMBER, bold=True),
                Column(tr("How"), self._how, Kind.STATE),
                Column(tr("Device"), lambda one: self._numbers.get(one.device_id, ""), tone=Tone.INK2),
                Column(tr("Read by"), lambda one: one.read_by, tone=Tone.INK2),
                Column(tr("Entered"), lambda one: show_time(one.at), tone=Tone.INK2),
                Column(tr("Reason"), _reason, tone=Tone.INK2, stretch=True),
            ],
            key=lambda one: one.id,
            look=lambda one: RowLook(struck=not one.counts),
            row_height=28,
        )

    def show_readings(self, page: MeterPage) -> None:
        """Show the readings of a meter; one that came in since stands under the bar, ready to be corrected."""
        self._numbers = {one.id: one.number for one in page.devices}
        before = {one.id for one in self.rows_model.rows}
        self.show_rows(page.readings)
        if page.readings and page.readings[0].id not in before:
            self.choose(0)

    def fold(self, *, narrow: bool) -> None:
        """Leave out who and when where there is little room."""
        for title in (tr("Read by"), tr("Entered"), tr("Device")):
            self.hide_column(title, hidden=narrow)

    def _value(self, one: ReadingRow) -> str:
        return figures(one.value)

    def _how(self, one: ReadingRow) -> State:
        if not one.counts:
            return State(tr("corrected"), "x", Mood.MUTE)
        word = tr(READINGS[one.kind])
        if one.rolled_over:
            word = tr("{how}, rolled over").format(how=word)
        if one.corrects is not None:
            return State(tr("{how}, correction").format(how=word), "pencil", Mood.ACCENT)
        return State(word, "circle-check", Mood.OK)


def _reason(one: ReadingRow) -> str:
    return tr(one.reason) if one.reason == TRUED_UP else one.reason


class LinksTable(TableView[LinkRow]):
    """The units that the meter serves or served, with their weights."""

    def __init__(self, today: date) -> None:
        super().__init__(
            tr("Units of the meter"),
            [
                Column(tr("Unit"), lambda one: one.unit, bold=True, stretch=True),
                Column(tr("Weight"), lambda one: figures(one.weight), Kind.NUMBER),
                Column(tr("From"), lambda one: one.first, Kind.DATE),
                Column(tr("No more from"), lambda one: one.until, Kind.DATE, dash=True),
            ],
            key=lambda one: (one.unit_id, one.first),
            look=lambda one: RowLook(quiet=one.until is not None and one.until <= today),
            row_height=28,
        )


class DevicesTable(TableView[Device]):
    """What hung there one after the other; the last one hangs there now."""

    def __init__(self) -> None:
        super().__init__(
            tr("Devices"),
            [
                Column(tr("Meter no."), lambda one: one.number, bold=True, stretch=True),
                Column(tr("In use since"), lambda one: show_date(one.first)),
                Column(tr("Figures"), lambda one: str(one.digits), Kind.NUMBER),
                Column(tr("Multiplier"), lambda one: figures(one.multiplier), Kind.NUMBER),
            ],
            key=lambda one: one.id,
            row_height=28,
        )
