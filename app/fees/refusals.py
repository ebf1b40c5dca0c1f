"""What the fees room refuses, with the facts a person needs to act."""

from __future__ import annotations

from datetime import date

from app.core.errors import Refusal
from app.fees.terms import Extra


class FeeItemNeedsName(Refusal):
    """A fee item without a name."""


class FeeItemExists(Refusal):
    """A fee item of that name is there already."""

    name: str


class TariffNeedsName(Refusal):
    """A tariff without a name."""


class TariffExists(Refusal):
    """A tariff of that name is there already."""

    name: str


class TermsNotPositive(Refusal):
    """A tariff whose price is nothing or less."""


class MandateMissing(Refusal):
    """Money held for others bears what `extras` says (late fee, surcharge, minimum) only by a mandate."""

    item: str
    extras: tuple[Extra, ...]


class MandateNotMadeYet(Refusal):
    """A mandate dated after the day on which it is recorded."""

    day: date
    today: date


class VersionNotLater(Refusal):
    """A new version begins after the newest one has begun."""

    tariff: str
    newest: date
    first: date


class VersionLeavesHole(Refusal):
    """The tariff was closed earlier than the new version begins: between them it would have no price."""

    tariff: str
    closed: date
    first: date


class AssignedBeforeTariff(Refusal):
    """An assignment begins no earlier than its tariff is valid."""

    tariff: str
    valid_from: date
    first: date


class DatesReversed(Refusal):
    """The last day lies before the first."""

    first: date
    until: date


class AssignmentOverlaps(Refusal):
    """The unit already has a tariff of this fee item on some of these days."""

    unit: str
    item: str
    tariff: str
    first: date
    until: date | None


class UnitsWithoutMeter(Refusal):
    """The tariff goes by meter, and these units have none of its kind."""

    tariff: str
    kind: str
    units: tuple[str, ...]


class NoUnitsChosen(Refusal):
    """Nothing was chosen to act on."""


class EndsInsideCharged(Refusal):
    """The unit was charged beyond the day on which another tariff is to take the place of this one."""

    unit: str
    charged_until: date


class EndsInsideReadings(Refusal):
    """The usage up to a later day is charged, and nothing says how much of it fell before the end."""

    unit: str
    charged_until: date


class AssignmentEnded(Refusal):
    """The assignment has an end already."""

    unit: str
    until: date


class MovedToAnotherKind(Refusal):
    """Units move only between two tariffs of one fee item that measure in the same way."""

    old: str
    new: str


class NothingToBill(Refusal):
    """The run would write no charge at all."""


class BilledTooFarAhead(Refusal):
    """A run reaches at most so many months ahead."""

    until: date
    most_months: int


class RunChanged(Refusal):
    """What the run would write is no longer what its preview showed."""

    shown: int
    now: int


class RunUndoneBefore(Refusal):
    """The run was undone already."""

    run: int


class RunHasPayments(Refusal):
    """Some charges of the run are paid, adjusted or carry a late fee; `units` are the first of them."""

    charges: int
    units: tuple[str, ...]


class RunNotLast(Refusal):
    """Later charges follow on those of the run, and have to be undone first; `later` is the run that made them."""

    later: int


class ChargeNeedsName(Refusal):
    """A one-off charge without a name."""


class ChargeOfNothing(Refusal):
    """A one-off charge of 0.00."""


class DepositHasNoTariff(Refusal):
    """A deposit is typed at the counter, once; it bears no price by the month and no late fee."""

    item: str
