"""Wrong passwords and codes wait before the data is open too: counted down, over a restart, whatever the clock says."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.actor import Actor
from app.access.refusals import WaitAfterWrongCodes, WaitAfterWrongPasswords, WrongPassword
from app.core.clock import SetClock
from app.office import Founded, Office
from app.store.folder import DataFolder
from app.store.key_refusals import CodeOfAnotherSheet
from app.store.keyring import Keyring
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow
from ui.shell.lost_password import LostPasswordPage
from ui.shell.opening import Opening
from ui.shell.sign_in import SignInPage

pytestmark = pytest.mark.usefixtures("two_tabs")


@pytest.fixture(scope="module")
def other_code() -> str:
    """A whole code, of a sheet that opens nothing here."""
    key = "1" * 64
    return Keyring.new(key).new_recovery(key)


def begin(make_window: MakeWindow, folder: DataFolder, clock: SetClock) -> tuple[Opening, KeyDriver]:
    window = make_window()
    begun, keys = Opening(window, folder.path, clock), KeyDriver(window, clock)
    begun.begin()
    QApplication.processEvents()
    return begun, keys


def shown(begun: Opening) -> SignInPage:
    page = begun._window.body.currentWidget()
    assert isinstance(page, SignInPage)
    return page


def test_after_three_wrong_passwords_the_seconds_are_counted_down(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock
) -> None:
    begun, keys = begin(make_window, locked, clock)
    page = shown(begun)
    keys.commit("沈若兰")
    keys.press("Return")
    for _ in range(3):
        keys.type("wrong")
        keys.press("Return")
        assert page._problem.text().startswith("Name or password is not right")
    keys.type("smooth-river")
    keys.press("Return")
    assert page._problem.text().startswith("Too many wrong passwords. Wait 5 seconds")
    page._wait.count()
    assert "Wait 4 seconds" in page._problem.text()
    for _ in range(4):
        page._wait.count()
    assert page._problem.text() == "Now it can be typed again."
    clock.advance(seconds=5)
    keys.type("smooth-river")
    keys.press("Return")
    assert begun.desk is not None


def test_neither_a_restart_nor_a_clock_set_forward_ends_the_wait(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock
) -> None:
    begun, keys = begin(make_window, locked, clock)
    keys.commit("沈若兰")
    keys.press("Return")
    for _ in range(3):
        keys.type("wrong")
        keys.press("Return")
    clock.set(clock.now() + timedelta(days=1))
    begun, keys = begin(make_window, locked, clock)
    keys.commit("沈若兰")
    keys.press("Return")
    keys.type("smooth-river")
    keys.press("Return")
    assert "Too many wrong passwords. Wait" in shown(begun)._problem.text()
    assert begun.desk is None


def test_a_clock_set_forward_ends_no_wait_in_the_open_office_either(
    office: Office, actor: Actor, clock: SetClock
) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassword):
            office.people.sign_in(actor.name, "guess")
    clock.set(clock.now() + timedelta(days=1))
    with pytest.raises(WaitAfterWrongPasswords):
        office.people.sign_in(actor.name, "correct horse")
    clock.set(clock.now() - timedelta(days=2))
    clock.advance(seconds=5)
    assert office.people.sign_in(actor.name, "correct horse").id == actor.id


def test_codes_of_another_sheet_wait_as_wrong_passwords_do(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, other_code: str
) -> None:
    begun, keys = begin(make_window, locked, clock)
    keys.press("F8")
    page = cast("LostPasswordPage", begun._window.body.currentWidget())
    for _ in range(3):
        keys.press("Ctrl+A")
        keys.commit(other_code)
        keys.press("Return")
        assert "another" in page._problem.text()
    keys.press("Return")
    assert page._problem.text().startswith("Too many wrong codes. Wait 5 seconds")
    page._wait.count()
    assert "Wait 4 seconds" in page._problem.text()
    assert begun._office is None


def test_the_sheet_of_an_open_office_waits_too_and_the_tries_are_kept(
    founded_once: tuple[Path, Founded], locked: DataFolder, clock: SetClock, other_code: str
) -> None:
    code = founded_once[1].recovery_code
    for _ in range(2):
        with pytest.raises(CodeOfAnotherSheet):
            Office.open_by_code(locked.path, clock, other_code)
    office = Office.open_by_code(locked.path, clock, code)
    office.keys.join_tries()
    with pytest.raises(CodeOfAnotherSheet):
        office.keys.check_code(other_code)
    clock.set(clock.now() + timedelta(hours=1))
    with pytest.raises(WaitAfterWrongCodes) as told:
        office.keys.reset_by_code(code, "沈若兰", "quiet-harbour")
    assert told.value.seconds == 5
    clock.advance(seconds=5)
    office.keys.reset_by_code(code, "沈若兰", "quiet-harbour")
    newest = office.trail.newest(office.people.named("沈若兰"))
    assert [(row.action, row.subject) for row in newest[:2]] == [
        ("password_by_recovery_sheet", "沈若兰"),
        ("wrong_passwords", "#"),
    ]
    office.close()


@pytest.mark.parametrize("percent", [100, 200])
def test_a5_what_is_wrong_is_seen_however_large_the_text(
    make_window: MakeWindow, locked: DataFolder, clock: SetClock, percent: int
) -> None:
    begun, keys = begin(make_window, locked, clock)
    begun._window.theme.scale(percent)
    QTest.qWait(20)
    keys.commit("沈若兰")
    keys.press("Return")
    keys.type("wrong")
    keys.press("Return")
    QTest.qWait(20)
    line = shown(begun)._problem
    is_seen = line.visibleRegion().boundingRect() == line.rect()
    begun._window.theme.scale(100)
    assert line.text()
    assert is_seen
