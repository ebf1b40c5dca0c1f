"""Water through the ceiling at 23:40: taken down in seconds, through a crash, done at night, confirmed in the morning."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.tickets.kinds import ClockName, Confirmation, EntryKind, ServiceClass, State
from tests.stories.charging.steps import fill_in
from tests.stories.first_day_screen import focused
from tests.stories.first_day_window import Counter
from tests.stories.tickets.conftest import OpenDesk
from tests.stories.tickets.night_child import TEXT, call_and_be_killed
from tests.stories.tickets.service_desk import ServiceDesk
from tests.tickets_screen.entry.clipboard import copy_picture

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

MOST_KEYS = 12
LEAK, ABOVE = "261120-001", "261121-001"
POINTS = ("关闭上级阀门", "通知受影响楼层", "拍照留存", "修复后试压")


def test_t2_t6_t20_water_through_the_ceiling_at_twenty_to_midnight(place: Counter, open_desk: OpenDesk) -> None:
    keys = call_and_be_killed(place.folder, "2026-11-20T23:40")
    desk = open_desk("2026-11-20T23:41")
    take_down_what_was_left(desk, keys)
    runs_round_the_clock(desk)
    give_out_and_call_back(desk)
    go_there(desk)
    join_the_unit_above(desk)
    mend_and_close(desk)
    is_stored_whole(desk)


def take_down_what_was_left(desk: ServiceDesk, keys: int) -> None:
    desk.says(TEXT, "3-2-501", "张建国", "is back", "管井钥匙在中控室")
    desk.settle()
    assert focused().accessibleName() == "Category"
    desk.keys.count = 0
    desk.keys.press("Ctrl+Return")
    assert keys + desk.keys.count <= MOST_KEYS
    desk.settle()
    desk.says(f"Ticket {LEAK} is taken down")
    desk.says("contact with the resident: 30 min left (11-20 23:41 → due 11-21 00:11)", "emergency", "by telephone")


def give_out_and_call_back(desk: ServiceDesk) -> None:
    desk.asked("A", {"Worker": "赵师傅, 工程维修: nothing in hand"})
    desk.says(f"{LEAK} is given out", "assigned")
    desk.at("2026-11-20T23:46")
    desk.asked("K", {"What was said": "先关总阀，赵师傅 15 分钟内到"})
    desk.says("met after")


def runs_round_the_clock(desk: ServiceDesk) -> None:
    """The night counts: contact within half an hour, done within four hours."""
    said = desk.explained("contact with the resident")
    assert "Promised: contact with the resident within 30 minutes, round the clock, holidays included." in said
    assert "Due 2026-11-21 00:11" in said
    assert "Due 2026-11-21 03:41" in desk.explained("completion")


def go_there(desk: ServiceDesk) -> None:
    for when, state in (("2026-11-20T23:50", "on the way"), ("2026-11-21T00:02", "arrived")):
        desk.at(when)
        desk.asked("S", {"Becomes": state})
        desk.says(f"{LEAK}: {state}")


def join_the_unit_above(desk: ServiceDesk) -> None:
    """Who lives above calls too, and sends a photo; both are one thing."""
    desk.at("2026-11-21T00:10")
    desk.begin("32601", "bg", "厨房水管爆了，水往楼下流")
    copy_picture()
    desk.keys.press("Ctrl+V", "Ctrl+Return")
    desk.settle()
    desk.says(f"Ticket {ABOVE} is taken down")
    desk.keys.press("Home", "Space", "Space")
    desk.says("2 tickets marked: letters act on all")
    desk.asked("M", {"All become": f"{LEAK}  3-2-501  {TEXT}"})
    desk.says(f"All of it is read on {LEAK} now", "刘洋")
    assert f"00:10 took in {ABOVE}" in desk.timeline()


def mend_and_close(desk: ServiceDesk) -> None:
    desk.at("2026-11-21T01:20")
    desk.asked("S", {"Becomes": "done", "Note or reason": "601 入户水管换接头，试压 20 分钟"})
    desk.says("completion: met after 1 h 39 min")
    desk.at("2026-11-21T09:05")
    desk.asked("S", {"Becomes": "confirmed by the resident", "Note or reason": "501 复查不再滴水"})
    close(desk)
    desk.says(f"{LEAK} is closed")


def close(desk: ServiceDesk) -> None:
    """A point of the checklist that is not ticked keeps it open, unless one says otherwise."""
    closing = {"Cause": "601 水管接头脱落", "What was done": "更换接头", "Minutes of work": "1:20"}
    ticked = dict.fromkeys(POINTS[:-1], "ticked")

    def fill() -> None:
        fill_in(desk.program, {**closing, "Resident": "the resident signed", **ticked})
        with desk.answering(keep_open):
            desk.keys.press("F9")
        fill_in(desk.program, {POINTS[-1]: "ticked"})
        desk.keys.press("F9")

    def keep_open() -> None:
        desk.says("1 point is not done", POINTS[-1])
        desk.keys.press("Return")

    with desk.answering(fill):
        desk.keys.press("C")


def is_stored_whole(desk: ServiceDesk) -> None:
    page = desk.stored(LEAK)
    assert (page.row.state, page.row.service_class) == (State.CLOSED, ServiceClass.EMERGENCY)
    assert page.closing is not None
    assert (page.closing["minutes"], page.closing["confirmed"]) == (80, Confirmation.SIGNED)
    assert all(point.done for point in page.checklist)
    assert [one.reporter.name for one in page.people] == ["张建国", "刘洋"]
    assert len(page.photos) == 1
    assert {clock.name: clock.met_at for clock in page.clocks} == {
        ClockName.CONTACT: datetime(2026, 11, 20, 23, 46),
        ClockName.CLOSE: datetime(2026, 11, 21, 1, 20),
    }
    assert desk.stored(ABOVE).row.state is State.MERGED
    assert [one.kind for one in reversed(page.timeline) if not one.origin] == [
        EntryKind.REPORTED,
        EntryKind.ASSIGNED,
        EntryKind.CONTACT,
        *(EntryKind.MOVED,) * 2,
        EntryKind.TOOK_IN,
        *(EntryKind.MOVED,) * 2,
        EntryKind.CLOSED,
    ]
