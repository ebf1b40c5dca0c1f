"""Any day at the counter: bills, payments, voids, reprints, closes and undone runs in any order keep the books true."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from app.core.clock import SetClock
from app.core.ids import AdjustmentId, ReceiptId, UnitId
from app.core.money import NOTHING, Money, total
from app.core.periods import add_months
from app.counter.methods import Method
from app.counter.payments.asked import Ahead, OneOff, Taken, TakePayment, TenderAsked, paid_by
from app.counter.payments.bill import Bill
from app.counter.payments.refusals import (
    MethodStays,
    MoreCreditThanOwed,
    NotSoMuchCredit,
    RoundedOffTooMuch,
    RoundOffOfPart,
)
from app.counter.refunds.refusals import CreditSpent
from app.counter.refusals import (
    BillChanged,
    NoFenInCash,
    NothingReceived,
    NothingToTake,
    ReceiptOfClosedShift,
    TakenMeanwhile,
)
from app.counter.settings import CASH_ROUNDING, LATE_FEE_ORDER
from app.counter.tables import receipt
from app.fees.adjustments.discount_rule import DiscountKind
from app.fees.adjustments.refusals import WaiverReliedUpon
from app.fees.allocation_rule import LateFeeOrder
from app.fees.billing import RunRequest
from app.fees.cash_rounding import CashRounding
from app.fees.charge_rows import PERIOD
from app.fees.refusals import NothingToBill, RunHasPayments, RunNotLast
from app.fees.tables import adjustment, charge
from app.store.settings import write_choice
from tests.closing import close_shift
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.asking import asking, can_be_paid, due_of

FLOAT = Money(500_00)
DAYS = settings(deadline=None, suppress_health_check=list(HealthCheck))
UNITS = st.integers(0, 1)
OVER = st.one_of(st.just(0), st.integers(-60_000, 20_000), st.integers(-20, 20)).map(Money)
CREDIT = Method.CREDIT
METHODS = st.sampled_from([method for method in Method if method is not CREDIT])
TooMuchOfIt = (MoreCreditThanOwed, NotSoMuchCredit, RoundedOffTooMuch, RoundOffOfPart, NothingToTake)
PAYING: Any = {
    "unit": UNITS,
    "due": st.integers(0, 4),
    "not_due": st.sampled_from((0, 0, 0, 1, 2)),
    "method": METHODS,
    "over": OVER,
    "one_off": st.one_of(st.none(), st.integers(1, 9_999).map(Money)),
    "order": st.sampled_from(LateFeeOrder),
}


@dataclass(frozen=True)
class Kept:
    """A receipt that stands, and how its unit stood before it."""

    id: ReceiptId
    unit_id: UnitId
    shift: int
    cash: Money
    before: object
    moment: object


class DaysAtTheCounter(RuleBasedStateMachine):
    """Every rule is something that a person of the office does; what must hold of the books is checked at the end.

    Nothing that happened is ever deleted, so what goes wrong on the way is still there to be found.
    """

    def __init__(self, prepared: Path) -> None:
        super().__init__()
        self._place = Path(tempfile.mkdtemp())
        shutil.copytree(prepared, self._place / "data")
        self.builder = OfficeBuilder(self._place / "data", SetClock(MORNING))
        self.office = self.builder.office
        self.item = self.office.fee_items.one_offs()[0]
        self.unit_ids = [hit.unit_id for hit in self.office.find_units.find("1-1-")]
        self.kept: list[Kept] = []
        self.last: TakePayment | None = None
        self.changes = 0
        self.waivers: list[tuple[UnitId, AdjustmentId]] = []

    def teardown(self) -> None:
        try:
            assert self.builder.breaches() == []
            self._numbers_follow_one_another()
            self._every_line_shown_owes_something()
        finally:
            self.office.close()
            shutil.rmtree(self._place)

    @initialize(
        order=st.sampled_from([LateFeeOrder.PRINCIPAL_FIRST, LateFeeOrder.LATE_FEE_FIRST]),
        rounding=st.sampled_from(CashRounding),
    )
    def the_office_has_rules(self, order: LateFeeOrder, rounding: CashRounding) -> None:
        with self.office.store.transaction() as connection:
            write_choice(connection, LATE_FEE_ORDER, order, MORNING, None)
            write_choice(connection, CASH_ROUNDING, rounding, MORNING, None)

    @rule(ahead=st.integers(0, 3))
    def the_months_are_billed(self, ahead: int) -> None:
        until = add_months(self.builder.clock.now().date().replace(day=1), ahead + 1)
        try:
            self.office.billing.run(self.builder.supervisor, RunRequest(until))
        except NothingToBill:
            return
        self.changes += 1

    @rule()
    def the_last_run_is_undone(self) -> None:
        standing = [run for run in self.office.billing.runs() if run.undone_at is None]
        if not standing:
            return
        try:
            self.office.billing.undo(self.builder.supervisor, standing[0].id)
        except (RunHasPayments, RunNotLast):
            return
        self.changes += 1

    @rule(**PAYING)
    def somebody_pays(self, **how: Any) -> None:
        self._pay(**how)

    @rule(**PAYING)
    def somebody_pays_for_the_wrong_room(self, **how: Any) -> None:
        if self._pay(**how):
            self._void(self.kept[-1])

    @rule(
        unit=UNITS,
        parts=st.lists(st.tuples(st.sampled_from(Method), st.integers(1, 40_000)), min_size=2, max_size=4),
        keep=st.booleans(),
        off=st.sampled_from((0, 0, 0, 5, 100)),
    )
    def somebody_pays_in_parts(self, unit: int, parts: list[tuple[Method, int]], keep: bool, off: int) -> None:
        bill = self.office.bills.open(self.unit_ids[unit])
        asked = asking(bill, bill.due, Method.CARD) if bill.due else None
        if asked is None:
            return
        tenders = tuple(_part(method, fen, bill.credit) for method, fen in parts if method is not CREDIT or bill.credit)
        for round_off in (Money(off), NOTHING):
            split = replace(asked, tenders=tenders, keep_change=keep, round_off=round_off)
            try:
                self._take(bill, self._as_shown(split))
            except (*TooMuchOfIt, NothingReceived):
                continue
            return

    @rule(unit=UNITS, months=st.integers(1, 5), method=METHODS, over=st.integers(0, 3_000))
    def somebody_pays_months_ahead(self, unit: int, months: int, method: Method, over: int) -> None:
        bill = self.office.bills.open(self.unit_ids[unit])
        quote = self.office.payments.quote_ahead(bill.unit.id, months=months)
        if not quote.charges or any(line.stopped for line in quote.lines):
            return
        ahead = tuple(Ahead(line.assignment_id, line.until) for line in quote.lines)
        received = Money((quote.amount.fen + over + 9) // 10 * 10)
        asked = replace(asking(bill, (), method), ahead=ahead, tenders=paid_by(method, received))
        self._take(bill, self._as_shown(asked))

    @rule(unit=UNITS, fen=st.integers(1, 900).map(lambda jiao: Money(jiao * 100)), method=METHODS, due=st.booleans())
    def somebody_pays_ahead_what_is_left(self, unit: int, fen: Money, method: Method, due: bool) -> None:
        bill = self.office.bills.open(self.unit_ids[unit])
        lines = bill.due if due else ()
        asked = replace(asking(bill, lines, method), tenders=paid_by(method, fen), ahead_by_amount=True)
        self._take(bill, self._as_shown(asked))

    @precondition(lambda self: self.kept)
    @rule(choice=st.integers(0, 1_000_000), to=st.sampled_from(Method))
    def a_method_is_changed(self, choice: int, to: Method) -> None:
        one = self.kept[choice % len(self.kept)]
        shown = [each for each in self.office.payments.tenders(one.id) if each.movable]
        if not shown:
            return
        wanted = shown[choice % len(shown)]
        by = self.builder.supervisor
        try:
            self.office.payments.change_method(by, one.id, wanted.id, to, "", "wrong key")
        except (MethodStays, NoFenInCash, ReceiptOfClosedShift):
            return
        moved = (wanted.movable if to.is_cash else NOTHING) - (wanted.movable if wanted.method.is_cash else NOTHING)
        self.kept[self.kept.index(one)] = replace(one, cash=one.cash + moved)

    @precondition(lambda self: self.last is not None)
    @rule()
    def f9_is_pressed_again(self) -> None:
        assert self.last is not None
        assert self.office.payments.take(self.builder.cashier, self.last).repeated

    @rule(unit=UNITS)
    def two_windows_take_the_same_bill(self, unit: int) -> None:
        bill, other = (self.office.bills.open(self.unit_ids[unit]) for _ in range(2))
        if can_be_paid(due_of(bill.due, (), bill.rules.late_fee_order), Method.CARD, bill):
            self._take(bill, asking(bill, bill.due, Method.CARD))
            with pytest.raises(TakenMeanwhile):
                self.office.payments.take(self.builder.cashier, asking(other, other.due, Method.CASH))

    @precondition(lambda self: self.kept)
    @rule(choice=st.integers(0, 1_000_000))
    def a_receipt_is_voided(self, choice: int) -> None:
        self._void(self.kept[choice % len(self.kept)])

    @precondition(lambda self: self.kept)
    @rule(unit=UNITS, seed=st.randoms(use_true_random=False))
    def every_receipt_of_a_unit_is_voided(self, unit: int, seed: object) -> None:
        own = [one for one in self.kept if one.unit_id == self.unit_ids[unit]]
        seed.shuffle(own)  # type: ignore[attr-defined]
        for one in own:
            self._void(one)

    @precondition(lambda self: self.kept)
    @rule(choice=st.integers(0, 1_000_000))
    def a_receipt_is_printed(self, choice: int) -> None:
        chosen = self.kept[choice % len(self.kept)]
        sheet = self.office.receipts.sheet(self.builder.cashier, chosen.id)
        self.office.receipts.printed(chosen.id, sheet.copy_no)

    @rule(unit=UNITS, line=st.integers(0, 4), fen=st.integers(1, 30_000), late=st.booleans())
    def something_is_let_go(self, unit: int, line: int, fen: int, late: bool) -> None:
        bill = self.office.bills.open(self.unit_ids[unit])
        lines = [*bill.due, *bill.not_due]
        one = lines[line % len(lines)] if lines else None
        most = NOTHING if one is None else one.late_fee_owed if late else one.outstanding
        if one is None or not most:
            return
        waive = self.office.adjustments.waive_late_fee if late else self.office.adjustments.waive
        written = waive(self.builder.supervisor, one.id, one.version, min(Money(fen), most), "goodwill")
        self.waivers.append((one.unit_id, written))
        self.changes += 1

    @precondition(lambda self: self.waivers)
    @rule(choice=st.integers(0, 1_000_000))
    def a_waiver_is_taken_back(self, choice: int) -> None:
        chosen = self.waivers[choice % len(self.waivers)]
        try:
            self.office.adjustments.reverse(self.builder.supervisor, chosen[1], "after all")
        except WaiverReliedUpon:
            return
        self.waivers.remove(chosen)
        self.changes += 1

    @rule(unit=UNITS, back=st.integers(0, 90), length=st.integers(1, 60))
    def the_late_fee_rests(self, unit: int, back: int, length: int) -> None:
        first = self.builder.clock.now().date() - timedelta(days=back)
        until = first + timedelta(days=length)
        self.office.late_fee_pauses.begin(self.builder.supervisor, self.unit_ids[unit], first, until, "dispute")
        self.changes += 1

    @rule(days=st.integers(0, 60), short=st.integers(-50, 50))
    def the_shift_is_closed_and_days_pass(self, days: int, short: int) -> None:
        shift = self.office.shifts.current(self.builder.cashier)
        if shift is not None:
            expected = FLOAT + total(one.cash for one in self.kept if one.shift == shift.id)
            off = Money(short) if expected.fen % 10 else Money(short // 10 * 10)
            report = close_shift(self.office, self.builder.cashier, off={Method.CASH: off})
            cash = next(line for line in report.facts.methods if line.method.is_cash)
            assert (cash.expected, cash.difference) == (expected, off)
        self.builder.clock.set(self.builder.clock.now() + timedelta(days=days))

    def _pay(
        self, unit: int, due: int, not_due: int, method: Method, over: Money, one_off: Money | None, order: LateFeeOrder
    ) -> bool:
        """Whether there was anything to pay."""
        bill = self.office.bills.open(self.unit_ids[unit])
        lines = [*bill.due[:due], *bill.not_due[:not_due]]
        one_offs = [] if one_off is None else [OneOff(self.item.id, self.item.name, one_off)]
        if not can_be_paid(due_of(lines, one_offs, order), method, bill):
            return False
        self._take(bill, asking(bill, lines, method, over=over, one_offs=one_offs, order=order))
        return True

    def _as_shown(self, asked: TakePayment) -> TakePayment:
        """What the screen shows as to be paid, which the service says when it is told something else."""
        if self.office.shifts.current(self.builder.cashier) is None:
            self.office.shifts.open(self.builder.cashier, FLOAT, note="from the safe")
        try:
            self.office.payments.preview(self.builder.cashier, replace(asked, shown_due=Money(-1)))
        except BillChanged as changed:
            return replace(asked, shown_due=changed.now)
        raise AssertionError(asked)

    def _numbers_follow_one_another(self) -> None:
        with self.office.store.reading() as connection:
            numbers = connection.execute(select(receipt.c.number).order_by(receipt.c.id)).scalars().all()
        assert numbers == list(range(1, len(numbers) + 1))

    def _every_line_shown_owes_something(self) -> None:
        for unit_id in self.unit_ids:
            bill = self.office.bills.open(unit_id)
            assert all(one.outstanding + one.late_fee_owed > NOTHING for one in (*bill.due, *bill.not_due))

    def _take(self, bill: Bill, asked: TakePayment) -> None:
        shift = self.office.shifts.current(self.builder.cashier)
        if shift is None:
            shift = self.office.shifts.open(self.builder.cashier, FLOAT, note="from the safe")
        taken = self.office.payments.take(self.builder.cashier, asked)
        self._money_is_conserved(bill, asked, taken)
        cash = total(one.amount for one in taken.tenders if one.method.is_cash) - taken.change
        self.kept.append(Kept(taken.receipt_id, asked.unit_id, shift.id, cash, _stands(bill), self._moment()))
        self.last = asked

    def _money_is_conserved(self, before: Bill, asked: TakePayment, taken: Taken) -> None:
        """What the charges got is what is owed less, up to fen that cash has not and what a capped late fee loses."""
        after = self.office.bills.open(asked.unit_id)
        made = total(one.amount for one in asked.one_offs) + self._made_ahead_by(taken)
        less = _owed(before) + made - _owed(after)
        used = total(one.amount for one in taken.tenders if one.method is Method.CREDIT)
        given = self._given_with(taken)
        rounded = less - (taken.paid - taken.credited) - given
        assert taken.received - taken.change == taken.paid
        assert after.credit - before.credit == taken.credited - used
        slack = Money(19) if any(one.method.is_cash for one in asked.tenders) else NOTHING
        rounded -= asked.round_off
        assert -slack <= rounded <= slack + given  # the cap of a late fee falls with a discount on its principal

    def _made_ahead_by(self, taken: Taken) -> Money:
        """The months that one payment made."""
        with self.office.store.reading() as connection:
            own = (charge.c.payment_id == taken.payment_id, charge.c.kind == PERIOD)
            return total(connection.execute(select(charge.c.amount).where(*own)).scalars())

    def _given_with(self, taken: Taken) -> Money:
        """The discount that one payment earned."""
        with self.office.store.reading() as connection:
            own = (adjustment.c.payment_id == taken.payment_id, adjustment.c.kind == "discount")
            return total(-amount for amount in connection.execute(select(adjustment.c.amount).where(*own)).scalars())

    def _void(self, one: Kept) -> None:
        shift = self.office.shifts.current(self.builder.cashier)
        if shift is None or shift.id != one.shift:
            with pytest.raises((ReceiptOfClosedShift, CreditSpent)):
                self.office.receipts.void(self.builder.cashier, one.id, "wrong room", copies_returned=True)
            return
        try:
            self.office.receipts.void(self.builder.cashier, one.id, "wrong room", copies_returned=True)
        except CreditSpent:
            return
        own = [each for each in self.kept if each.unit_id == one.unit_id]
        if own[-1] is not one:
            self.changes += 1
        elif one.moment == self._moment():
            assert _stands(self.office.bills.open(one.unit_id)) == one.before
        if own == [one] and not any(unit_id == one.unit_id for unit_id, _ in self.waivers):
            self._stands_as_billed(one.unit_id)
        self.kept.remove(one)

    def _stands_as_billed(self, unit_id: UnitId) -> None:
        bill = self.office.bills.open(unit_id)
        assert bill.credit == NOTHING
        assert all(one.outstanding == one.amount and one.first is not None for one in (*bill.due, *bill.not_due))

    def _moment(self) -> object:
        return self.builder.clock.now(), self.changes


def _part(method: Method, fen: int, credit: Money) -> TenderAsked:
    """One part of a split: whole jiao of cash, and no more credit than there is."""
    if method is CREDIT:
        return TenderAsked(method, min(Money(fen), credit))
    return TenderAsked(method, Money(fen * 10 if method.is_cash else fen))


def _stands(bill: Bill) -> object:
    return bill.credit, [(one.id, one.outstanding, one.late_fee_owed) for one in (*bill.due, *bill.not_due)]


def _owed(bill: Bill) -> Money:
    return total(one.outstanding + one.late_fee_owed for one in (*bill.due, *bill.not_due))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two homes: one with a late fee, and one whose late fee soon meets its cap."""
    data = tmp_path_factory.mktemp("sequences") / "prepared"
    builder = OfficeBuilder(data, SetClock(MORNING))
    for number, (price, rate) in enumerate((("1.85", "0.0005"), ("0.03", "0.02")), start=1):
        builder.property_fee(builder.unit(f"1-1-{number}01", area="89.51"), price=price, rate=rate)
    builder.billed_through(2026, 10)
    item = next(item for item in builder.office.fee_items.all() if item.code == "property")
    rule = ("两月九折", item.id, 2, DiscountKind.PERCENT, Decimal(10), date(2026, 1, 1))
    builder.office.discount_rules.add(builder.supervisor, *rule)
    builder.office.close()
    return data


def test_whatever_happens_in_whatever_order_the_books_stay_true(prepared: Path) -> None:
    told_whole = [phase for phase in Phase if phase is not Phase.shrink]  # looking for a shorter story takes minutes
    run_state_machine_as_test(
        cast("type[DaysAtTheCounter]", lambda: DaysAtTheCounter(prepared)),
        settings=settings(DAYS, max_examples=25, stateful_step_count=20, phases=told_whole),
    )


@pytest.mark.endurance
def test_whatever_happens_for_a_long_time_the_books_stay_true(prepared: Path) -> None:
    run_state_machine_as_test(
        cast("type[DaysAtTheCounter]", lambda: DaysAtTheCounter(prepared)),
        settings=settings(DAYS, max_examples=1_000, stateful_step_count=40),
    )
