"""Wrong and strange words: said at their field, kept as they were typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.tickets_screen.entry.clipboard import copy_text
from tests.tickets_screen.entry.entry_desk import EntryDesk
from ui.tickets.entry.entry_draft_names import FORM

MOST = 20_000
STRANGE = "𠮷野家😀👨‍👩‍👧 䶮\u200b<b>&amp;'\"; DROP TABLE"


def at_the_text(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Return")


def test_a_text_of_twenty_thousand_signs_is_kept_whole(desk: EntryDesk) -> None:
    at_the_text(desk)
    copy_text("漏" * MOST)
    desk.keys.press("Ctrl+V", "Ctrl+Return")
    assert desk.tickets()[0].text == "漏" * MOST


def test_a_longer_one_is_refused_and_nothing_of_it_is_lost(desk: EntryDesk) -> None:
    at_the_text(desk)
    copy_text("漏" * (MOST + 1))
    desk.keys.press("Ctrl+V", "Ctrl+Return")
    assert "20001" in desk.form.fields.text_line.text().replace(",", "")
    assert desk.form.fields.text.hasFocus()
    assert desk.tickets() == []
    QTest.qWait(1_000)
    kept = desk.book.drafts.find(desk.office.cashier, FORM)
    assert kept is not None
    assert len(kept.content["text"]) == MOST + 1


def test_emoji_and_rare_characters_come_back_as_they_were(desk: EntryDesk) -> None:
    at_the_text(desk)
    desk.keys.commit(STRANGE)
    desk.keys.press("Ctrl+Return")
    assert desk.tickets()[0].text == STRANGE


def test_half_of_a_character_is_left_out_and_the_rest_is_kept(desk: EntryDesk) -> None:
    at_the_text(desk)
    desk.keys.commit("水管\ud83d漏")
    QTest.qWait(1_000)
    desk.keys.press("Ctrl+Return")
    assert desk.tickets()[0].text.startswith("水管")
    assert desk.tickets()[0].text.endswith("漏")


def test_an_empty_form_is_refused_at_the_text(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N", "Ctrl+Return")
    assert desk.form.fields.text.hasFocus()
    assert desk.form.fields.text_line.text() != ""
    assert desk.tickets() == []


def test_a_repair_that_is_nowhere_is_refused_at_the_place(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N", "Return")
    desk.keys.type("sg")
    desk.keys.press("Return")
    desk.keys.commit("漏水")
    desk.keys.press("Ctrl+Return")
    assert desk.form.fields.where.hasFocus()
    assert desk.form.fields.where_line.text() != ""
    desk.keys.type("32501")
    assert desk.form.fields.where_line.text() == ""


def test_letters_that_mean_no_category_are_said(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("qqqq")
    desk.keys.press("Tab")
    desk.keys.commit("漏水")
    desk.keys.press("Ctrl+Return")
    assert "qqqq" in desk.form.fields.category_line.text()
    assert desk.tickets() == []


def test_a_category_that_was_retired_meanwhile_is_said_at_its_field(desk: EntryDesk) -> None:
    at_the_text(desk)
    found = desk.book.ticket_categories.find("sg")[0]
    desk.book.ticket_categories.retire(desk.office.supervisor, found.id)
    desk.keys.commit("漏水")
    desk.keys.press("Ctrl+Return")
    assert desk.form.fields.category.hasFocus()
    assert desk.form.fields.category_line.text() != ""
    assert desk.form.fields.text.text() == "漏水"


def test_a_team_that_was_dissolved_is_no_longer_proposed(desk: EntryDesk) -> None:
    team = next(one for one in desk.book.teams.teams() if one.name == "工程维修")
    desk.book.teams.retire_team(desk.office.supervisor, team.id)
    at_the_text(desk)
    assert desk.form.fields.choices.team.currentText() == "—"


def test_a_room_typed_and_left_with_the_mouse_is_still_the_room(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    QTest.mouseClick(desk.form.fields.text.viewport(), Qt.MouseButton.LeftButton)
    assert desk.form.fields.where.text() == "3-2-501"
