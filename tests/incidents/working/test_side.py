"""What is told beside the steps: calls, roles, hand-over, place, how grave, follow-up work."""

from __future__ import annotations

import pytest

from app.core.ids import UnitId
from app.incidents.plans.plan import PlanRole, Severity
from app.incidents.running.asked import Call, Where
from app.incidents.running.entry import EntryKind
from app.incidents.running.hand_over import hand_over_page
from app.incidents.running.refusals import TicketOfAnotherIncident, WordsMissing
from app.incidents.running.view import CallLine, CallResult
from app.incidents.tables import plan_contact
from app.store.rows import insert_row
from app.tickets.entry.new_ticket import NewTicket
from app.tickets.refusals import NothingReported
from tests.incidents.working.incident_office import IncidentOffice


def written_number(desk: IncidentOffice, key: str = "lift-maintainer") -> int:
    with desk.office.store.transaction() as connection:
        return insert_row(
            connection,
            plan_contact,
            key=key,
            name="安达电梯",
            number="0571-55500147",
            deputy="刘师傅",
            deputy_number="13900005162",
            private=False,
            position=1,
            at=desk.clock.now(),
            by=desk.supervisor.id,
        )


def party(desk: IncidentOffice, number: int, key: str = "lift-maintainer") -> CallLine:
    return next(line for line in desk.incidents.view(number).calls if line.key == key)


def test_i16_no_answer_moves_on_to_the_deputy_and_back(desk: IncidentOffice) -> None:
    written_number(desk)
    number = desk.started()
    assert party(desk, number).next_number == "0571-55500147"
    desk.incidents.call(desk.cashier, number, Call("lift-maintainer", CallResult.NO_ANSWER))
    assert party(desk, number).next_number == "13900005162"
    desk.incidents.call(desk.cashier, number, Call("lift-maintainer", CallResult.ENGAGED))
    told = desk.last(number).facts
    assert (told["number"], told["deputy"], told["name"]) == ("13900005162", True, "刘师傅")
    assert party(desk, number).next_number == "0571-55500147"
    desk.incidents.call(desk.cashier, number, Call("lift-maintainer", CallResult.REACHED, words="20:05 前到"))
    assert party(desk, number).is_reached
    assert len(party(desk, number).results) == 3


def test_i16_the_numbers_of_the_country_stand_last_and_are_not_the_offices(desk: IncidentOffice) -> None:
    written_number(desk, "119")
    calls = desk.incidents.view(desk.started()).calls
    assert [(line.key, line.number) for line in calls[-3:]] == [("119", "119"), ("120", "120"), ("110", "110")]
    assert all(line.is_fixed for line in calls[-3:])


def test_i16_a_party_that_was_taken_out_meanwhile_can_still_be_called(desk: IncidentOffice) -> None:
    contact = written_number(desk)
    number = desk.started()
    desk.clock.advance(minutes=1)
    desk.alter(plan_contact, contact, retired_at=desk.clock.now())
    assert (party(desk, number).retired, party(desk, number).number) == (True, "0571-55500147")
    desk.incidents.call(desk.cashier, number, Call("lift-maintainer", CallResult.REACHED))
    desk.clock.advance(minutes=1)
    later = desk.started()
    assert party(desk, later).number == "", "one that starts now has it no more"


