"""G12: a form of the register that was not saved is there again after the program ended in the middle of a word."""

from __future__ import annotations

from tests.estate_screen.conftest import Desk, OpenDesk
from tests.estate_screen.test_estate_page import open_home, page_of
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder

BROUGHT_BACK = "A form was left unsaved. Ctrl Z brings it back."


def pause() -> None:
    """What a person does after a word; nothing is closed then, nobody leaves the page."""
    stop_typing()


def test_a_unit_that_was_being_changed_stands_there_again(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    open_home(desk)
    desk.keys.press("F8", "Tab", "Tab", "Tab")
    desk.keys.type("90.12")
    pause()
    second = desks(office)
    assert BROUGHT_BACK in second.said
    second.keys.press("Tab", "Ctrl+Z", "F9")
    assert str(page_of(office).facts.building_area) == "90.1200"
    assert office.office.drafts.find(office.supervisor, "estate.form") is None


def test_a_person_who_was_being_entered_stands_there_again(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    open_home(desk)
    desk.keys.press("Return")
    desk.keys.commit("欧阳锋")
    pause()
    second = desks(office)
    second.keys.press("Tab", "Ctrl+Z", "F9")
    assert page_of(office).people[0].name == "欧阳锋"
    assert desks(office).said == []


def test_a_form_that_nobody_typed_into_is_not_kept(desk: Desk, office: OfficeBuilder, desks: OpenDesk) -> None:
    open_home(desk)
    desk.keys.press("F8")
    pause()
    assert desks(office).said == []


def test_forgetting_a_person_reaches_the_form_that_was_left(desk: Desk, office: OfficeBuilder) -> None:
    open_home(desk)
    desk.keys.press("Return")
    desk.keys.commit("欧阳锋")
    pause()
    person = page_of(office).people[0].person_id
    held = office.office.personal_data.held(office.supervisor, person)
    assert "estate.form" in [row.text for row in held.rows]
