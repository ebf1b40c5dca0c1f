"""Asks for one reading of one meter, on any day."""

from __future__ import annotations

from app.core.ids import ReadingId
from app.core.language import tr
from app.meters.kinds import ReadingKind
from app.meters.meter_facts import MeterPage
from app.meters.reading_rule import TypedReading
from ui.meters.asking_panel import AskingPanel
from ui.meters.entry_fields import day_field, reading_field
from ui.meters.meter_words import place_words
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox


class ReadingPanel(AskingPanel[ReadingId]):
    """Enters the reading; the answer is its id."""

    def __init__(self, context: Context, page: MeterPage) -> None:
        super().__init__(tr("Reading of {meter}").format(meter=place_words(page.meter)), tr("Enter the reading"))
        self._context, self._page = context, page
        self.day = day_field(context, tr("Read on"), context.clock.now().date())
        self.value = reading_field(tr("This reading"), required=True)
        self.estimated, self.rolled_over = CheckBox(tr("estimated")), CheckBox(tr("rolled over"))
        for field in (self.day, self.value):
            self.form.add(field.accessibleName(), field)
            field.textChanged.connect(lambda _: self.look_again())
        self.form.add("", self.estimated)
        self.form.add("", self.rolled_over)
        self.lay_out(self.value)
        self.do = lambda accepted: self._enter(accepted=accepted)

    def _enter(self, *, accepted: bool) -> ReadingId:
        day, value = self.day.value(), self.value.value()
        assert day is not None
        assert value is not None
        kind = ReadingKind.ESTIMATED if self.estimated.isChecked() else ReadingKind.READ
        typed = TypedReading(self._page.meter.id, day, value, kind, self.rolled_over.isChecked())
        return self._context.office.readings.enter(self._context.actor, typed, accepted=accepted)
