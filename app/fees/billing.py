"""Billing runs: a preview, one generation of charges, and its undoing as a whole."""

from __future__ import annotations

from sqlalchemy import select, update

from app.access.actor import Actor, Approval
from app.access.audit import record
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import FeeItemId, RunId, UnitId
from app.core.periods import add_months, month_start
from app.fees.billing_preview import (
    BillRow,
    RunPreview,
    RunRequest,
    SkippedRow,
    UnitWithoutTariff,
    preview_run,
)
from app.fees.charge_rows import Occasion, cancel_charges_of_run, release_begun
from app.fees.credit_use import CreditUse, NoCreditUse
from app.fees.items import FeeItem, read_items
from app.fees.progress import Tell, tell_nobody
from app.fees.refusals import BilledTooFarAhead, NothingToBill, RunChanged, RunUndoneBefore
from app.fees.run_rows import RunRow, read_runs, write_run, write_run_charges
from app.fees.tables import billing_run
from app.fees.undo_rule import must_be_undoable
from app.fees.why import WhyNoBill
from app.fees.why_rows import read_why
from app.ledger.head import keep_head
from app.sheets.collector import collector_paused
from app.store.store import Store

__all__ = [
    "MOST_MONTHS_AHEAD",
    "BillRow",
    "Billing",
    "RunPreview",
    "RunRequest",
    "RunRow",
    "SkippedRow",
    "UnitWithoutTariff",
    "WhyNoBill",
]

MOST_MONTHS_AHEAD = 12


class Billing:
    """Charges for periods, generated together."""

    def __init__(self, store: Store, clock: Clock, credit: CreditUse | None = None) -> None:
        self._store = store
        self._clock = clock
        self._credit: CreditUse = credit or NoCreditUse()

    def preview(self, request: RunRequest, progress: Tell = tell_nobody) -> RunPreview:
        """What `run` would write now. Raises BilledTooFarAhead."""
        self._not_too_far(request)
        with self._store.reading() as connection, collector_paused():
            return preview_run(connection, request, progress)

    def run(
        self, by: Actor, request: RunRequest, shown: RunPreview | None = None, progress: Tell = tell_nobody
    ) -> RunRow:
        """Write every charge of the request that is not written yet, once, all or none; then use credit if it is set.

        With `shown`, only if that preview still holds. `progress` hears (done, total); what it raises takes all back.
        Raises NotPermitted, BilledTooFarAhead, RunChanged, NothingToBill.
        """
        by.require(Permission.RUN_BILLING)
        self._not_too_far(request)
        occasion = Occasion(self._clock.now(), by.id)
        with collector_paused(), self._store.transaction() as connection:
            preview = preview_run(connection, request, lambda done, whole: progress(done, whole * 2))
            if shown is not None and (len(shown.rows), shown.amount) != (len(preview.rows), preview.amount):
                raise RunChanged(len(shown.rows), len(preview.rows))
            items: dict[int, FeeItem] = {item.id: item for item in read_items(connection)}
            released = release_begun(connection, items, occasion) if request.units is None else 0
            if not preview.rows and not released:
                raise NothingToBill
            run_id = write_run(connection, preview, released, occasion)
            write_run_charges(connection, preview.rows, run_id, occasion, progress)
            self._credit.use(connection, by, run_id, {row.unit_id for row in preview.rows}, occasion.at)
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

    def undo(self, by: Actor, run_id: RunId, approval: Approval | None = None, progress: Tell = tell_nobody) -> int:
        """Take a whole run back: its charges are cancelled and its entries reversed. Returns how many charges.

        A cashier needs a supervisor's approval. `progress` hears (done, total); what it raises leaves all as it was.
        Raises NotPermitted, ApprovalForSomethingElse, RunUndoneBefore, RunHasPayments, RunNotLast.
        """
        approved = by.require(Permission.UNDO_BILLING, approval)
        occasion = Occasion(self._clock.now(), by.id)
        with collector_paused(), self._store.transaction() as connection:
            row = connection.execute(select(billing_run.c.undone_at).where(billing_run.c.id == run_id)).one()
            if row.undone_at is not None:
                raise RunUndoneBefore(run_id)
            self._credit.give_back(connection, by, run_id, occasion.at)
            must_be_undoable(connection, run_id)
            cancelled = cancel_charges_of_run(connection, run_id, occasion, progress)
            mark = update(billing_run).where(billing_run.c.id == run_id)
            connection.execute(mark.values(undone_at=occasion.at, undone_by=by.id))
            facts = {"charges": cancelled, "approval": approved}
            record(connection, "undo_billing", str(run_id), facts, occasion.at, by.id)
            keep_head(self._store, connection, f"billing run {run_id} undone")
        return cancelled

    def why(self, unit_id: UnitId, item_id: FeeItemId) -> list[WhyNoBill]:
        """Why a unit has no further bill for a fee item as of today: an answer for each tariff on it, never none."""
        with self._store.reading() as connection:
            return read_why(connection, unit_id, item_id, self._clock.now().date())

    def runs(self) -> list[RunRow]:
        """All runs, the newest first."""
        with self._store.reading() as connection:
            return read_runs(connection)

    def _not_too_far(self, request: RunRequest) -> None:
        today = self._clock.now().date()
        if request.until > add_months(month_start(today), MOST_MONTHS_AHEAD + 1):
            raise BilledTooFarAhead(request.until, MOST_MONTHS_AHEAD)
