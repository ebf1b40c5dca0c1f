"""The clocks of a ticket through its day: started, met, paused, taken up again, promised anew and restored."""

from datetime import datetime

import pytest
from sqlalchemy import insert, select

from app.core.ids import UserId
from app.store.store import Store
from app.tickets.deadlines.clock_snapshots import restore_clocks, snapshot_clocks
from app.tickets.deadlines.clocks import explain_clock, pressing
from app.tickets.deadlines.due import Standing
from app.tickets.kinds import ClockName, ServiceClass, State, TicketKind
from app.tickets.tables import ticket_clock, ticket_entry
from tests.tickets.deadlines.any_promise import at
from tests.tickets.deadlines.small_tickets import Desk, SmallTicket

CONTACT, REVIEW, ANSWER, CLOSE = ClockName.CONTACT, ClockName.REVIEW, ClockName.ANSWER, ClockName.CLOSE
REPAIR, COMPLAINT = TicketKind.REPAIR, TicketKind.COMPLAINT
NORMAL, EMERGENCY = ServiceClass.NORMAL, ServiceClass.EMERGENCY


def stored(store: Store, ticket: SmallTicket) -> list[tuple[object, ...]]:
    """Everything but the stamp of who wrote it last."""
    columns = [one for one in ticket_clock.c if one.name not in ("at", "by")]
    with store.reading() as connection:
        return [tuple(row) for row in connection.execute(select(*columns).where(ticket_clock.c.ticket_id == ticket.id))]


