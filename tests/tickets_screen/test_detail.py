"""The chosen ticket beside the board: head, promises, timeline, people, material."""

from __future__ import annotations

from tests.tickets_screen.desk import Desk
from ui.tickets.doing.why_panel import WhyDuePanel


def test_everything_of_the_ticket_stands_beside(desk: Desk) -> None:
    desk.finds("渗水").shown()
    detail = desk.page.detail
    assert detail.head.title() == "卫生间顶棚渗水，疑似楼上 601 防水"
    assert detail.head.facts.text().split() == ["261120-005", "repair", "normal", "priority", "by", "telephone"]
    assert "138****5678" in detail.side.reporter.text()
    assert "赵师傅" in detail.side.handling.text()
    assert detail.side.lines.text().splitlines()[-1] == "Sum 58.00"


def test_t13_promises_say_when_they_fall_due_and_how_they_stand(desk: Desk) -> None:
    desk.finds("渗水").shown()
    contact, close = desk.page.detail.head.clocks.texts()
    assert contact == "contact with the resident: met after 11 min (09:12 → due 09:42)"
    assert close.endswith("paused 11 min)")


def test_the_timeline_tells_the_newest_first(desk: Desk) -> None:
    desk.finds("渗水")
    told = desk.told()
    assert told[-1] == "taken down by 王敏"
    assert told[-2] == "reached 张建国 by telephone"
    assert "王敏: goes on, in work" in told
    assert "王敏: waiting for the resident" in told


def test_an_entry_is_read_whole_by_enter(desk: Desk) -> None:
    desk.finds("渗水")
    desk.shown()
    desk.answers.will_read()
    desk.press("Return", "Return")
    assert desk.answers.asked == ["10:31  material or work | 人工 0.5 时"]


def test_f4_explains_the_due_time(panels: Desk) -> None:
    panels.finds("渗水").shown()
    with panels.keys.when_asked("Esc"):
        panels.press("F4")
    assert panels.keys.asked == ["Why is 261120-005 due then?"]


def test_t12_f4_says_window_pause_and_result(desk: Desk) -> None:
    said: list[str] = []
    desk.finds("渗水").shown()
    desk.answers.will_answer(WhyDuePanel, lambda panel: _looks(panel, said))
    desk.press("F4")
    assert "Promised: completion within 7 workdays" in said[0]
    assert "Pause 2026-11-20 10:20 to 2026-11-20 10:31: adds 11 min" in said[0]


def test_material_goes_to_the_counter_by_one_key(desk: Desk) -> None:
    desk.finds("渗水").shown()
    desk.press("Ctrl+B")
    assert desk.said[-1] == "58.00 is asked for at the counter from 3-2-501 now"
    assert "to be paid at the counter" in desk.told()


def _looks(panel: WhyDuePanel, said: list[str]) -> bool:
    said.append(panel.text())
    return True
