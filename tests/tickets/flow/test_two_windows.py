import pytest

from app.tickets.changes.usable import CheckPoint
from app.tickets.entry.new_ticket import Caller
from app.tickets.fields import Field
from app.tickets.kinds import Priority, State, TicketKind
from app.tickets.moves.asked import GiveOut, MoveTo
from app.tickets.refusals import ChangedElsewhere, FieldNotChanged, NothingChanged, ValueUnusable, WhereMissing
from tests.tickets.flow.ticket_office import TicketOffice


def test_t27_the_same_field_changed_in_two_windows_is_told_and_not_overwritten(desk: TicketOffice) -> None:
    one = desk.reported()
    shown = desk.row(one)["version"]
    changes = desk.office.ticket_changes
    changes.change(desk.supervisor, one, shown, {Field.PRIORITY: Priority.URGENT})
    with pytest.raises(ChangedElsewhere) as refused:
        changes.change(desk.cashier, one, shown, {Field.PRIORITY: Priority.LOW, Field.TEXT: "楼上漏水"})
    assert [(clash.field, clash.theirs, clash.mine) for clash in refused.value.clashes] == [
        (Field.PRIORITY, "urgent", "low")
    ]
    assert refused.value.who == "沈若兰"
    assert (desk.row(one)["priority"], desk.row(one)["text"]) == ("urgent", "厨房下水反水")


def test_t27_other_fields_are_saved_and_what_the_other_did_is_told(desk: TicketOffice) -> None:
    one = desk.reported()
    shown = desk.row(one)["version"]
    desk.office.ticket_changes.change(desk.supervisor, one, shown, {Field.PRIORITY: Priority.URGENT})
    saved = desk.office.ticket_changes.change(desk.cashier, one, shown, {Field.TEXT: "楼上漏水"})
    assert [(other.field, other.value, other.who) for other in saved.elsewhere] == [
        (Field.PRIORITY, "urgent", "沈若兰")
    ]
    assert saved.version == desk.row(one)["version"]
    assert desk.row(one)["text"] == "楼上漏水"


def test_both_windows_saying_the_same_is_no_clash(desk: TicketOffice) -> None:
    one = desk.reported()
    shown = desk.row(one)["version"]
    changes = desk.office.ticket_changes
    changes.change(desk.supervisor, one, shown, {Field.PRIORITY: Priority.URGENT})
    changes.change(desk.cashier, one, shown, {Field.PRIORITY: Priority.URGENT, Field.TEXT: "楼上漏水"})
    assert desk.row(one)["text"] == "楼上漏水"


def test_a_move_after_another_windows_move_is_told(desk: TicketOffice) -> None:
    one = desk.reported()
    shown = desk.row(one)["version"]
    desk.office.ticket_moves.move(desk.supervisor, one, shown, MoveTo(State.IN_WORK))
    with pytest.raises(ChangedElsewhere):
        desk.office.ticket_moves.move(desk.cashier, one, shown, MoveTo(State.WAITING_PARTS))
    with pytest.raises(ChangedElsewhere):
        desk.office.ticket_moves.give_out(
            desk.cashier, give_to(desk, one, shown), shown, GiveOut(assignee_id=desk.cashier.id)
        )


def give_to(desk: TicketOffice, ticket_id: int, shown: int) -> int:
    desk.office.ticket_moves.give_out(desk.supervisor, ticket_id, shown, GiveOut(assignee_id=desk.supervisor.id))
    return ticket_id


def test_what_a_window_saved_itself_is_seen(desk: TicketOffice) -> None:
    one = desk.reported()
    moves = desk.office.ticket_moves
    first = moves.move(desk.cashier, one, desk.row(one)["version"], MoveTo(State.ASSIGNED))
    moves.move(desk.cashier, one, first.version, MoveTo(State.IN_WORK))
    assert desk.state(one) is State.IN_WORK


def test_notes_and_reporters_of_another_window_disturb_nobody(desk: TicketOffice) -> None:
    one = desk.reported()
    shown = desk.row(one)["version"]
    desk.office.ticket_notes.note(desk.supervisor, one, "已通知保安")
    desk.office.tickets.add_reporter(desk.supervisor, one, Caller("李秀英"))
    assert desk.office.ticket_moves.move(desk.cashier, one, shown, MoveTo(State.ASSIGNED)).elsewhere == ()


def test_a_save_without_a_change_writes_nothing(desk: TicketOffice) -> None:
    one = desk.reported()
    with pytest.raises(NothingChanged):
        desk.office.ticket_changes.change(desk.cashier, one, None, {Field.PRIORITY: Priority.NORMAL})
    assert desk.told(one) == ["reported:reported"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.PRIORITY, "sooner"),
        (Field.TEXT, 3),
        (Field.APPOINTMENT, "tomorrow"),
        (Field.CHECKLIST, ["关水阀"]),
        (Field.CHECKLIST, None),
        (Field.WARRANTY, "yes"),
        (Field.ASSIGNEE, 999),
        (Field.TEAM, 999),
    ],
)
def test_a_value_that_a_field_does_not_know_is_refused(desk: TicketOffice, field: Field, value: object) -> None:
    with pytest.raises(ValueUnusable):
        desk.office.ticket_changes.change(desk.cashier, desk.reported(), None, {field: value})


def test_what_follows_from_the_flow_is_not_typed(desk: TicketOffice) -> None:
    with pytest.raises(FieldNotChanged):
        desk.office.ticket_changes.change(desk.cashier, desk.reported(), None, {Field.STATE: "closed"})


def test_a_repair_keeps_a_place(desk: TicketOffice) -> None:
    with pytest.raises(WhereMissing):
        desk.office.ticket_changes.change(desk.cashier, desk.reported(), None, {Field.UNIT: None, Field.BUILDING: None})


def test_another_unit_brings_its_building_and_another_kind_its_promise(desk: TicketOffice) -> None:
    one, other = desk.reported(), desk.builder.unit("5-1-101", "李秀英", phone="13700001111")
    desk.office.ticket_changes.change(desk.cashier, one, None, {Field.UNIT: other, Field.KIND: TicketKind.COMPLAINT})
    row = desk.row(one)
    assert row["building_id"] != desk.row(desk.reported())["building_id"]
    assert {clock["name"] for clock in desk.clocks(one)} == {"review", "contact", "answer", "close"}


def test_a_checklist_is_ticked_off(desk: TicketOffice) -> None:
    one = desk.reported(checklist=("关水阀", "清理现场"))
    points = (CheckPoint("关水阀", done=True), CheckPoint("清理现场"), CheckPoint("拍照"))
    desk.office.ticket_changes.change(desk.cashier, one, None, {Field.CHECKLIST: points})
    assert [point["done"] for point in desk.row(one)["checklist"]] == [True, False, False]
