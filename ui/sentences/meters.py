"""Sentences of the meters room: meters, devices, readings and the sheets that bring them."""

from app.core.language import tr, tr_n
from app.core.show import show_date, show_decimal
from app.meters import reading_refusals as readings
from app.meters import refusals as meters
from app.meters import sheet_refusals as sheets
from ui.sentences import sentence


@sentence(meters.UnknownMeterKind)
def _unknown_meter_kind(error: meters.UnknownMeterKind) -> str:
    return tr("“{text}” is no kind of meter. Use one of: {known}.").format(
        text=error.text, known=tr(", ").join(error.known)
    )


@sentence(meters.MeterNameMissing)
def _meter_name_missing(_: meters.MeterNameMissing) -> str:
    return tr("The meter has no name. Type one by which people find it, like “3-2-501 cold water”.")


@sentence(meters.DeviceNumberMissing)
def _device_number_missing(error: meters.DeviceNumberMissing) -> str:
    return tr("The new device of “{meter}” needs its meter no. Type it as it stands on the device.").format(
        meter=error.meter
    )


@sentence(meters.MeterNumberTaken)
def _meter_number_taken(error: meters.MeterNumberTaken) -> str:
    return tr("The meter “{meter}” has the number {number} already. Check the number on the device.").format(
        meter=error.meter, number=error.number
    )


@sentence(meters.UnknownMeter)
def _unknown_meter(error: meters.UnknownMeter) -> str:
    return tr("No meter in use is called {text}. Check its number, or register the meter.").format(text=error.text)


@sentence(meters.WrongDigits)
def _wrong_digits(error: meters.WrongDigits) -> str:
    return tr("A device shows 1 to {most} figures before the point, not {digits}. Count them on the device.").format(
        most=error.most, digits=error.digits
    )


@sentence(meters.MultiplierOutOfRange)
def _multiplier_out_of_range(error: meters.MultiplierOutOfRange) -> str:
    return tr("{text} is no multiplier. Type a number above 0 and below {below}, with at most 4 decimals.").format(
        text=error.text, below=f"{error.below:,}"
    )


@sentence(meters.LossRateOutOfRange)
def _loss_rate_out_of_range(error: meters.LossRateOutOfRange) -> str:
    return tr("{text} is no loss rate. Type a fraction from 0 to below 1, like 0.03 for 3 %.").format(text=error.text)


@sentence(meters.LossRateInUse)
def _loss_rate_in_use(error: meters.LossRateInUse) -> str:
    return tr(
        "Usage of “{meter}” was counted with its loss rate already. End this meter and register a new one instead."
    ).format(meter=error.meter)


@sentence(meters.MeterEnded)
def _meter_ended(error: meters.MeterEnded) -> str:
    return tr("“{meter}” is no longer read since {day}. Choose the meter that hangs there now.").format(
        meter=error.meter, day=show_date(error.day)
    )


@sentence(meters.MeterIsPublic)
def _meter_is_public(error: meters.MeterIsPublic) -> str:
    return tr("“{meter}” is a public meter and serves no single unit. Share its usage as a common cost.").format(
        meter=error.meter
    )


@sentence(meters.WeightNotPositive)
def _weight_not_positive(error: meters.WeightNotPositive) -> str:
    return tr("{text} is no weight. Type a number above 0, with at most 4 decimals.").format(text=error.text)


@sentence(meters.UnitLinked)
def _unit_linked(error: meters.UnitLinked) -> str:
    return tr("“{meter}” serves {unit} since {first} already. End that first, or begin after it.").format(
        meter=error.meter, unit=error.unit, first=show_date(error.first)
    )


@sentence(meters.UnitNotLinked)
def _unit_not_linked(error: meters.UnitNotLinked) -> str:
    return tr("“{meter}” does not serve {unit} now. Look at the units of the meter.").format(
        meter=error.meter, unit=error.unit
    )


@sentence(meters.LinkEndsBeforeItBegins)
def _link_ends_before_it_begins(error: meters.LinkEndsBeforeItBegins) -> str:
    return tr("{unit} is served since {first}, so this cannot end on {until}. Choose a later day.").format(
        unit=error.unit, first=show_date(error.first), until=show_date(error.until)
    )


@sentence(meters.NoReadingYet)
def _no_reading_yet(error: meters.NoReadingYet) -> str:
    return tr("“{meter}” has no reading yet. Enter its first reading first.").format(meter=error.meter)


@sentence(readings.NegativeReading)
def _negative_reading(error: readings.NegativeReading) -> str:
    return tr("{text} is below zero. Type what the meter shows.").format(text=error.text)


@sentence(readings.ReadingBeyondDigits)
def _reading_beyond_digits(error: readings.ReadingBeyondDigits) -> str:
    return tr(
        "“{meter}” shows {digits} figures before the point, so it cannot show {value}. Check the reading, "
        "or replace the device."
    ).format(meter=error.meter, digits=error.digits, value=show_decimal(error.value, 0))


@sentence(readings.ReadingInFuture)
def _reading_in_future(error: readings.ReadingInFuture) -> str:
    return tr("{day} has not come yet; today is {today}. Check the day of “{meter}”.").format(
        day=show_date(error.day), today=show_date(error.today), meter=error.meter
    )


@sentence(readings.ReadingBeforeLastDay)
def _reading_before_last_day(error: readings.ReadingBeforeLastDay) -> str:
    return tr("“{meter}” was read on {last_day} already, after {day}. Check the day, or correct that reading.").format(
        meter=error.meter, last_day=show_date(error.last_day), day=show_date(error.day)
    )


@sentence(readings.ReadOnThatDay)
def _read_on_that_day(error: readings.ReadOnThatDay) -> str:
    return tr("“{meter}” has the reading {value} of {day} already. Correct that one if it is wrong.").format(
        meter=error.meter, value=show_decimal(error.value, 0), day=show_date(error.day)
    )


