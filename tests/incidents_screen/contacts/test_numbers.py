"""The emergency numbers by keys: what is missing first, tried with one key, changed in a form, hung up on paper."""

from __future__ import annotations

import pytest

from app.core.language import choose_language
from tests.accessibility import OFFICE_SCREENS, check_at_every_text_size, check_it_fits, cut_texts, nameless
from tests.incidents_screen.contacts.conftest import OpenDesk
from tests.incidents_screen.contacts.desk import Desk
from tests.office_builder import OfficeBuilder


def test_i16_missing_numbers_stand_first_then_those_not_tried_for_ninety_days(desk: Desk) -> None:
    states = [state for state in desk.cells("State") if state]
    first_known = states.index("tried 111 days ago")
    assert set(states[:first_known]) == {"number missing", "usual number, not tried"}
    assert states[first_known : first_known + 3] == ["tried 111 days ago", "never tried", "tried"]
    assert "numbers are missing that plans call; 2 were not tried" in desk.page.strip.text()


def test_the_line_below_says_which_plans_call_the_number(desk: Desk) -> None:
    desk.row_of("Lift maintainer", "Party")
    assert desk.page.by_plans.text().startswith("Called by: People trapped in a lift · Sudden power cut")


def test_i16_one_key_says_that_a_number_was_tried_today(desk: Desk) -> None:
    desk.row_of("Manager", "Party")
    desk.press("F6")
    assert desk.said[-1] == "13800001111 (Manager) was tried on 2026-11-20"
    desk.row_of("Manager", "Party")
    assert desk.page.table.current().contact.confirmed_on.isoformat() == "2026-11-20"


def test_a_usual_number_is_taken_over_with_the_same_key(desk: Desk) -> None:
    desk.row_of("Power company", "Party")
    desk.press("F6")
    desk.row_of("Power company", "Party")
    assert desk.page.table.current().contact.number == "95598"


def test_a_missing_number_is_written_by_keys(desk: Desk) -> None:
    desk.row_of("Duty electrician", "Party")
    desk.asks("Return", desk.keys_in("=赵师傅", "Return", "=0571-5550133", "F9"))
    desk.row_of("Duty electrician", "Party")
    contact = desk.page.table.current().contact
    assert (contact.name, contact.number, desk.said[-1]) == (
        "赵师傅",
        "0571-5550133",
        "The number of Duty electrician is written",
    )


def test_tried_today_on_a_missing_number_asks_for_it(desk: Desk) -> None:
    desk.row_of("Duty electrician", "Party")
    desk.asks("F6", desk.keys_in("Esc"))


def test_what_is_no_number_is_said_beside_its_field_and_stays_typed(desk: Desk) -> None:
    said: list[str] = []

    def doing(panel: object) -> None:
        desk.keys_in("Return", "=问门卫", "F9")(panel)
        said.append(panel.number.problem)  # type: ignore[attr-defined]
        assert panel.number.text() == "问门卫"  # type: ignore[attr-defined]
        desk.keys.press("Esc")

    desk.row_of("Duty electrician", "Party")
    desk.asks("Return", doing)
    assert said[0].startswith("“问门卫” is no number to dial.")


def test_a_private_number_says_so(desk: Desk) -> None:
    assert "13800001111 (private)" in desk.cells("Telephone")


def test_119_cannot_be_changed(desk: Desk) -> None:
    desk.row_of("Fire and rescue", "Party")
    for key in ("Return", "F6", "F7"):
        desk.press(key)
        assert desk.said[-1].startswith("119 is the same in the whole country")


def test_a_number_is_taken_off_after_a_question_and_may_be_added_anew(desk: Desk) -> None:
    desk.row_of("Gas company repair", "Party")
    with desk.keys.when_asked("Y"):
        desk.press("F7")
    assert "is off the call list" in desk.said[-1]
    desk.asks("F8", desk.keys_in("=隔壁小区监控室", "Return", "=8001", "F9"))
    assert "隔壁小区监控室" in desk.cells("Party")


def test_a_cashier_reads_the_numbers_and_is_told_who_writes_them(office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(office, by=office.cashier)
    for key in ("Return", "F6", "F7", "F8"):
        desk.press(key)
        assert "王敏" in desk.said[-1]


def test_everything_is_named_and_whole_at_every_text_size(spoken: Desk) -> None:
    check_at_every_text_size(spoken)


@pytest.mark.parametrize("size", OFFICE_SCREENS)
def test_it_fits_the_screens_that_offices_have(office: OfficeBuilder, desks: OpenDesk, size: tuple[int, int]) -> None:
    check_it_fits(desks(office, size=size), size, [("Down",), ("F2",)], ("Home",))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_form_is_named_and_whole(office: OfficeBuilder, desks: OpenDesk, language: str) -> None:
    choose_language(language)
    desk, seen = desks(office), list[str]()

    def look(panel: object) -> None:
        desk.wait()
        seen.extend([*nameless(panel), *cut_texts(panel)])  # type: ignore[arg-type]
        desk.keys.press("Esc")

    desk.asks("F8", look)
    assert seen == []
