from datetime import date

import pytest

from app.tickets.complaints.asked import Answer, Plan, Review
from app.tickets.complaints.complaint_facts import complaint_of, facts_of
from app.tickets.flow_refusals import MoveImpossible, ReasonMissing
from app.tickets.kinds import ContactWay, MediationStep, ServiceClass, State, TicketKind
from app.tickets.moves.asked import MoveTo
from app.tickets.refusals import (
    ChangedElsewhere,
    MajorNeedsOwner,
    NotAComplaint,
    NotADispute,
    NotAnsweredYet,
    TextMissing,
)
from tests.tickets.flow.ticket_office import TicketOffice

SAID = Answer("已批评当值保安并道歉", ContactWay.PHONE, "张建国")


def complained(desk: TicketOffice, **facts: object) -> int:
    return desk.reported("门岗保安态度恶劣", kind=TicketKind.COMPLAINT, **facts)


def reviewed(desk: TicketOffice, ticket_id: int, **facts: object) -> int:
    review = Review("属实，转秩序部", "秩序部", assignee_id=desk.supervisor.id, **facts)  # type: ignore[arg-type]
    desk.office.complaints.review(desk.cashier, ticket_id, None, review)
    return ticket_id


def met(desk: TicketOffice, ticket_id: int) -> set[str]:
    return {clock["name"] for clock in desk.clocks(ticket_id) if clock["met_at"]}


def test_a_complaint_about_a_guard_twice_not_satisfied(desk: TicketOffice) -> None:
    one = reviewed(desk, complained(desk))
    track = desk.office.complaints
    track.plan(desk.cashier, one, None, Plan("当面道歉，调离门岗", date(2026, 11, 23)))
    track.progress(desk.cashier, one, "已约谈保安")
    for reason in ("道歉没有诚意", "保安还在门岗"):
        track.answer(desk.cashier, one, None, SAID)
        track.satisfied(desk.cashier, one, None, satisfied=False, text=reason)
        assert desk.state(one) is State.IN_WORK
    track.answer(desk.cashier, one, None, SAID)
    track.satisfied(desk.cashier, one, None, satisfied=True)
    track.improve(desk.cashier, one, None, "门岗礼仪培训，每周抽查")
    desk.closes(one)
    complaint = complaint_of(desk.row(one)["complaint"])
    assert (complaint.redone, complaint.satisfied, complaint.department) == (2, True, "秩序部")
    assert (complaint.plan_by, complaint.improvement) == (date(2026, 11, 23), "门岗礼仪培训，每周抽查")
    assert desk.told(one) == [
        *("reported:reported", "review:reviewed", "assigned:assigned", "plan:assigned", "progress:assigned"),
        *("answer:done", "satisfaction:in_work", "answer:done", "satisfaction:in_work"),
        *("answer:done", "satisfaction:confirmed", "improvement:confirmed", "closed:closed"),
    ]
    assert met(desk, one) == {"review", "contact", "answer", "close"}


def test_the_review_keeps_its_promise_and_is_done_once(desk: TicketOffice) -> None:
    one = reviewed(desk, complained(desk))
    assert met(desk, one) == {"review"}
    with pytest.raises(MoveImpossible):
        reviewed(desk, one)


def test_an_answer_that_is_not_the_last_keeps_the_promise_of_an_answer(desk: TicketOffice) -> None:
    one = reviewed(desk, complained(desk))
    interim = Answer("正在调监控核实", ContactWay.PHONE, "张建国", final=False)
    step = desk.office.complaints.answer(desk.cashier, one, None, interim).step
    assert (desk.state(one), met(desk, one)) == (State.ASSIGNED, {"review", "contact", "answer"})
    desk.office.ticket_undo.undo(desk.cashier, step)
    assert met(desk, one) == {"review"}


