"""Backups make themselves: in the morning, when a stick comes, and before the window closes, which waits for nobody."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.desk.backups.settings import FOLDERS
from app.store.backup_file import Why, read_label
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from tests.shell.conftest import Work
from ui.shell.backup_at_close import BackupAtClose
from ui.shell.backup_keeper import BackupKeeper

_PATIENCE = 2_000


class Kept:
    def __init__(self, office: OfficeBuilder) -> None:
        self.office = office
        self.window: PageWindow[QWidget] = open_page(
            lambda _context: QWidget(), "counter", office.office, office.cashier, office.clock
        )
        self.keeper = BackupKeeper(self.window.context, self.window.window)

    def look(self) -> int:
        """Look and wait; how many backups lie in the data folder."""
        self.keeper.look()
        for _ in range(_PATIENCE):
            QTest.qWait(5)
            if not self.window.context.worker.is_busy:
                break
        return len(self.office.office.backups.standing()[self.office.office.store.folder.backups])


@pytest.fixture
def kept(qapp: QApplication, builder: OfficeBuilder) -> Iterator[Kept]:
    opened = Kept(builder)
    yield opened
    opened.window.close()


def test_s16_a_backup_is_made_once_a_day_without_being_asked_for(kept: Kept) -> None:
    assert kept.look() == 1
    assert kept.look() == 1
    kept.office.clock.set(kept.office.clock.now() + timedelta(days=1))
    assert kept.look() == 2
    assert kept.window.said == []


def test_a_stick_that_is_gone_is_said_once_a_day_calmly(kept: Kept, tmp_path: Path) -> None:
    kept.office.office.settings.change(kept.office.supervisor, {FOLDERS: str(tmp_path / "stick")})
    kept.look()
    kept.look()
    assert len(kept.window.said) == 1
    assert "is not there today" in kept.window.said[0]


def test_a_failure_is_said_and_tried_again_after_an_hour(kept: Kept) -> None:
    backups = kept.office.office.store.folder.backups
    backups.write_bytes(b"a file stands where the folder should be")
    kept.look()
    kept.look()
    assert len(kept.window.said) == 1
    backups.unlink()
    kept.office.clock.set(kept.office.clock.now() + timedelta(hours=1))
    assert kept.look() == 1


def close(work: Work) -> None:
    """Close the window as its frame does, and wait until it is gone."""
    work.window.holds_back = BackupAtClose(work.window, lambda: work.desk.context).holds_back
    QTest.qWait(1)
    work.window.close()
    for _ in range(_PATIENCE):
        QTest.qWait(5)
        if not work.window.isVisible():
            break


def test_closing_makes_the_backup_of_the_evening_and_then_closes(work: Work) -> None:
    gone: list[bool] = []
    work.window.closed.connect(lambda: gone.append(True))
    close(work)
    (one,) = next(iter(work.desk.context.office.backups.standing().values()))
    assert read_label(one.file).why is Why.CLOSE
    assert gone == [True]


def slowly(_why: Why, _by: object, progress: Callable[[int, int], None]) -> tuple[()]:
    """A copy that goes on until it is called off, or for half a minute."""
    for at in range(3_000):
        progress(at, 3_000)
        time.sleep(0.01)
    return ()


@pytest.mark.parametrize("again", ["Esc", "close"])
def test_whoever_cannot_wait_for_the_backup_closes_without_it(
    work: Work, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    monkeypatch.setattr(work.desk.context.office.backups, "make", slowly)
    QTimer.singleShot(200, lambda: work.keys.press("Esc") if again == "Esc" else work.window.close())
    began = time.monotonic()
    close(work)
    assert not work.window.isVisible()
    assert not work.window.worker.is_busy
    assert time.monotonic() - began < 20, "the copy would have taken thirty seconds"


def restlessly(_why: Why, _by: object, progress: Callable[[int, int], None]) -> tuple[()]:
    """A copy that reports so often that a report is always under way, also while its panel goes."""
    for _ in range(30_000):
        progress(1, 1)
        time.sleep(0.001)
    return ()


def test_what_the_copy_still_reports_finds_no_panel_and_nobody_minds(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work.desk.context.office.backups, "make", restlessly)
    QTimer.singleShot(200, lambda: work.keys.press("Esc"))
    close(work)
    assert not work.window.isVisible()
    assert not work.window.worker.is_busy


def test_a_backup_that_fails_at_close_is_said_before_the_window_goes(work: Work) -> None:
    work.desk.context.office.store.folder.backups.write_bytes(b"a file stands where the folder should be")
    open_still: list[bool] = []

    def leave() -> None:
        open_still.append(work.window.isVisible())
        work.keys.press("Esc")

    QTimer.singleShot(1_500, leave)
    close(work)
    assert open_still == [True]
    assert not work.window.isVisible()
