"""A part of a deposit that was kept by mistake is held again: a row and an entry that point back, nothing erased."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.core.ids import ApprovalId, ChargeId, EntryNo
from app.counter.deposits.held import DepositMove, DepositMoveKind, HeldDeposit, held_on_charges
from app.counter.deposits.refusals import DepositReasonMissing, NotKept
from app.counter.tables import deposit_move
from app.fees.charge_rows import Occasion
from app.ledger.entry import reversal
from app.ledger.journal import entries, post
from app.store.rows import insert_row


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Which part of which deposit (`HeldDeposit.moves`), and why it should not have been kept."""

    charge_id: ChargeId
    move_id: int
    reason: str


def write_back(
    connection: Connection, asked: TakeBack, occasion: Occasion, approved: ApprovalId | None
) -> tuple[HeldDeposit, DepositMove]:
    """Write the two reversing rows; the deposit as it was, and the part that is taken back.

    Raises DepositReasonMissing, NotKept.
    """
    (held,) = held_on_charges(connection, [asked.charge_id])
    if not asked.reason.strip():
        raise DepositReasonMissing(held.name)
    move = next((one for one in held.moves if one.id == asked.move_id and one.kind is DepositMoveKind.KEPT), None)
    if move is None:
        raise NotKept(held.name)
    first = connection.execute(select(deposit_move.c.entry_no).where(deposit_move.c.id == move.id)).scalar_one()
    back = [
        reversal(entry, number, "deposit_kept_back", occasion.day, occasion.at, occasion.by)
        for number, entry in entries(connection, [EntryNo(first)])
    ]
    (number,) = post(connection, back)
    insert_row(
        connection,
        deposit_move,
        charge_id=asked.charge_id,
        kind=move.kind.value,
        amount=-move.amount,
        day=occasion.day,
        reason=asked.reason.strip(),
        approval_id=approved,
        reverses=move.id,
        entry_no=number,
        at=occasion.at,
        by=occasion.by,
    )
    return held, move
