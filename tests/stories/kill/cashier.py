"""A cashier who takes payments in any order and manner, prints, voids and closes, until the process is killed."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from app.core.clock import SetClock
from app.core.ids import ReceiptId, UnitId
from app.core.money import NOTHING, Money
from app.counter.methods import Method
from app.counter.payments.asked import OneOff, TakePayment
from app.counter.payments.bill import Bill
from app.counter.payments.settlement import payable_by
from app.counter.shifts.close_shift import Closing
from app.estate.tables import unit
from app.fees.allocation_rule import LateFeeOrder
from tests.closing import counted_as_expected
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.asking import asking, can_be_paid, due_of
from tests.stories.kill.form import FORM, kept
from tests.stories.kill.said import Telling

MOST_MONTHS_BILLED = 11
STEPS = {"pay": 70, "print_original": 14, "copy": 4, "void": 8, "close": 2, "bill": 2}


class Cashier:
    """Works one folder by the real services; `told` hears every step before and after."""

    def __init__(self, data: Path, seed: str, told: Telling) -> None:
        self._rng = random.Random(seed)
        self._told = told
        self._clock = SetClock(MORNING)
        told.begin("open")
        self.builder = OfficeBuilder(data, self._clock)
        told.done("open")
        self._office = self.builder.office
        self._by = self.builder.cashier
        with self._office.store.reading() as connection:
            self._units = [UnitId(number) for number in connection.execute(select(unit.c.id)).scalars()]
        self._item = self._office.fee_items.one_offs()[0]
        self._months = 0
        self._standing: dict[str, ReceiptId] = {}

    def open_shift(self) -> None:
        self._told.begin("shift")
        before = self._office.shifts.last_close()
        left = before.kept if before is not None and before.kept is not None else Money.yuan(500)
        self._office.shifts.open(self._by, left)
        self._told.done("shift")

    def step(self) -> None:
        self._clock.advance(seconds=20)
        name = self._rng.choices(list(STEPS), list(STEPS.values()))[0]
        getattr(self, name)()

    def pay(self, before_f9: Callable[[], None] | None = None) -> None:
        asked = self._any_payment(self._rng.choice(self._units))
        self._told.begin("draft", asked.client_id)
        self._office.drafts.save(self._by, FORM, kept(asked))
        self._told.done("draft", asked.client_id)
        if before_f9 is not None:
            before_f9()
        self._told.begin("pay", asked.client_id)
        taken = self._office.payments.take(self._by, asked)
        self._told.done("pay", asked.client_id, taken.label)
        self._standing[taken.label] = taken.receipt_id
        self._told.begin("drop")
        self._office.drafts.drop(self._by, FORM)
        self._told.done("drop")

    def print_original(self) -> None:
        waiting = self._office.receipts.waiting()
        if waiting:
            self._print("print", waiting[-1].label, waiting[-1].id)

    def copy(self) -> None:
        if self._standing:
            label = self._rng.choice(sorted(self._standing))
            printed = self._office.receipts.get(self._standing[label]).original == "printed"
            self._print("copy" if printed else "print", label, self._standing[label])

    def void(self) -> None:
        if self._standing:
            label = self._rng.choice(sorted(self._standing))
            self._told.begin("void", label)
            self._office.receipts.void(self._by, self._standing.pop(label), "wrong room", copies_returned=True)
            self._told.done("void", label)

    def close(self, before_f9: Callable[[], None] | None = None) -> None:
        shift = self._office.shifts.current(self._by)
        assert shift is not None
        counted = counted_as_expected(self._office, shift.id, {Method.CASH: Money(self._rng.choice((0, 0, -50, 10)))})
        self._told.begin("count", str(shift.id))
        compared = self._office.shift_counts.count(self._by, shift.id, counted)
        self._told.done("count", str(shift.id))
        reasons = {line.method: "找零尾差" for line in compared.lines if line.difference}
        if before_f9 is not None:
            before_f9()
        self._told.begin("close", str(shift.id))
        report = self._office.shifts.close(self._by, shift.id, Closing(compared.usual_float, reasons))
        self._told.done("close", str(shift.id), report.facts.label)
        self._standing.clear()
        self.open_shift()

    def bill(self) -> None:
        self._months += 1
        if self._months <= MOST_MONTHS_BILLED:
            self._told.begin("bill")
            self.builder.billed_through(2027, self._months)
            self._told.done("bill")

    def _print(self, word: str, label: str, receipt_id: ReceiptId) -> None:
        self._told.begin(word, label)
        sheet = self._office.receipts.sheet(self._by, receipt_id)
        self._office.receipts.printed(receipt_id, sheet.copy_no)
        self._told.done(word, label)

    def _any_payment(self, unit_id: UnitId) -> TakePayment:
        rng = self._rng
        bill = self._office.bills.open(unit_id)
        lines = [*bill.due[: rng.randrange(5)], *bill.not_due[: rng.choice((0, 0, 1))]]
        order = rng.choice((None, None, LateFeeOrder.PRINCIPAL_ONLY))
        method = rng.choice([method for method in Method if method.brings_money])
        one_offs: tuple[OneOff, ...] = ()
        if rng.random() < 0.2 or not can_be_paid(due_of(lines, (), order), method, bill):
            one_offs = (OneOff(self._item.id, self._item.name, Money(rng.randrange(1, 500) * 10)),)
        over = self._over(bill, method, due_of(lines, one_offs, order))
        return asking(bill, lines, method, over=over, one_offs=one_offs, order=order)

    def _over(self, bill: Bill, method: Method, due: Money) -> Money:
        """Exact, a part, or more than is owed."""
        payable = payable_by(due, method, bill.rules.cash_rounding)
        return self._rng.choice((NOTHING, -Money(self._rng.randrange(payable.fen)), Money(self._rng.randrange(50_000))))
