"""What paying ahead would charge, read for some units: the same for every keystroke and for the commit."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from sqlalchemy import Connection

from app.core.ids import AssignmentId, ChargeId, UnitId
from app.core.money import NOTHING, Money, total
from app.fees.ahead.ahead_plan import AheadPlan, Reached, last_day_covered
from app.fees.assigned_rows import AssignedUnit, read_assigned, read_handover_rule
from app.fees.billing_preview import BillRow
from app.fees.charge_rows import PERIOD, NewCharge
from app.fees.charges import OpenCharge
from app.fees.planned_charge import PlannedCharge
from app.fees.run_rows import new_charge
from app.fees.skip_reason import SkipReason
from app.fees.tables import FIRST_VERSION

FIRST_ID = 1_000_000


@dataclass(frozen=True, slots=True)
class AheadCharge:
    """A charge that a payment would make: its row, and how it stands open until then, under a negative id."""

    new: NewCharge
    open: OpenCharge


@dataclass(frozen=True, slots=True)
class AheadLine:
    """One assignment paid ahead from `first` up to `until`; `stopped` says why that is earlier than was asked."""

    assignment_id: AssignmentId
    unit_id: UnitId
    unit_code: str
    item_name: str
    tariff: str
    first: date
    until: date
    charges: tuple[AheadCharge, ...]
    stopped: SkipReason | None = None
    about: str = ""

    @property
    def amount(self) -> Money:
        """All its charges, in fen."""
        return total(one.open.amount for one in self.charges)


@dataclass(frozen=True, slots=True)
class AheadQuote:
    """What paying ahead comes to; nothing may be paid beyond `latest`."""

    lines: tuple[AheadLine, ...]
    latest: date

    @property
    def amount(self) -> Money:
        """Everything, in fen, before any discount."""
        return total(one.amount for one in self.lines)

    @property
    def charges(self) -> tuple[AheadCharge, ...]:
        """The charges of all lines."""
        return tuple(charge for line in self.lines for charge in line.charges)


class AheadReader:
    """The tariffs that lie on some units, ready to be asked again and again how far ahead they are paid.

    What nobody has billed yet is due on `day` at the earliest: it cannot be late.
    """

    def __init__(self, connection: Connection, units: Collection[UnitId], day: date, latest: date) -> None:
        rule = read_handover_rule(connection)
        self._day = day
        self.latest = latest
        self._known = read_assigned(connection, None, units)
        self._plans = {one.id: AheadPlan(one.assigned, rule, latest) for one in self._known}

    def by_months(self, assignments: Collection[AssignmentId] | None, months: int) -> AheadQuote:
        """So many months of each assignment (None: of all that can be paid ahead), from its first unpaid day on."""
        return self._quote((one, self._plans[one.id].until_months(months)) for one in self._wanted(assignments))

    def by_day(self, assignments: Collection[AssignmentId] | None, until: date) -> AheadQuote:
        """All of them up to one day."""
        return self._quote((one, until) for one in self._wanted(assignments))

    def by_days(self, days: Sequence[tuple[AssignmentId, date]]) -> AheadQuote:
        """Each assignment up to its own day; one that lies on none of the units is left out."""
        known = {one.id: one for one in self._known}
        return self._quote((known[key], until) for key, until in days if key in known)

    def by_amount(self, assignments: Collection[AssignmentId] | None, money: Money) -> AheadQuote:
        """All of them up to the last common day that the money covers."""
        wanted = self._wanted(assignments)
        day = last_day_covered([self._plans[one.id] for one in wanted], money, self.latest)
        return self._quote((one, day) for one in wanted) if day is not None else AheadQuote((), self.latest)

    def _wanted(self, assignments: Collection[AssignmentId] | None) -> list[AssignedUnit]:
        if assignments is not None:
            return [one for one in self._known if one.id in assignments]
        return [one for one in self._known if self._plans[one.id].goes_on]

    def _quote(self, wanted: Iterator[tuple[AssignedUnit, date]]) -> AheadQuote:
        ids = count(FIRST_ID)
        lines = [self._line(one, self._plans[one.id].up_to(until), ids) for one, until in wanted]
        return AheadQuote(tuple(line for line in lines if line.charges or line.stopped is not None), self.latest)

    def _line(self, one: AssignedUnit, reached: Reached, ids: Iterator[int]) -> AheadLine:
        due = (replace(planned, due_on=max(planned.due_on, self._day)) for planned in reached.charges)
        return AheadLine(
            assignment_id=one.id,
            unit_id=one.unit_id,
            unit_code=one.unit_code,
            item_name=one.item.name,
            tariff=one.tariff.name,
            first=self._plans[one.id].first,
            until=reached.until,
            charges=tuple(_charge(one, planned, ChargeId(-next(ids))) for planned in due),
            stopped=reached.stopped,
            about=reached.about,
        )


def _charge(one: AssignedUnit, planned: PlannedCharge, stand_in: ChargeId) -> AheadCharge:
    row = BillRow(one.id, one.unit_id, one.unit_code, one.item, one.tariff.name, planned)
    new = new_charge(row, None)
    return AheadCharge(
        new,
        OpenCharge(
            id=stand_in,
            unit_id=one.unit_id,
            item_id=one.item.id,
            item_code=one.item.code,
            item_name=one.item.name,
            kind=PERIOD,
            name=new.name,
            priority=one.item.priority,
            first=planned.period.first,
            until=planned.period.until,
            due_on=planned.due_on,
            amount=planned.amount,
            outstanding=planned.amount,
            version=FIRST_VERSION,
            explain=planned.explain,
            late_fee=None,
            late_fee_owed=NOTHING,
            assignment_id=one.id,
            held=one.item.money_of.held,
        ),
    )
