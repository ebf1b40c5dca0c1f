"""Billing runs: a preview, one generation of charges, and its undoing as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.access.actor import Actor
from app.access.permissions import Permission
from app.access.tables import user
from app.core.clock import Clock
from app.core.ids import AssignmentId, FeeItemId, RunId, UnitId
from app.core.money import Money, total
from app.core.periods import add_months, month_start
from app.core.show import show_months
from app.fees.assigned_rows import AssignedUnit, read_assigned, read_handover_rule, read_units_without_tariff
from app.fees.billing_plan import PlannedCharge, Readiness, SkipReason, plan
from app.fees.charge_rows import PERIOD, NewCharge, Occasion, cancel_charges_of_run, release_begun, write_charges
from app.fees.items import FeeItem, read_items
from app.fees.refusals import BilledTooFarAhead, NothingToBill, RunChanged, RunUndoneBefore
from app.fees.tables import billing_run
from app.fees.undo_rule import must_be_undoable
from app.ledger.head import keep_head
from app.store.store import Store

MOST_MONTHS_AHEAD = 12
_AT_ONCE = 2000

Tell = Callable[[int, int], None]


def _tell_nobody(_done: int, _total: int) -> None:
    """Nobody watches this run."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What to bill: all that begins before `until` (the first of a month), of these items and units or of all."""

    until: date
    items: frozenset[FeeItemId] | None = None
    units: frozenset[UnitId] | None = None

    @staticmethod
    def through(year: int, month: int) -> RunRequest:
        """Bill everything through a calendar month."""
        return RunRequest(add_months(date(year, month, 1), 1))


@dataclass(frozen=True, slots=True)
class BillRow:
    """One charge that a run writes."""

    assignment_id: AssignmentId
    unit_id: UnitId
    unit_code: str
    item: FeeItem
    tariff: str
    charge: PlannedCharge


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """An assignment for which a run writes nothing, and why."""

    unit_id: UnitId
    unit_code: str
    item: FeeItem
    tariff: str
    reason: SkipReason


@dataclass(frozen=True, slots=True)
class UnitWithoutTariff:
    """A unit that nothing is ever charged on: fees may be missing (漏收)."""

    unit_id: UnitId
    unit_code: str


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """What a run charges for one fee item."""

    item: FeeItem
    charges: int
    amount: Money


@dataclass(frozen=True, slots=True)
class RunPreview:
    """What a run would write, in unit order, and what it would not."""

    request: RunRequest
    rows: tuple[BillRow, ...]
    skipped: tuple[SkippedRow, ...]
    without_tariff: tuple[UnitWithoutTariff, ...]

    @property
    def amount(self) -> Money:
        """All charges together."""
        return total(row.charge.amount for row in self.rows)

    @property
    def units(self) -> int:
        """How many units are charged."""
        return len({row.unit_id for row in self.rows})

    @property
    def billed_already(self) -> int:
        """How many assignments were charged as far as the run reaches; they need no attention."""
        return sum(row.reason is SkipReason.BILLED_ALREADY for row in self.skipped)

    def totals(self) -> list[ItemTotal]:
        """The charges by fee item, in the items' order."""
        by_item: dict[FeeItemId, list[BillRow]] = {}
        for row in self.rows:
            by_item.setdefault(row.item.id, []).append(row)
        sums = [
            ItemTotal(rows[0].item, len(rows), total(row.charge.amount for row in rows)) for rows in by_item.values()
        ]
        return sorted(sums, key=lambda one: one.item.priority)


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run that was made; amount in fen; `undone_at` once it was taken back."""

    id: RunId
    until: date
    at: datetime
    by: str
    charges: int
    units: int
    amount: Money
    undone_at: datetime | None


class Billing:
    """Charges for periods, generated together."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def preview(self, request: RunRequest, progress: Tell = _tell_nobody) -> RunPreview:
        """What `run` would write now. Raises BilledTooFarAhead."""
        self._not_too_far(request)
        with self._store.reading() as connection:
            return _preview(connection, request, progress)

    def run(
        self, by: Actor, request: RunRequest, shown: RunPreview | None = None, progress: Tell = _tell_nobody
    ) -> RunRow:
        """Write every charge of the request that is not written yet: once, all or none.

        With `shown`, only if that preview still holds. `progress` hears (done, total); what it raises takes all back.
        Raises NotPermitted, BilledTooFarAhead, RunChanged, NothingToBill.
        """
        by.require(Permission.RUN_BILLING)
        self._not_too_far(request)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            preview = _preview(connection, request, lambda done, whole: progress(done, whole * 2))
            if shown is not None and (len(shown.rows), shown.amount) != (len(preview.rows), preview.amount):
                raise RunChanged(len(shown.rows), len(preview.rows))
            items: dict[int, FeeItem] = {item.id: item for item in read_items(connection)}
            released = release_begun(connection, items, occasion)
            if not preview.rows and not released:
                raise NothingToBill
            run_id = _write_run(connection, preview, released, occasion)
            _write_rows(connection, preview.rows, run_id, occasion, progress)
            keep_head(self._store, connection, f"billing run {run_id}")
        return RunRow(
            id=run_id,
            until=request.until,
            at=occasion.at,
            by=by.name,
            charges=len(preview.rows),
            units=preview.units,
            amount=preview.amount,
            undone_at=None,
        )

    def undo(self, by: Actor, run_id: RunId) -> int:
        """Take a whole run back: its charges are cancelled and its entries reversed. Returns how many charges.

        Raises NotPermitted, RunUndoneBefore, RunHasPayments, RunNotLast.
        """
        by.require(Permission.UNDO_BILLING)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            row = connection.execute(select(billing_run.c.undone_at).where(billing_run.c.id == run_id)).one()
            if row.undone_at is not None:
                raise RunUndoneBefore(run_id)
            must_be_undoable(connection, run_id)
            cancelled = cancel_charges_of_run(connection, run_id, occasion)
            mark = update(billing_run).where(billing_run.c.id == run_id)
            connection.execute(mark.values(undone_at=occasion.at, undone_by=by.id))
            keep_head(self._store, connection, f"billing run {run_id} undone")
        return cancelled

    def runs(self) -> list[RunRow]:
        """All runs, the newest first."""
        with self._store.reading() as connection:
            named = select(billing_run, user.c.name).join_from(
                billing_run, user, user.c.id == billing_run.c.by, isouter=True
            )
            return [_run_row(row) for row in connection.execute(named.order_by(billing_run.c.id.desc()))]

    def _not_too_far(self, request: RunRequest) -> None:
        today = self._clock.now().date()
        if request.until > add_months(month_start(today), MOST_MONTHS_AHEAD + 1):
            raise BilledTooFarAhead(request.until, MOST_MONTHS_AHEAD)


