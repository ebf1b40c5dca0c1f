from datetime import datetime

import pytest

from app.tickets.changes.many import Changes, Seen
from app.tickets.entry.new_ticket import Caller, NewTicket
from app.tickets.entry.reporters import Reporter, read_reporters
from app.tickets.fields import Field
from app.tickets.kinds import ContactWay, EntryKind, Priority, ServiceClass, State
from app.tickets.moves.asked import Appointment, Contact, MoveTo
from app.tickets.refusals import TicketOver, UndoOnPaper, UndoOverwritten
from app.tickets.steps import MOST_STEPS, Step, StepsDone
from app.tickets.writing import Change, begin_writing, write_entry
from tests.tickets.flow.ticket_office import DONE, TicketOffice

UNTOUCHED = ("version",)
NOT_OF_A_PROMISE = ("at", "by")


def as_it_was(desk: TicketOffice, ticket_id: int) -> tuple[object, object]:
    row = {name: value for name, value in desk.row(ticket_id).items() if name not in UNTOUCHED}
    clocks = [
        {name: value for name, value in clock.items() if name not in NOT_OF_A_PROMISE}
        for clock in desk.clocks(ticket_id)
    ]
    return row, clocks


def test_t26_a_move_is_taken_back_with_its_clocks_and_the_timeline_tells_both(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.moves(one, State.ASSIGNED)
    before = as_it_was(desk, one)
    desk.at("2026-11-20 10:00")
    moved = desk.office.ticket_moves.move(desk.cashier, one, None, MoveTo(State.WAITING_PARTS))
    desk.at("2026-11-20 11:00")
    desk.office.ticket_undo.undo(desk.cashier, moved.step)
    assert as_it_was(desk, one) == before
    assert desk.told(one)[-2:] == ["moved:waiting_parts", "undone:assigned"]
    assert desk.entries(one)[-1]["undoes"] == desk.entries(one)[-2]["id"]


def test_a_closing_with_both_its_entries_is_one_step(desk: TicketOffice) -> None:
    one = desk.reported()
    before = as_it_was(desk, one)
    closed = desk.office.ticket_moves.close(desk.cashier, one, None, DONE)
    desk.office.ticket_undo.undo(desk.cashier, closed.step)
    assert as_it_was(desk, one) == before
    assert len(desk.told(one)) == 5


def test_a_contact_an_appointment_and_another_class_are_taken_back(desk: TicketOffice) -> None:
    one = desk.reported()
    before = as_it_was(desk, one)
    contact = desk.office.ticket_notes.contact(desk.cashier, one, Contact(ContactWay.PHONE, "张建国", reached=True))
    later = Appointment(datetime(2026, 11, 24, 14), asked_by_resident=True)
    appointed = desk.office.ticket_moves.appoint(desk.cashier, one, None, later)
    urgent = desk.office.ticket_changes.change(desk.cashier, one, None, {Field.PRIORITY: Priority.URGENT})
    for step in (urgent.step, appointed.step, contact):
        desk.office.ticket_undo.undo(desk.cashier, step)
    assert as_it_was(desk, one) == before


def test_another_class_taken_back_promises_what_was_promised(desk: TicketOffice) -> None:
    one = desk.reported()
    before, promised = desk.row(one)["service_class"], due(desk, one)
    changed = desk.office.ticket_changes.change(desk.cashier, one, None, {Field.SERVICE_CLASS: ServiceClass.EMERGENCY})
    assert due(desk, one) != promised
    desk.office.ticket_undo.undo(desk.cashier, changed.step)
    assert (desk.row(one)["service_class"], due(desk, one)) == (before, promised)


def due(desk: TicketOffice, ticket_id: int) -> list[tuple[object, object]]:
    return [(clock["name"], clock["due_at"]) for clock in desk.clocks(ticket_id) if not clock["dropped_at"]]


def test_a_report_taken_back_is_a_cancelled_ticket(desk: TicketOffice) -> None:
    made = desk.office.tickets.report(desk.cashier, NewTicket("one", "误报", unit_id=desk.unit))
    desk.office.ticket_undo.undo(desk.cashier, made.step)
    assert desk.state(made.ticket_id) is State.CANCELLED
    with pytest.raises(TicketOver):
        desk.moves(made.ticket_id, State.IN_WORK)


def test_a_report_that_was_worked_on_is_not_taken_back(desk: TicketOffice) -> None:
    made = desk.office.tickets.report(desk.cashier, NewTicket("one", "漏水", unit_id=desk.unit))
    desk.moves(made.ticket_id, State.IN_WORK)
    with pytest.raises(UndoOverwritten):
        desk.office.ticket_undo.undo(desk.cashier, made.step)


def test_a_reporter_added_to_the_wrong_ticket_is_taken_off(desk: TicketOffice) -> None:
    one = desk.reported()
    added = desk.office.tickets.add_reporter(desk.cashier, one, Caller("李秀英", "13700001111"))
    desk.office.ticket_undo.undo(desk.cashier, added)
    assert [row.name for row in reporters(desk, one)] == ["张建国"]


def reporters(desk: TicketOffice, ticket_id: int) -> list[Reporter]:
    with desk.office.store.reading() as connection:
        return list(read_reporters(connection, [ticket_id]))


def test_what_somebody_changed_again_is_not_taken_back(desk: TicketOffice) -> None:
    one = desk.reported()
    first = desk.office.ticket_changes.change(desk.cashier, one, None, {Field.PRIORITY: Priority.HIGH})
    desk.office.ticket_changes.change(desk.supervisor, one, None, {Field.PRIORITY: Priority.URGENT})
    with pytest.raises(UndoOverwritten) as refused:
        desk.office.ticket_undo.undo(desk.cashier, first.step)
    assert refused.value.fields == (Field.PRIORITY,)


def test_t26_what_was_printed_since_is_not_taken_back(desk: TicketOffice) -> None:
    one = desk.reported()
    moved = desk.office.ticket_moves.move(desk.cashier, one, None, MoveTo(State.ASSIGNED))
    with desk.office.store.transaction() as connection:
        writing = begin_writing(connection, desk.clock.now(), desk.cashier.id)
        write_entry(writing, one, State.ASSIGNED, Change(EntryKind.PRINTED))
    with pytest.raises(UndoOnPaper):
        desk.office.ticket_undo.undo(desk.cashier, moved.step)


def test_t25_t26_one_step_back_for_many_tickets(desk: TicketOffice) -> None:
    several = [desk.reported(text) for text in ("漏水", "断电", "门锁坏")]
    before = [as_it_was(desk, one) for one in several]
    asked = Changes({Field.PRIORITY: Priority.HIGH}, State.ASSIGNED)
    done = desk.office.ticket_changes.change_many(desk.cashier, [Seen(one) for one in several], asked)
    assert {desk.state(one) for one in several} == {State.ASSIGNED}
    desk.office.ticket_undo.undo(desk.cashier, done.step)
    assert [as_it_was(desk, one) for one in several] == before


def test_if_one_ticket_stands_against_it_none_is_taken_back(desk: TicketOffice) -> None:
    first, second = desk.reported("漏水"), desk.reported("断电")
    asked = Changes({Field.PRIORITY: Priority.HIGH})
    done = desk.office.ticket_changes.change_many(desk.cashier, [Seen(first), Seen(second)], asked)
    desk.office.ticket_changes.change(desk.supervisor, first, None, {Field.PRIORITY: Priority.LOW})
    with pytest.raises(UndoOverwritten):
        desk.office.ticket_undo.undo(desk.cashier, done.step)
    assert desk.row(second)["priority"] == Priority.HIGH


def test_t26_ten_steps_are_remembered() -> None:
    steps = StepsDone()
    for _ in range(MOST_STEPS + 3):
        steps.did(Step(EntryKind.NOTE, ()))
    assert len(steps) == MOST_STEPS == 10
    steps.undone()
    assert (len(steps), steps.last() is None) == (9, False)
