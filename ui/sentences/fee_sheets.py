"""Sentences of the sheets with which an office starts: opening arrears, and tariffs on units."""

from datetime import timedelta

from app.core.language import tr, tr_n
from app.core.show import show_date, show_days, show_decimal
from app.fees.opening import sheet_refusals as sheets
from ui.sentences import sentence


@sentence(sheets.UnknownFeeItem)
def _unknown_fee_item(error: sheets.UnknownFeeItem) -> str:
    return tr("“{text}” is no fee item here ({known}). Correct the word, or add the item with the tariffs.").format(
        text=error.text, known=tr(", ").join(error.known)
    )


@sentence(sheets.NotYesOrNo)
def _not_yes_or_no(error: sheets.NotYesOrNo) -> str:
    return tr("“{text}” says neither yes nor no. Write 是 or 否, or leave the cell empty for no.").format(
        text=error.text
    )


@sentence(sheets.ReadingsReversed)
def _readings_reversed(error: sheets.ReadingsReversed) -> str:
    before, now = show_decimal(error.before, 0), show_decimal(error.now, 0)
    return tr("The meter ends at {now}, below its beginning at {before}. Exchange or correct the readings.").format(
        before=before, now=now
    )


@sentence(sheets.NoLateFeeTerms)
def _no_late_fee_terms(error: sheets.NoLateFeeTerms) -> str:
    return tr(
        "{unit} is to pay late fees for “{item}”, but no tariff says at what rate. Put the tariff on the unit first, "
        "or write 否."
    ).format(unit=error.unit, item=error.item)


@sentence(sheets.ArrearsTwice)
def _arrears_twice(error: sheets.ArrearsTwice) -> str:
    return tr("Row {row} names “{item}” of {unit} on the same days already. Delete one of the two.").format(
        row=error.row, item=error.item, unit=error.unit
    )


@sentence(sheets.ArrearsThere)
def _arrears_there(error: sheets.ArrearsThere) -> str:
    return tr("{unit} was charged “{item}” for {days} already. Delete the row, or correct its days.").format(
        unit=error.unit, item=error.item, days=show_days(error.first, error.until)
    )


@sentence(sheets.TariffChargesTheseDays)
def _tariff_charges_these_days(error: sheets.TariffChargesTheseDays) -> str:
    return tr(
        "On {unit} the tariff “{tariff}” charges “{item}” from {begins} on, so these days would be owed twice. "
        "Let the arrears end before that day, or let the tariff begin later."
    ).format(unit=error.unit, tariff=error.tariff, item=error.item, begins=show_date(error.begins))


@sentence(sheets.ArrearsHavePayments)
def _arrears_have_payments(error: sheets.ArrearsHavePayments) -> str:
    return tr_n(
        "{n} charge of this import is paid or adjusted ({units}). Void that receipt first, then take the import back.",
        "{n} charges of this import are paid or adjusted ({units}). Void those receipts first, then take it back.",
        error.charges,
    ).format(n=error.charges, units=tr(", ").join(error.units))


@sentence(sheets.UnknownTariff)
def _unknown_tariff(error: sheets.UnknownTariff) -> str:
    return tr("“{text}” is no tariff here ({known}). Correct the word, or enter the tariff first.").format(
        text=error.text, known=tr(", ").join(error.known)
    )


@sentence(sheets.TariffNotNamed)
def _tariff_not_named(error: sheets.TariffNotNamed) -> str:
    return tr("“{item}” has several tariffs ({tariffs}). Write in the row which one.").format(
        item=error.item, tariffs=tr(", ").join(error.tariffs)
    )


@sentence(sheets.NoMeterOnUnit)
def _no_meter_on_unit(error: sheets.NoMeterOnUnit) -> str:
    return tr("No meter of this kind serves {unit}, and “{tariff}” charges by meter. Enter the meter first.").format(
        unit=error.unit, tariff=error.tariff
    )


@sentence(sheets.MeterNotNamed)
def _meter_not_named(error: sheets.MeterNotNamed) -> str:
    return tr("{unit} has these meters of the kind: {meters}. Write in the row which one.").format(
        unit=error.unit, meters=tr(", ").join(error.meters)
    )


@sentence(sheets.AssignmentTwice)
def _assignment_twice(error: sheets.AssignmentTwice) -> str:
    return tr(
        "Row {row} puts a tariff of “{item}” on {unit} over the same days already. Delete one of the two."
    ).format(row=error.row, item=error.item, unit=error.unit)


@sentence(sheets.ChargedByOtherTerms)
def _charged_by_other_terms(error: sheets.ChargedByOtherTerms) -> str:
    last = show_date(error.charged_until - timedelta(days=1))
    return tr(
        "On {unit} “{tariff}” begins on {first} and is charged through {last}; first day and coefficient are fixed. "
        "Let it end then, and begin it anew in a row of its own."
    ).format(unit=error.unit, tariff=error.tariff, first=show_date(error.first), last=last)


@sentence(sheets.AssignmentsHaveCharges)
def _assignments_have_charges(error: sheets.AssignmentsHaveCharges) -> str:
    return tr_n(
        "{n} unit was charged by these tariffs already ({units}). Undo that billing run first.",
        "{n} units were charged by these tariffs already ({units}). Undo those billing runs first.",
        error.assignments,
    ).format(n=error.assignments, units=tr(", ").join(error.units))


@sentence(sheets.AssignmentsFollowed)
def _assignments_followed(error: sheets.AssignmentsFollowed) -> str:
    return tr(
        "Other tariffs have taken the place of those that were ended then ({units}). End them there first."
    ).format(units=tr(", ").join(error.units))
