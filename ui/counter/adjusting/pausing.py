"""Letting the late fee of a line or a room rest, and letting it grow again."""

from __future__ import annotations

from datetime import date

from app.access.permissions import Permission
from app.core.language import tr
from app.core.show import show_date
from app.fees.adjustments.late_fee_pauses import PauseRow
from app.fees.charges import OpenCharge
from ui.counter.adjusting.asking import Asked, Asking
from ui.counter.adjusting.day_words import days_words
from ui.counter.adjusting.pause_panel import EndPausePanel, PausePanel, PauseWanted
from ui.counter.adjusting.waive_panel import line_words


class Pausing:
    """What a person does with the late fee of the current line."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._context = asking.desk.context

    def turn(self) -> None:
        """Let the late fee rest; where it rests already, let it grow again."""
        one = self._asking.charge()
        if one is None:
            return
        running = self._running(one)
        today = self._asking.today
        if running is not None:
            self._asking.until_written(
                lambda before: EndPausePanel(running, today, before).concerning(running.id),
                lambda day: self._end(running, day),
            )
            return
        self._asking.until_written(
            lambda before: PausePanel(line_words(one), self._asking.unit, today, before).concerning(one.id),
            lambda wanted: self._begin(one, wanted),
        )

    def _begin(self, one: OpenCharge, wanted: PauseWanted) -> bool:
        only = one.id if wanted.line_only else None
        reason = wanted.why.text
        what = tr("Let the late fee of {what} rest, {days}: {reason}").format(
            what=tr("room {unit}").format(unit=self._asking.unit) if only is None else self._line(one),
            days=days_words(wanted.first, wanted.until),
            reason=reason,
        )
        facts = {"unit": self._asking.unit, "charge": only, "first": wanted.first.isoformat()}
        pauses, actor = self._context.office.late_fee_pauses, self._context.actor
        return self._asking.lent(
            Asked(Permission.PAUSE_LATE_FEE, what, reason, facts),
            lambda lent: pauses.begin(actor, one.unit_id, wanted.first, wanted.until, reason, only, lent),
            tr("The late fee rests"),
        )

    def _end(self, running: PauseRow, day: date) -> bool:
        pauses, actor = self._context.office.late_fee_pauses, self._context.actor
        words = tr("Let the late fee of room {unit} grow again from {day}; it rests since {first}: {reason}")
        first = show_date(running.first)
        what = words.format(unit=self._asking.unit, day=show_date(day), first=first, reason=running.reason)
        facts = {"pause": running.id, "until": day.isoformat()}
        return self._asking.lent(
            Asked(Permission.PAUSE_LATE_FEE, what, running.reason, facts),
            lambda lent: pauses.end(actor, running.id, day, lent),
            tr("The pause is ended"),
        )

    def _line(self, one: OpenCharge) -> str:
        return tr("{line}, room {unit}").format(line=line_words(one), unit=self._asking.unit)

    def _running(self, one: OpenCharge) -> PauseRow | None:
        today = self._asking.today()
        pauses = self._context.office.late_fee_pauses.of_unit(one.unit_id)
        return next((row for row in pauses if row.charge_id in (None, one.id) and row.rests_on(today)), None)
