"""A folder whose key is wrapped: signing in before the data is open, the lost password, and the recovery sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.clock import SetClock
from app.core.language import choose_language
from app.office import Founded
from app.store.folder import DataFolder
from tests.accessibility import cut_texts, nameless
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow
from ui.shell.damage.damaged_page import DamagedPage
from ui.shell.damage.unlock_page import UnlockPage
from ui.shell.lost_password import LostPasswordPage
from ui.shell.opening import Opening
from ui.shell.recovery_page import RecoveryPage
from ui.shell.sign_in import SignInPage
from ui.shell.trouble_page import TroublePage
from ui.widgets.form import Form

pytestmark = pytest.mark.usefixtures("two_tabs")


@pytest.fixture
def code(founded_once: tuple[Path, Founded]) -> str:
    return founded_once[1].recovery_code


def begin(make_window: MakeWindow, folder: DataFolder, clock: SetClock) -> tuple[Opening, KeyDriver]:
    window = make_window()
    begun, keys = Opening(window, folder.path, clock), KeyDriver(window, clock)
    begun.begin()
    QApplication.processEvents()
    return begun, keys


def test_name_and_password_open_the_data_and_sign_in(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock
) -> None:
    begun, keys = begin(make_window, locked, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, SignInPage)
    assert (nameless(page), cut_texts(page), begun._office) == ([], [], None)
    keys.commit("沈若兰")
    keys.press("Return")
    keys.type("wrong")
    keys.press("Return")
    assert page._problem.text().startswith("Name or password is not right")
    keys.type("smooth-river")
    keys.press("Return")
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "沈若兰"


def test_a_damaged_file_behind_the_door_is_told_on_a_page_of_its_own(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, qtbot: QtBot
) -> None:
    locked.database.write_bytes(b"not a database at all" * 500)
    begun, keys = begin(make_window, locked, clock)
    keys.commit("沈若兰")
    keys.press("Return")
    keys.type("smooth-river")
    keys.press("Return")
    QApplication.processEvents()
    assert isinstance(begun._window.body.currentWidget(), DamagedPage)
    qtbot.waitUntil(lambda: not begun._window.worker.is_busy)


@pytest.mark.parametrize("hurt", ["keys", "database"])
def test_what_is_missing_is_told_at_once(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, hurt: str
) -> None:
    gone = [locked.database] if hurt == "database" else list(locked.path.glob("counter.key*"))
    for path in gone:
        path.unlink()
    begun, _ = begin(make_window, locked, clock)
    assert isinstance(begun._window.body.currentWidget(), TroublePage if hurt == "keys" else UnlockPage)
    assert [path.exists() for path in gone] == [False] * len(gone)


def test_a_lost_password_is_replaced_by_the_code_of_the_sheet(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, code: str
) -> None:
    begun, keys = begin(make_window, locked, clock)
    keys.press("F8")
    page = begun._window.body.currentWidget()
    assert isinstance(page, LostPasswordPage)
    assert (nameless(page), cut_texts(page)) == ([], [])
    groups = code.split()
    slip = groups[4][:-1] + str((int(groups[4][-1]) + 1) % 10)
    keys.type(" ".join([*groups[:4], slip, *groups[5:]]))
    keys.press("Return")
    assert page._problem.text().startswith(f"Group 5 of the recovery code, “{slip}”")
    assert begun._office is None
    keys.type(groups[4])  # the slip is selected
    keys.press("Return")
    assert page._problem.text() == ""
    assert page._name.hasFocus()
    keys.press("Return")
    keys.type("quiet-harbour")
    keys.press("Return")
    keys.type("quiet-harbor")
    keys.press("Return")
    assert page._problem.text() == "The two passwords differ. Type the same one twice."
    keys.type("quiet-harbour")
    keys.press("Return")
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "沈若兰"
    keys.press("Ctrl+Shift+Q")
    keys.commit("沈若兰")
    keys.press("Return")
    keys.type("quiet-harbour")
    keys.press("Return")
    assert begun.desk is not None


def test_esc_leads_from_the_lost_password_back_to_the_door(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock
) -> None:
    begun, keys = begin(make_window, locked, clock)
    keys.press("F8", "Esc")
    assert isinstance(begun._window.body.currentWidget(), SignInPage)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("page_of", ["sign in", "lost", "sheet"])
def test_no_words_of_these_pages_are_cut(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, code: str, language: str, page_of: str
) -> None:
    choose_language(language)
    begun, keys = begin(make_window, locked, clock)
    if page_of == "lost":
        keys.press("F8")
        page = begun._window.body.currentWidget()
        assert isinstance(page, LostPasswordPage)
        page._show_people(["沈若兰"])
    elif page_of == "sheet":
        begun._window.show_body(RecoveryPage(begun._window.actions_known, code))
    QApplication.processEvents()
    page_shown = begun._window.body.currentWidget()
    assert (nameless(page_shown), cut_texts(page_shown)) == ([], [])


def test_a5_text_made_larger_while_a_page_stands_before_the_door_cuts_nothing(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, qtbot: QtBot
) -> None:
    locked.database.unlink()
    begun, _ = begin(make_window, locked, clock)
    page = begun._window.body.currentWidget()
    assert isinstance(page, UnlockPage)
    form = page.findChild(Form)
    assert isinstance(form, Form)
    before = form.width()
    begun._window.theme.scale(200)
    qtbot.waitUntil(lambda: cut_texts(page) == [] and form.width() > 1.5 * before)
    begun._window.theme.scale(100)
    qtbot.waitUntil(lambda: form.width() == before)
