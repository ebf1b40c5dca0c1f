"""What goes wrong at a service desk, in the real window: two windows, a worker who left, clocks that jump, odd text."""

from __future__ import annotations

from datetime import date

import pytest

from app.tickets.kinds import EntryKind, Priority, State
from tests.stories.charging.steps import fill_in
from tests.stories.first_day_paper import PrintedPaper
from tests.stories.tickets.conftest import OpenDesk
from tests.stories.tickets.service_desk import ServiceDesk
from tests.tickets_screen.entry.clipboard import copy_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

NUMBER = "261120-001"
MORNING = "2026-11-20T09:00"
MOST = 20_000


@pytest.fixture
def desk(open_desk: OpenDesk) -> ServiceDesk:
    """One leak is taken down."""
    opened = open_desk(MORNING)
    opened.take_down("32501", "sg", "厨房水管漏水")
    return opened


def test_t27_two_windows_on_one_ticket_overwrite_nothing_silently(desk: ServiceDesk, open_desk: OpenDesk) -> None:
    other = open_desk("2026-11-20T09:05", machine="the machine next door")
    other.find(NUMBER)
    come_forward(desk)
    desk.asked("P", {"Priority": "4  urgent"})
    come_forward(other)

    def told_and_left() -> None:
        fill_in(other.program, {"Priority": "1  low priority"})
        other.keys.press("F9")
        other.says("there urgent, here low priority")
        other.keys.press("Esc")

    with other.answering(told_and_left):
        other.keys.press("P")
    assert other.stored(NUMBER).row.priority is Priority.URGENT
    other.asked("A", {"Worker": "赵师傅, 工程维修: nothing in hand"})
    page = other.stored(NUMBER)
    assert (page.row.priority, page.row.worker, page.row.state) == (Priority.URGENT, "赵师傅", State.ASSIGNED)


def come_forward(desk: ServiceDesk) -> None:
    desk.program.come_forward()


def test_a_worker_who_left_while_the_question_stood_open_gets_nothing(desk: ServiceDesk) -> None:
    office = desk.program.office

    def leaves_meanwhile() -> None:
        fill_in(desk.program, {"Worker": "赵师傅, 工程维修: nothing in hand"})
        worker = next(one for one in office.teams.workers() if one.name == "赵师傅")
        office.teams.let_go(office.people.named("沈若兰"), worker.id, date(2026, 11, 19))
        desk.keys.press("F9")
        desk.says("赵师傅", "left")
        desk.keys.press("Esc")

    with desk.answering(leaves_meanwhile):
        desk.keys.press("A")
    assert (desk.stored(NUMBER).row.worker, desk.stored(NUMBER).row.state) == ("", State.REPORTED)


def test_a_clock_that_jumps_back_and_forth_loses_no_entry_and_no_number(desk: ServiceDesk) -> None:
    desk.at("2026-11-20T08:00")
    desk.asked("N", {"Note": "电脑时间被调慢了一小时"})
    desk.asked("S", {"Becomes": "in work"})
    desk.at("2026-11-21T09:00")
    desk.take_down("32502", "sg", "阳台水管漏水")
    desk.at("2026-11-20T09:30")
    desk.take_down("32601", "sg", "卫生间水管漏水")
    desk.says("261120-002")
    told = [(one.kind, one.state) for one in reversed(desk.stored(NUMBER).timeline)]
    assert told == [
        (EntryKind.REPORTED, State.REPORTED),
        (EntryKind.NOTE, State.REPORTED),
        (EntryKind.MOVED, State.IN_WORK),
    ]
    assert desk.stored("261121-001").row.text == "阳台水管漏水"


def test_a_note_that_is_too_long_is_refused_and_stands_there_again(desk: ServiceDesk) -> None:
    copy_text("漏" * (MOST + 1))

    def paste_and_leave() -> None:
        desk.keys.press("Ctrl+V", "F9")
        desk.says("20001")
        desk.keys.press("Esc")

    with desk.answering(paste_and_leave):
        desk.keys.press("N")

    def shorten() -> None:
        desk.keys.press("Ctrl+End", "Backspace", "F9")

    with desk.answering(shorten):
        desk.keys.press("N")
    assert desk.stored(NUMBER).timeline[0].text == "漏" * MOST


def test_emoji_and_rare_characters_are_kept_found_and_printed(desk: ServiceDesk) -> None:
    desk.asked("N", {"Note": "𠮷先生说水漫到门口😀，䶮女士在家"})
    desk.find("䶮女士")
    assert len(desk.listed()) == 1
    desk.keys.press("Ctrl+P")
    desk.program.wait_until(lambda: bool(desk.program.papers))
    assert PrintedPaper(*desk.program.papers[-1]).says(NUMBER)
    assert desk.stored(NUMBER).timeline[1].text == "𠮷先生说水漫到门口😀，䶮女士在家"
