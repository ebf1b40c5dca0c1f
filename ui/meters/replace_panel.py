"""Asks what a device showed last and what the new one shows first."""

from __future__ import annotations

from app.core.language import tr
from app.meters import refusals
from app.meters.meter_facts import MeterPage, NewDevice, Replacement
from ui.meters.asking_panel import AskingPanel
from ui.meters.entry_fields import count_field, day_field, factor_field, reading_field
from ui.meters.meter_words import figures, place_words
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.line_field import LineField
from ui.widgets.text_label import body


class ReplacePanel(AskingPanel[str]):
    """Hangs the new device; the answer is its number."""

    def __init__(self, context: Context, page: MeterPage) -> None:
        super().__init__(
            tr("Replace the device of {meter}").format(meter=place_words(page.meter)), tr("Replace the device")
        )
        self._context, self._page = context, page
        device = page.meter.device
        self.day = day_field(context, tr("Replaced on"), context.clock.now().date())
        self.final = reading_field(tr("Old device showed last"), required=True)
        self.rolled_over = CheckBox(tr("the old device rolled over"))
        self.number = LineField(tr("New meter no."), columns=16)
        self.base = reading_field(tr("New device shows"), required=True)
        self.digits, self.multiplier = count_field(tr("Figures")), factor_field(tr("Multiplier"))
        self.base.setText("0")
        self.digits.set_value(device.digits)
        self.multiplier.set_value(device.multiplier)
        for field in (self.day, self.final):
            self.form.add(field.accessibleName(), field)
        self.form.add("", self.rolled_over)
        for other in (self.number, self.base, self.digits, self.multiplier):
            self.form.add(other.accessibleName(), other)
        for one in (self.day, self.final, self.number, self.base):
            one.textChanged.connect(lambda _: self.look_again())
        self.places = (
            (refusals.DeviceNumberMissing, self.number),
            (refusals.MeterNumberTaken, self.number),
            (refusals.WrongDigits, self.digits),
            (refusals.MultiplierOutOfRange, self.multiplier),
        )
        self.lay_out(self.final, above=body(_so_far(page)).wrap())
        self.do = lambda accepted: self._replace(accepted=accepted)

    def _replace(self, *, accepted: bool) -> str:
        day, final, base = self.day.value(), self.final.value(), self.base.value()
        digits, multiplier = self.digits.value(), self.multiplier.value()
        assert day is not None
        assert final is not None
        assert base is not None
        assert digits is not None
        assert multiplier is not None
        device = NewDevice(self.number.text().strip(), digits, multiplier)
        what = Replacement(day, final, device, base, self.rolled_over.isChecked())
        self._context.office.meters.replace(self._context.actor, self._page.meter.id, what, accepted=accepted)
        return device.number


def _so_far(page: MeterPage) -> str:
    last = next((one for one in page.readings if one.counts), None)
    if last is None:
        return tr("Device {number} was not read yet.").format(number=page.meter.number)
    return tr("Device {number} showed {value} on {day}.").format(
        number=page.meter.number, value=figures(last.value), day=last.day
    )