@sentence(readings.ReadingBeforePrevious)
def _reading_before_previous(error: readings.ReadingBeforePrevious) -> str:
    return tr(
        "“{meter}” showed {previous} on {day} and cannot show {value} now. Read it again; if the device began anew "
        "at zero, say so; if it was replaced, enter the replacement."
    ).format(
        meter=error.meter,
        previous=show_decimal(error.previous, 0),
        day=show_date(error.previous_day),
        value=show_decimal(error.value, 0),
    )


@sentence(readings.NotRolledOver)
def _not_rolled_over(error: readings.NotRolledOver) -> str:
    return tr(
        "“{meter}” shows {value}, no less than {previous} before, so it did not begin anew. Take that mark away."
    ).format(meter=error.meter, value=show_decimal(error.value, 0), previous=show_decimal(error.previous, 0))


@sentence(readings.ReadingUnusual)
def _reading_unusual(error: readings.ReadingUnusual) -> str:
    return tr(
        "“{meter}” used {usage}, more than three times the usual {usual}. Look at the meter again; "
        "if it is right, take it over."
    ).format(meter=error.meter, usage=show_decimal(error.usage, 0), usual=show_decimal(error.usual, 0))


@sentence(readings.ReadingBeforeNext)
def _reading_before_next(error: readings.ReadingBeforeNext) -> str:
    return tr("“{meter}” showed {next_value} on {day}, less than {value}. Correct that later reading first.").format(
        meter=error.meter,
        next_value=show_decimal(error.next_value, 0),
        day=show_date(error.next_day),
        value=show_decimal(error.value, 0),
    )


@sentence(readings.UnknownReading)
def _unknown_reading(_: readings.UnknownReading) -> str:
    return tr("This reading is no longer in the book. Open the meter again.")


@sentence(readings.ReadingUnchanged)
def _reading_unchanged(error: readings.ReadingUnchanged) -> str:
    return tr("The reading of “{meter}” is {value} already. There is nothing to correct.").format(
        meter=error.meter, value=show_decimal(error.value, 0)
    )


@sentence(readings.CorrectionNeedsReason)
def _correction_needs_reason(_: readings.CorrectionNeedsReason) -> str:
    return tr("The correction has no reason. Type why the reading was wrong.")


@sentence(sheets.OtherEstate)
def _other_estate(error: sheets.OtherEstate) -> str:
    return tr("“{estate}” is no estate of this office ({known}). Take the row out, or correct the name.").format(
        estate=error.estate, known=tr(", ").join(error.known)
    )


@sentence(sheets.SeveralMeters)
def _several_meters(error: sheets.SeveralMeters) -> str:
    return tr("{text} means several meters: {meters}. Write the number of the device.").format(
        text=error.text, meters=tr(", ").join(error.meters)
    )


@sentence(sheets.NoMeterOfUnit)
def _no_meter_of_unit(error: sheets.NoMeterOfUnit) -> str:
    return tr("No such meter serves {unit}. Check unit and kind, or register the meter.").format(unit=error.unit)


@sentence(sheets.MeterElsewhere)
def _meter_elsewhere(error: sheets.MeterElsewhere) -> str:
    return tr("The meter {number} does not serve {unit} but {units}. Check number and unit.").format(
        number=error.number, unit=error.unit, units=tr(", ").join(error.units)
    )


@sentence(sheets.LastReadingDiffers)
def _last_reading_differs(error: sheets.LastReadingDiffers) -> str:
    return tr(
        "The sheet starts from {in_sheet}, but “{meter}” showed {in_book} on {day}. Correct the sheet, "
        "or the reading in the book."
    ).format(
        in_sheet=show_decimal(error.in_sheet, 0),
        meter=error.meter,
        in_book=show_decimal(error.in_book, 0),
        day=show_date(error.day),
    )


@sentence(sheets.MultiplierDiffers)
def _multiplier_differs(error: sheets.MultiplierDiffers) -> str:
    return tr("The sheet says multiplier {in_sheet}, but “{meter}” has {in_book}. Check the device.").format(
        in_sheet=show_decimal(error.in_sheet, 0), meter=error.meter, in_book=show_decimal(error.in_book, 0)
    )


@sentence(sheets.ReadingsBilled)
def _readings_billed(error: sheets.ReadingsBilled) -> str:
    return tr_n(
        "Usage of {n} meter ({meters}) was charged by this import. It can be taken back once that run is undone.",
        "Usage of {n} meters ({meters} …) was charged by this import. It can be taken back once that run is undone.",
        error.count,
    ).format(n=error.count, meters=tr(", ").join(error.meters))


@sentence(sheets.ReadingsFollowed)
def _readings_followed(error: sheets.ReadingsFollowed) -> str:
    return tr_n(
        "{n} meter ({meters}) was read or corrected after this import. Correct single readings instead.",
        "{n} meters ({meters} …) were read or corrected after this import. Correct single readings instead.",
        error.count,
    ).format(n=error.count, meters=tr(", ").join(error.meters))


@sentence(sheets.MetersInUse)
def _meters_in_use(error: sheets.MetersInUse) -> str:
    return tr_n(
        "{n} meter of this import ({meters}) is in use by now. End single meters instead.",
        "{n} meters of this import ({meters} …) are in use by now. End single meters instead.",
        error.count,
    ).format(n=error.count, meters=tr(", ").join(error.meters))


@sentence(sheets.MeterTwiceInSheet)
def _meter_twice_in_sheet(error: sheets.MeterTwiceInSheet) -> str:
    return tr("Row {row} has the number {number} already. Check the number on the device.").format(
        row=error.row, number=error.number
    )
