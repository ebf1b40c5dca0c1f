from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.clock import SetClock
from app.core.money import Money
from app.paper.documents import DocumentKind
from tests.accessibility import cut_texts, name_of, nameless
from tests.shell.conftest import Work
from tests.shell.two_pages import DRAFTS, EstatePage
from ui.printing.left_paper import LeftPaper
from ui.shell.actions import ActionRegistry
from ui.shell.key_list import keys_of_screen
from ui.shell.theme import STEPS
from ui.widgets.key_button import KeyButton
from ui.widgets.surface import Pane, column


def test_g1_ctrl_and_a_number_switch_the_tabs_and_each_keeps_its_caret_and_its_words(work: Work) -> None:
    work.keys.press("Tab")
    work.keys.type("half a note")
    work.keys.press("Ctrl+2")
    assert work.desk.pages.shown == "estate"
    work.keys.type("3-2")
    work.keys.press("Ctrl+1")
    assert work.focused() is work.page().note
    assert work.page().note.text() == "half a note"
    work.keys.press("Ctrl+2")
    assert work.page().search.text() == "3-2"


def test_the_caret_never_stands_in_a_part_of_the_tab_that_is_not_seen(work: Work) -> None:
    page = work.page()
    part = Pane("panel", page)
    part.setLayout(column(page.note))
    part.show()
    page.note.setFocus()
    work.keys.press("Ctrl+2")
    part.hide()  # as when a question that was put aside is answered from another tab
    work.keys.press("Ctrl+1")
    assert work.focused() is page.search


def test_g2_f2_puts_the_caret_into_the_search_box_with_its_text_selected(work: Work) -> None:
    work.keys.type("old")
    work.keys.press("Tab", "F2")
    work.keys.type("new")
    assert work.page().search.text() == "new"


def test_g4_f1_lists_exactly_the_keys_that_are_bound_and_lettered_on_buttons(work: Work) -> None:
    actions = work.desk.context.actions
    listed = {key for _, group in keys_of_screen(actions, "counter") for action in group for key in action.spec.keys}
    assert listed == actions.bound_keys()
    for button in work.window.findChildren(KeyButton):
        assert button.action_shown in list(actions)
        assert button.action_shown.cap in name_of(button)


def test_f1_shows_the_list_over_the_window_and_esc_goes_back_to_the_caret(work: Work) -> None:
    work.keys.press("Tab")
    with work.keys.when_asked("Ctrl+2", "Esc"):
        work.keys.press("F1")
    assert work.keys.asked == ["Keys of this screen"]
    assert work.desk.pages.shown == "counter"
    assert work.focused() is work.page().note


def test_the_key_of_a_hidden_tab_is_silent(work: Work) -> None:
    counter = work.page()
    work.keys.press("Ctrl+2", "F9", "Ctrl+1", "F9")
    assert counter.heard == ["take"]


def test_g10_the_status_line_names_who_which_shift_printer_and_backup(work: Work) -> None:
    status = work.window.status
    assert [item.text() for item in (status.user, status.shift, status.printer, status.backup)] == [
        "Supervisor Wang Min", "No shift open", "Printer ready", "No backup yet",
    ]  # fmt: skip
    context = work.desk.context
    context.office.shifts.open(context.actor, Money(50000))
    context.changes.announce("counter", by=None)
    assert status.shift.text() == "Shift 0001"


def test_pages_are_made_ahead_only_while_the_keys_rest(work: Work, qtbot: QtBot, clock: SetClock) -> None:
    QTest.keyClick(work.window.window().windowHandle(), Qt.Key.Key_1)
    work.desk.pages.make_in_turn(work.desk.lock.rests)
    qtbot.wait(400)
    assert work.window.findChild(EstatePage) is None
    clock.advance(seconds=2)
    qtbot.waitUntil(lambda: work.window.findChild(EstatePage) is not None)


def test_papers_of_an_earlier_run_are_counted_in_the_status_line(work: Work) -> None:
    printing = work.desk.context.printing
    left = [LeftPaper(key, key, DocumentKind.RECEIPT, *[lambda: None] * 3) for key in ("R-000001", "R-000002")]
    printing.use_left_over(lambda: left)
    printing.papers_changed.emit()
    assert work.window.status.printer.text() == "2 papers not printed"
    left.clear()
    printing.papers_changed.emit()
    assert work.window.status.printer.text() == "Printer ready"


def test_a_long_message_gives_way_at_its_end_and_cuts_no_item_of_the_line(work: Work) -> None:
    work.window.resize(1093, 545)
    work.desk.context.messages.hint("The bill stays as it is until somebody has looked at it once more. " * 4)
    QTest.qWait(1)
    line = work.window.status
    for item in (line.user, line.shift, line.printer, line.backup):
        assert item.width() >= item.sizeHint().width()
    assert line.message.count("looked at") == 4


