"""Several incidents at once: tabs, keys, and the list that an answer asks for."""

from __future__ import annotations

from sqlalchemy import text

from app.incidents.closing.closing import Closing
from app.incidents.running.entry import EntryKind
from app.incidents.running.progress import StepState
from tests.incidents_screen.running.night_desk import NightDesk
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab


def test_i19_a_second_incident_brings_tabs_with_type_place_and_clock(desk: NightDesk) -> None:
    assert desk.main.tabs.isHidden()
    desk.start("flooding", "地下车库")
    assert not desk.main.tabs.isHidden()
    lift, flood = desk.main.tabs.texts()
    assert "东梯" in lift
    assert lift.endswith("00:12:00")
    assert "地下车库" in flood


def test_a_new_incident_does_not_take_the_screen_from_the_one_that_is_worked(desk: NightDesk) -> None:
    before = desk.id
    desk.start("flooding", "地下车库")
    assert desk.id == before


def test_i19_f6_goes_to_the_next_and_back(desk: NightDesk) -> None:
    first, second = desk.id, desk.start("flooding", "地下车库")
    desk.press("F6")
    assert desk.id == second
    desk.press("F6")
    assert desk.id == first
    desk.press("Shift+F6")
    assert desk.id == second


def test_what_is_typed_waits_in_each_incident(desk: NightDesk) -> None:
    desk.press("1", "Return")
    desk.keys.commit("刘师傅")
    desk.start("flooding", "地下车库")
    desk.press("F6", "F6")
    assert desk.main.current.answers()["maintainer-person"] == "刘师傅"


def test_i19_an_answer_offers_a_linked_list_and_starts_nothing_by_itself(desk: NightDesk) -> None:
    desk.main.choose("how-many")
    desk.press("U")
    desk.type("2")
    desk.press("Return", "1", "Return", "5", "Return")
    assert desk.main.offer.code == "fire"
    assert not desk.main.offer.isHidden()
    assert len(desk.office.office.incidents.running()) == 1


def test_i19_one_key_starts_the_linked_list_beside_at_the_same_place(desk: NightDesk) -> None:
    parent = desk.id
    desk.main.choose("how-many")
    desk.press("U")
    desk.type("2")
    desk.press("Return", "1", "Return", "5", "Return", "Alt+S")
    assert desk.view.plan.code == "fire"
    assert desk.view.parent_id == parent
    assert desk.view.place == "2 栋 1 单元 东梯"
    linked = [entry for entry in desk.log(parent) if entry.kind is EntryKind.LINKED]
    assert len(linked) == 1
    desk.press("F6")
    assert desk.id == parent
    assert desk.main.offer.isHidden()


def test_when_the_last_one_is_closed_the_screen_gives_way(desk: NightDesk) -> None:
    reasons = {one.step.id: "已由消防接手" for one in desk.view.progress.unsettled_critical}
    desk.office.office.incidents.close(
        desk.office.cashier, desk.id, Closing("已排除", desk.office.clock.now()), reasons
    )
    desk.window.context.changes.announce("incidents", by=None)
    desk.wait()
    assert desk.page.currentWidget() is not desk.page.running


def test_closing_one_goes_on_with_the_other(desk: NightDesk) -> None:
    first, second = desk.id, desk.start("flooding", "地下车库")
    reasons = {one.step.id: "已由消防接手" for one in desk.view.progress.unsettled_critical}
    desk.office.office.incidents.close(desk.office.cashier, first, Closing("已排除", desk.office.clock.now()), reasons)
    desk.window.context.changes.announce("incidents", by=None)
    assert desk.id == second
    assert desk.main.tabs.isHidden()


def test_who_is_led_to_an_incident_can_press_its_keys_at_once(desk: NightDesk) -> None:
    flood = desk.start("flooding", "地下车库")
    desk.page.open(flood)
    assert desk.id == flood
    desk.press("1", "Return")
    assert desk.step("call-out").state is StepState.DONE


def test_what_began_while_another_tab_was_seen_is_there_on_the_way_back(desk: NightDesk) -> None:
    desk.page.hide()
    desk.start("flooding", "地下车库")
    desk.office.office.incidents.put_off(desk.office.supervisor, desk.id, "call-maintainer")
    assert desk.main.tabs.isHidden()
    desk.page.show()
    desk.wait()
    assert not desk.main.tabs.isHidden()
    assert desk.main.chosen == "latest"


def test_i29_a_log_that_was_altered_from_outside_says_so_as_it_comes_up(office: OfficeBuilder, desks: OpenTab) -> None:
    with office.office.store.transaction() as connection:
        connection.execute(text("UPDATE incident_entry SET name = 'somebody' WHERE no = 2"))
    said = desks(office).main.current.foot.text()
    with office.office.store.transaction() as connection:
        connection.execute(text("UPDATE incident_entry SET name = '王敏' WHERE no = 2"))
    assert said.startswith("Line 2 of this log was altered from outside")
