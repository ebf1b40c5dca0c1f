"""Whatever is paid, voided, given back, reversed, held or kept, in whatever order: the books hold, nothing is above."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.ids import ReceiptId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.deposits.deposits import Keep
from app.counter.methods import Method
from app.counter.refunds.asked import RefundKind, ReturnLine
from tests.closing import close_shift
from tests.counter.paying import ahead_until, pays_with, tender
from tests.refunds.refund_office import RefundOffice

STEPS = 24
SEEDS = [pytest.param(seed, marks=[pytest.mark.endurance] if seed >= 5 else []) for seed in range(200)]


class AnyDay:
    """Draws steps; a refused one changes nothing, which the truths show."""

    def __init__(self, counter: RefundOffice, seed: int) -> None:
        self.counter, self.rng = counter, random.Random(seed)
        self.homes = [counter.unit(code, area=area) for code, area in (("1-1-101", "89.35"), ("1-1-102", "101.20"))]
        counter.property_fee(*self.homes, price="1.87")
        counter.billed_through(2026, 11)
        counter.open_shift(opening_float="500")
        self.receipts: list[ReceiptId] = []
        self.pay()
        self.steps: list[Callable[[], None]] = [
            *[self.pay] * 4,
            *[self.ahead] * 2,
            *[self.take_deposit] * 2,
            *[self.give_back] * 5,
            *[self.unserved] * 3,
            self.void,
            self.reverse,
            *[self.keep] * 2,
            self.use,
            self.void_a_refund,
            self.next_day,
        ]

    def step(self) -> None:
        try:
            self.rng.choice(self.steps)()
        except Refusal:
            return

    def pay(self) -> None:
        received = self.rng.choice([None, None, "300", "1000"])
        method = self.rng.choice([Method.CASH, Method.WECHAT, Method.CHEQUE])
        self._keep_label(self.counter.pays(self._home(), received, method, reference=str(self.rng.random())))

    def ahead(self) -> None:
        home = self._home()
        ahead, amount = ahead_until(self.counter, home, date(2027, self.rng.randint(3, 9), 1))
        paid = [tender(Method.CARD, f"{amount.fen // 100}.{amount.fen % 100:02d}", str(self.rng.random()))]
        self._keep_label(pays_with(self.counter, home, paid, lines=(), shown_due=amount, ahead=ahead))

    def take_deposit(self) -> None:
        self._keep_label(self.counter.deposit(self._home(), str(self.rng.randrange(100, 2000)))[0])

    def give_back(self) -> None:
        receipt_id = self._receipt()
        original = self.counter.office.refunds.original(receipt_id)
        rests = [line for line in original.lines if line.rest]
        lines = [ReturnLine(line.charge_id, self._some(line.rest)) for line in rests if self.rng.random() < 0.6]
        if original.credit and self.rng.random() < 0.4:
            lines.append(ReturnLine(None, self._some(original.credit)))
        way = self.rng.choice([Method.CASH, Method.TRANSFER, Method.CREDIT])
        self.counter.refunds(self.counter.asks_back(receipt_id, RefundKind.OWED_AGAIN, tuple(lines), way))

    def unserved(self) -> None:
        day = date(2026, 11, 1) + timedelta(days=self.rng.randrange(300))
        way = self.rng.choice([Method.CASH, Method.TRANSFER])
        asked = self.counter.asks_back(self._receipt(), RefundKind.UNSERVED, method=way, unserved_from=day)
        self.counter.refunds(asked)

    def void(self) -> None:
        self.counter.office.receipts.void(self.counter.cashier, self._receipt(), "wrong room", copies_returned=True)

    def void_a_refund(self) -> None:
        refunds = [row for row in self.counter.office.refunds.newest() if not row.voided]
        if refunds:
            one = self.rng.choice(refunds)
            self.counter.office.receipts.void(self.counter.cashier, one.id, "not taken", copies_returned=True)

    def reverse(self) -> None:
        lent = self.counter.approval(Permission.REVERSE_PAYMENT)
        self.counter.office.reversals.reverse(self.counter.cashier, self._receipt(), "bounced", approval=lent)

    def keep(self) -> None:
        held = [one for one in self.counter.office.deposits.all() if one.held]
        if held:
            one = self.rng.choice(held)
            lent = self.counter.approval(Permission.KEEP_DEPOSIT)
            self.counter.office.deposits.keep(self.counter.cashier, self._part(one.charge_id, one.held), lent)

    def use(self) -> None:
        held = [one for one in self.counter.office.deposits.all() if one.held]
        if held:
            one = self.rng.choice(held)
            owed = self.counter.office.deposits.owed_by(one.unit_id)
            if owed:
                asked = self._part(one.charge_id, min(one.held, owed[0].outstanding))
                lent = self.counter.approval(Permission.KEEP_DEPOSIT)
                self.counter.office.deposits.use(self.counter.cashier, asked, owed[0].id, lent)

    def next_day(self) -> None:
        close_shift(self.counter.office, self.counter.cashier)
        self.counter.clock.set(
            datetime.combine(self.counter.clock.now().date() + timedelta(days=20), datetime.min.time())
        )
        self.counter.clock.advance(seconds=9 * 3600)
        last = self.counter.office.shifts.last_close()
        assert last is not None
        assert last.kept is not None
        self.counter.office.shifts.open(self.counter.cashier, last.kept)
        day = self.counter.clock.now().date()
        self.counter.billed_through(day.year, day.month)

    def _part(self, charge_id: object, most: Money) -> Keep:
        return Keep(charge_id, self._some(most), "damage")  # type: ignore[arg-type]

    def _some(self, most: Money) -> Money:
        return most if self.rng.random() < 0.5 else Money(self.rng.randint(1, most.fen))

    def _home(self) -> UnitId:
        return self.rng.choice(self.homes)

    def _receipt(self) -> ReceiptId:
        return self.rng.choice(self.receipts)

    def _keep_label(self, taken: object) -> None:
        self.receipts.append(taken.receipt_id)  # type: ignore[attr-defined]


@pytest.mark.parametrize("seed", SEEDS)
def test_no_order_of_payments_refunds_voids_and_deposits_breaks_the_books(counter: RefundOffice, seed: int) -> None:
    day = AnyDay(counter, seed)
    for number in range(STEPS):
        day.step()
        if number % 6 == 5:
            assert counter.breaches() == [], f"after step {number}"
    standing = [row for row in counter.office.refunds.newest() if not row.voided]
    for receipt_id in day.receipts:
        row = counter.office.receipts.get(receipt_id)
        back = total(one.amount for one in standing if one.original == row.label)
        assert NOTHING <= back <= row.amount + Money(9)  # a deposit is held in full where its cash was rounded
    assert counter.breaches() == []
