"""The book of the estate, worked through by keys only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QApplication

from app.estate.kinds import OccupancyRole
from app.estate.unit_facts import PersonFacts, UnitPage
from tests.estate_screen.conftest import Desk, OpenDesk
from tests.office_builder import OfficeBuilder
from ui.estate.end_role_panel import EndRolePanel
from ui.estate.plates_panel import PlatesPanel

HOME = "1-1-301"


def page_of(office: OfficeBuilder, code: str = HOME) -> UnitPage:
    return office.office.estate.unit_page(office.office.estate.unit_named(code))


def open_home(desk: Desk, code: str = HOME) -> None:
    desk.page.focus_search()
    desk.keys.type(code)
    desk.keys.press("Return")


def shown_code(desk: Desk) -> str:
    page = desk.page.unit._page
    return page.code if page is not None and desk.page._page() is desk.page.unit else ""


def test_a_unit_opens_by_its_code_and_shows_people_tariffs_and_money(desk: Desk) -> None:
    open_home(desk)
    view = desk.page.unit
    assert shown_code(desk) == HOME
    assert view.people.hasFocus()
    assert [fee.row.tariff.item.code for fee in view.tariffs.rows_model.rows] == ["property"]
    assert "Due today" in view.money.text()
    assert "71.59 ㎡" in view.head.facts.text()


def test_the_tree_opens_by_arrow_keys_down_to_a_unit(desk: Desk) -> None:
    desk.keys.press("Down", "Right")
    assert desk.page.side.tree._current() is None or not shown_code(desk)
    desk.page.side.take_focus()
    desk.keys.press("Right", "Right", "Right", "Right")
    assert shown_code(desk) == "1-1-101"
    desk.keys.press("Down")
    assert shown_code(desk) == "1-1-102"
    desk.keys.press("Left", "Left", "Left", "Left")
    assert [row.level for row in desk.page.side.tree._rows.rows] == [0, 0, 0, 0]


def test_a_unit_is_changed_by_keys(desk: Desk, office: OfficeBuilder) -> None:
    open_home(desk)
    desk.keys.press("F8", "Tab", "Tab", "Tab")
    desk.keys.type("90.12")
    desk.keys.press("F9")
    assert str(page_of(office).facts.building_area) == "90.1200"
    assert desk.said[-1] == f"{HOME} is changed"
    assert shown_code(desk) == HOME


def test_a_new_unit_is_entered_and_stands_under_the_bar(desk: Desk, office: OfficeBuilder) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("9 1 101")
    desk.keys.press("F9")
    assert page_of(office, "9-1-101").building == "9栋"
    assert shown_code(desk) == "9-1-101"
    assert desk.page.side.tree.current_unit() == page_of(office, "9-1-101").id


def test_a_code_that_was_not_typed_is_asked_for_beside_its_field(desk: Desk) -> None:
    desk.keys.press("Ctrl+N", "F9")
    assert desk.page.unit_form.code.problem.startswith("No unit code is typed")
    assert desk.page.unit_form.code.hasFocus()


def test_a_code_that_is_there_already_is_said_beside_its_field(desk: Desk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("1 1 301")
    desk.keys.press("F9")
    assert f"The unit {HOME} is in the book already" in desk.page.unit_form.code.problem
    assert desk.page.unit_form.code.hasFocus()


def test_a_person_is_entered_and_found_by_both_readings(desk: Desk, office: OfficeBuilder) -> None:
    open_home(desk)
    desk.keys.press("Alt+1")
    desk.keys.commit("曾小贤")
    desk.keys.press("Tab")
    assert "zxx cxx" in desk.page.person_form._lines["initials"].text()
    desk.keys.type("138 0000 1111")
    desk.keys.press("F9")
    assert [one.name for one in page_of(office).people][-1] == "曾小贤"
    assert desk.page.unit.people.rows_model.rows[-1].phones == ("138****1111",)
    desk.page.focus_search()
    desk.keys.type("cxx")
    assert HOME in [line.head for line in desk.page.side.hits.lines() if hasattr(line, "head")]


def test_a_wrong_telephone_is_said_beside_its_field_and_nothing_is_lost(desk: Desk, office: OfficeBuilder) -> None:
    open_home(desk)
    before = len(page_of(office).people)
    desk.keys.press("Alt+1")
    desk.keys.type("Li")
    desk.keys.press("Tab")
    desk.keys.type("123")
    desk.keys.press("F9")
    assert "is not a telephone number" in desk.page.person_form.phones.problem
    desk.keys.press("Esc")
    assert shown_code(desk) == HOME
    assert "brings the form back" in desk.said[-1]
    desk.keys.press("Ctrl+Z")
    assert (desk.page.person_form.name.text(), desk.page.person_form.phones.text()) == ("Li", "123")
    assert len(page_of(office).people) == before


def test_a_person_is_changed_from_the_list(desk: Desk, office: OfficeBuilder) -> None:
    open_home(desk)
    desk.keys.press("Return")
    assert desk.page.person_form.role.isHidden()
    desk.keys.commit("欧阳锋")
    desk.keys.press("F9")
    assert page_of(office).people[0].name == "欧阳锋"


def test_telephones_show_on_request_are_kept_in_the_trail_and_hide_with_the_next_unit(
    desk: Desk, office: OfficeBuilder
) -> None:
    open_home(desk)
    masked = desk.page.unit.people.rows_model.rows[0].phones
    desk.keys.press("F3")
    shown = desk.page.unit.people.rows_model.rows[0].phones
    assert "*" in masked[0]
    assert "*" not in shown[0]
    open_home(desk, "1-1-302")
    open_home(desk)
    assert desk.page.unit.people.rows_model.rows[0].phones == masked


def test_a_role_ends_on_a_day(desk: Desk, office: OfficeBuilder) -> None:
    unit_id = office.office.estate.unit_named(HOME)
    tenancy = (date(2026, 1, 1), None)
    office.office.estate.add_person(office.supervisor, unit_id, PersonFacts("李梅"), OccupancyRole.TENANT, tenancy)
    open_home(desk)
    desk.answers.will_answer(EndRolePanel, ending(date(2026, 11, 1)))
    desk.keys.press("Down", "Del")
    assert [(one.name, one.former) for one in page_of(office).people][-1] == ("李梅", True)
    assert desk.said[-1] == f"李梅: tenant of {HOME} until 2026-11-01"


def ending(day: date) -> Callable[[EndRolePanel], date]:
    def end(panel: EndRolePanel) -> date:
        panel._end(day)
        return day

    return end


def test_a_former_role_cannot_end_again(desk: Desk, office: OfficeBuilder) -> None:
    unit_id = office.office.estate.unit_named(HOME)
    span = (date(2017, 1, 1), date(2019, 1, 1))
    office.office.estate.add_person(office.supervisor, unit_id, PersonFacts("陈立新"), OccupancyRole.OWNER, span)
    open_home(desk)
    desk.keys.press("End", "Del")
    assert desk.said[-1] == "Choose a person who is still on this unit."


def test_plates_are_written_in_one_line(desk: Desk, office: OfficeBuilder) -> None:
    open_home(desk)
    desk.answers.will_answer(PlatesPanel, ("浙A·0D7K2", "浙B·12345"))
    desk.keys.press("Alt+2")
    assert [one.number for one in page_of(office).plates] == ["浙A·0D7K2", "浙B·12345"]
    desk.answers.will_answer(PlatesPanel, ("浙B·12345",))
    desk.keys.press("Alt+2")
    assert [one.number for one in page_of(office).plates] == ["浙B·12345"]


def test_escape_backs_out_level_by_level(desk: Desk) -> None:
    open_home(desk)
    desk.keys.press("F8", "Esc")
    assert shown_code(desk) == HOME
    desk.keys.press("Esc", "Esc")
    assert desk.page.side.search.hasFocus()
    assert desk.page.side.search.text() == ""


def test_a_search_that_finds_nothing_says_what_was_tried_and_keeps_the_words(desk: Desk) -> None:
    desk.keys.type("qqqq")
    desk.keys.press("Return")
    assert desk.page.side.search.text() == "qqqq"
    assert "Nothing found" in desk.page.side._note.text()


def test_what_another_page_changed_shows_here(desk: Desk, office: OfficeBuilder) -> None:
    open_home(desk)
    office.office.estate.add_plate(office.supervisor, office.office.estate.unit_named(HOME), "浙A12345")
    desk.context.changes.announce("estate", by=office)
    assert "浙A·12345" in desk.page.unit.plates.text()


def test_an_empty_book_says_how_to_begin(new_office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(new_office)
    assert desk.page._page() is desk.page.welcome
    desk.keys.press("Ctrl+I")
    assert desk.page._page() is desk.page.imports
    assert QApplication.focusWidget() is not None
