"""Sentences of the counter: what is wrong, where, and what to do."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_date, show_money, show_shift, show_time
from app.counter.methods import NAMES, Method
from app.counter.refusals import (
    BillChanged,
    ClockIsBehind,
    NoFenInCash,
    NoOpenShift,
    NotCounted,
    NothingReceived,
    NothingToTake,
    PayerMissing,
    ReasonMissing,
    ReceiptBookUsedUp,
    ReceiptOfAnother,
    ReceiptOfClosedShift,
    ReceiptUnknown,
    ReceiptVoidedBefore,
    ReferenceMissing,
    ReferenceSeenBefore,
    ShiftAlreadyOpen,
    ShiftLeftOpen,
    ShiftNotOpen,
    TakenMeanwhile,
)
from app.ledger.head import JournalBehindHead
from ui.sentences import sentence


@sentence(NoOpenShift)
def _no_open_shift(refusal: NoOpenShift) -> str:
    return tr("{cashier} has no open shift. Press F12 to open one; what was typed stays.").format(
        cashier=refusal.cashier
    )


@sentence(ShiftLeftOpen)
def _shift_left_open(refusal: ShiftLeftOpen) -> str:
    return tr("Shift {shift} of {day} is still open. Press F12 to close it first; what was typed stays.").format(
        shift=show_shift(refusal.shift), day=show_date(refusal.day)
    )


@sentence(ShiftAlreadyOpen)
def _shift_already_open(refusal: ShiftAlreadyOpen) -> str:
    return tr("{cashier} has shift {shift} open at drawer {drawer}. It has to be closed before another opens.").format(
        cashier=refusal.cashier, shift=show_shift(refusal.shift), drawer=refusal.drawer
    )


@sentence(ShiftNotOpen)
def _shift_not_open(refusal: ShiftNotOpen) -> str:
    return tr("Shift {shift} is closed already. Press F12 to open a new one.").format(shift=show_shift(refusal.shift))


@sentence(NothingToTake)
def _nothing_to_take(_: NothingToTake) -> str:
    return tr(
        "There is nothing to take. Choose a line with Space, pay months ahead with Ctrl+H, or charge something else "
        "with Ctrl+T."
    )


@sentence(NothingReceived)
def _nothing_received(_: NothingReceived) -> str:
    return tr("The amount received is 0.00. Type what was handed over.")


@sentence(NoFenInCash)
def _no_fen_in_cash(refusal: NoFenInCash) -> str:
    return tr("Cash has no fen: {received} cannot be counted out. Type {nearest}, or choose another method.").format(
        received=show_money(refusal.received), nearest=show_money(refusal.nearest)
    )


@sentence(TakenMeanwhile)
def _taken_meanwhile(refusal: TakenMeanwhile) -> str:
    if not refusal.receipt:
        return tr("{item} was changed in another window. Press Enter in the search box to open the bill anew.").format(
            item=refusal.item
        )
    return tr("{item} was already taken by {by} on receipt {receipt}. Nothing was taken a second time.").format(
        item=refusal.item, by=refusal.by, receipt=refusal.receipt
    )


@sentence(BillChanged)
def _bill_changed(refusal: BillChanged) -> str:
    return tr("{now} is owed now, not {shown}. The bill was read anew: look at it and press F9 again.").format(
        now=show_money(refusal.now, sign=True), shown=show_money(refusal.shown, sign=True)
    )


@sentence(ReferenceMissing)
def _reference_missing(refusal: ReferenceMissing) -> str:
    return tr("A payment by {method} needs its reference number. Type the last digits from the payer's screen.").format(
        method=tr(NAMES[Method(refusal.method)])
    )


@sentence(ReferenceSeenBefore)
def _reference_seen_before(refusal: ReferenceSeenBefore) -> str:
    return tr(
        "Reference {reference} was already taken today on receipt {receipt}. Check the payer's screen; "
        "a supervisor can let it pass."
    ).format(reference=refusal.reference, receipt=refusal.receipt)


@sentence(PayerMissing)
def _payer_missing(_: PayerMissing) -> str:
    return tr("The payer's name is empty. Type who pays; it is printed on the receipt.")


@sentence(ClockIsBehind)
def _clock_is_behind(refusal: ClockIsBehind) -> str:
    return tr(
        "The computer's clock says {now}, but the last entry was made at {last}. "
        "Set the clock right, or press F9 again to go on with this time."
    ).format(now=show_time(refusal.now), last=show_time(refusal.last_entry))


@sentence(ReceiptBookUsedUp)
def _receipt_book_used_up(refusal: ReceiptBookUsedUp) -> str:
    return tr(
        "Receipt book {prefix} ends at number {last}. A supervisor registers the next book (Ctrl+Shift+R)."
    ).format(prefix=refusal.prefix, last=refusal.last)


@sentence(ReceiptUnknown)
def _receipt_unknown(refusal: ReceiptUnknown) -> str:
    return tr("There is no receipt {label}. Check the number; it stands at the top right of the paper.").format(
        label=refusal.label
    )


@sentence(ReceiptVoidedBefore)
def _receipt_voided_before(refusal: ReceiptVoidedBefore) -> str:
    return tr("Receipt {label} was voided before. Nothing was changed.").format(label=refusal.label)


@sentence(ReceiptOfClosedShift)
def _receipt_of_closed_shift(refusal: ReceiptOfClosedShift) -> str:
    return tr(
        "Receipt {label} belongs to shift {shift}, which was counted and closed, so it can no longer be voided. "
        "This version cannot pay money back yet: write down the receipt and the reason, and settle it with the "
        "supervisor."
    ).format(label=refusal.label, shift=show_shift(refusal.shift))


@sentence(ReceiptOfAnother)
def _receipt_of_another(refusal: ReceiptOfAnother) -> str:
    return tr("{cashier} took receipt {label}. Only {cashier} or a supervisor can void it.").format(
        cashier=refusal.cashier, label=refusal.label
    )


@sentence(ReasonMissing)
def _reason_missing(_: ReasonMissing) -> str:
    return tr("A reason is missing. Choose one from the list or type a few words.")


@sentence(NotCounted)
def _not_counted(refusal: NotCounted) -> str:
    names = tr(", ").join(tr(NAMES[Method(name)]) for name in refusal.methods)
    return tr("Not counted yet: {methods}. Type 0 where there is nothing.").format(methods=names)


@sentence(JournalBehindHead)
def _journal_behind_head(trouble: JournalBehindHead) -> str:
    return tr(
        "The database ends at entry {found}, but entry {expected} ({subject}) had been saved. "
        "Do not work on. Keep the data folder as it is and restore the newest backup."
    ).format(found=trouble.found, expected=trouble.expected, subject=trouble.subject)
