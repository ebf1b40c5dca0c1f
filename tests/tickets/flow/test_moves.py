from datetime import datetime

import pytest

from app.tickets.entry.new_ticket import Caller, NewTicket
from app.tickets.flow_refusals import MoveImpossible, ReasonMissing
from app.tickets.kinds import ClockName, ContactWay, EntryKind, State, TicketKind
from app.tickets.moves.asked import Appointment, Contact, MoveTo
from app.tickets.refusals import (
    ClosingIncomplete,
    HappenedOutside,
    NothingReported,
    TicketOver,
    TicketTextTooLong,
    WhereMissing,
)
from tests.tickets.flow.ticket_office import DONE, TicketOffice


def test_a_report_is_a_ticket_with_a_number_of_its_day(desk: TicketOffice) -> None:
    asked = NewTicket("one", "厨房下水反水", unit_id=desk.unit)
    first = desk.office.tickets.report(desk.cashier, asked)
    second = desk.office.tickets.report(desk.cashier, NewTicket("two", "楼道灯不亮", place="2单元楼道"))
    assert (first.number, second.number) == ("261120-001", "261120-002")
    desk.at("2026-11-21 08:00")
    assert desk.office.tickets.report(desk.cashier, NewTicket("three", "灯", place="大堂")).number == "261121-001"


def test_saving_a_form_twice_makes_one_ticket(desk: TicketOffice) -> None:
    asked = NewTicket("one", "厨房下水反水", unit_id=desk.unit)
    first = desk.office.tickets.report(desk.cashier, asked)
    again = desk.office.tickets.report(desk.cashier, asked)
    assert (again.ticket_id, again.already, first.already) == (first.ticket_id, True, False)


def test_every_step_of_a_repair_is_told_with_its_state(desk: TicketOffice) -> None:
    one = desk.reported()
    steps = (State.REVIEWED, State.ASSIGNED, State.CONTACTED, State.ON_THE_WAY, State.ARRIVED, State.IN_WORK)
    desk.moves(one, *steps, State.WAITING_PARTS, State.IN_WORK, State.DONE, State.CONFIRMED).closes(one)
    assert [line.split(":")[1] for line in desk.told(one)] == [
        *("reported", "reviewed", "assigned", "contacted", "on_the_way", "arrived", "in_work"),
        *("waiting_parts", "in_work", "done", "confirmed", "closed"),
    ]
    assert desk.row(one)["closed_at"] == desk.clock.now()
    assert all(clock["met_at"] for clock in desk.clocks(one))


def test_a_move_that_the_flow_does_not_know_is_refused_and_nothing_is_written(desk: TicketOffice) -> None:
    one = desk.reported()
    with pytest.raises(MoveImpossible):
        desk.moves(one, State.CONFIRMED)
    with pytest.raises(MoveImpossible):
        desk.moves(one, State.CLOSED)
    assert desk.told(one) == ["reported:reported"]


def test_giving_up_says_why(desk: TicketOffice) -> None:
    one = desk.reported()
    with pytest.raises(ReasonMissing):
        desk.moves(one, State.CANCELLED)
    desk.moves(one, State.CANCELLED, why="业主已自行处理")
    with pytest.raises(TicketOver):
        desk.moves(one, State.IN_WORK)


def test_closing_a_ticket_that_is_in_work_says_that_it_is_done_first(desk: TicketOffice) -> None:
    one = desk.reported(checklist=("关水阀", "清理现场"))
    desk.moves(one, State.IN_WORK)
    with pytest.raises(ClosingIncomplete):
        desk.closes(one, type(DONE)("", "", None))
    desk.closes(one, type(DONE)("老化", "更换", 20, checklist_done=frozenset({0})))
    assert desk.told(one)[-2:] == ["moved:done", "closed:closed"]
    assert [point["done"] for point in desk.row(one)["checklist"]] == [True, False]
    assert desk.row(one)["closing"]["minutes"] == 20


def test_a_date_that_the_resident_asked_for_lets_the_close_stand_still_until_then(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.moves(one, State.ASSIGNED)
    later = Appointment(datetime(2026, 11, 24, 14), asked_by_resident=True)
    desk.office.ticket_moves.appoint(desk.cashier, one, None, later)
    assert desk.state(one) is State.WAITING_RESIDENT
    (close,) = (clock for clock in desk.clocks(one) if clock["name"] == "close")
    assert (close["paused_at"], close["pauses"][-1][1]) == (None, "2026-11-24T14:00:00")


def test_whoever_is_reached_keeps_the_promise_of_a_contact(desk: TicketOffice) -> None:
    one = desk.reported(kind=TicketKind.COMPLAINT)
    desk.office.ticket_notes.contact(desk.cashier, one, Contact(ContactWay.PHONE, "张建国", reached=False))
    assert contact_met(desk, one) is False
    desk.office.ticket_notes.contact(desk.cashier, one, Contact(ContactWay.PHONE, "张建国", reached=True))
    assert contact_met(desk, one) is True
    assert desk.state(one) is State.REPORTED  # a complaint is reviewed before it moves
    assert desk.told(one).count("contact:reported") == 2


def contact_met(desk: TicketOffice, ticket_id: int) -> bool:
    return any(row["name"] == ClockName.CONTACT and row["met_at"] for row in desk.clocks(ticket_id))


def test_what_is_entered_later_lies_between_the_report_and_now(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.at("2026-11-20 11:00")
    for moment in (datetime(2026, 11, 20, 8), datetime(2026, 11, 20, 12)):
        with pytest.raises(HappenedOutside):
            desk.office.ticket_moves.move(desk.cashier, one, None, MoveTo(State.IN_WORK, happened_at=moment))
    desk.office.ticket_moves.move(
        desk.cashier, one, None, MoveTo(State.CONTACTED, happened_at=datetime(2026, 11, 20, 9, 20))
    )
    assert desk.entries(one)[-1]["happened_at"] == datetime(2026, 11, 20, 9, 20)
    assert next(row["met_at"] for row in desk.clocks(one) if row["name"] == "contact").minute == 20


def test_a_machine_whose_clock_was_put_back_still_writes_on(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.at("2026-11-19 07:00").moves(one, State.IN_WORK)
    assert desk.entries(one)[-1]["happened_at"] == datetime(2026, 11, 20, 9)
    assert desk.entries(one)[-1]["at"] == datetime(2026, 11, 19, 7)


def test_a_report_without_words_or_place_is_refused(desk: TicketOffice) -> None:
    with pytest.raises(NothingReported):
        desk.reported("  ")
    with pytest.raises(WhereMissing):
        desk.office.tickets.report(desk.cashier, NewTicket("one", "漏水"))
    with pytest.raises(TicketTextTooLong):
        desk.reported("水" * 20_001)


def test_a_very_long_text_with_rare_characters_is_kept_whole(desk: TicketOffice) -> None:
    text = "🚰𠮷㛃" + "水" * 19_997
    assert desk.row(desk.reported(text))["text"] == text
    assert desk.row(desk.reported("漏\0水\ud800"))["text"] == "漏水"


def test_a_second_caller_stands_on_the_running_ticket(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.office.tickets.add_reporter(desk.cashier, one, Caller("李秀英", "13700001111", words="我家也是"))
    assert desk.told(one)[-1] == f"{EntryKind.REPORTER}:reported"
