"""A ticket that ends while the counter still asks for its lines: nobody forgets the charge."""

from __future__ import annotations

import pytest

from app.core.money import NOTHING, Money
from app.tickets.changes.many import Changes, Seen
from app.tickets.kinds import State
from app.tickets.materials.kinds import KEPT, ChargeToo, PayState
from app.tickets.materials.refusals import ChargeStillAsked
from app.tickets.moves.asked import MoveTo
from app.tickets.refusals import UndoOnPaper
from tests.tickets.materials.work_office import WORK, WorkOffice


def cancelled(desk: WorkOffice, ticket: int, choice: ChargeToo | None = None) -> None:
    desk.office.ticket_moves.move(desk.cashier, ticket, None, MoveTo(State.CANCELLED, "住户不修了", charges=choice))


def test_cancelling_asks_what_becomes_of_the_charge_and_does_nothing_until_it_is_said(
    desk: WorkOffice, leak: int
) -> None:
    desk.line(leak)
    desk.charged(leak)
    with pytest.raises(ChargeStillAsked) as refused:
        cancelled(desk, leak)
    assert refused.value.amount == Money.yuan(70)
    assert desk.state(leak) is State.REPORTED
    assert desk.states(leak) == [PayState.TO_PAY]


def test_taken_back_the_counter_asks_for_nothing_any_more(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    desk.charged(leak)
    cancelled(desk, leak, ChargeToo.TAKE_BACK)
    assert desk.state(leak) is State.CANCELLED
    assert (desk.states(leak), desk.lines(leak).to_pay) == ([PayState.NOT_CHARGED], NOTHING)
    assert desk.true()


def test_kept_it_is_asked_for_as_before_and_the_timeline_says_so(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    desk.charged(leak)
    cancelled(desk, leak, ChargeToo.KEEP)
    page = desk.office.ticket_pages.open(leak)
    assert page.timeline[0].facts[KEPT] == 7000
    assert desk.lines(leak).to_pay == Money.yuan(70)
    desk.office.ticket_lines.take_back(desk.cashier, leak)
    assert desk.lines(leak).to_pay == NOTHING
    assert desk.true()


def test_without_a_charge_nothing_is_asked(desk: WorkOffice, leak: int) -> None:
    desk.line(leak)
    cancelled(desk, leak)
    assert desk.state(leak) is State.CANCELLED


def test_of_many_the_one_with_a_charge_stays_with_its_reason(desk: WorkOffice, leak: int) -> None:
    other = desk.reported("另一处")
    desk.line(leak)
    desk.charged(leak)
    asked = Changes(to=State.CANCELLED, text="误报")
    done = desk.office.ticket_changes.change_many(desk.cashier, (Seen(leak, None), Seen(other, None)), asked)
    assert [type(one.refused) for one in done.refused] == [ChargeStillAsked]
    assert (desk.state(leak), desk.state(other)) == (State.REPORTED, State.CANCELLED)


def test_a_double_is_merged_with_its_charge_taken_back_or_kept(desk: WorkOffice, leak: int) -> None:
    target = desk.reported("同一处漏水")
    desk.line(leak)
    desk.line(leak, WORK)
    desk.charged(leak)
    merges, seen = desk.office.ticket_merges, (Seen(leak, None),)
    with pytest.raises(ChargeStillAsked):
        merges.merge(desk.cashier, seen, target)
    merges.merge(desk.cashier, seen, target, charges=ChargeToo.KEEP)
    assert desk.lines(target).to_pay == Money.yuan(160)
    merges.part(desk.cashier, leak)
    merges.merge(desk.cashier, seen, target, charges=ChargeToo.TAKE_BACK)
    assert desk.lines(target).to_pay == NOTHING
    assert desk.true()


def test_of_several_doubles_all_that_is_asked_for_is_said_at_once(desk: WorkOffice, leak: int) -> None:
    target, other = desk.reported("同一处漏水"), desk.reported("楼下也漏")
    for ticket in (leak, other):
        desk.line(ticket)
        desk.charged(ticket)
    with pytest.raises(ChargeStillAsked) as refused:
        desk.office.ticket_merges.merge(desk.cashier, (Seen(leak, None), Seen(other, None)), target)
    assert refused.value.amount == Money.yuan(140)
    assert refused.value.number == "261120-001, 261120-003"


def test_ctrl_z_takes_a_line_back_until_it_is_charged(desk: WorkOffice, leak: int) -> None:
    step = desk.office.ticket_lines.add(desk.cashier, leak, WORK).step
    desk.office.ticket_undo.undo(desk.cashier, step)
    assert desk.lines(leak).lines == ()
    step = desk.office.ticket_lines.add(desk.cashier, leak, WORK).step
    desk.charged(leak)
    with pytest.raises(UndoOnPaper):
        desk.office.ticket_undo.undo(desk.cashier, step)
    assert desk.true()
