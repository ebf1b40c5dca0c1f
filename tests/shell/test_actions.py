from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.keys import KeyDriver
from ui.shell.actions import ActionRegistry, KeyTakenError
from ui.widgets.key_button import KeyButton


class Counter:
    """A window with two fields and the actions of a test."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        body = QWidget()
        self.first, self.second = QLineEdit(), QLineEdit()
        layout = QVBoxLayout(body)
        layout.addWidget(self.first)
        layout.addWidget(self.second)
        self.window.setCentralWidget(body)
        self.actions = ActionRegistry(self.window)
        self.done: list[str] = []
        self.keys = KeyDriver(self.window)
        self.first.setFocus()

    def note(self, name: str, keys: str | tuple[str, ...], context: str = "window", **more: bool) -> None:
        self.actions.add(name, name, keys, lambda: self.done.append(name), context=context, **more)  # type: ignore[arg-type]


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    return Counter(qtbot)


def test_the_canary_a_key_in_the_shown_window_reaches_its_action(counter: Counter) -> None:
    counter.note("take", "F9")
    counter.keys.press("F9")
    assert counter.done == ["take"]


def test_g5_two_actions_never_share_a_key_in_one_context(counter: Counter) -> None:
    counter.note("take", "F9", "counter")
    with pytest.raises(KeyTakenError):
        counter.note("print", "f9", "counter")


def test_two_actions_never_share_a_name(counter: Counter) -> None:
    counter.note("take", "F9")
    with pytest.raises(KeyTakenError):
        counter.note("take", "F8")


@pytest.mark.parametrize(
    "key", ["Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "F10", "Alt+F4", "Ctrl+Alt+P", "Shift"]
)
def test_g7_keys_of_the_input_method_and_of_the_system_are_refused(counter: Counter, key: str) -> None:
    with pytest.raises(KeyTakenError):
        counter.note("take", key)


def test_the_inner_context_has_the_key_before_the_outer_one(counter: Counter) -> None:
    counter.note("leave the window", "Esc")
    counter.note("close the record", "Esc", "counter")
    counter.actions.enter("counter")
    counter.keys.press("Esc")
    counter.actions.leave("counter")
    counter.keys.press("Esc")
    assert counter.done == ["close the record", "leave the window"]


def test_only_the_shown_tab_hears_its_keys(counter: Counter) -> None:
    tabs = ("counter", "estate")
    counter.note("take", "F8", "counter")
    counter.note("edit", "F8", "estate")
    counter.actions.show_tab("counter", tabs)
    counter.keys.press("F8")
    counter.actions.show_tab("estate", tabs)
    counter.keys.press("F8")
    assert counter.done == ["take", "edit"]


def test_a_question_silences_all_other_keys_but_those_that_work_everywhere(counter: Counter) -> None:
    counter.note("take", "F9")
    counter.note("larger", "Ctrl+=", everywhere=True)
    counter.note("yes", "Y", "question")
    counter.window.setFocus()
    counter.actions.open_modal("question")
    counter.keys.press("F9", "Ctrl+=", "Y")
    counter.actions.close_modal()
    counter.keys.press("F9")
    assert counter.done == ["larger", "yes", "take"]


def test_a_context_can_follow_the_focus(counter: Counter) -> None:
    counter.note("months", "F6", "lines")
    counter.actions.follow_focus(counter.second, "lines")
    counter.keys.press("F6")
    counter.second.setFocus()
    counter.keys.press("F6")
    counter.first.setFocus()
    counter.keys.press("F6")
    assert counter.done == ["months"]


def test_letters_typed_into_a_field_are_text(counter: Counter) -> None:
    counter.note("note", "N")
    counter.keys.type("n")
    assert (counter.first.text(), counter.done) == ("n", [])


def test_g9_a_committing_action_does_not_repeat_while_its_key_is_held(counter: Counter) -> None:
    counter.note("take", "F9", commits=True)
    counter.note("larger", "Ctrl+=")
    assert not counter.actions.shortcut("F9").autoRepeat()
    assert counter.actions.shortcut("Ctrl+=").autoRepeat()


def test_a_held_enter_arrives_once(counter: Counter, qtbot: QtBot) -> None:
    entered: list[str] = []
    counter.first.returnPressed.connect(lambda: entered.append("enter"))
    for repeated in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=repeated
        )
        QApplication.sendEvent(counter.first, event)
    assert entered == ["enter"]


def test_g8_while_the_input_method_composes_no_key_acts(counter: Counter) -> None:
    entered: list[str] = []
    counter.first.returnPressed.connect(lambda: entered.append("enter"))
    counter.note("take", "F9")
    counter.note("back", "Esc")
    counter.note("open", "Ctrl+Return")
    counter.keys.compose("zhang")
    counter.keys.press("F9", "Esc", "Return", "Ctrl+Return")
    assert (counter.done, entered) == ([], [])
    counter.keys.commit("张")
    counter.keys.press("F9", "Return")
    assert (counter.first.text(), counter.done, entered) == ("张", ["take"], ["enter"])


def test_an_unfinished_composition_ends_with_the_focus(counter: Counter) -> None:
    counter.note("take", "F9")
    counter.keys.compose("zh")
    counter.second.setFocus()
    counter.keys.press("F9")
    assert counter.done == ["take"]


def test_what_is_off_takes_its_key_and_says_why(counter: Counter) -> None:
    said: list[str] = []
    counter.note("take", "F9")
    counter.actions.refused.connect(lambda _action, why: said.append(why))
    counter.actions["take"].turn_off("No shift is open.")
    counter.keys.press("F9")
    counter.actions["take"].turn_on()
    counter.keys.press("F9")
    assert (said, counter.done) == (["No shift is open."], ["take"])


def test_g6_the_button_and_its_key_run_the_same_action(counter: Counter, qtbot: QtBot) -> None:
    counter.note("take", "Ctrl+F9")
    button = KeyButton(counter.actions["take"])
    qtbot.addWidget(button)
    assert button.accessibleName() == "take Ctrl F9"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    counter.keys.press("Ctrl+F9")
    assert counter.done == ["take", "take"]


def test_what_the_registry_lists_is_what_is_bound(counter: Counter) -> None:
    counter.note("take", ("F9", "Ctrl+S"))
    counter.note("note", "N", "elsewhere")
    listed = {key for action in counter.actions.active() for key in action.spec.keys}
    assert listed == counter.actions.bound_keys() == {"F9", "Ctrl+S"}


def test_a_context_that_is_gone_leaves_no_key_behind(counter: Counter) -> None:
    counter.note("yes", "Y", "question")
    counter.actions.enter("question")
    counter.actions.remove_context("question")
    assert counter.actions.bound_keys() == set()
    counter.note("yes", "Y", "question")


def test_keys_are_counted_as_a_person_presses_them(counter: Counter) -> None:
    counter.keys.press("F9", "Ctrl+R")
    counter.keys.type("zjg")
    assert counter.keys.count == 1 + 2 + 3


def test_an_input_method_event_without_text_ends_the_composition(counter: Counter) -> None:
    counter.keys.compose("z")
    QApplication.sendEvent(counter.first, QInputMethodEvent("", []))
    assert not counter.actions.composing.is_on
