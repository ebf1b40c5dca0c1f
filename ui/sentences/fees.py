"""Sentences of the fees room: items, tariffs, assignments, runs and charges."""

from app.core.language import mark, tr, tr_n
from app.core.show import show_date
from app.fees import refusals as fees
from app.fees.terms import Extra
from ui.sentences import sentence

_EXTRAS = {Extra.LATE_FEE: mark("late fee"), Extra.SURCHARGE: mark("surcharge"), Extra.MINIMUM: mark("minimum")}


@sentence(fees.FeeItemNeedsName)
def _fee_item_needs_name(_: fees.FeeItemNeedsName) -> str:
    return tr("The fee item has no name. Type the one that receipts are to print.")


@sentence(fees.FeeItemExists)
def _fee_item_exists(error: fees.FeeItemExists) -> str:
    return tr("There is a fee item “{name}” already. Use it, or choose another name.").format(name=error.name)


@sentence(fees.TariffNeedsName)
def _tariff_needs_name(_: fees.TariffNeedsName) -> str:
    return tr("The tariff has no name. Type one that says for which units it is.")


@sentence(fees.TariffExists)
def _tariff_exists(error: fees.TariffExists) -> str:
    return tr("There is a tariff “{name}” already. Give it a new version, or choose another name.").format(
        name=error.name
    )


@sentence(fees.TermsNotPositive)
def _terms_not_positive(_: fees.TermsNotPositive) -> str:
    return tr("The price must be more than zero. A unit that pays nothing needs no tariff.")


@sentence(fees.MandateMissing)
def _mandate_missing(error: fees.MandateMissing) -> str:
    return tr(
        "“{item}” is held for others: {names} only by a mandate. Type its document or resolution with number and date, "
        "or clear {names}."
    ).format(item=error.item, names=tr(", ").join(tr(_EXTRAS[extra]) for extra in error.extras))


@sentence(fees.MandateNotMadeYet)
def _mandate_not_made_yet(error: fees.MandateNotMadeYet) -> str:
    return tr("The mandate is dated {day}, after today ({today}). Type the day on which it was made.").format(
        day=show_date(error.day), today=show_date(error.today)
    )


@sentence(fees.VersionNotLater)
def _version_not_later(error: fees.VersionNotLater) -> str:
    return tr("“{tariff}” has terms from {newest} on already; new ones begin later than that, not on {first}.").format(
        tariff=error.tariff, newest=show_date(error.newest), first=show_date(error.first)
    )


@sentence(fees.VersionLeavesHole)
def _version_leaves_hole(error: fees.VersionLeavesHole) -> str:
    return tr("“{tariff}” was closed on {closed}: until {first} it would have no price. Begin on {closed}.").format(
        tariff=error.tariff, closed=show_date(error.closed), first=show_date(error.first)
    )


@sentence(fees.AssignedBeforeTariff)
def _assigned_before_tariff(error: fees.AssignedBeforeTariff) -> str:
    return tr("“{tariff}” is valid from {valid_from}, not yet on {first}. Choose a later first day.").format(
        tariff=error.tariff, valid_from=show_date(error.valid_from), first=show_date(error.first)
    )


@sentence(fees.DatesReversed)
def _dates_reversed(error: fees.DatesReversed) -> str:
    return tr("The end {until} lies before the beginning {first}. Check both dates.").format(
        until=show_date(error.until), first=show_date(error.first)
    )


@sentence(fees.AssignmentOverlaps)
def _assignment_overlaps(error: fees.AssignmentOverlaps) -> str:
    facts = {"unit": error.unit, "item": error.item, "tariff": error.tariff, "first": show_date(error.first)}
    if error.until is None:
        return tr(
            "{unit} is charged {item} by “{tariff}” since {first} already. End that first, or leave the unit out."
        ).format(**facts)
    return tr(
        "{unit} is charged {item} by “{tariff}” from {first} until {until} already. Begin later, or leave the unit out."
    ).format(**facts, until=show_date(error.until))


@sentence(fees.NoUnitsChosen)
def _no_units_chosen(_: fees.NoUnitsChosen) -> str:
    return tr("No units are chosen. Choose the units that the tariff is for.")


@sentence(fees.EndsInsideCharged)
def _ends_inside_charged(error: fees.EndsInsideCharged) -> str:
    return tr(
        "{unit} is charged up to {day} already. Choose that day or later; or end the old tariff on this unit alone, "
        "which lets go what it charged for the days after, and assign the new one."
    ).format(unit=error.unit, day=show_date(error.charged_until))


@sentence(fees.EndsInsideReadings)
def _ends_inside_readings(error: fees.EndsInsideReadings) -> str:
    return tr(
        "What {unit} used up to {day} is charged by its readings. End it on that day or later; or undo the run, enter "
        "the reading of the last day, and bill again."
    ).format(unit=error.unit, day=show_date(error.charged_until))


@sentence(fees.AssignmentEnded)
def _assignment_ended(error: fees.AssignmentEnded) -> str:
    return tr("The tariff on {unit} ended on {day} already.").format(unit=error.unit, day=show_date(error.until))


@sentence(fees.MovedToAnotherKind)
def _moved_to_another_kind(error: fees.MovedToAnotherKind) -> str:
    return tr(
        "“{old}” and “{new}” do not charge the same item in the same way. Choose another tariff, or end the old one "
        "and assign the new one."
    ).format(old=error.old, new=error.new)


@sentence(fees.NothingToBill)
def _nothing_to_bill(_: fees.NothingToBill) -> str:
    return tr("There is nothing to bill: every charge through this month is written, or was skipped with its reason.")


@sentence(fees.BilledTooFarAhead)
def _billed_too_far_ahead(error: fees.BilledTooFarAhead) -> str:
    return tr("A run reaches at most {n} months ahead. Choose an earlier month.").format(n=error.most_months)


@sentence(fees.RunChanged)
def _run_changed(error: fees.RunChanged) -> str:
    return tr(
        "The charges changed since the preview ({shown} then, {now} now). Nothing was written; look at them again."
    ).format(shown=error.shown, now=error.now)


@sentence(fees.RunUndoneBefore)
def _run_undone_before(error: fees.RunUndoneBefore) -> str:
    return tr("Run {run} was undone before.").format(run=error.run)


@sentence(fees.RunHasPayments)
def _run_has_payments(error: fees.RunHasPayments) -> str:
    return tr_n(
        "{n} charge of this run is paid or adjusted ({units}). The run can be undone once the receipt is void.",
        "{n} charges of this run are paid or adjusted ({units} …). The run can be undone once the receipts are void.",
        error.charges,
    ).format(n=error.charges, units=", ".join(error.units))


@sentence(fees.RunNotLast)
def _run_not_last(error: fees.RunNotLast) -> str:
    if not error.later:
        return tr("Later periods were paid ahead at the counter; this run cannot be undone before those.")
    return tr("Run {run} charged the periods that follow. Undo that run first.").format(run=error.later)


@sentence(fees.ChargeNeedsName)
def _charge_needs_name(_: fees.ChargeNeedsName) -> str:
    return tr("The charge has no name. Type what it is for, like an access card.")


@sentence(fees.ChargeOfNothing)
def _charge_of_nothing(_: fees.ChargeOfNothing) -> str:
    return tr("The charge is 0.00. Type its amount.")


@sentence(fees.DepositHasNoTariff)
def _deposit_has_no_tariff(error: fees.DepositHasNoTariff) -> str:
    return tr(
        "“{item}” is a deposit: it is taken at the counter and given back later. Choose another item for the tariff."
    ).format(item=error.item)
