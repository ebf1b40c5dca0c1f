"""A complaint about a guard, twice not satisfied: reviewed in time, answered, done again, led as a major one to its end.

It comes on a Friday evening before a worked Sunday and the Mid-Autumn holidays.
"""

from __future__ import annotations

from datetime import datetime

import pytest

from app.tickets.complaints.complaint_facts import complaint_of
from app.tickets.kinds import ClockName, EntryKind, ServiceClass, State, TicketKind
from tests.stories.charging.steps import fill_in
from tests.stories.first_day_paper import PrintedPaper
from tests.stories.tickets.conftest import OpenDesk
from tests.stories.tickets.service_desk import CASHIER, ServiceDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

NUMBER = "260918-001"
WORDS = "夜班保安不登记就放行，还骂人"
COMPLAINANT = ("李梅", "502", "7721")


def test_t9_t12_a_complaint_about_a_guard_is_twice_not_satisfied(open_desk: OpenDesk) -> None:
    desk = open_desk("2026-09-18T17:10")
    desk.take_down("32502", "bamg", WORDS)
    desk.says(f"Ticket {NUMBER} is taken down")
    is_promised(desk)
    review(desk)
    answer(desk, "2026-09-20T10:00", "已批评教育，当班调岗")
    is_not_satisfied(desk, "2026-09-20T15:00", "没有向我道歉")
    answer(desk, "2026-09-21T11:00", "保安已电话致歉")
    is_not_satisfied(desk, "2026-09-21T16:00", "昨晚同一人仍在岗")
    becomes_major(desk)
    goes_out_without_the_complainant(desk)
    ends_well(desk)
    is_stored_whole(desk)


def is_promised(desk: ServiceDesk) -> None:
    """The review within an hour of the counter, the end within seven workdays around the holidays."""
    review = desk.explained("first review")
    assert "Due 2026-09-19 09:10" in review
    assert "Due 2026-09-19 17:10" in desk.explained("contact with the resident")
    assert "Due 2026-09-20 17:10" in desk.explained("answer")
    close = desk.explained("completion")
    assert "Workday 1: 2026-09-20 Sun (worked instead of a day off" in close
    assert "Skipped: 2026-09-25 Fri to 2026-09-27 Sun" in close
    assert "Due 2026-09-29 17:30" in close


def review(desk: ServiceDesk) -> None:
    desk.at("2026-09-19T08:50")
    desk.says("20 min left")
    first = {"Department": "秩序维护部", "Answers for it": CASHIER, "Words": "夜班张某，三号门岗"}
    desk.asked("T", {"Step": "First review"} | first)
    desk.says("first review: met after", "秩序维护部")
    desk.at("2026-09-19T09:20")
    desk.asked("K", {"What was said": "已受理，周日前答复"})
    plan = {"Done by": "2026-09-21", "Words": "调监控，约谈当班人员"}
    desk.asked("T", {"Step": "Plan"} | plan)
    desk.says("调监控，约谈当班人员, by 2026-09-21")


def answer(desk: ServiceDesk, when: str, words: str) -> None:
    desk.at(when)
    desk.asked("T", {"Step": "Answer to the resident", "Words": words})
    desk.says("done", words)


def is_not_satisfied(desk: ServiceDesk, when: str, words: str) -> None:
    """Once more is only asked with a reason."""
    desk.at(when)
    step = {"Step": "The resident is not satisfied: once more"}

    def without_and_with() -> None:
        fill_in(desk.program, step)
        desk.keys.press("F9")
        desk.says("Say why it goes from “done” to “in work”.")
        fill_in(desk.program, {"Words": words})
        desk.keys.press("F9")

    with desk.answering(without_and_with):
        desk.keys.press("T")
    assert desk.timeline()[0].endswith(f"the resident is not satisfied: {words}")
    desk.says("in work")


def becomes_major(desk: ServiceDesk) -> None:
    """One person answers for it, and somebody writes every few days how far it is."""
    desk.at("2026-09-21T16:30")
    grave = {"Step": "It becomes a major complaint", "Answers for it": CASHIER, "Words": "两次不满意，升级"}
    desk.asked("T", grave)
    desk.says("It becomes a major complaint", "Class\nmajor")
    for when, words in (("2026-09-21T16:40", "已约谈保安公司"), ("2026-09-23T16:50", "该员调离，周一换人")):
        desk.at(when)
        assert asks_for_progress(desk)
        desk.asked("T", {"Step": "Word of progress", "Words": words})
        assert not asks_for_progress(desk)


def asks_for_progress(desk: ServiceDesk) -> bool:
    due = desk.program.office.complaints.progress_due()
    return [one.ticket_id for one in due] == [desk.id_of(NUMBER)]


def goes_out_without_the_complainant(desk: ServiceDesk) -> None:
    desk.keys.press("Ctrl+P")
    desk.program.wait_until(lambda: bool(desk.program.papers))
    paper = PrintedPaper(*desk.program.papers[-1])
    assert paper.says(NUMBER)
    assert [part for part in COMPLAINANT if paper.says(part)] == []


def ends_well(desk: ServiceDesk) -> None:
    """On the last but one workday; seven of them end on the 29th."""
    answer(desk, "2026-09-28T10:00", "新保安已到岗，经理上门致歉")
    desk.at("2026-09-28T15:00")
    desk.says("completion: 10 h left")
    desk.asked("T", {"Step": "The resident is satisfied"})
    desk.says("completion: met")
    desk.asked("T", {"Step": "What is improved by it", "Words": "夜岗每月礼仪培训"})
    desk.asked("C", {"Cause": "夜岗管理松", "What was done": "换人、致歉", "Resident": "the resident signed"})
    desk.says(f"{NUMBER} is closed")


def is_stored_whole(desk: ServiceDesk) -> None:
    page = desk.stored(NUMBER)
    said = complaint_of(page.complaint)
    assert (page.row.state, page.row.kind, page.row.service_class) == (
        State.CLOSED,
        TicketKind.COMPLAINT,
        ServiceClass.MAJOR,
    )
    assert (page.row.assignee, said.department, said.redone, said.satisfied) == (CASHIER, "秩序维护部", 2, True)
    assert said.improvement == "夜岗每月礼仪培训"
    assert {clock.name: clock.met_at for clock in page.clocks} == {
        ClockName.REVIEW: datetime(2026, 9, 19, 8, 50),
        ClockName.CONTACT: datetime(2026, 9, 19, 9, 20),
        ClockName.ANSWER: datetime(2026, 9, 20, 10),
        ClockName.CLOSE: datetime(2026, 9, 28, 15),
    }
    kinds = [one.kind for one in page.timeline]
    assert (kinds.count(EntryKind.ANSWER), kinds.count(EntryKind.SATISFACTION)) == (3, 3)
