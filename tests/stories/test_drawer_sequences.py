"""Any day of a drawer: payments, cash moved, counts, closes and take-overs in any order keep every cash truth."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from app.core.clock import SetClock
from app.core.money import Money
from app.counter.cash.cash_box import MoveCash
from app.counter.cash.cash_reasons import CashReason
from app.counter.methods import Method
from app.counter.payments.asked import OneOff
from app.counter.shifts.close_shift import Closing
from app.counter.shifts.refusals import NotInDrawer
from app.counter.shifts.shift_facts import ShiftFacts
from tests.closing import close_shift, counted_as_expected
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.stories.asking import asking

JIAO = st.integers(1, 4_000).map(lambda number: Money(number * 10))
BRINGING = st.sampled_from([method for method in Method if method.brings_money])


class DrawerDays(RuleBasedStateMachine):
    """Z reports are kept as they were written, and compared with the file at the end."""

    def __init__(self, prepared: Path) -> None:
        super().__init__()
        self._place = Path(tempfile.mkdtemp())
        shutil.copytree(prepared, self._place / "data")
        self.builder = OfficeBuilder(self._place / "data", SetClock(MORNING))
        self.office = self.builder.office
        self.by = self.builder.supervisor
        self.item = self.office.fee_items.one_offs()[0]
        self.unit = self.office.find_units.find("1-1-101")[0].unit_id
        self.reports: list[ShiftFacts] = []

    def teardown(self) -> None:
        try:
            assert self.builder.breaches() == []
            assert [facts.no for facts in self.reports] == list(range(1, len(self.reports) + 1))
            assert [self.office.shift_reports.z_report(facts.no) for facts in self.reports] == self.reports
        finally:
            self.office.close()
            shutil.rmtree(self._place)

    @rule(method=BRINGING, amount=JIAO, void=st.booleans())
    def somebody_pays(self, method: Method, amount: Money, void: bool) -> None:
        self._open()
        bill = self.office.bills.open(self.unit)
        one = OneOff(self.item.id, self.item.name, amount)
        taken = self.office.payments.take(self.by, asking(bill, [], method, one_offs=[one]))
        if void:
            self.office.receipts.void(self.by, taken.receipt_id, "wrong room", copies_returned=True)

    @rule(reason=st.sampled_from(CashReason), amount=JIAO)
    def cash_is_moved(self, reason: CashReason, amount: Money) -> None:
        self._open()
        try:
            self.office.cash_box.move(self.by, MoveCash(reason, amount, "何静", "说明"))
        except NotInDrawer:
            return

    @rule(counted=st.booleans())
    def the_drawer_is_counted_and_money_comes_after(self, counted: bool) -> None:
        self._open()
        shift = self.office.shifts.current(self.by)
        if counted and shift is not None and self.office.shift_counts.to_count(shift.id).may_recount:
            self.office.shift_counts.count(self.by, shift.id, counted_as_expected(self.office, shift.id))
        self.somebody_pays(Method.CASH, Money(100), void=False)

    @rule(short=st.integers(-30, 30), kept=st.integers(0, 3), to_bank=st.booleans())
    def the_shift_is_closed(self, short: int, kept: int, to_bank: bool) -> None:
        shift = self.office.shifts.current(self.by)
        if shift is None or not self.office.shift_counts.to_count(shift.id).may_recount:
            return
        expected = counted_as_expected(self.office, shift.id).cash.amount
        off = Money(max(short * 10, -expected.fen))
        kept_amount = Money((expected + off).fen * kept // 30 * 10)
        off_by = {Method.CASH: off}
        report = close_shift(self.office, self.by, off=off_by, kept=kept_amount, to_bank=to_bank)
        assert (report.facts.methods[0].expected, report.facts.methods[0].difference) == (expected, off)
        self.reports.append(report.facts)

    @rule()
    def another_takes_the_drawer_over(self) -> None:
        shift = self.office.shifts.current(self.by)
        if shift is None or not self.office.shift_counts.to_count(shift.id).may_recount:
            return
        other = self.builder.cashier if self.by == self.builder.supervisor else self.builder.supervisor
        counted = counted_as_expected(self.office, shift.id)
        self.office.shift_counts.count(other, shift.id, counted)
        if other == self.builder.supervisor:
            report, _ = self.office.shifts.take_over(other, shift.id, Closing(counted.cash.amount))
            self.by = other
        else:
            report = self.office.shifts.close(self.by, shift.id, Closing(counted.cash.amount))
        self.reports.append(report.facts)

    def _open(self) -> None:
        if self.office.shifts.current(self.by) is None:
            last = self.office.shifts.last_close()
            kept = Money(500_00) if last is None or last.kept is None else last.kept
            self.office.shifts.open(self.by, kept)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("drawers") / "prepared"
    builder = OfficeBuilder(data, SetClock(MORNING))
    builder.unit("1-1-101")
    builder.office.close()
    return data


def test_s1_to_s13_whatever_happens_to_a_drawer_its_cash_is_accounted_for(prepared: Path) -> None:
    told_whole = [phase for phase in Phase if phase is not Phase.shrink]
    run_state_machine_as_test(
        cast("type[DrawerDays]", lambda: DrawerDays(prepared)),
        settings=settings(
            max_examples=20,
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=told_whole,
        ),
    )
