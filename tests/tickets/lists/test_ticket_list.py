"""The list holds what its filter says, counts every chip, and finds every word that was ever said."""

from __future__ import annotations

from datetime import date

import pytest

from app.tickets.catalogue.teams import WorkerFacts
from app.tickets.deadlines.clocks import pressing
from app.tickets.deadlines.due import Standing
from app.tickets.entry.new_ticket import Caller
from app.tickets.kinds import Source, State, TicketKind
from app.tickets.lists.filters import Group, Order, TicketFilter
from app.tickets.lists.ticket_list import TicketList
from tests.tickets.flow.ticket_office import TicketOffice


def listed(desk: TicketOffice, **facts: object) -> TicketList:
    return desk.office.ticket_lists.read(TicketFilter(**facts))  # type: ignore[arg-type]


def ids(found: TicketList) -> list[int]:
    return [row.id for row in found.rows]


def category(desk: TicketOffice, path: str) -> int:
    return next(one.id for one in desk.office.ticket_categories.tree() if one.path == path)


def test_a_row_says_where_what_and_how_it_stands(desk: TicketOffice) -> None:
    desk.at("2026-11-20T09:12")
    worker = desk.office.teams.add_worker(desk.supervisor, WorkerFacts("赵师傅"))
    leak = desk.reported("卫生间顶棚渗水", category_id=category(desk, "给排水 / 渗漏"), source=Source.PHONE)
    desk.gives(leak, worker_id=worker)
    row = desk.at("2026-11-20T09:20").office.ticket_lists.read(TicketFilter()).rows[0]
    assert (row.number, row.where, row.text) == ("261120-001", "3-2-501", "卫生间顶棚渗水")
    assert (row.category, row.worker, row.reporter, row.state) == ("给排水 / 渗漏", "赵师傅", "张建国", State.ASSIGNED)
    assert row.clock is not None
    assert (row.clock.name.value, row.clock.reckoned.left_minutes, row.standing) == ("contact", 22, Standing.DUE)


def test_what_is_due_first_stands_first_and_what_is_over_is_newest_first(desk: TicketOffice) -> None:
    calm = desk.at("2026-11-20T09:00").reported("快递柜旁加装照明", kind=TicketKind.SUGGESTION)
    urgent = desk.at("2026-11-20T09:20").reported("入户门锁卡死")
    assert ids(listed(desk)) == [urgent, calm]
    assert ids(listed(desk, order=Order.OLDEST)) == [calm, urgent]
    assert ids(listed(desk, group=Group.ALL)) == [urgent, calm]


def test_every_chip_is_counted_under_the_same_filter(desk: TicketOffice) -> None:
    desk.at("2026-11-20T09:00")
    late = desk.reported("厨房下水反水")
    paused = desk.reported("阳台推拉窗轨道变形")
    desk.moves(paused, State.CONTACTED, State.WAITING_PARTS)
    done = desk.reported("客厅灯不亮")
    desk.moves(done, State.CONTACTED, State.DONE)
    desk.closes(desk.reported("对讲分机无声"))
    desk.moves(desk.reported("报错了"), State.CANCELLED, why="住户撤回")
    complaint = desk.reported("楼上夜间装修噪声", kind=TicketKind.COMPLAINT)
    desk.moves(complaint, State.REVIEWED)
    counts = listed(desk.at("2026-11-20T09:45")).counts
    assert counts == {
        Group.OPEN: 4,
        Group.TO_ASSIGN: 2,
        Group.IN_WORK: 0,
        Group.WAITING: 1,
        Group.TO_CLOSE: 1,
        Group.TO_CALL: 0,
        Group.SOON: 0,
        Group.OVERDUE: 1,
        Group.CLOSED: 1,
        Group.GONE: 1,
        Group.ALL: 6,
    }
    assert ids(listed(desk, group=Group.OVERDUE)) == [late]
    assert ids(listed(desk, group=Group.WAITING)) == [paused]
    assert ids(listed(desk, group=Group.TO_CLOSE)) == [done]
    assert listed(desk, kinds=frozenset({TicketKind.COMPLAINT})).counts[Group.ALL] == 1
    for group in Group:
        found = listed(desk, group=group)
        assert found.total == len(found.rows)


def test_the_leading_promise_decides_how_a_ticket_stands(desk: TicketOffice) -> None:
    desk.at("2026-11-20T09:00")
    desk.reported("未联系")
    contacted = desk.reported("已联系")
    desk.at("2026-11-20T09:10").moves(contacted, State.CONTACTED)
    waiting = desk.reported("等配件")
    desk.moves(waiting, State.CONTACTED, State.WAITING_PARTS)
    desk.at("2026-11-20T11:00")
    for standing in Standing:
        met = {row.id for row in listed(desk, group=Group.ALL).rows if row.standing is standing}
        assert set(ids(listed(desk, group=Group.ALL, standings=frozenset({standing})))) == met
    assert ids(listed(desk, standings=frozenset({Standing.PAUSED}))) == [waiting]
    assert ids(listed(desk, standings=frozenset({Standing.DUE}))) == [contacted]