def test_t9_a_repair_promises_a_contact_and_its_close(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:12:40")
    assert {name: clock.reckoned.due_at for name, clock in taken.clocks("2026-11-20 09:13").items()} == {
        CONTACT: at("2026-11-20 09:42"),
        CLOSE: at("2026-12-01 17:30"),
    }


def test_t9_a_complaint_promises_review_contact_answer_and_close(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 16:45", COMPLAINT)
    assert {name: clock.reckoned.due_at for name, clock in taken.clocks("2026-11-20 16:45").items()} == {
        REVIEW: at("2026-11-21 08:45"),  # the counter is staffed on Saturday
        CONTACT: at("2026-11-21 16:45"),
        ANSWER: at("2026-11-22 16:45"),
        CLOSE: at("2026-12-01 17:30"),
    }


def test_t9_an_emergency_runs_round_the_clock(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 23:40", REPAIR, EMERGENCY)
    assert (taken.due(CONTACT), taken.due()) == (at("2026-11-21 00:10"), at("2026-11-21 03:40"))


def test_each_clock_of_a_complaint_is_met_by_its_own_move(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", COMPLAINT)
    moves = [
        (State.REVIEWED, "2026-11-20 09:20", {REVIEW}),
        (State.ASSIGNED, "2026-11-20 09:30", {REVIEW}),
        (State.CONTACTED, "2026-11-20 10:00", {REVIEW, CONTACT}),
        (State.IN_WORK, "2026-11-20 11:00", {REVIEW, CONTACT}),
        (State.DONE, "2026-11-20 15:00", {REVIEW, CONTACT, ANSWER}),
        (State.CONFIRMED, "2026-11-20 16:00", {REVIEW, CONTACT, ANSWER, CLOSE}),
        (State.CLOSED, "2026-11-20 16:30", {REVIEW, CONTACT, ANSWER, CLOSE}),
    ]
    for state, when, met in moves:
        taken.goes(state, when)
        standings = {name: clock.standing for name, clock in taken.clocks(when).items()}
        assert {name for name, standing in standings.items() if standing is Standing.MET} == met
    assert taken.clock("2027-01-01").met_at == at("2026-11-20 16:00")


def test_the_close_of_a_repair_is_kept_when_the_work_is_done(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.DONE, "2026-11-20 12:59")
    taken.goes(State.CLOSED, "2026-11-21 10:00")
    assert taken.clock("2026-11-21 10:00").standing is Standing.MET


def test_what_is_kept_too_late_is_missed(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.CONTACTED, "2026-11-20 09:31")
    clock = taken.clock("2026-11-20 12:00", CONTACT)
    assert (clock.standing, clock.reckoned.over_minutes) == (Standing.MISSED, 1)


def test_a_call_that_is_no_move_keeps_the_contact(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00").keeps(CONTACT, "2026-11-20 09:11").keeps(CONTACT, "2026-11-20 09:50")
    assert taken.clock("2026-11-20 12:00", CONTACT).met_at == at("2026-11-20 09:11")
    assert taken.clock("2026-11-20 12:00").standing is Standing.DUE


@pytest.mark.parametrize("waiting", [State.WAITING_RESIDENT, State.WAITING_PARTS, State.WAITING_THIRD])
def test_t11_waiting_stops_the_close_and_no_other_clock(desk: Desk, waiting: State) -> None:
    taken = desk.ticket("2026-11-20 09:00", COMPLAINT).goes(waiting, "2026-11-20 10:00")
    standings = {name: clock.standing for name, clock in taken.clocks("2026-11-20 11:00").items()}
    assert standings == {REVIEW: Standing.MET, CONTACT: Standing.DUE, ANSWER: Standing.DUE, CLOSE: Standing.PAUSED}


def test_t11_only_the_business_minutes_of_a_pause_are_added(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.WAITING_PARTS, "2026-11-20 17:00:20")
    taken.goes(State.IN_WORK, "2026-11-23 09:00:50")
    assert taken.due() == at("2026-12-02 09:30")  # half an hour on Friday, half an hour on Monday
    over_night = desk.ticket("2026-11-20 09:00").goes(State.WAITING_PARTS, "2026-11-20 17:30")
    assert over_night.goes(State.IN_WORK, "2026-11-23 08:30").due() == at("2026-12-01 17:30")


def test_waiting_for_one_thing_and_then_another_is_one_pause(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.WAITING_PARTS, "2026-11-23 09:00")
    taken.goes(State.WAITING_RESIDENT, "2026-11-23 10:00").goes(State.IN_WORK, "2026-11-23 11:00")
    clock = taken.clock("2026-11-23 12:00")
    assert [(one.began, one.minutes) for one in clock.reckoned.pauses] == [(at("2026-11-23 09:00"), 120)]


def test_t11_another_class_after_a_pause_keeps_the_pause(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.WAITING_RESIDENT, "2026-11-20 10:00")
    taken.goes(State.IN_WORK, "2026-11-20 11:00").becomes(REPAIR, EMERGENCY, "2026-11-20 11:30")
    assert taken.due() == at("2026-11-20 14:00")  # four hours and the hour that was waited
    still_waiting = desk.ticket("2026-11-20 09:00").goes(State.WAITING_RESIDENT, "2026-11-20 10:00")
    still_waiting.becomes(REPAIR, EMERGENCY, "2026-11-20 10:30")
    assert still_waiting.clock("2026-11-20 15:00").standing is Standing.PAUSED
    assert still_waiting.clock("2026-11-20 15:00").reckoned.left_minutes == 180


def test_another_kind_drops_what_it_does_not_promise_and_starts_what_is_new(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", COMPLAINT).goes(State.CONTACTED, "2026-11-20 09:05")
    taken.becomes(REPAIR, NORMAL, "2026-11-20 09:30")
    assert {name: clock.met_at for name, clock in taken.clocks("2026-11-20 09:30").items()} == {
        REVIEW: at("2026-11-20 09:05"),  # what was met stays met
        CONTACT: at("2026-11-20 09:05"),
        CLOSE: None,
    }
    taken.becomes(COMPLAINT, NORMAL, "2026-11-20 09:40")
    again = taken.clocks("2026-11-20 09:40")
    assert again[ANSWER].reckoned.due_at == at("2026-11-22 09:00")
    assert again[REVIEW].met_at == at("2026-11-20 09:05")


def test_a_clock_that_starts_late_is_met_by_what_happened_before(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.REVIEWED, "2026-11-20 09:10")
    taken.becomes(COMPLAINT, NORMAL, "2026-11-20 14:00")
    assert taken.clock("2026-11-20 14:00", REVIEW).met_at == at("2026-11-20 09:10")
    assert taken.clock("2026-11-20 14:00", ANSWER).reckoned.due_at == at("2026-11-22 09:00")


def test_a_move_that_was_taken_back_has_met_nothing(desk: Desk, store: Store) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.REVIEWED, "2026-11-20 09:10")
    with store.transaction() as connection:
        first = connection.execute(select(ticket_entry)).one()
        facts = {"ticket_id": taken.id, "kind": "undone", "state": "reported", "text": "", "facts": {}}
        when = at("2026-11-20 09:11")
        connection.execute(insert(ticket_entry).values(**facts, happened_at=when, undoes=first.id, at=when, by=2))
    taken.becomes(COMPLAINT, NORMAL, "2026-11-20 09:12")
    assert taken.clock("2026-11-20 09:12", REVIEW).met_at is None


def test_t11_reopening_keeps_the_used_time_and_does_not_warn_at_once(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.DONE, "2026-11-20 10:00")
    taken.goes(State.CLOSED, "2026-11-20 10:30").goes(State.IN_WORK, "2026-11-25 08:00")
    clock = taken.clock("2026-11-25 08:00")
    assert (clock.standing, clock.reckoned.left_minutes, clock.met_at) == (Standing.DUE, 180, None)
    assert clock.reckoned.due_at == at("2026-11-25 11:00")


def test_reopening_what_was_missed_leaves_it_overdue_since_the_same_time(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.DONE, "2026-11-20 15:00")
    taken.goes(State.IN_WORK, "2026-11-25 08:00")
    clock = taken.clock("2026-11-25 08:00")
    assert (clock.standing, clock.reckoned.due_at) == (Standing.OVERDUE, at("2026-11-20 13:00"))


@pytest.mark.parametrize("gone", [State.CANCELLED, State.MERGED])
def test_what_is_cancelled_or_merged_is_owed_no_more(desk: Desk, gone: State) -> None:
    taken = desk.ticket("2026-11-20 09:00").goes(State.CONTACTED, "2026-11-20 09:10").goes(gone, "2026-11-20 09:20")
    assert taken.clock("2027-01-01").standing is Standing.DROPPED
    assert taken.clock("2027-01-01", CONTACT).standing is Standing.MET


def test_what_is_taken_up_after_being_cancelled_keeps_its_used_time(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00", REPAIR, EMERGENCY).goes(State.WAITING_PARTS, "2026-11-20 10:00")
    taken.goes(State.CANCELLED, "2026-11-20 11:00").goes(State.IN_WORK, "2026-11-21 10:00")
    assert taken.clock("2026-11-21 10:00").reckoned.left_minutes == 180


def test_what_is_restored_is_exactly_what_it_was(desk: Desk, store: Store) -> None:
    taken = desk.ticket("2026-11-20 09:00", COMPLAINT).goes(State.WAITING_PARTS, "2026-11-20 10:00")
    taken.goes(State.IN_WORK, "2026-11-20 11:00").goes(State.WAITING_THIRD, "2026-11-20 12:00")
    before = stored(store, taken)
    with store.reading() as connection:
        kept = snapshot_clocks(connection, taken.id)
    taken.goes(State.MERGED, "2026-11-20 13:00")
    assert stored(store, taken) != before
    with store.transaction() as connection:
        restore_clocks(connection, taken.id, kept, at("2026-11-21 10:00"), UserId(2))
    assert stored(store, taken) == before


def test_the_promise_of_another_class_is_taken_back_with_the_step(desk: Desk, store: Store) -> None:
    taken = desk.ticket("2026-11-20 09:00")
    before = stored(store, taken)
    with store.reading() as connection:
        kept = snapshot_clocks(connection, taken.id)
    taken.becomes(REPAIR, EMERGENCY, "2026-11-20 09:10")
    with store.transaction() as connection:
        restore_clocks(connection, taken.id, kept, at("2026-11-20 09:11"), UserId(2))
    assert stored(store, taken) == before


def test_a_clock_that_was_not_there_before_is_dropped_when_the_step_is_taken_back(desk: Desk, store: Store) -> None:
    taken = desk.ticket("2026-11-20 09:00")
    with store.reading() as connection:
        kept = snapshot_clocks(connection, taken.id)
    taken.becomes(COMPLAINT, NORMAL, "2026-11-20 09:10")
    with store.transaction() as connection:
        restore_clocks(connection, taken.id, kept, at("2026-11-20 09:11"), UserId(2))
    assert set(taken.clocks("2026-11-20 09:12")) == {CONTACT, CLOSE}


def test_the_list_shows_the_clock_that_presses_most(desk: Desk) -> None:
    taken = desk.ticket("2026-11-20 09:00")
    assert _pressing(taken, "2026-11-20 09:10") is CONTACT
    taken.goes(State.CONTACTED, "2026-11-20 09:20")
    assert _pressing(taken, "2026-11-20 09:30") is CLOSE
    assert _pressing(taken.goes(State.DONE, "2026-11-20 10:00"), "2026-11-20 11:00") is CLOSE
    assert pressing([]) is None


def test_a_clock_says_why_it_is_due_then(desk: Desk, store: Store) -> None:
    taken = desk.ticket("2026-09-29 10:00").goes(State.WAITING_PARTS, "2026-09-30 17:00")
    taken.goes(State.IN_WORK, "2026-10-08 09:00")
    with store.reading() as connection:
        why = explain_clock(connection, taken.clock("2026-10-08 10:00").id, at("2026-10-08 10:00"))
    assert [day.day.day for day in why.counted] == [30, 8, 9, 10, 12, 13, 14]
    assert [day.name for day in why.skipped] == ["国庆节"] * 7 + [""]
    assert [one.minutes for one in why.pauses] == [60]
    assert (why.due_without_pauses, why.reckoned.due_at) == (at("2026-10-14 17:30"), at("2026-10-15 09:30"))


def _pressing(ticket: SmallTicket, when: str) -> ClockName:
    found = pressing(list(ticket.clocks(when).values()))
    assert found is not None
    return found.name


def test_moments_are_kept_by_the_minute(desk: Desk, store: Store) -> None:
    taken = desk.ticket("2026-11-20 09:00:59").goes(State.CONTACTED, "2026-11-20 09:30:59")
    assert taken.clock("2026-11-21", CONTACT).standing is Standing.MET
    with store.reading() as connection:
        times = connection.execute(select(ticket_clock.c.started_at, ticket_clock.c.met_at)).all()
    assert all(one is None or one == datetime(2026, 11, 20, 9, one.minute) for row in times for one in row)
