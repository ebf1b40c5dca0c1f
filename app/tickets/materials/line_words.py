"""Words for lines, who bears them and how far they are paid (marked; look up with `tr`)."""

from __future__ import annotations

from app.core.language import mark
from app.tickets.materials.kinds import FreeReason, LineKind, PayState

LINE_KINDS: dict[LineKind, str] = {LineKind.MATERIAL: mark("material"), LineKind.LABOUR: mark("labour")}
FREE_REASONS: dict[FreeReason, str] = {
    FreeReason.WARRANTY: mark("borne by the warranty"),
    FreeReason.OFFICE: mark("borne by the office"),
}
PAY_STATES: dict[PayState, str] = {
    PayState.FREE: mark("free of charge"),
    PayState.NOT_CHARGED: mark("not charged yet"),
    PayState.TO_PAY: mark("to be paid"),
    PayState.PART_PAID: mark("paid in part"),
    PayState.PAID: mark("paid"),
    PayState.LET_OFF: mark("let off"),
    PayState.REFUNDED: mark("given back"),
}
