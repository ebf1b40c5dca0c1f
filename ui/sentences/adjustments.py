"""Sentences of waivers, pauses of the late fee and discounts."""

from app.core.language import mark, tr
from app.core.show import show_date, show_decimal, show_money
from app.fees.adjustments import refusals as fees
from app.fees.adjustments.discount_rule import DiscountKind
from ui.sentences import sentence

_VALUES = {
    DiscountKind.PERCENT: mark("{value} is no percentage to take off. Type one above 0 and below 100."),
    DiscountKind.AMOUNT: mark("{value} is no amount to take off. Type one above 0, in yuan and fen."),
    DiscountKind.GIFT_MONTHS: mark("{value} gift months do not fit. Type a whole number, at most the months paid."),
}


@sentence(fees.AdjustmentNeedsReason)
def _needs_reason(_: fees.AdjustmentNeedsReason) -> str:
    return tr("The reason is missing. Choose one or say it in a few words; it stays with the charge.")


@sentence(fees.ChargeChanged)
def _charge_changed(error: fees.ChargeChanged) -> str:
    return tr("“{charge}” was changed meanwhile. Look at the line again and repeat what you wanted.").format(
        charge=error.charge
    )


@sentence(fees.WaiverOfNothing)
def _waiver_of_nothing(_: fees.WaiverOfNothing) -> str:
    return tr("The amount is 0.00. Type how much is waived.")


@sentence(fees.WaiverTooLarge)
def _waiver_too_large(error: fees.WaiverTooLarge) -> str:
    return tr("“{charge}” owes {owed}; {asked} is more. Type at most what is owed.").format(
        charge=error.charge, owed=show_money(error.owed), asked=show_money(error.asked)
    )


@sentence(fees.WaiverAboveLimit)
def _waiver_above_limit(error: fees.WaiverAboveLimit) -> str:
    return tr("{together} waived of one charge is above {limit}: a supervisor has to agree.").format(
        together=show_money(error.together), limit=show_money(error.limit)
    )


@sentence(fees.NotAWaiver)
def _not_a_waiver(error: fees.NotAWaiver) -> str:
    return tr(
        "This line of “{charge}” is no waiver. What came with a payment goes with its receipt: void that."
    ).format(charge=error.charge)


@sentence(fees.WaiverReversedBefore)
def _reversed_before(error: fees.WaiverReversedBefore) -> str:
    return tr("The waiver on “{charge}” was taken back already. Nothing is to be done.").format(charge=error.charge)


@sentence(fees.WaiverReliedUpon)
def _relied_upon(error: fees.WaiverReliedUpon) -> str:
    return tr("On {day} “{charge}” was paid with the waiver counted. Void that receipt first, or charge anew.").format(
        day=show_date(error.paid_on), charge=error.charge
    )


@sentence(fees.PauseEnded)
def _pause_ended(error: fees.PauseEnded) -> str:
    return tr("The pause ends on {day} already. For later days begin another one.").format(day=show_date(error.until))


@sentence(fees.PauseEndsInPast)
def _pause_ends_in_past(error: fees.PauseEndsInPast) -> str:
    return tr("Days that were paused stay paused. Choose {day} or a later day.").format(day=show_date(error.today))


@sentence(fees.DiscountNeedsName)
def _discount_needs_name(_: fees.DiscountNeedsName) -> str:
    return tr("The discount has no name. Type one that receipts can print.")


@sentence(fees.DiscountNameTaken)
def _discount_name_taken(error: fees.DiscountNameTaken) -> str:
    return tr("There is a discount “{name}” already. Choose another name.").format(name=error.name)


@sentence(fees.DiscountValueOutOfRange)
def _discount_value(error: fees.DiscountValueOutOfRange) -> str:
    known = {kind.value: words for kind, words in _VALUES.items()}
    words = known.get(error.kind, _VALUES[DiscountKind.AMOUNT])
    return tr(words).format(value=show_decimal(error.value, 0))


@sentence(fees.DiscountMonthsOutOfRange)
def _discount_months(error: fees.DiscountMonthsOutOfRange) -> str:
    return tr("A discount for {months} months cannot be earned. Type 1 to {most} months.").format(
        months=error.months, most=error.most
    )


@sentence(fees.DiscountEnded)
def _discount_ended(error: fees.DiscountEnded) -> str:
    return tr("“{name}” ends on {day} already. Make a new discount for later days.").format(
        name=error.name, day=show_date(error.until)
    )


@sentence(fees.DiscountNeedsApproval)
def _discount_needs_approval(error: fees.DiscountNeedsApproval) -> str:
    return tr("The discount “{rule}” of {discount} is above {limit}: a supervisor has to agree.").format(
        rule=error.rule, discount=show_money(error.discount), limit=show_money(error.limit)
    )


@sentence(fees.FactorOutOfRange)
def _factor(error: fees.FactorOutOfRange) -> str:
    return tr("{factor} is no factor for an empty home. Type one from 0 up to, but not, 1, such as 0.7.").format(
        factor=show_decimal(error.factor)
    )


@sentence(fees.VacancyOverlaps)
def _vacancy_overlaps(error: fees.VacancyOverlaps) -> str:
    if error.until is None:
        words = tr("{unit} has a vacant discount from {first} on already. Withdraw it first, or choose other days.")
        return words.format(unit=error.unit, first=show_date(error.first))
    words = tr("{unit} has a vacant discount from {first} until {until} already. Choose other days.")
    return words.format(unit=error.unit, first=show_date(error.first), until=show_date(error.until))


@sentence(fees.VacancyEnded)
def _vacancy_ended(error: fees.VacancyEnded) -> str:
    return tr("The vacant discount of {unit} ends on {until} already. For later days grant another one.").format(
        unit=error.unit, until=show_date(error.until)
    )


@sentence(fees.VacancyWithdrawnBefore)
def _vacancy_withdrawn(error: fees.VacancyWithdrawnBefore) -> str:
    return tr("The vacant discount of {unit} was withdrawn already. Nothing is to be done.").format(unit=error.unit)
