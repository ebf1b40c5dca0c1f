"""What the splitting of common costs and the fee disclosure sheet refuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.errors import Refusal
from app.fees.shared.rule import Basis


@dataclass(eq=False)
class SharedCostNeedsTitle(Refusal):
    """A common cost without a title."""


@dataclass(eq=False)
class SharedCostOfNothing(Refusal):
    """A common cost of 0.00 or less."""


@dataclass(eq=False)
class NobodyToShare(Refusal):
    """No unit was chosen to split the cost over."""


@dataclass(eq=False)
class NothingToShareBy(Refusal):
    """None of the chosen units has what the cost is to be split by."""

    basis: Basis


@dataclass(eq=False)
class UsageWithoutShare(Refusal):
    """Units that had no usage when a cost was shared have some now, and no charge that could be adjusted."""

    units: tuple[str, ...]


@dataclass(eq=False)
class UnitsWithoutWeight(Refusal):
    """Some chosen units have nothing to be charged by; `units` are the first of them."""

    count: int
    units: tuple[str, ...]


@dataclass(eq=False)
class SharedBefore(Refusal):
    """A cost of this title, item and period stands already: pressed twice, or typed twice."""

    title: str
    first: date
    until: date


@dataclass(eq=False)
class UsageSharedBefore(Refusal):
    """A reading of the public meter was shared out already, by the cost of this title."""

    meter: str
    title: str


@dataclass(eq=False)
class NoUsageInPeriod(Refusal):
    """The public meter has no usage whose later reading lies in the period."""

    meter: str
    first: date
    until: date


@dataclass(eq=False)
class SharesChanged(Refusal):
    """The shares are no longer what the preview showed: units, areas or readings changed meanwhile."""


@dataclass(eq=False)
class DueBeforeCost(Refusal):
    """The due day lies before the period of the cost."""

    due_on: date
    first: date


@dataclass(eq=False)
class BasisMissing(Refusal):
    """Tariffs without a basis cannot be posted; `tariffs` are all of them."""

    tariffs: tuple[str, ...]


@dataclass(eq=False)
class NothingToDisclose(Refusal):
    """No tariff is valid on the day, and nothing else has a price."""

    day: date
