"""Asks which unit a meter serves from when on, or until when it does."""

from __future__ import annotations

from app.core.language import tr
from app.estate.refusals import NotAUnitCode, UnknownUnit
from app.meters import refusals
from app.meters.meter_facts import LinkRow, MeterPage
from ui.meters.asking_panel import AskingPanel
from ui.meters.entry_fields import day_field, factor_field
from ui.meters.meter_words import place_words
from ui.shell.context import Context
from ui.widgets.line_field import LineField


class LinkPanel(AskingPanel[str]):
    """Links the unit; the answer is its code."""

    def __init__(self, context: Context, page: MeterPage) -> None:
        super().__init__(tr("Link a unit to {meter}").format(meter=place_words(page.meter)), tr("Link the unit"))
        self._context, self._page = context, page
        self.unit = LineField(tr("Unit"), columns=14)
        self.weight = factor_field(tr("Weight"))
        self.first = day_field(context, tr("From"), context.clock.now().date())
        self.weight.setText("1")
        self.form.add(tr("Unit"), self.unit, hint=tr("Like 3-2-501"))
        self.form.add(tr("Weight"), self.weight, hint=tr("Its part among the units of this meter"))
        self.form.add(tr("From"), self.first)
        self.places = (
            (UnknownUnit, self.unit),
            (NotAUnitCode, self.unit),
            (refusals.UnitLinked, self.unit),
            (refusals.WeightNotPositive, self.weight),
        )
        self.lay_out(self.unit)
        self.do = lambda _: self._link()

    def _link(self) -> str:
        office, by = self._context.office, self._context.actor
        unit_id = office.estate.unit_named(self.unit.text())
        weight, first = self.weight.value(), self.first.value()
        assert weight is not None
        assert first is not None
        office.meters.link(by, self._page.meter.id, unit_id, first, weight)
        return office.estate.unit_page(unit_id).code


class UnlinkPanel(AskingPanel[str]):
    """Unlinks the unit; the answer is its code."""

    def __init__(self, context: Context, page: MeterPage, link: LinkRow) -> None:
        super().__init__(tr("Unlink {unit} from its meter").format(unit=link.unit), tr("Unlink the unit"))
        self._context, self._page, self._link = context, page, link
        self.until = day_field(context, tr("No more from"), context.clock.now().date())
        self.form.add(tr("No more from"), self.until, hint=tr("The first day that the meter no longer serves it"))
        self.lay_out(self.until)
        self.do = lambda _: self._unlink()

    def _unlink(self) -> str:
        until = self.until.value()
        assert until is not None
        self._context.office.meters.unlink(self._context.actor, self._page.meter.id, self._link.unit_id, until)
        return self._link.unit
