"""What changed a charge, in one line of words: the day, what it was, how much, why, and who."""

from __future__ import annotations

from app.core.language import mark, tr
from app.core.show import show_date, show_money
from app.fees.adjustments.list import AdjustmentRow
from app.fees.adjustments.rows import AdjustmentKind
from app.meters.reading_rule import TRUED_UP

KINDS: dict[AdjustmentKind, str] = {
    AdjustmentKind.ROUNDING: mark("rounded off"),
    AdjustmentKind.WAIVER: mark("waived"),
    AdjustmentKind.LATE_FEE_WAIVER: mark("late fee waived"),
    AdjustmentKind.DISCOUNT: mark("discount"),
    AdjustmentKind.VACANT: mark("vacant discount"),
    AdjustmentKind.READING_CORRECTION: mark("reading corrected"),
    AdjustmentKind.TO_CREDIT: mark("moved to credit"),
    AdjustmentKind.UNSERVED: mark("not served, not owed"),
    AdjustmentKind.OWED_AFTER_ALL: mark("owed after all"),
}


def kind_words(row: AdjustmentRow) -> str:
    """What it was; a row that takes another back says so."""
    words = tr(KINDS[row.kind])
    return words if row.reverses is None else tr("taken back: {what}").format(what=words)


def who_words(row: AdjustmentRow) -> str:
    """Who did it, and who agreed."""
    if not row.approved_by:
        return row.by
    return tr("{by}, agreed by {approver}").format(by=row.by, approver=row.approved_by)


def reason_words(row: AdjustmentRow) -> str:
    """Why; what the program itself gave as a reason is said in the person's language."""
    if row.ended is not None:
        return tr("ended, no charges from {day}").format(day=show_date(row.ended))
    return tr(row.reason) if row.reason == TRUED_UP else row.reason


def adjustment_words(row: AdjustmentRow) -> str:
    """One line: `2026-11-20  waived −20.00  lift out of order  王敏, agreed by 沈若兰`."""
    parts = [show_date(row.day), f"{kind_words(row)} {show_money(row.amount)}", reason_words(row), who_words(row)]
    return "  ".join(part for part in parts if part)