def test_i16_whoever_was_called_beyond_the_list_stays_in_view(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.incidents.call(desk.cashier, number, Call("electrician", CallResult.REACHED, number="13700000001"))
    called = party(desk, number, "electrician")
    assert (called.name.zh, called.number, called.is_reached) == ("值班电工", "13700000001", True)


def test_i17_the_one_who_starts_leads_and_a_role_passes_on_by_name(desk: IncidentOffice) -> None:
    number = desk.started()
    assert desk.incidents.view(number).roles == {PlanRole.LEAD: "王敏", PlanRole.RECORDER: "王敏"}
    desk.incidents.assign(desk.cashier, number, PlanRole.SITE, "王敏")
    assert desk.last(number).kind is EntryKind.ASSIGNED
    assert desk.incidents.view(number).lead_is_on_site
    desk.incidents.assign(desk.cashier, number, PlanRole.SITE, " 陈队长 ")
    told = desk.last(number)
    assert (told.kind, told.facts["from"], told.facts["to"]) == (EntryKind.HANDED_OVER, "王敏", "陈队长")
    assert not desk.incidents.view(number).lead_is_on_site
    with pytest.raises(WordsMissing):
        desk.incidents.assign(desk.cashier, number, PlanRole.SITE, " ")


def test_i18_the_next_shift_reads_what_is_open_and_takes_the_roles(desk: IncidentOffice) -> None:
    first, second = desk.started(), desk.started("fire")
    desk.ticks(first, "which-lift")
    desk.incidents.put_off(desk.cashier, first, "calm")
    for at in range(12):
        desk.incidents.note(desk.cashier, first, f"第 {at} 条")
    page = hand_over_page(desk.incidents.view(first), desk.clock.now())
    assert page.open_steps[0].step.id == "how-many"
    assert "calm" in {one.step.id for one in page.open_steps}
    assert {one.timer.id for one in page.timers} >= {"talk"}
    assert [entry.text for entry in page.last_lines] == [f"第 {at} 条" for at in range(2, 12)]
    desk.incidents.hand_over_shift(desk.cashier, [first, second], "李强", "钥匙在柜台")
    for number in (first, second):
        told = desk.last(number)
        assert (told.facts["from"], told.facts["to"], told.facts["confirmed"]) == ("王敏", "李强", ["王敏", "李强"])
        assert desk.incidents.view(number).roles[PlanRole.LEAD] == "李强"
    assert desk.log(first)[-1].facts["open"][0] == "how-many"


def test_i18_without_a_name_nothing_is_handed_over(desk: IncidentOffice) -> None:
    number = desk.started()
    with pytest.raises(WordsMissing):
        desk.incidents.hand_over_shift(desk.cashier, [number], "")
    assert len(desk.log(number)) == 1


def test_what_was_known_better_later_is_told_with_what_was_said_before(desk: IncidentOffice) -> None:
    unit = desk.builder.unit("3-2-501")
    number = desk.started(reporter="一位住户")
    desk.incidents.change_severity(desk.cashier, number, Severity.LOW, "误按")
    desk.incidents.name_reporter(desk.cashier, number, "门岗")
    desk.incidents.name_place(desk.cashier, number, Where("3 栋 2 单元", unit_id=UnitId(unit)))
    view = desk.incidents.view(number)
    assert (view.severity, view.reporter, view.place, view.unit_id) == (Severity.LOW, "门岗", "3 栋 2 单元", unit)
    was = [entry.facts["was"] for entry in view.entries[1:]]
    assert was == ["high", "一位住户", "3 栋东梯"]
    assert desk.breaches() == []


def test_i25_follow_up_work_becomes_a_ticket_of_this_incident_once(desk: IncidentOffice) -> None:
    number, other = desk.started(), desk.started("fire")
    asked = NewTicket("form", "更换东梯门机", place="3 栋东梯")
    raised = desk.incidents.raise_ticket(desk.cashier, number, asked)
    assert desk.incidents.raise_ticket(desk.cashier, number, asked).already
    desk.incidents.link_ticket(desk.cashier, number, raised.ticket_id)
    assert [(one.ticket_id, one.number) for one in desk.incidents.tickets(number)] == [
        (raised.ticket_id, raised.number)
    ]
    assert desk.kinds(number).count(EntryKind.TICKET) == 1
    assert desk.incidents.of_ticket(raised.ticket_id) == number
    with pytest.raises(TicketOfAnotherIncident):
        desk.incidents.link_ticket(desk.cashier, other, raised.ticket_id)
    with pytest.raises(NothingReported):
        desk.incidents.raise_ticket(desk.cashier, number, NewTicket("empty", place="3 栋"))


def test_i23_a_notice_that_went_out_is_told_with_its_time(desk: IncidentOffice) -> None:
    number = desk.started()
    desk.incidents.told_notice(desk.cashier, number, "电梯维修通知", 7, "3 栋大堂")
    told = desk.last(number)
    assert (told.kind, told.facts, told.text) == (EntryKind.NOTICE, {"title": "电梯维修通知", "notice": 7}, "3 栋大堂")
