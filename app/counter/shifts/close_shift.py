"""Closing a counted shift, all or nothing: differences booked each on its own, cash handed over, the report written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from sqlalchemy import Connection, select, update

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.ids import ApprovalId
from app.core.money import NOTHING, Money
from app.counter.cash.cash_reasons import MoveKind
from app.counter.cash.cash_rows import CashRow, moves_of_shift, write_cash
from app.counter.methods import Method
from app.counter.payments.check_tenders import mark_checked
from app.counter.shifts.comparison import MethodClose, check_reasons, differing, needs_supervisor, with_reasons
from app.counter.shifts.counted import has_total
from app.counter.shifts.counts import StoredCount, compared, counts_of, expected_now
from app.counter.shifts.item_takings import item_takings
from app.counter.shifts.open_shift import OpenShift
from app.counter.shifts.refusals import CountOutdated, KeptMoreThanCounted, NotCountedYet
from app.counter.shifts.settings import DIFFERENCE_LIMIT
from app.counter.shifts.shift_facts import CashClose, ShiftFacts
from app.counter.shifts.shift_papers import papers_of
from app.counter.shifts.z_reports import ZReport, grand_total, write_z
from app.counter.tables import payment, shift, tender
from app.estate.office_facts import read_office_facts
from app.ledger.accounts import OVER_SHORT, SAFE, money_in
from app.ledger.entry import Entry, Posting
from app.ledger.journal import post
from app.store.settings import read_choice

OVER_SHORT_KIND = "over_short"


@dataclass(frozen=True, slots=True)
class Closing:
    """How a counted shift is closed: what stays as the next float, and why a method is over or short.

    What is not kept goes to the safe, or `to_bank`; `carried` parked receipts go over to the next shift.
    """

    kept: Money
    reasons: Mapping[Method, str] = field(default_factory=lambda: MappingProxyType({}))
    to_bank: bool = False
    carried: int = 0


def close_shift(
    connection: Connection,
    by: Actor,
    standing: OpenShift,
    closing: Closing,
    approvals: Sequence[Approval],
    at: datetime,
) -> ZReport:
    """Close on the last count.

    Raises NotCountedYet, CountOutdated, DifferenceNeedsReason, KeptMoreThanCounted, NotPermitted.
    """
    counts = counts_of(connection, standing)
    if not counts:
        raise NotCountedYet(standing.id)
    count = counts[-1]
    if count.expected != expected_now(connection, standing):
        raise CountOutdated(standing.id)
    lines = with_reasons(compared(connection, standing, count.counted), closing.reasons)
    check_reasons(lines)
    cash = count.counted.cash.amount
    if not NOTHING <= closing.kept <= cash:
        raise KeptMoreThanCounted(closing.kept, cash)
    limit = read_choice(connection, DIFFERENCE_LIMIT)
    approval = approval_for(Permission.BOOK_DIFFERENCE, approvals)
    approved = by.require(Permission.BOOK_DIFFERENCE, approval) if needs_supervisor(lines, limit) else None
    facts = facts_of(connection, standing, lines, at, by)
    facts = _closed(facts, counts, closing, approval.approver if approved and approval else "")
    report = write_z(connection, facts, at, by.id)
    _book(connection, by, standing, report, approved, at)
    _tick(connection, standing, count, lines, at, by)
    kept = {"z": report.no, "counted": cash.fen, "kept": closing.kept.fen}
    closed = {"closed_at": at, "closed_by": by.id, "closing": kept}
    connection.execute(update(shift).where(shift.c.id == standing.id).values(**closed))
    audit.record(connection, "close_shift", str(standing.id), kept, at, by.id)
    return report


def approval_for(permission: Permission, approvals: Sequence[Approval]) -> Approval | None:
    """The approval that was given to just this step."""
    return next((one for one in approvals if one.permission is permission), None)


def facts_of(
    connection: Connection, standing: OpenShift, lines: Sequence[MethodClose], at: datetime, by: Actor
) -> ShiftFacts:
    """What the shift came to up to now, without a number, as an X report says it."""
    office = read_office_facts(connection)
    moves = moves_of_shift(connection, standing.id)
    return ShiftFacts(
        company=office.company,
        service_centre=office.service_centre,
        no=0,
        shift=standing.id,
        cashier=standing.cashier,
        drawer=standing.drawer,
        day=standing.day,
        opened_at=standing.opened_at,
        closed_at=at,
        closed_by=by.name,
        methods=tuple(lines),
        items=item_takings(connection, standing.id),
        papers=papers_of(connection, standing, at),
        cash=CashClose(standing.opening_float, moves.put_in, moves.taken_out, moves.banked),
        approver="",
        carried=0,
        later=0,
        total_before=grand_total(connection),
        code="",
    )


def _closed(facts: ShiftFacts, counts: Sequence[StoredCount], closing: Closing, approver: str) -> ShiftFacts:
    counted = counts[-1].counted
    cash = replace(
        facts.cash,
        count=counted.cash,
        first_count=counts[0].counted.cash.amount,
        rounds=len(counts),
        kept=closing.kept,
        handed_over=counted.cash.amount - closing.kept,
        to_bank=closing.to_bank,
    )
    return replace(facts, cash=cash, approver=approver, carried=closing.carried, later=len(counted.later))


def _book(
    connection: Connection, by: Actor, standing: OpenShift, report: ZReport, approved: ApprovalId | None, at: datetime
) -> None:
    """Each difference is an entry of its own; what is not kept leaves the drawer."""
    facts, label = report.facts, report.facts.label
    for line in differing(facts.methods):
        if line.method.is_cash:
            row = CashRow(MoveKind.DIFFERENCE, line.difference, OVER_SHORT, line.reason, "", approved)
            write_cash(connection, by, standing.id, row, standing.day, at, label)
        else:
            postings = (Posting(line.method.account, line.difference), Posting(OVER_SHORT, -line.difference))
            post(connection, [Entry(standing.day, OVER_SHORT_KIND, label, postings, at, by.id)])
    if facts.cash.handed_over:
        other = money_in("bank") if facts.cash.to_bank else SAFE
        row = CashRow(MoveKind.HAND_OVER, -facts.cash.handed_over, other, label)
        write_cash(connection, by, standing.id, row, standing.day, at, label)


def _tick(
    connection: Connection,
    standing: OpenShift,
    count: StoredCount,
    lines: Sequence[MethodClose],
    at: datetime,
    by: Actor,
) -> None:
    """What was ticked has arrived; so has all of a terminal or an app whose total agrees."""
    agreed = [line.method.value for line in lines if has_total(line.method) and not line.difference]
    own = (
        select(tender.c.id)
        .join_from(tender, payment, tender.c.payment_id == payment.c.id)
        .where(payment.c.shift_id == standing.id, tender.c.method.in_(agreed))
    )
    ids = connection.execute(own).scalars().all()
    mark_checked(connection, by, [*count.counted.arrived, *ids], at)