def test_one_missed_promise_makes_a_closed_ticket_missed(desk: TicketOffice) -> None:
    late = desk.at("2026-11-20T09:00").reported("厨房下水反水")
    good = desk.reported("客厅灯不亮")
    desk.at("2026-11-20T09:10").closes(good)
    desk.at("2026-11-20T09:50").closes(late)
    closed = {"group": Group.CLOSED}
    assert ids(listed(desk, standings=frozenset({Standing.MISSED}), **closed)) == [late]
    assert ids(listed(desk, standings=frozenset({Standing.MET}), **closed)) == [good]


def test_a_list_is_narrowed_by_category_building_worker_and_days(desk: TicketOffice) -> None:
    worker = desk.office.teams.add_worker(desk.supervisor, WorkerFacts("赵师傅"))
    other = desk.builder.unit("5-1-802", "李梅", phone="13800005679")
    pipe = desk.at("2026-11-18T09:00").reported("水管漏水", category_id=category(desk, "给排水 / 水管"))
    lift = desk.at("2026-11-20T09:00").reported(
        "电梯停运", category_id=category(desk, "电梯 / 电梯停运"), unit_id=other
    )
    desk.gives(lift, worker_id=worker)
    assert ids(listed(desk, categories=frozenset({category(desk, "给排水")}))) == [pipe]
    fifth = next(row.building_id for row in listed(desk).rows if row.id == lift)
    assert fifth is not None
    assert ids(listed(desk, buildings=frozenset({fifth}))) == [lift]
    assert ids(listed(desk, workers=frozenset({worker}))) == [lift]
    assert ids(listed(desk, first=date(2026, 11, 18), until=date(2026, 11, 19))) == [pipe]
    assert ids(listed(desk, sources=frozenset({Source.PATROL}))) == []


@pytest.mark.parametrize(
    "typed",
    ["张三", "261120-001", "3-2-501", "顶棚 角阀", "角阀", "1380000", "渗漏", "DN15", "ｄｎ15", "𠮷", "😀", "100%"],
)
def test_every_word_that_was_said_finds_the_ticket(desk: TicketOffice, typed: str) -> None:
    desk.at("2026-11-20T09:12")
    leak = desk.reported(
        "卫生间顶棚渗水 𠮷 😀", category_id=category(desk, "给排水 / 渗漏"), caller=Caller("张三", "13800001234")
    )
    desk.reported("客厅灯不亮", caller=Caller("李四", "13900004321"), place="中心花园", unit_id=None)
    desk.office.ticket_notes.note(desk.cashier, leak, "关闭 601 角阀 DN15，渗水减 100%")
    assert ids(listed(desk, text=typed)) == [leak]
    assert listed(desk, text=typed).counts[Group.ALL] == 1


def test_signs_that_mean_something_to_a_database_mean_themselves(desk: TicketOffice) -> None:
    desk.reported("客厅灯不亮")
    for typed in ("%", "_", "/", "'", '"', "\\"):
        assert ids(listed(desk, text=typed)) == []


def test_a_common_word_is_counted_whole_and_shown_by_the_page(
    desk: TicketOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.tickets.lists.ticket_list._FEW", 2)
    made = [desk.reported(f"路灯不亮 {letter}") for letter in "甲乙丙丁戊"]
    found = desk.office.ticket_lists.read(TicketFilter(Group.ALL, text="路灯"), offset=1, limit=2)
    assert ([row.id for row in found.rows], found.total) == ([made[3], made[2]], 5)
    assert [row.id for row in desk.office.ticket_lists.every_row(TicketFilter(Group.ALL, text="路灯"))] == made[::-1]
    assert desk.office.ticket_lists.all_ids(TicketFilter(Group.ALL, text="灯 戊")) == (made[4],)


def test_a_number_is_found_as_it_is_spoken(desk: TicketOffice) -> None:
    made = desk.at("2026-11-20T09:12").reported()
    numbered = desk.office.ticket_lists.numbered
    assert numbered("261120-001") == numbered("261120001") == numbered("２６１１２０ 001") == made
    assert numbered("261120-002") is None
    assert numbered("269999-001") is None
    assert numbered("3-2-501") is None


def test_rows_on_the_screen_are_read_anew_in_their_order(desk: TicketOffice) -> None:
    first, second = desk.reported("一"), desk.reported("二")
    assert [row.id for row in desk.office.ticket_lists.rows([second, 99, first])] == [second, first]
    assert desk.office.ticket_lists.rows([]) == ()


def test_the_list_shows_the_promise_that_all_clocks_together_would_name(desk: TicketOffice) -> None:
    desk.at("2026-11-20T09:00")
    waiting = desk.reported("投诉后等配件", kind=TicketKind.COMPLAINT)
    desk.moves(waiting, State.REVIEWED, State.WAITING_PARTS)
    over = desk.reported("完结")
    desk.closes(over)
    for when in ("2026-11-20T09:05", "2026-11-23T10:00", "2027-03-01T10:00"):
        rows = listed(desk.at(when), group=Group.ALL).rows
        clocks = desk.office.deadlines.clocks([row.id for row in rows])
        assert [row.clock for row in rows] == [pressing(clocks[row.id]) for row in rows]
