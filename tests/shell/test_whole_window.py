"""The real window with its real tabs: what holds for all of them at once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.core.clock import SetClock
from app.demo.build import build_demo
from app.demo.plan import DemoPlan
from tests.accessibility import cut_texts, nameless
from tests.conftest import MORNING
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow
from ui.shell.desk import Desk
from ui.shell.key_list import keys_of_screen
from ui.shell.main_window import MainWindow
from ui.shell.opening import Opening
from ui.shell.tabs import BESIDE, TABS
from ui.widgets.colours import Light
from ui.widgets.key_button import KeyButton


@pytest.fixture(scope="session")
def small_estate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole-window") / "demo"
    build_demo(folder, DemoPlan(units=24, months=3, seed=7, now=MORNING), lambda _done, _whole: None)
    return folder


class Flashes(QObject):
    """Notes every widget that shows itself as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


class Opened:
    def __init__(self, window: MainWindow, opening: Opening, keys: KeyDriver, flashes: list[str]) -> None:
        self.window = window
        self.keys, self.opening = keys, opening
        self.flashes = flashes

    @property
    def desk(self) -> Desk:
        """The desk of whoever works now."""
        assert self.opening.desk is not None
        return self.opening.desk

    def each_tab(self) -> Iterator[str]:
        """Go through the tabs by key; the name of the one that shows."""
        for at, tab in enumerate(TABS):
            self.keys.press(f"Ctrl+{at + 1}")
            yield tab.name


@pytest.fixture
def opened(make_window: MakeWindow, small_estate: Path, tmp_path: Path, clock: SetClock, qapp: QApplication) -> Opened:
    folder = Path(shutil.copytree(small_estate, tmp_path / "demo"))
    flashes = Flashes()
    window = make_window()
    keys = KeyDriver(window, clock)
    opening = Opening(window, folder, clock)
    qapp.installEventFilter(flashes)
    opening.begin()
    qapp.processEvents()
    qapp.removeEventFilter(flashes)
    return Opened(window, opening, keys, flashes.seen)


def test_no_part_of_a_page_shows_itself_as_a_window_of_its_own(opened: Opened) -> None:
    assert opened.flashes == []


def test_every_stop_of_every_tab_has_a_name(opened: Opened) -> None:
    assert {tab: nameless(opened.window) for tab in opened.each_tab()} == {tab.name: [] for tab in TABS}


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_no_words_of_any_tab_are_cut(opened: Opened, percent: int) -> None:
    opened.window.theme.scale(percent)
    assert {tab: cut_texts(opened.window) for tab in opened.each_tab()} == {tab.name: [] for tab in TABS}


def test_g4_the_key_list_of_a_tab_is_what_is_bound_and_lettered_there(opened: Opened) -> None:
    actions = opened.desk.context.actions
    for tab in opened.each_tab():
        listed = {key for _, group in keys_of_screen(actions, tab) for action in group for key in action.spec.keys}
        assert actions.bound_keys() <= listed
        shown = [button for button in opened.window.findChildren(KeyButton) if button.isVisible()]
        assert {key for button in shown for key in button.action_shown.spec.keys} <= listed


def test_the_key_list_leaves_out_the_pages_that_do_not_show(opened: Opened) -> None:
    actions = opened.desk.context.actions
    for tab in opened.each_tab():
        listed = [action for _, group in keys_of_screen(actions, tab) for action in group]
        words = [(action.spec.help or action.text, action.spec.keys) for action in listed]
        assert len(words) == len(set(words))
        assert {action.spec.context for action in listed} <= actions.in_view()


def test_the_key_list_of_a_bill_names_what_can_be_done_in_its_lines(opened: Opened) -> None:
    actions = opened.desk.context.actions

    def listed() -> set[str]:
        return {action.spec.name for _, group in keys_of_screen(actions, "counter") for action in group}

    opened.keys.press("Ctrl+1")
    assert "counter.toggle" not in listed()
    opened.keys.type(opened.desk.context.office.estate.units()[0].code)
    opened.keys.press("Return")
    assert "counter.toggle" in listed()


def test_g2_f2_reaches_the_search_box_of_every_tab(opened: Opened) -> None:
    for _tab in opened.each_tab():
        opened.keys.press("F2")
        opened.keys.type("zz")
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.property("text") == "zz"


def test_g5_qt_never_finds_a_key_ambiguous_in_any_tab(opened: Opened) -> None:
    actions = opened.desk.context.actions
    ambiguous: list[str] = []
    keys = {key for action in actions for key in action.spec.keys}
    for key in keys:
        actions.shortcut(key).activatedAmbiguously.connect(lambda key=key: ambiguous.append(key))
    for _tab in opened.each_tab():
        opened.keys.press("F2", "Ctrl+=", "Ctrl+-")
    assert ambiguous == []


def test_whatever_the_window_becomes_no_page_of_the_person_before_answers(opened: Opened) -> None:
    for tab in (*TABS, *BESIDE.values()):
        opened.desk.pages.make_whole(tab)
    before = opened.desk
    before.taken_over.emit(before.context.actor)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert opened.desk is not before
    opened.window.resize(1_000, 600)
    opened.window.theme.scale(150)
    opened.window.theme.wear(Light.DARK)
    QApplication.processEvents()
    opened.window.theme.wear(Light.LIGHT)
    opened.window.theme.scale(100)
