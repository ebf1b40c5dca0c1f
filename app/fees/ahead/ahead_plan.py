"""The periods of one assignment that can be charged before any run does, and what they cost up to a day. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from app.core.money import NOTHING, Money, total
from app.core.periods import CALENDAR, MonthGrid, Period
from app.fees.assigned import Assigned
from app.fees.billing_plan import begins, not_billable, upcoming
from app.fees.charge_lines import valid_on
from app.fees.handover import HandoverMonth
from app.fees.planned_charge import PlannedCharge, charge_by_months
from app.fees.skip_reason import NotComputable, SkipReason
from app.fees.terms import Pays, TariffTerms


@dataclass(frozen=True, slots=True)
class Reached:
    """Charges up to a day; `until` is where the last of them ends, `stopped` why it is earlier than was asked."""

    charges: tuple[PlannedCharge, ...]
    until: date
    stopped: SkipReason | None = None
    about: str = ""

    @property
    def amount(self) -> Money:
        """All of them together, in fen."""
        return total(one.amount for one in self.charges)


class AheadPlan:
    """What one assignment charges next, month by month, as far as `latest`; each whole period is computed once."""

    def __init__(self, assigned: Assigned, rule: HandoverMonth, latest: date) -> None:
        self._assigned = assigned
        self._rule = rule
        self.first = assigned.charged_until or begins(assigned, rule)
        self.never = self._why_never()
        following: Iterator[tuple[Period, TariffTerms, MonthGrid]] = iter(())
        if self.never is None:
            following = upcoming(assigned, rule)
        self._periods = list(takewhile(lambda one: one[0].first < latest, following))
        self._whole: dict[int, PlannedCharge] = {}

    @property
    def goes_on(self) -> bool:
        """Whether there is any day left that it can be paid ahead for."""
        ends = self._assigned.until
        return self.never is None and (ends is None or self.first < ends)

    def until_months(self, months: int) -> date:
        """The day on which so many months from the first unpaid day on are over, by the assignment's own months."""
        grid = self._periods[0][2] if self._periods else CALENDAR
        return grid.line(grid.month_of(self.first) + months)

    def up_to(self, until: date) -> Reached:
        """The charges up to `until`, the last cut there; the first payment that a tariff asks for is never cut."""
        if self.never is not None:
            return Reached((), self.first, self.never)
        charges: list[PlannedCharge] = []
        try:
            charges.extend(self._charges(until))
        except NotComputable as failure:
            return Reached(tuple(charges), self._end(charges), failure.reason, failure.about)
        reached = self._end(charges)
        return Reached(tuple(charges), reached, None if reached >= until else self._why_stopped(reached))

    def cost(self, until: date) -> Money:
        """What paying up to `until` costs, in fen."""
        return self.up_to(until).amount

    def _charges(self, until: date) -> Iterator[PlannedCharge]:
        for number, (period, terms, grid) in enumerate(self._periods):
            if period.first >= until:
                return
            if period.until <= until or (number == 0 and self._asks_first_payment(terms)):
                yield self._whole_period(number)
            else:
                yield charge_by_months(self._assigned, Period(period.first, until), terms, grid)

    def _whole_period(self, number: int) -> PlannedCharge:
        if number not in self._whole:
            self._whole[number] = charge_by_months(self._assigned, *self._periods[number])
        return self._whole[number]

    def _asks_first_payment(self, terms: TariffTerms) -> bool:
        asked = bool(terms.first_payment_months) and terms.pays is Pays.BEFORE
        return asked and self._assigned.charged_until is None

    def _end(self, charges: list[PlannedCharge]) -> date:
        return charges[-1].period.until if charges else self.first

    def _why_never(self) -> SkipReason | None:
        if self._assigned.is_metered:
            return SkipReason.NO_READING
        return not_billable(self._assigned.unit)

    def _why_stopped(self, reached: date) -> SkipReason:
        ends = self._assigned.until
        if ends is not None and reached >= ends:
            return SkipReason.ENDED
        return SkipReason.NO_PRICE if valid_on(self._assigned, reached) is None else SkipReason.NOT_BEGUN


def last_day_covered(plans: list[AheadPlan], money: Money, latest: date) -> date | None:
    """The latest common day up to which `money` pays all of them ahead; None where it pays for no day at all."""
    first = min((plan.first for plan in plans), default=latest)
    low, high = 0, (latest - first).days
    while low < high:
        middle = (low + high + 1) // 2
        if total(plan.cost(first + timedelta(middle)) for plan in plans) <= money:
            low = middle
        else:
            high = middle - 1
    day = first + timedelta(low)
    return day if total(plan.cost(day) for plan in plans) > NOTHING else None
