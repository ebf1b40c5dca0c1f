"""A dispute about a late fee across New Year: heard, proposed, agreed, while the next year's holidays are not known."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.tickets.complaints.complaint_facts import complaint_of
from app.tickets.kinds import ClockName, MediationStep, State, TicketKind
from tests.stories.tickets.conftest import OpenDesk
from tests.stories.tickets.service_desk import CASHIER, ServiceDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

NUMBER = "261225-001"
STEPS = (
    ("2026-12-28T10:00", "both sides were heard", "业主称 10 月已转账"),
    ("2026-12-31T15:00", "a settlement was proposed", "核对后减免 10 月违约金"),
    ("2027-01-04T09:00", "both sides agreed", "业主同意，当天补缴本金"),
)


def test_a_fee_dispute_is_settled_step_by_step_across_new_year(open_desk: OpenDesk) -> None:
    desk = open_desk("2026-12-25T16:00")
    desk.take_down("32401", "wyj", "10 月的违约金算错了")
    is_promised_without_the_next_year(desk)
    desk.at("2026-12-25T16:20")
    desk.asked("T", {"Step": "First review", "Answers for it": CASHIER, "Words": "财务核对 10 月流水"})
    desk.asked("K", {"What was said": "已受理，下周一面谈"})
    for when, step, words in STEPS:
        desk.at(when)
        desk.asked("T", {"Step": "Step of mediation", "Mediation": step, "Words": words})
        desk.says(f"{step}: {words}")
    desk.asked("T", {"Step": "Answer to the resident", "Words": "违约金已减免，账单已更新"})
    desk.asked("T", {"Step": "The resident is satisfied"})
    desk.asked("C", {"Cause": "到账未认领", "What was done": "认领并减免", "Resident": "the resident signed"})
    desk.says(f"{NUMBER} is closed")
    is_stored_whole(desk)


def is_promised_without_the_next_year(desk: ServiceDesk) -> None:
    """Weekends and the days that never move are all that is known of 2027, and that is said."""
    close = desk.explained("completion")
    assert "Skipped: 2027-01-01 Fri" in close
    assert "Due 2027-01-06 17:30" in close
    assert "The holidays of 2027 are not loaded" in close


def is_stored_whole(desk: ServiceDesk) -> None:
    page = desk.stored(NUMBER)
    said = complaint_of(page.complaint)
    assert (page.row.state, page.row.kind, said.satisfied) == (State.CLOSED, TicketKind.FEE_DISPUTE, True)
    assert [one.step for one in said.mediation] == [MediationStep.HEARD, MediationStep.PROPOSED, MediationStep.AGREED]
    assert {clock.name: clock.met_at for clock in page.clocks} == {
        ClockName.CONTACT: datetime(2026, 12, 25, 16, 20),
        ClockName.CLOSE: datetime(2027, 1, 4, 9),
    }
