"""G14: whoever leaves the counter locks the screen, and what was typed is there afterwards."""

from __future__ import annotations

from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app.access.settings import LOCK_AFTER
from app.core.clock import SetClock
from app.store.faults import DiskFailed
from tests.counter_screen.answering import answering
from tests.keys import KeyDriver
from tests.shell.conftest import Work
from ui.shell.lock_panel import LockPanel
from ui.shell.opening import Opening
from ui.widgets.overlay import Overlay

PASSWORD = [*"correct", "Space", *"horse", "Return"]


def test_g14_a_locked_screen_opens_again_with_the_password_and_the_caret_is_where_it_was(work: Work) -> None:
    work.keys.type("18")
    before = work.focused()
    with work.keys.when_asked(*PASSWORD):
        work.keys.press("Ctrl+L")
    assert work.keys.asked == ["Locked"]
    assert work.focused() is before
    work.keys.type("62")
    assert work.page().search.text() == "1862"


def test_g14_neither_esc_nor_any_other_key_gets_past_a_locked_screen(work: Work) -> None:
    with work.keys.when_asked("Esc", "F2", "Ctrl+2", "Ctrl+L", *"wrong", "Return", *PASSWORD):
        work.keys.press("Ctrl+L")
    assert work.keys.asked == ["Locked"]
    assert work.desk.pages.shown == "counter"


def test_g14_nothing_of_a_resident_is_seen_behind_the_lock(work: Work) -> None:
    seen: list[bool] = []

    def look() -> None:
        overlay = work.window.findChild(Overlay)
        assert overlay is not None
        middle = overlay.grab().toImage()
        corner, edge = middle.pixelColor(3, 3), middle.pixelColor(middle.width() - 4, 3)
        seen.append(overlay.rect() == work.window.rect() and corner == edge and corner.alpha() == 255)

    with work.keys.when_asked(*PASSWORD):
        QApplication.instance().focusChanged.connect(look, Qt.ConnectionType.SingleShotConnection)  # type: ignore[union-attr]
        work.keys.press("Ctrl+L")
    assert seen == [True]


@pytest.mark.parametrize(("minutes", "locked"), [(9, []), (10, ["Locked"])])
def test_g14_the_screen_locks_by_itself_after_ten_minutes_without_a_touch(
    work: Work, clock: SetClock, minutes: int, locked: list[str]
) -> None:
    clock.advance(minutes=minutes)
    if locked:
        with work.keys.when_asked(*PASSWORD):
            work.desk.lock.look()
    else:
        work.desk.lock.look()
    assert work.keys.asked == locked


def test_g14_a_key_or_a_click_counts_the_minutes_anew(work: Work, clock: SetClock) -> None:
    clock.advance(minutes=8)
    handle = work.window.window().windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_1)
    clock.advance(minutes=8)
    work.desk.lock.look()
    assert work.keys.asked == []


def test_g14_an_office_that_wants_no_lock_has_none(work: Work, clock: SetClock) -> None:
    office = work.desk.context.office
    office.settings.change(work.desk.context.actor, {LOCK_AFTER: 0})
    clock.advance(days=1)
    work.desk.lock.look()
    assert work.keys.asked == []


def test_g14_another_person_signs_in_at_the_locked_screen_and_has_the_window(opened: tuple[Opening, KeyDriver]) -> None:
    begun, keys = opened
    name, password = [*"li", "Space", *"fang"], [*"battery", "Space", *"staple"]
    with keys.when_asked("Shift+Tab", "Ctrl+A", *name, "Tab", *password, "Return"):
        keys.press("Ctrl+L")
    QApplication.processEvents()
    assert begun.desk is not None
    assert begun.desk.context.actor.name == "li fang"
    assert "li fang" in " ".join(label.text() for label in begun._window.status.findChildren(QLabel))


def test_the_lock_of_the_demo_estate_says_its_password_and_no_other_does(work: Work) -> None:
    def words(password: str) -> str:
        panel = LockPanel(lambda _name, _password: work.desk.context.actor, work.desk.context.actor, password)
        return " ".join(label.text() for label in panel.findChildren(QLabel))

    assert "demo-estate" in words("demo-estate")
    assert "demo" not in words("")


def test_g14_data_that_cannot_be_read_keeps_no_screen_open(
    work: Work, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> NoReturn:
        raise DiskFailed("gone")

    monkeypatch.setattr(work.desk.context.office.people, "lock_after", fail)
    clock.advance(minutes=10)
    monkeypatch.setattr(work.desk.lock, "lock", lambda: work.keys.asked.append("Locked"))
    work.desk.lock.look()
    assert work.keys.asked == ["Locked"]


def test_g14_the_screen_locks_while_nothing_at_all_can_be_read(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> NoReturn:
        raise DiskFailed("gone")

    locked: list[bool] = []
    with monkeypatch.context() as broken:

        def mends() -> None:
            locked.append(work.desk.lock.is_on)
            broken.undo()
            work.keys.press(*PASSWORD)

        broken.setattr(work.desk.context.office.store, "reading", fail)
        with answering(mends):
            work.keys.press("Ctrl+L")
    assert locked == [True]
    assert not work.desk.lock.is_on
