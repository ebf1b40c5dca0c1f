from datetime import datetime

import pytest
from sqlalchemy import select, update

from app.access.permissions import Role
from app.access.tables import user
from app.estate.kinds import OccupancyRole
from app.tickets.catalogue.category_facts import CategoryFacts
from app.tickets.catalogue.refusals import CategoryNotOffered
from app.tickets.entry.new_ticket import Caller, NewTicket
from app.tickets.entry.reporters import Reporter, read_reporters
from app.tickets.entry.similar import Where
from app.tickets.kinds import Priority, ServiceClass, State, TicketKind
from app.tickets.refusals import AssigneeGone, HappenedOutside, TeamGone, TicketOver, UnitUnknown
from app.tickets.tables import ticket_words
from app.tickets.word_index import searchable
from tests.tickets.flow.ticket_office import TicketOffice


def lamp(desk: TicketOffice, **facts: object) -> int:
    known = {"name": "公共照明报修", "kind": TicketKind.REPAIR, **facts}
    return desk.office.ticket_categories.add(desk.supervisor, CategoryFacts(**known))  # type: ignore[arg-type]


def reporters(desk: TicketOffice, ticket_id: int) -> tuple[Reporter, ...]:
    with desk.office.store.reading() as connection:
        return read_reporters(connection, [ticket_id])


def test_a_category_means_kind_class_priority_team_and_checklist(desk: TicketOffice) -> None:
    team = desk.office.teams.add_team(desk.supervisor, "夜间抢修组")
    category = lamp(
        desk,
        kind=TicketKind.COMPLAINT,
        priority=Priority.HIGH,
        service_class=ServiceClass.MAJOR,
        team_id=team,
        checklist=("到场确认",),
    )
    row = desk.row(desk.reported(category_id=category))
    assert (row["kind"], row["priority"], row["service_class"], row["team_id"]) == ("complaint", "high", "major", team)
    assert row["checklist"] == [{"text": "到场确认", "done": False}]
    changed = desk.row(desk.reported(category_id=category, priority=Priority.LOW, kind=TicketKind.TASK, checklist=()))
    assert (changed["kind"], changed["priority"], changed["checklist"]) == ("task", "low", [])


def test_a_category_alone_says_enough(desk: TicketOffice) -> None:
    assert desk.state(desk.reported("", category_id=lamp(desk))) is State.REPORTED


def test_what_is_no_longer_there_gets_no_new_tickets(desk: TicketOffice) -> None:
    category, team = lamp(desk), desk.office.teams.add_team(desk.supervisor, "夜间抢修组")
    desk.office.ticket_categories.retire(desk.supervisor, category)
    desk.office.teams.retire_team(desk.supervisor, team)
    with pytest.raises(CategoryNotOffered):
        desk.reported(category_id=category)
    with pytest.raises(TeamGone):
        desk.reported(team_id=team)
    with pytest.raises(UnitUnknown):
        desk.reported(unit_id=9_999)
    assert desk.row(desk.reported())["serial"] == 1


def test_somebody_who_no_longer_signs_in_answers_for_nothing(desk: TicketOffice) -> None:
    gone = desk.office.people.add(desk.supervisor, "钱伟", "quiet-harbour", Role.CASHIER).id
    with desk.office.store.transaction() as connection:
        connection.execute(update(user).where(user.c.id == gone).values(active=False))
    with pytest.raises(AssigneeGone):
        desk.reported(assignee_id=gone)


def test_a_person_of_the_book_brings_name_and_telephone(desk: TicketOffice) -> None:
    page = desk.office.estate.unit_page(desk.unit)
    owner = next(one for one in page.people if one.role is OccupancyRole.OWNER)
    one = desk.reported(caller=Caller(person_id=owner.person_id, unit_id=desk.unit, words="厨房全是水"))
    assert [(row.name, row.phone, row.words) for row in reporters(desk, one)] == [
        ("张建国", "13800005678", "厨房全是水")
    ]


def test_a_report_without_a_name_has_no_reporter(desk: TicketOffice) -> None:
    assert reporters(desk, desk.reported(caller=Caller())) == ()


def test_what_was_reported_earlier_is_promised_from_then_on(desk: TicketOffice) -> None:
    one = desk.reported(reported_at=datetime(2026, 11, 20, 7, 30))
    contact = next(clock for clock in desk.clocks(one) if clock["name"] == "contact")
    assert (contact["started_at"], contact["due_at"]) == (datetime(2026, 11, 20, 7, 30), datetime(2026, 11, 20, 8))
    with pytest.raises(HappenedOutside):
        desk.reported(reported_at=datetime(2026, 11, 20, 9, 1))


def similar(desk: TicketOffice, **where: object) -> list[int]:
    return [one.label.id for one in desk.office.tickets.similar(Where(**where))]  # type: ignore[arg-type]


def test_open_tickets_of_the_same_room_are_shown_newest_first(desk: TicketOffice) -> None:
    one, two, closed = desk.reported("漏水"), desk.reported("灯坏"), desk.reported("门坏")
    desk.closes(closed)
    assert similar(desk, unit_id=desk.unit) == [two, one]
    desk.at("2026-12-20 09:01")
    assert similar(desk, unit_id=desk.unit) == []


def test_elsewhere_place_and_category_have_to_agree(desk: TicketOffice) -> None:
    category, other = lamp(desk), lamp(desk, name="单元门报修")
    one = desk.reported("灯不亮", place="2单元大堂", category_id=category)
    assert similar(desk, place="2单元大堂", category_id=category) == [one]
    assert similar(desk, place=" 2单元大堂 ", category_id=category) == [one]
    assert similar(desk, place="2单元大堂", category_id=other) == []
    assert similar(desk, place="2单元大堂") == []
    assert similar(desk) == []


def test_t4_the_same_lamp_of_four_neighbours_is_one_ticket_with_four_reporters(desk: TicketOffice) -> None:
    category = lamp(desk)
    one = desk.reported("灯不亮", place="2单元大堂", category_id=category)
    for name in ("李秀英", "王芳", "赵刚"):
        found = desk.office.tickets.similar(Where(place="2单元大堂", category_id=category))
        assert found[0].label.id == one
        desk.office.tickets.add_reporter(desk.cashier, one, Caller(name))
    assert desk.office.tickets.similar(Where(place="2单元大堂", category_id=category))[0].reporters == 4
    assert [row.name for row in reporters(desk, one)] == ["张建国", "李秀英", "王芳", "赵刚"]


def test_nobody_is_added_to_what_is_over(desk: TicketOffice) -> None:
    one = desk.reported()
    desk.closes(one)
    with pytest.raises(TicketOver):
        desk.office.tickets.add_reporter(desk.cashier, one, Caller("李秀英"))


def test_every_text_of_a_ticket_is_found(desk: TicketOffice) -> None:
    one = desk.reported("ＡＢ楼道漏水", category_id=lamp(desk))
    desk.office.ticket_notes.note(desk.cashier, one, "已关总阀")
    with desk.office.store.reading() as connection:
        words = connection.execute(select(ticket_words.c.words).where(ticket_words.c.ticket_id == one)).scalar_one()
    for typed in ("漏水", "AB楼道", "张建", "5678", "总阀", "公共照明", "3-2-501", "261120-001"):
        assert searchable(typed) in words


def test_the_same_form_saved_later_is_the_same_ticket(desk: TicketOffice) -> None:
    asked = NewTicket("one", "漏水", unit_id=desk.unit)
    first = desk.office.tickets.report(desk.cashier, asked)
    desk.at("2026-11-22 08:00")
    assert desk.office.tickets.report(desk.supervisor, asked).number == first.number
