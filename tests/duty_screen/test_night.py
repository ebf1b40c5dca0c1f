"""A night by keys: taken over at eight, the lift round walked, a hazard raised as a ticket, handed over in the morning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from app.access.actor import Actor
from app.duty.hazards.flow import State
from app.duty.inspections.points import Verdict
from app.incidents.running.asked import NewIncident
from tests.duty_screen.desk import NIGHT_PASSWORD, NIGHT_WATCH, Desk
from tests.office_builder import CASHIER_PASSWORD, SUPERVISOR_PASSWORD, OfficeBuilder
from ui.duty.handover.sign_panel import SignPanel
from ui.duty.lists.hazard_panel import HazardPanel

Opens = Callable[..., Desk]


def typed(desk: Desk, text: str) -> None:
    desk.keys.commit(text)


@pytest.fixture
def night(office: OfficeBuilder) -> Actor:
    return office.office.people.named(NIGHT_WATCH)


def test_i18_the_night_takes_over_by_name_and_password(office: OfficeBuilder, desks: Opens) -> None:
    desk = desks(office)
    desk.press("F9")
    page = desk.page.handover
    assert page is not None
    assert page.taker.value() == NIGHT_WATCH  # whom the roster names next
    desk.press("Tab")
    typed(desk, "总钥匙 1 串")
    desk.press("Tab")
    typed(desk, "2 栋电梯观察")
    desk.answers.will_answer(SignPanel, lambda panel: signed(panel, NIGHT_PASSWORD))
    desk.press("F9")
    (given,) = office.office.duty_log.handovers()
    assert (given.giver, given.taker, given.things, given.words) == (
        "王敏",
        NIGHT_WATCH,
        ("总钥匙 1 串",),
        "2 栋电梯观察",
    )
    assert given.signed_at == office.clock.now()
    assert desk.page.currentWidget() is desk.page.home
    assert any(NIGHT_WATCH in line for line in desk.logged())


def signed(panel: SignPanel, password: str) -> str:
    panel.password.setText(password)
    return panel._sign()


def test_a_hand_over_that_waited_is_signed_later(office: OfficeBuilder, desks: Opens) -> None:
    office.office.duty_log.give(office.cashier, NIGHT_WATCH)
    desk = desks(office)
    desk.answers.will_answer(SignPanel, lambda panel: signed(panel, NIGHT_PASSWORD))
    desk.press("F8")
    assert office.office.duty_log.unsigned() == ()


def test_the_lift_round_is_walked_by_keys_and_a_bad_value_becomes_a_hazard_and_a_ticket(
    office: OfficeBuilder, desks: Opens, night: Actor
) -> None:
    desk = desks(office, by=night)
    desk.press("Alt+2", "Return")
    page = desk.page.rounds
    assert page is not None
    for row in list(page.table.rows_model.rows):
        typed(desk, "46.5" if row.point.limits else "1")
        desk.press("Return")
        if row.point.limits:
            desk.answers.will_answer(HazardPanel, lambda panel: panel._find())
            desk.press("F8")
    desk.press("F9")
    (walked,) = office.office.inspections.rounds()
    assert walked.ended_at == office.clock.now()
    assert [walked.sightings[point.key].seen.value for point in walked.not_good] == ["46.5"]
    (found,) = office.office.hazards.of_round(walked.id)
    assert "46.5" in found.what
    assert not any("电梯每日巡查" in row and "missed" in row for row in desk.due())
    desk.press("Ctrl+Shift+U", "Alt+2")
    assert desk.page.lists is not None
    desk.page.lists.section.table.choose_key(found.id)
    desk.press("T")
    raised = office.office.hazards.hazard(found.id)
    assert raised.state is State.RAISED
    assert any(raised.ticket in said for said in desk.said)


def test_i18_a_running_incident_is_handed_over_in_the_morning_and_both_sign(
    office: OfficeBuilder, desks: Opens, night: Actor
) -> None:
    office.clock.set(datetime(2026, 11, 21, 3, 12))
    office.office.incidents.start(night, NewIncident("story", "lift-entrapment", "3 栋 2 单元"))
    office.clock.set(datetime(2026, 11, 21, 8))
    desk = desks(office, by=night)
    desk.press("F9")
    page = desk.page.handover
    assert page is not None
    assert page.table.rows_model.rows[0].where == "3 栋 2 单元"
    assert page.running.isVisible()
    said = page.running.words.text()
    assert "▲ 关键步骤未做：" in said
    assert "03:12 启动 " in said
    page.taker.set_value("沈若兰")
    desk.answers.will_answer(SignPanel, lambda panel: signed(panel, SUPERVISOR_PASSWORD))
    desk.press("F9")
    (given,) = office.office.duty_log.handovers()
    assert (given.giver, given.taker, given.signed_at) == (NIGHT_WATCH, "沈若兰", office.clock.now())
    assert given.leftovers[0].where == "3 栋 2 单元"
    assert "\n".join(given.leftovers[0].details) in said
    office.office.incidents.start(night, NewIncident("later", "fire", "1 栋"))
    assert office.office.duty_log.handovers() == (given,)  # as it stood when it was handed over


def test_where_no_incident_runs_nothing_is_said_of_one(office: OfficeBuilder, desks: Opens, night: Actor) -> None:
    desk = desks(office, by=night)
    desk.press("F9")
    assert desk.page.handover is not None
    assert not desk.page.handover.running.isVisible()


def test_esc_leaves_a_round_and_it_goes_on_where_it_stood(office: OfficeBuilder, desks: Opens, night: Actor) -> None:
    desk = desks(office, by=night)
    desk.press("Alt+2", "Return")
    typed(desk, "1")
    desk.press("Return", "Esc")
    assert any("电梯每日巡查: being walked" in row for row in desk.due())
    desk.press("Alt+2", "Home", "Return")
    page = desk.page.rounds
    assert page is not None
    assert page.table.currentIndex().row() == 1


def test_what_is_no_value_is_said_and_nothing_is_kept(office: OfficeBuilder, desks: Opens, night: Actor) -> None:
    desk = desks(office, by=night)
    desk.press("Alt+2", "Return")
    page = desk.page.rounds
    assert page is not None
    assert page.round is not None
    typed(desk, "7")
    desk.press("Return")
    assert "1 正常" in page.form.problem.text()
    assert page.round.sightings == {}
    desk.press("F9")
    assert "10" in page.form.problem.text()
    assert office.office.inspections.round(page.round.id).ended_at is None


def test_a_point_that_cannot_be_seen_is_left_out_with_the_reason(
    office: OfficeBuilder, desks: Opens, night: Actor
) -> None:
    desk = desks(office, by=night)
    desk.press("Alt+2", "Return")
    page = desk.page.rounds
    assert page is not None
    assert page.round is not None
    desk.answers.will_write("机房钥匙在维保处")
    desk.press("F7")
    one = office.office.inspections.round(page.round.id)
    assert one.verdict(one.points[0]) is Verdict.LEFT_OUT
    assert page.table.currentIndex().row() == 1


def test_the_cashier_is_no_stranger_at_night(office: OfficeBuilder, desks: Opens) -> None:
    """Whoever signs is asked for a password, not for who is at the keyboard."""
    given = office.office.duty_log.give(office.supervisor, "王敏")
    desk = desks(office)
    desk.answers.will_answer(SignPanel, lambda panel: signed(panel, CASHIER_PASSWORD))
    desk.press("F8")
    assert office.office.duty_log.handover(given).signed_at is not None
