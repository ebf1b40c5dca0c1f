"""Common costs: a bill or a public meter's usage split over chosen units, so that the shares sum to it."""

from __future__ import annotations

from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.core.ids import SharedCostId
from app.core.periods import add_months, month_start
from app.estate.office_facts import read_office_facts
from app.fees.adjustments.recharge import Recharge, recharge
from app.fees.adjustments.rows import AdjustmentKind
from app.fees.billing import MOST_MONTHS_AHEAD
from app.fees.charge_rows import Occasion
from app.fees.refusals import BilledTooFarAhead
from app.fees.shared.meters import PublicMeter, read_public_meters
from app.fees.shared.paper import SharedPaper
from app.fees.shared.plan import plan_shares
from app.fees.shared.reads import read_cost, read_costs
from app.fees.shared.refusals import SharedBefore, SharesChanged, UnitsWithoutWeight, UsageSharedBefore
from app.fees.shared.remeasured import NewShare, SharedByUsage, shared_by_usage_of, shares_now
from app.fees.shared.request import SharedCostPage, SharedCostRow, SharedPreview, SharedRequest
from app.fees.shared.rows import cost_of_readings, cost_stands, write_cost
from app.ledger.head import keep_head
from app.meters.write_correction import Corrected
from app.store.store import Store

_NAMED = 8


class SharedCosts:
    """Splits common costs; each is a run of its own, which `Billing.undo` takes back as a whole."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def preview(self, request: SharedRequest) -> SharedPreview:
        """What `share` would write now.

        Raises SharedCostNeedsTitle, DueBeforeCost, BilledTooFarAhead, NobodyToShare, SharedCostOfNothing,
        NoUsageInPeriod, NothingToShareBy.
        """
        self._not_too_far(request)
        with self._store.reading() as connection:
            return plan_shares(connection, request)

    def share(self, by: Actor, request: SharedRequest, shown: SharedPreview | None = None) -> SharedCostPage:
        """Charge every share, once: all or none. With `shown`, only if that preview still holds.

        Raises what `preview` raises, and NotPermitted, SharesChanged, UnitsWithoutWeight, SharedBefore,
        UsageSharedBefore.
        """
        by.require(Permission.RUN_BILLING)
        self._not_too_far(request)
        occasion = Occasion(self._clock.now(), by.id)
        with self._store.transaction() as connection:
            if cost_stands(connection, request.item_id, request.title, request.period):
                raise SharedBefore(request.title.strip(), request.period.first, request.period.until)
            preview = plan_shares(connection, request)
            shared_by = cost_of_readings(connection, preview.meter) if preview.meter else None
            if preview.meter and shared_by is not None:
                raise UsageSharedBefore(preview.meter.name, shared_by)
            if preview.left_out and not request.leave_out:
                codes = tuple(one.sharer.code for one in preview.left_out[:_NAMED])
                raise UnitsWithoutWeight(len(preview.left_out), codes)
            if shown is not None and (shown.shares, shown.total) != (preview.shares, preview.total):
                raise SharesChanged
            cost_id = write_cost(connection, preview, occasion)
            keep_head(self._store, connection, f"shared cost {cost_id}")
            return read_cost(connection, cost_id)

    def shared_by_usage_of(self, corrected: Corrected) -> list[SharedByUsage]:
        """The standing costs that were shared by a usage which a correction has changed; their shares stay so far."""
        with self._store.reading() as connection:
            return shared_by_usage_of(connection, corrected)

    def shares_now(self, cost_id: SharedCostId) -> list[NewShare]:
        """Which shares differ by what the units' own meters say now; none for a cost not shared by usage.

        Raises NothingToShareBy, UsageWithoutShare.
        """
        with self._store.reading() as connection:
            return shares_now(connection, cost_id)

    def share_anew(self, by: Actor, cost_id: SharedCostId, reason: str, approval: Approval | None = None) -> int:
        """Adjust the shares to what the meters say now, so that they still sum to the total; how many changed.

        Raises NotPermitted, ApprovalForSomethingElse, NothingToShareBy, UsageWithoutShare.
        """
        approval_id = by.require(Permission.CORRECT_READING, approval)
        occasion = Occasion(self._clock.now(), by.id)
        why = Recharge(AdjustmentKind.READING_CORRECTION, reason, approval_id, {"shared_cost": cost_id})
        with self._store.transaction() as connection:
            changed = shares_now(connection, cost_id)
            for one in changed:
                recharge(connection, one.charge, one.explain, why, occasion)
            keep_head(self._store, connection, f"shared cost {cost_id} anew")
            return len(changed)

    def rows(self) -> list[SharedCostRow]:
        """All common costs, the newest first."""
        with self._store.reading() as connection:
            return read_costs(connection)

    def page(self, cost_id: SharedCostId) -> SharedCostPage:
        """One common cost with every share."""
        with self._store.reading() as connection:
            return read_cost(connection, cost_id)

    def paper(self, cost_id: SharedCostId) -> SharedPaper:
        """What the sheets of a common cost say today."""
        with self._store.reading() as connection:
            cost = read_cost(connection, cost_id)
            return SharedPaper(read_office_facts(connection), cost, self._clock.now().date())

    def public_meters(self) -> list[PublicMeter]:
        """The meters whose usage can be shared out, in the order of the reader's round."""
        with self._store.reading() as connection:
            return read_public_meters(connection)

    def _not_too_far(self, request: SharedRequest) -> None:
        if request.period.until > add_months(month_start(self._clock.now().date()), MOST_MONTHS_AHEAD + 1):
            raise BilledTooFarAhead(request.period.until, MOST_MONTHS_AHEAD)
