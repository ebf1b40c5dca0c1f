"""The call list on paper."""

from pathlib import Path

import pytest

from app.access.actor import Actor
from app.access.people import People
from app.access.permissions import Role
from app.core.clock import SetClock
from app.store.settings import write_choice
from app.store.store import Store
from app.tickets.deadlines.call_list import CallLists
from app.tickets.deadlines.call_list_paper import CallList, call_list_pdf, missing_glyphs
from app.tickets.deadlines.escalation import Step
from app.tickets.deadlines.escalations import Escalations
from app.tickets.deadlines.settings import MANAGER
from app.tickets.kinds import ServiceClass, State, TicketKind
from tests.paper.judges import PaperOnTable
from tests.tickets.deadlines.any_promise import at
from tests.tickets.deadlines.small_tickets import CASHIER, Desk


@pytest.fixture
def supervisor(store: Store, clock: SetClock) -> Actor:
    first = People(store, clock).add_first("沈若兰", "smooth-river")
    People(store, clock).add(first, "王敏", "green-lantern", Role.CASHIER)
    with store.transaction() as connection:
        write_choice(connection, MANAGER, "方经理 13800001111", clock.now(), first.id)
    return first


def listed(store: Store, clock: SetClock, when: str) -> CallList:
    clock.set(at(when))
    return CallLists(store, clock).now(CASHIER)


def on_table(facts: CallList, folder: Path) -> PaperOnTable:
    paper = PaperOnTable(call_list_pdf(facts), folder)
    assert "No syntax or stream encoding errors" in paper.sound()
    return paper


def test_it_says_who_is_to_be_told_of_what_and_who_was(
    store: Store, clock: SetClock, desk: Desk, supervisor: Actor, tmp_path: Path
) -> None:
    desk.ticket("2026-11-20 08:00", text="厨房下水反水，\n已漏到楼下")
    desk.ticket("2026-11-20 09:00", text="门禁" * 50)
    soon = desk.ticket("2026-11-20 06:00", TicketKind.REPAIR, ServiceClass.EMERGENCY)
    soon.goes(State.CONTACTED, "2026-11-20 06:05")
    clock.set(at("2026-11-20 09:40"))
    escalations = Escalations(store, clock)
    first = next(one for one in escalations.listed() if one.ticket.number == "261120-001")
    escalations.tell(CASHIER, first.clock_id, Step.LATE, "方经理")
    paper = on_table(listed(store, clock, "2026-11-20 09:45"), tmp_path)
    for words in (
        "催办表",
        "告知经理 1 项，未告知 0 项",
        "261120-001 3 栋大堂 厨房下水反水， 已漏到楼下 联系住户",
        "2026-11-20 08:30",
        "已超 1小时15分",
        "2026-11-20 09:40",
        "告知主管 1 项，未告知 1 项",
        "沈若兰",
        "告知负责人 1 项，未告知 1 项",
        "剩 15分",
        "未派",
        "打印 王敏",
        "第 1 页 共 1 页",
    ):
        assert paper.says(words), words
    assert missing_glyphs(listed(store, clock, "2026-11-20 09:45")) == ()


def test_a_calm_hour_says_so(store: Store, clock: SetClock, desk: Desk, supervisor: Actor, tmp_path: Path) -> None:
    assert on_table(listed(store, clock, "2026-11-20 09:45"), tmp_path).says("现在没有需要告知的工单。")


def test_a_long_list_goes_on_with_its_heads_and_a_rare_character_is_named(
    store: Store, clock: SetClock, desk: Desk, supervisor: Actor, tmp_path: Path
) -> None:
    for number in range(30):
        desk.ticket(f"2026-11-20 06:{number:02d}", text="楼道灯不亮𠮷")
    facts = listed(store, clock, "2026-11-20 09:45")
    paper = on_table(facts, tmp_path)
    assert paper.page_count == 3
    assert all(paper.says("已告知、时间", page) for page in (1, 2, 3))
    assert paper.says("261120-030", 3)
    assert [one.character for one in missing_glyphs(facts)] == ["𠮷"]
    assert call_list_pdf(facts) == call_list_pdf(facts)


def test_without_a_name_the_paper_says_whose_place_it_is(
    store: Store, clock: SetClock, desk: Desk, tmp_path: Path
) -> None:
    desk.ticket("2026-11-18 08:00")
    desk.ticket("2026-11-20 09:00")
    paper = on_table(listed(store, clock, "2026-11-20 09:45"), tmp_path)
    assert paper.text().count("经理") > paper.text().count("告知经理")
    assert paper.text().count("主管") > paper.text().count("告知主管")
    assert not paper.says("未派")
