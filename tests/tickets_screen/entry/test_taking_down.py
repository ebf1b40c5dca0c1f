"""A call becomes a ticket by keys: who, what of, the words, done."""

from __future__ import annotations

from app.tickets.kinds import Priority, ServiceClass, Source, TicketKind
from tests.tickets_screen.entry.entry_desk import EntryDesk

MOST_KEYS = 12


def test_t2_a_call_takes_at_most_twelve_keys_and_its_words(desk: EntryDesk) -> None:
    desk.keys.count = 0
    desk.keys.press("Ctrl+N")
    desk.keys.type("5678")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Tab")
    before = desk.keys.count
    desk.keys.commit("厨房下水管漏水，已关总阀")
    typed = desk.keys.count - before
    desk.keys.press("Ctrl+Return")
    assert desk.keys.count - typed <= MOST_KEYS
    (made,) = desk.tickets()
    assert (made.where, made.category, made.text) == ("3-2-501", "给排水 / 水管", "厨房下水管漏水，已关总阀")
    assert (made.reporter, made.source, made.kind) == ("张建国", Source.PHONE, TicketKind.REPAIR)


def test_the_number_is_said_and_the_form_is_empty_again(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Tab", "Ctrl+Return")
    assert desk.said[-1] == "Ticket 261120-001 is taken down"
    assert desk.form.state().is_empty
    assert [one.number for one in desk.page.made] == ["261120-001"]


def test_t1_the_room_brings_owner_telephone_and_building(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("zjg")
    desk.keys.press("Return")
    fields = desk.form.fields
    assert (fields.where.text(), fields.name.text(), fields.phone.text()) == ("3-2-501", "张建国", "138****5678")
    assert "3" in fields.where_line.text().split("·")[-1]
    assert fields.category.hasFocus()


def test_the_whole_telephone_of_the_book_is_kept_with_the_ticket(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("5678")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Tab", "Ctrl+Return")
    (reporter,) = desk.reporters(desk.page.made[0].ticket_id)
    assert (reporter.name, reporter.phone) == ("张建国", "13800005678")


def test_whom_the_search_met_is_the_reporter(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("0213")
    desk.keys.press("Return")
    assert desk.form.fields.name.text() == "陈玉兰"


def test_t1_a_public_place_is_found_by_its_letters(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("zxhy")
    assert desk.hanging()[0] == "中心花园"
    desk.keys.press("Return")
    desk.keys.type("ggzm")
    desk.keys.press("Tab", "Ctrl+Return")
    assert desk.tickets()[0].where == "中心花园"


def test_t1_a_place_as_typed_is_allowed(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.commit("西门外公交站旁井盖")
    desk.keys.press("Return")
    desk.keys.type("jg")
    desk.keys.press("Tab", "Ctrl+Return")
    assert desk.tickets()[0].where == "西门外公交站旁井盖"


def test_t1_without_any_room_a_complaint_is_taken_down(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N", "Return")
    assert desk.form.fields.category.hasFocus()
    desk.keys.press("Return")
    desk.keys.commit("门岗夜里不开门")
    desk.go_to(desk.form.fields.choices.kind)
    desk.keys.press("Down")
    desk.keys.press("Ctrl+Return")
    assert (desk.tickets()[0].kind, desk.tickets()[0].where) == (TicketKind.COMPLAINT, "")


def test_t3_the_category_sets_the_rest_and_each_can_be_changed(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("bg")
    desk.keys.press("Return")
    choices = desk.form.fields.choices
    assert (choices.service_class.value(), choices.priority.value()) == (ServiceClass.EMERGENCY, Priority.URGENT)
    desk.go_to(choices.priority)
    desk.keys.press("Up", "Ctrl+Return")
    made = desk.tickets()[0]
    assert (made.service_class, made.priority, made.team) == (ServiceClass.EMERGENCY, Priority.HIGH, choices_team(desk))


def choices_team(desk: EntryDesk) -> str:
    """The team that the category of burst pipes is given to."""
    return desk.book.ticket_categories.find("bg")[0].team


def test_t3_what_was_changed_by_hand_stays_when_the_category_changes(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Return")
    choices = desk.form.fields.choices
    desk.go_to(choices.priority)
    desk.keys.press("Down")
    chosen = choices.priority.value()
    desk.go_to(desk.form.fields.category)
    desk.keys.type("bg")
    desk.keys.press("Return")
    assert (choices.priority.value(), choices.service_class.value()) == (chosen, ServiceClass.EMERGENCY)


def test_t3_the_source_is_what_this_person_chose_last(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Tab")
    desk.go_to(desk.form.fields.choices.source)
    desk.keys.press("Down", "Ctrl+Return", "Ctrl+N")
    assert desk.form.fields.choices.source.value() is Source.WECHAT
    assert desk.tickets()[0].source is Source.WECHAT


def test_a_held_key_and_a_second_one_make_one_ticket(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Tab", "Ctrl+Return", "Ctrl+Return")
    assert len(desk.tickets()) == 1


def test_a_new_reporter_of_the_room_is_typed_over_the_owner(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Tab")
    desk.go_to(desk.form.fields.name)
    desk.keys.commit("保姆小周")
    desk.keys.press("Tab")
    desk.keys.commit("13700001234")
    desk.keys.press("Ctrl+Return")
    (reporter,) = desk.reporters(desk.page.made[0].ticket_id)
    assert (reporter.name, reporter.phone, reporter.person_id) == ("保姆小周", "13700001234", None)


def test_enter_while_letters_are_composed_takes_nothing(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.compose("zhang")
    desk.keys.press("Return")
    assert desk.form.fields.where.value() is None
    desk.keys.commit("张建国")
    desk.keys.press("Return")
    assert desk.form.fields.where.text() == "3-2-501"