def test_nobody_is_satisfied_before_the_answer_and_once_more_says_why(desk: TicketOffice) -> None:
    one = reviewed(desk, complained(desk))
    with pytest.raises(NotAnsweredYet):
        desk.office.complaints.satisfied(desk.cashier, one, None, satisfied=True)
    desk.office.complaints.answer(desk.cashier, one, None, SAID)
    with pytest.raises(ReasonMissing):
        desk.office.complaints.satisfied(desk.cashier, one, None, satisfied=False)


def test_a_complaint_is_not_answered_before_it_was_looked_at(desk: TicketOffice) -> None:
    with pytest.raises(MoveImpossible):
        desk.office.complaints.answer(desk.cashier, complained(desk), None, SAID)


def test_one_person_answers_for_a_major_complaint(desk: TicketOffice) -> None:
    one = complained(desk, service_class=ServiceClass.MAJOR)
    desk.office.complaints.review(desk.cashier, one, None, Review("重大投诉"))
    with pytest.raises(MajorNeedsOwner):
        desk.office.ticket_moves.move(desk.cashier, one, None, MoveTo(State.IN_WORK))
    desk.gives(one, assignee_id=desk.supervisor.id).moves(one, State.IN_WORK)
    assert desk.state(one) is State.IN_WORK


def test_a_major_complaint_asks_for_a_word_of_progress(desk: TicketOffice) -> None:
    one = reviewed(desk, complained(desk, service_class=ServiceClass.MAJOR))
    complained(desk)
    track = desk.office.complaints
    assert track.progress_due() == ()
    desk.at("2026-11-22 09:00")
    assert [due.ticket_id for due in track.progress_due()] == [one]
    track.progress(desk.cashier, one, "已约谈")
    assert track.progress_due() == ()
    desk.at("2026-11-24 09:00")
    assert len(track.progress_due()) == 1
    track.answer(desk.cashier, one, None, SAID)
    assert track.progress_due() == ()


def test_a_fee_dispute_is_led_between_the_two(desk: TicketOffice) -> None:
    one = desk.reported("不认可滞纳金", kind=TicketKind.FEE_DISPUTE)
    reviewed(desk, one)
    for step in (MediationStep.HEARD, MediationStep.PROPOSED, MediationStep.FAILED, MediationStep.AUTHORITY):
        desk.office.complaints.mediate(desk.cashier, one, step, "双方陈述")
    complaint = complaint_of(desk.row(one)["complaint"])
    assert [mediated.step for mediated in complaint.mediation][-1] is MediationStep.AUTHORITY
    assert complaint_of(facts_of(complaint)) == complaint


def test_the_track_is_for_complaints_and_mediation_for_disputes(desk: TicketOffice) -> None:
    with pytest.raises(NotAComplaint):
        desk.office.complaints.progress(desk.cashier, desk.reported(), "进展")
    with pytest.raises(NotADispute):
        desk.office.complaints.mediate(desk.cashier, complained(desk), MediationStep.HEARD, "双方陈述")
    with pytest.raises(TextMissing):
        desk.office.complaints.progress(desk.cashier, complained(desk), " ")


def test_two_windows_on_one_complaint(desk: TicketOffice) -> None:
    one = complained(desk)
    shown = desk.row(one)["version"]
    reviewed(desk, one)
    review = Review("不属实")
    with pytest.raises(ChangedElsewhere):
        desk.office.complaints.review(desk.cashier, one, shown, review)


def test_two_windows_writing_different_plans(desk: TicketOffice) -> None:
    one = reviewed(desk, complained(desk))
    shown = desk.row(one)["version"]
    desk.office.complaints.plan(desk.supervisor, one, shown, Plan("道歉"))
    with pytest.raises(ChangedElsewhere):
        desk.office.complaints.plan(desk.cashier, one, shown, Plan("罚款"))
    desk.office.complaints.improve(desk.cashier, one, shown, "培训")
    assert complaint_of(desk.row(one)["complaint"]).plan == "道歉"
