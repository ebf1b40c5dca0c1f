"""Sentences of refunds, reversals and deposits: what is wrong, where, what to do."""

from app.core.language import tr
from app.core.show import show_date, show_money
from app.counter.deposits import refusals as deposits
from app.counter.refunds import refusals as refunds
from ui.sentences import sentence


@sentence(refunds.RefundedBefore)
def _refunded_before(error: refunds.RefundedBefore) -> str:
    return tr(
        "Money of receipt {label} went back with {refund}, so it cannot be taken back as a whole. "
        "Void {refund} first, or refund the rest."
    ).format(label=error.label, refund=error.refund)


@sentence(refunds.CreditSpent)
def _credit_spent(error: refunds.CreditSpent) -> str:
    return tr(
        "Receipt {label} left {wanted} of credit on {unit}, and {held} of it is there. "
        "Take back first what used the credit, or refund the rest."
    ).format(label=error.label, wanted=show_money(error.wanted), unit=error.unit, held=show_money(error.held))


@sentence(refunds.DepositUsed)
def _deposit_used(error: refunds.DepositUsed) -> str:
    return tr(
        "Something of the deposit “{deposit}” on receipt {label} was kept, used or given back. "
        "Refund what is left of the deposit instead."
    ).format(deposit=error.deposit, label=error.label)


@sentence(refunds.PaidSince)
def _paid_since(error: refunds.PaidSince) -> str:
    return tr(
        "“{line}” was owed again after {label} and has been paid since. Take the money that came back as a new payment."
    ).format(line=error.line, label=error.label)


@sentence(refunds.NotToRefund)
def _not_to_refund(error: refunds.NotToRefund) -> str:
    return tr("Receipt {label} was voided or reversed: it holds no money to give back.").format(label=error.label)


@sentence(refunds.NothingToRefund)
def _nothing_to_refund(error: refunds.NothingToRefund) -> str:
    return tr("Nothing of receipt {label} is chosen to go back. Tick a line, or type an amount.").format(
        label=error.label
    )


@sentence(refunds.RefundAboveRest)
def _refund_above_rest(error: refunds.RefundAboveRest) -> str:
    facts = {"label": error.label, "asked": show_money(error.asked), "rest": show_money(error.rest)}
    if error.line:
        words = tr("Of “{line}” on receipt {label} only {rest} is left; {asked} is more. Type {rest} or less.")
        return words.format(line=error.line, **facts)
    return tr("Of receipt {label} only {rest} is left; {asked} is more. Type {rest} or less.").format(**facts)


@sentence(refunds.RefundChanged)
def _refund_changed(error: refunds.RefundChanged) -> str:
    return tr(
        "The screen showed {shown}, but {now} goes back now: something was paid or refunded meanwhile. Look again."
    ).format(shown=show_money(error.shown), now=show_money(error.now))


@sentence(refunds.RefundReasonMissing)
def _refund_reason_missing(_: refunds.RefundReasonMissing) -> str:
    return tr("A refund says why. Choose a reason, or write one.")


@sentence(refunds.TakerMissing)
def _taker_missing(_: refunds.TakerMissing) -> str:
    return tr("The slip names who takes the money. Type the name.")


@sentence(refunds.AccountMissing)
def _account_missing(_: refunds.AccountMissing) -> str:
    return tr("Money that goes to a bank account names the last four digits of it. Type them.")


@sentence(refunds.NotEnoughCash)
def _not_enough_cash(error: refunds.NotEnoughCash) -> str:
    return tr(
        "{asked} is to go back in cash, and the drawer should hold only {there}. "
        "Bring change from the safe, or choose another way."
    ).format(asked=show_money(error.asked), there=show_money(error.there))


@sentence(refunds.MeteredIsServed)
def _metered_is_served(error: refunds.MeteredIsServed) -> str:
    return tr("“{line}” was used by meter: it is served. Correct the reading if it is wrong.").format(line=error.line)


@sentence(refunds.AllServed)
def _all_served(error: refunds.AllServed) -> str:
    return tr("Receipt {label} paid for no day from {day} on. Type an earlier day, or choose another receipt.").format(
        label=error.label, day=show_date(error.day)
    )


@sentence(refunds.CashDoesNotBounce)
def _cash_does_not_bounce(error: refunds.CashDoesNotBounce) -> str:
    return tr(
        "Receipt {label} was paid in cash or from credit, at least in part: that money was there. Refund it."
    ).format(label=error.label)


@sentence(refunds.RefundUnknown)
def _refund_unknown(error: refunds.RefundUnknown) -> str:
    return tr("There is no refund slip {label}. Look at the number again.").format(label=error.label)


@sentence(deposits.DepositReasonMissing)
def _deposit_reason_missing(error: deposits.DepositReasonMissing) -> str:
    return tr("Nothing is kept of “{deposit}” without a reason. Write it as it stands on the signed sheet.").format(
        deposit=error.deposit
    )


@sentence(deposits.NothingKept)
def _nothing_kept(error: deposits.NothingKept) -> str:
    return tr("Type an amount above zero to take from “{deposit}”.").format(deposit=error.deposit)


@sentence(deposits.MoreThanHeld)
def _more_than_held(error: deposits.MoreThanHeld) -> str:
    return tr("Of “{deposit}” {held} is held; {asked} is more. Type {held} or less.").format(
        deposit=error.deposit, held=show_money(error.held), asked=show_money(error.asked)
    )


@sentence(deposits.MoreThanOwed)
def _more_than_owed(error: deposits.MoreThanOwed) -> str:
    return tr("“{charge}” owes {owed}; {asked} is more. Type {owed} or less.").format(
        charge=error.charge, owed=show_money(error.owed), asked=show_money(error.asked)
    )


@sentence(deposits.OtherUnit)
def _other_unit(error: deposits.OtherUnit) -> str:
    return tr("“{deposit}” of {unit} pays only what {unit} owes itself. Choose a line of {unit}.").format(
        deposit=error.charge, unit=error.unit
    )


@sentence(deposits.NotKept)
def _not_kept(error: deposits.NotKept) -> str:
    words = tr("That part of “{deposit}” is not kept any more. Open the deposits again and look at its parts.")
    return words.format(deposit=error.deposit)
