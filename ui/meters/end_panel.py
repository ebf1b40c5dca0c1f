"""Asks from which day a meter is no longer read, and what it showed last."""

from __future__ import annotations

from datetime import date

from app.core.language import tr
from app.meters.meter_facts import MeterEnd, MeterPage
from ui.meters.asking_panel import AskingPanel
from ui.meters.entry_fields import day_field, reading_field
from ui.meters.meter_words import place_words
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox


class EndPanel(AskingPanel[date]):
    """Ends the meter; the answer is the day."""

    def __init__(self, context: Context, page: MeterPage) -> None:
        super().__init__(tr("End {meter}").format(meter=place_words(page.meter)), tr("End the meter"))
        self._context, self._page = context, page
        self.day = day_field(context, tr("No more from"), context.clock.now().date())
        self.final = reading_field(tr("Showed last"))
        self.rolled_over = CheckBox(tr("rolled over"))
        self.form.add(tr("No more from"), self.day)
        self.form.add(tr("Showed last"), self.final, hint=tr("Empty where nobody could look"))
        self.form.add("", self.rolled_over)
        for field in (self.day, self.final):
            field.textChanged.connect(lambda _: self.look_again())
        self.lay_out(self.day)
        self.do = lambda accepted: self._end(accepted=accepted)

    def _end(self, *, accepted: bool) -> date:
        day = self.day.value()
        assert day is not None
        what = MeterEnd(day, self.final.value(), self.rolled_over.isChecked())
        self._context.office.meters.end(self._context.actor, self._page.meter.id, what, accepted=accepted)
        return day
