"""Roster and lists by keys: turns written and swapped, hazards walked to their end, lists edited, papers shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from app.duty.hazards.flow import State
from app.duty.inspections.shipped import SHIPPED
from app.tickets.files.picture import prepare_picture
from tests.accessibility import cut_texts, nameless
from tests.duty_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from tests.page_desk import column
from ui.duty.lists.day_tasks import DayTaskPanel
from ui.duty.lists.inspection_panel import InspectionPanel
from ui.duty.lists.page import Part
from ui.duty.lists.pattern_panel import PatternPanel
from ui.duty.lists.posts import PostPanel
from ui.duty.lists.swap_panel import SwapPanel
from ui.duty.lists.turn_panel import TurnPanel
from ui.printing.paper_desk import PaperPanel
from ui.shell.photos_panel import PhotosPanel

Opens = Callable[..., Desk]


@pytest.fixture
def lists(office: OfficeBuilder, desks: Opens) -> Desk:
    """The lists as the supervisor sees them, with the roster shown."""
    desk = desks(office, by=office.supervisor)
    desk.press("Ctrl+Shift+U")
    return desk


def shown(desk: Desk, title: str) -> list[str]:
    assert desk.page.lists is not None
    return column(desk.page.lists.section.table, title)


def test_the_roster_opens_on_the_turn_of_this_moment(lists: Desk) -> None:
    assert lists.page.lists is not None
    table = lists.page.lists.section.table
    current = table.current()
    assert current is not None
    assert current.begins == datetime(2026, 11, 20, 20)
    assert "No hole" in lists.page.lists.section.strip.text()


def test_next_week_is_written_by_pattern_and_its_holes_are_named(lists: Desk, office: OfficeBuilder) -> None:
    def write(panel: PatternPanel) -> int:
        assert (panel.begins.value(), panel.ends.value()) == (time(8), time(20))
        panel.people.setText("赵强 13900002222，钱明")
        panel.weekdays.setText("1-5")
        return panel._write() or 0

    lists.press("Ctrl+PgDown")
    lists.answers.will_answer(PatternPanel, write)
    lists.press("F8")
    turns = [turn for turn in office.office.roster.week(datetime(2026, 11, 24).date()).turns if turn.post == "白班"]
    assert [turn.person for turn in turns] == ["赵强", "钱明", "赵强", "钱明", "赵强"]
    assert "nobody on duty" in shown(lists, "State")


def test_two_people_swap_by_keys(lists: Desk, office: OfficeBuilder) -> None:
    def swap(panel: SwapPanel) -> bool:
        panel.why.setText("孩子发烧")
        return bool(panel._swap())

    assert lists.page.lists is not None
    current = lists.page.lists.section.table.current()
    assert current is not None
    before = current.turn
    lists.answers.will_answer(SwapPanel, swap)
    lists.press("S")
    now = office.office.roster.on_duty().now[0]
    assert now.person != before.person
    assert office.office.duty_log.recent()[-1].text == "孩子发烧"


def test_a_turn_is_changed_only_with_a_reason(lists: Desk, office: OfficeBuilder) -> None:
    def change(panel: TurnPanel) -> int:
        panel.person.setText("孙亮")
        panel._on_save()
        assert "Nothing is written" in panel.why.problem
        panel.why.setText("李勇病假")
        return panel._keep()

    lists.answers.will_answer(TurnPanel, change)
    lists.press("Return")
    assert office.office.roster.on_duty().now[0].person == "孙亮"


def test_a_cashier_reads_the_roster_and_is_told_who_writes_it(office: OfficeBuilder, desks: Opens) -> None:
    desk = desks(office)
    desk.press("Ctrl+Shift+U", "F8")
    assert any("王敏" in said for said in desk.said)


def test_a_hazard_is_given_put_right_checked_and_closed_by_single_keys(lists: Desk, office: OfficeBuilder) -> None:
    lists.press("Alt+2")
    assert shown(lists, "State") == ["overdue, being put right", "being put right"]
    lists.answers.will_write("已清走纸箱，张贴提示")
    lists.press("E")
    lists.press("C", "X")
    assert len(shown(lists, "State")) == 1
    one = next(one for one in office.office.hazards.listed(closed=True) if "纸箱" in one.what)
    assert (one.state, one.closed_at) == (State.CLOSED, office.clock.now())
    lists.press("F6")
    assert len(shown(lists, "State")) == 2


def test_a_step_that_does_not_follow_is_said_in_words(lists: Desk) -> None:
    lists.press("Alt+2", "X")
    assert any("does not follow" in said for said in lists.said)


def test_the_hazards_go_to_paper_and_to_a_workbook(lists: Desk, tmp_path: Path) -> None:
    lists.press("Alt+2")
    lists.answers.will_answer(PaperPanel, None)
    lists.press("Ctrl+P")
    path = tmp_path / "hazards.xlsx"
    lists.answers.will_save(path)
    lists.press("Ctrl+Shift+S")
    rows = list(load_workbook(path).active.values)  # type: ignore[union-attr]
    assert len(rows) == 3
    assert "YH261118-02" in rows[1]


def test_a_photo_from_a_file_stands_with_the_hazard_and_a_text_is_refused(
    lists: Desk, office: OfficeBuilder, tmp_path: Path
) -> None:
    file = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(file, "PNG")
    good, bad = tmp_path / "整改前.png", tmp_path / "列表.txt"
    good.write_bytes(file.getvalue())
    bad.write_text("no picture", encoding="utf-8")
    lists.press("Alt+2")
    lists.answers.will_open(bad)
    lists.press("F")
    assert any("列表.txt" in said for said in lists.said)
    lists.answers.will_open(good)
    lists.press("F")
    late = office.office.hazards.listed()[0]
    assert [photo.point for photo in office.office.duty_photos.of_hazard(late.id)] == ["before"]
    assert f"1 of 1  Found  {office.clock.now():%Y-%m-%d}" in seen_large(lists)
    look = office.office.trail.newest(office.supervisor)[0]
    assert (look.action, look.subject, look.facts["file"]) == ("look_at_photo", late.number, "整改前.png")


def test_a_hazard_without_a_photo_says_so(lists: Desk) -> None:
    lists.press("Alt+2", "V")
    assert lists.said[-1] == "This hazard has no photo."


def seen_large(lists: Desk) -> str:
    """What the words beside the first photo say."""
    read: list[str] = []

    def look_at_it(panel: PhotosPanel) -> bool:
        read.append(panel.text())
        return True

    lists.answers.will_answer(PhotosPanel, look_at_it)
    lists.press("V")
    return read[0]


def test_photos_of_a_round_are_seen_large_and_each_look_is_kept(lists: Desk, office: OfficeBuilder) -> None:
    services = office.office
    standing = services.inspections.standing()[0]
    made = services.inspections.begin(office.cashier, standing.id)
    file = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(file, "PNG")
    point = standing.inspection.points[0]
    services.duty_photos.add_to_round(office.cashier, made, point.key, prepare_picture(file.getvalue(), "机房.png"))
    lists.press("Alt+4")
    assert seen_large(lists).startswith(f"1 of 1  {point.where} {point.what}")
    look = services.trail.newest(office.supervisor)[0]
    assert (look.action, look.subject, look.facts["file"]) == ("look_at_photo", standing.inspection.name, "机房.png")


def test_a_new_inspection_is_written_as_a_text_and_walked(lists: Desk, office: OfficeBuilder) -> None:
    def write(panel: InspectionPanel) -> int:
        panel.name.setText("屋面巡查")
        panel.rhythm.setText("w1")
        panel.route.set_text("屋面 | 排水口无堵塞\n屋面 | 水位 | 数值 ~20 cm")
        return panel._keep() or 0

    lists.press("Alt+3")
    lists.answers.will_answer(InspectionPanel, write)
    lists.press("F8")
    assert "屋面巡查" in shown(lists, "Inspection list")
    assert "Mon" in shown(lists, "How often")
    lists.press("F9")
    assert lists.page.rounds is not None
    assert lists.page.rounds.title.text() == "屋面巡查"


@pytest.mark.parametrize(
    ("rhythm", "route", "said"),
    [
        ("m32", "屋面 | 排水口", "1 to 31"),
        ("0", "屋面 | 排水口", "1 to 366"),
        ("每天", "屋面 | 排水口", "says not how often"),
        ("1", "", "has no point yet"),
        ("1", "屋面", "Line 1"),
        ("1", "屋面 | 水位 | 数值 9~2", "lower limit"),
    ],
)
def test_a_list_that_cannot_be_walked_is_refused_beside_its_field(
    lists: Desk, office: OfficeBuilder, rhythm: str, route: str, said: str
) -> None:
    problems: list[str] = []

    def write(panel: InspectionPanel) -> None:
        panel.name.setText("屋面巡查")
        panel.rhythm.setText(rhythm)
        panel.route.set_text(route)
        panel._on_save()
        problems.extend([panel.rhythm.problem, panel.route.problem])

    lists.press("Alt+3")
    lists.answers.will_answer(InspectionPanel, write)  # type: ignore[arg-type]
    lists.press("F8")
    assert any(said in problem for problem in problems)
    assert len(office.office.inspections.lists()) == len(SHIPPED)


def test_the_day_list_and_the_posts_are_edited(lists: Desk, office: OfficeBuilder) -> None:
    def entry(panel: DayTaskPanel) -> int:
        panel.clock.setText("2200")
        panel.name.setText("关闭中庭灯光")
        panel.weekdays.setText("67")
        return panel._keep()

    def post(panel: PostPanel) -> int:
        panel.name.setText("监控室")
        panel.begins.setText("8")
        panel.ends.setText("8")
        return panel._keep()

    lists.press("Alt+6")
    lists.answers.will_answer(DayTaskPanel, entry)
    lists.press("F8")
    assert shown(lists, "What")[-1] == "关闭中庭灯光"
    assert shown(lists, "Weekdays")[-1] == "Sat, Sun"
    lists.press("Alt+7")
    lists.answers.will_answer(PostPanel, post)
    lists.press("F8")
    assert "监控室" in [one.name for one in office.office.roster.posts()]


@pytest.mark.parametrize("part", list(Part), ids=lambda part: part.name)
def test_every_list_is_whole_in_both_languages(spoken: Desk, part: Part) -> None:
    spoken.page.show_list(part)
    spoken.wait()
    assert nameless(spoken.page) == []
    assert cut_texts(spoken.page) == []


def test_esc_leads_back_to_the_first_page(lists: Desk) -> None:
    lists.press("Esc")
    assert lists.page.currentWidget() is lists.page.home
    assert lists.page.home.day.table.hasFocus()


def test_papers_come_from_every_list(lists: Desk, office: OfficeBuilder) -> None:
    made = office.office.inspections.begin(office.cashier, office.office.inspections.lists()[0].id)
    assert made
    given = office.office.duty_log.give(office.cashier, "李勇")
    assert given
    for key in ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5"):
        lists.press(key)
        lists.answers.will_answer(PaperPanel, None)
        lists.press("Ctrl+P")
        lists.wait()
        assert lists.answers.all_used(), key
    lists.press("Esc")
    lists.answers.will_answer(PaperPanel, None)
    lists.press("Ctrl+P")
    assert lists.answers.all_used()
