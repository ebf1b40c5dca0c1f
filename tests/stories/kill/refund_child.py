"""A process that gives the money of the one receipt back, or voids it, or keeps of its deposit, and dies at a point."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.access.permissions import Permission
from app.core.clock import SetClock
from app.core.money import Money
from app.counter.deposits.deposits import Keep
from tests.conftest import MORNING
from tests.refunds.refund_office import RefundOffice
from tests.stories.kill.points import lay_trap

CLIENT = "refund that was killed"


def work(data: Path, step: str, point: str) -> None:
    """Do one step; the trap is laid after everything was asked."""
    office = RefundOffice(data, SetClock(MORNING))
    (receipt_id,) = (paper.id for paper in office.office.receipts.waiting())
    if step == "refund":
        yes, asked = office.approval(), replace(office.whole(receipt_id), client_id=CLIENT)
        lay_trap(office.office, point)
        office.office.refunds.refund(office.cashier, asked, yes)
    elif step == "void":
        lay_trap(office.office, point)
        office.office.receipts.void(office.cashier, receipt_id, "wrong room", copies_returned=True)
    elif step == "reverse":
        yes = office.approval(Permission.REVERSE_PAYMENT)
        lay_trap(office.office, point)
        office.office.reversals.reverse(office.cashier, receipt_id, "cheque returned", approval=yes)
    else:
        held = office.office.deposits.all()[0]
        yes = office.approval(Permission.KEEP_DEPOSIT)
        lay_trap(office.office, point)
        office.office.deposits.keep(office.cashier, Keep(held.charge_id, Money(300_00), "damage"), yes)
