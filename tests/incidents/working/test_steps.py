"""Steps worked through the service: every key is a durable line, in any order, told once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.incidents.refusals import StartInFuture
from app.incidents.running.asked import NewIncident
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from app.incidents.running.refusals import IncidentClosed, MomentInFuture, StepSettled, WordsMissing
from app.incidents.tables import incident
from tests.incidents.working.incident_office import IncidentOffice


def test_i1_two_quick_keys_start_one_incident(desk: IncidentOffice) -> None:
    asked = NewIncident("one-key", "lift-entrapment", "3 栋东梯")
    first = desk.incidents.start(desk.cashier, asked)
    assert desk.incidents.start(desk.cashier, asked) == first
    (line,) = desk.incidents.running()
    assert (line.number, line.code, line.place) == ("突261120-01", "lift-entrapment", "3 栋东梯")


def test_i2_nothing_but_the_plan_is_needed_and_the_graver_is_presumed(desk: IncidentOffice) -> None:
    started = desk.incidents.start(desk.cashier, NewIncident("bare", "fire"))
    view = desk.incidents.view(started)
    assert (view.place, view.reporter, view.severity) == ("", "", view.plan.severity)


def test_i3_a_start_is_set_back_and_the_true_time_stays(desk: IncidentOffice) -> None:
    now = desk.clock.now()
    first = desk.log(desk.started(minutes_ago=5))[0]
    assert (first.happened_at, first.at) == (now - timedelta(minutes=5), now)
    first = desk.log(desk.started(began_at=now - timedelta(minutes=12)))[0]
    assert (first.happened_at, first.at) == (now - timedelta(minutes=12), now)
    for wrong in ({"minutes_ago": -1}, {"began_at": now + timedelta(minutes=1)}):
        with pytest.raises(StartInFuture):
            desk.started(**wrong)


def test_i4_a_drill_is_told_apart_and_what_it_starts_is_a_drill(desk: IncidentOffice) -> None:
    drill = desk.started(is_drill=True)
    child = desk.started("power-cut", parent_id=drill)
    assert [line.is_drill for line in desk.incidents.running()] == [True, True]
    assert [line.number for line in desk.incidents.running()] == ["练261120-01", "练261120-02"]
    assert desk.log(child)[0].facts["drill"] is True


def test_i10_a_tick_writes_time_and_name_and_leads_on(desk: IncidentOffice) -> None:
    number = desk.started()
    written = desk.ticks(number)
    assert (written.entries[0].by, written.entries[0].happened_at) == ("王敏", desk.clock.now())
    assert written.progress.current is not None
    assert written.progress.current.step.id == "how-many"


def test_i10_of_two_who_tick_one_step_the_second_hears_who_did(desk: IncidentOffice) -> None:
    number = desk.started()
    other = IncidentOffice(desk.folder, desk.clock)
    other.incidents.standing(number)
    desk.ticks(number, "which-lift")
    with pytest.raises(StepSettled) as told:
        other.incidents.tick(other.supervisor, number, "which-lift", {"lift": "西梯", "floor": "9"})
    assert (told.value.by, told.value.at) == ("王敏", desk.clock.now())
    other.incidents.note(other.supervisor, number, "我在现场")
    assert desk.last(number).by == "沈若兰"
    assert desk.ticks(number, "calm").entries[0].no == 4
    assert [entry.no for entry in other.log(number)] == [1, 2, 3, 4]
    other.office.close()


def test_i11_every_way_to_settle_a_step_is_a_line_with_its_own_time(desk: IncidentOffice) -> None:
    number, earlier = desk.started(minutes_ago=9), desk.clock.now() - timedelta(minutes=3)
    work, by = desk.incidents, desk.cashier
    work.tick(by, number, "which-lift", {"lift": "东梯", "floor": "7"}, earlier)
    work.deviate(by, number, "calm", "隔着门喊话", earlier)
    work.put_off(by, number, "manager")
    work.note(by, number, "经理手机关机", "manager", earlier)
    assert desk.state(number, "calm") is StepState.DEVIATED
    assert desk.state(number, "manager") is StepState.LATER
    assert {entry.happened_at for entry in desk.log(number)[1:] if entry.kind is not EntryKind.LATER} == {earlier}
    assert {entry.at for entry in desk.log(number)} == {desk.clock.now()}


def test_i11_words_are_needed_where_something_was_done_differently(desk: IncidentOffice) -> None:
    number = desk.started()
    for act in (desk.incidents.deviate, desk.incidents.leave_out):
        with pytest.raises(WordsMissing):
            act(desk.cashier, number, "calm", "  ")


def test_i12_what_is_taken_back_keeps_its_first_time(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.ticks(number, "which-lift")
    first = desk.clock.now()
    desk.incidents.undo(desk.cashier, number, "which-lift")
    desk.ticks(number, "which-lift")
    step = desk.incidents.standing(number).progress.step("which-lift")
    assert (step.first_at, step.corrections) == (first, 1)
    assert desk.kinds(number) == [EntryKind.STARTED, EntryKind.TICKED, EntryKind.UNDONE, EntryKind.TICKED]


def test_i13_a_line_of_its_own_has_its_own_time_and_is_never_ahead(desk: IncidentOffice) -> None:
    number, now = desk.started(), desk.clock.now()
    line = desk.incidents.note(desk.cashier, number, "消防车进场", at=now - timedelta(minutes=1)).entries[0]
    assert (line.kind, line.happened_at, line.at) == (EntryKind.WRITTEN, now - timedelta(minutes=1), now)
    with pytest.raises(MomentInFuture):
        desk.incidents.note(desk.cashier, number, "消防车进场", at=now + timedelta(minutes=1))


def test_i14_a_clock_that_was_answered_begins_anew(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.clock.advance(minutes=6)
    line = desk.incidents.answer_timer(desk.cashier, number, "talk", "情绪平稳").entries[0]
    assert (line.facts["timer"], line.text) == ("talk", "情绪平稳")


def test_i19_an_answer_starts_another_one_beside_it(desk: IncidentOffice) -> None:
    parent = desk.started("power-cut")
    child = desk.started(parent_id=parent)
    assert desk.last(parent).facts == {"plan": "lift-entrapment", "number": "突261120-02", "incident": child}
    assert desk.incidents.view(child).parent_id == parent
    assert desk.incidents.children(parent) == (child,)
    desk.closes(parent)
    with pytest.raises(IncidentClosed):
        desk.started(parent_id=parent)
    with desk.office.store.reading() as connection:
        assert len(connection.execute(incident.select()).all()) == 2, "what is refused leaves nothing behind"


def test_what_was_taken_back_with_its_transaction_is_forgotten(desk: IncidentOffice) -> None:
    number = desk.started()
    with pytest.raises(WordsMissing), desk.office.store.transaction():
        _tick_and_fail(desk, number)
    assert desk.state(number, "which-lift") is StepState.OPEN
    assert desk.ticks(number, "calm").entries[0].no == 2
    assert desk.breaches() == []


def test_what_another_window_wrote_in_its_place_is_read(desk: IncidentOffice) -> None:
    number = desk.started()
    with pytest.raises(WordsMissing), desk.office.store.transaction():
        _tick_and_fail(desk, number)
    other = IncidentOffice(desk.folder, desk.clock)
    other.incidents.note(other.supervisor, number, "门岗到了")
    other.incidents.note(other.supervisor, number, "门开了")
    other.office.close()
    assert [entry.text for entry in desk.log(number)] == ["", "门岗到了", "门开了"]
    assert desk.state(number, "which-lift") is StepState.OPEN


def _tick_and_fail(desk: IncidentOffice, number: int) -> None:
    desk.ticks(number, "which-lift")
    desk.incidents.note(desk.cashier, number, " ")
