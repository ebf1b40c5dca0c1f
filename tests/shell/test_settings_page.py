"""The settings by keys on the real window: found, changed, saved, left and found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.access.actor import Actor
from app.access.permissions import Role
from app.core.clock import SetClock
from app.core.language import choose_language
from app.core.money import Money
from app.core.settings import Section, Setting, Text, Unit, Whole, YesNo
from app.counter.methods import Method
from app.counter.settings import CASH_ROUNDING, REFERENCE_REQUIRED
from app.desk.office_settings import OfficeSettings
from app.desk.settings_of_rooms import SECTIONS
from app.estate.settings import COMPANY, ESTATE
from app.fees.cash_rounding import CashRounding
from app.fees.settings import DISCOUNT_LIMIT, WAIVE_LIMIT
from app.office import Office
from app.store.settings import read_choice, write_setting
from tests.accessibility import cut_texts, name_of, nameless
from tests.keys import KeyDriver, stop_typing
from tests.shell.conftest import TWO_TABS, MakeWindow, Work
from ui.shell.actions import ActionRegistry
from ui.shell.desk import Desk
from ui.shell.key_list import keys_of_screen
from ui.shell.settings.setting_row import SettingRow
from ui.shell.settings.settings_page import SettingsPage
from ui.widgets.text_label import TextLabel

WAIVERS = "Waiver without"


def page_of(work: Work) -> SettingsPage:
    page = work.desk.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def row_of(work: Work, setting: Setting[Any]) -> SettingRow:
    return next(one for one in page_of(work).rows.all if one.setting is setting)


def chosen(work: Work) -> Money:
    return work.desk.context.office.adjustments.limit()


def go_to(work: Work, words: str) -> None:
    """Find a setting by its words and put the caret into its field."""
    work.keys.press("F2")
    work.keys.type(words)
    work.keys.press("Return")


@pytest.fixture
def opened(work: Work) -> Work:
    work.keys.press("Ctrl+,")
    return work


@pytest.fixture
def at_waivers(opened: Work) -> Work:
    """The caret in the field of the limit of waivers."""
    go_to(opened, WAIVERS)
    return opened


def test_the_key_opens_the_settings_with_the_caret_in_their_search(opened: Work) -> None:
    assert opened.desk.pages.shown == "settings"
    assert opened.focused() is page_of(opened).sections.search


def test_every_setting_of_every_room_has_one_row(opened: Work) -> None:
    assert [one.setting for one in page_of(opened).rows.all] == [one for part in SECTIONS for one in part.settings]


def test_esc_goes_back_to_the_caret_where_it_was(work: Work) -> None:
    work.keys.press("Tab")
    work.keys.type("half a note")
    work.keys.press("Ctrl+,", "Esc")
    assert work.desk.pages.shown == "counter"
    assert work.focused() is work.page().note
    assert work.page().note.text() == "half a note"


def test_the_same_key_closes_and_a_tab_takes_over_too(opened: Work) -> None:
    opened.keys.press("Ctrl+,")
    assert opened.desk.pages.shown == "counter"
    opened.keys.press("Ctrl+,", "Ctrl+2")
    assert opened.desk.pages.shown == "estate"
    opened.keys.press("Ctrl+,", "Esc")
    assert opened.desk.pages.shown == "estate"


def test_a_click_on_the_tab_that_was_current_leaves_the_settings(opened: Work) -> None:
    opened.window.top_bar.tabs.tabBarClicked.emit(0)
    assert opened.desk.pages.shown == "counter"


def test_the_next_start_never_opens_on_the_settings(opened: Work) -> None:
    assert opened.window.settings.tab == "counter"


def test_a_limit_is_found_typed_and_saved_by_keys_alone(at_waivers: Work) -> None:
    at_waivers.keys.type("80")
    at_waivers.keys.press("F9")
    assert chosen(at_waivers) == Money(80_00)
    assert at_waivers.window.status.message == "1 setting saved"
    row = row_of(at_waivers, WAIVE_LIMIT)
    assert row.state == "not the default"
    assert row.note.startswith("Default: 50.00 yuan · Changed 2026-11-20 09:00 by Wang Min, before: 50.00 yuan")


def test_sections_are_walked_by_the_arrows_and_entered_by_enter(opened: Work) -> None:
    opened.keys.press("Down", "Return")
    focused = opened.focused()
    assert focused is not None
    assert name_of(focused).startswith(SECTIONS[1].settings[0].name)
    assert [one.setting for one in page_of(opened).rows.in_view()] == list(SECTIONS[1].settings)


def test_words_find_settings_in_every_section_and_a_section_asked_for_ends_the_search(opened: Work) -> None:
    opened.keys.type("cash")
    sections = {page_of(opened).rows.section_of(one) for one in page_of(opened).rows.in_view()}
    assert len(sections) > 1
    opened.keys.press("Down")
    assert page_of(opened).sections.search.text() == ""
    assert [one.setting for one in page_of(opened).rows.in_view()] == list(SECTIONS[1].settings)


def test_words_that_find_nothing_say_so_and_esc_takes_them_back_first(opened: Work) -> None:
    opened.keys.type("cash lift")
    assert page_of(opened).rows.in_view() == []
    assert page_of(opened).rows._nothing.isVisible()
    opened.keys.press("Esc")
    assert [one.setting for one in page_of(opened).rows.in_view()] == list(SECTIONS[0].settings)
    assert opened.desk.pages.shown == "settings"


def test_a_choice_is_made_by_the_arrows_and_a_box_ticked_by_space(opened: Work) -> None:
    go_to(opened, "Rounding of cash")
    opened.keys.press("Down")
    assert row_of(opened, CASH_ROUNDING).state == "not saved"
    go_to(opened, "Reference number required")
    opened.keys.press("Return", "Space", "F9")
    with opened.desk.context.office.store.reading() as connection:
        assert read_choice(connection, CASH_ROUNDING) is CashRounding.HALF_UP
        assert read_choice(connection, REFERENCE_REQUIRED) == {Method.WECHAT}
    assert opened.window.status.message == "2 settings saved"


def test_what_is_typed_and_not_saved_survives_esc_and_waits(at_waivers: Work) -> None:
    at_waivers.keys.type("80")
    at_waivers.keys.press("Esc", "Esc")
    assert at_waivers.desk.pages.shown == "counter"
    assert at_waivers.window.status.message == "1 setting is not saved; it waits here."
    assert chosen(at_waivers) == Money(50_00)
    at_waivers.keys.press("Ctrl+,", "F9")
    assert chosen(at_waivers) == Money(80_00)


def test_f8_shows_again_what_is_kept(at_waivers: Work) -> None:
    at_waivers.keys.type("80")
    at_waivers.keys.press("F8", "F9")
    assert chosen(at_waivers) == Money(50_00)
    assert at_waivers.window.status.message == "Nothing was changed."


def test_f6_takes_the_default_of_the_setting_that_has_the_caret(at_waivers: Work) -> None:
    office, actor = at_waivers.desk.context.office, at_waivers.desk.context.actor
    at_waivers.keys.type("80")
    at_waivers.keys.press("F9", "F6", "F9")
    assert chosen(at_waivers) == Money(50_00)
    assert len(office.settings.history(WAIVE_LIMIT)) == 2
    assert office.settings.history(WAIVE_LIMIT)[0].by == actor.name
    assert row_of(at_waivers, WAIVE_LIMIT).state == ""


def test_a_wrong_value_keeps_everything_out_and_takes_the_caret(at_waivers: Work) -> None:
    at_waivers.keys.type("1.005")
    at_waivers.keys.press("Esc")
    go_to(at_waivers, "Discount without")
    at_waivers.keys.type("30")
    at_waivers.keys.press("F9")
    row = row_of(at_waivers, WAIVE_LIMIT)
    assert row.isAncestorOf(at_waivers.focused() or row)
    assert row.isVisible()
    assert row.problem.startswith("“1.005” has more than two decimals.")
    office = at_waivers.desk.context.office
    assert office.settings.history(DISCOUNT_LIMIT) == ()


def test_a_name_of_the_office_cannot_be_emptied(opened: Work) -> None:
    opened.keys.press("Return", "Delete", "F9")
    assert row_of(opened, COMPANY).problem == "“Company” cannot be empty. Type it in."
    assert opened.desk.context.office.facts().company == "Harbour Property"


def test_the_windows_head_says_the_new_name_at_once(opened: Work) -> None:
    go_to(opened, "Name of the estate")
    opened.keys.type("Harbour Heights")
    opened.keys.press("F9")
    assert row_of(opened, ESTATE).line.value == "Harbour Heights"
    assert "Harbour Heights" in [label.text() for label in opened.window.top_bar.findChildren(TextLabel)]


def test_enter_in_the_last_field_goes_round_and_saves_nothing(at_waivers: Work) -> None:
    at_waivers.keys.type("80")
    for _ in SECTIONS[page_of(at_waivers).rows.section_of(row_of(at_waivers, WAIVE_LIMIT))].settings:
        at_waivers.keys.press("Return")
    assert row_of(at_waivers, WAIVE_LIMIT).isAncestorOf(at_waivers.focused() or at_waivers.window)
    assert chosen(at_waivers) == Money(50_00)


def test_a_held_f9_saves_once(at_waivers: Work) -> None:
    assert at_waivers.desk.context.actions["settings.save"].spec.commits


def test_what_was_typed_comes_back_after_a_sign_out_or_a_kill(at_waivers: Work, office: Office) -> None:
    at_waivers.keys.type("80")
    context = at_waivers.desk.context
    stop_typing()
    again = SettingsPage(replace(context, actions=ActionRegistry(QWidget(at_waivers.window))))
    row = next(one for one in again.rows.all if one.setting is WAIVE_LIMIT)
    assert (row.editor.value(), row.is_dirty) == (Money(80_00), True)
    again.deleteLater()
    at_waivers.keys.press("F9")
    assert office.drafts.find(context.actor, "settings") is None


def test_what_cannot_be_read_is_said_and_mended_by_f9(work: Work) -> None:
    office = work.desk.context.office
    with office.store.transaction() as connection:
        write_setting(connection, CASH_ROUNDING.key, "upwards", office.clock.now(), None)
    work.keys.press("Ctrl+,")
    assert "cannot be read" in row_of(work, CASH_ROUNDING).note
    work.keys.press("F9")
    assert "cannot be read" not in row_of(work, CASH_ROUNDING).note
    assert work.window.status.message == "1 setting saved"


@pytest.fixture
def cashier(office: Office, actor: Actor) -> Actor:
    return office.people.add(actor, "li fang", "battery staple", Role.CASHIER)


@pytest.fixture
def as_cashier(make_window: MakeWindow, office: Office, cashier: Actor, clock: SetClock) -> Work:
    window = make_window()
    window.show()
    work = Work(window, Desk(window, office, cashier, clock, TWO_TABS), KeyDriver(window, clock))
    work.keys.press("Ctrl+,")
    return work


def test_a_cashier_reads_everything_and_changes_nothing(as_cashier: Work) -> None:
    go_to(as_cashier, WAIVERS)
    as_cashier.keys.type("80")
    as_cashier.keys.press("F9")
    assert "Only a supervisor changes settings" in as_cashier.window.status.message
    assert "Only a supervisor changes settings" in page_of(as_cashier)._strip.text()
    assert chosen(as_cashier) == Money(50_00)
    assert not row_of(as_cashier, WAIVE_LIMIT).is_dirty


SIZES = [(1366, 697), (1024, 697)]


def each_section(work: Work, look: Callable[[], list[str]]) -> list[str]:
    work.keys.press("F2")
    found = []
    for _ in SECTIONS:
        QApplication.processEvents()
        found += look()
        work.keys.press("Down")
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 125, 150, 200])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_words_are_cut_at_any_size(work: Work, percent: int, size: tuple[int, int], language: str) -> None:
    choose_language(language)
    work.window.resize(*size)
    work.window.theme.scale(percent)
    work.keys.press("Ctrl+,")
    page = page_of(work)
    assert each_section(work, lambda: cut_texts(page) + wider_than_the_place(page)) == []


def wider_than_the_place(page: SettingsPage) -> list[str]:
    place = page.rows.width()
    return [one.setting.id for one in page.rows.in_view() if one.mapTo(page.rows, one.rect().topRight()).x() > place]


def test_every_stop_has_a_name(opened: Work) -> None:
    assert each_section(opened, lambda: nameless(opened.window)) == []


def test_the_key_list_is_what_is_bound(opened: Work) -> None:
    actions = opened.desk.context.actions
    groups = keys_of_screen(actions, "settings")
    assert {key for _, group in groups for action in group for key in action.spec.keys} == actions.bound_keys()
    with opened.keys.when_asked("Esc"):
        opened.keys.press("F1")
    assert opened.keys.asked == ["Keys of this screen"]


BACKUPS = Setting("t.folder", "backups", Text(), "Backup folder", "Where backups go.")
CAP = Setting("t.cap", 12, Whole(1, 36, Unit.MONTHS), "Months ahead", "How far a payer pays ahead.")
SHIFT = Setting("t.left", -5, Whole(-200, 200, Unit.TENTHS_OF_MM), "Offset", "Moves the print.")
BLIND = Setting("t.blind", True, YesNo(), "Blind close", "Count before you see.")


def test_a_room_adds_settings_of_every_kind_by_declaring_them(work: Work, office: Office) -> None:
    office.__dict__["settings"] = OfficeSettings(
        office.store, office.clock, (Section("New work", (CAP, SHIFT, BLIND, BACKUPS)),)
    )
    work.keys.press("Ctrl+,", "Return")
    work.keys.type("37")
    work.keys.press("F9")
    assert page_of(work).rows.all[0].problem == "“Months ahead” takes whole numbers from 1 to 36. Type one of them."
    work.keys.press("Home", "Shift+End")
    work.keys.type("24")
    work.keys.press("Return")
    work.keys.type("-12")
    work.keys.press("Return", "Space", "Return")
    work.keys.type("D:\\copies")
    work.keys.press("F9")
    with office.store.reading() as connection:
        read = [read_choice(connection, CAP), read_choice(connection, SHIFT), read_choice(connection, BLIND)]
        assert [*read, read_choice(connection, BACKUPS)] == [24, -12, False, "D:\\copies"]
    assert work.window.status.message == "4 settings saved"
