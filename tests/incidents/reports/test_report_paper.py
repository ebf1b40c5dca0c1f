"""The report on paper: every fact of the evening, both times of every line, and nobody's number."""

from collections.abc import Callable
from datetime import datetime
from time import perf_counter

from sqlalchemy import update

from app.incidents.closing.closing import Closing
from app.incidents.tables import incident_entry
from app.tickets.entry.new_ticket import NewTicket
from app.tickets.kinds import TicketKind
from tests.incidents.reports.stuck_lift import MINUTES, StuckLift
from tests.paper.judges import PaperOnTable

OnTable = Callable[[bytes], PaperOnTable]


def drawn(house: StuckLift, on_table: OnTable, stuck: int) -> PaperOnTable:
    return on_table(house.office.incident_reports.paper(house.cashier, stuck).pdf)


def test_i25_the_head_names_what_where_and_how_grave(house: StuckLift, on_table: OnTable) -> None:
    paper = drawn(house, on_table, house.closed())
    for said in ("突发重大事件报告", "突261120-01", "电梯困人", "3 号楼 2 单元 2 号电梯", "实战", "重大"):
        assert paper.says(said, 1), said


def test_i25_the_four_moments_come_before_any_prose(house: StuckLift, on_table: OnTable) -> None:
    first = drawn(house, on_table, house.closed()).text(1)
    moments = ("发现", "19:41", "维保到场", "20:05", "得到控制", "20:12", "处置结束", "20:50")
    places = [first.index(said) for said in moments]
    assert places[0] > 0
    assert max(places) < first.index("一概况")
    assert "用22分，要求30分" in first
    assert "发现后31分" in first
    assert "共1小时9分" in first


def test_i25_how_long_it_took_goes_with_the_hours_that_are_printed(house: StuckLift, on_table: OnTable) -> None:
    house.set_clock.set(datetime(2026, 11, 20, 19, 41, 50))
    stuck, do = house.stuck(), house.office.incidents
    house.at(20, 50)
    left = {one.step.id: "由救援人员完成" for one in do.standing(stuck).progress.unsettled_critical}
    do.close(house.cashier, stuck, Closing("两人救出", house.set_clock.now()), left)
    assert "共1小时9分" in drawn(house, on_table, stuck).text(1)


def test_i25_every_line_stands_with_both_its_times(house: StuckLift, on_table: OnTable) -> None:
    paper = drawn(house, on_table, house.closed())
    assert paper.says("19:47 19:52 完成：派人到层门外守着，一直说话")
    assert paper.text().index("19:4719:52") < paper.text().index("19:4819:48")  # as it happened, not as it was typed


def test_i25_steps_late_left_out_and_done_differently_are_named(house: StuckLift, on_table: OnTable) -> None:
    paper = drawn(house, on_table, house.closed())
    assert paper.says("19:56 下次通话：用了 8 分，要求 5 分")
    assert paper.says("只挂了 7、8 两层，一层的牌子找不到")
    assert paper.says("写下最迟到场：打电话后 30 分；程序自己计时")
    assert paper.says("▲锁梯停用，留牌、留围挡；修理中，明天上午办")
    assert paper.says("没有做 9 步；关键步骤没有做的 2 步")
    assert paper.says("电话 1 次 19:42 电梯维保单位")


def test_i25_people_are_masked_unless_somebody_may_see_them_and_asks(house: StuckLift, on_table: OnTable) -> None:
    stuck = house.closed()
    paper = drawn(house, on_table, stuck)
    assert paper.says("李某，139****0026，胸闷，送医观察")
    assert "李敏芝" not in paper.text()
    open_paper = on_table(house.office.incident_reports.paper(house.supervisor, stuck, unmasked=True).pdf)
    assert open_paper.says("李敏芝，13955550026")


def test_i25_losses_costs_and_causes_stand_in_it(house: StuckLift, on_table: OnTable) -> None:
    paper = drawn(house, on_table, house.closed())
    for said in ("8 层层门变形，约 1,200.00 元", "350.00 元", "119、120", "门锁触点接触不良", "没有人受伤"):
        assert paper.says(said), said


