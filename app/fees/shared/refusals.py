"""What the splitting of common costs and the fee disclosure sheet refuse."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal
from app.fees.shared.rule import Basis


class SharedCostNeedsTitle(Refusal):
    """A common cost without a title."""


class SharedCostOfNothing(Refusal):
    """A common cost of 0.00 or less."""


class NobodyToShare(Refusal):
    """No unit was chosen to split the cost over."""


class NothingToShareBy(Refusal):
    """None of the chosen units has what the cost is to be split by."""

    basis: Basis


class UsageWithoutShare(Refusal):
    """Units that had no usage when a cost was shared have some now, and no charge that could be adjusted."""

    units: tuple[str, ...]


class UnitsWithoutWeight(Refusal):
    """Some chosen units have nothing to be charged by; `units` are the first of them."""

    count: int
    units: tuple[str, ...]


class SharedBefore(Refusal):
    """A cost of this title, item and period stands already: pressed twice, or typed twice."""

    title: str
    first: date
    until: date


class UsageSharedBefore(Refusal):
    """A reading of the public meter was shared out already, by the cost of this title."""

    meter: str
    title: str


class NoUsageInPeriod(Refusal):
    """The public meter has no usage whose later reading lies in the period."""

    meter: str
    first: date
    until: date


class SharesChanged(Refusal):
    """The shares are no longer what the preview showed: units, areas or readings changed meanwhile."""


class DueBeforeCost(Refusal):
    """The due day lies before the period of the cost."""

    due_on: date
    first: date


class BasisMissing(Refusal):
    """Tariffs without a basis cannot be posted; `tariffs` are all of them."""

    tariffs: tuple[str, ...]


class NothingToDisclose(Refusal):
    """No tariff is valid on the day, and nothing else has a price."""

    day: date
