"""The same broken lamp from four neighbours: seen before it is saved, joined, merged, parted, and one event in the end."""

from __future__ import annotations

import pytest

from app.tickets.kinds import EntryKind, State
from tests.stories.charging.steps import write_in
from tests.stories.tickets.conftest import OpenDesk
from tests.stories.tickets.service_desk import ServiceDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

FIRST, THIRD, FOURTH, EVENT = (f"261120-00{serial}" for serial in range(1, 5))
SAY = "3 栋大堂灯已报修，今晚 20:00 前恢复"
TOLD = {FIRST: ("张建国", "李梅"), THIRD: ("刘洋",), FOURTH: ("秦红",)}


def test_t4_t5_t22_the_same_broken_lamp_from_four_neighbours(open_desk: OpenDesk) -> None:
    desk = open_desk("2026-11-20T18:05")
    two_at_the_lobby(desk)
    one_apart_merged_and_parted(desk)
    three_make_an_event(desk)
    everybody_is_told(desk)
    all_end_together(desk)


def two_at_the_lobby(desk: ServiceDesk) -> None:
    """The second sees the first before anything is saved, and joins it by one key."""
    desk.begin("3 dt", "ggzm", "大堂灯不亮")
    reporter(desk, "张建国", "13800005678")
    desk.keys.press("Ctrl+Return")
    desk.settle()
    desk.says(f"Ticket {FIRST} is taken down", "3栋 大堂")
    desk.at("2026-11-20T18:12")
    desk.begin("3 dt", "ggzm", "大堂太黑了")
    desk.says("Open here already", "1 ticket")
    assert desk.lines("Open tickets that are like it")[0].startswith(FIRST)
    reporter(desk, "李梅", "13800007721")
    desk.keys.press("Alt+M")
    desk.settle()
    desk.says(f"Added to {FIRST}; 2 have reported it", "李梅")
    assert len(desk.listed()) == 1


def reporter(desk: ServiceDesk, name: str, phone: str) -> None:
    write_in(desk.program, "Reporter", name)
    desk.keys.press("Tab")
    write_in(desk.program, "Telephone", phone)


def one_apart_merged_and_parted(desk: ServiceDesk) -> None:
    """Reported from a room it is not like the lobby's; merged by hand, and exactly what it was once parted again."""
    desk.at("2026-11-20T18:20")
    desk.take_down("32601", "ggzm", "门厅灯坏了")
    before = desk.stored(THIRD)
    desk.keys.press("Home", "Space", "Space")
    desk.asked("M", {"All become": f"{FIRST}  3栋 大堂  大堂灯不亮"})
    desk.says(f"All of it is read on {FIRST} now", "刘洋")
    assert len(desk.listed()) == 1
    desk.find(THIRD)
    with desk.keys.when_asked("Y"):
        desk.keys.press("M")
    desk.says(f"{THIRD} stands for itself again")
    after = desk.stored(THIRD)
    assert (after.row.state, after.people, after.clocks) == (before.row.state, before.people, before.clocks)
    assert [one.reporter.name for one in desk.stored(FIRST).people] == ["张建国", "李梅"]


def three_make_an_event(desk: ServiceDesk) -> None:
    """The third within the hour suggests it; nothing becomes an event by itself."""
    desk.leave_search()
    desk.at("2026-11-20T18:40")
    desk.take_down("32401", "ggzm", "一楼大厅没灯")
    desk.says("3 like tickets in 3栋, 公共照明: one event?")
    assert len(desk.listed()) == 3
    desk.asked("Ctrl+G", {"Say to callers": SAY})
    desk.says(f"{EVENT} is an event of 3 tickets")
    desk.begin("32502", "ggzm")
    desk.says(SAY)
    desk.keys.press("Alt+X", "Esc")


def everybody_is_told(desk: ServiceDesk) -> None:
    desk.at("2026-11-20T19:30")
    for number, names in TOLD.items():
        for name in names:
            desk.find(number)
            desk.asked("K", {"Whom": name, "What was said": "灯已换好"})
            assert f"reached {name} by telephone: 灯已换好" in desk.timeline()[0]


def all_end_together(desk: ServiceDesk) -> None:
    desk.find(EVENT)
    desk.asked("A", {"Worker": "赵师傅, 工程维修: nothing in hand"})
    desk.asked("S", {"Becomes": "done"})
    done = {"Cause": "整流器烧坏", "What was done": "换 LED 灯两只", "Minutes of work": "25"}
    ticked = dict.fromkeys(("核对灯具型号", "断电更换", "记录更换数量"), "ticked")
    desk.asked("C", done | ticked)
    desk.says(f"{EVENT} is closed")
    pages = [desk.stored(number) for number in (EVENT, *TOLD)]
    assert {page.row.state for page in pages} == {State.CLOSED}
    assert [page.linked.parent.number for page in pages[1:] if page.linked.parent is not None] == [EVENT] * 3
    told = {
        page.row.number: tuple(one.facts["whom"] for one in reversed(page.timeline) if one.kind is EntryKind.CONTACT)
        for page in pages[1:]
    }
    assert told == TOLD
