"""The round in hand: its meters in order, what is typed for them, and the day they are read on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from app.core.errors import Refusal
from app.core.ids import MeterId
from app.core.language import tr
from app.core.show import show_date, show_decimal
from app.meters.meter_facts import MeterFilter
from app.meters.reading_refusals import ReadingBeforePrevious, ReadingUnusual
from app.meters.reading_round import RoundLine
from app.meters.usual import TIMES
from ui.meters.meter_words import usual_words
from ui.meters.round_entry import Entry, Hitch, begins_with, reading_of, value_of
from ui.sentences import say
from ui.shell.context import Context

FORM = "meters.round"


class Order(StrEnum):
    """Which meters the round shows first, or at all."""

    ROUTE = "route"
    UNREAD_FIRST = "unread_first"
    UNREAD_ONLY = "unread_only"


class Entered(StrEnum):
    """What came of Enter."""

    WRITTEN = "written"
    PASSED = "passed"
    REFUSED = "refused"
    CORRECTS = "corrects"


class RoundBook(QObject):
    """Keeps the round for the list and the table; `changed` comes with a meter's id when its line or entry changed."""

    loaded = Signal()
    changed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.wanted = MeterFilter()
        self.order = Order.ROUTE
        self.day = context.clock.now().date()
        self.lines: Sequence[RoundLine] = ()
        self.read = self.whole = 0
        self._entries: dict[MeterId, Entry] = {}

    @property
    def since(self) -> date:
        """The first day of the round's month."""
        return self.day.replace(day=1)

    def load(self) -> None:
        """Read the round anew; what is typed stays."""
        lines = self._context.office.readings.round(self.wanted, self.since).lines
        self.whole, self.read = len(lines), sum(line.typed is not None for line in lines)
        if self.order is Order.UNREAD_ONLY:
            lines = tuple(line for line in lines if line.typed is None)
        elif self.order is Order.UNREAD_FIRST:
            lines = tuple(sorted(lines, key=lambda line: line.typed is not None))
        self.lines = lines
        self.loaded.emit()

    def read_on(self, day: date) -> None:
        """Enter what follows on another day."""
        other_month = day.replace(day=1) != self.since
        self.day = day
        if other_month:
            self.load()

    def neighbour(self, line: RoundLine, by: int) -> RoundLine | None:
        """The line above (-1) or below (1) in the route; None at its end, or where the round has another order."""
        if self.order is not Order.ROUTE:
            return None
        at = next(at for at, one in enumerate(self.lines) if one.meter.id == line.meter.id) + by
        return self.lines[at] if 0 <= at < len(self.lines) else None

    def entry(self, line: RoundLine) -> Entry:
        """What is typed for a meter, else what was entered."""
        return self._entries.get(line.meter.id) or begins_with(line)

    def is_typed(self, line: RoundLine) -> bool:
        """Whether something is typed that is not entered."""
        return line.meter.id in self._entries

    def type(self, line: RoundLine, text: str) -> None:
        """Take a text, and look at what it would come to."""
        entry = self.entry(line)
        if text != entry.text:
            self._keep(line, self._looked_at(line, entry.typed(text)))

    def flag(self, line: RoundLine, *, estimated: bool | None = None, rolled_over: bool | None = None) -> None:
        """Say that the value is an estimate, or that the device began anew."""
        entry = self.entry(line)
        entry = replace(
            entry.typed(entry.text),
            estimated=entry.estimated if estimated is None else estimated,
            rolled_over=entry.rolled_over if rolled_over is None else rolled_over,
        )
        self._keep(line, self._looked_at(line, entry))

    def enter(self, line: RoundLine) -> Entered:
        """Write what is typed, durably; a refusal stands with the entry, and nothing typed is lost."""
        entry = self.entry(line)
        if line.typed is not None:
            return self._again(line, entry)
        if not entry.text.strip():
            self._forget(line)
            return Entered.PASSED
        try:
            typed = reading_of(line, entry, self.day)
            self._context.office.readings.enter(self._context.actor, typed, accepted=entry.accepted)
        except ReadingUnusual as refusal:
            self._keep(line, replace(entry, hitch=Hitch.UNUSUAL, words=_unusual(refusal), asked=entry.text.strip()))
            return Entered.REFUSED
        except ReadingBeforePrevious as refusal:
            self._keep(line, replace(entry, hitch=Hitch.BELOW, words=_below(refusal)))
            return Entered.REFUSED
        except Refusal as refusal:
            self._keep(line, replace(entry, hitch=Hitch.REFUSED, words=say(refusal)))
            return Entered.REFUSED
        self._forget(line)
        self.read_again(line)
        return Entered.WRITTEN

    def read_again(self, line: RoundLine) -> None:
        """Read one meter's line anew."""
        meter = line.meter
        found = self._context.office.readings.round(MeterFilter(meter_id=meter.id), self.since).lines
        new = next(iter(found), None)
        if new is None:
            self.load()
            return
        self.read += (new.typed is not None) - (line.typed is not None)
        self.lines = tuple(new if one.meter.id == meter.id else one for one in self.lines)
        self.changed.emit(meter.id)

    def forget(self, line: RoundLine) -> None:
        """Throw away what is typed for a meter."""
        self._forget(line)
        self.changed.emit(line.meter.id)

    def typed_texts(self) -> Mapping[str, str]:
        """What is typed and not entered, by the meters' ids, for the draft."""
        return {str(key): entry.text for key, entry in self._entries.items() if entry.text.strip()}

    def take_up(self, texts: Mapping[str, str]) -> None:
        """Type the texts of a draft again."""
        by_id = {str(line.meter.id): line for line in self.lines}
        for key, text in texts.items():
            if key in by_id:
                self.type(by_id[key], text)

    def _again(self, line: RoundLine, entry: Entry) -> Entered:
        before = begins_with(line)
        same = (value_of(entry), entry.rolled_over) == (value_of(before), before.rolled_over)
        if not self.is_typed(line) or same or not entry.text.strip():
            self._forget(line)
            self.changed.emit(line.meter.id)
            return Entered.PASSED
        if value_of(entry) is None:
            try:
                reading_of(line, entry, self.day)
            except Refusal as refusal:
                self._keep(line, replace(entry, hitch=Hitch.REFUSED, words=say(refusal)))
            return Entered.REFUSED
        return Entered.CORRECTS

    def _looked_at(self, line: RoundLine, entry: Entry) -> Entry:
        if line.typed is not None or not entry.text.strip():
            return entry
        try:
            seen = self._context.office.readings.look(reading_of(line, entry, self.day))
        except Refusal:
            return entry  # half a number is no mistake yet; it is said with Enter
        return replace(entry, usage=seen.usage, unusual=seen.unusual)

    def _keep(self, line: RoundLine, entry: Entry) -> None:
        if line.typed is None and entry.is_empty:
            self._forget(line)
        else:
            self._entries[line.meter.id] = entry
        self.changed.emit(line.meter.id)

    def _forget(self, line: RoundLine) -> None:
        self._entries.pop(line.meter.id, None)


def _below(refusal: ReadingBeforePrevious) -> str:
    return tr(
        "“{meter}” showed {previous} on {day} and cannot show {value} now. Read it again; F7 if the device began anew "
        "at zero; if it was replaced, enter that on its page (F4)."
    ).format(
        meter=refusal.meter,
        previous=show_decimal(refusal.previous, 0),
        day=show_date(refusal.previous_day),
        value=show_decimal(refusal.value, 0),
    )


def _unusual(refusal: ReadingUnusual) -> str:
    return tr(
        "This would be {usage}, more than {times} times the usual {usual}. Look at the meter again: "
        "Enter takes it as it is, another value replaces it."
    ).format(usage=show_decimal(refusal.usage, 0), times=TIMES, usual=usual_words(refusal.usual))