def test_i25_follow_up_work_stands_with_its_ticket(house: StuckLift, on_table: OnTable) -> None:
    stuck, office = house.worked(), house.office
    asked = NewTicket("client-1", "2 号电梯门锁触点更换", TicketKind.TASK, place="3 号楼电梯机房")
    office.incidents.raise_ticket(house.cashier, stuck, asked)
    house.close(stuck)
    paper = drawn(house, on_table, stuck)
    assert paper.says("261120-001 2 号电梯门锁触点更换")


def test_i26_the_review_stands_in_it_once_it_was_held(house: StuckLift, on_table: OnTable) -> None:
    stuck = house.closed()
    before = drawn(house, on_table, stuck)
    assert before.says("定于 2026-11-23，还没有复盘")
    assert before.says("轿厢报警装置随时有人接听吗？")
    house.set_clock.set(datetime(2026, 11, 23, 15))
    house.office.incident_reports.review(house.supervisor, stuck, MINUTES)
    after = drawn(house, on_table, stuck)
    assert after.says("2026-11-23 已复盘，参加：赵予安、沈若兰、王敏")
    assert after.says("值班两个人：一人通话，一人联络。")
    assert after.says("8 层门锁触点氧化")


def test_i29_an_addition_stands_with_its_own_day(house: StuckLift, on_table: OnTable) -> None:
    stuck = house.closed()
    house.set_clock.set(datetime(2026, 11, 21, 8, 10))
    house.office.incidents.add(house.cashier, stuck, "家属来电：病人已回家")
    assert drawn(house, on_table, stuck).says("11-21 08:10")


def test_i29_a_log_that_was_tampered_with_says_so(house: StuckLift, on_table: OnTable) -> None:
    stuck = house.closed()
    assert drawn(house, on_table, stuck).says("与程序记录一致")
    line = incident_entry.c.incident_id == stuck, incident_entry.c.no == 5
    with house.office.store.transaction() as connection:
        kept = connection.execute(incident_entry.select().where(*line)).one().text
        connection.execute(update(incident_entry).where(*line).values(text="改过"))
    assert drawn(house, on_table, stuck).says("第 5 条起与链值不符")
    with house.office.store.transaction() as connection:
        connection.execute(update(incident_entry).where(*line).values(text=kept))


def test_i4_every_page_of_a_drill_says_so(house: StuckLift, on_table: OnTable) -> None:
    paper = drawn(house, on_table, house.closed(is_drill=True))
    assert paper.says("练261120-01", 1)
    assert all("演练" in paper.text(page) for page in range(1, paper.page_count + 1))


def test_a_report_may_be_read_while_it_still_runs(house: StuckLift, on_table: OnTable) -> None:
    assert drawn(house, on_table, house.worked()).says("还在处置")


def test_signatures_stand_on_the_last_page_and_the_pages_are_numbered(house: StuckLift, on_table: OnTable) -> None:
    paper = drawn(house, on_table, house.closed())
    last = paper.page_count
    assert paper.says("公司领导", last)
    assert not paper.says("公司领导", 1)
    assert paper.says(f"第 {last} 页 共 {last} 页", last)
    assert paper.says("三 处置时间线（续）", 2)
    assert paper.says("续下页", 1)
    assert all(paper.says("内部文件，含个人信息，不得张贴外传", page) for page in range(1, last + 1))


def test_i25_a_report_of_five_hundred_lines_is_drawn_within_five_seconds(house: StuckLift, on_table: OnTable) -> None:
    stuck = house.worked()
    for number in range(500):
        house.office.incidents.note(house.cashier, stuck, f"第 {number} 次巡视：轿厢内情绪稳定，没有烟和水")
    house.close(stuck)
    start = perf_counter()
    pdf = house.office.incident_reports.paper(house.cashier, stuck).pdf
    assert perf_counter() - start <= 5
    paper = on_table(pdf)
    assert paper.says("第 499 次巡视")
    assert "No syntax or stream encoding errors" in paper.sound()
    assert all(font[-5] == "yes" for font in paper.fonts())
