"""A year at the invented counter: billed on the first, paid by people of different habits, shift by shift."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from random import Random

from app.access.actor import Actor
from app.core.clock import SetClock
from app.core.ids import ReceiptId, ShiftId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.periods import add_months, month_start
from app.counter.cash.denominations import CashCount
from app.counter.methods import Method
from app.counter.payments.asked import ChosenLine, OneOff, TakePayment, paid_by
from app.counter.payments.bill import Payer, payers_of
from app.counter.shifts.close_shift import Closing
from app.counter.shifts.counted import Counted, has_total
from app.counter.shifts.open_shift import OpenShift
from app.demo.invented_meters import InventedMeters
from app.fees.allocation_rule import LateFeeOrder
from app.fees.billing import RunRequest
from app.fees.charges import OpenCharge, open_charges
from app.fees.refusals import NothingToBill
from app.office import Office

Progress = Callable[[int, int], None]

_COUNTER_DAYS = (2, 3, 5, 6, 9, 12, 16, 20, 25)
_METHODS = (Method.WECHAT, Method.WECHAT, Method.WECHAT, Method.CASH, Method.CASH, Method.CARD, Method.ALIPAY)
_FLOAT = Money.yuan(500)


class Habit(Enum):
    """How a household pays: (months between visits, months it may miss)."""

    PUNCTUAL = "punctual"
    QUARTERLY = "quarterly"
    LATE = "late"
    NEVER = "never"

    def comes_in(self, month: int, chance: Random) -> bool:
        """Whether someone comes to the counter in the month of this number (0 is the first)."""
        if self is Habit.PUNCTUAL:
            return chance.random() < 0.95
        if self is Habit.QUARTERLY:
            return month % 3 == 2
        return self is Habit.LATE and month % 5 == 4


_HABITS = [Habit.PUNCTUAL] * 70 + [Habit.QUARTERLY] * 15 + [Habit.LATE] * 11 + [Habit.NEVER] * 4


@dataclass(frozen=True, slots=True)
class Household:
    """A unit, who pays for it, how often, and how it likes to pay."""

    unit_id: UnitId
    habit: Habit
    method: Method
    payer: Payer | None


class InventedHistory:
    """Lets months pass at the counter of an office."""

    def __init__(self, office: Office, clock: SetClock, by: Actor, chance: Random, meters: InventedMeters) -> None:
        self._office = office
        self._clock = clock
        self._by = by
        self._chance = chance
        self._meters = meters
        self._number = 0
        self._households = [
            Household(row.id, chance.choice(_HABITS), chance.choice(_METHODS), self._likeliest(row.id))
            for row in office.estate.units()
        ]

    def _likeliest(self, unit_id: UnitId) -> Payer | None:
        payers = payers_of(self._office.estate.unit_page(unit_id))
        return payers[0] if payers else None

    def pass_months(self, first: date, now: datetime, progress: Progress) -> None:
        """Bill and collect from the month of `first` until `now`; the last shift stays open."""
        months = list(_months(first, now.date()))
        for number, month in enumerate(months):
            progress(number, len(months))
            with self._office.store.transaction():
                self._bill(month, last=month == months[-1])
                self._collect(number, month, now)
        with self._office.store.transaction():
            self._today(now)
        progress(len(months), len(months))

    def _bill(self, month: date, *, last: bool) -> None:
        self._clock.set(datetime.combine(month, time(8, 5)))
        self._meters.read(month, last=last)
        if month.month % 3 == 1:
            self._meters.share_light(add_months(month, -3))
        try:
            self._office.billing.run(self._by, RunRequest.through(month.year, month.month))
        except NothingToBill:
            return

    def _collect(self, number: int, month: date, now: datetime) -> None:
        coming = [one for one in self._households if one.habit.comes_in(number, self._chance)]
        self._chance.shuffle(coming)
        days = [month.replace(day=day) for day in _COUNTER_DAYS if month.replace(day=day) < now.date()]
        for place, day in enumerate(days):
            visits = coming[place :: len(_COUNTER_DAYS)]
            if visits:
                self._work_a_day(day, visits)

    def _work_a_day(self, day: date, visits: Sequence[Household]) -> None:
        self._clock.set(datetime.combine(day, time(8, 20)))
        shift = self._open()
        pause = timedelta(seconds=8 * 3600 // (len(visits) + 1))
        owed = self._owed(visits)
        for household in visits:
            self._clock.set(self._clock.now() + pause)
            self._visit(household, owed[household.unit_id])
        self._clock.set(datetime.combine(day, time(17, 10)))
        self._close(shift.id)

    def _open(self) -> OpenShift:
        """The same float every day; what the last close was short of is made up."""
        last = self._office.shifts.last_close()
        made_up = last is not None and last.kept != _FLOAT
        return self._office.shifts.open(self._by, _FLOAT, note="补足备用金" if made_up else "")

    def _close(self, shift_id: ShiftId) -> None:
        """An honest count; a jiao is missing from the drawer now and then."""
        expected = self._office.shift_counts.expected(self._by, shift_id)
        found = {line.method: line.expected for line in expected}
        found[Method.CASH] -= Money(10 if self._chance.random() < 0.1 else 0)
        totals = {method: amount for method, amount in found.items() if has_total(method)}
        counted = Counted(CashCount.of(found[Method.CASH]), totals)
        compared = self._office.shift_counts.count(self._by, shift_id, counted)
        reasons = {line.method: "找零尾差" for line in compared.lines if line.difference}
        self._office.shifts.close(self._by, shift_id, Closing(compared.usual_float, reasons))

    def _owed(self, visits: Sequence[Household]) -> dict[UnitId, list[OpenCharge]]:
        """What is due of these today, read for all at once: nobody comes twice on a day, or pays for another."""
        today = self._clock.now().date()
        owed: dict[UnitId, list[OpenCharge]] = {one.unit_id: [] for one in visits}
        with self._office.store.reading() as connection:
            for charge in open_charges(connection, list(owed), today):
                if charge.due_on <= today:
                    owed[charge.unit_id].append(charge)
        return owed

    def _visit(self, household: Household, owed: Sequence[OpenCharge]) -> None:
        if not owed:
            return
        receipt_id = self._pay(owed, household)
        if self._chance.random() < 0.006:
            self._office.receipts.void(self._by, receipt_id, "房号选错", copies_returned=True)
            self._pay(self._owed([household])[household.unit_id], household)

    def _pay(self, owed: Sequence[OpenCharge], household: Household) -> ReceiptId:
        receipt_id = self._office.payments.take(self._by, self._asked(owed, household)).receipt_id
        self._office.receipts.printed(receipt_id, 0)
        return receipt_id

    def _asked(self, owed: Sequence[OpenCharge], household: Household) -> TakePayment:
        self._number += 1
        principal_only = household.habit is Habit.LATE and self._chance.random() < 0.2
        order = LateFeeOrder.PRINCIPAL_ONLY if principal_only else None
        due = total(one.outstanding + (NOTHING if principal_only else one.late_fee_owed) for one in owed)
        payer = household.payer
        asked = TakePayment(
            client_id=f"demo-{self._number}",
            unit_id=household.unit_id,
            payer_name=payer.name if payer else "业主",
            payer_id=payer.person_id if payer else None,
            lines=tuple(ChosenLine(one.id, one.version) for one in owed),
            one_offs=self._one_offs(),
            tenders=(),
            shown_due=due,
            order=order,
        )
        slip = "" if household.method.is_cash else f"{self._number:06d}{self._chance.randrange(10**4):04d}"
        due += total(one.amount for one in asked.one_offs)
        return replace(asked, tenders=paid_by(household.method, self._handed_over(household, due), slip), shown_due=due)

    def _one_offs(self) -> tuple[OneOff, ...]:
        if self._chance.random() >= 0.02:
            return ()
        card = next(item for item in self._office.fee_items.one_offs() if item.code == "access-card")
        return (OneOff(card.id, card.name, card.one_off_price or Money.yuan(20)),)

    def _handed_over(self, household: Household, due: Money) -> Money:
        """Cash comes in notes; some pay a part, some WeChat payers round up and leave the rest as credit."""
        if household.habit is Habit.LATE and due > Money.yuan(300) and self._chance.random() < 0.3:
            return Money.yuan(due.fen // 200)
        if household.method.is_cash:
            notes = (due.fen + 4_999) // 5_000 * 5_000
            return Money(notes) if self._chance.random() < 0.7 else due
        if household.method is Method.WECHAT and self._chance.random() < 0.02:
            return Money((due.fen // 10_000 + 1) * 10_000)
        return due

    def _today(self, now: datetime) -> None:
        """A shift that has been open for a while, with a few receipts; the last one still waits for paper."""
        opened = max(now - timedelta(hours=2), datetime.combine(now.date(), time.min))
        self._clock.set(opened)
        self._open()
        owing = [one for one in self._households if one.habit is not Habit.NEVER]
        visits = self._chance.sample(owing, min(len(owing), 9))
        pause = (now - opened) / (len(visits) + 1)
        owed = self._owed(visits)
        for household in visits:
            self._clock.set((self._clock.now() + pause).replace(microsecond=0))
            self._office.bills.note_opened(self._by, household.unit_id)
            self._visit(household, owed[household.unit_id])
        self._clock.set(now)


def _months(first: date, last: date) -> Iterator[date]:
    month = month_start(first)
    while month <= last:
        yield month
        month = add_months(month, 1)
