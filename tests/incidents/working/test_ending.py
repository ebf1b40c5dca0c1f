"""The close with its facts, what may be said afterwards, and the review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app.access.refusals import NotPermitted
from app.core.money import Money
from app.incidents.closing.closing import Closing, closing_of
from app.incidents.plans.plan import PlanRole
from app.incidents.reports.key_times import key_times, lasted
from app.incidents.running.asked import NewIncident
from app.incidents.running.entry import EntryKind
from app.incidents.running.refusals import (
    ClosingTimesCrossed,
    CriticalUnsettled,
    IncidentClosed,
    IncidentStillRuns,
    MomentInFuture,
    ReviewedBefore,
    WordsMissing,
)
from app.incidents.unsigned.unsigned_incidents import UnsignedIncidents
from app.tickets.entry.new_ticket import NewTicket
from tests.incidents.working.incident_office import IncidentOffice


def test_i6_a_close_names_every_critical_step_that_is_open(desk: IncidentOffice) -> None:
    number = desk.started()
    with pytest.raises(CriticalUnsettled) as told:
        desk.incidents.close(desk.cashier, number, Closing("救出", desk.clock.now()))
    critical = {one.step.id for one in desk.incidents.standing(number).progress.unsettled_critical}
    assert {step.id for step in told.value.steps} == critical
    assert desk.incidents.running()
    desk.closes(number)
    assert desk.last(number).facts["reasons"] == dict.fromkeys(critical, "由救援人员完成")


def test_i24_the_close_keeps_result_times_people_damage_and_costs(desk: IncidentOffice) -> None:
    number = desk.started(minutes_ago=40)
    now = desk.clock.now()
    closing = Closing(
        "两人救出", now, now - timedelta(minutes=10), 0, "门机坏", "维保、119", Money(1_200_00), "门锁卡阻"
    )
    left = desk.incidents.standing(number).progress.unsettled_critical
    desk.incidents.close(desk.cashier, number, closing, {one.step.id: "误报" for one in left})
    kept = closing_of(desk.last(number).facts["closing"])
    assert (kept.result, kept.hurt, kept.costs, kept.contained_at) == (
        "两人救出",
        0,
        Money(1_200_00),
        closing.contained_at,
    )
    assert desk.incidents.view(number).closed_at == now
    assert desk.incidents.running() == ()
    assert desk.breaches() == []


def test_i24_times_that_cannot_be_are_refused(desk: IncidentOffice) -> None:
    number, now = desk.started(minutes_ago=10), desk.clock.now()
    left = desk.incidents.standing(number).progress.unsettled_critical
    reasons = {one.step.id: "误报" for one in left}
    wrong = (
        (Closing("救出", now + timedelta(minutes=1)), MomentInFuture),
        (Closing("救出", now - timedelta(minutes=11)), ClosingTimesCrossed),
        (Closing("救出", now - timedelta(minutes=5), now), ClosingTimesCrossed),
        (Closing(" ", now), WordsMissing),
    )
    for closing, refusal in wrong:
        with pytest.raises(refusal):
            desk.incidents.close(desk.cashier, number, closing, reasons)
    assert len(desk.log(number)) == 1


def test_i24_what_is_over_within_the_minute_in_which_it_began_is_closed(desk: IncidentOffice) -> None:
    desk.clock.set(desk.clock.now().replace(second=16))
    number, minute = desk.started(), desk.clock.now().replace(second=0)
    left = desk.incidents.standing(number).progress.unsettled_critical
    closing = Closing("误报", minute, minute)
    desk.incidents.close(desk.cashier, number, closing, {one.step.id: "误报" for one in left})
    assert desk.incidents.view(number).closed_at is not None
    assert desk.builder.breaches() == []


@pytest.mark.parametrize("hours", [-30, -2, 2])
def test_i24_what_runs_is_closed_though_somebody_set_the_clock_of_the_computer(
    desk: IncidentOffice, hours: int
) -> None:
    number = desk.started()
    desk.incidents.beat()
    desk.clock.advance(hours=hours)
    desk = desk.again()
    desk.incidents.take_up()
    desk.clock.advance(minutes=12)
    desk.closes(number)
    closing = closing_of(desk.last(number).facts["closing"])
    (over,) = (one for one in key_times(desk.incidents.view(number), closing) if one.name == "处置结束")
    assert over.note == f"共 {lasted(12 if hours < 0 else 132)}"
    assert desk.builder.breaches() == []


def test_i24_a_clock_that_was_set_back_before_anybody_signed_in_hinders_no_close(desk: IncidentOffice) -> None:
    desk.incidents.keep_folder_file()
    outside = UnsignedIncidents(desk.folder, desk.clock)
    begun = outside.start(NewIncident("a key", "lift-entrapment", "3 栋东梯"))
    desk.clock.advance(hours=-2)
    outside.tick(begun, "which-lift", {"lift": "东梯", "floor": "7"})
    (joined,) = desk.incidents.join_unsigned(desk.cashier)
    desk.closes(joined.incident_id)
    assert desk.incidents.view(joined.incident_id).closed_at is not None
    assert desk.builder.breaches() == []


def test_i26_a_day_for_the_review_is_proposed_and_can_be_moved(desk: IncidentOffice) -> None:
    grave, other = desk.started(), desk.started("unable-to-pay")
    assert desk.incidents.review_proposed(grave) == date(2026, 11, 23)
    assert desk.incidents.review_proposed(other) == date(2026, 11, 27)
    with pytest.raises(IncidentStillRuns):
        desk.incidents.move_review(desk.cashier, grave, date(2026, 11, 25))
    desk.closes(grave)
    desk.incidents.move_review(desk.cashier, grave, date(2026, 11, 25))
    assert desk.breaches() == []


def test_i26_a_review_is_the_supervisors_and_is_kept_once(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.closes(number)
    with pytest.raises(NotPermitted):
        desk.incidents.review(desk.cashier, number, {"well": "对讲及时"})
    desk.incidents.review(desk.supervisor, number, {"well": "对讲及时"})
    with pytest.raises(ReviewedBefore):
        desk.incidents.review(desk.supervisor, number, {"well": "又一次"})
    assert desk.last(number).kind is EntryKind.REVIEWED
    assert desk.breaches() == []


def test_i29_after_the_close_only_dated_additions_are_written(desk: IncidentOffice) -> None:
    number = desk.started()
    with pytest.raises(IncidentStillRuns):
        desk.incidents.add(desk.cashier, number, "太早")
    desk.closes(number)
    acts: tuple[Callable[[], object], ...] = (
        lambda: desk.ticks(number, "which-lift"),
        lambda: desk.incidents.note(desk.cashier, number, "太晚"),
        lambda: desk.incidents.undo(desk.cashier, number, "which-lift"),
        lambda: desk.incidents.assign(desk.cashier, number, PlanRole.SITE, "陈队长"),
        lambda: desk.incidents.name_reporter(desk.cashier, number, "门岗"),
        lambda: desk.closes(number),
    )
    for act in acts:
        with pytest.raises(IncidentClosed):
            act()
    desk.incidents.add(desk.cashier, number, "次日回访，两人无恙")
    raised = desk.incidents.raise_ticket(desk.cashier, number, NewTicket("form", "更换门机", place="3 栋东梯"))
    added = desk.last(number)
    assert (added.kind, added.facts["as"], added.facts["ticket"]) == (EntryKind.ADDED, "ticket", raised.ticket_id)
    assert desk.breaches() == []
