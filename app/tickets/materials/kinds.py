"""What stands on the bill of a repair, who bears it, and how far it is paid."""

from __future__ import annotations

from enum import StrEnum


class LineKind(StrEnum):
    """A thing that was built in, or time that was worked."""

    MATERIAL = "material"
    LABOUR = "labour"


class FreeReason(StrEnum):
    """Why the resident pays nothing."""

    WARRANTY = "warranty"
    OFFICE = "office"


class PayState(StrEnum):
    """Where a line stands at the counter."""

    FREE = "free"
    NOT_CHARGED = "not_charged"
    TO_PAY = "to_pay"
    PART_PAID = "part_paid"
    PAID = "paid"
    LET_OFF = "let_off"
    REFUNDED = "refunded"


class ChargeToo(StrEnum):
    """What becomes of what the counter still asks for, where its ticket ends."""

    TAKE_BACK = "take_back"
    KEEP = "keep"


KEPT = "charge_kept"
"""In the facts of the entry that ended the ticket: fen that stay asked for."""