def test_the_status_line_says_that_there_is_no_printer_before_a_paper_waits_for_it(work: Work) -> None:
    work.desk.context.printing.printers_listed.emit([])
    assert work.window.status.printer.text() == "No printer set up"
    work.desk.context.printing.printers_listed.emit(["EPSON LQ-630K"])
    assert work.window.status.printer.text() == "Printer ready"


def test_g15_a_message_stands_four_seconds_in_the_status_line(work: Work, qtbot: QtBot) -> None:
    work.desk.context.messages.done("Receipt 004127 printed")
    assert work.window.status.message == "Receipt 004127 printed"
    work.window.status._timer.setInterval(10)
    qtbot.waitUntil(lambda: work.window.status.message == "", timeout=1000)


def test_an_action_that_is_off_says_why_in_the_status_line(work: Work) -> None:
    work.desk.context.actions["counter.take"].turn_off("No shift is open. Press F12.")
    work.keys.press("F9")
    assert work.window.status.message == "No shift is open. Press F12."


def test_long_work_shows_in_the_status_line_while_the_counter_goes_on(work: Work, qtbot: QtBot) -> None:
    done: list[int] = []

    def count(progress: object) -> int:
        assert callable(progress)
        for step in range(1, 4):
            progress(step, 3)
        return 3

    work.desk.context.worker.run("Printing letters", count, done.append)
    work.keys.type("3-2")
    qtbot.waitUntil(lambda: done == [3])
    assert work.page().search.text() == "3-2"
    assert work.window.status.task is None


def test_every_stop_of_the_window_has_a_name_in_every_text_scale_uncut(work: Work, qtbot: QtBot) -> None:
    assert nameless(work.window) == []
    for percent in STEPS:
        work.window.theme.scale(percent)
        qtbot.waitUntil(lambda: cut_texts(work.window) == [])  # the layout settles
    work.window.theme.scale(100)


def test_closing_keeps_what_is_typed(work: Work) -> None:
    DRAFTS.clear()
    work.keys.press("Tab")
    work.keys.type("tap drips")
    work.window.close()
    assert DRAFTS == ["counter tap drips"]


def test_text_grows_and_shrinks_by_keys(work: Work) -> None:
    work.keys.press("Ctrl+=", "Ctrl+=", "Ctrl+-")
    assert work.window.theme.percent == 110
    work.keys.press("Ctrl+0")
    assert work.window.theme.percent == 100


@pytest.mark.parametrize("key", ["F9", "Return", "Esc", "F2", "Ctrl+2", "F1"])
def test_g8_no_key_of_the_window_acts_during_composition(work: Work, key: str) -> None:
    work.keys.compose("zhang")
    work.keys.press(key)
    assert work.page().heard == []
    assert work.desk.pages.shown == "counter"
    assert work.focused() is work.page().search
    work.keys.commit("张")
    assert work.page().search.text() == "张"


def test_g5_qt_never_finds_a_key_ambiguous(work: Work) -> None:
    registry: ActionRegistry = work.desk.context.actions
    ambiguous: list[str] = []
    for key in registry.bound_keys():
        registry.shortcut(key).activatedAmbiguously.connect(lambda key=key: ambiguous.append(key))
    work.keys.press("Ctrl+2", "Ctrl+1", "F2", "F9", "Ctrl+=", "Ctrl+-", "Ctrl+0")
    assert ambiguous == []


def test_g12_the_next_start_opens_on_the_same_tab(work: Work) -> None:
    kept: list[str] = []
    work.window.settings_changed.connect(lambda: kept.append(work.window.settings.tab))
    work.keys.press("Ctrl+2")
    assert kept == ["estate"]
    assert work.desk._last_tab() == 1


def test_the_language_is_changed_by_key_for_the_next_start(work: Work) -> None:
    work.keys.press("Ctrl+Shift+E")
    assert work.window.settings.language == "zh_CN"
    assert work.window.status.message == "From the next start: 简体中文"


def test_g10_a_line_that_is_too_narrow_says_the_number_of_parked_bills_alone(work: Work) -> None:
    status = work.window.status
    status.parked.show_text("3 parked", short="3")
    work.window.theme.scale(200)
    QTest.qWait(1)
    assert cut_texts(work.window) == []
    assert (status.parked.is_short, status.parked.text()) == (True, "3 parked")
    work.window.theme.scale(100)
    QTest.qWait(1)
    assert not status.parked.is_short