def _preview(connection: Connection, request: RunRequest, progress: Tell) -> RunPreview:
    rule = read_handover_rule(connection)
    rows: list[BillRow] = []
    skipped: list[SkippedRow] = []
    assigned = read_assigned(connection, request.items, request.units)
    for number, one in enumerate(assigned):
        if number % 500 == 0:
            progress(number, len(assigned))
        planned = plan(one.assigned, request.until, rule)
        rows += (_bill_row(one, charge) for charge in planned.charges)
        if planned.skipped is not None:
            skipped.append(SkippedRow(one.unit_id, one.unit_code, one.item, one.tariff.name, planned.skipped))
    return RunPreview(request, tuple(rows), tuple(skipped), tuple(_without_tariff(connection, request)))


def _bill_row(one: AssignedUnit, charge: PlannedCharge) -> BillRow:
    return BillRow(one.id, one.unit_id, one.unit_code, one.item, one.tariff.name, charge)


def _without_tariff(connection: Connection, request: RunRequest) -> Iterator[UnitWithoutTariff]:
    """Units on which no tariff of any item lies; an unsold unit is nobody's to charge."""
    for unit in read_units_without_tariff(connection, request.units):
        if unit.billable.readiness is not Readiness.UNSOLD:
            yield UnitWithoutTariff(unit.id, unit.code)


def _write_run(connection: Connection, preview: RunPreview, released: int, occasion: Occasion) -> RunId:
    request = preview.request
    facts = {
        "items": None if request.items is None else sorted(request.items),
        "chosen_units": None if request.units is None else len(request.units),
        "charges": len(preview.rows),
        "units": preview.units,
        "amount": preview.amount.fen,
        "released": released,
    }
    row = {"until": request.until, "facts": facts, "at": occasion.at, "by": occasion.by}
    key = connection.execute(insert(billing_run).values(row)).inserted_primary_key
    assert key is not None
    return RunId(key[0])


def _write_rows(
    connection: Connection, rows: Sequence[BillRow], run_id: RunId, occasion: Occasion, progress: Tell
) -> None:
    for start in range(0, len(rows), _AT_ONCE):
        progress(len(rows) + start, len(rows) * 2)
        part = rows[start : start + _AT_ONCE]
        write_charges(connection, [_new_charge(row, run_id) for row in part], occasion)
    progress(len(rows) * 2, len(rows) * 2)


def _new_charge(row: BillRow, run_id: RunId) -> NewCharge:
    planned, period = row.charge, row.charge.period
    late_fee = planned.terms.late_fee
    return NewCharge(
        unit_id=row.unit_id,
        item=row.item,
        kind=PERIOD,
        name=row.item.paper_name,
        due_on=planned.due_on,
        amount=planned.amount,
        explain=planned.explain,
        period=period,
        assignment_id=row.assignment_id,
        run_id=run_id,
        late_fee=None if late_fee is None else late_fee.to_facts(),
        subject=f"{row.unit_code} {row.item.name} {show_months(period.first, period.until)}",
    )


def _run_row(row: Any) -> RunRow:
    facts = row.facts
    return RunRow(
        id=RunId(row.id),
        until=row.until,
        at=row.at,
        by=row.name or "",
        charges=facts["charges"],
        units=facts["units"],
        amount=Money(facts["amount"]),
        undone_at=row.undone_at,
    )
