"""Whatever happens to a repair at desk and counter, books and lines tell the same."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.ids import ReceiptId
from app.core.money import NOTHING, total
from app.counter.methods import Method
from app.counter.refunds.asked import AskedRefund, RefundKind, ReturnLine
from app.tickets.materials.kinds import PayState
from app.tickets.materials.line_rows import WorkLine
from tests.office_builder import SUPERVISOR_PASSWORD
from tests.tickets.materials.work_office import SEAL, VALVE, WORK, WorkOffice

_NUMBERS = count(1)


class Course:
    """One repair and its unit; every step is done, or refused in a sentence."""

    def __init__(self, desk: WorkOffice, unit: str) -> None:
        self.desk = desk
        self.office = desk.office
        self.unit = desk.builder.unit(unit)
        self.ticket = desk.reported(unit_id=self.unit)
        self.receipts: list[ReceiptId] = []

    def write(self) -> None:
        self.desk.line(self.ticket, (VALVE, WORK, SEAL)[len(self.lines) % 3])

    def strike(self) -> None:
        if self.lines:
            self.office.ticket_lines.take_off(self.desk.cashier, self.lines[-1].id)

    def charge(self) -> None:
        self.office.ticket_lines.charge(self.desk.cashier, self.ticket)

    def take_back(self) -> None:
        self.office.ticket_lines.take_back(self.desk.cashier, self.ticket)

    def pay(self) -> None:
        if self.desk.builder.owes(self.unit):
            self.receipts.append(
                self.desk.builder.pays(self.unit, method=Method.WECHAT, reference=f"{next(_NUMBERS)}").receipt_id
            )

    def void(self) -> None:
        if self.receipts:
            self.office.receipts.void(self.desk.cashier, self.receipts.pop(), "收错", copies_returned=True)

    def refund(self) -> None:
        if self.receipts:
            original = self.office.refunds.original(self.receipts[-1])
            back = tuple(ReturnLine(one.charge_id, one.rest) for one in original.lines if one.rest)
            reason, taker, way = "没有装", "张建国", RefundKind.OWED_AGAIN
            asked = AskedRefund(
                f"refund {next(_NUMBERS)}", self.receipts[-1], way, back, Method.WECHAT, reason, taker, original.rest
            )
            yes = self.office.people.approve(
                Permission.REFUND, "沈若兰", SUPERVISOR_PASSWORD, self.desk.cashier, "同意", {}
            )
            self.office.refunds.refund(self.desk.cashier, asked, yes)

    @property
    def lines(self) -> tuple[WorkLine, ...]:
        return self.desk.lines(self.ticket).lines

    def agrees(self) -> None:
        lines = self.desk.lines(self.ticket)
        assert lines.to_pay == self.desk.builder.owes(self.unit)
        for line in lines.lines:
            assert (line.outstanding > NOTHING) is (line.state in (PayState.TO_PAY, PayState.PART_PAID))
            assert (line.paid is not None) is (line.state is PayState.PAID)
        assert total(line.amount for line in lines.lines) == lines.amount


STEPS: tuple[Callable[[Course], None], ...] = (
    Course.write,
    Course.write,
    Course.strike,
    Course.charge,
    Course.charge,
    Course.take_back,
    Course.pay,
    Course.pay,
    Course.void,
    Course.refund,
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(STEPS), min_size=4, max_size=12))
def test_any_course_of_a_repair_keeps_every_truth(desk: WorkOffice, steps: list[Callable[[Course], None]]) -> None:
    if desk.office.shifts.current(desk.cashier) is None:
        desk.builder.open_shift()
    course = Course(desk, f"9-{next(_NUMBERS)}-101")
    course.write()
    for step in steps:
        try:
            step(course)
        except Refusal:
            continue
        course.agrees()
    assert desk.true()
