from datetime import datetime

import pytest

from app.tickets.changes.many import Changes, Seen
from app.tickets.fields import Field
from app.tickets.flow_refusals import MoveImpossible
from app.tickets.kinds import Priority, State, TicketKind
from app.tickets.refusals import (
    ChangedElsewhere,
    FieldNotChanged,
    MacroEmpty,
    MacroNameMissing,
    NothingChanged,
    TicketOver,
)
from tests.tickets.flow.ticket_office import DONE, TicketOffice

URGENT = Changes({Field.PRIORITY: Priority.URGENT}, State.ASSIGNED, "集中派工")


def test_a_preview_says_what_becomes_of_each_and_stores_nothing(desk: TicketOffice) -> None:
    one, done = desk.reported("漏水"), desk.reported("门坏")
    desk.closes(done)
    before = desk.row(one), desk.told(one)
    first, second = desk.office.ticket_changes.preview(desk.cashier, (Seen(one), Seen(done)), URGENT)
    assert [(change.field, change.before, change.after) for change in first.changes] == [
        (Field.PRIORITY, "normal", "urgent"),
        (Field.STATE, "reported", "assigned"),
    ]
    assert isinstance(second.refused, TicketOver)
    assert (second.number, second.changes) == ("261120-002", ())
    assert (desk.row(one), desk.told(one)) == before


def test_those_that_allow_it_change_and_the_others_stay_with_the_reason(desk: TicketOffice) -> None:
    one, done, complaint = desk.reported("漏水"), desk.reported("门坏"), desk.reported(kind=TicketKind.COMPLAINT)
    desk.closes(done)
    seen = (Seen(one), Seen(done), Seen(complaint), Seen(one))
    result = desk.office.ticket_changes.change_many(desk.cashier, seen, URGENT)
    assert [type(stays.refused) for stays in result.refused] == [TicketOver, MoveImpossible]
    assert [desk.state(ticket) for ticket in (one, done, complaint)] == ["assigned", "closed", "reported"]
    assert desk.row(complaint)["priority"] == "normal"  # all of it or nothing on each
    assert result.step.tickets == (one,)


def test_a_ticket_that_another_window_moved_stays_out_of_it(desk: TicketOffice) -> None:
    one, other = desk.reported("漏水"), desk.reported("门坏")
    seen = tuple(Seen(ticket, desk.row(ticket)["version"]) for ticket in (one, other))
    desk.moves(one, State.IN_WORK)
    result = desk.office.ticket_changes.change_many(desk.cashier, seen, URGENT)
    assert [type(stays.refused) for stays in result.refused] == [ChangedElsewhere]
    assert (desk.state(one), desk.state(other)) == (State.IN_WORK, State.ASSIGNED)


def test_many_are_closed_with_one_closing(desk: TicketOffice) -> None:
    several = [desk.reported(text) for text in ("漏水", "断电")]
    asked = Changes({Field.PRIORITY: Priority.LOW}, closing=DONE)
    done = desk.office.ticket_changes.change_many(desk.cashier, [Seen(one) for one in several], asked)
    assert {desk.state(one) for one in several} == {State.CLOSED}
    desk.office.ticket_undo.undo(desk.cashier, done.step)
    assert {(desk.state(one), desk.row(one)["priority"]) for one in several} == {(State.REPORTED, "normal")}


def test_closing_takes_a_closing(desk: TicketOffice) -> None:
    one = desk.reported()
    done = desk.office.ticket_changes.change_many(desk.cashier, [Seen(one)], Changes(to=State.CLOSED))
    assert isinstance(done.refused[0].refused, MoveImpossible)
    same = desk.office.ticket_changes.change_many(desk.cashier, [Seen(one)], Changes(to=State.REPORTED))
    assert isinstance(same.refused[0].refused, NothingChanged)


def test_a_note_for_many_tickets(desk: TicketOffice) -> None:
    several = [desk.reported(text) for text in ("漏水", "断电")]
    desk.office.ticket_changes.change_many(desk.cashier, [Seen(one) for one in several], Changes(text="已通知工程部"))
    assert [desk.told(one)[-1] for one in several] == ["note:reported"] * 2


def test_t25_a_macro_is_kept_used_and_named_in_the_timeline(desk: TicketOffice) -> None:
    team = desk.office.teams.add_team(desk.supervisor, "夜间抢修组")
    desk.office.macros.add(desk.supervisor, "夜间急修", Changes({Field.TEAM: team, **URGENT.values}, State.ASSIGNED))
    (macro,) = desk.office.macros.all()
    one = desk.reported()
    desk.office.ticket_changes.change_many(desk.cashier, [Seen(one)], macro.changes)
    row = desk.row(one)
    assert (row["team_id"], row["priority"], row["state"]) == (team, "urgent", "assigned")
    assert desk.entries(one)[-1]["facts"]["macro"] == "夜间急修"


def test_a_macro_is_replaced_by_its_name_and_given_up(desk: TicketOffice) -> None:
    macros = desk.office.macros
    macros.add(desk.supervisor, "夜间急修", URGENT)
    later = Changes({Field.APPOINTMENT: datetime(2026, 12, 1, 9)})
    second = macros.add(desk.supervisor, " 夜间急修 ", later)
    (macro,) = macros.all()
    assert (macro.id, macro.changes.values) == (second, later.values)
    macros.retire(desk.supervisor, second)
    assert macros.all() == ()


def test_a_macro_has_a_name_changes_something_and_fits_many(desk: TicketOffice) -> None:
    macros = desk.office.macros
    with pytest.raises(MacroNameMissing):
        macros.add(desk.supervisor, " ", URGENT)
    with pytest.raises(MacroEmpty):
        macros.add(desk.supervisor, "无", Changes())
    for field in (Field.TEXT, Field.STATE):
        with pytest.raises(FieldNotChanged):
            macros.add(desk.supervisor, "改文字", Changes({field: "漏水"}))


def test_a_ticket_that_refuses_the_second_part_keeps_nothing_of_the_first(desk: TicketOffice) -> None:
    complaint = desk.reported(kind=TicketKind.COMPLAINT)  # not looked at yet, so not closed
    asked = Changes({Field.PRIORITY: Priority.LOW}, closing=DONE)
    done = desk.office.ticket_changes.change_many(desk.cashier, [Seen(complaint)], asked)
    assert [type(stays.refused) for stays in done.refused] == [MoveImpossible]
    assert (desk.row(complaint)["priority"], desk.told(complaint)) == ("normal", ["reported:reported"])
