"""Nothing typed is lost: it waits through Esc, through a crash, and is gone once it is a ticket."""

from __future__ import annotations

from app.tickets.kinds import Priority
from tests.keys import stop_typing
from tests.office_builder import OfficeBuilder
from tests.tickets_screen.entry.clipboard import copy_picture
from tests.tickets_screen.entry.conftest import OpenEntry
from tests.tickets_screen.entry.entry_desk import EntryDesk
from ui.tickets.entry.entry_draft_names import FORM, PHOTOS


def half_a_report(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Return")
    desk.keys.commit("厨房漏水，𠮷先生家 😀")


def test_t6_a_pause_of_one_second_makes_it_durable(desk: EntryDesk) -> None:
    half_a_report(desk)
    stop_typing()
    kept = desk.book.drafts.find(desk.office.cashier, FORM)
    assert kept is not None
    assert kept.content["text"] == "厨房漏水，𠮷先生家 😀"


def test_g12_after_a_crash_all_of_it_is_back(desk: EntryDesk, desks: OpenEntry, office: OfficeBuilder) -> None:
    half_a_report(desk)
    desk.go_to(desk.form.fields.choices.priority)
    desk.keys.press("Down")
    copy_picture()
    desk.keys.press("Ctrl+V")
    stop_typing()
    again = desks(office)
    again.keys.press("Ctrl+N")
    before, after = desk.form.state(), again.form.state()
    assert after == before
    assert after.chosen.priority is not Priority.NORMAL
    assert [one.hash for one in again.form.fields.photos.pictures] == [
        one.hash for one in desk.form.fields.photos.pictures
    ]
    assert "is back" in again.form.strip.text()


def test_a_report_that_was_saved_just_before_the_crash_is_not_made_twice(
    desk: EntryDesk, desks: OpenEntry, office: OfficeBuilder
) -> None:
    half_a_report(desk)
    stop_typing()
    left = desk.book.drafts.find(desk.office.cashier, FORM)
    assert left is not None
    desk.keys.press("Ctrl+Return")
    desk.book.drafts.save(desk.office.cashier, FORM, left.content)  # killed between the ticket and the end of its draft
    again = desks(office)
    again.keys.press("Ctrl+N", "Ctrl+Return")
    assert [one.number for one in again.tickets()] == ["261120-001"]
    assert again.said[-1] == "Ticket 261120-001 is taken down"


def test_g3_esc_leaves_and_keeps_what_is_typed(desk: EntryDesk) -> None:
    half_a_report(desk)
    desk.keys.press("Esc")
    assert not desk.form.isVisible()
    assert desk.book.drafts.find(desk.office.cashier, FORM) is not None
    desk.keys.press("Ctrl+N")
    assert desk.form.fields.text.text() == "厨房漏水，𠮷先生家 😀"


def test_g3_esc_folds_the_hanging_list_before_it_leaves(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("325")
    desk.keys.press("Esc")
    assert (desk.form.isVisible(), desk.hanging()) == (True, [])
    desk.keys.press("Esc")
    assert not desk.form.isVisible()


def test_once_it_is_a_ticket_no_draft_is_left(desk: EntryDesk, desks: OpenEntry, office: OfficeBuilder) -> None:
    half_a_report(desk)
    copy_picture()
    desk.keys.press("Ctrl+V")
    stop_typing()
    desk.keys.press("Ctrl+Return")
    assert [desk.book.drafts.find(desk.office.cashier, form) for form in (FORM, PHOTOS)] == [None, None]
    again = desks(office)
    again.keys.press("Ctrl+N")
    assert again.form.state().is_empty


def test_a_text_deleted_by_hand_leaves_no_draft(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N", "Return", "Return")
    desk.keys.commit("打错了")
    stop_typing()
    desk.keys.press("Ctrl+A", "Del")
    stop_typing()
    assert desk.book.drafts.find(desk.office.cashier, FORM) is None


def test_starting_anew_asks_before_a_text_is_thrown_away(desk: EntryDesk) -> None:
    half_a_report(desk)
    desk.answers.will_confirm(yes=False)
    desk.keys.press("Alt+X")
    assert desk.form.fields.text.text() != ""
    desk.answers.will_confirm(yes=True)
    desk.keys.press("Alt+X")
    assert desk.form.state().is_empty
    assert desk.form.fields.where.hasFocus()


def test_each_person_has_a_draft_of_their_own(desk: EntryDesk, desks: OpenEntry, office: OfficeBuilder) -> None:
    half_a_report(desk)
    desk.keys.press("Esc")
    other = desks(office, by=office.supervisor)
    other.keys.press("Ctrl+N")
    assert other.form.state().is_empty


def test_t6_letters_that_were_not_taken_yet_mean_after_a_crash_what_they_meant(
    desk: EntryDesk, desks: OpenEntry, office: OfficeBuilder
) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("bg")
    stop_typing()
    again = desks(office)
    again.keys.press("Ctrl+N")
    again.wait()
    assert again.hanging()[0] == "爆管"
    again.keys.press("Ctrl+Return")
    assert [one.category for one in again.tickets()] == ["给排水 / 爆管"]


def test_t6_a_room_that_was_not_taken_yet_is_no_place_as_typed(
    desk: EntryDesk, desks: OpenEntry, office: OfficeBuilder
) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("5678")
    stop_typing()
    again = desks(office)
    again.keys.press("Ctrl+N")
    again.wait()
    again.keys.press("Return")
    again.keys.type("sg")
    again.keys.press("Tab", "Ctrl+Return")
    assert [one.where for one in again.tickets()] == ["3-2-501"]
