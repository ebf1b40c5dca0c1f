"""Viewing last week's backup: the real window with all its tabs, read by keys; every act is refused in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.access.people import People
from app.core.clock import SetClock
from app.store.backup_file import read_ring
from app.store.salvage import opens
from tests.desk.salvage.conftest import LATER, Damaged, damaged, night
from tests.keys import KeyDriver
from tests.stories.first_day_screen import words_on
from ui.shell import work_begins
from ui.shell.crash import CrashGuard
from ui.shell.main_window import MainWindow
from ui.shell.viewing import place as places
from ui.shell.viewing.viewing import Viewing
from ui.shell.window_frame import WindowFrame
from ui.shell.window_settings import WindowSettings

__all__ = ["damaged", "night"]


class Looking:
    def __init__(self, file: Path) -> None:
        self.place = places.make_place()
        self.frame = WindowFrame("")
        self.frame.resize(1366, 697)
        self.keys = KeyDriver(self.frame, SetClock(LATER))
        self.window: MainWindow = work_begins.furnish_to_view(
            self.frame, WindowSettings(language="en"), file, self.place
        )

    @property
    def viewing(self) -> Viewing:
        found = self.window.findChild(Viewing)
        assert found is not None
        return found

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(1_500):
            if holds():
                QApplication.processEvents()
                return
            QTest.qWait(10)
        raise AssertionError(words_on(self.window))

    def close(self) -> None:
        self.frame.close()
        self.frame.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def backup(damaged: Damaged) -> Path:
    return damaged.helped().backups()[0].file


@pytest.fixture
def looking(qapp: QApplication, backup: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Looking]:
    monkeypatch.setattr(work_begins, "SystemClock", lambda: SetClock(LATER))
    monkeypatch.setattr(People, "first_supervisor", lambda people: people.named("王敏"))  # whose shift is open
    monkeypatch.setattr(CrashGuard, "stand_guard", lambda _guard: None)
    opened = Looking(backup)
    opened.until(lambda: opened.viewing.desk is not None)
    yield opened
    opened.close()


def test_all_tabs_are_read_and_a_payment_is_refused(looking: Looking, backup: Path) -> None:
    before = backup.read_bytes()
    assert "backup of 2026-11-20 09:00" in words_on(looking.window)
    for tab in range(1, 9):
        looking.keys.press(f"Ctrl+{tab}")
        QTest.qWait(50)
    looking.keys.press("Ctrl+1")
    looking.keys.commit("1-1-301")
    QTest.qWait(300)
    looking.keys.press("Return")
    QTest.qWait(100)
    looking.keys.press("Shift+F9")
    QTest.qWait(100)
    assert "that is looked at: nothing can be written" in words_on(looking.window)
    desk = looking.viewing.desk
    assert desk is not None
    assert not desk.context.office.receipts.find("R-000003")
    assert [one for one in desk.context.office.verify() if one.breaches] == []
    assert backup.read_bytes() == before


def test_whoever_starts_an_incident_is_sent_to_the_real_window_before_anything_is_chosen(looking: Looking) -> None:
    looking.keys.press("Ctrl+E")
    assert "No incident starts in a backup." in words_on(looking.window)
    assert not looking.window.questions.is_open


def test_what_lies_in_the_private_place_is_encrypted_and_goes_with_the_window(looking: Looking, backup: Path) -> None:
    key = read_ring(backup).open_key
    assert key is not None
    assert opens(looking.place / "counter.db", key)
    assert not opens(looking.place / "counter.db", "0" * 64)
    looking.keys.press("Ctrl+Q")
    looking.until(lambda: not looking.place.exists())


def test_what_a_killed_viewing_left_goes_with_the_next(looking: Looking, tmp_path: Path) -> None:
    left = Path(looking.place.parent, "property-counter-view-killed")
    left.mkdir(exist_ok=True)
    (left / "counter.db").write_bytes(b"still encrypted")
    place = places.make_place()
    assert not left.exists()
    places.remove_place(place)
