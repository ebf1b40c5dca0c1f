"""The first page: who is on duty, the day list by Space, the log, what is overdue said at the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtTest import QTest

from app.access.permissions import ROLES, Permission
from tests.accessibility import cut_texts, nameless
from tests.counter_screen.answering import answering
from tests.duty_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from ui.shell.common_questions import TellPanel
from ui.widgets.text_label import TextLabel

Opens = Callable[..., Desk]


def test_the_head_names_who_is_on_duty_and_who_comes(desk: Desk) -> None:
    text = desk.page.home.head.text()
    assert "李勇" in text
    assert "13900003333" in text
    assert "赵强" in text


def test_a_roster_without_anybody_is_said_in_words(new_office: OfficeBuilder, desks: Opens) -> None:
    assert "nobody" in desks(new_office).page.home.head.text()


def test_overdue_inspections_are_said_at_the_start_and_lead_to_their_rows(desk: Desk) -> None:
    strip = desk.page.home.strip.strip
    assert "3 inspections overdue" in strip.text()
    assert "1 hazard past its deadline" in strip.text()
    desk.press("Alt+2")
    assert desk.page.home.due.table.hasFocus()
    assert desk.due()[0] == "电梯每日巡查: 2 rounds missed"


def test_where_nothing_is_overdue_nothing_is_said(new_office: OfficeBuilder, desks: Opens) -> None:
    desk = desks(new_office)
    assert desk.page.home.strip.strip.text() == ""
    new_office.clock.set(datetime(2026, 11, 22, 9))
    desk.page.home.strip.look()
    assert "3 inspections overdue" in desk.page.home.strip.strip.text()


def test_space_ticks_with_time_and_name_and_goes_on(desk: Desk, office: OfficeBuilder) -> None:
    assert len(desk.ticked()) == 5
    desk.press("Space")
    line = office.office.day_list.of_day()[5]
    assert line.tick is not None
    assert (line.tick.who, line.tick.at) == ("王敏", office.clock.now())
    desk.press("Space")
    assert len(desk.ticked()) == 7


def test_u_opens_again_and_the_log_keeps_it(desk: Desk) -> None:
    desk.press("Home", "U")
    assert len(desk.ticked()) == 4
    assert any("open again" in line for line in desk.logged())


def test_a_held_space_ticks_once(desk: Desk) -> None:
    desk.keys.press("Space")
    assert len(desk.ticked()) == 6


def test_two_people_ticking_the_same_line_are_told(desk: Desk, office: OfficeBuilder) -> None:
    line = office.office.day_list.of_day()[5]
    office.office.day_list.tick(office.supervisor, line.task.id)
    desk.press("Space")
    assert any("沈若兰" in said for said in desk.said)
    assert len(desk.ticked()) == 6


def test_lines_are_written_one_after_the_other(desk: Desk, office: OfficeBuilder) -> None:
    desk.press("Alt+T")
    for words in ("5 栋门禁失灵，已手动开启", "维保 20:40 到场"):
        desk.keys.commit(words)
        desk.press("Return")
    assert desk.logged()[-2:] == ["5 栋门禁失灵，已手动开启", "维保 20:40 到场"]
    assert office.office.duty_log.recent()[-1].name == "王敏"
    assert desk.page.home.log.box.text() == ""
    assert desk.page.home.log.box.hasFocus()


def test_what_is_entered_later_has_both_times(desk: Desk, office: OfficeBuilder) -> None:
    log = desk.page.home.log
    log.when.setFocus()
    desk.keys.commit("19:10")
    desk.press("Tab")
    desk.keys.commit("消防车出警，虚警")
    desk.press("Return")
    line = next(one for one in office.office.duty_log.recent() if one.text == "消防车出警，虚警")
    assert (line.happened_at, line.at) == (datetime(2026, 11, 20, 19, 10), office.clock.now())
    assert any("written 11-20 20:00" in words for words in desk.logged())


def test_an_empty_line_and_one_of_tomorrow_are_refused_and_kept_in_the_box(desk: Desk) -> None:
    log = desk.page.home.log
    desk.press("Alt+T", "Return")
    assert "Nothing is written" in log.problem.text()
    log.when.setText("11-21 9:00")
    log.box.setText("巡查")
    desk.press("Return")
    assert "has not come yet" in log.problem.text()
    assert log.box.text() == "巡查"


def test_numbers_of_people_in_a_line_are_hidden_until_f3_and_the_look_is_logged(
    desk: Desk, office: OfficeBuilder
) -> None:
    desk.press("Alt+T")
    desk.keys.commit("访客 13900001111 找 3-2-501")
    assert desk.page.home.log.box.text() == "访客 13900001111 找 3-2-501"
    desk.press("Return")
    assert desk.logged()[-1] == "访客 139****1111 找 3-2-501"
    desk.page.home.log.table.setFocus()
    desk.press("End")
    read: list[str] = []

    def reads(panel: TellPanel) -> bool:
        read.extend(label.text() for label in panel.findChildren(TextLabel))
        return True

    desk.answers.will_answer(TellPanel, reads)
    desk.press("F3")
    assert "访客 13900001111 找 3-2-501" in read
    look = office.office.trail.newest(office.supervisor)[0]
    assert (look.action, look.who, look.window) == ("unmask_phone", "王敏", "duty")


def test_the_whole_numbers_of_a_line_go_when_the_screen_is_locked(panels: Desk, office: OfficeBuilder) -> None:
    office.office.duty_log.write(office.cashier, "访客 13900001111 找 3-2-501")
    panels.page.home.log.load()
    panels.page.home.log.table.setFocus()
    panels.press("End")
    ended: list[object] = []

    def locks() -> None:
        (panel,) = panels.window.window.findChildren(TellPanel)
        panel.answered.connect(ended.append)
        panels.window.context.changes.covered.emit()
        panels.keys.press("Esc")

    with answering(locks):
        panels.press("F3")
    assert ended[0] is None, "it went by itself"


def test_whoever_may_see_no_numbers_corrects_a_line_that_has_none(office: OfficeBuilder, desks: Opens) -> None:
    by = replace(office.cashier, permissions=ROLES[office.cashier.role] - {Permission.UNMASK_PHONE})
    desk = desks(office, by=by)
    desk.press("Alt+3", "Home")
    desk.answers.will_write("晨会：昨日 4 项到期")
    desk.press("Return")
    assert desk.logged()[-1].endswith("晨会：昨日 4 项到期")
    desk.press("Alt+T")
    desk.keys.commit("访客 13900001111")
    desk.press("Return")
    desk.page.home.log.table.setFocus()
    desk.press("End", "Return")
    assert "may not see whole phone numbers" in desk.said[-1]


def test_a_correction_strikes_nothing_out_of_the_log(desk: Desk, office: OfficeBuilder) -> None:
    desk.press("Alt+3", "Home")
    desk.answers.will_write("晨会：昨日 4 项到期")
    desk.press("Return")
    lines = office.office.duty_log.recent()
    assert lines[0].text == "晨会：昨日 3 项到期，已分派"
    assert lines[0].corrected
    assert lines[-1].text == "晨会：昨日 4 项到期"


def test_the_head_turns_over_when_the_turn_ends(desk: Desk, office: OfficeBuilder) -> None:
    office.clock.set(datetime(2026, 11, 21, 8, 1))
    desk.page.home._look_at_clock()
    assert "On duty: 白班 赵强" in desk.page.home.head.text()


def test_everything_has_a_name_and_no_word_is_cut(spoken: Desk) -> None:
    QTest.qWait(50)
    assert nameless(spoken.page) == []
    for percent in (100, 125):
        spoken.window.context.theme.scale(percent)
        QTest.qWait(50)
        assert cut_texts(spoken.page) == []


def test_g2_f2_asks_for_a_line_of_the_log(desk: Desk) -> None:
    assert desk.page.home.day.table.hasFocus()
    desk.page.focus_search()  # as F2 of the window does
    assert desk.page.home.log.box.hasFocus()
