"""A shift counted as it should be, up to what is said to be off, and closed: what most stories need of a close."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.access.actor import Actor, Approval
from app.core.ids import ShiftId
from app.core.money import NOTHING, Money
from app.counter.cash.denominations import CashCount
from app.counter.methods import Method
from app.counter.shifts.close_shift import Closing
from app.counter.shifts.counted import Counted, has_total
from app.counter.shifts.settings import DRAWERS
from app.counter.shifts.z_reports import ZReport
from app.office import Office
from app.store.settings import write_choice

EXACT: Mapping[Method, Money] = {}


def counted_as_expected(office: Office, shift_id: ShiftId, off: Mapping[Method, Money] = EXACT) -> Counted:
    """What an honest count finds: every reference arrived, each method over or short by what is `off`."""
    lines = office.shift_counts.expected(office.people.first_supervisor(), shift_id)
    found = {line.method: line.expected + off.get(line.method, NOTHING) for line in lines}
    references = office.shift_counts.to_count(shift_id).references
    pieces = [piece.fen for piece in office.shift_counts.pieces()]
    return Counted(
        cash=CashCount(dict.fromkeys(pieces, 0) | dict(CashCount.of(found[Method.CASH]).pieces)),
        totals={method: amount for method, amount in found.items() if has_total(method)},
        arrived=frozenset(one.id for one in references),
    )


def close_shift(
    office: Office,
    by: Actor,
    *,
    shift_id: ShiftId | None = None,
    off: Mapping[Method, Money] = EXACT,
    kept: Money | None = None,
    to_bank: bool = False,
    approvals: Sequence[Approval] = (),
) -> ZReport:
    """Count and close the person's shift; the opening float stays unless told otherwise."""
    current = office.shifts.current(by)
    chosen = shift_id or (current.id if current else None)
    assert chosen is not None, "nobody has a shift open"
    compared = office.shift_counts.count(by, chosen, counted_as_expected(office, chosen, off))
    reasons = {line.method: "找零尾差" for line in compared.lines if line.difference}
    closing = Closing(compared.usual_float if kept is None else kept, reasons, to_bank)
    return office.shifts.close(by, chosen, closing, approvals)


def with_drawers(office: Office, names: str) -> None:
    """The office has these drawers, with commas between."""
    with office.store.transaction() as connection:
        write_choice(connection, DRAWERS, names, office.clock.now(), None)
