"""A repair that the resident pays for: lines, work order, the counter, a receipt, and a call back the next day."""

from __future__ import annotations

import pytest

from app.tickets.kinds import EntryKind, ServiceClass, State
from app.tickets.materials.kinds import PayState
from tests.stories.charging.steps import fill_in, open_at_counter, open_the_shift, pay
from tests.stories.first_day_paper import PrintedPaper
from tests.stories.tickets.conftest import OpenDesk
from tests.stories.tickets.service_desk import ServiceDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # no screen, no window manager

NUMBER, ROOM = "261120-001", "3-2-401"
TEXT = "厨房角阀拧不动，往外渗水"
VALVE = {"Name": "角阀", "Quantity": "2", "Price (yuan)": "35"}
TAPE = {"Name": "生料带", "Quantity": "1", "Price (yuan)": "3.5", "Who pays": "the office"}
WORK = {"Kind": "labour", "Name": "人工", "Quantity": "1.5", "Price (yuan)": "60", "Who pays": "the resident"}


def test_t19_t23_a_repair_that_the_resident_pays_for_ends_in_a_receipt(open_desk: OpenDesk) -> None:
    desk = open_desk("2026-11-20T09:10")
    open_the_shift(desk.program)
    desk.show()
    desk.take_down(ROOM, "lt", TEXT)
    give_out_on_paper(desk)
    write_lines(desk)
    pay_at_the_counter(desk)
    close_and_call_back(desk)
    is_stored_whole(desk)


def give_out_on_paper(desk: ServiceDesk) -> None:
    desk.says(f"Ticket {NUMBER} is taken down", "paid service")
    desk.asked("A", {"Worker": "赵师傅, 工程维修: nothing in hand"})
    desk.keys.press("Ctrl+P")
    desk.program.wait_until(lambda: bool(desk.program.papers))
    paper = PrintedPaper(*desk.program.papers[-1])
    assert [words for words in (NUMBER, ROOM, "秦红", TEXT, "赵师傅") if not paper.says(words)] == []
    assert paper.codes
    desk.at("2026-11-20T10:00")
    assert "printed" in desk.timeline()[0]


def write_lines(desk: ServiceDesk) -> None:
    desk.asked("S", {"Becomes": "in work"})
    desk.at("2026-11-20T11:20")

    def line_by_line() -> None:
        for line in (VALVE, TAPE, WORK):
            fill_in(desk.program, line)
            desk.keys.press("F9")
        desk.says("The resident pays 160.00; 3.50 is borne by warranty or office")
        desk.keys.press("Esc")

    with desk.answering(line_by_line):
        desk.keys.press("L")
    desk.asked("S", {"Becomes": "done"})
    desk.keys.press("Ctrl+B")
    desk.says(f"160.00 is asked for at the counter from {ROOM} now", "to be paid at the counter")


def pay_at_the_counter(desk: ServiceDesk) -> None:
    desk.at("2026-11-20T11:40")
    rows = open_at_counter(desk.program, ROOM)
    assert sorted(row["Principal"] for row in rows) == ["70.00", "90.00"]
    receipt = pay(desk.program)
    assert [words for words in ("角阀", "2 个", "人工", "1.5 小时", "¥160.00") if not receipt.says(words)] == []
    assert not receipt.says("生料带")
    desk.show()
    desk.says(NUMBER, "Material and fees", "paid")
    assert {one.state for one in desk.stored(NUMBER).lines.lines} == {PayState.PAID, PayState.FREE}


def close_and_call_back(desk: ServiceDesk) -> None:
    desk.at("2026-11-20T11:50")
    closing = {"Cause": "角阀锈死", "What was done": "更换角阀两只", "Minutes of work": "90"}
    desk.asked("C", closing | {"Resident": "the resident signed"})
    desk.says(f"{NUMBER} is closed")
    desk.at("2026-11-21T10:00")
    desk.find(NUMBER)
    desk.asked("E", {"Attitude": "5", "Quality": "5", "In their words": "来得快"})
    desk.says(f"{NUMBER}: content")


def is_stored_whole(desk: ServiceDesk) -> None:
    page = desk.stored(NUMBER)
    assert (page.row.state, page.row.service_class) == (State.CLOSED, ServiceClass.PAID)
    kinds = [one.kind for one in page.timeline]
    assert kinds.count(EntryKind.LINE) == 3
    assert {EntryKind.PRINTED, EntryKind.CHARGED, EntryKind.CLOSED, EntryKind.RATING} <= set(kinds)
    assert desk.program.office.ticket_ratings.to_call(desk.program.context.actor) == ()
