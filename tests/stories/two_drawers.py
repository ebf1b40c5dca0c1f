"""Two cashiers at two drawers doing anything that moves money, beside a book of expected sums that is kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.ids import FeeItemId, ReceiptId, ShiftId, UnitId
from app.core.money import NOTHING, Money, total
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.deposits.deposits import Keep
from app.counter.methods import Method
from app.counter.outages.back_entries import Written
from app.counter.payments.asked import OneOff, Taken, TakePayment, TenderAsked
from app.counter.receipts.receipt_facts import ReceiptFacts
from app.counter.refunds.asked import RefundKind, ReturnLine
from app.counter.refusals import BillChanged
from app.counter.shifts.shift_facts import ShiftFacts
from app.fees.charges import OpenCharge
from tests.closing import close_shift, with_drawers
from tests.refunds.refund_office import RefundOffice
from tests.stories.asking import asking

Sums = defaultdict[Method, Money]
FLOAT = Money(500_00)


class TwoDrawers:
    """Draws steps; a refused one must change nothing. `expected` follows each shift by what people did alone."""

    def __init__(self, counter: RefundOffice, seed: int) -> None:
        self.counter, self.office, self.rng = counter, counter.office, Random(seed)
        with_drawers(self.office, "1,2")
        homes = (("1-1-101", "89.51"), ("1-1-102", "101.23"), ("1-1-201", "75"))
        self.units = [counter.unit(code, area=area) for code, area in homes]
        counter.property_fee(*self.units, price="1.87", rate="0.002")
        counter.billed_through(2026, 11)
        today = counter.clock.now().date()
        self.book = self.office.books.issue_blanks(counter.supervisor, "李强", 40, today)
        codes = {item.code: item.id for item in self.office.fee_items.one_offs()}
        self.deposit_item, self.item = codes["renovation-deposit"], self.office.fee_items.one_offs()[0].id
        self.expected: dict[ShiftId, Sums] = {}
        self.moved: dict[ReceiptId, tuple[ShiftId, Sums]] = {}
        self.taken: dict[ReceiptId, ReceiptFacts] = {}
        self.reports: dict[int, ShiftFacts] = {}
        self.references = 0
        self._open_both()
        often: tuple[tuple[Callable[[], None], int], ...] = (
            (self.somebody_pays, 7),
            (self.a_paper_is_entered, 2),
            (self.a_paper_is_voided, 3),
            (self.a_method_is_corrected, 3),
            (self.money_goes_back, 4),
            (self.a_payment_bounces, 2),
            (self.cash_is_moved, 2),
            (self.a_deposit_is_kept_or_used, 2),
            (self.something_is_let_go, 1),
            (self.a_shift_is_closed, 1),
            (self.days_pass, 1),
        )
        self.steps = [step for step, times in often for _ in range(times)]

    def step(self) -> str:
        """One thing that somebody does; its name."""
        chosen = self.rng.choice(self.steps) if self.taken else self.somebody_pays
        try:
            chosen()
        except Refusal as refused:
            return f"{chosen.__name__}: {type(refused).__name__}"
        finally:
            self.counter.clock.advance(seconds=self.rng.randint(1, 300))
            if self.counter.clock.now().hour >= 22:
                self.days_pass()
        return chosen.__name__

    def check(self) -> None:
        """The books hold, and each open shift expects just what its people did."""
        assert self.counter.breaches() == []
        for shift in self.office.shifts.all_open():
            lines = self.office.shift_counts.expected(self.counter.supervisor, shift.id)
            self._agree(shift.id, {line.method: line.expected for line in lines})

    def check_papers(self) -> None:
        """Z reports and receipts say what they said at first, and every voided number is known as void."""
        assert {number: self.office.shift_reports.z_report(number) for number in self.reports} == self.reports
        assert {key: self.office.receipts.facts(key) for key in self.taken} == self.taken

    def somebody_pays(self) -> None:
        by, units = self._by(), self.rng.sample(self.units, self.rng.randint(1, 2))
        bill = self.office.bills.open(units[0])
        shown = [bill, *(self.office.bills.open(unit_id) for unit_id in units[1:])]
        lines = [one for each in shown for one in (*each.due, *each.not_due) if self.rng.random() < 0.7]
        one_offs = [self._one_off(units) for _ in range(self.rng.choice((0, 0, 1)))]
        off = Money(self.rng.choice((0, 0, 0, 30, 150)))
        asked = replace(
            asking(bill, lines, Method.CARD, one_offs=one_offs),
            units=tuple(units[1:]),
            tenders=self._split(_sum_of(lines, one_offs) - off),
            keep_change=self.rng.random() < 0.2,
            ahead_by_amount=self.rng.random() < 0.2,
            round_off=off,
        )
        shift = self._shift(by)
        self._note_taken(self._take(by, asked), shift)

    def a_paper_is_entered(self) -> None:
        number = self.office.back_entries.next_number(self.book)
        if number is None:
            return
        method = self.rng.choice((Method.CASH, Method.TRANSFER, Method.WECHAT))
        written = Written(
            client_id=self._reference(),
            book_id=self.book,
            number=number,
            unit_id=self.rng.choice(self.units),
            amount=Money(self.rng.randint(1, 4_000) * 10),
            method=method,
            reference=self._reference(),
            written_at=self.counter.clock.now() - timedelta(hours=self.rng.choice((0, 1, 30, 80))),
            collector="李强",
        )
        taken = self.office.back_entries.enter(self._by(), written)
        self._note_taken(taken, self.office.receipts.get(taken.receipt_id).shift_id)

    def a_paper_is_voided(self) -> None:
        receipt_id = self.rng.choice(list(self.moved))
        yes = self.counter.approval(Permission.VOID_RECEIPT_OF_OTHERS)
        self.office.receipts.void(self._by(), receipt_id, "收错房间", copies_returned=True, approval=yes)
        shift, sums = self.moved[receipt_id]
        self._expect(shift, {method: -amount for method, amount in sums.items()})

    def a_method_is_corrected(self) -> None:
        receipt_id = self.rng.choice(list(self.taken))
        shown = [one for one in self.office.payments.tenders(receipt_id) if one.movable]
        if not shown:
            return
        one, to = self.rng.choice(shown), self.rng.choice(list(Method))
        yes = self.counter.approval(Permission.CHANGE_METHOD)
        self.office.payments.change_method(self._by(), receipt_id, one.id, to, self._reference(), "按错键", yes)
        shift, sums = self.moved[receipt_id]
        for method, amount in ((one.method, -one.movable), (to, one.movable)):
            sums[method] += amount
            self._expect(shift, {method: amount})
        assert all(amount >= NOTHING for amount in sums.values())

    def money_goes_back(self) -> None:
        by, receipt_id = self._by(), self.rng.choice(list(self.taken))
        original = self.office.refunds.original(receipt_id)
        lines = [ReturnLine(one.charge_id, self._some(one.rest)) for one in original.lines if one.rest]
        if original.credit and self.rng.random() < 0.5:
            lines.append(ReturnLine(None, self._some(original.credit)))
        kind = self.rng.choice((RefundKind.OWED_AGAIN, RefundKind.OWED_AGAIN, RefundKind.UNSERVED))
        day = date(2026, 10, 1) + timedelta(days=self.rng.randrange(200))
        way = self.rng.choice((Method.CASH, Method.TRANSFER, Method.WECHAT, Method.CREDIT))
        chosen = () if kind is RefundKind.UNSERVED else tuple(one for one in lines if self.rng.random() < 0.6)
        asked = self.counter.asks_back(receipt_id, kind, chosen, way, unserved_from=day, reference=self._reference())
        shift = self._shift(by)
        done = self.office.refunds.refund(by, asked, self.counter.approval(Permission.REFUND))
        self.moved[done.receipt_id] = (shift, _sums({way: -done.amount}))
        self._expect(shift, {way: -done.amount})

    def a_payment_bounces(self) -> None:
        by, receipt_id = self._by(), self.rng.choice(list(self.taken))
        shift = self._shift(by)
        yes = self.counter.approval(Permission.REVERSE_PAYMENT)
        self.office.reversals.reverse(by, receipt_id, "退票", approval=yes)
        self._expect(shift, {method: -amount for method, amount in self.moved[receipt_id][1].items()})

    def cash_is_moved(self) -> None:
        by, reason, amount = self._by(), self.rng.choice(list(CashReason)), Money(self.rng.randint(1, 3_000) * 10)
        shift = self._shift(by)
        yes = self.counter.approval(Permission.MOVE_MUCH_CASH)
        self.office.cash_box.move(by, MoveCash(reason, amount, "何静", "说明"), yes)
        self._expect(shift, {Method.CASH: amount if reason.goes_in else -amount})

    def a_deposit_is_kept_or_used(self) -> None:
        held = [one for one in self.office.deposits.all() if one.held]
        if not held:
            return
        one, by = self.rng.choice(held), self.counter.supervisor
        owed = self.office.deposits.owed_by(one.unit_id)
        if owed and self.rng.random() < 0.5:
            most = min(one.held, owed[0].outstanding)
            self.office.deposits.use(by, Keep(one.charge_id, self._some(most), "抵交"), owed[0].id)
        else:
            self.office.deposits.keep(by, Keep(one.charge_id, self._some(one.held), "损坏"))

    def something_is_let_go(self) -> None:
        due = self.office.bills.open(self.rng.choice(self.units)).due
        by = self.counter.supervisor
        for one in due[:1]:
            if one.late_fee_owed:
                self.office.adjustments.waive_late_fee(by, one.id, one.version, self._some(one.late_fee_owed), "照顾")
            else:
                self.office.adjustments.waive(by, one.id, one.version, self._some(one.outstanding), "照顾")

    def a_shift_is_closed(self) -> None:
        self._close(self._by())
        self._open_both()

    def days_pass(self) -> None:
        """Both drawers are closed, and another morning begins; cash that was emptied out is brought back first."""
        for by in (self.counter.cashier, self.counter.supervisor):
            self._close(by)
        morning = self.counter.clock.now().replace(hour=9, minute=0)
        self.counter.clock.set(morning + timedelta(days=self.rng.choice((1, 3, 20))))
        self._open_both()

    def _close(self, by: Actor) -> None:
        shift = self._shift(by)
        there = self.expected[shift][Method.CASH]
        if there < NOTHING:  # voided after its cash had left the drawer: it is fetched back from the safe
            yes = self.counter.approval(Permission.MOVE_MUCH_CASH)
            self.office.cash_box.move(by, MoveCash(CashReason.CHANGE, -there, "何静"), yes)
            self._expect(shift, {Method.CASH: -there})
        off = Money(self.rng.choice((0, 0, 10)))
        kept = Money(min(FLOAT, self.expected[shift][Method.CASH]).fen // 10 * 10)
        lent = [self.counter.approval(Permission.BOOK_DIFFERENCE)]
        report = close_shift(self.office, by, off={Method.CASH: off}, kept=kept, approvals=lent).facts
        self._agree(shift, {line.method: line.expected + line.awaiting for line in report.methods})
        self.reports[report.no] = report

    def _open_both(self) -> None:
        for by, drawer in ((self.counter.cashier, "1"), (self.counter.supervisor, "2")):
            if self.office.shifts.current(by) is None:
                last = self.office.shifts.last_close(drawer)
                kept = FLOAT if last is None or last.kept is None else last.kept
                self.expected[self.office.shifts.open(by, kept, drawer).id] = _sums({Method.CASH: kept})

    def _agree(self, shift: ShiftId, found: Mapping[Method, Money]) -> None:
        for method in Method:
            if method.brings_money:
                assert found.get(method, NOTHING) == self.expected[shift][method], (shift, method)

    def _expect(self, shift: ShiftId, more: Mapping[Method, Money]) -> None:
        for method, amount in more.items():
            self.expected[shift][method] += amount

    def _note_taken(self, taken: Taken, shift: ShiftId) -> None:
        sums = _sums({})
        for one in taken.tenders:
            sums[one.method] += one.amount
        sums[Method.CASH] -= taken.change
        self.moved[taken.receipt_id] = (shift, sums)
        self.taken[taken.receipt_id] = self.office.receipts.facts(taken.receipt_id)
        self._expect(shift, sums)

    def _take(self, by: Actor, asked: TakePayment) -> Taken:
        """As the screen does, which shows what the service says."""
        yes = self.counter.approval(Permission.ROUND_OFF)
        try:
            return self.office.payments.take(by, asked, round_off_approval=yes)
        except BillChanged as changed:
            return self.office.payments.take(by, replace(asked, shown_due=changed.now), round_off_approval=yes)

    def _split(self, need: Money) -> tuple[TenderAsked, ...]:
        parts = self.rng.randint(1, 3)
        return tuple(self._part(max(need.fen // parts, 1)) for _ in range(parts))

    def _part(self, fair: int) -> TenderAsked:
        method = self.rng.choice(list(Method))
        fen = max(fair + self.rng.choice((0, 0, 10, self.rng.randint(-9_000, 9_000))), 1)
        if method.is_cash:
            return TenderAsked(method, Money(fen // 10 * 10 + 10))
        return TenderAsked(method, Money(fen), "" if method is Method.CREDIT else self._reference())

    def _one_off(self, units: list[UnitId]) -> OneOff:
        item: FeeItemId = self.rng.choice((self.deposit_item, self.item))
        return OneOff(item, "装修", Money(self.rng.randint(1, 90_000)), self.rng.choice(units))

    def _some(self, most: Money) -> Money:
        return most if self.rng.random() < 0.5 else Money(self.rng.randint(1, max(most.fen, 1)))

    def _by(self) -> Actor:
        return self.rng.choice((self.counter.cashier, self.counter.supervisor))

    def _shift(self, by: Actor) -> ShiftId:
        shift = self.office.shifts.current(by)
        assert shift is not None
        return shift.id

    def _reference(self) -> str:
        self.references += 1
        return f"8{self.references:05d}"


def _sums(first: Mapping[Method, Money]) -> Sums:
    sums: Sums = defaultdict(lambda: NOTHING)
    sums.update(first)
    return sums


def _sum_of(lines: list[OpenCharge], one_offs: list[OneOff]) -> Money:
    return total(one.outstanding + one.late_fee_owed for one in lines) + total(one.amount for one in one_offs)
