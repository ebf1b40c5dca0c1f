"""What a billing run would write, unit by unit, and what it would not: the same for the screen and the run itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from app.core.ids import AssignmentId, FeeItemId, UnitId
from app.core.money import Money, total
from app.core.periods import add_months
from app.fees.assigned_rows import AssignedUnit, read_assigned, read_handover_rule, read_units_without_tariff
from app.fees.billing_plan import Assigned, PlannedCharge, Readiness, SkipReason, plan
from app.fees.items import FeeItem
from app.fees.progress import Tell, tell_nobody


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
    """One charge that a run writes, beside the amount of the period before; `more_than_half_off` compares per day."""

    assignment_id: AssignmentId
    unit_id: UnitId
    unit_code: str
    item: FeeItem
    tariff: str
    charge: PlannedCharge
    last_amount: Money | None = None
    more_than_half_off: bool = False
    meter: str = ""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """An assignment for which a run writes nothing, and why; `about` names a variable or figure of the reason."""

    unit_id: UnitId
    unit_code: str
    item: FeeItem
    tariff: str
    reason: SkipReason
    about: str = ""
    meter: str = ""


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


def preview_run(connection: Connection, request: RunRequest, progress: Tell = tell_nobody) -> RunPreview:
    """Plan every assignment of the request; `progress` hears (done, total)."""
    rule = read_handover_rule(connection)
    rows: list[BillRow] = []
    skipped: list[SkippedRow] = []
    assigned = read_assigned(connection, request.items, request.units)
    for number, one in enumerate(assigned):
        if number % 500 == 0:
            progress(number, len(assigned))
        planned = plan(one.assigned, request.until, rule)
        rows += _bill_rows(one, planned.charges)
        if planned.skipped is not None:
            skipped.append(_skipped_row(one, planned.skipped, planned.about))
    return RunPreview(request, tuple(rows), tuple(skipped), tuple(_without_tariff(connection, request)))


def _bill_rows(one: AssignedUnit, charges: Iterable[PlannedCharge]) -> Iterator[BillRow]:
    """Each charge beside the one before it, which the same run may write."""
    last, days = one.assigned.last_amount, _last_days(one.assigned)
    for charge in charges:
        off = last is not None and more_than_half_off(charge.amount, charge.period.days, last, days)
        yield BillRow(one.id, one.unit_id, one.unit_code, one.item, one.tariff.name, charge, last, off, one.meter)
        last, days = charge.amount, charge.period.days


def _last_days(assigned: Assigned) -> int:
    first, until = assigned.last_first, assigned.charged_until
    return 1 if first is None or until is None else (until - first).days


def more_than_half_off(amount: Money, days: int, last: Money, last_days: int) -> bool:
    """Whether an amount is more than 50 % above or below the last one; day for day, unless both are as many months."""
    if _about_months(days) == _about_months(last_days) > 0:
        days = last_days = 1
    difference = amount.fen * last_days - last.fen * days
    return abs(difference) * 2 > abs(last.fen) * days


def _about_months(days: int) -> int:
    """The whole months that so many days come nearest to: 28 to 31 are one, 14 are none."""
    return (days * 200 + 3044) // 6088


def _skipped_row(one: AssignedUnit, reason: SkipReason, about: str) -> SkippedRow:
    return SkippedRow(one.unit_id, one.unit_code, one.item, one.tariff.name, reason, about, one.meter)


def _without_tariff(connection: Connection, request: RunRequest) -> Iterator[UnitWithoutTariff]:
    """Units on which no tariff of any item lies; an unsold unit is nobody's to charge."""
    for unit in read_units_without_tariff(connection, request.units):
        if unit.billable.readiness is not Readiness.UNSOLD:
            yield UnitWithoutTariff(unit.id, unit.code)
