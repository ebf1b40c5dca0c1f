"""Sentences of shifts and drawers: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.money import NOTHING
from app.core.show import show_money, show_shift
from app.counter.methods import NAMES, Method
from app.counter.shifts.book_ends import SUM_DIGITS
from app.counter.shifts.refusals import (
    CashierHasShift,
    CashSlipUnknown,
    CountedTwice,
    CountOutdated,
    DifferenceNeedsReason,
    DrawerUnknown,
    FloatDiffers,
    KeptMoreThanCounted,
    NoAmountMoved,
    NotCountedYet,
    NotInDrawer,
    PersonMissing,
    PiecesMissing,
    ReferenceNotOfShift,
    ReferencesNotLookedAt,
    SumUnreadable,
    ZReportUnknown,
)
from ui.sentences import sentence


@sentence(DrawerUnknown)
def _drawer_unknown(refusal: DrawerUnknown) -> str:
    return tr("There is no drawer {drawer}. The office has: {drawers}.").format(
        drawer=refusal.drawer, drawers=tr(", ").join(refusal.drawers)
    )


@sentence(CashierHasShift)
def _cashier_has_shift(refusal: CashierHasShift) -> str:
    return tr("{cashier} has shift {shift} open at drawer {drawer}. Close it before opening another.").format(
        cashier=refusal.cashier, shift=show_shift(refusal.shift), drawer=refusal.drawer
    )


@sentence(FloatDiffers)
def _float_differs(refusal: FloatDiffers) -> str:
    return tr("The last close kept {kept} in the drawer, {counted} are there now. Write a note that says why.").format(
        kept=show_money(refusal.kept), counted=show_money(refusal.counted)
    )


@sentence(PiecesMissing)
def _pieces_missing(refusal: PiecesMissing) -> str:
    names = tr(", ").join(show_money(piece) for piece in refusal.pieces)
    return tr("Not counted yet: {pieces}. Type 0 where there are none.").format(pieces=names)


@sentence(ReferencesNotLookedAt)
def _references_not_looked_at(refusal: ReferencesNotLookedAt) -> str:
    return tr_n(
        "{n} transfer or cheque is neither ticked nor left for later. Press Space on it.",
        "{n} transfers or cheques are neither ticked nor left for later. Press Space on each.",
        refusal.count,
    ).format(n=refusal.count)


@sentence(ReferenceNotOfShift)
def _reference_not_of_shift(_: ReferenceNotOfShift) -> str:
    return tr("A ticked transfer or cheque was voided meanwhile. Open the count again and look through the list.")


@sentence(CountedTwice)
def _counted_twice(refusal: CountedTwice) -> str:
    return tr("Shift {shift} was counted and recounted; both counts stay. Say why there is a difference.").format(
        shift=show_shift(refusal.shift)
    )


@sentence(NotCountedYet)
def _not_counted_yet(refusal: NotCountedYet) -> str:
    return tr("Shift {shift} was not counted yet. Count the drawer first, then close it.").format(
        shift=show_shift(refusal.shift)
    )


@sentence(CountOutdated)
def _count_outdated(refusal: CountOutdated) -> str:
    return tr("Money was taken or moved in shift {shift} after the count. Count the drawer again.").format(
        shift=show_shift(refusal.shift)
    )


@sentence(DifferenceNeedsReason)
def _difference_needs_reason(refusal: DifferenceNeedsReason) -> str:
    words = (
        tr("{method}: {amount} too much. Write why; it is booked as over and short.")
        if refusal.difference > NOTHING
        else tr("{method}: {amount} short. Write why; it is booked as over and short.")
    )
    return words.format(method=tr(NAMES[Method(refusal.method)]), amount=show_money(abs(refusal.difference)))


@sentence(KeptMoreThanCounted)
def _kept_more_than_counted(refusal: KeptMoreThanCounted) -> str:
    return tr("{kept} cannot stay in the drawer: {counted} were counted. Type what stays as the next float.").format(
        kept=show_money(refusal.kept), counted=show_money(refusal.counted)
    )


@sentence(NotInDrawer)
def _not_in_drawer(refusal: NotInDrawer) -> str:
    return tr("{amount} cannot be taken out: the drawer does not hold so much. Check the amount.").format(
        amount=show_money(refusal.amount)
    )


@sentence(NoAmountMoved)
def _no_amount_moved(_: NoAmountMoved) -> str:
    return tr("The amount is 0.00. Type how much cash goes in or out.")


@sentence(PersonMissing)
def _person_missing(_: PersonMissing) -> str:
    return tr("Nobody is named. Type who brings or takes the cash; it is printed on the slip.")


@sentence(ZReportUnknown)
def _z_report_unknown(refusal: ZReportUnknown) -> str:
    return tr("There is no Z report {number}. Choose one from the list.").format(number=refusal.number)


@sentence(CashSlipUnknown)
def _cash_slip_unknown(refusal: CashSlipUnknown) -> str:
    return tr("There is no cash slip {number}. Choose one from the list.").format(number=refusal.number)


@sentence(SumUnreadable)
def _sum_unreadable(refusal: SumUnreadable) -> str:
    return tr(
        "This is no sum of a Z report: it has {least} digits and letters from A to F, here are {found}. "
        "Look at the foot of the paper and type it again."
    ).format(least=SUM_DIGITS, found=refusal.found)
