"""The duty log and its hand-overs: nothing is edited, both sign, what goes on is named."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from app.access.permissions import Role
from app.access.refusals import WrongPassword
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.log.handover_facts import Left
from app.duty.log.kinds import EntryKind
from app.duty.refusals import (
    DutyInFuture,
    DutyTextMissing,
    DutyTextTooLong,
    DutyTooLongAgo,
    HandoverSigned,
    HandoverWithdrawn,
    TakerIsGiver,
    TakerOther,
    TakerUnknown,
)
from app.incidents.running.asked import NewIncident
from app.tickets.entry.new_ticket import NewTicket, new_client_id
from app.tickets.kinds import ServiceClass, TicketKind
from tests.office_builder import CASHIER_PASSWORD, SUPERVISOR_PASSWORD, OfficeBuilder

EVENING = datetime(2026, 11, 20, 20, 0)


def reported(desk: OfficeBuilder, text: str, **facts: Any) -> str:
    asked = NewTicket(new_client_id(), text, kind=TicketKind.REPAIR, place="地库 B1", **facts)
    return desk.office.tickets.report(desk.cashier, asked).number


def test_a_line_stands_with_its_time_and_name(desk: OfficeBuilder) -> None:
    desk.office.duty_log.write(desk.cashier, " 3 栋电梯异响，已报维保 ", datetime(2026, 11, 20, 8, 40))
    (line,) = desk.office.duty_log.recent()
    assert (line.text, line.name, line.happened_at) == ("3 栋电梯异响，已报维保", "王敏", datetime(2026, 11, 20, 8, 40))
    assert line.at == datetime(2026, 11, 20, 9)
    assert line.is_late


def test_a_correction_is_a_further_line(desk: OfficeBuilder) -> None:
    log = desk.office.duty_log
    wrong = log.write(desk.cashier, "钥匙交 5 栋保安")
    log.correct(desk.cashier, wrong, "钥匙交 6 栋保安")
    first, second = log.recent()
    assert (first.text, first.corrected) == ("钥匙交 5 栋保安", True)
    assert (second.text, second.corrects, second.kind) == ("钥匙交 6 栋保安", wrong, EntryKind.CORRECTED)


@pytest.mark.parametrize(
    ("text", "at", "refusal"),
    [
        ("  ", None, DutyTextMissing),
        ("字" * 2_001, None, DutyTextTooLong),
        ("巡查", datetime(2026, 11, 20, 9, 2), DutyInFuture),
        ("巡查", datetime(2026, 10, 1), DutyTooLongAgo),
    ],
)
def test_what_cannot_stand_in_a_log_is_refused(
    desk: OfficeBuilder, text: str, at: datetime | None, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        desk.office.duty_log.write(desk.cashier, text, at)
    assert desk.office.duty_log.recent() == ()


def test_i18_what_goes_on_is_named_for_the_next_person(desk: OfficeBuilder) -> None:
    emergency = reported(desk, "地库爆管", service_class=ServiceClass.EMERGENCY)
    late = reported(desk, "地库灯不亮")
    hazard = desk.office.hazards.find(desk.cashier, NewHazard("井盖松动", "3 栋东侧", due_on=desk.clock.now().date()))
    desk.office.incidents.start(desk.cashier, NewIncident("story", "lift-entrapment", "3 栋 2 单元"))
    desk.clock.set(datetime(2026, 11, 28, 9))
    desk.office.inspections.lists()
    page = desk.office.duty_log.page(desk.cashier)
    found = [(one.kind, one.number) for one in page.leftovers]
    assert found[0][0] is Left.INCIDENT
    assert (Left.EMERGENCY, emergency) in found
    assert (Left.OVERDUE, late) in found
    assert (Left.HAZARD, desk.office.hazards.hazard(hazard).number) in found
    assert [one.what for one in page.leftovers if one.kind is Left.ROUND] == [
        "电梯每日巡查",
        "公共区域每日巡查",
        "水泵房、配电房巡查",
    ]
    assert page.takers == ("沈若兰",)


def test_i18_both_sign_and_the_leftovers_stay_as_they_were(desk: OfficeBuilder) -> None:
    log = desk.office.duty_log
    number = reported(desk, "地库爆管", service_class=ServiceClass.EMERGENCY)
    desk.clock.set(EVENING)
    given = log.give(desk.cashier, "沈若兰", "3 栋电梯观察", ["总钥匙 1 把", " ", "对讲机 2 台"])
    assert [one.id for one in log.unsigned()] == [given]
    desk.clock.set(EVENING + timedelta(minutes=4))
    signer = log.sign(given, "沈若兰", SUPERVISOR_PASSWORD)
    assert signer.name == "沈若兰"
    one = log.handover(given)
    assert (one.giver, one.taker, one.signed_at) == ("王敏", "沈若兰", EVENING + timedelta(minutes=4))
    assert one.things == ("总钥匙 1 把", "对讲机 2 台")
    assert number in [left.number for left in one.leftovers]
    assert log.unsigned() == ()
    assert [line.kind for line in log.recent()] == [EntryKind.HANDED_OVER, EntryKind.SIGNED]
    assert log.page(desk.supervisor).things == one.things  # keys go on from hand to hand


def test_only_the_named_person_signs_and_only_once(desk: OfficeBuilder) -> None:
    log = desk.office.duty_log
    desk.office.people.add(desk.supervisor, "李勇", "night-watch", Role.CASHIER)
    given = log.give(desk.cashier, "沈若兰")
    with pytest.raises(TakerOther):
        log.sign(given, "李勇", "night-watch")
    with pytest.raises(WrongPassword):
        log.sign(given, "沈若兰", CASHIER_PASSWORD)
    log.sign(given, "沈若兰", SUPERVISOR_PASSWORD)
    with pytest.raises(HandoverSigned):
        log.sign(given, "沈若兰", SUPERVISOR_PASSWORD)
    with pytest.raises(HandoverSigned):
        log.withdraw(desk.cashier, given, "写错")


def test_a_handover_to_the_wrong_person_is_withdrawn_and_stays(desk: OfficeBuilder) -> None:
    log = desk.office.duty_log
    given = log.give(desk.cashier, "沈若兰")
    with pytest.raises(DutyTextMissing):
        log.withdraw(desk.cashier, given, "")
    log.withdraw(desk.cashier, given, "接班人临时换人")
    assert log.unsigned() == ()
    assert log.handover(given).withdrawn == "接班人临时换人"
    with pytest.raises(HandoverWithdrawn):
        log.sign(given, "沈若兰", SUPERVISOR_PASSWORD)


def test_takers_that_cannot_sign_are_refused(desk: OfficeBuilder) -> None:
    with pytest.raises(TakerIsGiver):
        desk.office.duty_log.give(desk.cashier, "王敏")
    with pytest.raises(TakerUnknown):
        desk.office.duty_log.give(desk.cashier, "路人甲")
    with pytest.raises(DutyTextMissing):
        desk.office.duty_log.give(desk.cashier, " ")


def test_every_truth_holds_after_a_night(desk: OfficeBuilder) -> None:
    given = desk.office.duty_log.give(desk.cashier, "沈若兰")
    desk.office.duty_log.sign(given, "沈若兰", SUPERVISOR_PASSWORD)
    assert [finding for finding in desk.office.verify() if finding.breaches] == []
